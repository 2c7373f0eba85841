//! What a person sees when they can mend what went wrong: the sentence, then what to type next.

use super::{Card, Line};
use crate::error::{Hint, UserError};
use crate::locale::Voice;
use crate::phrase;

/// The card of an error. "Did you mean" stands on the sentence's own line, every other hint on a line of its own.
pub fn card(error: &UserError, voice: &Voice) -> Card {
    let meant = error.hints.iter().filter(|hint| is_meant(hint));
    let sentence = std::iter::once(voice.line(&error.message)).chain(meant.map(|hint| line(hint, voice)));
    let others = error.hints.iter().filter(|hint| !is_meant(hint));
    others
        .map(|hint| line(hint, voice))
        .fold(Card::new().line(Line::joined(sentence, " ")), Card::line)
}

const fn is_meant(hint: &Hint) -> bool {
    matches!(hint, Hint::DidYouMean(_))
}

fn line(hint: &Hint, voice: &Voice) -> Line {
    voice.line(&match hint {
        Hint::DidYouMean(command) => phrase!("hint-did-you-mean", command = command command),
        Hint::Type(command) => phrase!("hint-type", command = command command),
        Hint::Usage(spec) => phrase!("hint-usage", usage = command crate::catalogue::usage(spec)),
        Hint::Say(phrase) => return voice.line(phrase),
    })
}

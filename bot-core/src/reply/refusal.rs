//! What a person sees when they can mend what went wrong: the sentence, then what to type next.

use super::{Button, Card, Line};
use crate::catalogue::usage;
use crate::error::{Hint, UserError};
use crate::locale::Voice;
use crate::phrase;

/// The card of an error: "Did you mean" stands on the sentence's own line, every other hint on a line of its own;
/// what is offered again comes last, with its button; where several commands were meant, or several usage lines are told, they are a list.
pub fn card(error: &UserError, voice: &Voice) -> Card {
    let meant = commands(error, |hint| match hint {
        Hint::DidYouMean(command) => Some(command.clone()),
        _ => None,
    });
    let usages = commands(error, |hint| match hint {
        Hint::Usage(spec) => Some(usage(spec)),
        _ => None,
    });
    let others = error.hints.iter().filter_map(|hint| match hint {
        Hint::Type(command) => Some(voice.line(&phrase!("hint-type", command = command command))),
        Hint::Say(phrase) => Some(voice.line(phrase)),
        Hint::DidYouMean(_) | Hint::Usage(_) | Hint::Again { .. } => None,
    });
    let message = voice.line(&error.message);
    let card = match meant.as_slice() {
        [] => Card::new().line(message),
        [command] => {
            let question = voice.line(&phrase!("hint-did-you-mean", command = command command));
            Card::new().line(Line::joined([message, question], " "))
        }
        several => {
            let question = voice.line(&phrase!("hint-did-you-mean-one"));
            Card::new()
                .line(Line::joined([message, question], " "))
                .list(listed(several))
        }
    };
    let card = match usages.as_slice() {
        [usage] => card.line(voice.line(&phrase!("hint-usage", usage = command usage))),
        several => card.list(listed(several)),
    };
    let card = others.fold(card, Card::line);
    error.hints.iter().fold(card, |card, hint| match hint {
        Hint::Again { group, command } => {
            let again = Button::new(voice.text(&phrase!("hint-again")), *group, command.as_str());
            card.actions(voice, [again], command.as_str())
        }
        _ => card,
    })
}

fn commands(error: &UserError, told: impl Fn(&Hint) -> Option<String>) -> Vec<String> {
    error.hints.iter().filter_map(told).collect()
}

fn listed(commands: &[String]) -> impl Iterator<Item = Line> {
    commands.iter().map(|command| Line::default().command(command))
}

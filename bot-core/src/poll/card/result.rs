//! What is seen of a poll once it is closed.

use super::parts::{standing, turnout};
use crate::locale::{Arg, Phrase, Voice};
use crate::phrase;
use crate::poll::tally::{Tally, Verdict};
use crate::poll::{Poll, Secrecy};
use crate::reply::{Card, Line};

/// The result in one sentence.
pub(in crate::poll) fn sentence(poll: &Poll, tally: &Tally) -> Phrase {
    let Tally { voted, abstained, .. } = *tally;
    match tally.verdict() {
        Verdict::Won { option, votes } => {
            phrase!("poll-won", option = user poll.option(option), votes = number votes, voted = number voted)
        }
        Verdict::Tied { options, votes } => {
            let options = options.iter().map(|option| Arg::User(poll.option(*option).to_owned()));
            phrase!("poll-tied", options = list options.collect(), votes = number votes, voted = number voted)
        }
        Verdict::Nobody if abstained > 0 => phrase!("poll-nobody-chose", abstained = number abstained),
        Verdict::Nobody => phrase!("poll-nobody"),
    }
}

/// A closed poll, and how to see who chose what.
pub(in crate::poll) fn closed(poll: &Poll, tally: &Tally, voice: &Voice) -> Card {
    closed_by_itself(poll, tally, voice, Line::default())
}

/// The same when its time has come, with a word on its being late.
pub(in crate::poll) fn closed_by_itself(poll: &Poll, tally: &Tally, voice: &Voice, late: Line) -> Card {
    settled(poll, tally, Vec::new(), voice)
        .line(late)
        .actions(voice, [], format!("poll show {}", poll.reference()))
}

/// The same for whoever closed it just now.
pub(in crate::poll) fn closed_by_hand(poll: &Poll, tally: &Tally, voice: &Voice) -> Card {
    let card = settled(poll, tally, Vec::new(), voice);
    match poll.secrecy {
        Secrecy::Open => card.line(voice.line(&phrase!("poll-close-undo", command = command "undo"))),
        Secrecy::Hidden | Secrecy::Secret => card,
    }
}

/// The result, and how it came about; `choices` are the lines that say who chose what.
pub(super) fn settled(poll: &Poll, tally: &Tally, choices: Vec<Line>, voice: &Voice) -> Card {
    let heading = phrase!("poll-heading-closed", poll = word poll.reference(), question = user poll.question);
    let card = Card::new()
        .heading(voice.line(&heading))
        .line(voice.line(&sentence(poll, tally)));
    standing(card, poll, tally, voice)
        .list(choices)
        .line(turnout(poll, tally, voice))
}

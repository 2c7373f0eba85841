//! What a ballot gives an option, in words.

use crate::locale::{Arg, Phrase};
use crate::phrase;
use crate::poll::ballot::{IF_NEED_BE, YES, given};
use crate::poll::{Poll, PollKind};

/// An option with what a ballot gives it: "Tacos", "1. Tacos", "Tacos 5", "Sat 10am: if need be".
pub(super) fn mark(poll: &Poll, chosen: &[u32], number: u32) -> Arg {
    let option = poll.option(number);
    let figure = given(poll.kind, chosen, number).unwrap_or(0);
    Arg::Phrase(match poll.kind {
        PollKind::Single | PollKind::Approval | PollKind::Consent => return Arg::User(option.to_owned()),
        PollKind::Ranked => phrase!("poll-ranked-choice", option = user option, place = number figure),
        PollKind::Score | PollKind::Star => phrase!("poll-option-count", option = user option, count = number figure),
        PollKind::Availability => phrase!("poll-time-answer", option = user option, answer = phrase answer(figure)),
    })
}

/// What somebody gives an option, beside their name; nothing where its being chosen says all.
pub(super) fn beside(poll: &Poll, chosen: &[u32], number: u32) -> Option<Phrase> {
    let figure = given(poll.kind, chosen, number)?;
    match poll.kind {
        PollKind::Single | PollKind::Approval | PollKind::Consent => None,
        PollKind::Ranked => Some(phrase!("poll-place", place = number figure)),
        PollKind::Score | PollKind::Star => Some(phrase!("poll-points", points = number figure)),
        PollKind::Availability => (figure == IF_NEED_BE).then(|| answer(figure)),
    }
}

fn answer(figure: u32) -> Phrase {
    match figure {
        YES => phrase!("poll-answer-yes"),
        IF_NEED_BE => phrase!("poll-answer-if-need-be"),
        _ => phrase!("poll-answer-no"),
    }
}

//! What those see in private who have not voted.

use super::parts::{buttons, heading, how};
use crate::locale::Voice;
use crate::phrase;
use crate::poll::Poll;
use crate::reply::{Card, Line};

/// The question, when it closes, and how to vote.
pub(in crate::poll) fn nudge(poll: &Poll, voice: &Voice) -> Card {
    let how = how(poll, voice);
    Card::new()
        .heading(voice.line(&heading(poll)))
        .aside(voice.line(&phrase!("poll-open-until", closes = moment poll.closes)))
        .line(voice.line(&phrase!("poll-nudge")))
        .line(Line::joined(how.iter().map(|part| voice.line(part)), " · "))
        .block(buttons(poll, voice))
}

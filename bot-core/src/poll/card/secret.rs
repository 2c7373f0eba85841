//! What only the voter sees of a secret poll, in private.

use super::parts::{buttons, heading, label, turnout};
use super::{so_far, your_vote};
use crate::locale::Voice;
use crate::phrase;
use crate::poll::Poll;
use crate::poll::result::Tally;
use crate::reply::Card;

/// The answer to a secret vote.
pub(in crate::poll) fn voted_secretly(
    poll: &Poll,
    choice: &[u32],
    before: Option<&[u32]>,
    tally: &Tally,
    voice: &Voice,
) -> Card {
    Card::new()
        .line(your_vote(poll, choice, before, voice))
        .line(so_far(poll, tally, voice))
        .line(voice.line(&label(poll, voice)))
        .block(buttons(poll, voice))
}

/// An open secret poll, with the reader's own vote.
pub(in crate::poll) fn shown_to_voter(poll: &Poll, mine: Option<&[u32]>, tally: &Tally, voice: &Voice) -> Card {
    let mine = match mine {
        Some(choice) => your_vote(poll, choice, None, voice),
        None => voice.line(&phrase!("poll-no-vote-yet")),
    };
    let card = Card::new()
        .heading(voice.line(&heading(poll)))
        .aside(voice.line(&phrase!("poll-open-until", closes = moment poll.closes)));
    super::standing(card, poll, tally, voice)
        .line(turnout(poll, tally, voice))
        .line(mine)
        .block(buttons(poll, voice))
}

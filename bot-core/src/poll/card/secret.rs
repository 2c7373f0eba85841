//! What only the voter sees of a secret poll, in private.

use super::parts::{buttons, heading, label, turnout};
use super::{so_far, your_vote};
use crate::locale::Voice;
use crate::phrase;
use crate::poll::Poll;
use crate::poll::receipt::Receipt;
use crate::poll::recount::LEAST_SECRET_BALLOTS;
use crate::poll::result::Tally;
use crate::poll::secret::SecretBallot;
use crate::reply::{Card, Line};

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
pub(in crate::poll) fn shown_to_voter(poll: &Poll, mine: Option<&SecretBallot>, tally: &Tally, voice: &Voice) -> Card {
    let mine = match mine {
        Some(ballot) => [
            your_vote(poll, &ballot.chosen, None, voice),
            voice.line(&phrase!("poll-receipt-offer", command = command to_ask(poll))),
        ],
        None => [voice.line(&phrase!("poll-no-vote-yet")), Line::default()],
    };
    let card = Card::new()
        .heading(voice.line(&heading(poll)))
        .aside(voice.line(&phrase!("poll-open-until", closes = moment poll.closes)));
    let [vote, offer] = mine;
    super::standing(card, poll, tally, voice)
        .line(turnout(poll, tally, voice))
        .line(vote)
        .line(offer)
        .block(buttons(poll, voice))
}

/// The receipt of one's own ballot, with what it is good for and what it can do.
pub(in crate::poll) fn receipt(poll: &Poll, receipt: Receipt, voice: &Voice) -> Card {
    let reference = poll.reference();
    let use_of_it = phrase!(
        "poll-receipt-use",
        poll = word reference,
        command = command format!("poll export {reference}"),
        least = number LEAST_SECRET_BALLOTS,
    );
    Card::new()
        .line(voice.line(&phrase!("poll-receipt", poll = word reference, receipt = word receipt)))
        .line(voice.line(&use_of_it))
        .line(voice.line(&phrase!("poll-receipt-warning")))
}

/// To whoever has no ballot that a receipt could stand beside.
pub(in crate::poll) fn no_receipt_yet(poll: &Poll, voice: &Voice) -> Card {
    Card::new()
        .line(voice.line(&phrase!("poll-receipt-no-vote", poll = word poll.reference())))
        .block(buttons(poll, voice))
}

/// What is typed for a receipt.
fn to_ask(poll: &Poll) -> String {
    format!("poll receipt {}", poll.reference())
}

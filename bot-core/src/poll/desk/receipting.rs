//! `poll receipt P4`: a code beside one's own secret ballot in the file, for whoever asks.

use super::find_alone;
use super::voting::remember;
use crate::desk::{Answer, Desk};
use crate::error::{Outcome, UserError};
use crate::ids::Reference;
use crate::phrase;
use crate::poll::receipt::Receipt;
use crate::poll::secret::{self, SecretBallot};
use crate::poll::{Poll, card, electorate};

pub(super) async fn receipt(desk: &mut Desk<'_>, reference: Reference) -> Outcome<Answer> {
    let poll = find_alone(desk, reference).await?;
    must_give_receipts(desk, &poll)?;
    electorate::must_be_in(desk, &poll).await?;
    let voter = secret::key_of(desk.work.unit, &poll).await?.mark(desk.me());
    let ballot = desk.work.unit.sealed_ballot(poll.group, poll.id, &voter).await?;
    // The answer tells whether they voted: it goes with the closing, as that to a vote does.
    remember(desk, &poll).await?;
    let Some(ballot) = ballot else {
        return Ok(card::no_receipt_yet(&poll, &desk.voice).into());
    };
    let receipt = ballot.receipt.unwrap_or_else(|| Receipt::new(desk.work.ids));
    let ballot = SecretBallot {
        receipt: Some(receipt),
        ..ballot
    };
    desk.work
        .unit
        .save_sealed_ballot(poll.group, poll.id, &voter, &ballot)
        .await?;
    Ok(card::receipt(&poll, receipt, &desk.voice).into())
}

/// Refuses where no ballot needs a receipt, where none can be told from the others any more, and where others would read it.
fn must_give_receipts(desk: &Desk<'_>, poll: &Poll) -> Result<(), UserError> {
    let reference = poll.reference();
    let to_show = format!("poll show {reference}");
    if !poll.is_secret() {
        let refusal = phrase!("poll-receipt-not-secret", poll = word reference);
        return Err(UserError::new(refusal).type_next(to_show));
    }
    if !poll.is_open(desk.work.now) {
        let refusal = phrase!("poll-receipt-too-late", poll = word reference);
        return Err(UserError::new(refusal).type_next(to_show));
    }
    if !desk.between_us {
        let refusal = phrase!("poll-receipt-in-private", poll = word reference);
        return Err(UserError::new(refusal).type_next(format!("poll receipt {reference}")));
    }
    Ok(())
}

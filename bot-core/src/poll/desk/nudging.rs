//! `poll nudge P4`: one word in private to those who have not voted; for whoever asked, and for captains.

use super::{find_to_change, keeps};
use crate::desk::{Answer, Desk};
use crate::error::{Outcome, UserError};
use crate::ids::Reference;
use crate::locale::Phrase;
use crate::phrase;
use crate::poll::Poll;
use crate::poll::nudge::{self, Nudged};
use crate::reply::{Card, Line};
use crate::undo::Undo;

pub(super) async fn nudge(desk: &mut Desk<'_>, reference: Reference) -> Outcome<Answer> {
    let poll = find_to_change(desk, reference).await?;
    if !keeps(desk, &poll) {
        let refusal = UserError::new(phrase!("poll-nudge-not-yours", poll = word reference));
        return Err(refusal.type_next(format!("poll show {reference}")).into());
    }
    must_be_the_first(&poll)?;
    let group = poll.group;
    let nudged = nudge::begin(&mut desk.work, poll).await?;
    if !nudged.reaches_somebody() {
        return Err(nobody(reference, nudged).into());
    }
    desk.work
        .audit(group, desk.me(), "poll.nudged", Some(reference), None)
        .await?;
    desk.remember_undo(Undo::Lasting).await?;
    let said = said(nudged);
    let said = Line::joined(said.iter().map(|phrase| desk.voice.line(phrase)), " ");
    Ok(Card::new().line(said).into())
}

/// Refuses to write to people a second time.
fn must_be_the_first(poll: &Poll) -> Result<(), UserError> {
    let Some(at) = poll.nudged_at else { return Ok(()) };
    let reference = poll.reference();
    let refusal = phrase!("poll-nudged-already", poll = word reference, at = moment poll.moment(at));
    Err(UserError::new(refusal).type_next(format!("poll show {reference}")))
}

/// Why nobody is written to.
fn nobody(poll: Reference, nudged: Nudged) -> UserError {
    let why = if nudged.unreachable == 0 {
        phrase!("poll-nudge-all-voted", poll = word poll)
    } else {
        phrase!("poll-nudge-nobody", poll = word poll, count = number nudged.unreachable)
    };
    UserError::new(why).type_next(format!("poll show {poll}"))
}

/// How many are written to and how many not; never who.
fn said(nudged: Nudged) -> Vec<Phrase> {
    let Nudged {
        now,
        later,
        unreachable,
    } = nudged;
    let said = [
        (now > 0).then(|| phrase!("poll-nudging", count = number now)),
        (later > 0).then(|| phrase!("poll-nudging-later", count = number later)),
        (unreachable > 0).then(|| phrase!("poll-nudging-not", count = number unreachable)),
    ];
    said.into_iter().flatten().collect()
}

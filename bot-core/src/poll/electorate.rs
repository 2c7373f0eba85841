//! Who may vote: whoever acts in the group, or those who could when the poll opened.

use super::Poll;
use crate::broadcast::audience::{self, Audience};
use crate::desk::Desk;
use crate::error::{Fault, Outcome, UserError};
use crate::phrase;
use crate::store::{StoreResult, UnitOfWork};

/// How many may vote, where that is fixed.
pub(super) async fn size(unit: &mut dyn UnitOfWork, poll: &Poll) -> StoreResult<Option<u32>> {
    if !poll.terms.fixes_electorate() {
        return Ok(None);
    }
    let electors = unit.electors(poll.group, poll.id).await?;
    Ok(Some(u32::try_from(electors.len()).unwrap_or(u32::MAX)))
}

/// Fixes who may vote, where the terms ask for that: everybody who belongs to it now.
pub(super) async fn fix(unit: &mut dyn UnitOfWork, poll: &Poll) -> Result<(), Fault> {
    if !poll.terms.fixes_electorate() {
        return Ok(());
    }
    let who = poll.terms.who.unwrap_or(Audience::Everyone);
    for person in audience::everybody(unit, poll.group, who).await? {
        unit.add_elector(poll.group, poll.id, person.id).await?;
    }
    Ok(())
}

/// Refuses the vote of whoever is not in a fixed electorate.
pub(super) async fn must_be_in(desk: &mut Desk<'_>, poll: &Poll) -> Outcome<()> {
    if !poll.terms.fixes_electorate() {
        return Ok(());
    }
    let electors = desk.work.unit.electors(poll.group, poll.id).await?;
    if electors.contains(&desk.me()) {
        return Ok(());
    }
    let reference = poll.reference();
    Err(UserError::new(phrase!("poll-not-elector", poll = word reference))
        .type_next(format!("poll show {reference}"))
        .into())
}

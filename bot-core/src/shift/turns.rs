//! When a shift's card says something else although nobody acted: sign-up opens, check-in opens, the shift is over. Cards that
//! were posted are drawn anew then.

use std::collections::BTreeSet;

use super::{Roster, Shift};
use crate::clock::Instant;
use crate::store::{Due, DueAct, StoreResult};
use crate::work::Work;

/// Has the agenda follow what an act made of a shift.
pub(super) async fn plan(work: &mut Work<'_>, before: Option<&Roster>, after: &Shift) -> StoreResult<()> {
    let was = before.map(|before| turns(&before.shift)).unwrap_or_default();
    let is = turns(after);
    for at in was.difference(&is) {
        work.unit.settle(&after.due(*at, DueAct::Redraw, None)).await?;
    }
    for at in is.into_iter().filter(|at| *at > work.now) {
        work.unit.schedule(&after.due(at, DueAct::Redraw, None)).await?;
    }
    Ok(())
}

/// What the agenda asks for.
pub(super) async fn run(work: &mut Work<'_>, due: &Due, number: u32) -> StoreResult<()> {
    match work.unit.shift(due.group, number).await? {
        Some(roster) => work.card_changed(due.group, roster.shift.reference()).await,
        None => Ok(()),
    }
}

fn turns(shift: &Shift) -> BTreeSet<Instant> {
    if shift.cancelled.is_some() {
        return BTreeSet::new();
    }
    shift
        .opens_at()
        .into_iter()
        .chain([shift.doors_at(), shift.ends_at()])
        .collect()
}

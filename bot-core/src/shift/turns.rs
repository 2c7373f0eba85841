//! When a shift's card says something else although nobody acted: sign-up opens, check-in opens, the shift is over. Cards that
//! were posted are drawn anew then, and those who decided on a shift hear that it is over.

use std::collections::BTreeSet;

use super::{Roster, Shift};
use crate::clock::Instant;
use crate::error::Fault;
use crate::poll;
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
pub(super) async fn run(work: &mut Work<'_>, due: &Due, number: u32) -> Result<(), Fault> {
    let Some(roster) = work.unit.shift(due.group, number).await? else {
        return Ok(());
    };
    let shift = &roster.shift;
    if was_done(&roster, work.now) {
        poll::done::tell(work, due.group, shift.reference(), &shift.title).await?;
    }
    Ok(work.card_changed(due.group, shift.reference()).await?)
}

/// Whether it is over, and somebody was in.
fn was_done(roster: &Roster, now: Instant) -> bool {
    let shift = &roster.shift;
    shift.cancelled.is_none() && shift.ends_at() <= now && roster.seated().next().is_some()
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

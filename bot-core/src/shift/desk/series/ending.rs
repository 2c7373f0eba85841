//! Cancelling dates of a series, and ending it.

use super::{DateChange, Named, Reached, keep, news, said};
use crate::clock::Instant;
use crate::desk::{Answer, Desk};
use crate::error::{Outcome, UserError};
use crate::phrase;
use crate::series::Scope;
use crate::shift::Cancelled;
use crate::shift::desk::for_update;

/// Cancels the dates that are meant.
pub(in crate::shift::desk) async fn cancel(
    desk: &mut Desk<'_>,
    mut reached: Reached,
    reason: Option<&String>,
) -> Outcome<Answer> {
    if reached.scope == Scope::One {
        return cancel_one(desk, reached, reason).await;
    }
    let nothing_left = || UserError::new(phrase!("series-nothing-left")).type_next("shift list");
    let from = reached.from(desk).ok_or_else(nothing_left)?;
    let (mut live, _) = reached.lock(desk, from).await?;
    if live.is_empty() && reached.series.ended {
        return Err(nothing_left().into());
    }
    for change in &mut live {
        change.after.cancel(reason.cloned(), desk.work.now)?;
    }
    reached.series.ended = true;
    keep(desk, &mut reached, &live).await?;
    news::tell(desk, &reached.series, &live).await?;
    Ok(said::cancelled(desk, &live))
}

/// Cancels one date, which is left out from now on; one that is not made yet is only left out.
async fn cancel_one(desk: &mut Desk<'_>, mut reached: Reached, reason: Option<&String>) -> Outcome<Answer> {
    let shift = match &reached.named {
        Named::Made(shift) => shift.number,
        Named::Ahead(date) => {
            let date = date.clone();
            desk.must_run(reached.series.template.team)?;
            reached.series.dates.skipped.insert(date.local);
            keep(desk, &mut reached, &[]).await?;
            return Ok(said::left_out(desk, &reached.series, &date));
        }
    };
    let mut change = DateChange::new(for_update(desk, shift).await?);
    desk.must_run(change.before.shift.team)?;
    change.after.cancel(reason.cloned(), desk.work.now)?;
    reached.series.dates.skipped.extend(change.local());
    let changes = [change];
    keep(desk, &mut reached, &changes).await?;
    news::tell(desk, &reached.series, &changes).await?;
    Ok(said::cancelled(desk, &changes))
}

/// Ends a series with the date that is named: those after it (with [`Scope::All`] all but it) must be empty, and go.
pub(super) fn no_more(
    desk: &mut Desk<'_>,
    reached: &mut Reached,
    live: &mut Vec<DateChange>,
) -> Outcome<Vec<DateChange>> {
    let named = reached.named_number();
    let mut go: Vec<DateChange> = Vec::new();
    let mut stay = Vec::new();
    for change in live.drain(..) {
        if Some(change.before.shift.number) == named {
            stay.push(change);
        } else {
            go.push(change);
        }
    }
    *live = stay;
    let taken = go.iter().filter(|change| !change.before.people().is_empty());
    let taken: Vec<_> = taken.map(|change| change.before.shift.reference()).collect();
    super::hours::nobody_may_be_on(&taken, Scope::Later)?;
    for change in &mut go {
        change.after.cancel(None, desk.work.now)?;
    }
    reached.series.ended = true;
    Ok(go)
}

/// Cancels a date that nobody is on and takes it out of its series, so that the rule may have that date again.
pub(in crate::shift) fn let_go(change: &mut DateChange, now: Instant) {
    let shift = &mut change.after.shift;
    shift.cancelled.get_or_insert(Cancelled { at: now, reason: None });
    shift.series = None;
    shift.version = change.before.shift.version + 1;
}

//! The dates of a series, made ahead and written down.

use std::collections::BTreeSet;

use super::horizon::{Horizon, look};
use super::{Series, horizon};
use crate::error::Fault;
use crate::ids::{GroupId, Kind, SeriesId, ShiftId};
use crate::series::card::SHOWN;
use crate::shift::{Shift, short};
use crate::store::{Due, DueAct, StoreResult};
use crate::time::{Moment, When};
use crate::work::Work;

/// Saves a series that is locked, with what the horizon shows of it: makes the dates that are missing and puts the next
/// look on the agenda. The dates that were made. Its version counts what changed since `before`.
pub(crate) async fn save(work: &mut Work<'_>, before: Option<&Series>, series: &mut Series) -> StoreResult<Vec<Shift>> {
    let made = work.unit.series_dates(series.group, series.id, work.now).await?;
    let clocks: BTreeSet<_> = made
        .iter()
        .filter_map(|date| Some(date.series.as_ref()?.local))
        .collect();
    let Horizon { missing, next } = if series.ended {
        Horizon::NOTHING
    } else {
        look(&series.dates, &clocks, work.now)
    };
    series.ended = next.is_none();
    if before != Some(&*series) || !missing.is_empty() {
        series.version += 1;
    }
    work.unit.save_shift_series(series).await?;
    let next = next.map(|at| (at, DueAct::Extend));
    work.plan_anew(series.group, series.subject(), next).await?;
    let mut dates = Vec::new();
    for start in missing {
        dates.push(make(work, series, start).await?);
    }
    Ok(dates)
}

/// Makes one date of a series that is locked and saved.
pub(crate) async fn make(work: &mut Work<'_>, series: &Series, start: Moment) -> StoreResult<Shift> {
    let number = work.next_reference(series.group, Kind::Shift).await?.number;
    let shift = series.date(ShiftId::new(work.ids, work.now), number, start);
    work.save_shift(&shift).await?;
    short::plan(work, &shift).await?;
    Ok(shift)
}

/// What the agenda asks for: the horizon has reached another date.
pub(crate) async fn run(work: &mut Work<'_>, due: &Due) -> Result<(), Fault> {
    let id = SeriesId(due.subject.id);
    let Some(mut series) = work.unit.shift_series_for_update(due.group, id).await? else {
        return Ok(());
    };
    if !series.ended {
        let before = series.clone();
        save(work, Some(&before), &mut series).await?;
    }
    Ok(())
}

/// Makes the dates that are missing up to that one; `None` where they are too many.
pub(crate) async fn make_until(work: &mut Work<'_>, series: &Series, last: &Moment) -> StoreResult<Option<Vec<Shift>>> {
    let known = work.unit.series_dates(series.group, series.id, work.now).await?;
    let clocks: BTreeSet<_> = known
        .iter()
        .filter_map(|date| Some(date.series.as_ref()?.local))
        .collect();
    let coming = series.dates.coming(horizon::MOST_AT_ONCE + clocks.len() + 1, work.now);
    let missing = coming
        .into_iter()
        .filter(|date| date.at <= last.at && !clocks.contains(&date.local));
    let missing: Vec<Moment> = missing.collect();
    if missing.len() > horizon::MOST_AT_ONCE {
        return Ok(None);
    }
    let mut dates = Vec::new();
    for start in missing {
        dates.push(make(work, series, start).await?);
    }
    Ok(Some(dates))
}

/// The series that a shift is a date of.
pub(crate) async fn of(work: &mut Work<'_>, group: GroupId, shift: &Shift) -> Result<Option<Series>, Fault> {
    let Some(of) = &shift.series else { return Ok(None) };
    let series = work.unit.shift_series(group, of.series).await?;
    Ok(Some(series.ok_or(Fault::Invariant("a date has its series"))?))
}

/// The dates that come after a date of a series, as they are: what was moved on its own is where it was moved to.
pub(crate) async fn coming(work: &mut Work<'_>, series: &Series, shift: &Shift) -> StoreResult<Vec<When>> {
    let made = work.unit.series_dates(series.group, series.id, work.now).await?;
    let clocks: BTreeSet<_> = made
        .iter()
        .filter_map(|date| Some(date.series.as_ref()?.local))
        .collect();
    let after = shift.start.at.max(work.now);
    let live = made
        .into_iter()
        .filter(|date| date.cancelled.is_none() && date.start.at > after);
    let mut coming: Vec<When> = live.map(|date| date.when()).collect();
    if !series.ended && coming.len() < SHOWN {
        let ahead = series.dates.coming(SHOWN + clocks.len(), after).into_iter();
        let ahead = ahead.filter(|date| !clocks.contains(&date.local));
        coming.extend(ahead.map(|date| series.when(&date)));
    }
    coming.sort_by_key(|date| date.start.at);
    coming.truncate(SHOWN);
    Ok(coming)
}

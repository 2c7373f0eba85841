//! How an act on dates of a series is taken back, as a whole.

use super::Left;
use crate::desk::{Answer, Desk};
use crate::error::{Outcome, Stop};
use crate::phrase;
use crate::shift::desk::series::ending::let_go;
use crate::shift::desk::series::{DateChange, hours, is_live, local, news, said, save};
use crate::shift::desk::{for_update, with_card};
use crate::shift::series::{Series, ahead};
use crate::undo::{changed_since, must_still_be};

/// Ends a series that was posted, and cancels its dates.
pub(super) async fn unpost(desk: &mut Desk<'_>, shift: u32) -> Outcome<Answer> {
    let group = desk.group()?.id;
    let first = desk
        .work
        .unit
        .shift(group, shift)
        .await?
        .ok_or_else(changed_since)?
        .shift;
    let mut series = lock(desk, &first.series.ok_or_else(changed_since)?.series).await?;
    desk.must_run(series.template.team)?;
    let mut changes = Vec::new();
    for date in desk.work.unit.series_dates(group, series.id, desk.work.now).await? {
        let mut change = DateChange::new(for_update(desk, date.number).await?);
        if is_live(&change.before.shift) {
            change.after.cancel(None, desk.work.now)?;
            changes.push(change);
        }
    }
    save(desk, &changes).await?;
    series.ended = true;
    ahead::save(&mut desk.work, None, &mut series).await?;
    news::tell(desk, &series, &changes).await?;
    let dates: Vec<&DateChange> = changes.iter().collect();
    let mut said = vec![phrase!("series-unposted", title = user series.template.title)];
    said.extend(said::telling(desk, &dates));
    let card = said.iter().fold(crate::reply::Card::new(), |card, phrase| {
        card.line(desk.voice.line(phrase))
    });
    Ok(card.into())
}

/// Puts a series and its dates back as they were, if nothing happened to them since.
pub(super) async fn put_back(
    desk: &mut Desk<'_>,
    before: Series,
    left: u32,
    dates: Vec<Left>,
    made: Vec<u32>,
) -> Outcome<Answer> {
    let now = lock(desk, &before.id).await?;
    desk.must_run(before.template.team)?;
    if now.version != left {
        return Err(changed_since().into());
    }
    must_still_be(desk, before.template.team).await?;
    let mut series = Series {
        version: now.version,
        ..before
    };
    let mut changes = unmake(desk, &series, &made).await?;
    // The act left them in the order in which each found its place free: the other way round finds it free again.
    for Left { before, left } in dates.into_iter().rev() {
        let mut change = DateChange::new(for_update(desk, before.number).await?);
        if change.before.shift.version != left {
            return Err(changed_since().into());
        }
        desk.must_run(change.before.shift.team)?;
        must_still_be(desk, before.team).await?;
        change.moves = change.after.put_header_back(before, desk.work.now)?;
        changes.push(change);
    }
    save(desk, &changes).await?;
    ahead::save(&mut desk.work, Some(&now), &mut series).await?;
    news::tell(desk, &series, &changes).await?;
    let dates = hours::by_date(&changes);
    let mut said = vec![phrase!("series-restored", title = user series.template.title)];
    let heard: Vec<&DateChange> = dates
        .iter()
        .copied()
        .filter(|date| date.before.shift.when() != date.after.shift.when() || !is_live(&date.before.shift))
        .collect();
    said.extend(said::telling(desk, &heard));
    if let Some(first) = dates.first().filter(|date| is_live(&date.after.shift)) {
        with_card(desk, said, first.after.clone()).await
    } else {
        let card = said.iter().fold(crate::reply::Card::new(), |card, phrase| {
            card.line(desk.voice.line(phrase))
        });
        Ok(card.into())
    }
}

/// The dates that the act made and the series as it was would not have: they go.
async fn unmake(desk: &mut Desk<'_>, series: &Series, made: &[u32]) -> Outcome<Vec<DateChange>> {
    let mut changes = Vec::new();
    for number in made {
        let mut change = DateChange::new(for_update(desk, *number).await?);
        let on_rule = local(&change.before.shift)
            .and_then(|local| Some(series.on(local.date())?.local == local))
            .unwrap_or_default();
        if is_live(&change.before.shift) && (series.ended || !on_rule) {
            let_go(&mut change, desk.work.now);
            changes.push(change);
        }
    }
    Ok(changes)
}

async fn lock(desk: &mut Desk<'_>, id: &crate::ids::SeriesId) -> Outcome<Series> {
    let group = desk.group()?.id;
    let series = desk.work.unit.shift_series_for_update(group, *id).await?;
    series.ok_or_else(|| Stop::User(changed_since()))
}

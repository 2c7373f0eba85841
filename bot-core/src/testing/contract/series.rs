//! What every store does with series of shifts.

use std::sync::Arc;

use chrono::TimeDelta;

use super::fixtures::{at, begin, id, read, ward, zone};
use super::shifts::shift;
use crate::ids::{GroupId, SeriesId, TeamId};
use crate::people::Team;
use crate::series::Dates;
use crate::shift::series::{Field, Template};
use crate::shift::{Needs, Series, SeriesDate, Shift};
use crate::store::Store;

/// The `n`th series, of which nothing is left out.
fn series(group: GroupId, n: u128) -> Series {
    let zone = zone("America/New_York");
    Series {
        id: SeriesId(id(500 + n)),
        group,
        dates: Dates::new("every sat".parse().unwrap(), zone.to_local(at(0)), zone),
        length: None,
        whole_days: false,
        template: Template {
            title: "Canvass *Ward* 3".to_owned(),
            place: None,
            team: None,
            note: None,
            cutoff: None,
            opens: None,
            needs: Needs::Anyone,
        },
        ended: false,
        version: 1,
    }
}

/// The `n`th date of a series, `minutes` after the beginning.
fn date(series: &Series, n: u32, minutes: i64) -> Shift {
    let of = SeriesDate {
        series: series.id,
        at: at(minutes),
        local: series.dates.zone.to_local(at(minutes)),
        own: [Field::Hours, Field::Place].into(),
    };
    Shift {
        series: Some(of),
        ..shift(series.group, n, minutes)
    }
}

/// A series reads back with everything that there can be of it or nothing, also after a change.
pub async fn a_series_reads_back(store: Arc<dyn Store>) {
    let group = ward(&store).await.id;
    let team = Team {
        id: TeamId(id(200)),
        group,
        name: "North".to_owned(),
    };
    let bare = series(group, 1);
    let mut full = series(group, 2);
    full.dates.skipped = [full.dates.first, full.dates.first + TimeDelta::days(7)].into();
    full.length = Some(TimeDelta::minutes(90));
    full.whole_days = true;
    full.ended = true;
    full.template = Template {
        title: "Doors".to_owned(),
        place: Some("Library".to_owned()),
        team: Some(team.id),
        note: Some("Bring\na coat".to_owned()),
        cutoff: Some(TimeDelta::hours(2)),
        opens: Some(TimeDelta::days(7)),
        needs: Needs::parse("driver=2,knocker=6").unwrap(),
    };
    let mut unit = begin(&store).await;
    unit.save_team(&team).await.unwrap();
    for series in [&bare, &full] {
        unit.save_shift_series(series).await.unwrap();
    }
    unit.commit().await.unwrap();
    let mut unit = begin(&store).await;
    assert_eq!(unit.shift_series(group, full.id).await.unwrap().as_ref(), Some(&full));
    assert_eq!(
        unit.shift_series_for_update(group, bare.id).await.unwrap().as_ref(),
        Some(&bare)
    );
    assert_eq!(
        unit.shift_series(super::fixtures::group(101).id, bare.id)
            .await
            .unwrap(),
        None
    );
    assert_eq!(unit.count_shift_series(group).await.unwrap(), 1);
    assert!(
        !unit.remove_team(group, team.id).await.unwrap(),
        "a series is the team's"
    );
    let changed = Series {
        id: bare.id,
        version: 9,
        ..full
    };
    unit.save_shift_series(&changed).await.unwrap();
    assert_eq!(unit.shift_series(group, bare.id).await.unwrap(), Some(changed));
    assert_eq!(unit.count_shift_series(group).await.unwrap(), 0);
}

/// The dates of a series come by the rule's time, from an instant on, the cancelled ones among them.
pub async fn the_dates_of_a_series_are_found(store: Arc<dyn Store>) {
    let group = ward(&store).await.id;
    let (one, other) = (series(group, 1), series(group, 2));
    let mut moved_here = date(&one, 4, 30);
    moved_here.start = date(&one, 4, 500).start;
    moved_here.end = None;
    let mut unit = begin(&store).await;
    for series in [&one, &other] {
        unit.save_shift_series(series).await.unwrap();
    }
    let cancelled = Shift {
        cancelled: Some(crate::shift::Cancelled {
            at: at(1),
            reason: None,
        }),
        ..date(&one, 2, 200)
    };
    let past = date(&one, 1, 0);
    let coming = date(&one, 3, 300);
    for shift in [
        &past,
        &cancelled,
        &coming,
        &moved_here,
        &date(&other, 5, 200),
        &shift(group, 6, 200),
    ] {
        unit.save_shift(shift).await.unwrap();
    }
    unit.commit().await.unwrap();
    let mut unit = read(&store).await;
    let dates = unit.series_dates(group, one.id, at(100)).await.unwrap();
    assert_eq!(dates, [moved_here, cancelled, coming]);
    let all = unit.series_dates(group, one.id, at(-1)).await.unwrap();
    assert_eq!(all.len(), 4);
}

/// A date of a series is made once, and its place in the rule is free when it is taken out.
pub async fn a_date_is_made_once(store: Arc<dyn Store>) {
    let group = ward(&store).await.id;
    let series = series(group, 1);
    let first = date(&series, 1, 100);
    let mut unit = begin(&store).await;
    unit.save_shift_series(&series).await.unwrap();
    unit.save_shift(&first).await.unwrap();
    unit.commit().await.unwrap();
    let mut unit = begin(&store).await;
    assert!(unit.save_shift(&date(&series, 2, 100)).await.is_err());
    drop(unit);
    let mut unit = begin(&store).await;
    unit.save_shift(&Shift { series: None, ..first }).await.unwrap();
    unit.save_shift(&date(&series, 2, 100)).await.unwrap();
    unit.commit().await.unwrap();
}

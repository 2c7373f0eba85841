//! What is given out reads back: into an empty desk as the same, into its own desk as nothing new.

mod properties;

use std::sync::Arc;

use super::fold::Lines;
use super::*;
use crate::calendar::take::{Fate, Taken, take};
use crate::calendar::{Reading, ics as read_ics, table as read_table};
use crate::clock::Instant;
use crate::store::Store;
use crate::testing::contract::fixtures::{group, zone};
use crate::testing::{MemoryStore, SeededIds};
use crate::time::{Frame, Moment};
use crate::work::Work;

fn now() -> Instant {
    "2026-12-01T09:00:00Z".parse().unwrap()
}

async fn fresh() -> Arc<dyn Store> {
    let store: Arc<dyn Store> = Arc::new(MemoryStore::default());
    let mut unit = store.begin().await.unwrap();
    unit.save_group(&group(1)).await.unwrap();
    unit.commit().await.unwrap();
    store
}

fn frame() -> Frame {
    Frame {
        now: now(),
        zone: group(1).zone,
        language: group(1).language,
    }
}

async fn take_in(store: &Arc<dyn Store>, reading: &Reading) -> Vec<Taken> {
    let ids = SeededIds::new(store_seed(store));
    let mut unit = store.begin().await.unwrap();
    let mut work = Work {
        unit: &mut *unit,
        ids: &ids,
        now: now(),
        public_url: None,
    };
    let taken = take(&mut work, &group(1), &reading.entries).await.unwrap();
    unit.commit().await.unwrap();
    taken
}

/// Another one for each store, so that ids differ.
fn store_seed(store: &Arc<dyn Store>) -> u64 {
    Arc::as_ptr(store).cast::<()>().addr() as u64
}

async fn desk(store: &Arc<dyn Store>) -> Desk {
    let mut unit = store.read().await.unwrap();
    Desk::load(&mut *unit, &group(1)).await.unwrap()
}

/// What a desk holds, without ids, numbers and versions.
fn holds(desk: &Desk) -> Vec<String> {
    let moment = |moment: &Moment| format!("{} {} {}", moment.at, moment.local, moment.zone.name());
    let shifts = desk.shifts.iter().map(|shift| {
        format!(
            "{} | {} – {:?} | {:?} {:?} {} {:?} {:?} {} {} {:?}",
            shift.title,
            moment(&shift.start),
            shift.end.as_ref().map(moment),
            shift.place,
            shift.note,
            shift.needs,
            shift.cutoff,
            shift.opens,
            shift.whole_days,
            shift.cancelled.is_some(),
            shift.series.as_ref().map(|of| (of.local, of.own.clone())),
        )
    });
    let series = desk.series.values().map(|series| {
        format!(
            "{:?} {:?} {:?} {}",
            series.dates, series.length, series.template, series.whole_days
        )
    });
    let tasks = desk.tasks.iter().map(|task| {
        let done = matches!(task.state, State::Done { .. });
        format!(
            "{} {:?} {:?} {:?} {done}",
            task.title,
            task.note,
            task.rule().cloned(),
            task.due.as_ref().map(moment)
        )
    });
    let mut all: Vec<String> = shifts.chain(series).chain(tasks).collect();
    all.sort();
    all
}

const SEASON: &str = "\
BEGIN:VEVENT
UID:series
SEQUENCE:2
DTSTART;TZID=Europe/Madrid:20261205T100000
DTEND;TZID=Europe/Madrid:20261205T130000
RRULE:FREQ=WEEKLY;UNTIL=20270401T000000Z
EXDATE;TZID=Europe/Madrid:20261219T100000
SUMMARY:Canvass\\, Ward 3
X-MUSTER-NEEDS:driver=1\\,knocker=4
END:VEVENT
BEGIN:VEVENT
UID:series
RECURRENCE-ID;TZID=Europe/Madrid:20261212T100000
DTSTART;TZID=Europe/Madrid:20261212T150000
DTEND;TZID=Europe/Madrid:20261212T180000
SUMMARY:Canvass\\, later
END:VEVENT
BEGIN:VEVENT
UID:series
RECURRENCE-ID:20270206T090000Z
DTSTART;TZID=Europe/Madrid:20270206T100000
STATUS:CANCELLED
SUMMARY:Canvass\\, Ward 3
END:VEVENT
BEGIN:VEVENT
UID:days
DTSTART;VALUE=DATE:20261224
DTEND;VALUE=DATE:20261227
SUMMARY:Camp
END:VEVENT
BEGIN:VEVENT
UID:past
DTSTART;TZID=Asia/Kolkata:20190101T100000
DTEND;TZID=Asia/Kolkata:20190102T010000
SUMMARY:Long ago
DESCRIPTION:one\\ntwo
LOCATION:Main Library
X-MUSTER-CUTOFF:90m
END:VEVENT
BEGIN:VEVENT
UID:list
DTSTART;TZID=Europe/Madrid:20261205T100000
RDATE;TZID=Europe/Madrid:20261206T110000
SUMMARY:Twice
END:VEVENT
BEGIN:VTODO
UID:task
SUMMARY:Print flyers
DUE;TZID=Europe/Madrid:20261204T170000
END:VTODO
BEGIN:VTODO
UID:monthly
SUMMARY:Accounts
DTSTART;TZID=Europe/Madrid:20261204T170000
RRULE:FREQ=MONTHLY;BYDAY=1FR;UNTIL=20271231T000000Z
END:VTODO
BEGIN:VTODO
UID:done
SUMMARY:Buy paper
STATUS:COMPLETED
COMPLETED:20261101T100000Z
END:VTODO
";

fn read(text: &str) -> Reading {
    let reading = read_ics::read(text.as_bytes(), &frame());
    assert!(
        reading.remarks.refused.is_empty(),
        "{:?}\n{text}",
        reading.remarks.refused
    );
    reading
}

fn season() -> Reading {
    read(&format!("BEGIN:VCALENDAR\n{SEASON}END:VCALENDAR\n"))
}

fn fates(taken: &[Taken]) -> Vec<&Fate> {
    taken.iter().map(|taken| &taken.fate).collect()
}

#[tokio::test]
async fn a_season_reads_back_into_an_empty_desk() {
    let store = fresh().await;
    let taken = take_in(&store, &season()).await;
    assert!(
        !taken.iter().any(|taken| matches!(taken.fate, Fate::Refused(_))),
        "{taken:?}"
    );
    let first = desk(&store).await;
    let text = ics(&first, now());
    let other = fresh().await;
    take_in(&other, &read(&text)).await;
    assert_eq!(holds(&desk(&other).await), holds(&first), "{text}");
    assert!(
        text.contains("RECURRENCE-ID;TZID=Europe/Madrid:20261212T100000"),
        "{text}"
    );
    assert!(
        text.contains("RRULE:FREQ=WEEKLY;BYDAY=SA;UNTIL=20270401T000000Z"),
        "{text}"
    );
    assert!(
        text.contains("UID:series") && text.contains("TZID:Asia/Kolkata"),
        "{text}"
    );
}

#[tokio::test]
async fn what_is_known_is_not_doubled() {
    let store = fresh().await;
    take_in(&store, &season()).await;
    let before = desk(&store).await;
    let again = take_in(&store, &season()).await;
    assert!(again.iter().all(|taken| taken.fate == Fate::Unchanged), "{again:?}");
    let own = take_in(&store, &read(&ics(&before, now()))).await;
    assert!(own.iter().all(|taken| taken.fate == Fate::Unchanged), "{own:?}");
    let table = read_table::read(csv(&before).unwrap().as_bytes(), &frame());
    assert!(table.remarks.refused.is_empty(), "{:?}", table.remarks);
    assert_eq!(holds(&desk(&store).await), holds(&before));
    assert_eq!(desk(&store).await.shifts, before.shifts);
}

#[tokio::test]
async fn whole_days_are_dates_and_end_with_the_day_after() {
    let file = "BEGIN:VCALENDAR
BEGIN:VEVENT
UID:camp
DTSTART;VALUE=DATE:20261211
DTEND;VALUE=DATE:20261214
SUMMARY:Camp
END:VEVENT
BEGIN:VEVENT
UID:fair
DTSTART;VALUE=DATE:20261205
RRULE:FREQ=WEEKLY;BYDAY=SA
SUMMARY:Fair
END:VEVENT
END:VCALENDAR
";
    let store = fresh().await;
    take_in(&store, &read(file)).await;
    let first = desk(&store).await;
    let text = ics(&first, now());
    for line in [
        "DTSTART;VALUE=DATE:20261211",
        "DTEND;VALUE=DATE:20261214",
        "DTSTART;VALUE=DATE:20261205",
        "DTEND;VALUE=DATE:20261206",
    ] {
        assert!(text.contains(line), "{line} is not in\n{text}");
    }
    let other = fresh().await;
    take_in(&other, &read(&text)).await;
    assert_eq!(holds(&desk(&other).await), holds(&first), "{text}");
}

#[tokio::test]
async fn a_later_version_changes_and_an_older_one_does_not() {
    let store = fresh().await;
    let event = |sequence: u32, title: &str| {
        read(&format!(
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSEQUENCE:{sequence}\nDTSTART:20261205T100000\nSUMMARY:{title}\nEND:VEVENT\nEND:VCALENDAR\n"
        ))
    };
    assert_eq!(fates(&take_in(&store, &event(1, "a")).await), [&Fate::Added]);
    assert_eq!(fates(&take_in(&store, &event(2, "b")).await), [&Fate::Changed]);
    assert_eq!(fates(&take_in(&store, &event(1, "c")).await), [&Fate::Older]);
    let desk = desk(&store).await;
    assert_eq!((desk.shifts.len(), desk.shifts[0].title.as_str()), (1, "b"));
}

#[tokio::test]
async fn a_series_follows_its_file() {
    let store = fresh().await;
    take_in(&store, &season()).await;
    let text = format!("BEGIN:VCALENDAR\n{SEASON}END:VCALENDAR\n");
    let later = text
        .replace("SEQUENCE:2", "SEQUENCE:3")
        .replace(
            "EXDATE;TZID=Europe/Madrid:20261219T100000",
            "EXDATE;TZID=Europe/Madrid:20261226T100000",
        )
        .replace("SUMMARY:Canvass\\, Ward 3\nX-MUSTER", "SUMMARY:Doors\nX-MUSTER");
    take_in(&store, &read(&later)).await;
    let desk = desk(&store).await;
    let dates = desk.shifts.iter().filter(|shift| shift.series.is_some());
    let seen: Vec<String> = dates
        .map(|shift| {
            format!(
                "{} {} {}",
                shift.start.local.format("%d.%m. %H:%M"),
                shift.title,
                shift.cancelled.is_some()
            )
        })
        .collect();
    assert!(seen.contains(&"05.12. 10:00 Doors false".to_owned()), "{seen:?}");
    assert!(
        seen.contains(&"12.12. 15:00 Canvass, later false".to_owned()),
        "{seen:?}"
    );
    assert!(seen.contains(&"19.12. 10:00 Doors false".to_owned()), "{seen:?}");
    assert!(seen.contains(&"26.12. 10:00 Doors true".to_owned()), "{seen:?}");
}

#[tokio::test]
async fn a_table_reads_back_into_an_empty_desk() {
    let store = fresh().await;
    take_in(&store, &season()).await;
    let first = desk(&store).await;
    let text = csv(&first).unwrap();
    let reading = read_table::read(text.as_bytes(), &frame());
    assert!(
        reading.remarks.refused.is_empty(),
        "{:?}\n{text}",
        reading.remarks.refused
    );
    let other = fresh().await;
    take_in(&other, &reading).await;
    let hours = |desk: &Desk| {
        // How far ahead the dates of a series are made depends on those that are its own.
        let soon = "2026-12-31T00:00:00Z".parse::<Instant>().unwrap();
        let live = desk
            .shifts
            .iter()
            .filter(|shift| shift.cancelled.is_none() && shift.start.at < soon);
        let mut hours: Vec<_> = live
            .map(|shift| {
                (
                    shift.start.at,
                    shift.end.as_ref().map(|end| end.at),
                    shift.title.clone(),
                )
            })
            .collect();
        hours.sort();
        hours
    };
    assert_eq!(hours(&desk(&other).await), hours(&first), "{text}");
}

#[test]
fn what_is_in_utc_reads_back_in_utc_although_the_group_is_elsewhere() {
    let event = "BEGIN:VEVENT\nUID:1\nDTSTART;TZID=UTC:20261205T100000\nSUMMARY:Call\nEND:VEVENT\n";
    let reading = read(&format!("BEGIN:VCALENDAR\n{event}END:VCALENDAR\n"));
    wait(async {
        let store = fresh().await;
        take_in(&store, &reading).await;
        let text = ics(&desk(&store).await, now());
        let own = take_in(&store, &read(&text)).await;
        assert!(own.iter().all(|taken| taken.fate == Fate::Unchanged), "{own:?}\n{text}");
    });
}

#[test]
fn a_zone_is_defined_as_it_is() {
    let mut lines = Lines::default();
    let at = |text: &str| text.parse::<Instant>().unwrap();
    zone::define(
        &mut lines,
        &zone("Europe/Madrid"),
        at("2026-01-01T00:00:00Z"),
        at("2026-12-01T00:00:00Z"),
    );
    let text = lines.0.replace("TZID:Europe/Madrid", "TZID:Mine");
    let event = "BEGIN:VEVENT\r\nUID:1\r\nDTSTART;TZID=Mine:20260705T100000\r\nRRULE:FREQ=DAILY\r\nEND:VEVENT\r\n";
    let reading = read(&format!("BEGIN:VCALENDAR\r\n{text}{event}END:VCALENDAR\r\n"));
    let start = reading.entries[0].start().unwrap();
    assert_eq!(start.at, at("2026-07-05T08:00:00Z"), "{text}");
}

fn wait<T>(work: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread()
        .build()
        .unwrap()
        .block_on(work)
}

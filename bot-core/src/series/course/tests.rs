//! Courses by random acts, and the cases that matter.

use chrono::{NaiveDateTime, TimeDelta};
use proptest::prelude::*;

use super::*;
use crate::testing::contract::fixtures::zone;

fn local(text: &str) -> NaiveDateTime {
    text.parse().unwrap()
}

fn course(rule: &str, first: &str) -> Course {
    Course::new(rule.parse().unwrap(), local(first), zone("America/New_York"))
}

fn fridays() -> Course {
    course("FREQ=WEEKLY;BYDAY=FR", "2026-12-04T17:00:00")
}

fn comes(course: &Course, most: usize) -> Vec<String> {
    let date = |date: &Date| {
        format!(
            "{}{}",
            date.at.local.format("%a %d %H:%M"),
            date.text.as_deref().unwrap_or_default()
        )
    };
    course.coming(most).iter().map(date).collect()
}

fn on(course: &Course, day: &str) -> Date {
    match course.day(day.parse().unwrap()) {
        Day::Of(date) | Day::Skipped(date) => date,
        Day::Free => panic!("nothing on {day}"),
    }
}

fn moment(text: &str) -> Moment {
    Moment::new(local(text), zone("America/New_York"))
}

#[test]
fn dates_that_were_moved_come_in_the_order_of_their_time() {
    let mut course = fridays();
    let (second, third) = (on(&course, "2026-12-11"), on(&course, "2026-12-18"));
    course
        .set_apart(&second, Some(moment("2026-12-20T10:00:00")), None)
        .unwrap();
    course
        .set_apart(&third, Some(moment("2026-12-03T10:00:00")), Some("!".to_owned()))
        .unwrap();
    assert_eq!(
        comes(&course, 4),
        ["Thu 03 10:00!", "Fri 04 17:00", "Sun 20 10:00", "Fri 25 17:00"]
    );
    let first = course.next().unwrap();
    course.take(&first);
    assert_eq!(comes(&course, 3), ["Fri 04 17:00", "Sun 20 10:00", "Fri 25 17:00"]);
    course.let_go(moment("2026-12-19T00:00:00").at);
    assert_eq!(comes(&course, 2), ["Sun 20 10:00", "Fri 25 17:00"]);
    course.let_go(moment("2026-12-26T00:00:00").at);
    assert!(course.own.is_empty() && course.dates.skipped.is_empty());
}

#[test]
fn what_is_out_of_the_ordinary_stays_so_when_all_change() {
    let mut course = fridays();
    let (second, third, fourth) = (
        on(&course, "2026-12-11"),
        on(&course, "2026-12-18"),
        on(&course, "2026-12-25"),
    );
    course
        .set_apart(&second, Some(moment("2026-12-12T10:00:00")), None)
        .unwrap();
    course.set_apart(&third, None, Some("!".to_owned())).unwrap();
    course.skip(&fourth).unwrap();
    let later = course
        .moved_as(
            local("2026-12-04T17:00:00"),
            local("2026-12-04T19:00:00"),
            zone("America/New_York"),
        )
        .unwrap();
    assert_eq!(
        comes(&later, 4),
        ["Fri 04 19:00", "Sat 12 10:00", "Fri 18 19:00!", "Fri 01 19:00"]
    );
    let thursdays = course
        .moved_as(
            local("2026-12-04T17:00:00"),
            local("2026-12-03T17:00:00"),
            zone("America/New_York"),
        )
        .unwrap();
    assert_eq!(
        comes(&thursdays, 4),
        ["Thu 03 17:00", "Sat 12 10:00", "Thu 17 17:00!", "Thu 31 17:00"]
    );
    let daily = course.ruled(
        "FREQ=DAILY".parse().unwrap(),
        local("2026-12-10T08:00:00"),
        zone("America/New_York"),
    );
    assert_eq!(comes(&daily, 3), ["Thu 10 08:00", "Sat 12 08:00", "Sat 12 10:00"]);
    assert!(matches!(daily.day("2026-12-25".parse().unwrap()), Day::Skipped(_)));
}

#[test]
fn a_course_in_two_parts_has_the_dates_of_the_whole() {
    let mut whole = course("FREQ=WEEKLY;BYDAY=FR;COUNT=5", "2026-12-04T17:00:00");
    let skipped = on(&whole, "2026-12-25");
    whole.skip(&skipped).unwrap();
    let third = on(&whole, "2026-12-18");
    let [before, after] = [whole.before(&third), whole.from(&third)];
    assert_eq!(comes(&before, 9), ["Fri 04 17:00", "Fri 11 17:00"]);
    assert_eq!(comes(&after, 9), ["Fri 18 17:00", "Fri 01 17:00"]);
}

#[test]
fn a_date_that_was_left_out_comes_again_at_a_time_of_its_own() {
    let mut course = fridays();
    let first = on(&course, "2026-12-04");
    course.skip(&first).unwrap();
    assert!(matches!(course.day("2026-12-04".parse().unwrap()), Day::Skipped(_)));
    course
        .set_apart(&first, Some(moment("2026-12-05T09:00:00")), None)
        .unwrap();
    assert_eq!(comes(&course, 2), ["Sat 05 09:00", "Fri 11 17:00"]);
    let again = on(&course, "2026-12-05");
    assert_eq!(again.rule, first.rule);
    course
        .set_apart(&again, Some(moment("2026-12-04T17:00:00")), None)
        .unwrap();
    assert_eq!(course, fridays());
}

#[test]
fn there_is_a_limit_to_what_is_out_of_the_ordinary() {
    let mut course = course("FREQ=DAILY", "2026-12-04T17:00:00");
    for _ in 0..EXCEPTIONS_MAX {
        let next = course.next().unwrap();
        course.skip(&next).unwrap();
    }
    let next = course.next().unwrap();
    assert_eq!(course.skip(&next), Err(NoRoom));
}

#[test]
fn a_course_reads_back() {
    let mut course = fridays();
    let next = course.next().unwrap();
    course
        .set_apart(&next, Some(moment("2026-12-05T17:00:00")), Some("!".to_owned()))
        .unwrap();
    let text = serde_json::to_string(&course).unwrap();
    assert_eq!(serde_json::from_str::<Course>(&text).unwrap(), course);
}

#[derive(Debug, Clone)]
enum Act {
    Skip(usize),
    Move(usize, i64),
    Say(usize),
    Pass,
    Clock(u32),
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        (0usize..4).prop_map(Act::Skip),
        (0usize..4, -40i64..80).prop_map(|(date, hours)| Act::Move(date, hours)),
        (0usize..4).prop_map(Act::Say),
        Just(Act::Pass),
        (0u32..24).prop_map(Act::Clock),
    ]
}

const RULES: [&str; 4] = [
    "FREQ=DAILY",
    "FREQ=WEEKLY;BYDAY=MO,SA",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR",
    "FREQ=MONTHLY;BYDAY=-1SU",
];
const ZONES: [&str; 4] = ["America/New_York", "Europe/Madrid", "Australia/Lord_Howe", "Asia/Tokyo"];

proptest! {
    /// Whatever is done: dates come in order and once, those that were left out do not come, and those that were moved
    /// come when they were moved to, whatever changed for all.
    #[test]
    fn every_date_comes_once_and_where_it_was_put(
        rule in 0usize..4, place in 0usize..4, autumn: bool, acts in prop::collection::vec(act(), 0..24),
    ) {
        let first = if autumn { "2026-10-20T02:30:00" } else { "2027-03-01T02:30:00" };
        let mut course = Course::new(RULES[rule].parse().unwrap(), local(first), zone(ZONES[place]));
        let mut taken: Vec<Instant> = Vec::new();
        let mut promised = BTreeMap::new();
        for act in acts {
            match act {
                Act::Pass => {
                    let next = course.next().unwrap();
                    if let Some(promised) = promised.remove(&next.rule.date()) {
                        prop_assert_eq!(next.at.at, promised);
                    }
                    prop_assert!(taken.last().is_none_or(|last| *last <= next.at.at));
                    taken.push(next.at.at);
                    course.take(&next);
                    prop_assert!(course.next().is_none_or(|after| after.rule != next.rule));
                }
                Act::Skip(index) => {
                    let date = course.coming(4).swap_remove(index);
                    course.skip(&date).unwrap();
                    promised.remove(&date.rule.date());
                    prop_assert!(course.coming(9).iter().all(|other| other.rule != date.rule));
                }
                Act::Move(index, hours) => {
                    let date = course.coming(4).swap_remove(index);
                    let to = Moment::at(date.at.at + TimeDelta::hours(hours), date.at.zone.clone());
                    if taken.last().is_some_and(|last| to.at <= *last) { continue; }
                    course.set_apart(&date, Some(to.clone()), None).unwrap();
                    if course.own.get(&date.rule).is_some_and(|own| own.at.is_some()) {
                        promised.insert(date.rule.date(), to.at);
                    } else {
                        promised.remove(&date.rule.date());
                    }
                }
                Act::Say(index) => {
                    let date = course.coming(4).swap_remove(index);
                    course.set_apart(&date, None, Some("!".to_owned())).unwrap();
                    // Where the course has come to the time that it was moved to, it goes with the course again.
                    if course.own.get(&date.rule).is_none_or(|own| own.at.is_none()) {
                        promised.remove(&date.rule.date());
                    }
                }
                Act::Clock(hour) => {
                    let from = course.dates.first;
                    let to = from.date().and_hms_opt(hour, 30, 0).unwrap();
                    let moved = course.moved_as(from, to, course.dates.zone.clone()).unwrap();
                    let count = |course: &Course| (course.own.len(), course.dates.skipped.len());
                    prop_assert_eq!(count(&moved), count(&course));
                    course = moved;
                    if let Some(last) = taken.last() { course.let_go(*last); }
                    promised.retain(|_, at| taken.last().is_none_or(|last| *at > *last));
                }
            }
        }
    }
}

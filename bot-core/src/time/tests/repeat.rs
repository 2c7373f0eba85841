//! Repeats.

use chrono::{Datelike, TimeDelta, Weekday, WeekdaySet};

use super::{frame_at, local_time, utc, when};
use crate::time::{Moment, Repeat, When, Zone, parse_when};

fn next_starts(when: &When, count: usize) -> Vec<String> {
    std::iter::successors(Some(when.clone()), |last| last.next_after(last.start.at))
        .take(count)
        .map(|when| when.start.local.format("%a %Y-%m-%d %H:%M").to_string())
        .collect()
}

#[test]
fn they_keep_their_wall_clock_across_both_clock_changes() {
    for (start, change) in [("2026-10-20 10:00", "2026-11-01"), ("2027-03-02 10:00", "2027-03-14")] {
        let daily = parse_when("every day 18:30-20:00", &frame_at(start, "America/New_York")).unwrap();
        let days: Vec<When> = std::iter::successors(Some(daily.clone()), |last| last.next_after(last.start.at))
            .take(30)
            .collect();
        let all_at = |when: &When| {
            let end = when.end.as_ref().unwrap();
            let clocks = [&when.start, end].map(|moment| moment.zone.to_local(moment.at).time());
            clocks.map(|clock| clock.format("%H:%M").to_string())
        };
        assert!(days.iter().all(|when| all_at(when) == ["18:30", "20:00"]));
        let steps: Vec<i64> = days
            .windows(2)
            .map(|pair| (pair[1].start.at - pair[0].start.at).num_hours())
            .collect();
        let odd: Vec<&i64> = steps.iter().filter(|hours| **hours != 24).collect();
        assert_eq!(odd.len(), 1, "one clock change about {change}");
    }
}

#[test]
fn a_skipped_time_moves_forward_for_that_day_only() {
    let daily = parse_when("every day 2:30-3am", &frame_at("2027-03-12 10:00", "America/New_York"));
    let occurrences: Vec<(String, i64)> = std::iter::successors(daily.ok(), |last| last.next_after(last.start.at))
        .take(3)
        .map(|when| {
            let real = when.start.zone.to_local(when.start.at);
            let length = when.end.unwrap().at - when.start.at;
            (real.format("%d %H:%M").to_string(), length.num_minutes())
        })
        .collect();
    let expected = [("13 02:30", 30), ("14 03:30", 30), ("15 02:30", 30)];
    assert_eq!(occurrences, expected.map(|(start, length)| (start.to_owned(), length)));
}

#[test]
fn every_other_week_stays_in_phase() {
    let fortnightly = when("every 2 weeks on mon and thu 19:00");
    assert_eq!(
        next_starts(&fortnightly, 4),
        [
            "Thu 2026-11-26 19:00",
            "Mon 2026-12-07 19:00",
            "Thu 2026-12-10 19:00",
            "Mon 2026-12-21 19:00"
        ]
    );
    let after_a_year = fortnightly.next_after(utc("2027-12-01 00:00")).unwrap();
    let weeks = after_a_year.start.local.date() - local_time("2026-11-23 00:00").date();
    assert_eq!(weeks.num_weeks() % 2, 0);
    let every_third_day = when("every 3 days 9am");
    let far = every_third_day.next_after(utc("2029-01-01 00:00")).unwrap();
    let days = far.start.local.date() - every_third_day.start.local.date();
    assert_eq!(days.num_days() % 3, 0);
}

#[test]
fn the_start_itself_counts_where_it_is_ahead() {
    let weekly = when("every sat 10am");
    let next = weekly.next_after(weekly.start.at - TimeDelta::minutes(1)).unwrap();
    assert_eq!(next.start, weekly.start);
    let repeat = weekly.repeat.unwrap();
    let on_a_sunday = Moment::new(local_time("2026-11-29 10:00"), Zone::utc());
    let first = repeat.next_after(&on_a_sunday, utc("2026-11-01 00:00")).unwrap();
    assert_eq!(first.local, local_time("2026-12-05 10:00"));
    assert_eq!(when("sat 10am").next_after(utc("2026-01-01 00:00")), None);
}

#[test]
fn their_text_reads_back() {
    let canonical = [
        "every day",
        "every 2 days",
        "every weekday",
        "every tue",
        "every mon, wed and sun",
        "every 2 weeks on mon and thu",
        "every 3 weeks on mon, tue, wed, thu and fri",
    ];
    for text in canonical {
        let repeat: Repeat = text.parse().unwrap();
        assert_eq!(repeat.to_string(), text);
        let json = serde_json::to_string(&repeat).unwrap();
        assert_eq!(json, format!("\"{text}\""));
        assert_eq!(serde_json::from_str::<Repeat>(&json).unwrap(), repeat);
    }
    for wrong in [
        "",
        "every",
        "every 0 days",
        "every 400 days",
        "every 53 weeks on mon",
        "tue",
        "every tue 9am",
    ] {
        assert!(wrong.parse::<Repeat>().is_err(), "{wrong}");
        assert!(serde_json::from_str::<Repeat>(&format!("\"{wrong}\"")).is_err());
    }
    assert_eq!(Repeat::weekly(1, WeekdaySet::EMPTY), None);
    assert_eq!(when("every tue 9am").start.local.weekday(), Weekday::Tue);
}

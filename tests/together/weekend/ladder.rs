//! The reasons for which the bot writes to somebody who did not ask, and how often it may.

use std::collections::{BTreeMap, HashSet};
use std::fmt::Write as _;

use muster_core::chrono::Timelike as _;
use muster_core::clock::Instant;
use muster_core::time::Zone;

/// Each reason, with words that its messages have.
const REASONS: [(&str, &[&str]); 13] = [
    ("given a role", &[" made you a captain of "]),
    ("reminded", &[" is in "]),
    ("offered a seat", &["A seat opened in "]),
    ("moved up", &["A seat opened: you are in "]),
    (
        "asked",
        &[" asks: can you take a seat in ", ". Can you take their place?"],
    ),
    ("free", &["Somebody takes your place in "]),
    ("told of a move", &[" is moved from "]),
    ("told of an end", &[" is cancelled."]),
    (
        "put in or taken off",
        &[" put you in ", " took you off ", "whom you put in "],
    ),
    ("told what is short", &[" seat open.", " seats open."]),
    (
        "told how a search went",
        &[
            " is full now.",
            "nobody could. You are still in.",
            "nobody is left to ask.",
            "Nobody is left to ask ",
        ],
    ),
    ("thanked", &["Thank you for "]),
    ("asked how it went", &["How did it go?"]),
];
/// The most that somebody is asked in a week, unless the group says otherwise.
const ASKED_A_WEEK: usize = 3;
/// How a line begins that must not be there.
pub(super) const TROUBLE: &str = "  ! ";
/// From which hour to which those who keep quiet hours are not written to.
const QUIET: [u32; 2] = [21, 8];
/// What is told within them all the same: after them it would come too late.
const WOULD_BE_TOO_LATE: &str = " is in 2 h: ";

/// What was written to people who had not asked.
#[derive(Debug, Default)]
pub(super) struct Ladder {
    /// Who keeps quiet hours.
    quiet: HashSet<String>,
    written: Vec<Written>,
}

#[derive(Debug)]
struct Written {
    to: String,
    at: Instant,
    /// The first one says why.
    lines: Vec<String>,
}

impl Ladder {
    pub(super) fn keeps_quiet(&mut self, name: &str) {
        self.quiet.insert(name.to_owned());
    }

    pub(super) fn writes(&mut self, to: &str, at: Instant, lines: Vec<String>) {
        let to = to.to_owned();
        self.written.push(Written { to, at, lines });
    }

    /// How often each was written to and why: never twice for the same, nor more often than the ladder says.
    pub(super) fn counted(&self) -> String {
        let mut people: BTreeMap<&str, BTreeMap<usize, usize>> = BTreeMap::new();
        let (mut seen, mut page) = (HashSet::new(), String::new());
        for Written { to, at, lines } in &self.written {
            let line = &lines[0];
            if !seen.insert((to, lines)) {
                let _ = writeln!(page, "{TROUBLE}{to} is told twice: {line}");
            }
            if self.quiet.contains(to) && is_quiet(*at) && !line.contains(WOULD_BE_TOO_LATE) {
                let _ = writeln!(page, "{TROUBLE}{to} is woken: {line}");
            }
            match reason(line) {
                Some(reason) => *people.entry(to).or_default().entry(reason).or_default() += 1,
                None => drop(writeln!(page, "{TROUBLE}{to} is written to without a reason: {line}")),
            }
        }
        for (name, reasons) in &people {
            let asked = reasons.iter().find(|(reason, _)| REASONS[**reason].0 == "asked");
            if asked.is_some_and(|(_, times)| *times > ASKED_A_WEEK) {
                let _ = writeln!(page, "{TROUBLE}{name} is asked too often");
            }
            let times = reasons
                .iter()
                .map(|(reason, times)| format!("{times} × {}", REASONS[*reason].0));
            let all: usize = reasons.values().sum();
            let _ = writeln!(page, "  {name} {all}: {}", times.collect::<Vec<_>>().join(", "));
        }
        page
    }
}

/// The number of the reason for a message.
fn reason(line: &str) -> Option<usize> {
    let fits = |(_, words): &(&str, &[&str])| words.iter().any(|words| line.contains(words));
    REASONS.iter().position(fits)
}

fn is_quiet(at: Instant) -> bool {
    let zone = Zone::parse("America/New_York").unwrap();
    let hour = zone.to_local(at).hour();
    hour >= QUIET[0] || hour < QUIET[1]
}

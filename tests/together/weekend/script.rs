//! What is done over the weekend, line by line.

use muster_adapter_console::line::{self, ClockMove, Line};

/// A line at which something happens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Act<'a> {
    /// These people are on that platform.
    On(&'a str, Vec<&'a str>),
    /// The clock is moved.
    Clock(ClockMove),
    /// Each of them types that.
    Type(Vec<&'a str>, Setting, &'a str),
    /// Each of them taps what has that label, under a message that says those words.
    Tap(Vec<&'a str>, &'a str, &'a str),
    /// Somebody's calendar is read.
    Calendar(&'a str),
    /// What everybody was sent is counted.
    Count,
}

/// Where something is typed, and how much of what comes of it is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Setting {
    pub(super) in_private: bool,
    pub(super) in_full: bool,
}

impl<'a> Act<'a> {
    /// The act of a line; none where it is seen, or says nothing.
    pub(super) fn read(line: &'a str) -> Option<Self> {
        if line.starts_with([' ', '#', '-']) {
            return None;
        }
        if let Some(on) = line.strip_prefix(":on ") {
            let (platform, people) = on.split_once(' ')?;
            return Some(Self::On(platform, names(people)));
        }
        if let Some(name) = line.strip_prefix(":calendar ") {
            return Some(Self::Calendar(name));
        }
        if line == ":count" {
            return Some(Self::Count);
        }
        if let Line::Clock(to) = line::read(line) {
            return Some(Self::Clock(to));
        }
        if let Some((who, typed)) = line.split_once("> ") {
            let (who, in_full) = without(who, ", in full");
            let (who, in_private) = without(who, ", in private");
            return Some(Self::Type(names(who), Setting { in_private, in_full }, typed));
        }
        let (who, tapped) = line.split_once(" taps ").or_else(|| line.split_once(" tap "))?;
        let (label, words) = tapped.split_once(" under ")?;
        Some(Self::Tap(names(who), label, words))
    }
}

fn names(text: &str) -> Vec<&str> {
    text.split(", ").collect()
}

fn without<'a>(text: &'a str, ending: &str) -> (&'a str, bool) {
    text.strip_suffix(ending).map_or((text, false), |before| (before, true))
}

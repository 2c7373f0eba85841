//! Calendars in and out: pure functions of text, and the use case that takes what was read.
//!
//! - [`Reading`]: what a file says: [`Entry`]s to take, and [`Remark`]s on what cannot be taken or breaks a rule
//! - [`ics`]: iCalendar (RFC 5545); [`table`]: CSV
//! - [`give`]: the desk as calendar files; `feed`: somebody's own calendar, at an address of its own
//! - [`take`]: entries become shifts and tasks, known ones are changed and not doubled

pub(crate) mod feed;
pub mod give;
pub mod ics;
mod once;
pub mod table;
pub mod take;

pub(crate) use give::alone;

use std::collections::BTreeSet;
use std::fmt::Write;

use chrono::NaiveDateTime;
use serde::Serialize;

use crate::clock::Instant;
use crate::reply::clean;
use crate::shift::Needs;
use crate::time::{Duration, Moment, Repeat};

/// The most bytes of a file that is read.
pub const MOST_BYTES: usize = 50 * 1024 * 1024;
/// The most entries of a file.
pub const MOST_ENTRIES: usize = 50_000;
/// What the UIDs end in that this desk makes: before it stands the id.
pub(crate) const OWN_UIDS: &str = "@muster";
/// The most bytes of a UID; the standard advises fewer than 255 (RFC 7986, 5.3).
pub const UID_BYTES: usize = 1000;

/// What a file says.
#[derive(Debug, Default)]
pub struct Reading {
    /// What can be taken, in the order of the file.
    pub entries: Vec<Entry>,
    /// What is said of the rest.
    pub remarks: Remarks,
}

/// What is said of a file's lines.
#[derive(Debug, Default)]
pub struct Remarks {
    /// Entries that cannot be taken, and why not.
    pub refused: Vec<Remark>,
    /// What breaks a rule and was read all the same.
    pub warnings: Vec<Remark>,
    /// What is no event or task.
    pub passed_over: Vec<Remark>,
}

/// A sentence about a line of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// The line, from 1.
    pub line: usize,
    /// The sentence.
    pub text: String,
}

impl Remark {
    /// A sentence about that line.
    pub fn new(line: usize, text: impl Into<String>) -> Self {
        Self {
            line,
            text: text.into(),
        }
    }
}

impl Remarks {
    /// Says that something breaks a rule and was read all the same.
    pub(crate) fn warn(&mut self, line: usize, text: impl Into<String>) {
        self.warnings.push(Remark::new(line, text));
    }
}

/// Something to take.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The line on which it begins.
    pub line: usize,
    /// What makes it the same entry in a later file: its UID, or one made of its title and start.
    pub uid: String,
    /// Of which date of a repeating entry it speaks (its RECURRENCE-ID).
    pub date: Option<OnDate>,
    /// Counts its changes.
    pub sequence: u32,
    /// When it was last changed.
    pub modified: Option<Instant>,
    /// What it is.
    pub what: What,
}

impl Entry {
    /// When it begins, if it is an event.
    pub(crate) fn start(&self) -> Option<&Moment> {
        match &self.what {
            What::Event(event) => Some(&event.start),
            What::Todo(_) => None,
        }
    }
}

/// One date of a repeating entry.
#[derive(Debug, Clone, PartialEq)]
pub struct OnDate {
    /// The date as the rule gives it.
    pub moment: Moment,
    /// Whether only the day is said.
    pub whole_day: bool,
    /// Whether it was said by a wall clock, and not in UTC.
    pub by_wall_clock: bool,
}

impl OnDate {
    /// The date by the wall clock of an entry that begins then.
    pub(crate) fn by(&self, start: &Moment) -> NaiveDateTime {
        if self.whole_day {
            return self.moment.local.date().and_time(start.local.time());
        }
        if self.by_wall_clock && self.moment.zone == start.zone {
            return self.moment.local;
        }
        start.zone.to_local(self.moment.at)
    }
}

/// What an entry is.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub enum What {
    /// A shift, or several.
    Event(Event),
    /// A task.
    Todo(Todo),
}

/// A shift to be, or several.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Event {
    /// What is to be done.
    pub title: String,
    /// What else is good to know.
    pub note: Option<String>,
    /// Where.
    pub place: Option<String>,
    /// When it begins (its first date). A whole day begins at 0:00.
    pub start: Moment,
    /// When it ends. A whole day ends at 0:00 of the day after.
    pub end: Option<Moment>,
    /// Whether its hours are whole days.
    pub whole_days: bool,
    /// How it repeats, if it does.
    pub repeats: Option<Repeats>,
    /// Whether it is cancelled.
    pub cancelled: bool,
    /// How many it takes, where the file says so.
    pub needs: Option<Needs>,
    /// The name of its team, where the file says so.
    pub team: Option<String>,
    /// Members cannot drop it later than this before the start, where the file says so.
    #[serde(skip)]
    pub cutoff: Option<Duration>,
    /// Members cannot claim it earlier than this before the start, where the file says so.
    #[serde(skip)]
    pub opens: Option<Duration>,
}

/// The dates of an event that has several.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Repeats {
    /// The rule, if there is one.
    pub rule: Option<Repeat>,
    /// Dates beyond the rule, with their own ends where they have some.
    pub extra: Vec<(Moment, Option<Moment>)>,
    /// Dates that are left out, by the wall clock of the event.
    pub skipped: BTreeSet<NaiveDateTime>,
}

/// A task to be.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Todo {
    /// What is to be done.
    pub title: String,
    /// More about it.
    pub note: Option<String>,
    /// By when.
    pub due: Option<Moment>,
    /// How it repeats.
    pub repeat: Option<Repeat>,
    /// Whether it is done, and since when.
    pub done: Option<Option<Instant>>,
    /// Whether it was called off.
    pub cancelled: bool,
    /// The name of its team, where the file says so.
    pub team: Option<String>,
}

/// What a file has, fit to be repeated in the report.
pub(crate) fn shown(text: &str) -> String {
    let line = clean::one_line(text.trim());
    let mut short: String = line.chars().take(60).collect();
    if short.len() < line.len() {
        short.push('…');
    }
    short
}

/// The first 16 bytes of a hash, as text.
pub(crate) fn hex(digest: &[u8]) -> String {
    digest.iter().take(16).fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}"); // writing to a string never fails
        hex
    })
}

/// A text as people may type it: without control characters and marks of direction. Lines stay lines.
pub(crate) fn fit(text: &str) -> String {
    let lines = text.replace("\r\n", "\n");
    let lines: Vec<_> = lines.split('\n').map(clean::one_line).collect();
    lines.join("\n").trim().to_owned()
}

/// A title and note of at most so many characters: what the title cannot hold stands in the note, and a note is cut.
pub(crate) fn fitted(
    title: &str,
    note: &str,
    most: [usize; 2],
    line: usize,
    remarks: &mut Remarks,
) -> (String, Option<String>) {
    let [most_title, most_note] = most;
    let title = clean::one_line(&fit(title))
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    let note = fit(note);
    let (short, note) = if title.chars().count() > most_title {
        remarks.warn(
            line,
            format!("the title is longer than {most_title} characters: all of it opens the note"),
        );
        (cut(&title, most_title), format!("{title}\n{note}"))
    } else {
        (title, note)
    };
    let note = note.trim();
    let note = if note.chars().count() > most_note {
        remarks.warn(
            line,
            format!("the note is longer than {most_note} characters, and is cut"),
        );
        cut(note, most_note)
    } else {
        note.to_owned()
    };
    (short, Some(note).filter(|note| !note.is_empty()))
}

/// The beginning of a text, with a mark that there was more: at most so many characters.
fn cut(text: &str, most: usize) -> String {
    let short: String = text.chars().take(most - 1).collect();
    format!("{}…", short.trim_end())
}

//! The week with every shift by itself: its number, how many are in, its hours in words and as a bar of its day.

use super::coverage::{Coverage, Day};
use super::table::{COLUMN, Legend, Table};
use super::tally::is_short;
use crate::locale::Voice;
use crate::phrase;
use crate::picture::{Drawing, Edge, Frame, Ink, Side, Text};
use crate::shift::{Roster, Shift};
use crate::time::{Moment, clock_words, hours_words};

/// The free space around a shift.
const GAP: u32 = 5;
/// The width of a shift.
const WIDTH: u32 = COLUMN - 2 * GAP;
/// The height of a shift.
const HEIGHT: u32 = 72;
/// The free space at its sides.
const INNER: u32 = 8;
/// The least length of a bar.
const LEAST: u32 = 4;

/// Draws it.
pub(super) fn drawn(coverage: &Coverage<'_>, voice: &Voice) -> Drawing {
    let heights: Vec<u32> = coverage
        .rows
        .iter()
        .map(|row| {
            let most = coverage.days.iter().map(|day| day.of_these(&row.shifts).len()).max();
            u32::try_from(most.unwrap_or_default()).unwrap_or_default() * (HEIGHT + GAP) + GAP
        })
        .collect();
    let mut table = Table::new(coverage, &heights, &legend(voice), voice);
    for (number, row) in coverage.rows.iter().enumerate() {
        for (column, day) in coverage.days.iter().enumerate() {
            let (x, mut y) = table.corner(number, column);
            for roster in day.of_these(&row.shifts) {
                draw(&mut table, (x + GAP, y + GAP), roster, day, voice);
                y += HEIGHT + GAP;
            }
        }
    }
    table.sheet
}

fn legend(voice: &Voice) -> [Legend; 3] {
    [
        (Look::SHORT, phrase!("shift-week-legend-short")),
        (Look::FULL, phrase!("shift-week-legend-full")),
        (Look::FREE, phrase!("shift-week-legend-free")),
    ]
    .map(|(look, words)| Legend {
        fill: look.ground,
        edge: Some(look.edge),
        words: voice.text(&words),
    })
}

/// How a shift is drawn.
#[derive(Debug, Clone, Copy)]
struct Look {
    ground: Ink,
    edge: Edge,
    bar: Ink,
}

impl Look {
    const SHORT: Self = Self {
        ground: Ink::ShortTint,
        edge: Edge::Dashed(Ink::Short),
        bar: Ink::Short,
    };
    const FULL: Self = Self {
        ground: Ink::FullTint,
        edge: Edge::Solid(Ink::Full),
        bar: Ink::Full,
    };
    const FREE: Self = Self {
        ground: Ink::FreeTint,
        edge: Edge::Solid(Ink::Free),
        bar: Ink::Free,
    };

    fn of(roster: &Roster) -> Self {
        match roster.open() {
            None => Self::FREE,
            Some(_) if is_short(roster) => Self::SHORT,
            Some(_) => Self::FULL,
        }
    }
}

fn draw(table: &mut Table, (x, y): (u32, u32), roster: &Roster, day: &Day, voice: &Voice) {
    let (shift, look) = (&roster.shift, Look::of(roster));
    let frame = Frame {
        x,
        y,
        width: WIDTH,
        height: HEIGHT,
    };
    table.sheet.area(frame, look.ground, Some(look.edge));
    let (left, room) = (x + INNER, WIDTH - 2 * INNER);
    table.write(left, y + 19, 16, room / 2, Ink::Text, &shift.reference().to_string());
    table.sheet.text(Text {
        x: left + room,
        y: y + 19,
        size: 16,
        room: room / 2,
        ink: Ink::Text,
        side: Side::Right,
        words: count(roster, voice),
    });
    table.write(left, y + 36, 13, room, Ink::Text, &hours(shift, voice));
    table.write(left, y + 52, 13, room, Ink::Faint, &shift.title);
    let track = Frame {
        x: left,
        y: y + HEIGHT - 12,
        width: room,
        height: 6,
    };
    table.sheet.area(track, Ink::Paper, None);
    let (from, until) = day.stretch(shift, room);
    let from = from.min(room - LEAST);
    let bar = Frame {
        x: left + from,
        width: until.saturating_sub(from).max(LEAST),
        ..track
    };
    table.sheet.area(bar, look.bar, None);
}

/// "4/6", "6/6 ✓", "5 in"
fn count(roster: &Roster, voice: &Voice) -> String {
    let taken = roster.count_in();
    match (roster.shift.needs.total(), roster.open()) {
        (Some(seats), Some(0)) => format!("{taken}/{seats} ✓"),
        (Some(seats), _) => format!("{taken}/{seats}"),
        (None, _) => voice.text(&phrase!("shift-week-in", taken = number taken)),
    }
}

/// "10:00–13:00" in the reader's zone, "all day".
fn hours(shift: &Shift, voice: &Voice) -> String {
    if shift.whole_days {
        return hours_words(&shift.when(), voice.language);
    }
    let clock = |moment: &Moment| clock_words(&Moment::at(moment.at, voice.zone.clone()));
    let start = clock(&shift.start);
    match &shift.end {
        Some(end) => format!("{start}–{}", clock(end)),
        None => start,
    }
}

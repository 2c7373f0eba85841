//! The week counted, where it has too many shifts to draw each: how many seats are open by team and day.

use super::coverage::{Coverage, Row};
use super::table::{COLUMN, Legend, Table};
use super::tally::Tally;
use crate::locale::Voice;
use crate::phrase;
use crate::picture::{Drawing, Edge, Frame, Ink};

/// The height of a row.
const ROW: u32 = 58;
/// The free space around a cell.
const GAP: u32 = 4;
/// The most rows: the teams beyond share the last one.
const MOST_ROWS: usize = 20;

/// Draws it.
pub(super) fn drawn(coverage: &Coverage<'_>, voice: &Voice) -> Drawing {
    let (kept, rest) = coverage.rows.split_at(coverage.rows.len().min(MOST_ROWS));
    let rest = (!rest.is_empty()).then(|| Row {
        team: voice.text(&phrase!("shift-week-more-teams", teams = number rest.len())),
        shifts: rest.iter().flat_map(|row| row.shifts.iter().copied()).collect(),
    });
    let coverage = Coverage {
        rows: kept.iter().cloned().chain(rest).collect(),
        ..coverage.clone()
    };
    let heights = vec![ROW; coverage.rows.len()];
    let mut table = Table::new(&coverage, &heights, &legend(voice), voice);
    for (number, row) in coverage.rows.iter().enumerate() {
        for (column, day) in coverage.days.iter().enumerate() {
            let tally = Tally::of(day.of_these(&row.shifts));
            if tally.shifts > 0 {
                draw(&mut table, number, column, tally, voice);
            }
        }
    }
    table.sheet
}

fn legend(voice: &Voice) -> [Legend; 3] {
    let half = Tally {
        shifts: 1,
        short: 1,
        open: 1,
        seats: 2,
    };
    let some = Tally { seats: 3, ..half };
    let none = Tally::default();
    [
        (half, phrase!("shift-week-legend-half")),
        (some, phrase!("shift-week-legend-short")),
        (none, phrase!("shift-week-legend-none")),
    ]
    .map(|(tally, words)| {
        let (fill, edge) = look(tally);
        Legend {
            fill,
            edge: Some(edge),
            words: voice.text(&words),
        }
    })
}

/// How a cell is drawn.
const fn look(tally: Tally) -> (Ink, Edge) {
    if tally.is_half_open() {
        (Ink::ShortDeep, Edge::Dashed(Ink::Short))
    } else if tally.open > 0 {
        (Ink::ShortTint, Edge::Dashed(Ink::Short))
    } else {
        (Ink::FullTint, Edge::Solid(Ink::Full))
    }
}

fn draw(table: &mut Table, row: usize, day: usize, tally: Tally, voice: &Voice) {
    let (x, y) = table.corner(row, day);
    let frame = Frame {
        x: x + GAP,
        y: y + GAP,
        width: COLUMN - 2 * GAP,
        height: ROW - 2 * GAP,
    };
    let (fill, edge) = look(tally);
    table.sheet.area(frame, fill, Some(edge));
    let room = frame.width - 16;
    table.write(frame.x + 8, frame.y + 21, 16, room, Ink::Text, &tally.brief(voice));
    let of_all = phrase!("shift-week-cell", short = number tally.short, shifts = number tally.shifts);
    table.write(frame.x + 8, frame.y + 40, 12, room, Ink::Faint, &voice.text(&of_all));
}

//! The table of a week without its cells: what stands above it, beside it and below it.

use super::coverage::Coverage;
use super::tally::Tally;
use crate::locale::Voice;
use crate::picture::{Drawing, Edge, Frame, Ink, Side, Text};
use crate::shift::Roster;

/// The free edge of the sheet.
const MARGIN: u32 = 16;
/// The width of the names of teams.
const NAMES: u32 = 116;
/// The width of a day.
pub(super) const COLUMN: u32 = 146;
/// Where the rows begin.
const TOP: u32 = 116;
/// The least height of a row: a name, and how it stands.
const LEAST: u32 = 50;
/// The height of what is below the rows.
const BELOW: u32 = 44;

/// A sheet with the table on it, and where its cells are.
#[derive(Debug)]
pub(super) struct Table {
    pub(super) sheet: Drawing,
    left: u32,
    tops: Vec<u32>,
}

/// What a mark below the table means.
#[derive(Debug)]
pub(super) struct Legend {
    pub(super) fill: Ink,
    pub(super) edge: Option<Edge>,
    pub(super) words: String,
}

impl Table {
    /// The table of that week with rows that high, and the marks below it.
    pub(super) fn new(coverage: &Coverage<'_>, heights: &[u32], legend: &[Legend], voice: &Voice) -> Self {
        let left = if coverage.has_teams { MARGIN + NAMES } else { MARGIN };
        let heights: Vec<u32> = heights.iter().map(|height| *height.max(&LEAST)).collect();
        let mut bottom = TOP;
        let mut tops = Vec::new();
        for height in &heights {
            tops.push(bottom);
            bottom += height;
        }
        let days = u32::try_from(coverage.days.len()).unwrap_or_default();
        let width = left + days * COLUMN + MARGIN;
        let mut table = Self {
            sheet: Drawing::new(width, bottom + BELOW),
            left,
            tops,
        };
        table.write(MARGIN, 38, 22, width - 2 * MARGIN, Ink::Text, &coverage.title);
        table.write(MARGIN, 62, 16, width - 2 * MARGIN, Ink::Faint, &coverage.counts);
        table.bands(&heights, width);
        table.days(coverage, bottom, voice);
        if coverage.has_teams {
            table.names(coverage, voice);
        }
        table.legend(legend, bottom);
        table
    }

    /// The left upper corner of a cell.
    pub(super) fn corner(&self, row: usize, day: usize) -> (u32, u32) {
        (self.column(day), self.tops[row])
    }

    /// Writes a line that begins there.
    pub(super) fn write(&mut self, x: u32, y: u32, size: u32, room: u32, ink: Ink, words: &str) {
        self.sheet.text(Text {
            x,
            y,
            size,
            room,
            ink,
            side: Side::Left,
            words: words.to_owned(),
        });
    }

    fn column(&self, day: usize) -> u32 {
        self.left + u32::try_from(day).unwrap_or_default() * COLUMN
    }

    /// Every other row on a ground of its own.
    fn bands(&mut self, heights: &[u32], width: u32) {
        for (top, height) in self.tops.clone().into_iter().zip(heights).step_by(2) {
            let frame = Frame {
                x: MARGIN,
                y: top,
                width: width - 2 * MARGIN,
                height: *height,
            };
            self.sheet.area(frame, Ink::Band, None);
        }
    }

    /// The days above their columns, each with how it stands.
    fn days(&mut self, coverage: &Coverage<'_>, bottom: u32, voice: &Voice) {
        let all: Vec<&Roster> = coverage
            .rows
            .iter()
            .flat_map(|row| row.shifts.iter().copied())
            .collect();
        for (number, day) in coverage.days.iter().enumerate() {
            let x = self.column(number);
            let tally = Tally::of(day.of_these(&all));
            self.write(x + 8, TOP - 27, 15, COLUMN - 12, Ink::Text, &day.words);
            self.write(x + 8, TOP - 9, 13, COLUMN - 12, Ink::Faint, &tally.brief(voice));
            let rule = Frame {
                x,
                y: TOP - 42,
                width: 1,
                height: bottom + 42 - TOP,
            };
            self.sheet.area(rule, Ink::Rule, None);
        }
    }

    /// The teams beside their rows, each with how it stands.
    fn names(&mut self, coverage: &Coverage<'_>, voice: &Voice) {
        for (row, top) in coverage.rows.iter().zip(self.tops.clone()) {
            let tally = Tally::of(row.shifts.iter().copied());
            self.write(MARGIN + 6, top + 21, 14, NAMES - 12, Ink::Text, &row.team);
            self.write(MARGIN + 6, top + 39, 12, NAMES - 12, Ink::Faint, &tally.brief(voice));
        }
    }

    fn legend(&mut self, legend: &[Legend], bottom: u32) {
        let mut x = MARGIN + 2;
        for mark in legend {
            let frame = Frame {
                x,
                y: bottom + 17,
                width: 26,
                height: 14,
            };
            self.sheet.area(frame, mark.fill, mark.edge);
            self.write(x + 34, bottom + 29, 13, 210, Ink::Faint, &mark.words);
            x += 250;
        }
    }
}

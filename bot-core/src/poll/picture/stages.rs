//! A row for each option, a column for each stage: the first and the last of them where there are many.

use super::sheet::{LETTERS, Look, MARGIN, ROOM, SIGN, STEP, Sheet, length};
use super::{Body, Standing};
use crate::picture::{Ink, Side};
use crate::poll::tally::count::Count;
use crate::poll::tally::outcome::{Outcome, Stage, State};
use crate::poll::tally::report::Labels;

/// The most stages that are drawn.
const MOST: usize = 8;
/// The least width of a stage: the count of a town fits.
const LEAST: u32 = 96;
/// The free space beside the longest bar, and beside a count.
const GAP: [u32; 2] = [14, 4];
/// The height of a bar.
const BAR: u32 = 14;
/// How high the letters of a count are.
const SMALL: u32 = 16;
/// The decimals that a count shows; its table has all.
const DECIMALS: u8 = 2;

/// How much room what is drawn of a poll takes.
pub(super) fn width(body: &Body<'_>) -> u32 {
    match body {
        Body::Bars { .. } => ROOM,
        Body::Stages { outcome, .. } => {
            let columns = u32::try_from(drawn(outcome).len()).unwrap_or_default();
            ROOM.max(SIGN + columns * LEAST)
        }
    }
}

/// The numbers of the stages that are drawn, from 1: all of them, else the first and the last ones.
pub(super) fn drawn(outcome: &Outcome) -> Vec<usize> {
    let last = outcome.stages.len();
    let from = last.saturating_sub(MOST) + 1;
    (1..=last)
        .filter(|number| *number == 1 || *number > from || from == 1)
        .collect()
}

/// Draws the stages.
pub(super) fn draw(sheet: &mut Sheet, outcome: &Outcome, options: &[(&str, Standing)], labels: &Labels) {
    let columns = Columns::of(sheet, outcome);
    sheet.y += 12;
    columns.heads(sheet, labels);
    for (at, (option, standing)) in options.iter().enumerate() {
        sheet.option(at + 1, option, *standing);
        columns.row(sheet, at);
    }
    if columns.stages.iter().any(|(_, stage)| stage.quota.is_some()) {
        sheet.mark(MARGIN + 8, sheet.y + 6, 12);
        columns.figures(sheet, &labels.quota, |stage| stage.quota);
    }
    if columns
        .stages
        .iter()
        .any(|(_, stage)| stage.exhausted.total().units() > 0)
    {
        columns.figures(sheet, &labels.exhausted, |stage| Some(stage.exhausted.total()));
    }
}

/// The stages that are drawn, and where.
struct Columns<'a> {
    /// Each with its number.
    stages: Vec<(usize, &'a Stage)>,
    width: u32,
    /// The count that takes the whole width.
    most: u64,
}

impl<'a> Columns<'a> {
    fn of(sheet: &Sheet, outcome: &'a Outcome) -> Self {
        let stages: Vec<_> = drawn(outcome)
            .into_iter()
            .map(|number| (number, &outcome.stages[number - 1]))
            .collect();
        let columns = u32::try_from(stages.len()).unwrap_or_default().max(1);
        let counts = stages.iter().flat_map(|(_, stage)| {
            let standings = stage.standings.iter().map(|standing| standing.count);
            standings.chain(stage.quota)
        });
        Self {
            most: counts.map(Count::units).max().unwrap_or(0),
            width: (sheet.room - SIGN) / columns,
            stages,
        }
    }

    fn each(&self) -> impl Iterator<Item = (u32, usize, &'a Stage)> {
        let starts = (MARGIN + SIGN..).step_by(usize::try_from(self.width).unwrap_or(1).max(1));
        starts
            .zip(&self.stages)
            .map(|(x, (number, stage))| (x, *number, *stage))
    }

    /// The numbers of the stages; three points where some before it are left out.
    fn heads(&self, sheet: &mut Sheet, labels: &Labels) {
        let mut before = 0;
        for (x, number, _) in self.each() {
            let left_out = if number == before + 1 { "" } else { "… " };
            let words = if before == 0 {
                format!("{} {number}", labels.stage)
            } else {
                format!("{left_out}{number}")
            };
            sheet.text(
                x,
                sheet.y + 17,
                SMALL,
                self.width - GAP[1],
                Ink::Faint,
                Side::Left,
                &words,
            );
            before = number;
        }
        sheet.y += 26;
        sheet.rule();
        sheet.y += 10;
    }

    /// An option in each stage: its count, its bar and the line of the quota; none of these once it is out.
    fn row(&self, sheet: &mut Sheet, option: usize) {
        let room = self.width - GAP[0];
        let y = sheet.y + LETTERS + 6;
        for (x, _, stage) in self.each() {
            let standing = &stage.standings[option];
            self.figure(sheet, x, &said(stage, option));
            let look = match standing.state {
                State::Eliminated | State::Withdrawn => continue,
                State::Elected => Look::FULL,
                State::Continuing => Look::OTHER,
            };
            sheet.bar((x, y), (length(standing.count.units(), self.most, room), BAR), look);
            if let Some(quota) = stage.quota {
                sheet.mark(x + length(quota.units(), self.most, room), y, BAR);
            }
        }
        sheet.y = y + BAR + 16;
    }

    /// A figure of each stage that is no option's.
    fn figures(&self, sheet: &mut Sheet, label: &str, of: impl Fn(&Stage) -> Option<Count>) {
        let (x, y) = (MARGIN + SIGN, sheet.y + SMALL + 1);
        sheet.text(x, y, 17, sheet.room - SIGN, Ink::Faint, Side::Left, label);
        sheet.y += STEP;
        for (x, _, stage) in self.each() {
            self.figure(sheet, x, &of(stage).map_or_else(String::new, shown));
        }
        sheet.y += STEP;
    }

    fn figure(&self, sheet: &mut Sheet, x: u32, words: &str) {
        let room = self.width - GAP[1];
        sheet.text(x, sheet.y + SMALL, SMALL, room, Ink::Text, Side::Left, words);
    }
}

/// An option in a stage: its count, with a sign where it is elected; a dash where it is out.
pub(super) fn said(stage: &Stage, at: usize) -> String {
    let standing = &stage.standings[at];
    match standing.state {
        State::Continuing => shown(standing.count),
        State::Elected => format!("{} ✓", shown(standing.count)),
        State::Eliminated | State::Withdrawn => "–".to_owned(),
    }
}

/// A count without the decimals for which there is no room: they are cut off, as the methods cut them.
pub(super) fn shown(count: Count) -> String {
    let mut said = count.to_string();
    if let Some(beyond) = count.decimals().checked_sub(DECIMALS) {
        said.truncate(said.len() - usize::from(beyond));
    }
    said
}

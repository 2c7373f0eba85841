//! A bar for each option: beside it while all options are short, else below it.

use super::sheet::{LETTERS, Look, MARGIN, SIGN, Sheet, length, named};
use super::{Mark, Row};
use crate::picture::{Ink, Side, width};

/// The widest option that stands beside its bar.
const BESIDE: u32 = 200;
/// The height of a bar.
const BAR: u32 = 22;
/// The free space between an option, its bar and its figure.
const GAP: u32 = 12;
/// The least length of the longest bar.
const LEAST: u32 = 140;

/// Where the bars are.
#[derive(Debug, Clone, Copy)]
struct Scale {
    x: u32,
    room: u32,
    /// The figure that takes the whole room.
    most: u64,
    beside: bool,
}

/// Draws the bars, and the figure that wins.
pub(super) fn draw(sheet: &mut Sheet, rows: &[Row<'_>], needed: Option<&Mark>) {
    if rows.is_empty() {
        return;
    }
    sheet.y += GAP;
    let scale = Scale::of(sheet, rows, needed);
    for (number, row) in (1..).zip(rows) {
        if scale.beside {
            sheet.y += 4;
            sheet.sign(sheet.y + 18, row.standing);
            let words = named(number, row.option);
            sheet.text(
                MARGIN + SIGN,
                sheet.y + 18,
                LETTERS,
                BESIDE,
                Ink::Text,
                Side::Left,
                &words,
            );
        } else {
            sheet.option(number, row.option, row.standing);
            sheet.y += 6;
        }
        bar(sheet, scale, row, needed);
        sheet.y += BAR + if scale.beside { 12 } else { 18 };
    }
    if let Some(needed) = needed {
        caption(sheet, needed);
    }
}

impl Scale {
    fn of(sheet: &Sheet, rows: &[Row<'_>], needed: Option<&Mark>) -> Self {
        let wide = |words: &str| width(words, LETTERS);
        let options = (1..).zip(rows).map(|(number, row)| wide(&named(number, row.option)));
        let widest = options.max().unwrap_or(0);
        let beside = widest <= BESIDE;
        let x = MARGIN + SIGN + if beside { widest + GAP } else { 0 };
        let said = rows.iter().map(|row| wide(&row.said)).max().unwrap_or(0);
        let figures = rows.iter().map(|row| row.figure + row.lighter);
        Self {
            x,
            room: (MARGIN + sheet.room - x).saturating_sub(said + GAP).max(LEAST),
            most: figures.chain(needed.map(|needed| needed.figure)).max().unwrap_or(0),
            beside,
        }
    }
}

fn bar(sheet: &mut Sheet, scale: Scale, row: &Row<'_>, needed: Option<&Mark>) {
    let Scale { x, room, most, .. } = scale;
    let y = sheet.y;
    let long = length(row.figure, most, room);
    let whole = length(row.figure + row.lighter, most, room).max(long);
    sheet.bar((x + long, y), (whole - long, BAR), Look::LIGHTER);
    sheet.bar((x, y), (long, BAR), Look::of(row.standing));
    let mut end = x + whole;
    if let Some(needed) = needed {
        let at = x + length(needed.figure, most, room);
        sheet.mark(at, y, BAR);
        // The figure stands beside the line, never on it.
        if end <= at {
            end = at;
        }
    }
    let left = MARGIN + sheet.room - end;
    let at = if end == x { end } else { end + GAP };
    sheet.text(at, y + 18, LETTERS, left, Ink::Text, Side::Left, &row.said);
}

/// What the line across the bars means.
fn caption(sheet: &mut Sheet, needed: &Mark) {
    let (x, y) = (MARGIN + SIGN, sheet.y + 5);
    sheet.mark(x, y, 10);
    sheet.text(
        x + GAP,
        y + 12,
        17,
        sheet.room - SIGN - GAP,
        Ink::Faint,
        Side::Left,
        &needed.said,
    );
    sheet.y += 30;
}

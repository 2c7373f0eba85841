//! Counts as bars that line up on a phone: "label count bar" in a block of code.

use muster_core::reply::Bar;
use muster_core::reply::clean::typed_by_people;
use muster_core::reply::cut::cut_chars;
use unicode_width::UnicodeWidthStr;

use super::escape::without_ticks;
use super::piece::{Atom, Piece};

/// The widest label beside its bar. With a count and a bar a line has some 30 cells, which a phone shows without a break.
const LABEL_CELLS: usize = 14;
/// The longest bar.
const BAR_CELLS: u32 = 10;
/// The longest label, in characters: a message has room for the others too.
const LABEL_CHARS: usize = 150;

/// A row a bar. Where one label is too wide to stand beside its bar, each stands above it: no label is cut for that.
pub(super) fn rows(bars: &[Bar]) -> Vec<Piece> {
    let labels: Vec<String> = bars.iter().map(label).collect();
    let widest = labels.iter().map(|label| label.width()).max().unwrap_or_default();
    let most = bars.iter().map(|bar| bar.count).max().unwrap_or_default();
    let digits = most.to_string().len();
    let rows = bars.iter().zip(labels).map(|(bar, label)| {
        let (count, cells) = (bar.count, "█".repeat(bar.cells(most, BAR_CELLS)));
        let row = if widest > LABEL_CELLS {
            format!("{label}\n  {count:>digits$} {cells}")
        } else {
            let gap = widest - label.width();
            format!("{label}{:gap$}  {count:>digits$} {cells}", "")
        };
        Piece::of(Atom::Written(row.trim_end().to_owned()))
    });
    rows.collect()
}

/// The rows in their block.
pub(super) fn block(rows: &[String]) -> String {
    format!("{OPENS}{}{CLOSES}", rows.join("\n"))
}

/// What stands around the rows.
const OPENS: &str = "```\n";
const CLOSES: &str = "\n```";
/// How much longer that makes them.
pub(super) const AROUND: usize = OPENS.len() + CLOSES.len();

fn label(bar: &Bar) -> String {
    let label = without_ticks(&typed_by_people(&bar.label));
    match label.trim() {
        "" => format!("#{}", bar.number),
        label => cut_chars(label, LABEL_CHARS),
    }
}

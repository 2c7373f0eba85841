//! Counts as bars that line up on a phone: "label count bar" in a monospaced block.

use muster_core::reply::Bar;
use muster_core::reply::clean::typed_by_people;
use unicode_width::UnicodeWidthStr;

use super::cut::cut_chars;
use super::piece::Piece;

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
        let (count, cells) = (bar.count, "█".repeat(cells(bar.count, most)));
        let row = if widest > LABEL_CELLS {
            format!("{label}\n  {count:>digits$} {cells}")
        } else {
            let gap = widest - label.width();
            format!("{label}{:gap$}  {count:>digits$} {cells}", "")
        };
        let mut piece = Piece::default();
        piece.push(row.trim_end());
        piece
    });
    rows.collect()
}

fn label(bar: &Bar) -> String {
    let label = typed_by_people(&bar.label);
    match label.trim() {
        "" => format!("#{}", bar.number),
        label => cut_chars(label, LABEL_CHARS),
    }
}

/// One cell a count while they fit, else in proportion; whoever has a vote has a cell.
fn cells(count: u32, most: u32) -> usize {
    let cells = if most <= BAR_CELLS {
        count
    } else {
        let scaled = (u64::from(count) * u64::from(BAR_CELLS) + u64::from(most) / 2) / u64::from(most);
        u32::try_from(scaled).unwrap_or(BAR_CELLS).max(count.min(1))
    };
    usize::try_from(cells).unwrap_or_default()
}

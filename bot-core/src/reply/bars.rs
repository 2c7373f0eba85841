//! Counts as bars that line up on a phone: "label count bar", for a platform that shows a block of letters of one width.

use unicode_width::UnicodeWidthStr;

use super::Bar;
use super::clean::typed_by_people;
use super::cut::cut_chars;

/// The widest label beside its bar. With a count and a bar a line has some 30 cells, which a phone shows without a break.
const LABEL_CELLS: usize = 14;
/// The longest bar.
const BAR_CELLS: u32 = 10;
/// The longest label, in characters: a message has room for the others too.
const LABEL_CHARS: usize = 150;

/// A row a bar, of one line or two: where one label is too wide to stand beside its bar, each stands above it, and no label is
/// cut for that. `inert` takes from a label what the platform would read as more than text in such a block.
pub fn rows(bars: &[Bar], inert: impl Fn(&str) -> String) -> Vec<String> {
    let labels: Vec<String> = bars.iter().map(|bar| label(bar, &inert)).collect();
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
        row.trim_end().to_owned()
    });
    rows.collect()
}

fn label(bar: &Bar, inert: impl Fn(&str) -> String) -> String {
    let label = inert(&typed_by_people(&bar.label));
    match label.trim() {
        "" => format!("#{}", bar.number),
        label => cut_chars(label, LABEL_CHARS),
    }
}

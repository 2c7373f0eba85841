//! The reference renderer: every card as plain text, as product.md shows it under "How it reads".

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::clean::{one_line, typed_by_people};
use super::{Actions, Bar, Block, Card, Line, Span};

/// The column at which a card's right side begins, where the left side leaves it free.
const RIGHT_SIDE: usize = 38;
/// The widest label before a bar.
const LABEL_CELLS: usize = 24;
/// The longest bar.
const BAR_CELLS: u32 = 20;

/// The card as plain text: lines end with a line feed, but for the last.
pub fn render(card: &Card) -> String {
    let mut lines: Vec<String> = Vec::new();
    for block in &card.blocks {
        match block {
            Block::Heading(line) | Block::Line(line) => lines.push(text(line)),
            Block::Aside(line) => {
                let heading = lines.pop().unwrap_or_default();
                lines.push(beside(&heading, &text(line)));
            }
            Block::List(items) => lines.extend(items.iter().map(|item| format!("  {}", text(item)))),
            Block::Bars(counts) => lines.extend(bars(counts)),
            Block::Actions(block) => lines.push(actions(block)),
            Block::Document { name, text, .. } => {
                lines.push(format!("{} · {}", one_line(name), size(text.len())));
                lines.extend(text.lines().map(ToOwned::to_owned));
            }
            Block::Picture(_) => {} // the card says what it shows
        }
    }
    let lines: Vec<&str> = lines.iter().map(|line| line.trim_end()).collect();
    lines.join("\n")
}

/// A line as plain text.
pub fn text(line: &Line) -> String {
    line.0
        .iter()
        .map(|span| match span {
            Span::Text(words) | Span::Time { words, .. } | Span::Clock { words, .. } => one_line(words),
            Span::User(text) | Span::Person(text) | Span::Command(text) | Span::Mention { name: text, .. } => {
                typed_by_people(text)
            }
        })
        .collect()
}

/// A file's size as people read it, in kilobytes of a thousand bytes.
fn size(bytes: usize) -> String {
    match bytes {
        0..1000 => format!("{bytes} B"),
        _ => format!("{}.{} kB", bytes / 1000, bytes % 1000 / 100),
    }
}

fn actions(Actions { buttons, typed, .. }: &Actions) -> String {
    let labels: Vec<_> = buttons.iter().map(|button| typed_by_people(&button.label)).collect();
    beside(&labels.join(" · "), &text(typed))
}

/// Two texts on one line; the right one begins at the same column on every card, unless the left one is too wide.
fn beside(left: &str, right: &str) -> String {
    if left.is_empty() {
        return right.to_owned();
    }
    let gap = RIGHT_SIDE.saturating_sub(left.width()).max(2);
    format!("{left}{:gap$}{right}", "")
}

/// Counts as bars: labels, counts and bars each begin at a common column; a count of all cells is the longest.
fn bars(bars: &[Bar]) -> Vec<String> {
    let labels: Vec<_> = bars.iter().map(|bar| cut(&one_line(&bar.label))).collect();
    let labels: Vec<_> = labels.iter().map(|label| typed_by_people(label)).collect();
    let label_cells = labels.iter().map(|label| label.width()).max().unwrap_or_default();
    let most = bars.iter().map(|bar| bar.count).max().unwrap_or_default();
    let count_cells = most.to_string().len();
    bars.iter()
        .zip(labels)
        .map(|(bar, label)| {
            let gap = label_cells - label.width();
            let count = bar.count;
            let cells = "█".repeat(bar.cells(most, BAR_CELLS));
            format!("  {label}{:gap$}  {count:>count_cells$}  {cells}", "")
                .trim_end()
                .to_owned()
        })
        .collect()
}

/// The label, or as much of it as there is room for.
fn cut(label: &str) -> String {
    if label.width() <= LABEL_CELLS {
        return label.to_owned();
    }
    let mut cells = 0;
    let kept: String = label
        .chars()
        .take_while(|char| {
            cells += char.width().unwrap_or_default();
            cells < LABEL_CELLS
        })
        .collect();
    kept + "…"
}

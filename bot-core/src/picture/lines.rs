//! The lines of a text as they are drawn.

use super::letters::drawn;
use super::width::{fitting, width};
use super::{Passage, Text};
use crate::reply::clean::one_line;

/// The text on one line, as much of it as there is room for.
pub(super) fn one(text: &Text) -> String {
    fitting(&drawn(&one_line(&text.words)), text.size, text.room)
}

/// The lines of a passage: broken between words where that can be, and the last one cut where there is more.
pub(super) fn of(passage: &Passage) -> Vec<String> {
    let Text { size, room, .. } = passage.text;
    let words = drawn(&one_line(&passage.text.words));
    let mut rest = words.as_str();
    let mut lines = Vec::new();
    for _ in 1..passage.most {
        if width(rest, size) <= room {
            break;
        }
        let (line, more) = rest.split_at(end_of_line(rest, size, room));
        lines.push(line.trim_end().to_owned());
        rest = more.trim_start();
    }
    if !rest.is_empty() {
        lines.push(fitting(rest, size, room));
    }
    lines
}

/// Where the first line of a text ends that is too long for one: before its last word that does not fit, or within a word
/// that is longer than a line.
fn end_of_line(text: &str, size: u32, room: u32) -> usize {
    let ends = text.char_indices().map(|(at, char)| at + char.len_utf8());
    let fits = |end: &usize| width(&text[..*end], size) <= room;
    let full = ends.take_while(fits).last();
    let full = full.unwrap_or_else(|| text.chars().next().map_or(0, char::len_utf8));
    let broken = text[..full].rfind(' ').filter(|_| !text[full..].starts_with(' '));
    broken.filter(|end| *end > 0).unwrap_or(full)
}

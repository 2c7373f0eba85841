//! What is shared by platforms whose messages have a longest length. A card that is too long is folded until it fits: lists lose items from their ends and say how many, then long lines
//! are cut, then whole lines go. The title and what can be done always stay.

use super::cut::{ELLIPSIS, units};

/// The shortest that a line is cut to, in UTF-16 units, before lines go: 40 of them are a line on a phone.
const SHORTEST: usize = 40;

/// "… and 12 more", in the reader's language.
pub type More<'a> = &'a dyn Fn(usize) -> String;

/// A stretch of text as a platform writes it.
pub trait Stretch: Sized + Default {
    /// How long it is as it is written, in UTF-16 units.
    fn units(&self) -> usize;

    /// As much of it as fits, at most so many units. A line of names ends behind a name and says how many more there are.
    #[must_use]
    fn cut(self, room: usize, more: More<'_>) -> Self;

    /// Words of ours.
    fn words(words: &str) -> Self;
}

/// One block of the text.
#[derive(Debug)]
pub enum Part<S> {
    /// A line. Some are always shown: the title, and how to go on.
    Line {
        /// The line.
        line: S,
        /// Whether it is always shown.
        stays: bool,
    },
    /// Lines of which the last ones may be missing.
    Rows(Rows<S>),
}

/// Lines of which the last ones may be missing.
#[derive(Debug)]
pub struct Rows<S> {
    /// Those that are shown.
    pub shown: Vec<S>,
    /// How many there are.
    pub of: usize,
    /// Whether they line up: then none is cut.
    pub line_up: bool,
}

/// The parts, folded to at most so many UTF-16 units, line feeds between them included.
pub fn fit<S: Stretch>(parts: &mut Vec<Part<S>>, limit: usize, more: More<'_>) {
    shorten_lists(parts, limit, more);
    shorten_lines(parts, limit, more);
    drop_lines(parts, limit, more);
}

/// How long the parts are together, each with its line feed.
fn length<S: Stretch>(parts: &[Part<S>], more: More<'_>) -> usize {
    parts.iter().map(|part| part.units(more)).sum()
}

/// The longest list loses its last item, over and over. Each keeps one.
fn shorten_lists<S: Stretch>(parts: &mut [Part<S>], limit: usize, more: More<'_>) {
    let mut over = length(parts, more).saturating_sub(limit + 1);
    let mut lists: Vec<(usize, &mut Rows<S>)> = parts.iter_mut().filter_map(Part::rows).collect();
    while over > 0 {
        let longest = lists
            .iter_mut()
            .filter(|(_, list)| list.shown.len() > 1)
            .max_by_key(|(units, _)| *units);
        let Some((length, list)) = longest else {
            return;
        };
        if list.is_whole() {
            over += units(&more(list.of)) + 1;
        }
        let saved = list.shown.pop().map_or(0, |row| row.units() + 1);
        *length -= saved;
        over = over.saturating_sub(saved);
    }
}

/// Lines are cut to one length, the greatest that fits.
fn shorten_lines<S: Stretch>(parts: &mut [Part<S>], limit: usize, more: More<'_>) {
    if length(parts, more) <= limit + 1 {
        return;
    }
    let fits = |room: usize| {
        parts
            .iter()
            .map(|part| part.units_cut(room, limit, more))
            .sum::<usize>()
            <= limit + 1
    };
    let (mut room, mut too_much) = (SHORTEST, limit);
    while room + 1 < too_much {
        let middle = usize::midpoint(room, too_much);
        if fits(middle) {
            room = middle;
        } else {
            too_much = middle;
        }
    }
    for part in parts {
        part.cut(room, limit, more);
    }
}

/// The last lines go, and a dot for each of them would help nobody: one sign says that there was more.
fn drop_lines<S: Stretch>(parts: &mut Vec<Part<S>>, limit: usize, more: More<'_>) {
    let mut length = length(parts, more);
    let mut dropped = None;
    while length > limit + 1 {
        let Some(last) = parts.iter().rposition(|part| !part.stays()) else {
            break;
        };
        length -= parts.remove(last).units(more);
        if dropped.is_none() {
            length += 2;
        }
        dropped = Some(last);
    }
    if let Some(at) = dropped {
        let line = S::words(ELLIPSIS);
        parts.insert(at, Part::Line { line, stays: true });
    }
}

impl<S> Rows<S> {
    /// Whether none is missing.
    pub const fn is_whole(&self) -> bool {
        self.shown.len() == self.of
    }

    /// "… and 12 more", where some are missing.
    pub fn missing(&self, more: More<'_>) -> Option<String> {
        (!self.is_whole()).then(|| more(self.of - self.shown.len()))
    }
}

impl<S: Stretch> Part<S> {
    fn rows(&mut self) -> Option<(usize, &mut Rows<S>)> {
        match self {
            Self::Rows(rows) => Some((rows.shown.iter().map(|row| row.units() + 1).sum(), rows)),
            Self::Line { .. } => None,
        }
    }

    fn stays(&self) -> bool {
        matches!(self, Self::Line { stays: true, .. })
    }

    fn units(&self, more: More<'_>) -> usize {
        self.units_cut(usize::MAX, usize::MAX, more)
    }

    /// How long it is once it is cut, its line feeds included.
    fn units_cut(&self, room: usize, limit: usize, more: More<'_>) -> usize {
        match self {
            Self::Line { line, stays } => line.units().min(room_of_line(room, *stays, limit)) + 1,
            Self::Rows(rows) => {
                let missing = rows.missing(more).map_or(0, |missing| units(&missing) + 1);
                let room = if rows.line_up { usize::MAX } else { room };
                let shown = rows.shown.iter().map(|row| row.units().min(room) + 1);
                shown.sum::<usize>() + missing
            }
        }
    }

    /// Rows that line up are short, and cut already.
    fn cut(&mut self, room: usize, limit: usize, more: More<'_>) {
        let cut_to = |line: &mut S, room: usize| *line = std::mem::take(line).cut(room, more);
        match self {
            Self::Line { line, stays } => cut_to(line, room_of_line(room, *stays, limit)),
            Self::Rows(rows) if rows.line_up => {}
            Self::Rows(rows) => rows.shown.iter_mut().for_each(|row| cut_to(row, room)),
        }
    }
}

/// The title and what can be done have a quarter of the message each before they are cut.
fn room_of_line(room: usize, stays: bool, limit: usize) -> usize {
    if stays { room.max(limit / 4) } else { room }
}

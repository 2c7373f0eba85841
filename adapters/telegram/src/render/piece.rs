//! A stretch of text with marks: what becomes entities once nothing more is cut or joined.

use std::ops::Range;

use muster_core::reply::cut::units;
use muster_core::reply::fold::{More, Stretch};

use super::cut::cut;

/// Text, and what its parts are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) text: String,
    pub(super) marks: Vec<Mark>,
}

/// What a range of bytes is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mark {
    pub(super) kind: Kind,
    pub(super) range: Range<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Bold,
    Code,
    Pre,
    /// An instant, in seconds.
    Time(i64),
    /// Somebody who is to be told, by the id of their account.
    Mention(i64),
    /// A member's name: no entity, but what is counted where a line of names is cut.
    Name,
}

impl Stretch for Piece {
    fn units(&self) -> usize {
        units(&self.text)
    }

    fn cut(self, room: usize, more: More<'_>) -> Self {
        cut(self, room, more)
    }

    fn words(words: &str) -> Self {
        Self {
            text: words.to_owned(),
            marks: Vec::new(),
        }
    }
}

impl Piece {
    pub(super) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    pub(super) fn push(&mut self, text: &str) {
        self.text.push_str(text);
    }

    pub(super) fn push_marked(&mut self, text: &str, kind: Kind) {
        let start = self.text.len();
        self.push(text);
        let range = start..self.text.len();
        self.marks.push(Mark { kind, range });
    }

    pub(super) fn append(&mut self, other: Self) {
        let start = self.text.len();
        self.push(&other.text);
        self.marks.extend(other.marks.into_iter().map(|mark| Mark {
            range: mark.range.start + start..mark.range.end + start,
            ..mark
        }));
    }

    /// The same, marked as a whole.
    pub(super) fn marked(mut self, kind: Kind) -> Self {
        let range = 0..self.text.len();
        self.marks.insert(0, Mark { kind, range });
        self
    }

    /// The same without white space at its ends.
    pub(super) fn trimmed(mut self) -> Self {
        self.truncate(self.text.trim_end().len());
        let start = self.text.len() - self.text.trim_start().len();
        self.text.drain(..start);
        self.marks.retain_mut(|Mark { range, .. }| {
            *range = range.start.saturating_sub(start)..range.end.saturating_sub(start);
            range.start < range.end
        });
        self
    }

    /// Takes away what stands behind that place. A mark that reaches beyond it ends there, but for one that is whole or
    /// nothing: an instant, a command, a name.
    pub(super) fn truncate(&mut self, at: usize) {
        let cut_off = self.text.split_off(at);
        let lost_words = !cut_off.trim().is_empty();
        self.marks.retain_mut(|mark| {
            let reaches_beyond = mark.range.end > at;
            mark.range.end = mark.range.end.min(at);
            let is_whole = mark.kind == Kind::Bold || mark.kind == Kind::Pre || !lost_words || !reaches_beyond;
            is_whole && mark.range.start < mark.range.end
        });
    }
}

//! A stretch of text in atoms: each knows how it is written in Markdown, and whether it may be cut.

use muster_core::reply::clean::POP_DIRECTIONAL_ISOLATE;
use muster_core::reply::cut::{ELLIPSIS, boundary, is_open, units};
use muster_core::reply::fold::{More, Stretch};

use super::escape::{code, escaped};

/// A stretch of text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Piece {
    atoms: Vec<Atom>,
    is_bold: bool,
}

/// Text that is one thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Atom {
    /// Plain text, which may be cut anywhere.
    Text(String),
    /// A member's name: whole or nothing, and counted where a line of names is cut.
    Name(String),
    /// What can be typed: whole or nothing.
    Command(String),
    /// Words and the instant that they tell, in seconds: whole or nothing.
    Time(String, i64),
    /// What is written as it stands: it is Markdown already, or stands where there is none.
    Written(String),
}

impl Atom {
    fn markdown(&self, first: bool) -> String {
        match self {
            Self::Text(text) | Self::Name(text) => escaped(text, first),
            Self::Command(command) => code(command),
            Self::Time(words, at) => format!("{} (<t:{at}:f>)", escaped(words, first)),
            Self::Written(text) => text.clone(),
        }
    }

    /// As it stands where there are no times, mentions and code.
    fn inert(&self, first: bool) -> String {
        match self {
            Self::Command(text) | Self::Time(text, _) => escaped(text, first),
            other => other.markdown(first),
        }
    }

    fn text(&self) -> &str {
        match self {
            Self::Text(text) | Self::Name(text) | Self::Command(text) | Self::Time(text, _) | Self::Written(text) => {
                text
            }
        }
    }
}

impl Piece {
    pub(super) fn of(atom: Atom) -> Self {
        Self {
            atoms: vec![atom],
            is_bold: false,
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.text().trim().is_empty()
    }

    /// The bare words.
    pub(super) fn text(&self) -> String {
        self.atoms.iter().map(Atom::text).collect()
    }

    pub(super) fn push(&mut self, atom: Atom) {
        match (self.atoms.last_mut(), atom) {
            // Side by side they may be a mark together.
            (Some(Atom::Text(last)), Atom::Text(text)) => last.push_str(&text),
            (_, atom) => self.atoms.push(atom),
        }
    }

    pub(super) fn append(&mut self, other: Self) {
        other.atoms.into_iter().for_each(|atom| self.push(atom));
    }

    /// The same, in bold.
    pub(super) fn bold(self) -> Self {
        Self { is_bold: true, ..self }
    }

    /// As it is written in the description of an embed.
    pub(super) fn markdown(&self) -> String {
        let text = self.written(Atom::markdown);
        if self.is_bold && !text.is_empty() {
            format!("**{text}**")
        } else {
            text
        }
    }

    /// As it is written in a title.
    pub(super) fn inert(&self) -> String {
        self.written(Atom::inert)
    }

    fn written(&self, write: impl Fn(&Atom, bool) -> String) -> String {
        let mut first = true;
        let texts = self.atoms.iter().map(|atom| {
            let text = write(atom, first);
            first &= text.is_empty();
            text
        });
        texts.collect::<String>().trim().to_owned()
    }

    fn names(&self) -> impl Iterator<Item = usize> {
        let named = self.atoms.iter().enumerate();
        named
            .filter(|(_, atom)| matches!(atom, Atom::Name(_)))
            .map(|(at, _)| at)
    }

    /// The first atoms, without white space at their end, and with the isolate closed that was open.
    fn first(&self, atoms: usize) -> Self {
        let mut first = Self {
            atoms: self.atoms[..atoms].to_vec(),
            is_bold: self.is_bold,
        };
        if let Some(Atom::Text(last)) = first.atoms.last_mut() {
            last.truncate(last.trim_end().len());
            if is_open(last) {
                last.push(POP_DIRECTIONAL_ISOLATE);
            }
        }
        first
    }

    fn then(mut self, words: &str) -> Self {
        self.push(Atom::Text(words.to_owned()));
        self
    }

    /// Behind a name, with how many more there are; `None` where that leaves no name, or only one out.
    fn cut_behind_a_name(&self, room: usize, more: More<'_>) -> Option<Self> {
        let names: Vec<usize> = self.names().collect();
        let cut = |count: usize| {
            let missing = format!(" {}", more(names.len() - count));
            self.first(names[count - 1] + 1).then(&missing)
        };
        let counts: Vec<usize> = (1..names.len().saturating_sub(1)).collect();
        let fitting = counts.partition_point(|count| cut(*count).units() <= room);
        fitting.checked_sub(1).map(|last| cut(counts[last]))
    }

    /// Wherever there is no room for more.
    fn cut_anywhere(&self, room: usize) -> Self {
        let counts: Vec<usize> = (0..self.atoms.len()).collect();
        let fitting = counts.partition_point(|atoms| self.first(*atoms).then(ELLIPSIS).units() <= room);
        let whole = fitting.saturating_sub(1);
        let Some(Atom::Text(next)) = self.atoms.get(whole) else {
            return self.first(whole).then(ELLIPSIS);
        };
        let with = |end: usize| {
            let mut cut = self.clone();
            cut.atoms[whole] = Atom::Text(next[..end].to_owned());
            cut.first(whole + 1).then(ELLIPSIS)
        };
        let ends: Vec<usize> = next.char_indices().map(|(at, _)| at).collect();
        let fitting = ends.partition_point(|end| with(*end).units() <= room);
        with(boundary(next, fitting.checked_sub(1).map_or(0, |last| ends[last])))
    }
}

impl Stretch for Piece {
    fn units(&self) -> usize {
        // A title may be written longer than it stands in a description, where it has no marks of its own.
        units(&self.markdown()).max(units(&self.inert()))
    }

    fn cut(self, room: usize, more: More<'_>) -> Self {
        if self.units() <= room {
            return self;
        }
        self.cut_behind_a_name(room, more)
            .unwrap_or_else(|| self.cut_anywhere(room))
    }

    fn words(words: &str) -> Self {
        Self::of(Atom::Text(words.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn more(count: usize) -> String {
        format!("and {count} more")
    }

    #[test]
    fn what_is_cut_fits_as_it_is_written() {
        let stars = Piece::words(&"*".repeat(100));
        let cut = stars.cut(41, &more);
        assert_eq!(cut.markdown(), format!("{}…", r"\*".repeat(20)));
        assert_eq!(Piece::words("ab👍🏽cdefghij").cut(7, &more).markdown(), "ab👍🏽…");
    }

    #[test]
    fn a_line_of_names_ends_behind_a_name() {
        let mut line = Piece::words("In: ");
        for name in ["Ana", "Ben", "Cleo", "Dev", "Eva"] {
            line.push(Atom::Name(name.to_owned()));
            line.push(Atom::Text(", ".to_owned()));
        }
        assert_eq!(line.clone().cut(24, &more).markdown(), "In: Ana, Ben and 3 more");
        assert_eq!(line.cut(12, &more).markdown(), "In: Ana,…");
    }

    #[test]
    fn what_is_whole_is_not_torn() {
        let mut line = Piece::words("Type: ");
        line.push(Atom::Command("/shift claim S12".to_owned()));
        assert_eq!(line.cut(15, &more).markdown(), "Type:…");
    }
}

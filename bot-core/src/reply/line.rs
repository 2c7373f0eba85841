//! Building lines, and reading them as plain text.

use std::fmt;

use super::{Line, Span};

impl From<&str> for Line {
    /// A line of our own words.
    fn from(words: &str) -> Self {
        words.to_owned().into()
    }
}

impl From<String> for Line {
    /// A line of our own words.
    fn from(words: String) -> Self {
        let mut line = Self::default();
        line.push_text(words);
        line
    }
}

impl From<Span> for Line {
    fn from(span: Span) -> Self {
        Self(vec![span])
    }
}

impl Line {
    /// Lines side by side, with those words of ours between them: `joined(parts, " · ")`. Empty ones are left out.
    pub fn joined(lines: impl IntoIterator<Item = Self>, between: &str) -> Self {
        let mut joined = Self::default();
        for line in lines.into_iter().filter(|line| !line.0.is_empty()) {
            if !joined.0.is_empty() {
                joined.push_text(between);
            }
            joined.extend(line);
        }
        joined
    }

    /// The same with a span more at its end.
    #[must_use]
    pub fn push(mut self, span: Span) -> Self {
        self.0.push(span);
        self
    }

    /// The same with words of ours more at its end.
    #[must_use]
    pub fn text(mut self, words: impl Into<String>) -> Self {
        self.push_text(words);
        self
    }

    /// The same with what a person typed at its end.
    #[must_use]
    pub fn user(self, text: impl Into<String>) -> Self {
        self.push(Span::User(text.into()))
    }

    /// The same with a member's name at its end.
    #[must_use]
    pub fn person(self, name: impl Into<String>) -> Self {
        self.push(Span::Person(name.into()))
    }

    /// The same with something to type at its end.
    #[must_use]
    pub fn command(self, command: impl Into<String>) -> Self {
        self.push(Span::Command(command.into()))
    }

    /// Words of ours at the end; they grow the last span where that is words of ours too.
    pub(crate) fn push_text(&mut self, words: impl Into<String>) {
        let words = words.into();
        match self.0.last_mut() {
            _ if words.is_empty() => {}
            Some(Span::Text(text)) => text.push_str(&words),
            _ => self.0.push(Span::Text(words)),
        }
    }
}

impl Extend<Span> for Line {
    fn extend<T: IntoIterator<Item = Span>>(&mut self, spans: T) {
        for span in spans {
            match span {
                Span::Text(words) => self.push_text(words),
                span => self.0.push(span),
            }
        }
    }
}

impl IntoIterator for Line {
    type Item = Span;
    type IntoIter = std::vec::IntoIter<Span>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl Span {
    /// The span's text as it was given, not yet fit to be shown: the renderers clean it.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Text(text) | Self::User(text) | Self::Person(text) | Self::Command(text) => text,
            Self::Mention { name, .. } => name,
            Self::Time { words, .. } | Self::Clock { words, .. } => words,
        }
    }
}

impl fmt::Display for Line {
    /// The text as it was given, not yet fit to be shown: the renderers clean it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|span| f.write_str(span.as_str()))
    }
}

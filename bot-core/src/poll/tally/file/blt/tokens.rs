//! The words and texts of a BLT file.

use super::super::FileError;
use super::spaced;
use crate::poll::tally::outcome::OptionIndex;
use crate::poll::tally::ranked::Mark;

/// The words and quoted texts of a file, one after the other.
pub(super) struct Tokens<'a> {
    rest: &'a str,
    /// Where the last one was.
    pub(super) line: u64,
}

impl<'a> Tokens<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self {
            rest: text.trim_start_matches('\u{feff}'),
            line: 1,
        }
    }

    pub(super) fn wrong(&self, reason: impl Into<String>) -> FileError {
        FileError::at(self.line, reason)
    }

    /// Goes on to where the next one begins, past spaces and comments.
    fn seek(&mut self) {
        loop {
            let trimmed = self.rest.trim_start();
            self.pass(self.rest.len() - trimmed.len());
            if !self.rest.starts_with('#') {
                return;
            }
            self.pass(self.rest.find('\n').unwrap_or(self.rest.len()));
        }
    }

    /// Goes on by so many bytes, and returns them.
    fn pass(&mut self, bytes: usize) -> &'a str {
        let (passed, rest) = self.rest.split_at(bytes);
        self.line += passed.bytes().filter(|byte| *byte == b'\n').map(|_| 1).sum::<u64>();
        self.rest = rest;
        passed
    }

    /// The next word; the error says what should stand there.
    pub(super) fn word(&mut self, expected: &str) -> Result<&'a str, FileError> {
        self.seek();
        if self.rest.is_empty() {
            return Err(self.wrong(format!("the file ends where {expected} should stand")));
        }
        if self.rest.starts_with('"') {
            return Err(self.wrong(format!("a text in quotation marks stands where {expected} should")));
        }
        let end = self
            .rest
            .find(|char: char| char.is_whitespace() || char == '#')
            .unwrap_or(self.rest.len());
        Ok(self.pass(end))
    }

    /// A whole number from 1.
    pub(super) fn number(&mut self, expected: &str) -> Result<usize, FileError> {
        let word = self.word(expected)?;
        let number = word.parse().ok().filter(|number| *number > 0);
        number.ok_or_else(|| {
            self.wrong(format!(
                "{word:?} stands where {expected} should: a whole number from 1"
            ))
        })
    }

    /// An option by its number.
    pub(super) fn option(&self, word: &str, options: usize) -> Result<OptionIndex, FileError> {
        let index = word.parse::<u16>().ok().and_then(|number| number.checked_sub(1));
        index
            .map(OptionIndex)
            .filter(|option| option.at() < options)
            .ok_or_else(|| self.wrong(format!("{word:?} is no option: they have the numbers 1 to {options}")))
    }

    /// The marks of a ballot, up to its 0.
    pub(super) fn marks(&mut self, options: usize) -> Result<Vec<Mark>, FileError> {
        let mut marks = Vec::new();
        for rank in 1..=u16::MAX {
            let word = self.word("an option, or the 0 that ends the ballot")?;
            if word == "0" {
                return Ok(marks);
            }
            if word == "-" {
                continue;
            }
            for number in word.split('=') {
                let option = self.option(number, options)?;
                marks.push(Mark { rank, option });
            }
        }
        Err(self.wrong("a ballot with more ranks than can be counted"))
    }

    /// A text in quotation marks.
    pub(super) fn text(&mut self) -> Result<String, FileError> {
        self.seek();
        let Some(quoted) = self.rest.strip_prefix('"') else {
            return Err(self.wrong("the name of an option in quotation marks should stand here"));
        };
        let Some((text, length)) = unquoted(quoted) else {
            return Err(self.wrong("a quotation mark is missing at the end of this text"));
        };
        self.pass(length + 1);
        Ok(spaced(&text))
    }

    /// The title, if there is one.
    pub(super) fn title(&mut self) -> Result<Option<String>, FileError> {
        self.seek();
        if self.rest.is_empty() {
            return Ok(None);
        }
        if !self.rest.starts_with('"') {
            return Err(self.wrong("something stands after the names that is no text in quotation marks"));
        }
        Ok(Some(self.text()?).filter(|title| !title.is_empty()))
    }
}

/// A text up to the quotation mark that ends it, and how many bytes that is; `None` where nothing ends it.
fn unquoted(quoted: &str) -> Option<(String, usize)> {
    let mut text = String::new();
    let mut chars = quoted.char_indices().peekable();
    while let Some((at, char)) = chars.next() {
        match char {
            '"' if chars.next_if(|(_, next)| *next == '"').is_some() => text.push('"'),
            '"' => return Some((text, at + 1)),
            '\\' => {
                let escaped = chars.next_if(|(_, next)| matches!(next, '"' | '\\'));
                text.push(escaped.map_or(char, |(_, escaped)| escaped));
            }
            _ => text.push(char),
        }
    }
    None
}

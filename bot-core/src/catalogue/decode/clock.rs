//! Where words of time begin and end among the tokens. Quoted words are never part of a `<when>`.

use super::Reader;
use super::tokens::Token;
use crate::error::UserError;
use crate::time::{self, Duration, When, WhenError};

/// The most words that a length of time has: `an hour and a half`.
const DURATION_WORDS: usize = 5;

impl Reader<'_> {
    /// The `<when>` at the end, and how many tokens stand before it; `None` if there is none.
    pub(super) fn trailing_when(&self, tokens: &[Token<'_>]) -> Option<(usize, Result<When, WhenError>)> {
        let quoted = tokens.iter().rposition(|token| token.quoted).map_or(0, |last| last + 1);
        let words = self.words(&tokens[quoted..]);
        if let Some(when) = self.when(&words) {
            return Some((quoted, when));
        }
        let split = time::split_trailing(&words, self.frame)?;
        Some((quoted + split.index, split.when))
    }

    /// The `<when>` at the beginning, and how many tokens it takes.
    pub(super) fn leading_when(&self, tokens: &[Token<'_>]) -> Result<(usize, When), UserError> {
        let unquoted = tokens.iter().take_while(|token| !token.quoted).count();
        let words = self.words(&tokens[..unquoted]);
        if let Some(when) = self.when(&words) {
            return Ok((unquoted, when?));
        }
        match time::split_leading(&words, self.frame) {
            Some(split) => Ok((split.index, split.when?)),
            None => Err(WhenError::NotATime {
                typed: crate::catalogue::refuse::heard(&self.typed.say(tokens)),
            }
            .into()),
        }
    }

    /// The length of time at the beginning, and how many tokens it takes.
    pub(super) fn leading_duration(&self, tokens: &[Token<'_>]) -> Result<(usize, Duration), UserError> {
        let longest = tokens.len().min(DURATION_WORDS);
        for length in (2..=longest).rev() {
            if let Ok(duration) = time::parse_duration(&self.typed.say(&tokens[..length])) {
                return Ok((length, duration));
            }
        }
        Ok((1, time::parse_duration(&self.typed.say(&tokens[..1]))?))
    }

    /// What the words mean all together, or `None` where they are no `<when>`.
    fn when(&self, words: &[&str]) -> Option<Result<When, WhenError>> {
        match time::parse_when(&words.join(" "), self.frame) {
            Err(WhenError::NotATime { .. }) => None,
            judged => Some(judged),
        }
    }

    fn words(&self, tokens: &[Token<'_>]) -> Vec<&str> {
        tokens.iter().map(|token| self.typed.slice(token)).collect()
    }
}

//! Where words of time begin and end among the tokens. Quoted words are never part of a `<when>`.

use super::Reader;
use super::tokens::Token;
use crate::error::UserError;
use crate::time::{Duration, When};

/// The most words that a length of time has: `2 days 3 hours`.
const DURATION_WORDS: usize = 4;

impl Reader<'_> {
    /// The `<when>` at the end, and how many tokens stand before it.
    pub(super) fn trailing_when(&self, tokens: &[Token<'_>]) -> Result<(usize, When), UserError> {
        let quoted = tokens
            .iter()
            .rposition(|token| token.quoted)
            .map_or(0, |last_quoted| last_quoted + 1);
        let words = self.typed.say(&tokens[quoted..]);
        if quoted > 0
            && let Ok(when) = time::parse_when(&words, self.frame)
        {
            return Ok((quoted, when));
        }
        let (before, when) = time::split_trailing(&words, self.frame)?;
        Ok((quoted + before.split_whitespace().count(), when))
    }

    /// The `<when>` at the beginning, and how many tokens it takes.
    pub(super) fn leading_when(&self, tokens: &[Token<'_>]) -> Result<(usize, When), UserError> {
        let unquoted = tokens.iter().take_while(|token| !token.quoted).count();
        let words = self.typed.say(&tokens[..unquoted]);
        let (when, after) = time::split_leading(&words, self.frame)?;
        Ok((unquoted - after.split_whitespace().count(), when))
    }

    /// The length of time at the beginning, and how many tokens it takes.
    pub(super) fn leading_duration(&self, tokens: &[Token<'_>]) -> Result<(usize, Duration), UserError> {
        let longest = tokens.len().min(DURATION_WORDS);
        for length in (1..longest).rev() {
            if let Ok(duration) = time::parse_duration(&self.typed.say(&tokens[..=length])) {
                return Ok((length + 1, duration));
            }
        }
        Ok((1, time::parse_duration(&self.typed.say(&tokens[..1]))?))
    }
}
// shim
pub(super) mod time {
    use crate::error::UserError;
    use crate::phrase;
    use crate::time::{Duration, Frame, When};
    pub(in crate::catalogue::decode) fn parse_when(_: &str, _: &Frame) -> Result<When, UserError> {
        Err(UserError::new(phrase!("input-missing", name = word "when")))
    }
    pub(in crate::catalogue::decode) fn parse_duration(_: &str) -> Result<Duration, UserError> {
        Err(UserError::new(phrase!("input-missing", name = word "when")))
    }
    pub(in crate::catalogue::decode) fn split_trailing<'a>(
        _: &'a str,
        _: &Frame,
    ) -> Result<(&'a str, When), UserError> {
        Err(UserError::new(phrase!("input-missing", name = word "when")))
    }
    pub(in crate::catalogue::decode) fn split_leading<'a>(_: &'a str, _: &Frame) -> Result<(When, &'a str), UserError> {
        Err(UserError::new(phrase!("input-missing", name = word "when")))
    }
}

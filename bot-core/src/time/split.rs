//! A `<when>` at the end or the head of free text, typed without quotes.

use super::parse::parse_before_text;
use super::{Frame, When, WhenError, parse_when};

/// The most words of a `<when>`; more are not tried, so that the work stays small on any text.
const MOST_WORDS: usize = 24;

/// A `<when>` found in a list of words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Split {
    /// Where the words part: the `<when>` begins there (at the end of a text) or the rest does (at its head).
    pub index: usize,
    /// What it means, or why it means nothing although it is plainly a time.
    pub when: Result<When, WhenError>,
}

/// The longest `<when>` at the end of the words that leaves at least one word before it:
/// `May Day march | may 1 10am`.
pub fn split_trailing(words: &[&str], frame: &Frame) -> Option<Split> {
    let first = words.len().saturating_sub(MOST_WORDS).max(1);
    (first..words.len()).find_map(|index| {
        let when = recognised(parse_when(&words[index..].join(" "), frame))?;
        Some(Split { index, when })
    })
}

/// The longest `<when>` at the head of the words that leaves at least one word after it: `in 2h | call Ana`.
pub fn split_leading(words: &[&str], frame: &Frame) -> Option<Split> {
    let last = words.len().saturating_sub(1).min(MOST_WORDS);
    (1..=last).rev().find_map(|index| {
        let when = recognised(parse_before_text(&words[..index].join(" "), frame))?;
        Some(Split { index, when })
    })
}

/// What the words mean, or `None` where they are no `<when>`.
fn recognised(judged: Result<When, WhenError>) -> Option<Result<When, WhenError>> {
    match judged {
        Err(WhenError::NotATime { .. }) => None,
        judged => Some(judged),
    }
}

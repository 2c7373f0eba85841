//! What somebody says to a proposal: `agree`, `stand aside`, `block <reason>`.

use super::Vote;
use super::naming::{by_beginning, exact, runs, unknown, words_of};
use crate::error::UserError;
use crate::phrase;
use crate::poll::Poll;

/// The number of "agree" among the options of a poll for consent.
pub(in crate::poll) const AGREE: u32 = 1;
/// That of "stand aside".
pub(in crate::poll) const STAND_ASIDE: u32 = 2;
/// That of "block".
pub(in crate::poll) const BLOCK: u32 = 3;

/// The position that is typed, with the reason of a block.
pub(super) fn position(poll: &Poll, typed: &[String]) -> Result<Vote, UserError> {
    // What was separated by commas came as several texts of several words.
    let commas = typed.iter().any(|typed| typed.contains(' '));
    let text = typed.join(if commas { ", " } else { " " });
    let words: Vec<String> = words_of(&text).map(str::to_lowercase).collect();
    let (length, number) = match named(poll, &words) {
        Some(found) => found,
        None => by_beginning(poll, &words)?.ok_or_else(|| unknown(poll, &words))?,
    };
    let said = after_words(&text, length);
    match (number, said.is_empty()) {
        (BLOCK, true) => Err(UserError::new(phrase!("poll-block-why"))
            .type_next(format!("poll vote {} block <reason>", poll.reference()))),
        (BLOCK, false) => Ok(Vote {
            chosen: vec![BLOCK],
            reason: Some(said.to_owned()),
        }),
        (_, true) => Ok(vec![number].into()),
        (_, false) => Err(unknown(poll, &words)),
    }
}

/// A position by the poll's own words or its number, else in English: how many words it takes, and its number.
fn named(poll: &Poll, words: &[String]) -> Option<(usize, u32)> {
    let own = runs(poll, words).find_map(|length| Some((length, exact(poll, &words[..length].join(" "))?)));
    own.or_else(|| match words.first()?.as_str() {
        "agree" => Some((1, AGREE)),
        "stand" if words.get(1).is_some_and(|word| word == "aside") => Some((2, STAND_ASIDE)),
        "aside" => Some((1, STAND_ASIDE)),
        "block" => Some((1, BLOCK)),
        _ => None,
    })
}

/// What stands behind the first words of a text.
fn after_words(text: &str, count: usize) -> &str {
    let gap = |char: char| char == ',' || char.is_whitespace();
    let mut rest = text.trim_start_matches(gap);
    for _ in 0..count {
        let end = rest.find(gap).unwrap_or(rest.len());
        rest = rest[end..].trim_start_matches(gap);
    }
    rest.trim()
}

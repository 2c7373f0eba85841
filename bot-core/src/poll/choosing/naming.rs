//! How words name the options of a poll.

use super::to_vote;
use crate::catalogue::nearest;
use crate::error::{Hint, UserError};
use crate::locale::Arg;
use crate::phrase;
use crate::poll::Poll;

/// Reads the words from left to right, the longest run that names an option first: options of several words need no
/// quotes. Where words are left that name none, the beginnings before them were no more than guesses: "the bar" did not
/// mean "the park".
pub(super) fn named_in(poll: &Poll, words: &[String]) -> Result<Vec<u32>, UserError> {
    let mut chosen = Vec::new();
    let mut rest = words;
    let mut unsure = words;
    while !rest.is_empty() {
        let whole = runs(poll, rest).find_map(|length| Some((length, exact(poll, &rest[..length].join(" "))?)));
        let sure = whole.is_some() && unsure.len() == rest.len();
        let found = match whole {
            Some(found) => Some(found),
            None => by_beginning(poll, rest)?,
        };
        let (length, number) = found.ok_or_else(|| unknown(poll, unsure))?;
        chosen.push(number);
        rest = &rest[length..];
        if sure {
            unsure = rest;
        }
    }
    Ok(chosen)
}

/// The one option that a text names; `None` where it names none or several.
pub(super) fn only(poll: &Poll, typed: &str) -> Result<Option<u32>, UserError> {
    let words: Vec<String> = words_of(typed).map(str::to_lowercase).collect();
    Ok(match named_in(poll, &words)?[..] {
        [option] => Some(option),
        _ => None,
    })
}

/// How many words could name an option, the most first: never more than the longest option has.
pub(super) fn runs(poll: &Poll, words: &[String]) -> impl Iterator<Item = usize> {
    let longest = poll.options.iter().map(|option| words_of(option).count()).max();
    (1..=words.len().min(longest.unwrap_or(1))).rev()
}

/// An option by its whole text, else by its number. `#2` is always the number, for options that are numbers themselves.
pub(super) fn exact(poll: &Poll, word: &str) -> Option<u32> {
    let by_text = poll.numbered().find(|(_, option)| folded(option) == word);
    by_text.map(|(number, _)| number).or_else(|| {
        let typed: u32 = word.strip_prefix('#').unwrap_or(word).parse().ok()?;
        poll.numbered()
            .map(|(number, _)| number)
            .find(|number| *number == typed)
    })
}

/// An option by the longest run of words that begins one option and no other.
pub(super) fn by_beginning(poll: &Poll, words: &[String]) -> Result<Option<(usize, u32)>, UserError> {
    for length in runs(poll, words) {
        let beginning = words[..length].join(" ");
        let fitting: Vec<(u32, &str)> = poll
            .numbered()
            .filter(|(_, option)| folded(option).starts_with(&beginning))
            .collect();
        match fitting[..] {
            [] => {}
            [(number, _)] => return Ok(Some((length, number))),
            _ => return Err(ambiguous(poll, &beginning, &fitting)),
        }
    }
    Ok(None)
}

fn ambiguous(poll: &Poll, beginning: &str, fitting: &[(u32, &str)]) -> UserError {
    let options = fitting.iter().map(|(_, option)| Arg::User((*option).to_owned()));
    let error = UserError::new(phrase!(
        "poll-choice-two",
        choice = user beginning,
        options = list options.collect(),
    ));
    fitting
        .iter()
        .fold(error, |error, (number, _)| error.type_next(to_vote(poll, *number)))
}

pub(super) fn unknown(poll: &Poll, words: &[String]) -> UserError {
    let options: Vec<String> = poll.options.iter().map(|option| folded(option)).collect();
    let near =
        runs(poll, words).find_map(|length| nearest(&words[..length].join(" "), options.iter().map(String::as_str)));
    let error = UserError::new(phrase!(
        "poll-choice-unknown",
        poll = word poll.reference(),
        choice = user words.join(" "),
        options = list poll.options.iter().cloned().map(Arg::User).collect(),
    ));
    match near.and_then(|near| exact(poll, near)) {
        Some(number) => error.hint(Hint::DidYouMean(to_vote(poll, number))),
        None => error.type_next(to_vote(poll, 1)),
    }
}

/// Text as it is compared: without regard to case, to commas and to the width of gaps.
pub(crate) fn folded(text: &str) -> String {
    words_of(text).collect::<Vec<_>>().join(" ").to_lowercase()
}

pub(super) fn words_of(text: &str) -> impl Iterator<Item = &str> {
    text.split(|char: char| char == ',' || char.is_whitespace())
        .filter(|word| !word.is_empty())
}

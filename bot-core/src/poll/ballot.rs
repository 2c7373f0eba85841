//! What somebody chose, and how their words name the options.

use serde::{Deserialize, Serialize};

use super::{Poll, PollKind};
use crate::catalogue::nearest;
use crate::clock::Instant;
use crate::error::{Hint, UserError};
use crate::ids::PersonId;
use crate::locale::Arg;
use crate::phrase;
use crate::surface::Platform;

/// The word for a vote that chooses nothing.
pub(crate) const ABSTAIN: &str = "abstain";

/// Somebody's vote in a poll: one a person, the latest counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ballot {
    /// Whose it is.
    pub person: PersonId,
    /// The numbers of what they chose, in order, each once; none is an abstention.
    pub chosen: Vec<u32>,
    /// When they cast it.
    pub cast_at: Instant,
    /// From where, as far as it was kept.
    #[serde(default)]
    pub platform: Option<Platform>,
}

impl Ballot {
    /// Whether it chooses nothing.
    pub const fn abstains(&self) -> bool {
        self.chosen.is_empty()
    }
}

impl AsRef<[u32]> for Ballot {
    fn as_ref(&self) -> &[u32] {
        &self.chosen
    }
}

/// The numbers of the options that `typed` names: none for `abstain`.
pub fn choose(poll: &Poll, typed: &[String]) -> Result<Vec<u32>, UserError> {
    let typed: Vec<String> = typed
        .iter()
        .flat_map(|typed| words_of(typed).map(str::to_lowercase))
        .collect();
    if let [word] = &typed[..]
        && word == ABSTAIN
        && exact(poll, ABSTAIN).is_none()
    {
        return Ok(Vec::new());
    }
    let mut chosen = named_in(poll, &typed)?;
    chosen.sort_unstable();
    chosen.dedup();
    if poll.kind == PollKind::Single && chosen.len() > 1 {
        return Err(one_only(poll, &chosen));
    }
    Ok(chosen)
}

/// Reads the words from left to right, the longest run that names an option first: options of several words need no
/// quotes. Where words are left that name none, the beginnings before them were no more than guesses: "the bar" did not
/// mean "the park".
fn named_in(poll: &Poll, words: &[String]) -> Result<Vec<u32>, UserError> {
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

/// How many words could name an option, the most first: never more than the longest option has.
fn runs(poll: &Poll, words: &[String]) -> impl Iterator<Item = usize> {
    let longest = poll.options.iter().map(|option| words_of(option).count()).max();
    (1..=words.len().min(longest.unwrap_or(1))).rev()
}

/// An option by its whole text, else by its number. `#2` is always the number, for options that are numbers themselves.
fn exact(poll: &Poll, word: &str) -> Option<u32> {
    let by_text = poll.numbered().find(|(_, option)| folded(option) == word);
    by_text.map(|(number, _)| number).or_else(|| {
        let typed: u32 = word.strip_prefix('#').unwrap_or(word).parse().ok()?;
        poll.numbered()
            .map(|(number, _)| number)
            .find(|number| *number == typed)
    })
}

/// An option by the longest run of words that begins one option and no other.
fn by_beginning(poll: &Poll, words: &[String]) -> Result<Option<(usize, u32)>, UserError> {
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

fn unknown(poll: &Poll, words: &[String]) -> UserError {
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

fn one_only(poll: &Poll, chosen: &[u32]) -> UserError {
    let named = chosen.iter().map(|number| Arg::User(poll.option(*number).to_owned()));
    let error = UserError::new(phrase!(
        "poll-choice-one",
        poll = word poll.reference(),
        options = list named.collect(),
    ));
    chosen
        .iter()
        .fold(error, |error, number| error.type_next(to_vote(poll, *number)))
}

/// The command that votes for an option, as people would type it.
pub(crate) fn to_vote(poll: &Poll, number: u32) -> String {
    format!("poll vote {} {}", poll.reference(), folded(poll.option(number)))
}

/// Text as it is compared: without regard to case, to commas and to the width of gaps.
pub(crate) fn folded(text: &str) -> String {
    words_of(text).collect::<Vec<_>>().join(" ").to_lowercase()
}

fn words_of(text: &str) -> impl Iterator<Item = &str> {
    text.split(|char: char| char == ',' || char.is_whitespace())
        .filter(|word| !word.is_empty())
}

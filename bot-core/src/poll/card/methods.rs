//! Where methods disagree on the same ballots: whom each would choose, side by side.

use crate::locale::{Arg, Phrase, Voice};
use crate::phrase;
use crate::poll::Poll;
use crate::poll::result::Tally;
use crate::poll::tally::outcome::OptionIndex;
use crate::reply::{Card, Line};

/// A method, and whom it would choose.
struct Choice {
    method: Phrase,
    options: Vec<Arg>,
}

/// A line for each method, below one that says why they are there.
pub(super) fn listed(card: Card, poll: &Poll, tally: &Tally, voice: &Voice) -> Card {
    let choices = choices(poll, tally);
    if choices.is_empty() {
        return card;
    }
    let line = |Choice { method, options }| {
        voice.line(&phrase!("poll-method-chooses", method = phrase method, options = list options))
    };
    let lines: Vec<Line> = choices.into_iter().map(line).collect();
    card.line(voice.line(&phrase!("poll-methods-disagree"))).list(lines)
}

/// The same to be drawn: the name of each method, and whom it would choose.
pub(super) fn in_words(poll: &Poll, tally: &Tally, voice: &Voice) -> Vec<(String, String)> {
    let said = |Choice { method, options }| {
        let chosen = phrase!("poll-method-chosen", options = list options);
        (voice.text(&method), voice.text(&chosen))
    };
    choices(poll, tally).into_iter().map(said).collect()
}

fn choices(poll: &Poll, tally: &Tally) -> Vec<Choice> {
    let Some(found) = &tally.disagreement else {
        return Vec::new();
    };
    let named = |options: &[OptionIndex]| match options {
        [] => vec![Arg::Phrase(phrase!("poll-nobody-of-them"))],
        options => options
            .iter()
            .map(|option| Arg::User(poll.option(option.number()).to_owned()))
            .collect(),
    };
    [
        (phrase!("poll-method-first"), &found.leaders[..]),
        (phrase!("poll-method-runoff"), &found.runoff),
        (phrase!("poll-method-pairs"), found.condorcet.as_slice()),
    ]
    .map(|(method, options)| Choice {
        method,
        options: named(options),
    })
    .into()
}

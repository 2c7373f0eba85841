//! A poll in words, for those who do not see the picture.

use super::{Body, Shown, Turnout, stages};
use crate::poll::tally::outcome::Outcome;
use crate::poll::tally::report::Labels;
use crate::reply::cut::cut_chars;

/// The most characters: with our words before them no more than a platform takes.
const MOST: usize = 900;
/// How much of an option and of a sentence there is room for, from all of it to very little.
const ROOM: [usize; 5] = [300, 100, 60, 30, 15];

/// Everything that is drawn, each option cut where they are too long for all to have room.
pub(super) fn said(shown: &Shown<'_>) -> String {
    let fits = |said: &String| said.chars().count() <= MOST;
    let whole = ROOM.iter().map(|most| within(shown, *most, true));
    let ends = ROOM.iter().map(|most| within(shown, *most, false));
    let said = whole.chain(ends).find(fits);
    said.unwrap_or_else(|| cut_chars(&within(shown, ROOM[4], false), MOST))
}

/// The same with at most so many characters of each option; `all` stages, or the first and the last.
fn within(shown: &Shown<'_>, most: usize, all: bool) -> String {
    let sentence = |words: &str| cut_chars(words, most.max(100));
    let options = match &shown.body {
        Body::Bars { rows, needed } => {
            let rows = rows.iter().map(|row| {
                let option = cut_chars(row.option, most);
                signed(&format!("{option}: {}", row.said), row.standing.sign())
            });
            rows.chain(needed.iter().map(|needed| needed.said.clone())).collect()
        }
        Body::Stages {
            outcome,
            options,
            labels,
            ..
        } => courses(outcome, options, labels, most, all),
    };
    let mut parts = vec![sentence(shown.question), sentence(&shown.result), options.join("; ")];
    let methods = shown.methods.iter();
    let methods = methods.map(|(method, chosen)| format!("{method}: {}", cut_chars(chosen, most.max(60))));
    parts.push(methods.collect::<Vec<_>>().join("; "));
    parts.extend(shown.turnout.iter().map(turnout));
    parts.retain(|part| !part.is_empty());
    let said = parts.iter().map(|part| match part.chars().last() {
        Some('.' | '?' | '!' | '…') => part.clone(),
        _ => format!("{part}."),
    });
    said.collect::<Vec<_>>().join(" ")
}

/// Each option with its counts, stage by stage.
fn courses(outcome: &Outcome, options: &[String], labels: &Labels, most: usize, all: bool) -> Vec<String> {
    let drawn = stages::drawn(outcome);
    let ends = [1, outcome.stages.len()];
    let numbers: &[usize] = if all { &drawn } else { &ends };
    let stages: Vec<_> = numbers.iter().map(|number| &outcome.stages[number - 1]).collect();
    let numbers: Vec<String> = numbers.iter().map(ToString::to_string).collect();
    let mut courses = vec![format!("{} {}", labels.stage, numbers.join(", "))];
    courses.extend(options.iter().enumerate().map(|(at, option)| {
        let counts: Vec<String> = stages.iter().map(|stage| stages::said(stage, at)).collect();
        format!("{}: {}", cut_chars(option, most), counts.join(", "))
    }));
    let exhausted = stages.iter().map(|stage| stages::shown(stage.exhausted.total()));
    courses.push(format!(
        "{}: {}",
        labels.exhausted,
        exhausted.collect::<Vec<_>>().join(", ")
    ));
    courses
}

fn turnout(turnout: &Turnout) -> String {
    let quorum = turnout.quorum.iter().map(|quorum| quorum.said.as_str());
    let parts: Vec<&str> = [turnout.said.as_str()].into_iter().chain(quorum).collect();
    parts.join("; ")
}

fn signed(words: &str, sign: &str) -> String {
    format!("{words} {sign}").trim_end().to_owned()
}

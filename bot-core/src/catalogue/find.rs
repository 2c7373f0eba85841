//! Which command the words name, and what was meant where they name none.

use super::near::{distance, loose_distance};
use super::refuse::{cut, heard, suggestion};
use super::{CommandSpec, RawInvocation, areas, by_area, nearest, specs};
use crate::error::{Hint, UserError};
use crate::ids::Reference;
use crate::phrase;

/// The most characters of one command, its named arguments included.
pub const INPUT_CHARS: usize = 8_000;
/// The most suggestions that one error makes.
const SUGGESTIONS: usize = 4;
/// The most words of a command's path, and one more: what a near miss can consist of.
const LOOKED_AT: usize = 4;

/// The command that the words name: the longest path at their start, without regard to case and white space. A near
/// miss is answered with "did you mean", an area with its usage lines; never with silence.
pub fn find(raw: &RawInvocation) -> Result<&'static CommandSpec, UserError> {
    fits(raw)?;
    let words = opening_words(&raw.text);
    let named = specs()
        .filter(|spec| starts_with(&words, spec))
        .max_by_key(|spec| spec.words().count());
    match named {
        Some(spec) if is_stray(spec, raw, &words) => Err(unknown(&raw.text, &words)),
        Some(spec) => Ok(spec),
        None => Err(unknown(&raw.text, &words)),
    }
}

/// Refuses what is too long to be a command, before anything looks at it.
pub(super) fn fits(raw: &RawInvocation) -> Result<(), UserError> {
    let parts = || {
        let named = raw.named.iter().flat_map(|(name, value)| [name, value]);
        std::iter::once(&raw.text).chain(named)
    };
    if parts().map(String::len).sum::<usize>() <= INPUT_CHARS {
        return Ok(());
    }
    match parts().map(|part| part.chars().count()).sum::<usize>() {
        length if length > INPUT_CHARS => Err(UserError::new(phrase!(
            "input-too-long",
            length = number length,
            max = number INPUT_CHARS
        ))
        .type_next("help")),
        _ => Ok(()),
    }
}

/// What stands after the command's own words.
pub(super) fn after_path<'a>(spec: &CommandSpec, text: &'a str) -> &'a str {
    spec.words().fold(text, |text, _| {
        let text = text.trim_start();
        &text[text.find(char::is_whitespace).unwrap_or(text.len())..]
    })
}

/// The first words, in lower case.
fn opening_words(text: &str) -> Vec<String> {
    text.split_whitespace()
        .take(LOOKED_AT)
        .map(|word| cut(word, INPUT_CHARS / LOOKED_AT).to_lowercase())
        .collect()
}

fn starts_with(words: &[String], spec: &CommandSpec) -> bool {
    words.len() >= spec.words().count() && spec.words().zip(words).all(|(word, typed)| word == typed)
}

/// `me timezon Madrid` names `me`, which takes nothing: another command of the area was meant.
fn is_stray(spec: &CommandSpec, raw: &RawInvocation, words: &[String]) -> bool {
    let takes_nothing = spec.args.is_empty() && words.len() > spec.words().count();
    takes_nothing && by_area(spec.area()).count() > 1 || is_of_a_longer_one(spec, raw, words)
}

/// `broadcast shwo B6`: `shwo` is none of the words that can follow, and is a slip in one of the longer commands.
/// `broadcast` alone names its whole area. Another word is refused when it is read.
fn is_of_a_longer_one(spec: &CommandSpec, raw: &RawInvocation, words: &[String]) -> bool {
    let mut longer = goes_on(spec).peekable();
    let Some(first) = spec.args.first().filter(|_| longer.peek().is_some()) else {
        return false;
    };
    match words.get(spec.words().count()) {
        _ if raw.named.iter().any(|(name, _)| name == first.name) => false,
        None => true,
        Some(typed) => {
            first.kind.opens_with(typed) == Some(false) && longer.any(|word| distance(typed, word).is_some())
        }
    }
}

/// The next words of the commands that go on where this one's words end.
fn goes_on(spec: &CommandSpec) -> impl Iterator<Item = &'static str> {
    let words = spec.words().count();
    specs()
        .filter(move |other| {
            other.words().count() > words && other.words().zip(spec.words()).all(|(one, two)| one == two)
        })
        .filter_map(move |other| other.words().nth(words))
}

fn unknown(text: &str, words: &[String]) -> UserError {
    let Some(first) = words.first() else {
        return UserError::new(phrase!("input-empty")).type_next("help");
    };
    let slips = slips(words);
    if !slips.is_empty() {
        return suggest(text, slips);
    }
    let displaced = displaced(words);
    if !displaced.is_empty() {
        return suggest(text, displaced);
    }
    if let Some(area) = areas().find(|area| area == first) {
        let error = match words {
            [_] => UserError::new(phrase!("input-area", area = command area)),
            _ => not_known(&first_words(text, 2)),
        };
        return by_area(area).map(Hint::Usage).fold(error, UserError::hint);
    }
    let error = not_known(text);
    match nearest(first, areas()) {
        Some(area) => error.hint(Hint::DidYouMean(format!("help {area}"))),
        None => error.type_next("help"),
    }
}

fn not_known(words: &str) -> UserError {
    UserError::new(phrase!("input-unknown", words = user heard(words)))
}

/// A command that may have been meant: how many of the typed words named it, and the whole that stands for it.
struct Meant {
    named_by: usize,
    command: String,
}

fn suggest(text: &str, meant: Vec<Meant>) -> UserError {
    let named_by = meant.iter().map(|meant| meant.named_by).max().unwrap_or_default();
    let error = not_known(&first_words(text, named_by));
    meant
        .into_iter()
        .take(SUGGESTIONS)
        .map(|Meant { named_by, command }| {
            let rest = after_words(text, named_by);
            Hint::DidYouMean(suggestion(&format!("{command} {rest}")))
        })
        .fold(error, UserError::hint)
}

/// Mistyped, run together, or with the words swapped: the nearest of all commands.
fn slips(words: &[String]) -> Vec<Meant> {
    let mut best: Option<(usize, Meant)> = None;
    for spec in specs() {
        let length = spec.words().count();
        for named_by in length.saturating_sub(1).max(1)..=(length + 1).min(words.len()) {
            let typed = words[..named_by].join(" ");
            let far = if is_swapped(&words[..named_by], spec) {
                Some(1)
            } else {
                distance(&typed, spec.path)
            };
            // Words that name a path outright were not a slip.
            if let Some(far @ 1..) = far
                && best.as_ref().is_none_or(|(nearest, _)| far < *nearest)
            {
                let command = spec.path.to_owned();
                best = Some((far, Meant { named_by, command }));
            }
        }
    }
    best.map(|(_, meant)| meant).into_iter().collect()
}

/// The words of the path in another order.
fn is_swapped(words: &[String], spec: &CommandSpec) -> bool {
    let mut typed: Vec<_> = words.iter().map(String::as_str).collect();
    let mut path: Vec<_> = spec.words().collect();
    let same_order = typed == path;
    typed.sort_unstable();
    path.sort_unstable();
    typed == path && !same_order
}

/// Without the area, in another area, or with the reference first: `claim S12`, `shift done T3`, `S12 claim`, `S12`.
fn displaced(words: &[String]) -> Vec<Meant> {
    let reference = |at: usize| words.get(at).and_then(|word| word.parse::<Reference>().ok());
    if let Some(first) = reference(0) {
        let verb = words.get(1).map_or("show", String::as_str);
        return verbs(verb, Some(first))
            .into_iter()
            .map(|spec| Meant {
                named_by: words.len().min(2),
                command: format!("{} {first}", spec.path),
            })
            .collect();
    }
    let without_area = |at: usize| {
        let meant = words
            .get(at)
            .into_iter()
            .flat_map(move |verb| verbs(verb, reference(at + 1)));
        meant.map(move |spec| Meant {
            named_by: at + 1,
            command: spec.path.to_owned(),
        })
    };
    let in_another_area = without_area(1).filter(|_| reference(2).is_some());
    without_area(0).chain(in_another_area).collect()
}

/// The commands of that last word; those that take this reference, if there is one. A reference leaves few commands,
/// so that a bad slip still names the nearest of them.
fn verbs(verb: &str, reference: Option<Reference>) -> Vec<&'static CommandSpec> {
    let last = |spec: &CommandSpec| spec.words().nth(1).filter(|_| spec.words().count() == 2);
    let taking = || {
        specs().filter(|spec| {
            reference.is_none_or(|reference| spec.opening_reference() == Some(reference.kind)) && last(spec).is_some()
        })
    };
    let near = taking().filter(|spec| last(spec).is_some_and(|last| distance(verb, last).is_some()));
    let near: Vec<_> = near.collect();
    if !near.is_empty() || reference.is_none() {
        return near;
    }
    let loosely = taking().filter_map(|spec| Some((loose_distance(verb, last(spec)?)?, spec)));
    let nearest = loosely.min_by_key(|(distance, _)| *distance);
    nearest.map(|(_, spec)| spec).into_iter().collect()
}

/// The text up to the end of that many words.
fn first_words(text: &str, count: usize) -> String {
    let words: Vec<_> = text.split_whitespace().take(count).collect();
    words.join(" ")
}

fn after_words(text: &str, count: usize) -> &str {
    (0..count)
        .fold(text, |text, _| {
            let text = text.trim_start();
            &text[text.find(char::is_whitespace).unwrap_or(text.len())..]
        })
        .trim()
}

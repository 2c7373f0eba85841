//! What is said of an argument that does not fit: which one, what is wrong with it, and what would fit.

use crate::broadcast::audience::Asked;
use crate::catalogue::{ArgSpec, CommandSpec, example, specs};
use crate::error::{Hint, UserError};
use crate::ids::{Kind, Reference};
use crate::locale::Arg;
use crate::phrase;
use crate::reply::clean;

/// The most characters of what was typed that an error repeats.
const HEARD: usize = 60;
/// The most characters of a command that is offered instead of the one that was typed.
const SUGGESTION: usize = 200;

/// What was typed, fit to be repeated: on one line, and no longer than it is useful.
pub(super) fn heard(text: &str) -> String {
    cut(text, HEARD)
}

/// A command to type instead, on one line.
pub(super) fn suggestion(command: &str) -> String {
    cut(command, SUGGESTION)
}

/// The text on one line, cut to so many characters.
pub(super) fn cut(text: &str, most: usize) -> String {
    // A character has at most four bytes: a long text is cut before it is looked at.
    let end = text.floor_char_boundary((most + 1) * 4);
    let line = clean::one_line(text[..end].trim()).into_owned();
    if line.chars().count() <= most {
        return line;
    }
    line.chars().take(most).chain(['…']).collect()
}

/// The same error with the usage line, and an example unless it says already what to type.
pub(super) fn with_usage(error: UserError, spec: &'static CommandSpec) -> UserError {
    let offers = error.offers();
    if error.hints.iter().any(|hint| matches!(hint, Hint::Usage(_))) {
        return error;
    }
    let error = error.hint(Hint::Usage(spec));
    if offers {
        return error;
    }
    error.hint(Hint::Say(phrase!("input-example", command = command example(spec))))
}

pub(super) fn surplus(words: &str) -> UserError {
    UserError::new(phrase!("input-surplus", words = user heard(words)))
}

pub(super) fn twice(arg: &ArgSpec) -> UserError {
    UserError::new(phrase!("input-twice", name = word arg.name))
}

pub(super) fn no_value(arg: &ArgSpec) -> UserError {
    UserError::new(phrase!("input-no-value", name = word arg.name))
}

/// A word that looks like a mistyped option.
pub(super) fn near_option(key: &str, value: &str, meant: &ArgSpec) -> UserError {
    UserError::new(phrase!("input-option-unknown", name = user heard(key))).hint(Hint::DidYouMean(format!(
        "{}:{}",
        meant.name,
        heard(value)
    )))
}

pub(super) fn unknown_field(name: &str) -> UserError {
    UserError::new(phrase!("input-option-unknown", name = user heard(name)))
}

pub(super) fn not_a_reference(arg: &ArgSpec, kind: Kind, typed: &str) -> UserError {
    let example = Reference::new(kind, 12);
    UserError::new(
        phrase!("input-reference", name = word arg.name, typed = user heard(typed), example = command example),
    )
}

/// A reference of another kind; if that kind has the same command, it is offered.
pub(super) fn other_reference(spec: &CommandSpec, wanted: Kind, typed: Reference) -> UserError {
    let error = UserError::new(phrase!(
        "input-reference-kind",
        typed = command typed,
        kind = word typed.kind.word(),
        wanted = word wanted.word(),
        example = command Reference::new(wanted, 12)
    ));
    match sibling(spec, typed.kind) {
        Some(meant) => error.hint(Hint::DidYouMean(format!("{} {typed}", meant.path))),
        None => error,
    }
}

/// The command of the same name that takes references of that kind.
fn sibling(spec: &CommandSpec, kind: Kind) -> Option<&'static CommandSpec> {
    let verb = spec.path.rsplit(' ').next()?;
    specs().find(|other| other.path.ends_with(verb) && other.opening_reference() == Some(kind))
}

pub(super) fn too_long(arg: &ArgSpec, length: usize, max: usize) -> UserError {
    UserError::new(phrase!(
        "input-text-long",
        name = word arg.name,
        length = number length,
        max = number max
    ))
}

pub(super) fn control(arg: &ArgSpec) -> UserError {
    UserError::new(phrase!("input-control", name = word arg.name))
}

pub(super) fn one_word(arg: &ArgSpec) -> UserError {
    UserError::new(phrase!("input-one-line", name = word arg.name))
}

pub(super) fn not_a_choice(arg: &ArgSpec, choices: &[&str], typed: &str) -> UserError {
    let choices = choices
        .iter()
        .map(|choice| Arg::Command((*choice).to_owned()))
        .collect();
    UserError::new(phrase!("input-choice", name = word arg.name, choices = list choices, typed = user heard(typed)))
}

/// What names no audience: all that do, and the command with the nearest one.
pub(super) fn not_an_audience(arg: &ArgSpec, typed: &str, whole: impl Fn(&str) -> String) -> UserError {
    let known = Asked::FORMS.map(|form| Arg::Command(form.to_owned()));
    let error = UserError::new(
        phrase!("input-choice", name = word arg.name, choices = list known.to_vec(), typed = user heard(typed)),
    );
    match Asked::nearest_to(typed) {
        Some(near) => error.hint(Hint::DidYouMean(suggestion(&whole(&near)))),
        None => error,
    }
}

pub(super) fn not_a_number(arg: &ArgSpec, min: u32, max: u32, typed: &str) -> UserError {
    UserError::new(
        phrase!("input-number", name = word arg.name, min = number min, max = number max, typed = user heard(typed)),
    )
}

pub(super) fn too_few(arg: &ArgSpec, min: usize) -> UserError {
    UserError::new(phrase!("input-too-few", name = word arg.name, min = number min))
}

pub(super) fn too_many(arg: &ArgSpec, max: usize, given: usize) -> UserError {
    UserError::new(phrase!(
        "input-too-many",
        name = word arg.name,
        max = number max,
        given = number given
    ))
}

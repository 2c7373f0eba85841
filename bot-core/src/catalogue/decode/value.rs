//! From the words of one argument to its value.

use super::Reader;
use crate::broadcast::audience::Asked;
use crate::catalogue::refuse;
use crate::catalogue::{ArgKind, ArgSpec, Value};
use crate::error::UserError;
use crate::ids::{Kind, Reference};
use crate::time;

/// The most characters of a member's or a team's name that are looked at.
const NAME_CHARS: usize = 100;
/// The most characters of an audience that are looked at: `unconfirmed:` and a name.
const AUDIENCE_CHARS: usize = NAME_CHARS + 12;
/// The most characters of a zone's or a city's name that are looked at.
const ZONE_CHARS: usize = 64;

/// The value of an argument, or why these words are none.
pub(super) fn read(reader: &Reader<'_>, arg: &ArgSpec, typed: &str) -> Result<Value, UserError> {
    let typed = typed.trim();
    match arg.kind {
        ArgKind::Reference(kind) => reference(reader, arg, kind, typed).map(Value::Reference),
        ArgKind::WhenOrNone | ArgKind::DurationOrNone if is_none(arg, typed) => Ok(Value::Nothing),
        ArgKind::When | ArgKind::WhenOrNone => time::parse_when(typed, reader.frame)
            .map(|when| Value::When(Box::new(when)))
            .map_err(UserError::from),
        ArgKind::Duration | ArgKind::DurationOrNone => time::parse_duration(typed)
            .map(Value::Duration)
            .map_err(UserError::from),
        ArgKind::Text { max } => text(arg, typed, max).map(Value::Text),
        ArgKind::Word { max } => name(arg, typed, max).map(Value::Text),
        ArgKind::Zone => name(arg, typed, ZONE_CHARS).map(Value::Text),
        ArgKind::Team | ArgKind::Group => name(arg, typed, NAME_CHARS).map(Value::Text),
        ArgKind::Member => name(arg, typed.trim_start_matches('@'), NAME_CHARS).map(Value::Text),
        ArgKind::Choice(choices) => choices
            .iter()
            .find(|choice| choice.eq_ignore_ascii_case(typed))
            .map(|choice| Value::Choice(choice))
            .ok_or_else(|| refuse::not_a_choice(arg, choices, typed)),
        ArgKind::Audience => {
            let name = name(arg, typed, AUDIENCE_CHARS)?;
            Asked::read(&name).map(Value::Audience).ok_or_else(|| {
                let others = reader
                    .typed
                    .tokens
                    .iter()
                    .filter(|token| reader.typed.slice(token) != typed);
                let others = reader.typed.say(&others.copied().collect::<Vec<_>>());
                refuse::not_an_audience(arg, &name, |near| format!("{} {near} {others}", reader.spec.path))
            })
        }
        ArgKind::Number { min, max } => number(typed)
            .filter(|number| (min..=max).contains(number))
            .map(Value::Number)
            .ok_or_else(|| refuse::not_a_number(arg, min, max, typed)),
    }
}

/// One of several: a text of its kind.
pub(super) fn read_one_of_many(arg: &ArgSpec, typed: &str) -> Result<String, UserError> {
    match arg.kind {
        ArgKind::Text { max } | ArgKind::Word { max } => name(arg, typed, max),
        ArgKind::Member => name(arg, typed.trim_start_matches('@'), NAME_CHARS),
        _ => name(arg, typed, NAME_CHARS),
    }
}

fn reference(reader: &Reader<'_>, arg: &ArgSpec, kind: Kind, typed: &str) -> Result<Reference, UserError> {
    match typed.parse::<Reference>() {
        Ok(reference) if reference.kind == kind => Ok(reference),
        Ok(reference) => Err(refuse::other_reference(reader.spec, kind, reference)),
        Err(_) => Err(refuse::not_a_reference(arg, kind, typed)),
    }
}

/// Digits only: `+6` and `6.0` are refused, so that what is typed is what is meant.
fn number(typed: &str) -> Option<u32> {
    typed
        .bytes()
        .all(|byte| byte.is_ascii_digit())
        .then(|| typed.parse().ok())?
}

fn text(arg: &ArgSpec, typed: &str, max: usize) -> Result<String, UserError> {
    if typed.is_empty() {
        return Err(refuse::no_value(arg));
    }
    if typed.contains(is_hostile) {
        return Err(refuse::control(arg));
    }
    match typed.chars().count() {
        length if length > max => Err(refuse::too_long(arg, length, max)),
        _ => Ok(typed.to_owned()),
    }
}

fn name(arg: &ArgSpec, typed: &str, max: usize) -> Result<String, UserError> {
    let name = text(arg, typed.trim(), max)?;
    if name.contains(['\n', '\t']) {
        return Err(refuse::one_word(arg));
    }
    Ok(name)
}

/// Characters that nobody types into a text: control characters, and the marks that make text read in another
/// order than it stands (embeddings, overrides and isolates: Unicode Annex 9, section 2).
fn is_hostile(char: char) -> bool {
    let control = char.is_control() && !matches!(char, '\n' | '\r' | '\t');
    control || matches!(char, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether these words take away what was there.
pub(super) fn is_none(arg: &ArgSpec, typed: &str) -> bool {
    matches!(arg.kind, ArgKind::WhenOrNone | ArgKind::DurationOrNone) && typed.eq_ignore_ascii_case("none")
}

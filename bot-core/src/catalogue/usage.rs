//! Usage lines and examples, made from the specs.

use super::{ArgKind, ArgSpec, CommandSpec, Shape};
use crate::ids::Reference;

/// The usage line: `shift claim S12 [role] [for:<member>]`. A reference shows as an example of its letter.
pub fn usage(spec: &CommandSpec) -> String {
    spec.args
        .iter()
        .fold(spec.path.to_owned(), |line, arg| line + " " + &part(arg))
}

fn part(arg: &ArgSpec) -> String {
    match arg.shape {
        Shape::Required => value(arg),
        Shape::Optional => format!("[{}]", value(arg).trim_matches(['<', '>'])),
        Shape::Many { min: 0, .. } => format!("[{}…]", value(arg)),
        Shape::Many { .. } => format!("{}…", value(arg)),
        Shape::Keyed => format!("[{}]", option_usage(arg)),
    }
}

/// A value in angle brackets, unless what is shown is what can be typed: a reference, a number, one of several words.
fn value(arg: &ArgSpec) -> String {
    match arg.kind {
        ArgKind::Reference(kind) => Reference::new(kind, 12).to_string(),
        _ if arg.usage.contains('|') || arg.usage.starts_with(|char: char| char.is_ascii_digit()) => {
            arg.usage.to_owned()
        }
        _ => format!("<{}>", arg.usage),
    }
}

/// An option as its usage shows it: `for:<member>`.
pub(super) fn option_usage(arg: &ArgSpec) -> String {
    format!("{}:{}", arg.name, value(arg))
}

/// The command with something in every place that must be filled; it decodes.
pub fn example(spec: &CommandSpec) -> String {
    let required = spec
        .args
        .iter()
        .filter(|arg| matches!(arg.shape, Shape::Required | Shape::Many { min: 1.., .. }));
    required.fold(spec.path.to_owned(), |line, arg| line + " " + &example_of(arg))
}

pub(super) fn example_of(arg: &ArgSpec) -> String {
    let one = match arg.kind {
        ArgKind::Reference(kind) => Reference::new(kind, 12).to_string(),
        ArgKind::When | ArgKind::WhenOrNone => "sat 10am".to_owned(),
        ArgKind::Duration | ArgKind::DurationOrNone => "2h".to_owned(),
        ArgKind::Choice(choices) => choices.first().copied().unwrap_or_default().to_owned(),
        ArgKind::Number { min, .. } => min.to_string(),
        ArgKind::Member => "Ana".to_owned(),
        ArgKind::Team => "North".to_owned(),
        ArgKind::Zone => "Madrid".to_owned(),
        ArgKind::Text { .. } | ArgKind::Word { .. } => text_example(arg).to_owned(),
    };
    match arg.shape {
        Shape::Many { min: 2.., .. } => format!("{one} other"),
        _ => one,
    }
}

/// Something that people would write there: the first of what the usage shows, else by the argument's name.
fn text_example(arg: &ArgSpec) -> &'static str {
    match (arg.usage.split_once('|'), arg.name) {
        (Some((first, _)), _) => first,
        (_, "title") => "Canvass Ward 3",
        (_, "text") => "call the printer",
        (_, "question") => "Pizza or tacos?",
        (_, "name") => "North",
        (_, name) => name,
    }
}

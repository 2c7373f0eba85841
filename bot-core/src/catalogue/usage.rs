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
    let value = match (arg.kind, arg.shape) {
        (ArgKind::Reference(kind), _) => Reference::new(kind, 12).to_string(),
        // The words of a choice and of a form stand for themselves.
        _ if arg.usage.contains('|') => arg.usage.to_owned(),
        (_, Shape::Optional) => arg.usage.to_owned(),
        _ => format!("<{}>", arg.usage),
    };
    match arg.shape {
        Shape::Required => value,
        Shape::Optional => format!("[{value}]"),
        Shape::Many { min: 0, .. } => format!("[{value}…]"),
        Shape::Many { .. } => format!("{value}…"),
        Shape::Keyed => format!("[{}:{value}]", arg.name),
    }
}

/// The command with something in every place that must be filled; it decodes.
pub fn example(spec: &CommandSpec) -> String {
    let required = spec
        .args
        .iter()
        .filter(|arg| matches!(arg.shape, Shape::Required | Shape::Many { min: 1.., .. }));
    required.fold(spec.path.to_owned(), |line, arg| line + " " + &example_of(arg))
}

fn example_of(arg: &ArgSpec) -> String {
    let one = match arg.kind {
        ArgKind::Reference(kind) => Reference::new(kind, 12).to_string(),
        ArgKind::When => "sat 10am".to_owned(),
        ArgKind::Duration => "2h".to_owned(),
        ArgKind::Choice(choices) => choices.first().copied().unwrap_or_default().to_owned(),
        ArgKind::Number { min, .. } => min.to_string(),
        ArgKind::Member => "Ana".to_owned(),
        ArgKind::Team => "North".to_owned(),
        ArgKind::Text { .. } | ArgKind::Word { .. } => text_example(arg.name).to_owned(),
    };
    match arg.shape {
        Shape::Many { min: 2.., .. } => format!("{one} other"),
        _ => one,
    }
}

/// Something that people would write there.
fn text_example(name: &str) -> &str {
    match name {
        "title" => "Canvass Ward 3",
        "text" => "call the printer",
        "question" => "Pizza or tacos?",
        "zone" => "Madrid",
        "name" => "North",
        name => name,
    }
}

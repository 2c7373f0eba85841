//! Usage lines and examples, made from the specs, and a command as it may be typed again.

use super::decode::many;
use super::quoting::grouped;
use super::{ArgKind, ArgSpec, CommandSpec, RawInvocation, Shape, find::after_path, quoted};
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

/// A value in angle brackets, unless what is shown is what can be typed: a reference, a number, one of several words, or
/// has brackets of its own.
fn value(arg: &ArgSpec) -> String {
    match arg.kind {
        ArgKind::Reference(kind) => Reference::new(kind, 12).to_string(),
        _ if arg.usage.contains(['|', '<']) || arg.usage.starts_with(|char: char| char.is_ascii_digit()) => {
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
        ArgKind::Group => "Ward".to_owned(),
        ArgKind::Zone => "Madrid".to_owned(),
        ArgKind::Audience => "everyone".to_owned(),
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
        (_, "as") => "as market day",
        (_, "template") => "market day",
        (_, name) => name,
    }
}

/// The command as it may be typed again: its path, what was typed after it, and what came by name.
pub fn retyped(spec: &CommandSpec, raw: &RawInvocation) -> String {
    let named = |keyed: bool| {
        let of_shape = spec.args.iter().filter(move |arg| (arg.shape == Shape::Keyed) == keyed);
        of_shape.filter_map(move |arg| {
            let (_, value) = raw.named.iter().find(|(name, _)| name == arg.name)?;
            let value = value.trim();
            Some(match (arg.kind, arg.shape) {
                _ if value.is_empty() => String::new(),
                (_, Shape::Keyed) => format!("{}:{}", arg.name, quoted(value)),
                (ArgKind::When | ArgKind::WhenOrNone, _) => value.to_owned(),
                (_, Shape::Many { .. }) => {
                    let pieces = many::of(value);
                    let pieces: Vec<_> = pieces.iter().map(|piece| set_apart(piece)).collect();
                    pieces.join(" ")
                }
                // In quotes it takes none of the words behind it.
                (ArgKind::Text { .. }, _) => grouped(value),
                _ => quoted(value).into_owned(),
            })
        })
    };
    let typed = after_path(spec, &raw.text).trim().to_owned();
    let parts = named(false).chain([typed]).chain(named(true));
    parts
        .filter(|part| !part.is_empty())
        .fold(spec.path.to_owned(), |command, part| command + " " + &part)
}

/// One of several as a word of its own: in quotes if it has several words, or what would be read as more than a word.
fn set_apart(piece: &str) -> String {
    if piece.contains([',', ':']) {
        return grouped(piece);
    }
    quoted(piece).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::find;

    #[test]
    fn what_came_by_name_is_typed_where_it_belongs() {
        let raw = RawInvocation {
            text: "Shift  MOVE".to_owned(),
            named: [("when", "sun 11am"), ("shift", "S12")]
                .map(|(name, value)| (name.into(), value.into()))
                .into(),
        };
        let spec = find(&raw).unwrap();
        assert_eq!(retyped(spec, &raw), "shift move S12 sun 11am");
        let raw = RawInvocation {
            text: "shift edit S12".to_owned(),
            named: vec![("title".to_owned(), "Canvass Ward 3".to_owned())],
        };
        let spec = find(&raw).unwrap();
        assert_eq!(retyped(spec, &raw), "shift edit S12 title:\"Canvass Ward 3\"");
    }

    #[test]
    fn several_that_came_by_name_stay_apart() {
        let options = "Pizza Hut\ntacos, the good ones\n14:30";
        let raw = RawInvocation {
            text: "poll new".to_owned(),
            named: [("question", "Pizza"), ("option", options)]
                .map(|(name, value)| (name.into(), value.into()))
                .into(),
        };
        let spec = find(&raw).unwrap();
        assert_eq!(
            retyped(spec, &raw),
            "poll new \"Pizza\" \"Pizza Hut\" \"tacos, the good ones\" \"14:30\""
        );
    }
}

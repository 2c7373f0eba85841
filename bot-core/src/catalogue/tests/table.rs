//! What must hold of the table, whatever stands in it.

use std::collections::HashSet;

use super::frame;
use crate::catalogue::{
    ArgKind, ArgSpec, CommandSpec, RawInvocation, Shape, areas, by_area, decode, example, find, specs, usage,
};
use crate::locale::{Language, Phrase, Voice};

/// The most characters of a description, the most arguments of a command, and the letters of a name that Discord
/// takes (Discord API documentation, "Application Commands": naming, and the structure of commands and options).
const DESCRIPTION_CHARS: usize = 100;
const OPTIONS: usize = 25;
const NAME_CHARS: usize = 32;

fn is_name(name: &str) -> bool {
    let letters = |char: char| char.is_ascii_lowercase() || char.is_ascii_digit() || char == '_';
    (1..=NAME_CHARS).contains(&name.len()) && name.chars().all(letters)
}

fn positional(spec: &CommandSpec) -> Vec<&'static ArgSpec> {
    spec.args.iter().filter(|arg| arg.shape != Shape::Keyed).collect()
}

fn typed(text: &str) -> RawInvocation {
    RawInvocation {
        text: text.to_owned(),
        named: Vec::new(),
    }
}

#[test]
fn paths_are_of_one_to_three_words_and_each_is_there_once() {
    let mut paths = HashSet::new();
    for spec in specs() {
        assert!(paths.insert(spec.path), "{} is there twice", spec.path);
        assert!((1..=3).contains(&spec.words().count()), "{}", spec.path);
        assert!(spec.words().all(is_name), "{}", spec.path);
    }
}

#[test]
fn an_area_stands_together() {
    let areas: Vec<_> = areas().collect();
    let once: HashSet<_> = areas.iter().collect();
    assert_eq!(
        once.len(),
        areas.len(),
        "an area comes in two places of the table: {areas:?}"
    );
}

#[test]
fn no_command_hides_behind_the_arguments_of_a_shorter_one() {
    for short in specs() {
        let longer = specs().filter(|spec| spec.path.starts_with(&format!("{} ", short.path)));
        for long in longer {
            // A slip in the longer one must be told from words of the shorter one: it takes none, or of a closed set first.
            let next = long.words().nth(short.words().count()).unwrap();
            let told_apart = match positional(short).first() {
                None => true,
                Some(first) => first.shape == Shape::Required && first.kind.opens_with(next) == Some(false),
            };
            assert!(
                told_apart,
                "`{}` takes words, so that a slip in `{}` would be taken for one",
                short.path, long.path
            );
        }
    }
}

#[test]
fn names_of_arguments_are_names_and_each_is_there_once() {
    for spec in specs() {
        assert!(spec.args.len() <= OPTIONS, "{} has too many arguments", spec.path);
        let mut names = HashSet::new();
        for arg in spec.args {
            assert!(is_name(arg.name), "{}: {:?}", spec.path, arg.name);
            assert!(names.insert(arg.name), "{}: {} is there twice", spec.path, arg.name);
            assert!(!arg.usage.is_empty(), "{}: {} shows nothing", spec.path, arg.name);
        }
    }
}

#[test]
fn what_may_be_left_out_stands_behind_what_may_not_and_many_at_the_end() {
    for spec in specs() {
        let shapes: Vec<_> = positional(spec).iter().map(|arg| arg.shape).collect();
        let order = shapes.iter().map(|shape| match shape {
            Shape::Required => 0,
            Shape::Optional => 1,
            _ => 2,
        });
        assert!(order.is_sorted(), "{}: {shapes:?}", spec.path);
        let many = shapes
            .iter()
            .filter(|shape| matches!(shape, Shape::Many { .. }))
            .count();
        assert!(many <= 1, "{}: {shapes:?}", spec.path);
        for shape in shapes {
            if let Shape::Many { min, max } = shape {
                assert!(min <= max && max > 0, "{}: {shape:?}", spec.path);
            }
        }
        let keyed = spec.args.iter().map(|arg| arg.shape == Shape::Keyed);
        assert!(keyed.is_sorted(), "{}: options stand last", spec.path);
    }
}

#[test]
fn a_reader_can_tell_where_an_argument_ends() {
    for spec in specs() {
        let positional = positional(spec);
        let whens = positional.iter().filter(|arg| arg.kind == ArgKind::When).count();
        assert!(whens <= 1, "{} takes two times by position", spec.path);
        let texts = positional
            .iter()
            .filter(|arg| matches!(arg.kind, ArgKind::Text { .. }) && !matches!(arg.shape, Shape::Many { .. }));
        assert!(texts.count() <= 1, "{} takes two texts by position", spec.path);
        let choices = spec.args.iter().filter_map(|arg| match arg.kind {
            ArgKind::Choice(choices) => Some(choices),
            _ => None,
        });
        for choices in choices {
            assert!((1..=OPTIONS).contains(&choices.len()), "{}: {choices:?}", spec.path);
            assert!(
                choices.iter().all(|choice| is_name(choice)),
                "{}: {choices:?}",
                spec.path
            );
        }
    }
}

#[test]
fn every_command_and_area_has_a_sentence_in_every_language_short_enough_for_a_menu() {
    for language in Language::ALL {
        let voice = Voice {
            language,
            zone: frame().zone,
            now: frame().now,
        };
        let crowded = areas().filter(|area| by_area(area).count() > 1);
        let keys = specs()
            .map(CommandSpec::summary_key)
            .chain(crowded.map(|area| format!("area-{area}")));
        for key in keys {
            let sentence = voice.text(&Phrase::keyed(key.clone()));
            assert_ne!(sentence, key, "{key} is not in the {language} catalogue");
            let length = sentence.chars().count();
            assert!(length <= DESCRIPTION_CHARS, "{key} in {language}: {length} characters");
        }
    }
}

#[test]
fn every_usage_line_opens_with_the_command_and_its_brackets_close() {
    for spec in specs() {
        let usage = usage(spec);
        assert!(usage.starts_with(spec.path), "{usage}");
        for (open, close) in [('[', ']'), ('<', '>')] {
            let mut depth = 0_i32;
            for char in usage.chars() {
                depth += i32::from(char == open) - i32::from(char == close);
                assert!((0..=1).contains(&depth), "{usage}");
            }
            assert_eq!(depth, 0, "{usage}");
        }
        assert!(!usage.contains("  "), "{usage}");
    }
}

#[test]
fn every_example_is_found_and_decodes() {
    for spec in specs() {
        let raw = typed(&example(spec));
        assert_eq!(find(&raw).unwrap().path, spec.path);
        if let Err(error) = decode(spec, &raw, &frame()) {
            panic!("{}: {}", raw.text, super::seen(&error));
        }
    }
}

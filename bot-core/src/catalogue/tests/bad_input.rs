//! Every command with every kind of bad input, made from the table: what `find` and `decode` say of it is a sentence, and
//! a usage line or something to type. What people see of it at the door is in `at_the_door`.

use super::{assert_mends, frame, seen};
use crate::catalogue::{
    ArgKind, ArgSpec, CommandSpec, INPUT_CHARS, RawInvocation, Shape, decode, example, find, specs, usage,
};
use crate::error::UserError;

fn raw(text: impl Into<String>, named: &[(&str, String)]) -> RawInvocation {
    RawInvocation {
        text: text.into(),
        named: named
            .iter()
            .map(|(name, value)| ((*name).to_owned(), value.clone()))
            .collect(),
    }
}

/// What is said of it; a bad input that is taken for a good one fails the test.
fn refusal(spec: &'static CommandSpec, raw: &RawInvocation) -> UserError {
    let judged = find(raw).and_then(|found| {
        assert_eq!(found.path, spec.path);
        decode(spec, raw, &frame())
    });
    let error = judged.expect_err(&format!("`{}` with {:?} is taken", raw.text, raw.named));
    assert_mends(&error, &raw.text);
    error
}

fn assert_shows_usage(error: &UserError, spec: &CommandSpec) {
    assert!(seen(error).contains(&usage(spec)), "{}", seen(error));
}

fn is_required(arg: &ArgSpec) -> bool {
    matches!(arg.shape, Shape::Required | Shape::Many { min: 1.., .. })
}

/// Every argument of every command, alone by name among good ones.
fn each_argument() -> impl Iterator<Item = (&'static CommandSpec, &'static ArgSpec)> {
    specs().flat_map(|spec| spec.args.iter().map(move |arg| (spec, arg)))
}

fn refused_by_name(spec: &'static CommandSpec, arg: &ArgSpec, value: String) {
    let error = refusal(spec, &raw(spec.path, &[(arg.name, value)]));
    assert_shows_usage(&error, spec);
    assert!(seen(&error).contains(arg.name), "{}: {}", arg.name, seen(&error));
}

/// The most characters of a text or word.
fn limit(arg: &ArgSpec) -> Option<usize> {
    match arg.kind {
        ArgKind::Text { max } | ArgKind::Word { max } => Some(max),
        ArgKind::Member | ArgKind::Team | ArgKind::Group => Some(100),
        ArgKind::Zone => Some(64),
        _ => None,
    }
}

#[test]
fn missing_arguments_are_named() {
    for spec in specs().filter(|spec| spec.args.iter().any(is_required)) {
        let error = refusal(spec, &raw(spec.path, &[]));
        assert_shows_usage(&error, spec);
        let first = spec.args.iter().find(|arg| is_required(arg)).unwrap();
        assert!(
            seen(&error).contains(&format!("<{}>", first.name)),
            "{}: {}",
            spec.path,
            seen(&error)
        );
    }
}

#[test]
fn surplus_words_are_not_swallowed() {
    for spec in specs() {
        let last = spec.args.iter().rfind(|arg| arg.shape != Shape::Keyed);
        let takes_the_rest = last.is_some_and(|last| {
            matches!(last.shape, Shape::Many { .. })
                || matches!(last.kind, ArgKind::Text { .. } | ArgKind::Zone | ArgKind::Group)
        });
        let optional = spec.args.iter().filter(|arg| arg.shape == Shape::Optional).count();
        let surplus = raw(example(spec) + &" zzz".repeat(optional + 1), &[]);
        match find(&surplus) {
            Ok(found) if !takes_the_rest => assert_shows_usage(&refusal(found, &surplus), spec),
            Ok(_) => {}
            Err(error) => assert_mends(&error, &surplus.text),
        }
        let field = raw(example(spec), &[("zzz", "zzz".to_owned())]);
        if find(&field).is_ok() {
            assert_shows_usage(&refusal(spec, &field), spec);
        }
    }
}

#[test]
fn over_long_texts_are_told_their_limit() {
    for (spec, arg) in each_argument() {
        if let Some(max) = limit(arg) {
            refused_by_name(spec, arg, "x".repeat(max + 1));
        }
    }
}

#[test]
fn too_many_values_are_told_their_limit() {
    for (spec, arg) in each_argument() {
        if let Shape::Many { max, .. } = arg.shape {
            refused_by_name(spec, arg, "x ".repeat(max + 1));
        }
    }
}

#[test]
fn values_of_another_kind_are_told_what_they_may_be() {
    for (spec, arg) in each_argument() {
        for value in [
            "zzz",
            "99999999999999999999",
            "-1",
            "S",
            "S0",
            "<@123>",
            "**x**",
            "@everyone",
        ] {
            let error = match limit(arg) {
                Some(_) => continue,
                None => refusal(spec, &raw(spec.path, &[(arg.name, value.to_owned())])),
            };
            assert_shows_usage(&error, spec);
        }
    }
}

#[test]
fn references_of_another_kind_are_told_which_it_is() {
    for (spec, arg) in each_argument() {
        let ArgKind::Reference(kind) = arg.kind else { continue };
        let other = if kind.letter() == 'T' { "S3" } else { "T3" };
        let error = refusal(spec, &raw(format!("{} {other}", spec.path), &[]));
        assert_shows_usage(&error, spec);
        assert!(seen(&error).starts_with(other), "{}", seen(&error));
    }
}

#[test]
fn what_cannot_be_shown_is_refused_and_never_repeated() {
    for (spec, arg) in each_argument() {
        for hostile in [
            "a\u{0}b",
            "\u{1b}[2Jx",
            "a\u{202e}b",
            "a\u{2067}b",
            "a\u{85}\u{9f}b",
            "\u{7f}x",
        ] {
            let error = refusal(spec, &raw(spec.path, &[(arg.name, hostile.to_owned())]));
            assert_shows_usage(&error, spec);
        }
    }
}

#[test]
fn markup_and_mentions_are_text_or_are_refused_as_text() {
    for (spec, arg) in each_argument() {
        for text in [
            "<b>x</b>",
            "**x** _y_",
            "@everyone <@&1> <!channel>",
            "`x` [a](http://b)",
            "x\u{200f}\u{5d0}",
        ] {
            let raw = raw(spec.path, &[(arg.name, text.to_owned())]);
            if let Err(error) = decode(spec, &raw, &frame()) {
                assert_mends(&error, text);
            }
        }
    }
}

#[test]
fn a_megabyte_is_refused_before_it_is_read() {
    for spec in specs() {
        for filling in ["x", " x", "\"", "at:", "\u{202e}", "sat 10am ", ","] {
            let long = filling.repeat(1_000_000 / filling.len());
            for raw in [
                raw(format!("{} {long}", spec.path), &[]),
                raw(spec.path, &[("title", long.clone())]),
            ] {
                let error = find(&raw).unwrap_err();
                assert_mends(&error, &raw.text);
                assert!(seen(&error).contains(&INPUT_CHARS.to_string()), "{}", seen(&error));
            }
        }
    }
}

#[test]
fn the_longest_input_is_read_in_reasonable_steps() {
    for spec in specs() {
        for filling in [
            " x",
            " at:x",
            " sat 10am",
            " \"",
            " note:x at:x title:x",
            ",",
            " every",
            " S1",
        ] {
            let most = (INPUT_CHARS - spec.path.len()) / filling.len();
            let raw = raw(format!("{}{}", spec.path, filling.repeat(most)), &[]);
            if let Err(error) = find(&raw).and_then(|spec| decode(spec, &raw, &frame())) {
                assert_mends(&error, &raw.text);
            }
        }
    }
}

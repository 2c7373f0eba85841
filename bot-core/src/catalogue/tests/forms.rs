//! What must hold of every form, and that what is filled in is what would be typed.

use std::collections::HashSet;

use proptest::prelude::*;

use super::frame;
use crate::catalogue::forms::{Begins, FormSpec, forms, most_chars};
use crate::catalogue::{RawInvocation, Shape, decode, find, retyped};
use crate::locale::{Language, Phrase, Voice};
use crate::reply::form::{Field, Form};

/// The most characters that a field takes (Discord API documentation, "Text Input").
const FIELD_CHARS: usize = 4_000;
/// The longest reference.
const REFERENCE: &str = " S4294967295";

fn raw(text: &str, named: &[(&str, &str)]) -> RawInvocation {
    RawInvocation {
        text: text.to_owned(),
        named: named
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect(),
    }
}

#[test]
fn a_form_asks_for_arguments_of_its_command_and_for_all_that_must_be_there() {
    let mut names = HashSet::new();
    for form in forms() {
        assert!(names.insert(form.name), "{} is there twice", form.name);
        let spec = form.command().expect(form.name);
        assert!((1..=Form::MOST_FIELDS).contains(&form.fields.len()), "{}", form.name);
        assert_eq!(form.args().count(), form.fields.len(), "{}", form.name);
        for (field, arg) in form.args() {
            assert!(most_chars(arg) <= FIELD_CHARS, "{}: {}", form.name, field.arg);
            assert!(
                arg.shape != Shape::Required || field.required,
                "{}: {}",
                form.name,
                field.arg
            );
        }
        let mut required = spec.args.iter().filter(|arg| arg.shape == Shape::Required);
        if form.begins == Begins::Changing {
            required.next();
        }
        for arg in required {
            assert!(
                form.fields.iter().any(|field| field.arg == arg.name),
                "{}: {}",
                form.name,
                arg.name
            );
        }
    }
}

#[test]
fn what_a_form_says_fits_in_every_language() {
    for language in Language::ALL {
        let (zone, now) = (frame().zone, frame().now);
        let voice = Voice { language, zone, now };
        let chars = |key: String| voice.text(&Phrase::keyed(key)).chars().count();
        for form in forms() {
            let behind = if form.begins == Begins::Empty { "" } else { REFERENCE };
            assert!(
                chars(form.title_key()) + behind.len() <= Form::TITLE_CHARS,
                "{language}: {}",
                form.name
            );
            for field in form.fields {
                let key = form.label_key(field);
                assert!(chars(key.clone()) <= Field::LABEL_CHARS, "{language}: {key}");
                assert!(
                    chars(format!("{key}-hint")) <= Field::HINT_CHARS,
                    "{language}: {key}-hint"
                );
            }
        }
    }
}

#[test]
fn a_form_is_asked_for_by_the_bare_command_and_nothing_else() {
    let asked =
        |raw: &RawInvocation| FormSpec::asked_by(raw).map(|(form, about)| (form.name, about.map(|about| about.number)));
    for (typed, form) in [
        ("shift add", Some(("shift-add", None))),
        ("  Shift   ADD ", Some(("shift-add", None))),
        ("poll new", Some(("poll-new", None))),
        ("broadcast", Some(("broadcast", None))),
        ("shift edit S12", Some(("shift-edit", Some(12)))),
        ("shift add s12", Some(("shift-copy", Some(12)))),
        ("shift edit", None),
        ("shift edit S12 title:x", None),
        ("shift edit T12", None),
        ("shift add T12", None),
        ("shift add Canvass", None),
        ("shift add S12 sat 10am", None),
        ("shift claim S12", None),
        ("poll new S12", None),
        ("broadcast S12", None),
        ("broadcast list", None),
        ("shift", None),
        ("", None),
    ] {
        assert_eq!(asked(&raw(typed, &[])), form, "{typed:?}");
    }
    assert_eq!(asked(&raw("shift add", &[("title", " ")])), Some(("shift-add", None)));
    assert_eq!(
        asked(&raw("shift edit", &[("shift", "S12")])),
        Some(("shift-edit", Some(12)))
    );
    assert_eq!(asked(&raw("shift add", &[("title", "S12")])), None, "that is a title");
    assert_eq!(asked(&raw("shift edit", &[("shift", "S12"), ("note", "x")])), None);
    assert_eq!(asked(&raw(&"shift add ".repeat(2_000), &[])), None);
}

/// Both decode to the same command.
fn assert_same(filled: &RawInvocation) {
    let spec = find(filled).unwrap();
    let typed = raw(&retyped(spec, filled), &[]);
    assert_eq!(find(&typed).unwrap(), spec, "{}", typed.text);
    let (one, other) = (decode(spec, filled, &frame()), decode(spec, &typed, &frame()));
    assert_eq!(one.unwrap(), other.unwrap(), "{}", typed.text);
}

proptest! {
    #[test]
    fn a_shift_that_is_filled_in_is_the_one_that_is_typed(
        title in "[a-zé:,@]{1,6}( [a-z:,?!0-9]{1,6}){0,3}",
        place in "([a-z:]{1,6}( [a-z0-9]{1,6}){0,2})?",
        note in "([a-z:,.]{1,8}([ \n][a-z:]{1,8}){0,4})?",
    ) {
        assert_same(&raw("shift add", &[
            ("title", &title), ("when", "sat 10am-1pm"), ("needs", "driver=2,knocker=6"), ("at", &place), ("note", &note),
        ]));
    }

    #[test]
    fn a_poll_that_is_filled_in_is_the_one_that_is_typed(
        question in "[a-zé:,]{1,6}( [a-z:,?]{1,6}){0,3}",
        options in proptest::collection::hash_set("[a-z]{2,6}( [a-z0-9:?]{1,6}){0,2}", 2..5),
    ) {
        let options: Vec<String> = options.into_iter().collect();
        assert_same(&raw("poll new", &[
            ("question", &question), ("option", &options.join("\n")), ("until", "fri 6pm"), ("secret", "yes"),
        ]));
    }

    #[test]
    fn a_broadcast_that_is_filled_in_is_the_one_that_is_typed(text in "[a-zé:,]{1,6}([ \n][a-z:,?]{1,6}){0,9}") {
        assert_same(&raw("broadcast", &[("audience", "everyone"), ("text", &text), ("at", "sat 8am"), ("ack", "yes")]));
    }
}

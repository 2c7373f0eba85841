//! The forms of commands, as data: what is asked where a command is given without its arguments.

use super::{ArgKind, ArgSpec, CommandSpec, RawInvocation, Shape, find, specs};
use crate::ids::Reference;
use crate::poll::draft::{MOST_OPTIONS, OPTION_CHARS};
use crate::shift::command::FORMS as OF_SHIFTS;

/// The form of a command.
#[derive(Debug, PartialEq, Eq)]
pub struct FormSpec {
    /// Its name: the key of its title is `form-<name>`.
    pub name: &'static str,
    /// The command's path.
    pub path: &'static str,
    /// What it begins with.
    pub begins: Begins,
    /// What is asked, in order.
    pub fields: &'static [FieldSpec],
}

/// What a form begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Begins {
    /// Nothing: all fields are empty.
    Empty,
    /// What stands today behind the reference after the path, which the form changes: `shift edit S12`.
    Changing,
    /// What stands today behind the reference after the path, to make another one like it: `shift add S12`. What the
    /// reference says beyond the fields goes with it.
    Copying,
}

/// A field of a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FieldSpec {
    /// The argument that it is for.
    pub arg: &'static str,
    /// Whether it takes several lines.
    pub long: bool,
    /// Whether it must be filled in.
    pub required: bool,
}

impl FieldSpec {
    /// A field of one line that may stay empty.
    pub const fn new(arg: &'static str) -> Self {
        Self {
            arg,
            long: false,
            required: false,
        }
    }

    /// The same where it must be filled in.
    #[must_use]
    pub const fn required(self) -> Self {
        Self { required: true, ..self }
    }

    /// The same with several lines.
    #[must_use]
    pub const fn long(self) -> Self {
        Self { long: true, ..self }
    }
}

/// Every form.
pub fn forms() -> impl Iterator<Item = &'static FormSpec> {
    [OF_SHIFTS, crate::poll::command::FORMS, crate::broadcast::command::FORMS]
        .into_iter()
        .flatten()
}

impl FormSpec {
    /// The form that a command without arguments asks for, with the reference that it begins with.
    pub fn asked_by(raw: &RawInvocation) -> Option<(&'static Self, Option<Reference>)> {
        find::fits(raw).ok()?;
        let spec = named_by(&raw.text)?;
        let mut typed = find::after_path(spec, &raw.text).split_whitespace();
        let named = raw.named.iter().filter(|(_, value)| !value.trim().is_empty());
        let mut given = named.map(|(name, value)| (Some(name.as_str()), value.as_str()));
        let only = typed.next().map(|word| (None, word)).or_else(|| given.next());
        if typed.next().is_some() || given.next().is_some() {
            return None;
        }
        let Some((name, value)) = only else {
            return Some((of(spec, None)?, None));
        };
        let reference: Reference = value.trim().parse().ok()?;
        let form = of(spec, Some(reference))?;
        let is_its_own = name.is_none_or(|name| form.begins == Begins::Changing && name == spec.args[0].name);
        is_its_own.then_some((form, Some(reference)))
    }

    /// The command that it is for.
    pub fn command(&self) -> Option<&'static CommandSpec> {
        specs().find(|spec| spec.path == self.path)
    }

    /// Its fields, each with its argument.
    pub fn args(&self) -> impl Iterator<Item = (&'static FieldSpec, &'static ArgSpec)> {
        let args = self.command().map_or(&[][..], |spec| spec.args);
        let arg = |name: &str| args.iter().find(|arg| arg.name == name);
        self.fields
            .iter()
            .filter_map(move |field| Some((field, arg(field.arg)?)))
    }

    /// The key of the words above it: `form-shift-add`.
    pub fn title_key(&self) -> String {
        format!("form-{}", self.name)
    }

    /// The key of the words beside a field, `form-shift-title`; the words in it while it is empty go by the same and `-hint`.
    pub fn label_key(&self, field: &FieldSpec) -> String {
        let area = self.path.split(' ').next().unwrap_or_default();
        format!("form-{area}-{}", field.arg)
    }
}

/// The command whose path opens the words: `broadcast` too, which alone names its whole area.
fn named_by(text: &str) -> Option<&'static CommandSpec> {
    let opens = |spec: &&CommandSpec| {
        let mut typed = text.split_whitespace();
        spec.words()
            .all(|word| typed.next().is_some_and(|typed| typed.eq_ignore_ascii_case(word)))
    };
    specs().filter(opens).max_by_key(|spec| spec.words().count())
}

fn of(spec: &CommandSpec, about: Option<Reference>) -> Option<&'static FormSpec> {
    let of_kind = |form: &FormSpec| match (form.begins, about) {
        (Begins::Empty, None) => true,
        (Begins::Changing, Some(about)) => spec.opening_reference() == Some(about.kind),
        (Begins::Copying, Some(about)) => about.kind.word() == spec.area(),
        _ => false,
    };
    forms().find(|form| form.path == spec.path && of_kind(form))
}

/// The most characters that a field takes for an argument.
pub fn most_chars(arg: &ArgSpec) -> usize {
    /// For what has no length of its own: a time, a choice.
    const SHORT: usize = 100;
    let one = match arg.kind {
        ArgKind::Text { max } | ArgKind::Word { max } => max,
        _ => SHORT,
    };
    match arg.shape {
        Shape::Many { .. } => MOST_OPTIONS * (OPTION_CHARS + 1),
        _ => one,
    }
}

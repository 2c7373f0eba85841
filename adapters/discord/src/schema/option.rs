//! The options of a command: typed as far as Discord has the type.
//!
//! A member is chosen among those of the server (`member`), or is named as the group's register has them, who may be on
//! another platform (`member-name`): one of the two, so that neither is required there, and the desk asks for one. Where a
//! command without arguments opens a form nothing is required either, since Discord would not let it go without.

use std::borrow::Cow;

use muster_core::catalogue::forms::{Begins, FormSpec, forms};
use muster_core::catalogue::{ArgKind, ArgSpec, CommandSpec, Shape};
use muster_core::help::kind_sentence;
use muster_core::locale::Phrase;
use muster_core::phrase;
use serde::Serialize;
use serenity::model::application::CommandOptionType;

use super::Description;

/// What usage lines show for a role that a platform gives.
const OF_PLATFORM: &str = "platform role";
/// What stands behind the name of an option that takes a member's name.
pub const BY_NAME: &str = "-name";
/// The most characters of what is chosen from a completion, and of what has no limit of its own.
const CHOSEN_CHARS: usize = 100;
/// The most characters of a text ("Application Command Option Structure", `max_length`).
const TEXT_CHARS: usize = 6_000;

/// An option, a sub-command or a group of them, as Discord takes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CommandOption {
    /// What it takes.
    #[serde(rename = "type")]
    pub kind: CommandOptionType,
    /// Its name: the argument's.
    pub name: Cow<'static, str>,
    /// What it is.
    #[serde(flatten)]
    pub description: Description,
    /// Whether it must be given.
    #[serde(skip_serializing_if = "is_false")]
    pub required: bool,
    /// Whether what could be given is asked while somebody types.
    #[serde(skip_serializing_if = "is_false")]
    pub autocomplete: bool,
    /// The longest text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_length: Option<usize>,
    /// The least number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min_value: Option<u32>,
    /// The greatest number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_value: Option<u32>,
    /// All that could be given.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<OneOf>,
    /// What is below it, of a sub-command or a group of them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<CommandOption>,
}

/// One of the things that could be given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OneOf {
    /// As it is shown.
    pub name: &'static str,
    /// As it is handed in.
    pub value: &'static str,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde hands in what it asks about by reference"
)]
const fn is_false(flag: &bool) -> bool {
    !*flag
}

impl CommandOption {
    /// One that takes nothing special.
    pub fn new(kind: CommandOptionType, name: impl Into<Cow<'static, str>>, description: Description) -> Self {
        Self {
            kind,
            name: name.into(),
            description,
            required: false,
            autocomplete: false,
            max_length: None,
            min_value: None,
            max_value: None,
            choices: Vec::new(),
            options: Vec::new(),
        }
    }
}

/// The options of a command, those first that must be given.
pub fn of(spec: &CommandSpec) -> Vec<CommandOption> {
    let mut options: Vec<_> = spec.args.iter().flat_map(|arg| of_argument(spec, arg)).collect();
    if forms().any(|form| form.path == spec.path && form.begins == Begins::Empty) {
        for option in &mut options {
            option.required = false;
        }
    }
    options.sort_by_key(|option| !option.required);
    options
}

/// The argument that an option is for.
pub fn argument(spec: &CommandSpec, option: &str) -> Option<&'static ArgSpec> {
    let named = |name: &str| spec.args.iter().find(|arg| arg.name == name);
    named(option).or_else(|| named(option.strip_suffix(BY_NAME)?).filter(|arg| is_one_member(arg)))
}

fn is_one_member(arg: &ArgSpec) -> bool {
    arg.kind == ArgKind::Member && !matches!(arg.shape, Shape::Many { .. })
}

/// What a form asks of the argument, where one does; else what may stand there.
fn description(spec: &CommandSpec, arg: &ArgSpec) -> Description {
    if matches!(arg.shape, Shape::Many { .. }) {
        return Description::of(&phrase!("option-several"));
    }
    let of_area = |form: &&FormSpec| form.command().is_some_and(|other| other.area() == spec.area());
    let asked = forms().filter(of_area).find_map(|form| {
        let (field, _) = form.args().find(|(_, asked)| asked.name == arg.name)?;
        Some((form, form.label_key(field)))
    });
    if let Some((form, label)) = asked {
        let hint = (form.path == spec.path).then(|| Phrase::keyed(format!("{label}-hint")));
        return Description::joined(&[Phrase::keyed(label)].into_iter().chain(hint).collect::<Vec<_>>());
    }
    Description::of(&match arg.kind {
        ArgKind::Word { .. } if arg.usage == OF_PLATFORM => phrase!("option-role"),
        ArgKind::Member => phrase!("option-member"),
        ArgKind::Team => phrase!("option-team"),
        ArgKind::Word { max } => phrase!("help-text", max = number max),
        _ => kind_sentence(arg),
    })
}

fn of_argument(spec: &CommandSpec, arg: &ArgSpec) -> Vec<CommandOption> {
    let description = description(spec, arg);
    if is_one_member(arg) {
        let named = Description::of(&phrase!("option-member-name"));
        let by_name = CommandOption {
            autocomplete: true,
            max_length: Some(CHOSEN_CHARS),
            ..CommandOption::new(CommandOptionType::String, format!("{}{BY_NAME}", arg.name), named)
        };
        return vec![
            CommandOption::new(CommandOptionType::User, arg.name, description),
            by_name,
        ];
    }
    let mut option = CommandOption {
        required: matches!(arg.shape, Shape::Required | Shape::Many { min: 1.., .. }),
        ..CommandOption::new(CommandOptionType::String, arg.name, description)
    };
    if matches!(arg.shape, Shape::Many { .. }) {
        option.max_length = Some(TEXT_CHARS);
        return vec![option];
    }
    match arg.kind {
        ArgKind::Word { .. } if arg.usage == OF_PLATFORM => option.kind = CommandOptionType::Role,
        ArgKind::Choice(choices) if choices.len() <= super::MOST_OPTIONS => {
            option.choices = choices
                .iter()
                .map(|choice| OneOf {
                    name: choice,
                    value: choice,
                })
                .collect();
        }
        ArgKind::Number { min, max } => {
            option.kind = CommandOptionType::Integer;
            option.min_value = Some(min);
            option.max_value = Some(max);
        }
        ArgKind::Text { max } | ArgKind::Word { max } => {
            option.max_length = Some(max.min(TEXT_CHARS));
            // What a setting is set to depends on the setting; templates are known by name.
            option.autocomplete = matches!(arg.name, "value" | "template");
        }
        ArgKind::Duration | ArgKind::DurationOrNone | ArgKind::Choice(_) => option.max_length = Some(CHOSEN_CHARS),
        ArgKind::Reference(_)
        | ArgKind::When
        | ArgKind::WhenOrNone
        | ArgKind::Member
        | ArgKind::Team
        | ArgKind::Group
        | ArgKind::Zone
        | ArgKind::Audience => {
            option.autocomplete = true;
            option.max_length = Some(CHOSEN_CHARS);
        }
    }
    vec![option]
}

//! The slash commands: pure functions of the catalogue.
//!
//! - here: the commands as Discord takes them, with its limits
//! - [`words`]: which words a command of the catalogue goes by there; [`option`]: its options
//! - [`called`]: from a command as it is called there to the same command as it is typed
//!
//! A command of the catalogue with one word is a command there, one with two words a sub-command, one with three a
//! sub-command in a group. Discord calls no command that has sub-commands, so `me` and `broadcast` go by a word more.

pub mod called;
pub mod option;
#[cfg(test)]
mod tests;
pub mod words;

use std::collections::BTreeMap;

use muster_core::catalogue::{CommandSpec, areas, by_area};
use muster_core::help::area_sentence;
use muster_core::locale::{Language, Phrase};
use serde::Serialize;
use serenity::model::application::{CommandOptionType, CommandType};

use crate::render;
use option::CommandOption;

/// The most commands (Discord API documentation, "Application Commands").
pub const MOST_COMMANDS: usize = 100;
/// The longest name, and the longest description.
pub const NAME_CHARS: usize = 32;
/// The longest description.
pub const DESCRIPTION_CHARS: usize = 100;
/// The most options of a command or a sub-command, sub-commands of a command, and choices of an option.
pub const MOST_OPTIONS: usize = 25;
/// The most characters of names, descriptions and values of a whole command, in its longest language.
pub const COMMAND_CHARS: usize = 8_000;

/// Where commands may be called: in servers and in private with the bot, and by whoever is there; not in chats that the bot
/// is no part of ("Interaction Contexts", "Installation Context").
const CONTEXTS: [u8; 2] = [0, 1];
const INSTALLED_TO: [u8; 1] = [0];

/// A command as Discord takes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Command {
    /// What kind of command: one behind a slash.
    #[serde(rename = "type")]
    pub kind: CommandType,
    /// Its name.
    pub name: &'static str,
    /// What it is for.
    #[serde(flatten)]
    pub description: Description,
    /// Its options, or its sub-commands and their groups.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<CommandOption>,
    /// Where it may be called.
    pub contexts: [u8; 2],
    /// Whose it is.
    pub integration_types: [u8; 1],
}

/// A description in every language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Description {
    /// For everyone whose language has none of its own.
    pub description: String,
    /// By Discord's names of languages.
    #[serde(rename = "description_localizations")]
    pub localized: BTreeMap<&'static str, String>,
}

impl Description {
    /// The sentence in every language, as much of it as there is room for.
    pub fn of(phrase: &Phrase) -> Self {
        Self::joined(std::slice::from_ref(phrase))
    }

    /// The same of several sentences, as far as they say something.
    pub fn joined(phrases: &[Phrase]) -> Self {
        let said = |language| {
            let voice = render::voice(language);
            let sentences: Vec<String> = phrases.iter().map(|phrase| voice.text(phrase)).collect();
            render::cut_chars(&sentences.join(" · "), DESCRIPTION_CHARS)
        };
        let others = Language::ALL
            .into_iter()
            .filter(|language| *language != Language::English);
        let localized =
            others.flat_map(|language| locales(language).iter().map(move |locale| (*locale, said(language))));
        Self {
            description: said(Language::English),
            localized: localized.collect(),
        }
    }
}

/// What Discord calls a language, in each of its countries ("Locales").
const fn locales(language: Language) -> &'static [&'static str] {
    match language {
        Language::English => &["en-GB", "en-US"],
        Language::Spanish => &["es-419", "es-ES"],
    }
}

/// Every command.
pub fn all() -> Vec<Command> {
    areas().map(command).collect()
}

/// The command of an area.
fn command(area: &'static str) -> Command {
    let specs: Vec<&'static CommandSpec> = by_area(area).collect();
    let (description, options) = match specs.as_slice() {
        [only] if only.path == area => (described(only), option::of(only)),
        several => (Description::of(&area_sentence(area)), below(several)),
    };
    Command {
        kind: CommandType::ChatInput,
        name: area,
        description,
        options,
        contexts: CONTEXTS,
        integration_types: INSTALLED_TO,
    }
}

/// The sub-commands of an area, those of three words in a group by their second.
fn below(specs: &[&'static CommandSpec]) -> Vec<CommandOption> {
    let mut below: Vec<CommandOption> = Vec::new();
    for spec in specs {
        let sub_command = |name: &'static str| CommandOption {
            options: option::of(spec),
            ..CommandOption::new(CommandOptionType::SubCommand, name, described(spec))
        };
        match words::of(spec).as_slice() {
            [_, name] => below.push(sub_command(name)),
            [_, group, name] => match below.iter_mut().find(|option| option.name == *group) {
                Some(group) => group.options.push(sub_command(name)),
                None => below.push(CommandOption {
                    options: vec![sub_command(name)],
                    ..CommandOption::new(CommandOptionType::SubCommandGroup, *group, described(spec))
                }),
            },
            // The table of commands has no other depth: the tests say so.
            _ => {}
        }
    }
    below
}

fn described(spec: &CommandSpec) -> Description {
    Description::of(&Phrase::keyed(spec.summary_key()))
}

//! The menus of commands that Telegram offers behind a slash: pure functions of the catalogue.
//!
//! A command of several words is one word there: `shift claim` is offered as `/shift_claim`, and [`words`] reads it back.

use muster_core::catalogue::{Access, CommandSpec, specs};
use muster_core::locale::{Language, Phrase, Voice};
use serde::{Deserialize, Serialize};

use crate::render;

/// The most commands of one menu (Bot API, `setMyCommands`).
pub const MOST_COMMANDS: usize = 100;
/// The longest command (Bot API, `BotCommand`).
pub const COMMAND_CHARS: usize = 32;
/// The longest description (Bot API, `BotCommand`).
pub const DESCRIPTION_CHARS: usize = 256;

/// What `setMyCommands` takes. `getMyCommands` with the same scope and language answers with the same commands, as long
/// as there is nothing to be set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Menu {
    /// For whom.
    pub scope: Scope,
    /// In which language; none for everyone whose language has no menu of its own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language_code: Option<&'static str>,
    /// The commands, those that people use most first.
    pub commands: Vec<BotCommand>,
}

/// Who is offered a menu (Bot API, `BotCommandScope`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Scope {
    /// Everyone in private: what members can do.
    AllPrivateChats,
    /// Everyone in a group: what members can do.
    AllGroupChats,
    /// The administrators of a group, who are most likely to be captains and organizers: everything.
    AllChatAdministrators,
}

/// One line of a menu.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BotCommand {
    /// Without its slash.
    pub command: String,
    /// What it does.
    pub description: String,
}

impl Scope {
    /// Every scope that has menus.
    pub const ALL: [Self; 3] = [Self::AllPrivateChats, Self::AllGroupChats, Self::AllChatAdministrators];

    /// What a menu offers is a hint only: who may do what is decided where it is done. Telegram knows nobody's role in
    /// our groups, so members' menus leave out what most of them may not do.
    fn offers(self, spec: &CommandSpec) -> bool {
        match self {
            Self::AllPrivateChats | Self::AllGroupChats => matches!(spec.access, Access::Anyone | Access::Member),
            Self::AllChatAdministrators => true,
        }
    }
}

/// Every menu: each scope in English for everyone, and in each other language.
pub fn all() -> Vec<Menu> {
    let menus = Scope::ALL.into_iter().flat_map(|scope| {
        let menu = move |language| menu(scope, language);
        Language::ALL.into_iter().map(menu)
    });
    menus.collect()
}

fn menu(scope: Scope, language: Language) -> Menu {
    let voice = render::voice(language);
    let offered = specs().filter(|spec| scope.offers(spec)).take(MOST_COMMANDS);
    Menu {
        scope,
        language_code: (language != Language::English).then(|| language.code()),
        commands: offered.map(|spec| entry(spec, &voice)).collect(),
    }
}

fn entry(spec: &CommandSpec, voice: &Voice) -> BotCommand {
    let description = voice.text(&Phrase::keyed(spec.summary_key()));
    BotCommand {
        command: spec.path.replace(' ', "_"),
        description: description.chars().take(DESCRIPTION_CHARS).collect(),
    }
}

/// The words that a command of a menu stands for, whatever its case: `shift_claim` is `shift claim`. One that the
/// catalogue does not have is told apart in the same way, so that the answer can say what was meant; `None` for what
/// Telegram would not take for a command at all.
pub fn words(command: &str) -> Option<String> {
    let is_command = |char: char| char.is_ascii_alphanumeric() || char == '_';
    if command.is_empty() || !command.chars().all(is_command) {
        return None;
    }
    let command = command.to_ascii_lowercase();
    let words = command.split('_').filter(|word| !word.is_empty());
    Some(words.collect::<Vec<_>>().join(" ")).filter(|words| !words.is_empty())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde_json::json;

    use super::*;

    fn of(scope: Scope, language_code: Option<&str>) -> Menu {
        let menus = all().into_iter();
        menus
            .filter(|menu| menu.scope == scope)
            .find(|menu| menu.language_code == language_code)
            .unwrap()
    }

    fn commands(menu: &Menu) -> Vec<&str> {
        menu.commands.iter().map(|entry| entry.command.as_str()).collect()
    }

    #[test]
    fn every_menu_is_within_the_limits() {
        for Menu { scope, commands, .. } in all() {
            assert!((1..=MOST_COMMANDS).contains(&commands.len()), "{scope:?}");
            let names: BTreeSet<&str> = commands.iter().map(|entry| entry.command.as_str()).collect();
            assert_eq!(names.len(), commands.len(), "{scope:?}");
            for BotCommand { command, description } in &commands {
                assert!((1..=COMMAND_CHARS).contains(&command.len()), "{command}");
                let allowed = |char: char| matches!(char, 'a'..='z' | '0'..='9' | '_');
                assert!(command.chars().all(allowed), "{command}");
                assert!(
                    (1..=DESCRIPTION_CHARS).contains(&description.chars().count()),
                    "{command}"
                );
                assert!(!description.starts_with("command-"), "{description} has no sentence");
            }
        }
    }

    #[test]
    fn every_command_is_offered_to_administrators_and_reads_back() {
        let menu = of(Scope::AllChatAdministrators, None);
        let read: Vec<String> = commands(&menu)
            .into_iter()
            .map(|command| words(command).unwrap())
            .collect();
        assert_eq!(read, specs().map(|spec| spec.path).collect::<Vec<_>>());
    }

    #[test]
    fn members_are_offered_what_members_can_do() {
        for scope in [Scope::AllPrivateChats, Scope::AllGroupChats] {
            let menu = of(scope, None);
            let offered = commands(&menu);
            for there in ["shift_claim", "poll_vote", "me_timezone", "help", "undo"] {
                assert!(offered.contains(&there), "{there}");
            }
            for not in ["shift_add", "shift_cancel", "broadcast", "group_set"] {
                assert!(!offered.contains(&not), "{not}");
            }
        }
    }

    #[test]
    fn every_language_has_the_same_commands_in_its_own_words() {
        for scope in Scope::ALL {
            let (english, spanish) = (of(scope, None), of(scope, Some("es")));
            assert_eq!(commands(&english), commands(&spanish));
            for (english, spanish) in english.commands.iter().zip(&spanish.commands) {
                assert_ne!(english.description, spanish.description, "{}", english.command);
            }
        }
    }

    #[test]
    fn a_menu_goes_out_by_the_names_that_the_api_gives_it() {
        let mut menu = of(Scope::AllGroupChats, Some("es"));
        menu.commands.retain(|entry| entry.command == "shift_claim");
        let entry = json!({"command": "shift_claim", "description": menu.commands[0].description});
        assert_eq!(
            serde_json::to_value(&menu).unwrap(),
            json!({"scope": {"type": "all_group_chats"}, "language_code": "es", "commands": [entry]})
        );
        let everyone = serde_json::to_value(of(Scope::AllChatAdministrators, None)).unwrap();
        assert_eq!(everyone["scope"], json!({"type": "all_chat_administrators"}));
        assert_eq!(everyone.get("language_code"), None);
        assert_eq!(
            serde_json::to_value(Scope::AllPrivateChats).unwrap(),
            json!({"type": "all_private_chats"})
        );
    }

    #[test]
    fn words_come_apart_at_underscores() {
        for (command, read) in [
            ("shift_claim", Some("shift claim")),
            ("Shift_Claim", Some("shift claim")),
            ("shift", Some("shift")),
            ("shift_clame", Some("shift clame")),
            ("shift__claim_", Some("shift claim")),
            ("start", Some("start")),
            ("_", None),
            ("", None),
            ("shift-claim", None),
            ("shift claim", None),
            ("año", None),
        ] {
            assert_eq!(words(command).as_deref(), read, "{command:?}");
        }
    }
}

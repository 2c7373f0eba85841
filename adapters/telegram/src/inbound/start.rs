//! What a link that opens the bot carries (`t.me/<bot>?start=…`, `?startgroup=…`): at most 64 characters of
//! `[A-Za-z0-9_-]` (Telegram, "Deep Linking").

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use muster_core::catalogue::{self, RawInvocation};
use muster_core::people::link::Code;

/// The most characters.
const MOST: usize = 64;
/// What carries nothing: the chat is opened, and says what can be done there. An empty payload is no link.
pub(crate) const NOTHING: &str = "help";
/// What opens a command in base64url.
const COMMAND: char = 'c';

/// The commands that change nothing, so that they may be carried: what was asked for in the group was done there.
const READING: [&str; 7] = [
    "me",
    "me export",
    "me link",
    "help",
    "group audit",
    "group export",
    "group link",
];

/// What carries a command, to be asked again as soon as the chat is open; `None` for one that is too long, or that would take
/// effect a second time.
pub(crate) fn payload(command: &str) -> Option<String> {
    let raw = RawInvocation {
        text: command.to_owned(),
        named: Vec::new(),
    };
    let spec = catalogue::find(&raw).ok()?;
    if !READING.contains(&spec.path) {
        return None;
    }
    let payload = format!("{COMMAND}{}", URL_SAFE_NO_PAD.encode(command));
    (payload.len() <= MOST).then_some(payload)
}

/// The command that pressing Start in a private chat stands for: the one that is carried, else a code that joins this
/// account to a person, else help.
pub(crate) fn in_private(payload: &str) -> String {
    if let Some(command) = command(payload) {
        return command;
    }
    match Code::parse(payload) {
        Some(code) => format!("me link {code}"),
        None => "help".to_owned(),
    }
}

/// The command that bringing the bot to a group by a link stands for: a code joins the place to a group.
pub(crate) fn in_group(payload: &str) -> Option<String> {
    Code::parse(payload).map(|code| format!("group link {code}"))
}

fn command(payload: &str) -> Option<String> {
    let encoded = payload.strip_prefix(COMMAND)?;
    let command = String::from_utf8(URL_SAFE_NO_PAD.decode(encoded).ok()?).ok()?;
    let is_fit = !command.trim().is_empty() && !command.contains(char::is_control);
    is_fit.then_some(command)
}

#[cfg(test)]
mod tests {
    use super::*;

    const CODE: &str = "014D-2PF2-DBSQ-QG28-T5CY-4TQK-FF";

    #[test]
    fn a_command_is_carried_where_there_is_room_for_it() {
        let carried = payload("help shift claim").unwrap();
        assert!(
            carried
                .chars()
                .all(|char| char.is_ascii_alphanumeric() || "-_".contains(char))
        );
        assert_eq!(in_private(&carried), "help shift claim");
        assert_eq!(payload(&format!("help {}", "x".repeat(43))), None);
        assert!(payload(&format!("help {}", "x".repeat(42))).is_some_and(|payload| payload.len() == MOST));
    }

    #[test]
    fn what_took_effect_in_the_group_is_not_carried_to_take_effect_again() {
        for command in [
            "remind me in 2h call Ben",
            "me language es",
            "me forget confirm:yes",
            "nonsense",
        ] {
            assert_eq!(payload(command), None, "{command}");
        }
        for path in READING {
            assert!(payload(path).is_some(), "{path} is a command");
        }
    }

    #[test]
    fn a_code_joins_an_account_in_private_and_a_place_in_a_group() {
        assert_eq!(in_private(CODE), format!("me link {CODE}"));
        assert_eq!(in_group(CODE), Some(format!("group link {CODE}")));
    }

    #[test]
    fn anything_else_asks_for_help() {
        for payload in [NOTHING, "", "c", "cAAAA", "c//", "hello", "cCg"] {
            assert_eq!(in_private(payload), "help", "{payload}");
            assert_eq!(in_group(payload), None, "{payload}");
        }
    }
}

//! Action tokens: what a button carries, at most 64 bytes, and decodes to the same invocation as the typed command.

use std::fmt;
use std::str::FromStr;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use uuid::Uuid;

use crate::ids::GroupId;

/// What opens a token of today's form.
const VERSION: char = '1';

/// A token is echoed by the client: group, role and state are checked as for any command.
///
/// As text it is a version, the group's id in base64url, a dot and the command as typed, at most
/// [64 bytes](Self::MAX_BYTES) in all: `1AZNjaPIBcACAAAAAAAAAAQ.shift claim S12`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActionToken {
    group: GroupId,
    command: String,
}

/// The command is too long for a button: people type it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a button carries a command of at most {} bytes", ActionToken::MAX_COMMAND_BYTES)]
pub struct TooLong;

/// The text is not a token of ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an action token")]
pub struct NotAToken;

impl ActionToken {
    /// The longest token in bytes: what Telegram's `callback_data` holds (Bot API, `InlineKeyboardButton`); Discord's
    /// `custom_id` holds 100 characters.
    pub const MAX_BYTES: usize = 64;

    /// What is left of that for the command: version, 22 characters of group id and the dot take 24.
    pub const MAX_COMMAND_BYTES: usize = Self::MAX_BYTES - 24;

    /// The longest last word (a shift's role, a poll's choice) in bytes that fits behind the longest command with the
    /// longest reference, `shift claim S4294967295 `: 16. A longer one (16 letters of two bytes each) has a button only
    /// where the reference leaves room, and is typed otherwise.
    pub const MAX_WORD_BYTES: usize = Self::MAX_COMMAND_BYTES - "shift claim S4294967295 ".len();

    /// In a token, whichever group the room belongs to where the button is pressed: as if the command was typed there.
    pub const ANY_GROUP: GroupId = GroupId(Uuid::nil());

    /// The token of a command as typed (`shift claim S12`), for a card of that group.
    pub fn new(group: GroupId, command: impl Into<String>) -> Result<Self, TooLong> {
        let command = command.into();
        if command.len() > Self::MAX_COMMAND_BYTES {
            return Err(TooLong);
        }
        Ok(Self { group, command })
    }

    /// The group of the card.
    pub const fn group(&self) -> GroupId {
        self.group
    }

    /// The command as typed.
    pub fn command(&self) -> &str {
        &self.command
    }

    /// The command as typed.
    pub fn into_command(self) -> String {
        self.command
    }
}

impl fmt::Display for ActionToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let group = URL_SAFE_NO_PAD.encode(self.group.0.as_bytes());
        write!(f, "{VERSION}{group}.{}", self.command)
    }
}

impl FromStr for ActionToken {
    type Err = NotAToken;

    fn from_str(token: &str) -> Result<Self, Self::Err> {
        let (group, command) = token
            .strip_prefix(VERSION)
            .and_then(|rest| rest.split_once('.'))
            .ok_or(NotAToken)?;
        let group = URL_SAFE_NO_PAD.decode(group).map_err(|_| NotAToken)?;
        let group = Uuid::from_slice(&group).map_err(|_| NotAToken)?;
        Self::new(GroupId(group), command).map_err(|_| NotAToken)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const GROUP: GroupId = GroupId(Uuid::from_u128(0x0193_6368_f201_7000_8000_0000_0000_0001));

    #[test]
    fn a_token_shows_its_command() {
        let token = ActionToken::new(GROUP, "shift claim S12").unwrap();
        assert_eq!(token.to_string(), "1AZNjaPIBcACAAAAAAAAAAQ.shift claim S12");
    }

    #[test]
    fn the_longest_command_of_a_card_fits_and_one_byte_more_does_not() {
        let role = "r".repeat(ActionToken::MAX_WORD_BYTES);
        let command = format!("shift claim S{} {role}", u32::MAX);
        let token = ActionToken::new(GROUP, command.as_str()).unwrap();
        assert_eq!(token.to_string().len(), ActionToken::MAX_BYTES);
        assert_eq!(ActionToken::new(GROUP, command + "r"), Err(TooLong));
    }

    #[test]
    fn what_is_not_a_token_is_refused() {
        let long = format!("1AZNjaPIBcACAAAAAAAAAAQ.{}", "x".repeat(41));
        for text in [
            "",
            "1",
            "2AZNjaPIBcACAAAAAAAAAAQ.undo",
            "1AZNjaPIBcACAAAAAAAAAAQ",
            "1AZNjaPIBcACAAAAAAAAA.undo",
            "1AZNjaPIBcACAAAAAAAAAAR.undo",
            "1AZNjaPIBcACAAAAAAAAAAQ==.undo",
            "shift claim S12",
            &long,
        ] {
            assert_eq!(text.parse::<ActionToken>(), Err(NotAToken), "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn a_token_reads_back(group: u128, command in "[^\\p{Cc}]{0,10}") {
            let token = ActionToken::new(GroupId(Uuid::from_u128(group)), command).unwrap();
            let text = token.to_string();
            prop_assert!(text.len() <= ActionToken::MAX_BYTES);
            prop_assert_eq!(text.parse(), Ok(token));
        }

        #[test]
        fn whatever_a_client_echoes_is_read_strictly_or_refused(text in "1?[-_A-Za-z0-9é]{0,24}\\.?.{0,50}") {
            if let Ok(token) = text.parse::<ActionToken>() {
                prop_assert_eq!(token.to_string(), text);
            }
        }
    }
}

//! What the end of a connection means (Discord API documentation, "Gateway Close Event Codes").

use serenity::constants::close_codes;

use crate::api::failure::UNKNOWN_TOKEN;

/// How it goes on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum End {
    /// With the same session, if there is one.
    Resume,
    /// With another session.
    Anew,
    /// Not at all, until an operator did something: this.
    Never(&'static str),
}

/// The session is not valid any more; the library knows the code by number alone.
const SESSION_NOT_VALID: u16 = 4006;
/// Closed as agreed: then the session is over too.
const NORMAL: [u16; 2] = [1000, 1001];

/// What a code means; `None` where there is none, because the connection broke.
pub(super) fn end(code: Option<u16>) -> End {
    match code {
        Some(close_codes::AUTHENTICATION_FAILED) => End::Never(UNKNOWN_TOKEN),
        Some(close_codes::INVALID_SHARD) => End::Never("Discord takes no such shard"),
        Some(close_codes::SHARDING_REQUIRED) => End::Never("the bot is in too many servers for so few shards"),
        Some(close_codes::INVALID_GATEWAY_INTENTS) => End::Never("Discord does not know what the bot asks to hear"),
        Some(close_codes::DISALLOWED_GATEWAY_INTENTS) => End::Never(
            "Discord does not let the bot hear what it asks to hear (Developer Portal, Bot, Privileged Gateway Intents)",
        ),
        Some(SESSION_NOT_VALID | close_codes::INVALID_SEQUENCE | close_codes::SESSION_TIMEOUT) => End::Anew,
        Some(code) if NORMAL.contains(&code) => End::Anew,
        _ => End::Resume,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_end_says_how_it_goes_on() {
        for code in [4004, 4010, 4011, 4013, 4014] {
            assert!(matches!(end(Some(code)), End::Never(_)), "{code}");
        }
        for code in [1000, 1001, 4006, 4007, 4009] {
            assert_eq!(end(Some(code)), End::Anew, "{code}");
        }
        for code in [
            None,
            Some(1006),
            Some(4000),
            Some(4001),
            Some(4002),
            Some(4003),
            Some(4005),
            Some(4008),
            Some(4999),
        ] {
            assert_eq!(end(code), End::Resume, "{code:?}");
        }
    }
}

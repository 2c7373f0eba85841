//! Why a request has no result, and what that tells of a message.

use std::fmt;
use std::time::Duration;

use muster_core::chrono::TimeDelta;
use muster_core::surface::{Cut, Refusal};

/// What to say where the server knows no account of the token.
pub(crate) const UNKNOWN_TOKEN: &str = "Telegram does not know the token (MUSTER_TELEGRAM_TOKEN, key telegram.token)";

/// Why a request has no result. The words are for the log: nothing of what was sent, and no token.
#[derive(PartialEq, Eq, thiserror::Error)]
pub(crate) enum Failure {
    /// The server certainly did not get it.
    #[error("the server cannot be reached: {0}")]
    NotSent(String),
    /// The server may have done it.
    #[error("the request was cut off: {0}")]
    CutOff(String),
    /// The server answered, and nobody can read what; it may have done it.
    #[error("the server's answer cannot be read")]
    Unreadable(Vec<u8>),
    /// The server did not do it.
    #[error("{0}")]
    Refused(Refused),
    /// The server did not do it, since too much was asked: it may be asked again after that.
    #[error("too many requests: again after {} s", .0.as_secs())]
    TooMany(Duration),
    /// The server did not do it, since the group is a supergroup now, of that id.
    #[error("the group became a supergroup")]
    Migrated(i64),
}

/// What the server says of a request that it did not do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Refused {
    /// Like HTTP's status.
    pub(crate) code: u16,
    /// In words, which are the only way to tell refusals apart.
    pub(crate) description: String,
}

impl fmt::Debug for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Failure({self})")
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.code, self.description)
    }
}

impl Failure {
    pub(crate) fn of_connection(error: reqwest::Error) -> Self {
        // The address holds the token.
        let error = error.without_url();
        if error.is_connect() || error.is_builder() {
            Self::NotSent(root(&error))
        } else {
            Self::CutOff(root(&error))
        }
    }

    /// What the server says, in lower case; empty where it did not refuse.
    fn description(&self) -> String {
        match self {
            Self::Refused(refused) => refused.description.to_lowercase(),
            _ => String::new(),
        }
    }

    /// Whether a message is as it should be already.
    pub(crate) fn is_not_modified(&self) -> bool {
        self.description().contains("message is not modified")
    }

    /// Whether another program receives for the account at the same time.
    fn is_another_receiver(&self) -> bool {
        self.description().contains("terminated by other getupdates")
    }

    /// Whether updates are sent to a web address instead.
    pub(crate) fn is_webhook_active(&self) -> bool {
        self.description().contains("webhook is active")
    }

    /// Whether the server knows no account of that token.
    pub(crate) const fn is_token_refused(&self) -> bool {
        matches!(self, Self::Refused(Refused { code: 401 | 404, .. }))
    }
}

impl From<Failure> for Cut {
    /// Why nothing is received, in words for the operator.
    fn from(failure: Failure) -> Self {
        Self(if failure.is_another_receiver() {
            "another program receives for this bot at the same time, with the same token: end it, or give it a bot of its own"
                .to_owned()
        } else if failure.is_token_refused() {
            UNKNOWN_TOKEN.to_owned()
        } else {
            failure.to_string()
        })
    }
}

/// What went wrong underneath, without what merely passed it on.
fn root(error: &dyn std::error::Error) -> String {
    let mut cause = error;
    while let Some(next) = cause.source() {
        cause = next;
    }
    cause.to_string()
}

impl Refused {
    /// Why the message will never be delivered. Telegram tells refusals apart in words alone, of which it documents none;
    /// these are the ones that its server and other bots know. `to_person`: the message was for somebody in private.
    pub(crate) fn refusal(&self, to_person: bool) -> Refusal {
        let description = self.description.to_lowercase();
        let says = |words: &str| description.contains(words);
        let known = REFUSALS.iter().find(|(words, _)| says(words));
        match known {
            // Whom the server has never seen in a private chat has none.
            None if says("chat not found") && to_person => Refusal::NeverStarted,
            None if says("chat not found") => Refusal::Gone,
            Some((_, refusal)) => *refusal,
            None if self.code == 413 => Refusal::TooLong,
            None => Refusal::Forbidden,
        }
    }

    /// Whether the words are among those that are known.
    pub(crate) fn is_known(&self) -> bool {
        let description = self.description.to_lowercase();
        self.code == 413 || REFUSALS.iter().any(|(words, _)| description.contains(words))
    }
}

/// Words of refusals, in lower case.
const REFUSALS: &[(&str, Refusal)] = &[
    ("bot was blocked by the user", Refusal::Blocked),
    ("user_is_blocked", Refusal::Blocked),
    ("can't initiate conversation", Refusal::NeverStarted),
    ("peer_id_invalid", Refusal::NeverStarted),
    ("user is deactivated", Refusal::Deactivated),
    ("input_user_deactivated", Refusal::Deactivated),
    ("bot was kicked", Refusal::Left),
    ("bot is not a member", Refusal::Left),
    ("group is deactivated", Refusal::Gone),
    ("chat was deleted", Refusal::Gone),
    ("the group chat was deleted", Refusal::Gone),
    ("topic_closed", Refusal::Closed),
    ("topic_deleted", Refusal::Gone),
    ("message thread not found", Refusal::Gone),
    ("message to edit not found", Refusal::Gone),
    ("message can't be edited", Refusal::Gone),
    ("message_id_invalid", Refusal::Gone),
    ("message is too long", Refusal::TooLong),
    ("message_too_long", Refusal::TooLong),
    ("caption is too long", Refusal::TooLong),
    ("request entity too large", Refusal::TooLong),
    ("not enough rights", Refusal::Forbidden),
    ("have no rights", Refusal::Forbidden),
    ("need administrator rights", Refusal::Forbidden),
    ("chat_write_forbidden", Refusal::Forbidden),
    ("chat_admin_required", Refusal::Forbidden),
    ("chat_restricted", Refusal::Forbidden),
    ("bots can't send messages to bots", Refusal::Forbidden),
    ("can't send messages to bots", Refusal::Forbidden),
];

/// That long, as the core counts time.
pub(crate) fn length(of: Duration) -> TimeDelta {
    TimeDelta::from_std(of).unwrap_or(TimeDelta::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(code: u16, description: &str, to_person: bool) -> Refusal {
        let refused = Refused {
            code,
            description: description.to_owned(),
        };
        refused.refusal(to_person)
    }

    #[test]
    fn refusals_are_told_apart_by_their_words() {
        for (code, description, expected) in [
            (403, "Forbidden: bot was blocked by the user", Refusal::Blocked),
            (
                403,
                "Forbidden: bot can't initiate conversation with a user",
                Refusal::NeverStarted,
            ),
            (403, "Forbidden: user is deactivated", Refusal::Deactivated),
            (403, "Forbidden: bot was kicked from the group chat", Refusal::Left),
            (403, "Forbidden: bot was kicked from the supergroup chat", Refusal::Left),
            (
                403,
                "Forbidden: bot is not a member of the supergroup chat",
                Refusal::Left,
            ),
            (400, "Bad Request: TOPIC_CLOSED", Refusal::Closed),
            (400, "Bad Request: message thread not found", Refusal::Gone),
            (
                400,
                "Bad Request: not enough rights to send text messages to the chat",
                Refusal::Forbidden,
            ),
            (
                400,
                "Bad Request: need administrator rights in the channel chat",
                Refusal::Forbidden,
            ),
            (400, "Bad Request: message is too long", Refusal::TooLong),
            (413, "Payload Too Large", Refusal::TooLong),
            (400, "Bad Request: something new", Refusal::Forbidden),
        ] {
            assert_eq!(refusal(code, description, false), expected, "{description}");
        }
    }

    #[test]
    fn a_chat_that_is_not_found_never_was_or_is_gone() {
        assert_eq!(refusal(400, "Bad Request: chat not found", true), Refusal::NeverStarted);
        assert_eq!(refusal(400, "Bad Request: chat not found", false), Refusal::Gone);
    }
}

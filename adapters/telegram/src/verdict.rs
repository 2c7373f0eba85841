//! What became of an attempt, as the core knows it.

use std::sync::{Mutex, PoisonError};

use muster_core::chrono::TimeDelta;
use muster_core::clock::Instant;
use muster_core::surface::{PauseScope, Verdict};

use crate::api::failure::{Failure, UNKNOWN_TOKEN, length};
use crate::place::ChatRoom;

/// Two pauses that end this close to each other are one.
const SAME: TimeDelta = TimeDelta::seconds(1);

/// What a pause is about. Telegram says how long, and not of what: a chat's limit is told from the account's by whether
/// another chat was told the same at the same time.
#[derive(Debug, Default)]
pub(crate) struct Pauses {
    latest: Mutex<Option<Pause>>,
}

#[derive(Debug, Clone, Copy)]
struct Pause {
    chat: i64,
    until: Instant,
}

impl Pauses {
    /// What a pause is about that was demanded at `now` of a message to that chat.
    fn scope(&self, chat: i64, pause: TimeDelta, now: Instant) -> PauseScope {
        let until = now + pause.min(TimeDelta::days(1));
        let mut latest = self.latest.lock().unwrap_or_else(PoisonError::into_inner);
        match latest.replace(Pause { chat, until }) {
            Some(before) if before.chat != chat && (before.until - until).abs() <= SAME => PauseScope::Account,
            _ => PauseScope::Chat,
        }
    }

    /// What became of an attempt that failed. The message was for that room; `to_person`: for somebody in private.
    pub(crate) fn verdict(&self, failure: &Failure, room: ChatRoom, to_person: bool, now: Instant) -> Verdict {
        match failure {
            Failure::NotSent(_) => Verdict::Retry { after: None },
            Failure::CutOff(_) | Failure::Unreadable(_) => Verdict::Unknown,
            Failure::TooMany(pause) => Verdict::Paused {
                scope: self.scope(room.chat, length(*pause), now),
                length: length(*pause),
            },
            Failure::Migrated(chat) => Verdict::Moved(ChatRoom { chat: *chat, ..room }.address(false)),
            Failure::Refused(_) if failure.is_token_refused() => {
                tracing::error!("{UNKNOWN_TOKEN}");
                Verdict::Retry { after: None }
            }
            Failure::Refused(refused) => {
                if !refused.is_known() {
                    tracing::warn!(telegram.said = %refused, "Telegram refuses a message in words that are not known");
                }
                Verdict::Refused(refused.refusal(to_person))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    fn at(second: u32) -> Instant {
        format!("2026-12-01T09:00:{second:02}Z").parse().unwrap()
    }

    #[test]
    fn a_pause_is_the_chats_unless_another_chat_is_told_the_same() {
        let pauses = Pauses::default();
        let asked = |chat, seconds, second| pauses.scope(chat, TimeDelta::seconds(seconds), at(second));
        assert_eq!(asked(-1, 30, 0), PauseScope::Chat);
        assert_eq!(asked(-1, 29, 1), PauseScope::Chat);
        assert_eq!(asked(-2, 5, 1), PauseScope::Chat);
        assert_eq!(asked(-3, 5, 1), PauseScope::Account);
        assert_eq!(asked(-4, 4, 2), PauseScope::Account);
        assert_eq!(asked(-4, 9, 20), PauseScope::Chat);
    }

    #[test]
    fn what_may_have_arrived_is_never_said_not_to_have() {
        let pauses = Pauses::default();
        let verdict = |failure| pauses.verdict(&failure, ChatRoom::chat(-7), false, at(0));
        assert_eq!(verdict(Failure::NotSent(String::new())), Verdict::Retry { after: None });
        assert_eq!(verdict(Failure::CutOff(String::new())), Verdict::Unknown);
        assert_eq!(verdict(Failure::Unreadable(Vec::new())), Verdict::Unknown);
        assert_eq!(
            verdict(Failure::Migrated(-1007)),
            Verdict::Moved(ChatRoom::chat(-1007).address(false))
        );
        assert_eq!(
            verdict(Failure::TooMany(Duration::from_secs(3))),
            Verdict::Paused {
                scope: PauseScope::Chat,
                length: TimeDelta::seconds(3)
            }
        );
    }
}

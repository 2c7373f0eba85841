//! How long what has ended is kept, and its end.
//!
//! Payloads are blanked when an event is done and a message settled; what is left are the keys that tell a repetition.
//! What people may take back goes after [ten minutes](undo::WINDOW): that is a rule of theirs, not the operator's.

use chrono::TimeDelta;

use crate::clock::Instant;
use crate::store::{StoreResult, UnitOfWork};
use crate::undo;

/// How long what has ended is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Retention {
    /// Events that are done and messages that are settled: platforms deliver again within a day or so.
    pub messages: TimeDelta,
    /// Link codes after their use or end, and wrong ones after they were typed: each matters for ten minutes.
    pub codes: TimeDelta,
    /// The lines of the audit log; `None` keeps them.
    pub audit: Option<TimeDelta>,
}

impl Retention {
    /// The shortest that [`messages`](Self::messages) may be: what is delivered again later than that is done again.
    pub const SHORTEST_MESSAGES: TimeDelta = TimeDelta::days(1);
    /// The shortest that [`codes`](Self::codes) may be: a multiple of the time in which wrong ones are counted.
    pub const SHORTEST_CODES: TimeDelta = TimeDelta::hours(1);
    /// The shortest that [`audit`](Self::audit) may be.
    pub const SHORTEST_AUDIT: TimeDelta = TimeDelta::days(1);
    /// The longest that any of them may be.
    pub const LONGEST: TimeDelta = TimeDelta::days(100 * 365);
}

impl Default for Retention {
    fn default() -> Self {
        Self {
            messages: TimeDelta::days(14),
            codes: TimeDelta::days(1),
            audit: None,
        }
    }
}

/// Forgets what was kept long enough; how many rows.
pub(crate) async fn forget(unit: &mut dyn UnitOfWork, keeping: Retention, now: Instant) -> StoreResult<u64> {
    let done = unit.forget_done(now - keeping.messages).await?;
    let settled = unit.forget_settled(now - keeping.messages).await?;
    let codes = unit.forget_codes(now - keeping.codes).await?;
    let acts = unit.forget_undo(now - undo::WINDOW).await?;
    let lines = match keeping.audit {
        Some(kept) => unit.forget_audit(now - kept).await?,
        None => 0,
    };
    Ok(done + settled + codes + acts + lines)
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::Retention;
    use crate::testing::World;

    #[tokio::test]
    async fn each_kind_of_row_goes_when_its_time_is_over() {
        let mut world = World::memory();
        world.say("ana", "me quiet 21:00-08:00").await;
        world.say("ana", "team add North").await;
        world.say("ana", "me link").await;
        world.say("ben", "me link 0000-0000-0000-0000-0000-0000-00").await;
        world.advance("10m").await;
        assert_eq!(world.app().forget().await.unwrap(), 0);
        world.advance("1m").await;
        assert_eq!(world.app().forget().await.unwrap(), 1, "what undo could take back");
        world.advance("1d").await;
        assert_eq!(world.app().forget().await.unwrap(), 2, "the code and the wrong one");
        world.advance("13d").await;
        assert_eq!(world.app().forget().await.unwrap(), 8, "four events and their answers");
        assert_eq!(world.app().forget().await.unwrap(), 0);
    }
    #[tokio::test]
    async fn each_kind_of_row_is_kept_as_long_as_the_operator_says() {
        let mut world = World::memory();
        world.keeping(Retention {
            messages: TimeDelta::days(2),
            codes: TimeDelta::hours(6),
            audit: Some(TimeDelta::days(30)),
        });
        world.say("ana", "team list").await;
        world.say("ben", "team list").await;
        world.say("ana", "group role ben captain").await;
        world.private("ana", "me link").await;
        world.post().await;
        world.advance("5h").await;
        assert_eq!(world.app().forget().await.unwrap(), 1, "what undo could take back");
        world.advance("2h").await;
        assert_eq!(world.app().forget().await.unwrap(), 1, "the code");
        world.advance("2d").await;
        let messages = world.app().forget().await.unwrap();
        assert!(messages >= 8, "four events and their answers: {messages}");
        assert!(world.private("ana", "group audit").await.contains("ben"));
        world.advance("30d").await;
        world.app().forget().await.unwrap();
        assert!(!world.private("ana", "group audit").await.contains("ben"));
    }

    #[tokio::test]
    async fn the_audit_log_is_kept_unless_the_operator_says_otherwise() {
        let mut world = World::memory();
        world.say("ana", "team list").await;
        world.say("ben", "team list").await;
        world.say("ana", "group role ben captain").await;
        world.advance("300d").await;
        world.app().forget().await.unwrap();
        assert!(world.private("ana", "group audit").await.contains("ben"));
    }
}

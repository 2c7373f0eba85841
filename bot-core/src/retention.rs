//! How long what has ended is kept, and its end.
//!
//! Payloads are blanked when an event is done and a message settled; what is left are the keys that tell a repetition.

use chrono::TimeDelta;

use crate::clock::Instant;
use crate::store::{StoreResult, UnitOfWork};
use crate::undo;

/// Events that are done and messages that are settled: platforms deliver again within a day or so.
pub const POST: TimeDelta = TimeDelta::days(14);
/// Link codes after their use or end, and wrong ones after they were typed: each matters for ten minutes.
pub const CODES: TimeDelta = TimeDelta::days(1);

/// Forgets what was kept long enough; how many rows.
pub(crate) async fn forget(unit: &mut dyn UnitOfWork, now: Instant) -> StoreResult<u64> {
    let done = unit.forget_done(now - POST).await?;
    let settled = unit.forget_settled(now - POST).await?;
    let codes = unit.forget_codes(now - CODES).await?;
    let acts = unit.forget_undo(now - undo::WINDOW).await?;
    Ok(done + settled + codes + acts)
}

#[cfg(test)]
mod tests {
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
}

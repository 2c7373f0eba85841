//! Polls as people see them: what they type, and what comes back.

mod closing;
mod crowd;
mod electorate;
mod hidden;
mod kinds;
mod minting;
mod nudging;
mod opening;
mod picture;
mod receipts;
mod secret;
mod undoing;
mod voting;

use crate::testing::World;

/// A group that knows Ana, its organizer, and Ben, Cleo and Dev, its members; Tuesday, nine in the morning.
async fn group() -> World {
    group_in(World::memory()).await
}

/// The same group in that world.
async fn group_in(mut world: World) -> World {
    for name in ["ana", "ben", "cleo", "dev"] {
        world.say(name, "poll list").await;
    }
    world
}

/// The same with the question P1, asked by Ben, open until Friday at six.
async fn pizza_or_tacos() -> World {
    let mut world = group().await;
    world
        .say("ben", "poll new Pizza or tacos? Pizza, Tacos until:fri 18:00")
        .await;
    world
}

/// The first line of what is seen.
fn first(seen: &str) -> &str {
    seen.lines().next().unwrap_or_default()
}

//! Broadcasts as people see them: what they type, and what comes back.

mod acknowledging;
mod crowd;
mod drafting;
mod leaving;
mod mentioning;
mod reporting;
mod sending;
mod stopping;
mod typing;

use crate::store::OutboxState;
use crate::surface::Refusal;
use crate::testing::World;

/// A group that knows Ana, its organizer, and Ben, Cleo and Dev, its members, who all wrote to the bot in private but Dev;
/// Cleo runs the team North, and Dev is in it.
async fn ward() -> World {
    let mut world = World::memory();
    for (name, text) in [
        ("ana", "team add North"),
        ("ben", "team list"),
        ("cleo", "team join North"),
        ("dev", "team join North"),
        ("ana", "group role cleo captain team:North"),
    ] {
        world.say(name, text).await;
    }
    for name in ["ana", "ben", "cleo"] {
        world.private(name, "me").await;
    }
    world.post().await;
    world.seen();
    world
}

fn blocks(world: &mut World, name: &str) {
    world.private_messages_come_to(name, OutboxState::Refused(Refusal::Blocked));
}

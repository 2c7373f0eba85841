//! Reminders, as people see them.

mod clocks;
mod later;
mod missed;
mod series;
mod set;
mod undo;
mod words;

use crate::testing::World;

/// A ward whose organizer is Ana; Ben and Cleo are members, and Ben has agreed to private messages. It is Tuesday,
/// 1 December 2026, 09:00 in New York.
async fn ward() -> World {
    let mut world = World::memory();
    for name in ["Ana", "Ben", "Cleo"] {
        world.say(name, "remind list").await;
    }
    world.private("Ben", "remind list").await;
    world
}

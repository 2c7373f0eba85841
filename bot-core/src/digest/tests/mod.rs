//! The morning digest, as transcripts: what it says, who gets it, and when.

mod day;
mod hours;
mod readers;

use crate::testing::World;

/// Ana is organizer, Ben a member who agreed to private messages and hears of his day at eight.
async fn ward() -> World {
    let mut world = World::memory();
    world.say("Ana", "shift list").await;
    world.say("Ben", "shift list").await;
    world.private("Ben", "me digest 8:00").await;
    world
}

//! What people type about shifts and what they see, as transcripts.

mod asking;
mod attendance;
mod calendar;
mod changing;
mod claiming;
mod confirming;
mod covering;
mod crowd;
mod feed;
mod given;
mod guests;
mod listing;
mod offering;
mod opening;
mod reminding;
mod resting;
mod roles;
mod series;
mod short;
mod simulation;
mod teams;
mod templates;
mod undoing;
mod weeks;
mod whole_days;

use crate::testing::World;

/// A world on a Tuesday morning in which Ana is organizer and the others are members; nobody is told so again.
async fn ward() -> World {
    let mut world = World::memory();
    for name in ["Ana", "Ben", "Cleo", "Dev", "Eva", "Fay", "Gil"] {
        world.say(name, "shift list").await;
    }
    world
}

/// The same with shifts that Ana posted.
async fn ward_with(shifts: &[&str]) -> World {
    let mut world = ward().await;
    for shift in shifts {
        let card = world.say("Ana", &format!("shift add {shift}")).await;
        assert!(card.starts_with('S'), "{card}");
    }
    world
}

/// The same where those agreed to private messages by writing to the bot.
async fn reachable(world: &mut World, names: &[&str]) {
    for name in names {
        world.private(name, "me").await;
    }
}

/// Several type something, one after the other.
async fn all_say(world: &mut World, names: &[&str], text: &str) {
    for name in names {
        world.say(name, text).await;
    }
}

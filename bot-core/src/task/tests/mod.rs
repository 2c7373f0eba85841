//! Tasks, as people see them.

mod due;
mod hands;
mod list;
mod repeat;
mod series;
mod undo;
mod words;

use crate::testing::World;

/// A ward whose organizer is Ana; Ben, Cleo and Dev are members. It is Tuesday, 1 December 2026, 09:00 in New York.
async fn ward() -> World {
    let mut world = World::memory();
    for name in ["Ana", "Ben", "Cleo", "Dev"] {
        world.say(name, "task list").await;
    }
    world
}

/// A ward with one task.
async fn ward_with(task: &str) -> World {
    let mut world = ward().await;
    world.say("Ana", &format!("task add {task}")).await;
    world.post().await;
    world
}

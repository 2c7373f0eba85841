//! `group members`, `group leave`, `group remove`, and coming back.

mod leaving;
mod removing;
mod undoing;

use crate::testing::World;

async fn ward() -> World {
    let mut world = World::memory();
    for name in ["ana", "ben", "cleo", "dev"] {
        world.say(name, "team list").await;
    }
    world
}

/// A shift that Ben has and Cleo waits for, a task, a reminder and a vote of Ben's.
async fn bens_work(world: &mut World) {
    for (name, text) in [
        ("ana", "shift add Canvass sat 10am-1pm needs:1"),
        ("ana", "poll new Pizza or tacos? pizza, tacos until:sat 6pm"),
        ("ana", "team add North"),
        ("ana", "task add Print flyers due:fri"),
        ("ben", "team join North"),
        ("ben", "shift claim S1"),
        ("cleo", "shift claim S1"),
        ("ben", "task claim T1"),
        ("ben", "remind me sat 9am call Ana"),
        ("ben", "remind here sat 8am doors open"),
        ("ben", "poll vote P1 pizza"),
    ] {
        world.say(name, text).await;
    }
    world.post().await;
}

#[tokio::test]
async fn the_list_says_who_is_who_and_no_account() {
    let mut world = ward().await;
    world.say("ana", "team add North").await;
    world.say("ana", "group role ben captain team:North").await;
    world.say("ana", "group role dev captain").await;
    world.say("dev", "team join North").await;
    world.post().await;
    world
        .plays(
            "
            cleo> group members
            console · 4 members
              ana · organizer
              dev · captain · teams: North
              ben · member · teams: North (captain)
              cleo · member

            cleo> group members 2
            The list of members has one page.
            Type: group members
            ",
        )
        .await;
}

#[tokio::test]
async fn a_long_list_is_folded() {
    let mut world = World::memory();
    for n in 0..65 {
        world.say(&format!("m{n}"), "team list").await;
    }
    let first = world.say("m0", "group members").await;
    assert_eq!(first.lines().count(), 33, "{first}");
    assert!(
        first.ends_with("35 more on the next page\nType: group members 2"),
        "{first}"
    );
    let last = world.say("m0", "group members 3").await;
    assert!(last.ends_with("\n  m64 · member"), "{last}");
    assert_eq!(last.lines().count(), 6, "{last}");
}

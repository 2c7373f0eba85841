//! `undo` on people, groups and teams.

use super::first_line;
use crate::testing::World;

const CHANGED: &str = "Somebody changed this since; it stays as it is now.";
const NOTHING: &str = "There is nothing of yours from the last ten minutes to take back here.";

async fn ana_and_ben() -> World {
    let mut world = World::memory();
    world.say("ana", "team add Drivers").await;
    world.say("ben", "team list").await;
    world
}

async fn undo(world: &mut World, name: &str) -> String {
    first_line(&world.say(name, "undo").await)
}

#[tokio::test]
async fn my_settings_come_back_once() {
    let mut world = ana_and_ben().await;
    world.say("ben", "me timezone Chicago").await;
    assert_eq!(
        undo(&mut world, "ben").await,
        "Taken back: your settings are as they were before."
    );
    assert!(world.say("ben", "me").await.contains("New York time, as in the group"));
    assert_eq!(undo(&mut world, "ben").await, NOTHING);
}

#[tokio::test]
async fn only_the_last_ten_minutes_can_be_taken_back() {
    let mut world = ana_and_ben().await;
    world.say("ben", "team join Drivers").await;
    world.advance("10m").await;
    assert_eq!(
        undo(&mut world, "ben").await,
        "Taken back: ben is not in the team \"Drivers\" any more."
    );
    world.say("ben", "team join Drivers").await;
    world.advance("11m").await;
    assert_eq!(undo(&mut world, "ben").await, NOTHING);
}

#[tokio::test]
async fn what_somebody_changed_since_stays() {
    let mut world = ana_and_ben().await;
    world.say("ana", "group role ben organizer").await;
    world.say("ana", "group set name Ward 3").await;
    world.say("ben", "group set name Ward 4").await;
    assert_eq!(undo(&mut world, "ana").await, CHANGED);
    world.say("ben", "team join Drivers").await;
    world.say("ana", "group role ben captain team:Drivers").await;
    assert_eq!(undo(&mut world, "ben").await, CHANGED);
    assert!(world.say("ben", "group").await.starts_with("Group \"Ward 4\""));
}

#[tokio::test]
async fn a_role_is_taken_back_and_told_by_an_organizer_only() {
    let mut world = ana_and_ben().await;
    world.say("ana", "group role ben organizer").await;
    assert_eq!(undo(&mut world, "ana").await, "Taken back: ben is a member again.");
    assert_eq!(
        world.post().await,
        [
            "[#main] ben: ana made you an organizer of \"console\".",
            "[#main] ben: ana made you a member of \"console\"."
        ]
    );
    world.say("ana", "group role ben organizer").await;
    world.say("ana", "group role ana member").await;
    assert_eq!(undo(&mut world, "ana").await, "Organizers can do this.");
    assert!(world.say("ben", "group").await.contains("Organizers: ben"));
}

#[tokio::test]
async fn each_takes_back_only_their_own_acts() {
    let mut world = ana_and_ben().await;
    world.say("ana", "group set name Ward 3").await;
    assert_eq!(undo(&mut world, "ben").await, NOTHING);
    assert_eq!(
        undo(&mut world, "ana").await,
        "Taken back: the group's settings are as they were before."
    );
}

#[tokio::test]
async fn a_team_that_was_added_goes_again_while_nobody_is_in_it() {
    let mut world = ana_and_ben().await;
    assert_eq!(
        undo(&mut world, "ana").await,
        "Taken back: there is no team \"Drivers\" any more."
    );
    assert!(
        world
            .say("ana", "team list")
            .await
            .starts_with("There are no teams yet.")
    );
    world.say("ana", "team add Drivers").await;
    world.say("ben", "team join Drivers").await;
    assert_eq!(
        undo(&mut world, "ana").await,
        "The team \"Drivers\" has people or work by now; it stays."
    );
    world.say("ana", "group role ben captain").await;
    world.say("ana", "team add Phones").await;
    world.say("ben", "task add Call around team:Phones").await;
    assert_eq!(
        undo(&mut world, "ana").await,
        "The team \"Phones\" has people or work by now; it stays."
    );
}

//! `group` and `team`.

use super::first_line;
use crate::testing::World;

async fn ana_and_ben() -> World {
    let mut world = World::memory();
    world.say("ana", "team list").await;
    world.say("ben", "team list").await;
    world
}

#[tokio::test]
async fn the_group_says_who_is_who() {
    let mut world = ana_and_ben().await;
    world.say("ana", "team add Drivers").await;
    world.say("ana", "group role ben captain team:drivers").await;
    world.say("cleo", "team list").await;
    world.say("ana", "group role cleo captain").await;
    assert_eq!(
        world.say("ben", "group").await,
        "Group \"console\"\n\
         3 members · New York time · English · founded Tue 1 Dec, 09:00 New York time\n\
         Organizers: ana\n\
         Captains: cleo\n\
         Teams: Drivers (captain ben)\n\
         Meets in: console (console)\n\
         Before a command, where the app needs a sign: !\n\
         A member is asked for shifts 3 times a week at most.\n\
         Type: team list"
    );
}

#[tokio::test]
async fn roles_are_given_by_organizers_told_and_written_down() {
    let mut world = ana_and_ben().await;
    let refused = world.say("ben", "group role ben organizer").await;
    assert!(refused.starts_with("Organizers can do this."), "{refused}");
    assert_eq!(
        world.say("ana", "group role ben captain").await,
        "ben is a captain now."
    );
    assert_eq!(
        world.say("ana", "group role ben captain").await,
        "ben is a captain already."
    );
    assert_eq!(
        world.post().await,
        ["[#main] ben: ana made you a captain of \"console\"."]
    );
    assert_eq!(
        world.say("ana", "group audit").await,
        "(only ana sees this)\n\
         console · the latest 4 entries of the audit log\
         \n  Tue 1 Dec, 09:00 New York time · ana made ben a captain.\
         \n  Tue 1 Dec, 09:00 New York time · ben entered the register.\
         \n  Tue 1 Dec, 09:00 New York time · ana founded the group and is its organizer.\
         \n  Tue 1 Dec, 09:00 New York time · ana entered the register."
    );
    let refused = world.say("ben", "group audit").await;
    assert!(refused.contains("Organizers can do this."), "{refused}");
}

#[tokio::test]
async fn a_group_keeps_an_organizer() {
    let mut world = ana_and_ben().await;
    assert_eq!(
        world.say("ana", "group role ana member").await,
        "This is the only organizer, and a group needs one. Make somebody else an organizer first.\n\
         Type: group role <member> organizer"
    );
    world.say("ana", "group role ben organizer").await;
    assert_eq!(world.say("ana", "group role ana member").await, "ana is a member now.");
    let refused = world.say("ana", "group role ben member").await;
    assert!(refused.starts_with("Organizers can do this."), "{refused}");
}

#[tokio::test]
async fn the_groups_zone_name_and_language_are_its_organizers_to_set() {
    let mut world = ana_and_ben().await;
    assert_eq!(
        world.say("ana", "group set timezone Denver").await,
        "The group's times are in Denver time now. What was posted before stays at its own time."
    );
    assert_eq!(
        world.say("ana", "group set name Ward 3").await,
        "The group is called \"Ward 3\" now."
    );
    let refused = world.say("ben", "group set name Ben").await;
    assert!(refused.starts_with("Organizers can do this."), "{refused}");
    assert_eq!(
        world.say("ana", "group set language es").await,
        "A partir de ahora hablo español en las salas del grupo."
    );
    let group = world.say("ben", "group").await;
    assert!(
        group.starts_with("Grupo «Ward 3»\n2 miembros · hora de Denver · español"),
        "{group}"
    );
}

#[tokio::test]
async fn teams_are_made_joined_shown_and_left() {
    let mut world = ana_and_ben().await;
    let refused = world.say("ben", "team add Drivers").await;
    assert!(refused.starts_with("Captains and organizers can do this."), "{refused}");
    assert_eq!(
        world.say("ana", "team add Drivers").await,
        "Added the team \"Drivers\". To be in it: team join Drivers"
    );
    let refused = world.say("ana", "team add DRIVERS").await;
    assert!(refused.starts_with("There is a team \"Drivers\" already."), "{refused}");
    let refused = world.say("ana", &format!("team add {}", "x".repeat(41))).await;
    assert!(refused.contains("40"), "{refused}");
    assert_eq!(
        world.say("ben", "team join drivers").await,
        "ben is in the team \"Drivers\" now."
    );
    let refused = world.say("ben", "team join drivers").await;
    assert!(
        refused.starts_with("You are in the team \"Drivers\" already."),
        "{refused}"
    );
    assert_eq!(
        world.say("ana", "team show Drivers").await,
        "Drivers · 1 person\nIn: ben\nJoin · Leave                          or type: team join Drivers"
    );
    assert_eq!(
        world.say("ana", "team list").await,
        "1 team\n  Drivers · 1 person\nType: team join Drivers"
    );
    assert_eq!(
        world.say("ben", "team leave Drivers").await,
        "ben left the team \"Drivers\"."
    );
    let refused = world.say("ben", "team leave Drivers").await;
    assert!(refused.starts_with("You are not in the team \"Drivers\"."), "{refused}");
    let refused = world.say("ben", "team join Driverz").await;
    assert!(refused.contains("Did you mean"), "{refused}");
}

#[tokio::test]
async fn a_team_of_several_words_is_offered_in_quotes() {
    let mut world = World::memory();
    let added = world.say("ana", "team add \"North Side\"").await;
    assert_eq!(
        first_line(&added),
        "Added the team \"North Side\". To be in it: team join \"North Side\""
    );
    assert_eq!(
        world.say("ana", "team join \"North Side\"").await,
        "ana is in the team \"North Side\" now."
    );
    assert!(
        world
            .say("ana", "team show \"north side\"")
            .await
            .ends_with("or type: team join \"North Side\""),
        "the card"
    );
}

//! `group use`: several groups in one private chat.

use super::Window;
use crate::catalogue::complete::Query;
use crate::ids::GroupId;
use crate::reply::action::ActionToken;
use crate::surface::{Content, Platform};
use crate::testing::World;

const ANA: Window = Window::new(Platform::Discord, "guild", "ana").administrator();
const CLUB: Window = Window { place: "club", ..ANA };
/// The same account in a third place.
const SPACE: Window = Window { place: "space", ..ANA };

/// Ana in two groups: "guild" with the team North, and "club" with the team Choir.
async fn two_groups() -> World {
    let mut world = World::memory();
    ANA.says(&mut world, "team add North").await;
    world.advance("1m").await;
    CLUB.says(&mut world, "team add Choir").await;
    world
}

async fn teams(world: &mut World) -> String {
    ANA.private().is_told(world, "team list").await;
    let list = ANA.private().says(world, "team list").await;
    list.lines().nth(1).unwrap_or_default().trim().to_owned()
}

#[tokio::test]
async fn the_bot_asks_until_a_group_is_chosen() {
    let mut world = two_groups().await;
    assert_eq!(
        ANA.private().says(&mut world, "team list").await,
        "You are in more than one group. Choose the one you mean; I remember it for your private commands.\n\
         Type: group use guild\n\
         Type: group use club"
    );
    let me = ANA.private().says(&mut world, "me").await;
    assert!(
        me.contains("In private I ask which group you mean · to choose one: group use"),
        "{me}"
    );
    assert_eq!(
        ANA.private().says(&mut world, "group use CLUB").await,
        "In private your commands are about \"club\" now."
    );
    assert_eq!(teams(&mut world).await, "Choir · nobody yet");
    assert_eq!(
        ANA.private().says(&mut world, "group use").await,
        "You are in 2 groups\n  \
         #1 · guild · organizer · meets in: guild (Discord)\n  \
         #2 · club · organizer · meets in: club (Discord) · the one you mean in private\n\
         guild                                 or type: group use guild"
    );
    let me = ANA.private().says(&mut world, "me").await;
    assert!(
        me.contains("In private your commands are about \"club\" · to change: group use"),
        "{me}"
    );
    ANA.private().says(&mut world, "group use #1").await;
    assert_eq!(teams(&mut world).await, "North · nobody yet");
    assert_eq!(
        ANA.private().says(&mut world, "group use guild").await,
        "In private your commands are about \"guild\" already."
    );
}

#[tokio::test]
async fn a_room_and_a_button_go_before_the_choice() {
    let mut world = two_groups().await;
    ANA.private().says(&mut world, "group use club").await;
    let list = ANA.says(&mut world, "team list").await;
    assert!(list.contains("North"), "in the guild's room: {list}");
    let guild = group_of(&world, ANA).await;
    let button = ActionToken::new(guild, "team join North").unwrap();
    assert_eq!(
        ANA.private()
            .does(&mut world, Content::Action(button.to_string()))
            .await,
        "ana is in the team \"North\" now."
    );
    assert_eq!(teams(&mut world).await, "Choir · nobody yet", "the choice stands");
}

#[tokio::test]
async fn groups_of_one_name_are_told_apart_by_number() {
    let mut world = two_groups().await;
    CLUB.says(&mut world, "group set name GUILD").await;
    world.advance("1m").await;
    SPACE.says(&mut world, "team add Phones").await;
    assert_eq!(
        ANA.private().says(&mut world, "group use guild").await,
        "2 of your groups are called \"guild\". Choose by number; the list tells them apart.\nType: group use"
    );
    let list = ANA.private().says(&mut world, "group use").await;
    assert!(list.ends_with("or type: group use #1"), "{list}");
    assert!(
        list.contains("#2 · GUILD · organizer · meets in: club (Discord)"),
        "{list}"
    );
    ANA.private().says(&mut world, "group use #2").await;
    assert_eq!(teams(&mut world).await, "Choir · nobody yet");
    let refused = ANA.private().says(&mut world, "group use spaec").await;
    assert_eq!(
        refused,
        "You are in no group called \"spaec\". Did you mean: group use space"
    );
}

#[tokio::test]
async fn a_choice_that_was_left_is_asked_about_again() {
    let mut world = two_groups().await;
    SPACE.says(&mut world, "team list").await;
    ANA.private().says(&mut world, "group use club").await;
    assert_eq!(
        ANA.private().says(&mut world, "group leave yes").await,
        "You left \"club\"."
    );
    let which = ANA.private().is_told(&mut world, "team list").await;
    assert!(which.starts_with("You are in more than one group."), "{which}");
    let refused = ANA.private().is_told(&mut world, "group use club").await;
    assert_eq!(refused, "You are in no group called \"club\".");
}

#[tokio::test]
async fn a_choice_can_be_taken_back() {
    let mut world = two_groups().await;
    ANA.private().says(&mut world, "group use guild").await;
    ANA.private().says(&mut world, "undo").await;
    let which = ANA.private().is_told(&mut world, "team list").await;
    assert!(which.starts_with("You are in more than one group."), "{which}");
}

#[tokio::test]
async fn groups_are_completed_by_name_or_place() {
    let mut world = two_groups().await;
    CLUB.says(&mut world, "group set name Ward 3").await;
    for (typed, offered) in [
        ("group use ", ["guild · guild", "Ward 3 · club"].as_slice()),
        ("group use wa", &["Ward 3 · club"]),
        ("group use #", &[]),
    ] {
        let inbound = world.inbound("ana", "@ana".to_owned(), true, Content::Typed(String::new()));
        let mut query = Query::line(inbound.room, inbound.author, typed.to_owned());
        query.room.platform = Platform::Discord;
        let choices = world.app().complete(&query).await.unwrap();
        let labels: Vec<&str> = choices.iter().map(|choice| choice.label.as_str()).collect();
        assert_eq!(labels, offered, "{typed}");
    }
}

async fn group_of(world: &World, window: Window) -> GroupId {
    let mut unit = world.app().store().read().await.unwrap();
    unit.place(window.platform, window.place).await.unwrap().unwrap().group
}

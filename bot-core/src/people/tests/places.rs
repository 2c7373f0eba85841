//! `group link`: a place joins a group on the word of an organizer there and an administrator here.

use super::{Window, to_type};
use crate::surface::Platform;
use crate::testing::World;

const ANA: Window = Window::new(Platform::Discord, "guild", "ana").administrator();
const BEN: Window = Window::new(Platform::Discord, "guild", "ben");
const ZOE: Window = Window::new(Platform::Matrix, "space", "zoe").administrator();
const YAN: Window = Window::new(Platform::Matrix, "space", "yan");

/// What an administrator of the other place would type.
async fn code(world: &mut World) -> String {
    ANA.says(world, "team list").await;
    let answer = ANA.private().says(world, "group link").await;
    to_type(&answer, "group link ")
}

#[tokio::test]
async fn a_place_joins_the_group_and_its_people_enter_the_same_register() {
    let mut world = World::memory();
    let link = code(&mut world).await;
    assert_eq!(
        ZOE.is_told(&mut world, &link).await,
        "\"space\" belongs to the group \"guild\" now: one register, one desk."
    );
    assert_eq!(
        world.post().await,
        ["[@ana] zoe joined the place \"space\" to \"guild\" with your code."]
    );
    let answer = YAN.says(&mut world, "team list").await;
    assert!(answer.contains("You are now in the register of \"guild\"."), "{answer}");
    let group = ANA.says(&mut world, "group").await;
    assert!(
        group.contains("Meets in: guild (Discord) and space (Matrix)"),
        "{group}"
    );
    assert!(
        group.contains("Organizers: ana\n"),
        "an administrator of a place that joins is no organizer: {group}"
    );
    let audit = ANA.says(&mut world, "group audit").await;
    assert!(
        audit.contains("zoe joined another place to the group with a code from ana."),
        "{audit}"
    );
    assert_eq!(
        ZOE.is_told(&mut world, &link).await,
        "This code was used already. Ask for a new one."
    );
}

#[tokio::test]
async fn only_an_administrator_in_a_room_of_the_place_can_join_it() {
    let mut world = World::memory();
    let link = code(&mut world).await;
    for (window, answer) in [
        (YAN, "Only an administrator of this place can join it to a group."),
        (
            ZOE.private(),
            "Type this in a room of the place that is to join, so that I know which one.",
        ),
        (ANA, "This place belongs to \"guild\" already."),
    ] {
        assert_eq!(window.is_told(&mut world, &link).await, answer);
    }
}

#[tokio::test]
async fn only_an_organizer_gives_a_code() {
    let mut world = World::memory();
    code(&mut world).await;
    assert_eq!(BEN.is_told(&mut world, "group link").await, "Organizers can do this.");
    let answer = ZOE.says(&mut world, "group link").await;
    assert!(answer.starts_with("There is no group here."), "{answer}");
}

#[tokio::test]
async fn a_place_with_a_group_of_its_own_keeps_it() {
    let mut world = World::memory();
    let link = code(&mut world).await;
    ZOE.says(&mut world, "shift add Canvass sat 10am needs:2").await;
    assert_eq!(
        ZOE.is_told(&mut world, &link).await,
        "This place has a group of its own, \"space\", and two groups cannot be made one."
    );
}

#[tokio::test]
async fn an_expired_code_and_one_of_a_former_organizer_join_nothing() {
    let mut world = World::memory();
    let link = code(&mut world).await;
    world.advance("10m").await;
    let answer = ZOE.says(&mut world, &link).await;
    assert!(answer.starts_with("This code has ended."), "{answer}");
    let link = code(&mut world).await;
    BEN.says(&mut world, "team list").await;
    ANA.says(&mut world, "group role ben organizer").await;
    ANA.says(&mut world, "group role ana member").await;
    let answer = ZOE.says(&mut world, &link).await;
    assert!(answer.starts_with("This code has ended."), "{answer}");
}

#[tokio::test]
async fn guesses_at_places_and_at_accounts_are_counted_together() {
    let mut world = World::memory();
    let link = code(&mut world).await;
    for guess in ["me link", "group link", "me link", "group link", "group link"] {
        ZOE.says(&mut world, &format!("{guess} 0000-0000-0000-0000-0000-0000-0A"))
            .await;
    }
    let answer = ZOE.says(&mut world, &link).await;
    assert!(answer.starts_with("Too many wrong codes"), "{answer}");
}

#[tokio::test]
async fn a_code_for_one_thing_does_not_do_the_other() {
    let mut world = World::memory();
    let for_places = code(&mut world).await;
    let for_accounts = to_type(&ANA.private().says(&mut world, "me link").await, "me link ");
    let answer = ZOE.says(&mut world, &for_places.replace("group link", "me link")).await;
    assert!(answer.starts_with("This code joins a place to a group"), "{answer}");
    let answer = ZOE
        .says(&mut world, &for_accounts.replace("me link", "group link"))
        .await;
    assert!(answer.starts_with("This code joins an account to a person"), "{answer}");
}

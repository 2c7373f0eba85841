//! At the door: founding, the register, whose group, in which words, and when.

use super::Window;
use crate::reply::action::ActionToken;
use crate::surface::{Content, Platform};
use crate::testing::World;

const ANA: Window = Window::new(Platform::Discord, "guild", "ana").administrator();
const BEN: Window = Window::new(Platform::Discord, "guild", "ben");
const ZOE: Window = Window::new(Platform::Matrix, "space", "zoe").administrator();

#[tokio::test]
async fn a_group_is_founded_by_an_administrator_only_and_once() {
    let mut world = World::memory();
    let refused = BEN.says(&mut world, "team list").await;
    assert!(refused.starts_with("This place has no group yet."), "{refused}");
    let founded = "I founded the group \"guild\" here, and you are its organizer. Its times are in New York time.";
    assert!(ANA.says(&mut world, "team list").await.contains(founded));
    assert!(!ANA.says(&mut world, "team list").await.contains("founded"));
}

#[tokio::test]
async fn help_founds_nothing_and_enters_nobody() {
    let mut world = World::memory();
    ANA.says(&mut world, "help").await;
    let refused = BEN.says(&mut world, "team list").await;
    assert!(refused.starts_with("This place has no group yet."), "{refused}");
}

#[tokio::test]
async fn the_first_act_enters_a_person_in_the_register_and_says_so_once() {
    let mut world = World::memory();
    ANA.says(&mut world, "team list").await;
    let entered = "You are now in the register of \"guild\".";
    assert!(BEN.says(&mut world, "team list").await.contains(entered));
    assert!(!BEN.says(&mut world, "team list").await.contains(entered));
}

#[tokio::test]
async fn a_command_that_is_refused_enters_nobody_in_the_register() {
    let mut world = World::memory();
    ANA.says(&mut world, "team list").await;
    for typed in [
        "shift claim S99",
        "team add Drivers",
        "group set name Mine",
        "shift",
        "team joni",
    ] {
        BEN.says(&mut world, typed).await;
    }
    assert!(ANA.says(&mut world, "group").await.contains("1 member ·"));
    let answer = BEN.says(&mut world, "team list").await;
    assert!(answer.contains("You are now in the register"), "{answer}");
}

#[tokio::test]
async fn in_private_the_group_is_the_only_one_else_the_buttons_else_asked_for() {
    let mut world = World::memory();
    let alone = BEN.private().says(&mut world, "team list").await;
    assert!(alone.starts_with("There is no group here."), "{alone}");
    ANA.says(&mut world, "team add Drivers").await;
    BEN.says(&mut world, "team list").await;
    assert!(BEN.private().says(&mut world, "team list").await.contains("Drivers"));

    let second = Window { place: "club", ..ANA };
    second.says(&mut world, "team list").await;
    Window { place: "club", ..BEN }.says(&mut world, "team list").await;
    let which = BEN.private().says(&mut world, "team list").await;
    assert!(which.starts_with("You are in more than one group."), "{which}");
    let me = BEN.private().says(&mut world, "me").await;
    assert!(
        me.contains("In \"guild\": member") && me.contains("In \"club\": member"),
        "{me}"
    );
}

/// The token of a button on the card of a group's first team.
async fn token(world: &World, window: Window, command: &str) -> Content {
    let mut unit = world.app().store().read().await.unwrap();
    let group = unit.place(window.platform, window.place).await.unwrap().unwrap().group;
    Content::Action(ActionToken::new(group, command).unwrap().to_string())
}

#[tokio::test]
async fn a_button_of_another_group_is_refused_in_rooms_and_in_private() {
    let mut world = World::memory();
    ANA.says(&mut world, "team add Drivers").await;
    ZOE.says(&mut world, "team add Callers").await;
    let foreign = token(&world, ZOE, "team join Callers").await;
    let refused = "This button belongs to another group's card.";
    assert_eq!(ANA.does(&mut world, foreign.clone()).await, refused);
    assert_eq!(ANA.private().does(&mut world, foreign.clone()).await, refused);
    let unfounded = Window { place: "club", ..ANA };
    assert_eq!(unfounded.does(&mut world, foreign).await, refused);
    let own = token(&world, ANA, "team join Drivers").await;
    assert_eq!(
        ANA.private().does(&mut world, own).await,
        "ana is in the team \"Drivers\" now."
    );
}

#[tokio::test]
async fn a_button_of_any_group_serves_the_one_that_a_typed_command_would() {
    let mut world = World::memory();
    let any = ActionToken::new(ActionToken::ANY_GROUP, "team list").unwrap();
    let any = Content::Action(any.to_string());
    let founded = ANA.does(&mut world, any.clone()).await;
    assert!(founded.contains("I founded the group \"guild\""), "{founded}");
    ANA.says(&mut world, "team add Drivers").await;
    for window in [ANA, ANA.private(), BEN] {
        let teams = window.does(&mut world, any.clone()).await;
        assert!(teams.contains("Drivers"), "{teams}");
    }
}

#[tokio::test]
async fn rooms_speak_the_groups_language_and_private_answers_the_members_own() {
    let mut world = World::memory();
    ANA.says(&mut world, "team list").await;
    BEN.private().says(&mut world, "me language es").await;
    assert!(
        BEN.says(&mut world, "team list")
            .await
            .starts_with("There are no teams yet.")
    );
    assert!(
        BEN.private()
            .says(&mut world, "team list")
            .await
            .starts_with("Aún no hay equipos.")
    );
    assert!(
        BEN.says(&mut world, "me").await.contains("Idioma: español"),
        "only Ben sees this"
    );
    assert!(BEN.private().says(&mut world, "team join X").await.contains("equipo"));
}

#[tokio::test]
async fn a_name_is_kept_to_one_line_of_a_length_that_lists_can_show() {
    let mut world = World::memory();
    let long: &'static str = Box::leak(format!("\u{202e}Ana\n\u{7}{}", "x".repeat(5000)).into_boxed_str());
    Window { name: long, ..ANA }.says(&mut world, "team list").await;
    let group = BEN.says(&mut world, "group").await;
    let shown = format!("Organizers: Ana {}\n", "x".repeat(60));
    assert!(group.contains(&shown), "{group}");
}

#[tokio::test]
async fn personal_messages_go_by_name_to_the_room_until_the_person_wrote_in_private() {
    let mut world = World::memory();
    world.say("ana", "team list").await;
    world.say("ben", "team list").await;
    world.say("ana", "group role ben captain").await;
    assert_eq!(
        world.post().await,
        ["[#main] ben: ana made you a captain of \"console\"."]
    );
    world.private("ben", "help").await;
    world.say("ana", "group role ben member").await;
    assert_eq!(world.post().await, ["[@ben] ana made you a member of \"console\"."]);
}

#[tokio::test]
async fn quiet_hours_hold_what_can_wait_and_say_so() {
    let mut world = World::memory();
    world.say("ana", "team list").await;
    world.say("ben", "team list").await;
    world.private("ben", "me quiet 21:00-08:00").await;
    world.at("2026-12-01 22:00");
    world.say("ana", "group role ben captain").await;
    assert_eq!(world.advance_to("2026-12-02 07:59").await, [""; 0]);
    assert_eq!(
        world.advance_to("2026-12-02 08:00").await,
        ["[@ben] ana made you a captain of \"console\".\nI kept this until your quiet hours were over."]
    );
}

#[tokio::test]
async fn what_would_come_too_late_comes_in_quiet_hours_and_says_so() {
    let mut world = World::memory();
    world.say("ana", "shift add Sunrise dec 3 7am needs:2").await;
    world.say("ben", "shift claim S1").await;
    world.private("ben", "me quiet 21:00-08:00").await;
    world.private("ben", "me reminders 2h").await;
    let sent = world.advance_to("2026-12-03 05:00").await;
    assert_eq!(sent.len(), 1, "{sent:?}");
    assert!(
        sent[0].contains("This comes in your quiet hours, because in the morning it would be too late."),
        "{sent:?}"
    );
}

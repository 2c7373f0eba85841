//! `me skills`.

use super::{Window, first_line, to_type};
use crate::surface::Platform;
use crate::testing::World;

#[tokio::test]
async fn i_name_what_i_can_do_and_take_it_back() {
    let mut world = World::memory();
    world.say("ana", "team list").await;
    for (typed, answer) in [
        (
            "me skills",
            "Skills: none · to be asked where one is needed: me skills driver, spanish",
        ),
        (
            "me skills Spanish, driver DRIVER",
            "I'll think of you where one of these is needed: driver and Spanish.",
        ),
        (
            "me skills",
            "Skills: driver and Spanish · to change: me skills driver, spanish",
        ),
        (
            "me skills cook",
            "I'll think of you where one of these is needed: cook.",
        ),
        ("undo", "Taken back: your settings are as they were before."),
        (
            "me skills",
            "Skills: driver and Spanish · to change: me skills driver, spanish",
        ),
        ("me skills none", "You name no skill any more."),
        (
            "me skills 2nd",
            "\"2nd\" can't name a skill. A skill is one word of at most 16 letters, digits and hyphens, and begins with a \
             letter.\nType: me skills driver, spanish\nType: me skills none",
        ),
    ] {
        assert_eq!(world.private("ana", typed).await, answer, "{typed}");
    }
}

#[tokio::test]
async fn skills_are_in_what_i_take_along_and_gone_once_i_am_forgotten() {
    let mut world = World::memory();
    world.say("ana", "team list").await;
    world.say("ben", "me skills driver").await;
    let document = world.private("ben", "me export").await;
    assert!(
        document.contains("\"skills\": [\n      \"driver\"\n    ]"),
        "{document}"
    );
    world.private("ben", "me forget confirm:yes").await;
    let anew = world.private("ben", "me skills").await;
    assert!(anew.starts_with("Skills: none"), "{anew}");
}

#[tokio::test]
async fn accounts_that_are_joined_can_do_what_both_could() {
    const BEN: Window = Window::new(Platform::Discord, "guild", "ben").administrator();
    const ELSEWHERE: Window = Window::new(Platform::Matrix, "space", "ben_m").private();
    let mut world = World::memory();
    BEN.says(&mut world, "me skills Driver").await;
    ELSEWHERE.says(&mut world, "me skills driver, cook").await;
    let link = to_type(&BEN.private().says(&mut world, "me link").await, "me link ");
    ELSEWHERE.says(&mut world, &format!("{link} yes")).await;
    BEN.private().says(&mut world, "me link confirm").await;
    assert_eq!(
        first_line(&ELSEWHERE.says(&mut world, "me skills").await),
        "Skills: cook and Driver · to change: me skills driver, spanish"
    );
}

//! Thanks, and the question how it went.

use crate::shift::tests::{all_say, ward_with};
use crate::testing::World;

/// A world in which Ben, Cleo and Dev have a seat and agreed to private messages. Ana runs it, and checks Ben and
/// Cleo in.
async fn under_way() -> World {
    let mut world = ward_with(&["Canvass sat 10am-1pm"]).await;
    for name in ["Ana", "Ben", "Cleo", "Dev"] {
        world.private(name, "me").await;
    }
    all_say(&mut world, &["Ben", "Cleo", "Dev"], "shift claim S1").await;
    world.at("2026-12-05 10:00");
    world.post().await;
    world.say("Ana", "shift checkin S1 Ben Cleo").await;
    world
}

#[tokio::test]
async fn a_quarter_of_an_hour_after_the_end_those_who_came_are_thanked_and_one_who_runs_it_is_asked() {
    let mut world = under_way().await;
    world
        .plays(
            "
            ... until 2026-12-05 11:30

            Ben> shift checkout S1
            You are checked out of S1, Canvass, after 1 h 30 min.
            Who's in                              or type: shift roster S1

            ... until 2026-12-05 13:14

            ... 1m
            [@Ben] Thank you for Canvass on Sat 5 Dec: 1 h 30 min.
            [@Cleo] Thank you for Canvass on Sat 5 Dec: 3 h.
            [@Ana] S1 · Canvass is over, and 2 people were there. How did it go?
            What you tell shows on the shift's card.
            Type: shift report S1 conversations:12 doors:40 note:\"Two more next time\"

            Ana> shift checkin S1 Dev guest:Tom
            Dev is checked in for S1, Canvass.
            Tom has no seat in S1, Canvass, and is checked in beyond the plan.
            4 checked in
            Who's in                              or type: shift roster S1
            [@Dev] Thank you for Canvass on Sat 5 Dec: 3 h.

            ... 2d
            ",
        )
        .await;
}

#[tokio::test]
async fn a_shift_that_nobody_was_checked_in_for_is_followed_by_nothing() {
    let mut world = under_way().await;
    world.say("Ana", "undo").await;
    assert_eq!(world.advance("2d").await, [""; 0]);
}

#[tokio::test]
async fn thanks_follow_the_end_and_wait_for_quiet_hours_but_for_no_pause_that_outlasts_them() {
    let mut world = under_way().await;
    world.private("Ben", "me quiet 13:00-15:00").await;
    world.private("Cleo", "me pause").await;
    world.say("Ana", "shift move S1 2026-12-05 10:10-12:50").await;
    world.post().await;
    world
        .plays(
            "
            ... until 2026-12-05 13:04

            ... 1m
            [@Ana] S1 · Canvass is over, and 2 people were there. How did it go?
            What you tell shows on the shift's card.
            Type: shift report S1 conversations:12 doors:40 note:\"Two more next time\"

            ... until 2026-12-05 15:00
            [@Ben] Thank you for Canvass on Sat 5 Dec: 2 h 40 min.
            I kept this until your quiet hours were over.

            ... 2d
            ",
        )
        .await;
}

#[tokio::test]
async fn what_comes_more_than_a_day_late_is_not_said() {
    let mut world = under_way().await;
    assert_eq!(world.sleep_through("28h").await, [""; 0]);
}

#[tokio::test]
async fn whoever_told_it_already_is_not_asked() {
    let mut world = under_way().await;
    world.say("Ana", "shift report S1 doors:12").await;
    let sent = world.advance_to("2026-12-05 13:15").await;
    assert!(sent.iter().all(|message| message.contains("Thank you for")), "{sent:?}");
    assert_eq!(sent.len(), 2, "{sent:?}");
}

#[tokio::test]
async fn one_is_asked_who_runs_it() {
    let asked = |sent: &[String]| {
        let question = sent.iter().find(|message| message.contains("How did it go?"));
        question.map(|message| message.chars().take_while(|char| *char != ':').collect::<String>())
    };
    for (role, is_asked) in [
        ("captain team:North", "[#main] Eva"),
        ("captain", "[#main] Eva"),
        ("member", "[#main] Ana"),
    ] {
        let mut world = ward_with(&["Canvass sat 10am-1pm"]).await;
        world.say("Ana", "team add North").await;
        world.say("Ana", "shift edit S1 team:North").await;
        world.say("Ana", &format!("group role Eva {role}")).await;
        world.say("Ben", "shift claim S1").await;
        world.at("2026-12-05 10:00");
        world.post().await;
        world.say("Ben", "shift checkin S1").await;
        let sent = world.advance_to("2026-12-05 13:15").await;
        assert_eq!(asked(&sent).as_deref(), Some(is_asked), "{sent:?}");
        assert_eq!(sent.len(), 1, "Ben agreed to no private messages: {sent:?}");
    }
}

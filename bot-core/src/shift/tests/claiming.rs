//! Seats and the waiting list.

use super::{all_say, ward, ward_with};
use crate::reply::action::ActionToken;
use crate::surface::Platform;

const CANVASS: &str = "Canvass Ward 3 sat 10am-1pm needs:driver=2,knocker=6 at:\"Main Library\"";

#[tokio::test]
async fn the_card_says_who_is_in_and_what_is_open() {
    let mut world = ward_with(&[CANVASS]).await;
    world.say("Ana", "shift claim S1 driver").await;
    all_say(&mut world, &["Ben", "Cleo", "Dev", "Eva"], "shift claim S1 knocker").await;
    assert_eq!(
        world.say("Gil", "shift show s1").await,
        "S1 · Canvass Ward 3\n\
         Sat 5 Dec, 10:00–13:00 New York time · Main Library\n\
         driver 1 of 2 · knocker 4 of 6 · 3 seats open\n\
         In: Ana (driver), Ben (knocker), Cleo (knocker), Dev (knocker), Eva (knocker)\n\
         Claim · Can't make it · Who's in      or type: shift claim S1"
    );
    assert_eq!(
        world.say("Gil", "shift roster S1").await,
        "S1 · Canvass Ward 3\n\
         Sat 5 Dec, 10:00–13:00 New York time · Main Library\n\
         driver 1 of 2\n  Ana\n\
         knocker 4 of 6\n  Ben\n  Cleo\n  Dev\n  Eva\n\
         Claim · Can't make it                 or type: shift claim S1"
    );
}

#[tokio::test]
async fn a_full_shift_puts_people_on_the_waiting_list_in_order() {
    let mut world = ward_with(&["Canvass Ward 3 sat 10am-1pm needs:1"]).await;
    assert_eq!(
        world.say("Ben", "shift claim S1").await,
        "You are in S1, Canvass Ward 3.\n\
         Sat 5 Dec, 10:00–13:00 New York time\n\
         Can't make it · Who's in · Calendar   or type: shift drop S1"
    );
    world.say("Cleo", "shift claim S1").await;
    assert_eq!(
        world.say("Dev", "shift claim S1").await,
        "S1 is full. You are 2nd on the waiting list, and I'll write to you when a seat opens. \
         To leave the list: shift drop S1"
    );
    assert_eq!(
        world.say("Dev", "shift show S1").await,
        "S1 · Canvass Ward 3\n\
         Sat 5 Dec, 10:00–13:00 New York time\n\
         1 of 1 · full\n\
         In: Ben\n\
         Waiting: Cleo, Dev\n\
         Claim · Can't make it · Who's in      or type: shift claim S1"
    );
}

#[tokio::test]
async fn a_freed_seat_goes_to_the_first_who_waits_and_they_are_told() {
    let mut world = ward_with(&["Canvass Ward 3 sat 10am-1pm needs:1 at:Library"]).await;
    all_say(&mut world, &["Ben", "Cleo", "Dev"], "shift claim S1").await;
    world.private("Cleo", "shift list").await;
    assert_eq!(
        world.say("Ben", "shift drop S1").await,
        "You are out of S1, Canvass Ward 3.\n\
         Cleo moves up from the waiting list, and I'm writing to them.\n\
         Claim                                 or type: shift claim S1"
    );
    assert_eq!(
        world.post().await,
        ["[@Cleo] A seat opened: you are in S1, Canvass Ward 3.\n\
          Sat 5 Dec, 10:00–13:00 New York time · Library\n\
          Can't make it                         or type: shift drop S1"]
    );
    assert_eq!(
        world.say("Dev", "shift claim S1").await,
        "S1 is still full. You are 1st on the waiting list, and I'll write to you when a seat opens. \
         To leave the list: shift drop S1"
    );
}

#[tokio::test]
async fn claiming_twice_changes_nothing_and_says_so() {
    let mut world = ward_with(&["Canvass Ward 3 sat 10am-1pm needs:2"]).await;
    world.say("Ben", "shift claim S1").await;
    assert_eq!(
        world.say("Ben", "shift claim S1").await,
        "You are in S1 already.\n\
         Can't make it · Who's in · Calendar   or type: shift drop S1"
    );
    assert!(
        world
            .say("Ben", "shift show S1")
            .await
            .contains("1 of 2 · 1 seat open\nIn: Ben\n")
    );
}

#[tokio::test]
async fn a_button_does_what_the_typed_command_does() {
    let mut world = ward_with(&["Canvass Ward 3 sat 10am-1pm needs:2"]).await;
    let mut unit = world.app().store().read().await.unwrap();
    let group = unit.place(Platform::Console, "console").await.unwrap().unwrap().group;
    drop(unit);
    let token = ActionToken::new(group, "shift claim S1").unwrap().to_string();
    let pressed = world.press("Ben", &token).await;
    let typed = world.say("Cleo", "shift claim S1").await;
    assert_eq!(pressed, typed);
    assert!(world.say("Ben", "shift show S1").await.contains("In: Ben, Cleo\n"));
}

#[tokio::test]
async fn as_many_as_come_are_in_where_nobody_said_how_many() {
    let mut world = ward_with(&["Rally sat 10am"]).await;
    all_say(&mut world, &["Ben", "Cleo", "Dev"], "shift claim S1").await;
    let card = world.say("Eva", "shift show S1").await;
    assert!(card.contains("\n3 in\nIn: Ben, Cleo, Dev\n"), "{card}");
}

#[tokio::test]
async fn a_claim_that_overlaps_another_succeeds_and_says_so() {
    let mut world = ward_with(&["Canvass sat 10am-1pm", "Phone bank sat 12pm", "Party sat 1pm"]).await;
    all_say(&mut world, &["Ben"], "shift claim S1").await;
    let clash = world.say("Ben", "shift claim S2").await;
    assert!(
        clash.contains("\nIt overlaps S1, Canvass, Sat 5 Dec, 10:00–13:00 New York time, which you are in too.\n"),
        "{clash}"
    );
    let after = world.say("Ben", "shift claim S3").await;
    assert!(!after.contains("overlaps S1"), "it begins when S1 ends: {after}");
    assert!(
        after.contains("overlaps S2"),
        "a shift without an end is taken to last two hours: {after}"
    );
}

#[tokio::test]
async fn after_the_cut_off_only_a_captain_takes_members_off() {
    let mut world = ward_with(&["Canvass sat 10am-1pm needs:1 cutoff:2h"]).await;
    all_say(&mut world, &["Ben", "Cleo"], "shift claim S1").await;
    world.at("2026-12-05 08:01");
    assert_eq!(
        world.say("Ben", "shift drop S1").await.lines().next().unwrap(),
        "S1 begins Sat 5 Dec, 10:00 New York time, and can be dropped until 2 h before. Ask a captain to take you off."
    );
    let off_the_list = world.say("Cleo", "shift drop S1").await;
    assert!(
        off_the_list.starts_with("You are off the waiting list of S1, Canvass.\nfull\n"),
        "{off_the_list}"
    );
    let by_captain = world.say("Ana", "shift drop S1 for:Ben").await;
    assert!(
        by_captain.starts_with("Ben is out of S1, Canvass.\n1 seat open\n"),
        "{by_captain}"
    );
    let told = world.post().await;
    assert_eq!(
        told[0],
        "[#main] Ben: Ana took you off S1, Canvass.\nSat 5 Dec, 10:00–13:00 New York time"
    );
}

#[tokio::test]
async fn the_cut_off_itself_is_still_in_time() {
    let mut world = ward_with(&["Canvass sat 10am-1pm needs:1 cutoff:2h"]).await;
    world.say("Ben", "shift claim S1").await;
    world.at("2026-12-05 08:00");
    let dropped = world.say("Ben", "shift drop S1 now").await;
    assert!(dropped.starts_with("You are out of S1"), "{dropped}");
}

#[tokio::test]
async fn what_is_over_or_cancelled_is_neither_claimed_nor_dropped_nor_changed() {
    let mut world = ward_with(&["Canvass sat 10am-1pm", "Party sat 8pm"]).await;
    world.say("Ben", "shift claim S1").await;
    world.say("Ben", "shift claim S2").await;
    world.say("Ana", "shift cancel S2").await;
    world.at("2026-12-05 13:00");
    for act in [
        "claim S1",
        "drop S1",
        "edit S1 needs:9",
        "move S1 sun 10am",
        "cancel S1",
    ] {
        let refused = world.say("Ana", &format!("shift {act}")).await;
        let over = "S1 is over. It was Sat 5 Dec, 10:00–13:00 New York time.\nType: shift list";
        assert!(refused.starts_with(over), "{act}: {refused}");
    }
    for act in [
        "claim S2",
        "drop S2",
        "edit S2 needs:9",
        "move S2 sun 10am",
        "cancel S2",
    ] {
        let refused = world.say("Ana", &format!("shift {act}")).await;
        assert!(
            refused.starts_with("S2 is cancelled.\nType: shift list"),
            "{act}: {refused}"
        );
    }
}

#[tokio::test]
async fn a_shift_that_is_not_there_is_said_not_to_be() {
    let mut world = ward().await;
    for act in ["show", "claim", "drop", "roster"] {
        let refused = world.say("Ben", &format!("shift {act} S7")).await;
        assert!(
            refused.starts_with("There is no shift S7 here.\nType: shift list"),
            "{refused}"
        );
    }
    assert!(
        world
            .say("Ben", "shift drop S7 for:Cleo")
            .await
            .starts_with("There is no shift S7")
    );
}

#[tokio::test]
async fn who_is_not_in_cannot_drop() {
    let mut world = ward_with(&["Canvass sat 10am"]).await;
    assert!(
        world
            .say("Ben", "shift drop S1")
            .await
            .starts_with("You are not in S1, nor on its waiting list.\nType: shift claim S1")
    );
    assert!(
        world
            .say("Ana", "shift drop S1 for:Cleo")
            .await
            .starts_with("Cleo is not in S1, nor on its waiting list.\nType: shift roster S1")
    );
}

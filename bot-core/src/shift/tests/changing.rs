//! Posting, editing, moving and cancelling.

use super::{all_say, ward, ward_with};

#[tokio::test]
async fn a_posted_shift_shows_its_card_with_the_date_in_words() {
    let mut world = ward().await;
    assert_eq!(
        world
            .say(
                "Ana",
                "shift add May Day march may 1 10am needs:driver=2,knocker=6 at:\"Main Library\" cutoff:2h note:\"Bring water\""
            )
            .await,
        "S1 · May Day march\n\
         Sat 1 May 2027, 10:00 New York time · Main Library\n\
         driver 0 of 2 · knocker 0 of 6 · 8 seats open\n\
         Bring water\n\
         Can be dropped until 2 h before the start.\n\
         Claim · Can't make it · Who's in      or type: shift claim S1"
    );
}

#[tokio::test]
async fn only_captains_post_and_change() {
    let mut world = ward_with(&["Canvass sat 10am"]).await;
    for act in ["add Party sat 8pm", "edit S1 needs:3", "move S1 sun 10am", "cancel S1"] {
        let refused = world.say("Ben", &format!("shift {act}")).await;
        assert!(
            refused.starts_with("Captains and organizers can do this."),
            "{act}: {refused}"
        );
    }
}

#[tokio::test]
async fn a_when_that_no_shift_can_have_is_refused() {
    let mut world = ward().await;
    for (when, refusal) in [(
        "next friday",
        "\"Fri 11 Dec, New York time\" has no clock time. Say when the shift begins, such as \"sat 10am-1pm\", or that it takes the whole day: \"sat all day\".",
    )] {
        let refused = world.say("Ana", &format!("shift add Party {when}")).await;
        assert_eq!(refused.lines().next().unwrap(), refusal);
    }
    assert_eq!(world.say("Ana", "shift list").await, "No shifts are coming up.");
}

#[tokio::test]
async fn needs_that_cannot_be_read_are_refused_with_how_to_say_them() {
    let mut world = ward().await;
    let refused = world.say("Ana", "shift add Party sat 8pm needs:lots").await;
    assert!(
        refused.starts_with("I can't read \"lots\" as a number of people.\n"),
        "{refused}"
    );
    assert!(
        refused.contains("\nFor six people, type needs:6. With roles, needs:driver=2,knocker=6."),
        "{refused}"
    );
}

#[tokio::test]
async fn more_seats_let_those_who_wait_move_up() {
    let mut world = ward_with(&["Canvass sat 10am-1pm needs:1"]).await;
    all_say(&mut world, &["Ben", "Cleo", "Dev"], "shift claim S1").await;
    assert_eq!(
        world
            .say("Ana", "shift edit S1 needs:3 title:\"Canvass Ward 4\" at:Library")
            .await,
        "S1 is changed.\n\
         Cleo and Dev move up from the waiting list, and I'm writing to them.\n\
         S1 · Canvass Ward 4\n\
         Sat 5 Dec, 10:00–13:00 New York time · Library\n\
         3 of 3 · full\n\
         In: Ben, Cleo, Dev\n\
         Claim · Can't make it · Who's in      or type: shift claim S1"
    );
    assert_eq!(world.post().await.len(), 2);
}

#[tokio::test]
async fn fewer_seats_throw_nobody_out() {
    let mut world = ward_with(&["Canvass sat 10am needs:driver=2,knocker=2", "Party sat 8pm needs:4"]).await;
    all_say(&mut world, &["Ben", "Cleo"], "shift claim S1 driver").await;
    all_say(&mut world, &["Ben", "Cleo", "Dev"], "shift claim S2").await;
    for (edit, refusal) in [
        (
            "S2 needs:2",
            "3 are in S2, so it can't have only 2 seats. Nobody is thrown out: first take somebody off.",
        ),
        (
            "S1 needs:driver=1,knocker=9",
            "2 are in S1 as driver, so it can't take only 1. Nobody is thrown out: first take somebody off.",
        ),
        (
            "S1 needs:knocker=9",
            "2 are in S1 as driver, so it can't take only 0. Nobody is thrown out: first take somebody off.",
        ),
        (
            "S2 needs:driver=9",
            "3 are in S2 without a role, so it can't have roles only. Nobody is thrown out: first take them off.",
        ),
    ] {
        let refused = world.say("Ana", &format!("shift edit {edit}")).await;
        assert_eq!(refused.lines().next().unwrap(), refusal);
    }
    let fits = world.say("Ana", "shift edit S1 needs:2").await;
    assert!(fits.contains("2 of 2 · full\nIn: Ben, Cleo\n"), "{fits}");
}

#[tokio::test]
async fn none_takes_away_what_was_there() {
    let mut world = ward_with(&["Canvass sat 10am needs:3 at:Library note:Water"]).await;
    assert_eq!(
        world.say("Ana", "shift edit S1 needs:none at:none note:none").await,
        "S1 is changed.\n\
         S1 · Canvass\n\
         Sat 5 Dec, 10:00 New York time\n\
         0 in\n\
         Claim · Can't make it · Who's in      or type: shift claim S1"
    );
    let nothing = world.say("Ana", "shift edit S1").await;
    assert!(
        nothing.starts_with("Say what to change in S1.\nType: shift edit S1 needs:8"),
        "{nothing}"
    );
}

#[tokio::test]
async fn a_moved_shift_keeps_its_people_and_length_and_tells_them() {
    let mut world = ward_with(&["Canvass sat 10am-1pm needs:1 at:Library", "Party sun 10am"]).await;
    all_say(&mut world, &["Ben", "Cleo"], "shift claim S1").await;
    world.say("Ben", "shift claim S2").await;
    assert_eq!(
        world.say("Ana", "shift move S1 sun 11am").await,
        "S1 is moved. It was Sat 5 Dec, 10:00–13:00 New York time.\n\
         I'm writing to 2 people about it.\n\
         S1 · Canvass\n\
         Sun 6 Dec, 11:00–14:00 New York time · Library\n\
         1 of 1 · full\n\
         In: Ben\n\
         Waiting: Cleo\n\
         Claim · Can't make it · Who's in      or type: shift claim S1"
    );
    let mut told = world.post().await;
    told.sort();
    assert_eq!(
        told,
        [
            "[#main] Ben: S1, Canvass, is moved from Sat 5 Dec, 10:00–13:00 New York time to Sun 6 Dec, 11:00–14:00 \
             New York time. Nothing else changes.\n\
             It overlaps S2, Party, Sun 6 Dec, 10:00 New York time, which you are in too.\n\
             Can you make it?\n\
             Confirm · Can't make it · Find cover  or type: shift confirm S1",
            "[#main] Cleo: S1, Canvass, is moved from Sat 5 Dec, 10:00–13:00 New York time to Sun 6 Dec, 11:00–14:00 \
             New York time. Nothing else changes.\n\
             Can't make it                         or type: shift drop S1",
        ]
    );
}

#[tokio::test]
async fn a_cancelled_shift_tells_everyone_on_it_and_reminds_nobody() {
    let mut world = ward_with(&["Canvass sat 10am-1pm needs:1"]).await;
    all_say(&mut world, &["Ana", "Ben"], "shift claim S1").await;
    assert_eq!(
        world.say("Ana", "shift cancel S1 heavy rain").await,
        "S1, Canvass, is cancelled.\n\
         I'm writing to 1 person about it.\n\
         Type: undo"
    );
    assert_eq!(
        world.advance("1w").await,
        ["[#main] Ben: S1, Canvass, is cancelled.\nSat 5 Dec, 10:00–13:00 New York time\nReason: heavy rain"]
    );
    assert_eq!(
        world.say("Ben", "shift show S1").await,
        "S1 · Canvass · cancelled\n\
         Reason: heavy rain\n\
         Sat 5 Dec, 10:00–13:00 New York time\n\
         1 of 1 · full\n\
         In: Ana\n\
         Waiting: Ben"
    );
}

#[tokio::test]
async fn a_team_that_is_named_must_be_there() {
    let mut world = ward_with(&["Canvass sat 10am"]).await;
    for act in ["add Party sat 8pm team:North", "edit S1 team:North", "list team:North"] {
        let refused = world.say("Ana", &format!("shift {act}")).await;
        assert!(
            refused.starts_with("There is no team called \"North\"."),
            "{act}: {refused}"
        );
    }
}

#[tokio::test]
async fn a_change_that_changes_nothing_is_told_to_nobody() {
    let mut world = ward_with(&["Canvass sat 10am-1pm needs:2 at:Library"]).await;
    all_say(&mut world, &["Ben"], "shift claim S1").await;
    assert_eq!(
        world.say("Ana", "shift move S1 sat 10am").await,
        "S1 is at that time already: Sat 5 Dec, 10:00–13:00 New York time.\nType: shift show S1"
    );
    assert_eq!(
        world.say("Ana", "shift edit S1 at:Library").await,
        "S1 is like that already.\nType: shift show S1"
    );
    assert_eq!(world.post().await, Vec::<String>::new());
}

#[tokio::test]
async fn none_takes_the_cutoff_away_too() {
    let mut world = ward_with(&["Canvass sat 10am-1pm needs:2 cutoff:3h"]).await;
    let card = world.say("Ana", "shift edit S1 cutoff:none title:Walk").await;
    assert!(card.starts_with("S1 is changed.\nS1 · Walk\n"), "{card}");
    assert!(!card.contains("Can be dropped until"), "{card}");
}

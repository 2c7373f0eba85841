//! A time that suits becomes a shift.

use super::{decided, saturday, says};
use crate::poll::tests::{first, group};

#[tokio::test]
async fn a_time_that_suits_is_a_shift_with_those_who_said_yes() {
    let mut world = saturday("").await;
    assert_eq!(
        world.say("ana", "poll mint P1").await,
        "\
P1 became S1.
cleo can come if need be, and is not put in.
S1 · Canvass Ward 3
Sat 5 Dec, 10:00–13:00 New York time
2 in
In: ana, ben
Decided in P1
Claim · Can't make it · Who's in      or type: shift claim S1"
    );
    assert_eq!(
        world.post().await,
        ["\
[@ben] ana put you in S1, Canvass Ward 3.
Sat 5 Dec, 10:00–13:00 New York time
Is that all right with you?
Fine · Can't make it                  or type: shift confirm S1"]
    );
    assert_eq!(
        first(&world.say("ben", "shift drop S1").await),
        "You are out of S1, Canvass Ward 3."
    );
    let heard = world.post().await;
    assert!(
        heard[0].contains("ben, whom you put in S1, Canvass Ward 3, can't make it"),
        "{heard:?}"
    );
}

#[tokio::test]
async fn whoever_is_somewhere_else_at_that_time_is_warned_and_so_is_the_captain() {
    let mut world = saturday("").await;
    let elsewhere = [
        "ana> shift add \"Phone bank\" sat 12pm-2pm",
        "ana> shift claim S1",
        "ben> shift claim S1",
    ];
    says(&mut world, &elsewhere).await;
    let minted = world.say("ana", "poll mint P1").await;
    let theirs = "S1, Phone bank, Sat 5 Dec, 12:00–14:00 New York time";
    assert!(
        minted.contains(&format!("It overlaps {theirs}, which you are in too.")),
        "{minted}"
    );
    assert!(
        minted.contains(&format!("It overlaps {theirs}, which ben is in too.")),
        "{minted}"
    );
    let heard = world.post().await;
    let ben = heard.iter().find(|news| news.contains("ana put you in S2"));
    let warned = ben.is_some_and(|news| news.contains(&format!("It overlaps {theirs}, which you are in too.")));
    assert!(warned, "{heard:?}");
}

#[tokio::test]
async fn a_time_without_an_end_makes_a_shift_without_one_and_a_day_alone_a_whole_day() {
    let mut world = group().await;
    let hour = [
        "ana> poll new \"Meet\" \"sun 2pm\" \"mon 2pm\" kind:availability",
        "ben> poll vote P1 1=yes",
        "ana> poll close P1",
        "ana> poll mint P1",
    ];
    let minted = says(&mut world, &hour).await;
    assert!(
        minted.contains("Sun 6 Dec, 14:00 New York time\n1 in\nIn: ben"),
        "{minted}"
    );
    let day = [
        "ana> poll new \"Move\" sat sun kind:availability",
        "ben> poll vote P2 1=yes",
        "ana> poll close P2",
        "ana> poll mint P2",
    ];
    let minted = says(&mut world, &day).await;
    assert!(minted.contains("Sat 5 Dec, all day"), "{minted}");
}

#[tokio::test]
async fn a_time_that_suits_can_be_a_task_as_well() {
    let mut world = saturday("").await;
    let minted = world.say("ana", "poll mint P1 task").await;
    assert!(minted.contains("T1 · Canvass Ward 3\nDue Sat 5 Dec, 10:00"), "{minted}");
}

#[tokio::test]
async fn of_a_secret_poll_nobody_is_put_in_and_the_answer_says_why() {
    let mut world = saturday("secret:yes").await;
    let minted = world.say("ana", "poll mint P1 shift").await;
    assert!(
        minted.starts_with(
            "P1 became S1.\nP1 was secret, so nobody can tell who said yes, and nobody is put in.\nS1 · Canvass Ward 3"
        ),
        "{minted}"
    );
    assert!(!minted.contains("In:"), "{minted}");
    assert_eq!(world.post().await, [""; 0]);
}

#[tokio::test]
async fn a_poll_that_found_no_time_is_no_shift_and_members_mint_nothing() {
    let mut world = decided().await;
    assert_eq!(
        world.say("ana", "poll mint P1 shift").await,
        "A shift needs a time, and P1 did not look for one.\nType: poll mint P1 task"
    );
    assert_eq!(
        first(&world.say("ben", "poll mint P1").await),
        "Captains and organizers can do this."
    );
}

#[tokio::test]
async fn undo_takes_a_shift_back_and_tells_those_who_were_put_in() {
    let mut world = saturday("").await;
    world.say("ana", "poll mint P1").await;
    world.post().await;
    let undone = world.say("ana", "undo").await;
    assert!(
        undone.starts_with("S1 is cancelled, as if it had not been posted."),
        "{undone}"
    );
    let heard = world.post().await;
    assert!(heard.len() == 1 && heard[0].starts_with("[@ben] "), "{heard:?}");
    assert_eq!(first(&world.say("ana", "poll mint P1").await), "P1 became S2.");
}

#[tokio::test]
async fn the_room_hears_once_that_a_shift_is_over_if_somebody_was_in() {
    let mut world = saturday("").await;
    world.say("ana", "poll mint P1").await;
    let heard = world.advance_to("2026-12-05 13:00").await;
    let done: Vec<_> = heard.iter().filter(|seen| seen.contains("Decided in P1")).collect();
    assert_eq!(
        done,
        ["[#main] Decided in P1, done: S1 · Canvass Ward 3\nType: poll show P1"]
    );
    let heard = world.advance("7d").await;
    assert!(!heard.iter().any(|seen| seen.contains("Decided in P1")), "{heard:?}");

    let mut world = saturday("secret:yes").await;
    world.say("ana", "poll mint P1").await;
    let heard = world.advance("7d").await;
    assert!(!heard.iter().any(|seen| seen.contains("Decided in P1")), "{heard:?}");
}

//! Second thoughts.

use super::{all_say, ward_with};

#[tokio::test]
async fn a_claim_taken_back_frees_the_seat_for_whoever_waits() {
    let mut world = ward_with(&["Canvass sat 10am needs:1"]).await;
    all_say(&mut world, &["Ben", "Cleo"], "shift claim S1").await;
    let undone = world.say("Ben", "undo").await;
    assert!(
        undone.starts_with(
            "What you did on S1 is taken back.\n\
             Cleo moves up from the waiting list, and I'm writing to them.\n\
             S1 · Canvass\n"
        ),
        "{undone}"
    );
    assert!(undone.contains("\nIn: Cleo\n"), "{undone}");
    let sent = world.advance("1w").await;
    assert!(
        sent.iter().all(|message| message.starts_with("[#main] Cleo: ")),
        "{sent:?}"
    );
}

#[tokio::test]
async fn a_drop_taken_back_gives_the_seat_back_where_nobody_has_it() {
    let mut world = ward_with(&["Canvass sat 10am needs:driver=1,knocker=1"]).await;
    world.say("Ben", "shift claim S1 driver").await;
    world.say("Ben", "shift drop S1").await;
    let undone = world.say("Ben", "undo").await;
    assert!(undone.contains("\nIn: Ben (driver)\n"), "{undone}");
    let sent = world.advance("1w").await;
    let reminders = sent.iter().filter(|message| message.contains("S1 · Canvass is in"));
    assert_eq!(reminders.count(), 2, "and is reminded again");
}

#[tokio::test]
async fn a_seat_that_went_to_somebody_else_stays_theirs() {
    let mut world = ward_with(&["Canvass sat 10am needs:1"]).await;
    all_say(&mut world, &["Ben", "Cleo"], "shift claim S1").await;
    world.say("Ben", "shift drop S1").await;
    let refused = world.say("Ben", "undo").await;
    assert!(
        refused.starts_with("Somebody else has that seat in S1 by now.\nType: shift claim S1"),
        "{refused}"
    );
    assert!(world.say("Ben", "shift show S1").await.contains("\nIn: Cleo\nClaim"));
}

#[tokio::test]
async fn a_place_on_the_waiting_list_comes_back_where_it_was() {
    let mut world = ward_with(&["Canvass sat 10am needs:1"]).await;
    all_say(&mut world, &["Ben", "Cleo", "Dev"], "shift claim S1").await;
    world.say("Cleo", "shift drop S1").await;
    let undone = world.say("Cleo", "undo").await;
    assert!(undone.contains("\nWaiting: Cleo, Dev\n"), "{undone}");
}

#[tokio::test]
async fn a_move_taken_back_tells_everyone_again() {
    let mut world = ward_with(&["Canvass sat 10am-1pm"]).await;
    world.say("Ben", "shift claim S1").await;
    world.say("Ana", "shift move S1 sun 11am").await;
    world.post().await;
    let undone = world.say("Ana", "undo").await;
    assert!(
        undone.starts_with(
            "S1 is as it was before.\nI'm writing to 1 person about it.\nS1 · Canvass\nSat 5 Dec, 10:00–13:00"
        ),
        "{undone}"
    );
    let sent = world.advance("1w").await;
    assert_eq!(sent.len(), 3, "{sent:?}");
    assert!(
        sent[0].contains("is moved from Sun 6 Dec, 11:00–14:00 New York time to Sat 5 Dec, 10:00–13:00"),
        "{sent:?}"
    );
    assert!(sent[1].contains("is in 1 day: Sat 5 Dec"), "{sent:?}");
}

#[tokio::test]
async fn a_cancelled_shift_comes_back_with_its_people_and_their_reminders() {
    let mut world = ward_with(&["Canvass sat 10am-1pm needs:1"]).await;
    all_say(&mut world, &["Ben", "Cleo"], "shift claim S1").await;
    world.say("Ana", "shift cancel S1").await;
    world.post().await;
    assert_eq!(
        world.say("Ana", "undo").await,
        "S1 is as it was before.\n\
         I'm writing to 2 people about it.\n\
         S1 · Canvass\n\
         Sat 5 Dec, 10:00–13:00 New York time\n\
         1 of 1 · full\n\
         In: Ben\n\
         Waiting: Cleo\n\
         Claim · Can't make it · Who's in      or type: shift claim S1"
    );
    let sent = world.advance("1w").await;
    let on_again = sent
        .iter()
        .filter(|message| message.contains("S1, Canvass, is on again.\n"));
    assert_eq!(on_again.count(), 2, "{sent:?}");
    assert_eq!(sent.len(), 4, "and Ben's two reminders: {sent:?}");
}

#[tokio::test]
async fn an_edit_taken_back_never_throws_anybody_out() {
    let mut world = ward_with(&["Canvass sat 10am needs:1"]).await;
    all_say(&mut world, &["Ben", "Cleo"], "shift claim S1").await;
    world.say("Ana", "shift edit S1 needs:2").await;
    let refused = world.say("Ana", "undo").await;
    assert!(
        refused.starts_with("2 are in S1, so it can't have only 1 seat."),
        "{refused}"
    );
    world.say("Cleo", "shift drop S1").await;
    let undone = world.say("Ana", "undo").await;
    assert!(undone.contains("\n1 of 1 · full\nIn: Ben\n"), "{undone}");
}

#[tokio::test]
async fn what_somebody_changed_since_stays() {
    let mut world = ward_with(&["Canvass sat 10am needs:1"]).await;
    world.say("Ana", "group role Ben captain").await;
    world.say("Ana", "shift edit S1 needs:2").await;
    world.say("Ben", "shift edit S1 needs:3").await;
    let refused = world.say("Ana", "undo").await;
    assert!(!refused.contains("as it was before"), "{refused}");
    assert!(world.say("Ana", "shift show S1").await.contains("0 of 3"));
}

#[tokio::test]
async fn a_posted_shift_taken_back_is_cancelled() {
    let mut world = ward_with(&["Canvass sat 10am"]).await;
    world.say("Ben", "shift claim S1").await;
    let undone = world.say("Ana", "undo").await;
    assert!(
        undone.starts_with(
            "S1 is cancelled, as if it had not been posted.\n\
             I'm writing to 1 person about it.\n\
             S1 · Canvass · cancelled\n"
        ),
        "{undone}"
    );
    let told = world.post().await;
    assert!(
        told[0].starts_with("[#main] Ben: S1, Canvass, is cancelled.\n"),
        "{told:?}"
    );
    assert_eq!(world.say("Gil", "shift list").await, "No shifts are coming up.");
}

#[tokio::test]
async fn a_drop_for_somebody_else_is_taken_back_by_whoever_did_it() {
    let mut world = ward_with(&["Canvass sat 10am needs:1"]).await;
    world.say("Ben", "shift claim S1").await;
    world.say("Ana", "shift drop S1 for:Ben").await;
    let undone = world.say("Ana", "undo").await;
    assert!(undone.contains("\nIn: Ben\n"), "{undone}");
}

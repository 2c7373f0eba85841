//! Seats that a captain claims for a member, who may decline.

use super::{ward, ward_with};

#[tokio::test]
async fn whoever_is_put_in_says_yes_or_no_with_a_tap_and_the_captain_hears_a_no_once() {
    let transcript = "
        Ana> shift add Canvass sat 10am-1pm needs:2
        S1 · Canvass
        Sat 5 Dec, 10:00–13:00 New York time
        0 of 2 · 2 seats open
        Claim · Can't make it · Who's in      or type: shift claim S1

        Ana> group role Dev captain
        Dev is a captain now.
        [#main] Dev: Ana made you a captain of \"console\".

        Dev> shift claim S1 for:Ben
        Ben is in S1, Canvass.
        Sat 5 Dec, 10:00–13:00 New York time
        Who's in                              or type: shift drop S1 for:Ben
        [#main] Ben: Dev put you in S1, Canvass.
        Sat 5 Dec, 10:00–13:00 New York time
        Is that all right with you?
        Fine · Can't make it                  or type: shift confirm S1

        Ben> shift confirm S1
        Thanks, you are confirmed for S1, Canvass.
        Sat 5 Dec, 10:00–13:00 New York time
        1 of 1 confirmed
        Can't make it · Who's in              or type: shift drop S1

        Ben> shift drop S1
        You are out of S1, Canvass.
        2 seats open
        Claim                                 or type: shift claim S1
        [#main] Dev: Ben, whom you put in S1, Canvass, can't make it and is out.
        Sat 5 Dec, 10:00–13:00 New York time
        2 seats open
        Who's in                              or type: shift roster S1

        Ben> shift claim S1
        You are in S1, Canvass.
        Sat 5 Dec, 10:00–13:00 New York time
        Can't make it · Who's in · Calendar   or type: shift drop S1

        Ben> shift drop S1
        You are out of S1, Canvass.
        2 seats open
        Claim                                 or type: shift claim S1
    ";
    ward().await.plays(transcript).await;
}

#[tokio::test]
async fn a_captain_hears_of_nothing_that_they_did_themselves_or_that_was_the_members_own() {
    let mut world = ward_with(&["Canvass sat 10am-1pm needs:1"]).await;
    world.say("Ana", "shift claim S1 for:Ben").await;
    world.say("Ana", "shift claim S1 for:Cleo").await;
    world.post().await;
    world.say("Cleo", "shift drop S1").await;
    let left = world.post().await;
    assert!(
        left[0].starts_with("[#main] Ana: Cleo, whom you put on the waiting list of S1, Canvass, left it."),
        "{left:?}"
    );
    world.say("Ana", "shift drop S1 for:Ben").await;
    let off = world.post().await;
    assert!(off.len() == 1 && off[0].contains("Ana took you off"), "{off:?}");

    world.say("Ben", "shift claim S1").await;
    let again = world.say("Ana", "shift claim S1 for:Ben").await;
    assert!(again.contains("Ben is in S1 already"), "{again}");
    world.post().await;
    world.say("Ben", "shift drop S1").await;
    assert_eq!(world.post().await, [""; 0], "it was his own claim");
}

#[tokio::test]
async fn who_gave_a_seat_is_in_what_the_member_takes_along_until_the_giver_is_forgotten() {
    let mut world = ward_with(&["Canvass sat 10am-1pm needs:2"]).await;
    world.say("Ana", "group role Dev captain").await;
    world.say("Dev", "shift claim S1 for:Ben").await;
    let document = world.private("Ben", "me export").await;
    assert!(document.contains("\"given_by\": \"Dev\""), "{document}");
    world.private("Dev", "me forget confirm:yes").await;
    let document = world.private("Ben", "me export").await;
    assert!(!document.contains("given_by"), "{document}");
    world.post().await;
    world.say("Ben", "shift drop S1").await;
    assert_eq!(world.post().await, [""; 0]);
}

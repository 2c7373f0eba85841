//! The rest that a group wants between two shifts of a member.

use super::{ward, ward_with};

#[tokio::test]
async fn a_claim_that_leaves_too_little_rest_is_warned_of_like_a_clash() {
    let transcript = "
        Ana> shift add Night watch fri 10pm - sat 6am
        S1 · Night watch
        Fri 4 Dec, 22:00 – Sat 5 Dec, 06:00 New York time
        0 in
        Claim · Can't make it · Who's in      or type: shift claim S1

        Ana> shift add Canvass sat 1pm-4pm
        S2 · Canvass
        Sat 5 Dec, 13:00–16:00 New York time
        0 in
        Claim · Can't make it · Who's in      or type: shift claim S2

        Ana> group set rest 8h
        Whoever claims a shift that leaves them less than 8 h of rest before or after another one is told so now. To end that: group set rest none

        Ben> shift claim S1
        You are in S1, Night watch.
        Fri 4 Dec, 22:00 – Sat 5 Dec, 06:00 New York time
        Can't make it · Who's in · Calendar   or type: shift drop S1

        Ben> shift claim S2
        You are in S2, Canvass.
        Sat 5 Dec, 13:00–16:00 New York time
        Less than 8 h of rest lies between it and S1, Night watch, Fri 4 Dec, 22:00 – Sat 5 Dec, 06:00 New York time, which you are in too.
        Can't make it · Who's in · Calendar   or type: shift drop S2

        Cleo> shift claim S2
        You are in S2, Canvass.
        Sat 5 Dec, 13:00–16:00 New York time
        Can't make it · Who's in · Calendar   or type: shift drop S2

        Ana> shift claim S1 for:Cleo
        Cleo is in S1, Night watch.
        Fri 4 Dec, 22:00 – Sat 5 Dec, 06:00 New York time
        Less than 8 h of rest lies between it and S2, Canvass, Sat 5 Dec, 13:00–16:00 New York time, which Cleo is in too.
        Who's in                              or type: shift drop S1 for:Cleo
        [#main] Cleo: Ana put you in S1, Night watch.
        Fri 4 Dec, 22:00 – Sat 5 Dec, 06:00 New York time
        Less than 8 h of rest lies between it and S2, Canvass, Sat 5 Dec, 13:00–16:00 New York time, which you are in too.
        Is that all right with you?
        Fine · Can't make it                  or type: shift confirm S1
    ";
    ward().await.plays(transcript).await;
}

#[tokio::test]
async fn as_much_rest_as_is_wanted_is_enough_and_what_overlaps_is_said_once() {
    let mut world = ward_with(&["Doors sat 8am-10am", "Canvass sat 6pm-8pm", "Party sat 7pm-9pm"]).await;
    world.say("Ana", "group set rest 8h").await;
    world.say("Ben", "shift claim S1").await;
    let enough = world.say("Ben", "shift claim S2").await;
    assert!(!enough.contains("rest"), "{enough}");
    let overlaps = world.say("Ben", "shift claim S3").await;
    assert!(
        overlaps.contains("It overlaps S2") && !overlaps.contains("rest"),
        "{overlaps}"
    );
    world.say("Ben", "shift drop S3").await;
    world.say("Ana", "shift move S2 sat 5pm").await;
    let moved = world.post().await;
    assert!(
        moved
            .iter()
            .any(|news| news.contains("Less than 8 h of rest lies between it and S1")),
        "{moved:?}"
    );
}

#[tokio::test]
async fn the_rest_is_shown_taken_back_and_ended() {
    let mut world = ward_with(&["Doors sat 8am-10am", "Canvass sat 12pm-2pm"]).await;
    world.say("Ana", "group set rest 8h").await;
    let group = world.say("Ana", "group").await;
    assert!(
        group.contains("Rest between two shifts of a member: 8 h · to end that: group set rest none\n"),
        "{group}"
    );
    world.say("Ana", "undo").await;
    world.say("Ben", "shift claim S1").await;
    let claimed = world.say("Ben", "shift claim S2").await;
    assert!(!claimed.contains("rest"), "{claimed}");
    assert_eq!(
        world.say("Ana", "group set rest none").await,
        "Nobody is told any more how much rest lies between two shifts."
    );
    for (typed, said) in [
        ("group set rest soon", "length of time"),
        ("group set rest 8 days", "at most 7 days"),
    ] {
        let refused = world.say("Ana", typed).await;
        assert!(
            refused.contains(said) && refused.ends_with("Type: group set rest 8h\nType: group set rest none"),
            "{refused}"
        );
    }
    let member = world.say("Ben", "group set rest 2h").await;
    assert!(member.starts_with("Organizers can do this."), "{member}");
}

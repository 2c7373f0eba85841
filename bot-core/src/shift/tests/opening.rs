//! When sign-up opens.

use super::{reachable, ward, ward_with};

#[tokio::test]
async fn before_sign_up_opens_members_are_told_when_and_captains_may_claim_for_them() {
    let transcript = "
        Ana> shift add Canvass sat 10am-1pm needs:3 opens:2d
        S1 · Canvass
        Sat 5 Dec, 10:00–13:00 New York time
        0 of 3 · 3 seats open
        Sign-up opens Thu 3 Dec, 10:00 New York time.
        Can't make it · Who's in              or type: shift roster S1

        Ben> shift claim S1
        Sign-up for S1 opens Thu 3 Dec, 10:00 New York time.
        Type: shift show S1

        Ben> shift list
          S1 · Sat 5 Dec, 10:00–13:00 · Canvass · 3 seats open · sign-up opens Thu 3 Dec
        Type: shift show S1

        Ana> shift claim S1 for:Cleo
        Cleo is in S1, Canvass.
        Sat 5 Dec, 10:00–13:00 New York time
        Who's in                              or type: shift drop S1 for:Cleo
        [#main] Cleo: Ana put you in S1, Canvass.
        Sat 5 Dec, 10:00–13:00 New York time
        Is that all right with you?
        Fine · Can't make it                  or type: shift confirm S1

        Cleo> shift claim S1
        You are in S1 already.
        Can't make it · Who's in · Calendar   or type: shift drop S1

        Cleo> shift claim S1 guest:Tom
        Sign-up for S1 opens Thu 3 Dec, 10:00 New York time.
        Type: shift show S1

        ... until 2026-12-03 10:00
        [#main] Ana: S1, Canvass, has 2 seats open.
        Sat 5 Dec, 10:00–13:00 New York time
        1 of 3 · 2 seats open
        Ask 5 · Who's in                      or type: shift ask S1 5

        Ben> shift claim S1
        You are in S1, Canvass.
        Sat 5 Dec, 10:00–13:00 New York time
        Can't make it · Who's in · Calendar   or type: shift drop S1

        Ben> shift list
          S1 · Sat 5 Dec, 10:00–13:00 · Canvass · 1 seat open
        Type: shift claim S1
    ";
    ward().await.plays(transcript).await;
}

#[tokio::test]
async fn it_is_edited_taken_away_and_taken_back() {
    let mut world = ward_with(&["Canvass sat 10am-1pm opens:1d"]).await;
    let earlier = world.say("Ana", "shift edit S1 opens:3d").await;
    assert!(
        earlier.contains("Sign-up opens Wed 2 Dec, 10:00 New York time."),
        "{earlier}"
    );
    let open = world.say("Ana", "shift edit S1 opens:none").await;
    assert!(!open.contains("Sign-up"), "{open}");
    let back = world.say("Ana", "undo").await;
    assert!(back.contains("Sign-up opens Wed 2 Dec, 10:00"), "{back}");
    let moved = world.say("Ana", "shift move S1 mon 10am").await;
    assert!(moved.contains("Sign-up opens Fri 4 Dec, 10:00"), "{moved}");
    let document = world.say("Ana", "group export").await;
    assert!(document.contains("\"opens_seconds\": 259200"), "{document}");
}

#[tokio::test]
async fn each_date_of_a_series_opens_so_long_before_it() {
    let mut world = ward_with(&[]).await;
    world.say("Ana", "shift add Canvass every sat 10am-1pm opens:2d").await;
    for (shift, opens) in [("S1", "Thu 3 Dec"), ("S2", "Thu 10 Dec")] {
        let refused = world.say("Ben", &format!("shift claim {shift}")).await;
        assert!(
            refused.starts_with(&format!("Sign-up for {shift} opens {opens}, 10:00")),
            "{refused}"
        );
    }
    let own = world.say("Ana", "shift edit S2 opens:none dates:one").await;
    assert!(own.contains("This date has its own sign-up opening."), "{own}");
    world.say("Ana", "shift edit S3 opens:1d dates:all").await;
    let open = world.say("Ben", "shift claim S2").await;
    assert!(open.starts_with("You are in S2"), "its own stays: {open}");
    let later = world.say("Ben", "shift claim S3").await;
    assert!(later.starts_with("Sign-up for S3 opens Fri 18 Dec"), "{later}");
}

#[tokio::test]
async fn whole_days_open_by_their_morning_and_the_morning_digest_offers_nothing_that_is_not_open() {
    let mut world = ward_with(&["Fair sat all day needs:2 opens:1d"]).await;
    let card = world.say("Ana", "shift show S1").await;
    assert!(card.contains("Sign-up opens Fri 4 Dec, 09:00 New York time."), "{card}");
    world.private("Ben", "shift list").await;
    world.private("Ben", "me digest 8:00").await;
    let early = world.advance_to("2026-12-04 08:00").await;
    let offered = early.iter().any(|sent| sent.contains("Ben") && sent.contains("Fair"));
    assert!(!offered, "{early:?}");
}

#[tokio::test]
async fn nobody_is_asked_for_a_seat_before_sign_up_opens() {
    let mut world = ward_with(&["Canvass sat 10am-1pm needs:2 opens:1d"]).await;
    reachable(&mut world, &["Ben"]).await;
    world
        .plays(
            "
            Ana> shift ask S1
            Sign-up opens Fri 4 Dec, 10:00 New York time. Before that nobody I ask could take a seat, so I'll ask then.
            S1 · Canvass
            Sat 5 Dec, 10:00–13:00 New York time
            0 of 2 · 2 seats open
            Who's in                              or type: shift roster S1

            ... until 2026-12-03 10:00
            [#main] Ana: S1, Canvass, has 2 seats open.
            Sat 5 Dec, 10:00–13:00 New York time
            0 of 2 · 2 seats open
            Sign-up opens Fri 4 Dec, 10:00 New York time.
            Ask 5 · Who's in                      or type: shift ask S1 5

            ... until 2026-12-04 10:00
            [@Ben] Ana asks: can you take a seat in S1, Canvass?
            Sat 5 Dec, 10:00–13:00 New York time
            To say no costs nothing, and nobody else sees it.
            Claim · Not this time                 or type: shift claim S1

            Ben> shift claim S1
            You are in S1, Canvass.
            Sat 5 Dec, 10:00–13:00 New York time
            Can't make it · Who's in · Calendar   or type: shift drop S1
            [#main] Ana: I asked 1 person for S1, Canvass, and nobody is left to ask.
            Sat 5 Dec, 10:00–13:00 New York time
            1 of 2 · 1 seat open
            Who's in                              or type: shift roster S1
            ",
        )
        .await;
}

#[tokio::test]
async fn sign_up_that_opens_earlier_than_planned_lets_the_search_begin() {
    let mut world = ward_with(&["Canvass sat 10am-1pm needs:2 opens:1d"]).await;
    reachable(&mut world, &["Ben"]).await;
    world.say("Ana", "shift claim S1 for:Cleo").await;
    world.post().await;
    let waits = world.say("Cleo", "shift cover S1").await;
    assert!(waits.contains("so I'll ask then."), "{waits}");
    assert_eq!(world.post().await, [""; 0]);
    world.say("Ana", "shift edit S1 opens:none").await;
    let asked = world.post().await;
    assert!(
        asked.len() == 1 && asked[0].starts_with("[@Ben] Cleo can't make it"),
        "{asked:?}"
    );
}

#[tokio::test]
async fn nobody_is_left_to_ask_where_sign_up_opens_when_it_is_too_late() {
    let mut world = ward_with(&["Canvass sat 10am-1pm needs:2 opens:30min"]).await;
    reachable(&mut world, &["Ben"]).await;
    let told = world.say("Ana", "shift ask S1").await;
    assert!(told.starts_with("There is nobody I may ask"), "{told}");
    assert_eq!(
        world
            .advance_to("2026-12-05 09:30")
            .await
            .iter()
            .filter(|sent| sent.contains("asks"))
            .count(),
        0
    );
}

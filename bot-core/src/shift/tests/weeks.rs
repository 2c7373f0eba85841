//! A week copied to a later one.

use super::{ward, ward_with};

#[tokio::test]
async fn this_weeks_shifts_are_posted_once_more_with_nobody_on_them_and_taken_back_as_one() {
    let transcript = "
        Ana> shift add Doors wed 10am-1pm needs:2 at:Library
        S1 · Doors
        Wed 2 Dec, 10:00–13:00 New York time · Library
        0 of 2 · 2 seats open
        Claim · Can't make it · Who's in      or type: shift claim S1

        Ana> shift add Night watch sun 10pm - mon 6am
        S2 · Night watch
        Sun 6 Dec, 22:00 – Mon 7 Dec, 06:00 New York time
        0 in
        Claim · Can't make it · Who's in      or type: shift claim S2

        Ben> shift claim S1
        You are in S1, Doors.
        Wed 2 Dec, 10:00–13:00 New York time · Library
        Can't make it · Who's in · Calendar   or type: shift drop S1

        Ana> shift copy week dec 17
        2 shifts of this week are copied to the week of Mon 14 Dec. Nobody is on them yet.
          S3 · Wed 16 Dec, 10:00–13:00 · Doors · 2 seats open
          S4 · Sun 20 Dec, 22:00 – Mon 21 Dec, 06:00 · Night watch · 0 in
        Type: undo

        Ana> shift copy week dec 14
        All shifts of this week are in that week already.
        Type: shift list

        Ben> shift claim S3
        You are in S3, Doors.
        Wed 16 Dec, 10:00–13:00 New York time · Library
        Can't make it · Who's in · Calendar   or type: shift drop S3

        Ana> undo
        The 2 shifts that were copied are cancelled.
        [#main] Ben: S3, Doors, is cancelled.
        Wed 16 Dec, 10:00–13:00 New York time · Library
    ";
    ward().await.plays(transcript).await;
}

#[tokio::test]
async fn what_comes_by_itself_is_cancelled_or_stands_there_already_is_left_out() {
    let mut world = ward_with(&["Doors wed 10am-1pm", "Gates thu 10am", "Rally fri 10am"]).await;
    world.say("Ana", "shift add Canvass every sat 10am-1pm").await;
    world.say("Ana", "shift cancel S2").await;
    world.say("Ana", "shift add Doors dec 9 10am-11am").await;
    let copied = world.say("Ana", "shift copy week next monday").await;
    assert_eq!(
        copied,
        "1 shift of this week is copied to the week of Mon 7 Dec. Nobody is on it yet.\n  \
         S9 · Fri 11 Dec, 10:00 · Rally · 0 in\n\
         1 shift stood there already.\n\
         Shifts that repeat come by themselves.\n\
         Type: undo"
    );
}

#[tokio::test]
async fn what_has_begun_this_week_is_copied_and_the_wall_clock_stays_through_a_change_of_clocks() {
    let mut world = ward_with(&["Doors today 10am-11am"]).await;
    world.advance("8h").await;
    let copied = world.say("Ana", "shift copy week mar 15 2027").await;
    assert!(copied.contains("S2 · Tue 16 Mar 2027, 10:00–11:00 · Doors"), "{copied}");
    let document = world.say("Ana", "group export").await;
    assert!(
        document.contains("2027-03-16T14:00:00Z"),
        "daylight saving time by then: {document}"
    );
}

#[tokio::test]
async fn a_week_that_is_not_ahead_or_has_nothing_is_refused() {
    let mut world = ward().await;
    for typed in [
        "shift copy week today",
        "shift copy week sun",
        "shift copy week every mon 9am",
    ] {
        assert_eq!(
            world.say("Ana", typed).await,
            "This week's shifts are copied to a later week: name a day of that week.\nType: shift copy week next monday",
            "{typed}"
        );
    }
    let empty = world.say("Ana", "shift copy week next monday").await;
    assert_eq!(empty, "This week has no shift that could be copied.\nType: shift list");
    world.say("Ana", "shift add Canvass every sat 10am-1pm").await;
    let series = world.say("Ana", "shift copy week next monday").await;
    assert_eq!(
        series,
        "This week has only shifts that repeat, and those come by themselves.\nType: shift list"
    );
}

#[tokio::test]
async fn a_teams_captain_copies_what_is_the_teams() {
    let mut world = ward().await;
    for typed in [
        "team add North",
        "group role Ben captain team:North",
        "shift add Doors sat 10am-1pm",
        "shift add Canvass sat 10am-1pm team:North",
    ] {
        world.say("Ana", typed).await;
    }
    let copied = world.say("Ben", "shift copy week next monday").await;
    assert!(copied.starts_with("1 shift of this week is copied"), "{copied}");
    assert!(copied.contains("Canvass"), "{copied}");
}

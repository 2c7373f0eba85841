//! Setting reminders, seeing them, and when they come.

use super::ward;
use crate::ids::{Kind, Reference};

#[tokio::test]
async fn a_personal_reminder_comes_to_its_owner_at_its_time() {
    ward()
        .await
        .plays(
            "
            Ben> remind me tomorrow 17:30 call Ana about the hall
            (only Ben sees this)
            R1 · call Ana about the hall
            I'll remind you Wed 2 Dec, 17:30 New York time.
            Pause · Cancel                        or type: remind cancel R1

            ... until 2026-12-02 17:29

            ... 1m
            [@Ben] R1 · call Ana about the hall
            Snooze 1 h                            or type: remind snooze R1 1h

            ... 7d
            ",
        )
        .await;
}

#[tokio::test]
async fn whoever_never_wrote_in_private_is_reminded_by_name_in_the_room_and_told_so() {
    ward()
        .await
        .plays(
            "
            Cleo> remind me in 2h water the plants
            (only Cleo sees this)
            R1 · water the plants
            I'll remind you Tue 1 Dec, 11:00 New York time.
            It comes in the room where you last wrote, with your name. To get it in private, write to me in private once.
            Pause · Cancel                        or type: remind cancel R1

            ... 3h
            [#main] Cleo: R1 · water the plants
            Snooze 1 h                            or type: remind snooze R1 1h
            ",
        )
        .await;
}

#[tokio::test]
async fn a_room_s_reminder_comes_to_the_room_it_was_set_in() {
    ward()
        .await
        .plays(
            "
            #kitchen

            Cleo> remind here in 2h Doors open
            R1 · Doors open
            I'll remind this room Tue 1 Dec, 11:00 New York time.
            Pause · Cancel                        or type: remind cancel R1

            #main

            ... 3h
            [#kitchen] Doors open
            Snooze 1 h                            or type: remind snooze R1 1h
            ",
        )
        .await;
}

#[tokio::test]
async fn in_private_here_is_me() {
    ward()
        .await
        .plays(
            "
            @Ben> remind here in 2h call Ana
            R1 · call Ana
            I'll remind you Tue 1 Dec, 11:00 New York time.
            Pause · Cancel                        or type: remind cancel R1

            ... 3h
            [@Ben] R1 · call Ana
            Snooze 1 h                            or type: remind snooze R1 1h
            ",
        )
        .await;
}

#[tokio::test]
async fn a_day_without_a_time_is_nine_in_the_morning_and_the_answer_says_so() {
    ward()
        .await
        .plays(
            "
            @Ben> remind me tomorrow call Ana
            R1 · call Ana
            I'll remind you Wed 2 Dec, 09:00 New York time.
            You named no time of day, so it comes at 09:00.
            Pause · Cancel                        or type: remind cancel R1

            @Ben> remind me every mon water the plants
            R2 · water the plants
            I'll remind you every Mon, 09:00 New York time, next Mon 7 Dec, Mon 14 Dec, Mon 21 Dec.
            You named no time of day, so it comes at 09:00.
            Pause · Cancel                        or type: remind cancel R2

            @Ben> remind me today call Cleo
            You named no time of day, and 09:00 of that day is over.
            Type: remind me 17:00 <text>

            ... 8d
            [@Ben] R1 · call Ana
            Snooze 1 h                            or type: remind snooze R1 1h
            [@Ben] R2 · water the plants
            Snooze 1 h · Pause                    or type: remind snooze R2 1h
            ",
        )
        .await;
}

#[tokio::test]
async fn what_cannot_be_read_is_answered_with_how_to_say_it() {
    ward()
        .await
        .plays(
            "
            @Ben> remind me
            The <when> is missing.
            Usage: remind me <when> <text>
            For example: remind me sat 10am call the printer

            @Ben> remind me call Ana
            I can't read “call Ana” as a time.
            Usage: remind me <when> <text>
            Type: sat 10am-1pm
            Type: tomorrow 17:00

            @Ben> remind me tomorrow 17:00
            The <text> is missing.
            Usage: remind me <when> <text>
            For example: remind me sat 10am call the printer

            @Ben> remind me yesterday call Ana
            I can't read “yesterday call Ana” as a time.
            Usage: remind me <when> <text>
            Type: sat 10am-1pm
            Type: tomorrow 17:00

            @Ben> remind me mon 2026-12-01 8:00 call Ana
            The day of the week and the date don't agree: “mon 2026-12-01 8:00”.
            Usage: remind me <when> <text>
            Type: 2026-12-01
            ",
        )
        .await;
}

#[tokio::test]
async fn the_list_shows_my_own_and_this_room_s_and_nobody_else_s() {
    ward()
        .await
        .plays(
            "
            Ana> remind list
            (only Ana sees this)
            No reminders of yours or of this room.
            Type: remind me tomorrow 17:00 <text>

            Ben> remind me in 3h call Ana
            (only Ben sees this)
            R1 · call Ana
            I'll remind you Tue 1 Dec, 12:00 New York time.
            Pause · Cancel                        or type: remind cancel R1

            Ben> remind here every day 18:00 Lights out
            R2 · Lights out
            I'll remind this room every day, 18:00 New York time, next Tue 1 Dec, Wed 2 Dec, Thu 3 Dec.
            Pause · Cancel                        or type: remind cancel R2

            #kitchen

            Cleo> remind here in 1h Soup
            R3 · Soup
            I'll remind this room Tue 1 Dec, 10:00 New York time.
            Pause · Cancel                        or type: remind cancel R3

            Ben> remind pause R1
            (only Ben sees this)
            R1 is paused.
            Resume · Cancel                       or type: remind resume R1

            #main

            Ben> remind list
            (only Ben sees this)
            2 reminders
              R1 · call Ana · Paused · Comes Tue 1 Dec, 12:00 New York time
              R2 · Lights out · Comes every day, 18:00 New York time, next Tue 1 Dec, Wed 2 Dec, Thu 3 Dec · For a room
            Type: remind cancel R1

            Ana> remind list
            (only Ana sees this)
            1 reminder
              R2 · Lights out · Comes every day, 18:00 New York time, next Tue 1 Dec, Wed 2 Dec, Thu 3 Dec · For a room
            Type: remind cancel R2

            Cleo> remind list
            (only Cleo sees this)
            2 reminders
              R3 · Soup · Comes Tue 1 Dec, 10:00 New York time · For a room
              R2 · Lights out · Comes every day, 18:00 New York time, next Tue 1 Dec, Wed 2 Dec, Thu 3 Dec · For a room
            Type: remind cancel R3

            @Ben> remind list
            2 reminders
              R1 · call Ana · Paused · Comes Tue 1 Dec, 12:00 New York time
              R2 · Lights out · Comes every day, 18:00 New York time, next Tue 1 Dec, Wed 2 Dec, Thu 3 Dec · For a room
            Type: remind cancel R1
            ",
        )
        .await;
}

#[tokio::test]
async fn nobody_learns_of_another_person_s_own_reminder() {
    let mut world = ward().await;
    world
        .plays(
            "
            Ben> remind me in 3h call Ana
            (only Ben sees this)
            R1 · call Ana
            I'll remind you Tue 1 Dec, 12:00 New York time.
            Pause · Cancel                        or type: remind cancel R1

            Ana> remind cancel R1
            (only Ana sees this)
            There is no R1 here.
            Type: remind list

            Ana> remind snooze R1 1h
            (only Ana sees this)
            There is no R1 here.
            Type: remind list

            Ana> remind cancel R9
            (only Ana sees this)
            There is no R9 here.
            Type: remind list
            ",
        )
        .await;
    let mut unit = world.app().store().read().await.unwrap();
    let person = unit.account(crate::surface::Platform::Console, "Ben").await.unwrap();
    let group = unit.groups_of(person.unwrap().person).await.unwrap().remove(0);
    drop(unit);
    let voice = crate::locale::Voice {
        language: group.language,
        zone: group.zone.clone(),
        now: crate::clock::Clock::now(world.clock()),
    };
    let card = world.app().card(group.id, Reference::new(Kind::Reminder, 1), &voice);
    assert_eq!(card.await.unwrap(), None);
}

#[tokio::test]
async fn two_hundred_reminders_are_enough_for_one_person_and_for_one_room() {
    let mut world = ward().await;
    for hours in 1..=200 {
        for place in ["me", "here"] {
            let set = format!("remind {place} in {hours}h number {hours}");
            let answer = world.say("Ben", &set).await;
            assert!(answer.contains("Pause · Cancel"), "{answer}");
        }
    }
    world
        .plays(
            "
            Ben> remind me in 1h one too many
            (only Ben sees this)
            You have 200 reminders, and that is the limit. Cancel one first.
            Type: remind list

            Cleo> remind here in 1h one too many
            This room has 200 reminders, and that is the limit. Cancel one first.
            Type: remind list

            Ben> remind cancel R1
            (only Ben sees this)
            R1 is cancelled. To bring it back within ten minutes: undo

            Ben> remind me in 1h one in its place
            (only Ben sees this)
            R401 · one in its place
            I'll remind you Tue 1 Dec, 10:00 New York time.
            Pause · Cancel                        or type: remind cancel R401
            ",
        )
        .await;
    let list = world.private("Ben", "remind list").await;
    assert!(
        list.starts_with("400 reminders\n") && list.contains("And 370 more."),
        "{list}"
    );
}

#[tokio::test]
async fn a_time_that_stands_after_the_text_is_offered_before_it() {
    let mut world = ward().await;
    assert_eq!(
        world.private("Ben", "remind me call Ana tomorrow 9am").await,
        "I can't read “call Ana tomorrow 9am” as a time. Did you mean: remind me tomorrow 9am call Ana\n\
         Usage: remind me <when> <text>"
    );
    assert!(
        world
            .private("Ben", "remind me tomorrow 9am call Ana")
            .await
            .starts_with("R1 · call Ana\n")
    );
}

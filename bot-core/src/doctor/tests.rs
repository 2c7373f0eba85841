//! What the bot says of itself, in a room and in private.

use crate::clock::Clock;
use crate::people::Place;
use crate::surface::{Ability, Platform, Rights, Trouble};
use crate::testing::World;

#[tokio::test]
async fn where_nothing_is_missing_it_says_so() {
    World::memory()
        .plays(
            r#"
            ana> doctor
            How I stand in "console"
              I can write here.
              I can send files here.
              I can pin the board here.
              I can see who administers this place.
              I am no administrator of this place, and need not be one.
              This place has no group yet. An administrator of this place founds one with their first command.
            Type: help

            ana> group
            Group "console"
            1 member · New York time · English · founded Tue 1 Dec, 09:00 New York time
            Organizers: ana
            Meets in: console (console)
            Before a command, where the app needs a sign: !
            A member is asked for shifts 3 times a week at most.
            I founded the group "console" here, and you are its organizer. Its times are in New York time.
            Type: team list

            ben> doctor
            How I stand in "console"
              I can write here.
              I can send files here.
              I can pin the board here.
              I can see who administers this place.
              I am no administrator of this place, and need not be one.
              This place belongs to "console": 1 member, times in New York time.
            Type: group

            @ben> doctor
            How I may write to you
              You write to me in private, so reminders and broadcasts come to you here.
              You are in no group yet.
            Type: me

            @ana> doctor
            How I may write to you
              You write to me in private, so reminders and broadcasts come to you here.
              You are in console.
            Type: me
            "#,
        )
        .await;
}

#[tokio::test]
async fn what_is_missing_is_named_with_who_can_grant_it() {
    let mut world = World::memory();
    world.say("ana", "group").await;
    world.with_rights(Rights {
        lacking: vec![Ability::Pin, Ability::SendFiles],
        granted_by: vec!["Ana".to_owned(), "Cleo".to_owned()],
        troubles: Vec::new(),
        administrator: true,
    });
    world
        .plays(
            r#"
            ben> doctor
            How I stand in "console"
              I can write here.
              I cannot send files here, so exports and recounts stay text. Ana and Cleo can allow it.
              I cannot pin here, so the board stays where it was posted. Ana and Cleo can allow it.
              I can see who administers this place.
              I am an administrator of this place. I need no more than what stands above.
              This place belongs to "console": 1 member, times in New York time.
            Type: group
            "#,
        )
        .await;
}

#[tokio::test]
async fn where_nobody_is_named_an_administrator_can_grant_it() {
    let mut world = World::memory();
    world.with_rights(Rights {
        lacking: vec![Ability::Write, Ability::SeeAdministrators],
        ..Rights::default()
    });
    world
        .plays(
            r#"
            ana> me language es
            (only ana sees this)
            A partir de ahora te escribo en español.

            ana> doctor
            How I stand in "console"
              I cannot write here. An administrator of this place can allow it.
              I can send files here.
              I can pin the board here.
              I cannot see who administers this place, so nobody can found a group here or join it to one. An administrator of this place can allow it.
              I am no administrator of this place, and need not be one.
              This place has no group yet. An administrator of this place founds one with their first command.
            Type: help
            "#,
        )
        .await;
}

#[tokio::test]
async fn every_trouble_is_told_in_a_sentence_with_what_ends_it() {
    let mut world = World::memory();
    world.say("ana", "group").await;
    world.with_rights(Rights {
        lacking: vec![Ability::Pin],
        granted_by: vec!["Ana".to_owned()],
        troubles: vec![
            Trouble::Power {
                ability: Ability::Pin,
                needed: 50,
                has: 0,
            },
            Trouble::Unverified,
            Trouble::Undecrypted(1),
            Trouble::Undecrypted(7),
            Trouble::Throttled {
                messages: 10,
                seconds: 50,
                lift: "POST /override_ratelimit {\"messages_per_second\":0}".to_owned(),
            },
        ],
        administrator: false,
    });
    world
        .plays(
            r#"
            ana> doctor
            How I stand in "console"
              I can write here.
              I can send files here.
              I cannot pin here, so the board stays where it was posted. Ana can allow it.
              I can see who administers this place.
              I have a power level of 0 here, and need 50 to pin the board.
              My device is not verified, so some apps may keep from me what they encrypt. Whoever runs me can verify it.
              I could not decrypt one message here. Whoever wrote it can send it again.
              I could not decrypt 7 messages here. Whoever wrote it can send it again.
              The server lets me send no more than 10 messages in 50 seconds. Whoever runs it can lift that with: POST /override_ratelimit {"messages_per_second":0}
              I am no administrator of this place, and need not be one.
              This place belongs to "console": 1 member, times in New York time.
            Type: group
            "#,
        )
        .await;
}

#[tokio::test]
async fn a_room_elsewhere_that_nobody_hears_is_named() {
    let mut world = World::memory();
    world.say("ana", "group").await;
    let (now, soon) = (world.clock().now(), world.clock().now() + chrono::TimeDelta::minutes(1));
    let mut unit = world.app().store().begin().await.unwrap();
    let console = unit.place(Platform::Console, "console").await.unwrap().unwrap();
    for (platform, name) in [
        (Platform::Discord, "Hall"),
        (Platform::Matrix, "Yard"),
        (Platform::Telegram, "Gate"),
    ] {
        let place = Place {
            platform,
            name: name.to_owned(),
            ..console.clone()
        };
        unit.save_place(&place).await.unwrap();
    }
    unit.pin(Platform::Matrix, "north").await.unwrap();
    unit.hold(Platform::Telegram.code(), "a", now, soon).await.unwrap();
    unit.commit().await.unwrap();
    world
        .plays(
            r#"
            ana> doctor
            How I stand in "console"
              I can write here.
              I can send files here.
              I can pin the board here.
              I can see who administers this place.
              I am no administrator of this place, and need not be one.
              This place belongs to "console": 1 member, times in New York time.
              Nobody hears what is said in Hall (Discord) at the moment. Whoever runs me finds the reason in my log.
              Nobody hears what is said in Yard (Matrix) at the moment: the computer that has my keys for it does not run. Whoever runs me can start it, or bring the keys to another one.
            Type: group
            "#,
        )
        .await;
}

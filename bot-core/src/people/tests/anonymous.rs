//! Administrators who write as the place itself.

use super::{Window, to_type};
use crate::surface::{Content, Platform, Standing};
use crate::testing::World;
use crate::testing::world::answered;

#[tokio::test]
async fn one_may_found_and_administer_before_anybody_has_a_name() {
    let mut world = World::memory();
    world.say("ana", "help").await;
    world
        .plays(
            r#"
            someone> shift add Canvass sat 10am-1pm needs:2
            S1 · Canvass
            Sat 5 Dec, 10:00–13:00 New York time
            0 of 2 · 2 seats open
            I founded the group "console" here. Its times are in New York time. You write as the place, so I don't know who you are: the next administrator who writes under their own name is its organizer.
            Claim · Can't make it · Who's in      or type: shift claim S1

            someone> group members
            Nobody is in the register of "console". An administrator of this place wakes it with a command.
            Usage: group members [page]

            ben> shift list
            Nobody is in the register of "console". An administrator of this place wakes it with a command.
            Type: help

            someone> group set name Ward 3
            The group is called "Ward 3" now.

            someone> undo
            Taken back: the group's settings are as they were before.

            ana> shift list
              S1 · Sat 5 Dec, 10:00–13:00 · Canvass · 2 seats open
            Nobody was in the register of "console". You are its organizer now.
            Type: shift claim S1

            ben> shift claim S1
            You are in S1, Canvass.
            Sat 5 Dec, 10:00–13:00 New York time
            You are now in the register of "console".
            Can't make it · Who's in · Calendar   or type: shift drop S1

            someone> group role ben captain
            ben is a captain now.
            [#main] ben: console made you a captain of "console".

            someone> undo
            Taken back: ben is a member again.
            [#main] ben: console made you a member of "console".

            someone> shift cancel S1
            S1, Canvass, is cancelled.
            I'm writing to 1 person about it.
            Type: undo
            [#main] ben: S1, Canvass, is cancelled.
            Sat 5 Dec, 10:00–13:00 New York time

            someone> group members
            console · 2 members
              ana · organizer
              ben · member

            ana> group audit
            (only ana sees this)
            console · the latest 7 entries of the audit log
              Tue 1 Dec, 09:00 New York time · console cancelled S1.
              Tue 1 Dec, 09:00 New York time · console made ben a member.
              Tue 1 Dec, 09:00 New York time · console made ben a captain.
              Tue 1 Dec, 09:00 New York time · ben entered the register.
              Tue 1 Dec, 09:00 New York time · ana made ana an organizer.
              Tue 1 Dec, 09:00 New York time · ana entered the register.
              Tue 1 Dec, 09:00 New York time · console founded the group: an administrator who wrote as the place.
            "#,
        )
        .await;
}

#[tokio::test]
async fn what_somebody_does_for_themselves_needs_a_name() {
    let mut world = World::memory();
    world.say("ana", "shift add Canvass sat 10am-1pm needs:2").await;
    world.say("ana", "task add Print flyers").await;
    world.say("ben", "group").await;
    world
        .plays(
            r#"
            someone> shift claim S1
            You write as the place, so I can't tell who you are, and this is something people do under their own name. Turn off "Remain anonymous", or write to me in private.

            someone> shift claim S1 for:ben
            ben is in S1, Canvass.
            Sat 5 Dec, 10:00–13:00 New York time
            Who's in                              or type: shift drop S1 for:ben
            [#main] ben: console put you in S1, Canvass.
            Sat 5 Dec, 10:00–13:00 New York time
            Is that all right with you?
            Fine · Can't make it                  or type: shift confirm S1

            someone> shift claim S1 guest:Tom
            Tom is in S1, Canvass.
            Sat 5 Dec, 10:00–13:00 New York time
            Who's in                              or type: shift drop S1 guest:Tom

            someone> task assign T1 ben
            T1 · Print flyers is with ben now. I'll tell them.
            Done · Hand back                      or type: task done T1
            [#main] ben: console gave you T1.
            T1 · Print flyers
            ben has it
            Done · Hand back                      or type: task done T1

            someone> poll new Pizza or tacos? pizza, tacos
            P1 · Pizza or tacos?                  open until Wed 2 Dec, 09:00 New York time
              pizza  0
              tacos  0
            nobody has voted yet · everyone here can see who chose what
            pizza · tacos                         or type: poll vote P1 tacos

            ana> poll vote P1 pizza
            Your vote: pizza. You can change it until Wed 2 Dec, 09:00 New York time.
            P1 so far: pizza 1 and tacos 0 · 1 voted
            pizza · tacos                         or type: poll vote P1 tacos

            someone> remind here in 2h tea
            R1 · tea
            I'll remind this room Tue 1 Dec, 11:00 New York time.
            Pause · Cancel                        or type: remind cancel R1
            "#,
        )
        .await;
    for personal in [
        "shift confirm S1",
        "shift drop S1",
        "task claim T1",
        "task release T1",
        "poll vote P1 pizza",
        "remind me in 2h tea",
        "broadcast ack B1",
        "me",
        "me forget",
        "me link",
        "team join Drivers",
        "team leave Drivers",
        "group leave",
        "group use",
        "group link",
    ] {
        let answer = world.say("someone", personal).await;
        assert!(
            answer.contains("You write as the place, so I can't tell who you are"),
            "{personal}: {answer}"
        );
    }
    assert!(world.say("ana", "poll show P1").await.contains("1 voted"));
}

#[tokio::test]
async fn a_broadcast_to_everyone_is_not_for_the_place_itself() {
    let mut world = World::memory();
    for member in ["ana", "ben"] {
        world.say(member, "group").await;
        world.private(member, "me").await;
    }
    world.say("someone", "group").await;
    world
        .plays(
            r#"
            ana> broadcast everyone Rain tomorrow
            B1 · "Rain tomorrow" · draft
            ana to everyone of console:
            Rain tomorrow
            This goes to everyone: 1 person besides its author. It goes out when you send it.
            Send · Discard                        or type: broadcast send B1

            ana> broadcast send B1
            B1 · "Rain tomorrow" · going out
            Reached 0 of 1 so far · 1 is on its way
            Stop                                  or type: broadcast stop B1
            [@ben] ana to everyone of console:
            Rain tomorrow
            To pause messages like this: me pause
            [#main] B1 · "Rain tomorrow" · finished
            Reached 1 of 1
            Type: broadcast list

            someone> broadcast everyone Sun tomorrow ack:yes
            B2 · "Sun tomorrow" · draft
            console to everyone of console:
            Sun tomorrow
            This goes to everyone: 2 people besides its author. It goes out when you send it. Everyone is asked to say "Got it".
            Send · Discard                        or type: broadcast send B2

            someone> broadcast send B2
            B2 · "Sun tomorrow" · going out
            Reached 0 of 2 so far · 2 are on their way
            Stop                                  or type: broadcast stop B2
            [@ana] console to everyone of console:
            Sun tomorrow
            Got it                                or type: broadcast ack B2
            [@ben] console to everyone of console:
            Sun tomorrow
            Got it                                or type: broadcast ack B2
            [#main] B2 · "Sun tomorrow" · finished
            Reached 2 of 2
            0 of 2 said "Got it".
            Type: broadcast list
            "#,
        )
        .await;
}

const ZOE: Window = Window::new(Platform::Matrix, "space", "zoe").administrator();
const ANA: Window = Window::new(Platform::Discord, "guild", "ana").administrator();

/// What whoever writes as the place of a window is told.
async fn place_of(world: &mut World, window: Window, text: &str) -> String {
    let mut inbound = world.inbound(window.name, "main".to_owned(), false, Content::Typed(text.to_owned()));
    inbound.room.platform = window.platform;
    window.place.clone_into(&mut inbound.room.place);
    window.place.clone_into(&mut inbound.place_name);
    window.place.clone_into(&mut inbound.author.account);
    inbound.author.standing = Standing::Untold;
    inbound.author.anonymous = true;
    let row = answered(world.app(), &inbound).await;
    crate::reply::plain::render(&row.card)
}

#[tokio::test]
async fn of_several_places_one_decides_nothing() {
    let mut world = World::memory();
    ANA.says(&mut world, "shift add Canvass sat 10am-1pm").await;
    let code = to_type(&ANA.private().says(&mut world, "group link").await, "group link ");
    let shown = place_of(&mut world, ZOE, &code).await;
    assert!(shown.contains("on the word of ana"), "{shown}");
    let waits = place_of(&mut world, ZOE, &format!("{code} yes")).await;
    assert!(waits.starts_with("Now ana has the last word."), "{waits}");
    let own = place_of(&mut world, ANA, "group link confirm").await;
    assert!(own.contains("under their own name"), "{own}");
    assert_eq!(
        ANA.private().is_told(&mut world, "group link confirm").await,
        "\"space\" belongs to the group \"guild\" now: one register, one desk."
    );
    let list = place_of(&mut world, ZOE, "shift list").await;
    assert!(list.contains("S1 · Sat 5 Dec, 10:00–13:00 · Canvass"), "{list}");
    for act in [
        "shift add Phones sun 10am",
        "task add Print flyers",
        "undo",
        "group set name Ours",
        "group role ana member",
        "group audit",
        "poll new Pizza or tacos? pizza, tacos",
    ] {
        for window in [ZOE, ANA] {
            let answer = place_of(&mut world, window, act).await;
            assert!(
                answer.starts_with("People meet in several places of \"guild\", and you write as one of them"),
                "{act}: {answer}"
            );
        }
    }
    let members = ANA.says(&mut world, "group members").await;
    assert!(members.contains("guild · 1 member"), "{members}");
}

//! Edited messages, and taps on cards that are not followed any more.

use super::{Attempted, Handled, Lease};
use crate::clock::Clock;
use crate::delivery::After;
use crate::reply::plain;
use crate::store::{CardCopy, Later, OutboxRow, OutboxState};
use crate::surface::{Address, Content, Inbound, Platform, RoomAddress};
use crate::testing::{World, post};

const NODE: &str = "world";

fn lease(world: &World) -> Lease<'static> {
    Lease {
        owner: NODE,
        until: world.clock().now() + chrono::TimeDelta::minutes(1),
    }
}

/// Somebody types something in the main room, as an edited form of an earlier message where that is named.
fn typed(world: &mut World, text: &str, edits: Option<&str>) -> Inbound {
    let content = Content::Typed(text.to_owned());
    Inbound {
        edits: edits.map(str::to_owned),
        ..world.inbound("ana", "main".to_owned(), false, content)
    }
}

/// What the room is told; `None` where nothing is said.
async fn told(world: &World, inbound: &Inbound) -> Option<String> {
    match world.app().handle(inbound, lease(world)).await.unwrap() {
        Handled::Answered(row) => Some(plain::render(&row.card).lines().next().unwrap().to_owned()),
        Handled::Silent => None,
        Handled::Repeated => panic!("it came once"),
    }
}

async fn is_repeated(world: &World, inbound: &Inbound) -> bool {
    world.app().handle(inbound, lease(world)).await.unwrap() == Handled::Repeated
}

#[tokio::test]
async fn an_edited_message_runs_until_one_of_its_forms_took_effect() {
    let mut world = World::memory();
    world.say("ana", "team list").await;
    let original = typed(&mut world, "team ad North", None);
    let refused = told(&world, &original).await.unwrap();
    assert!(refused.starts_with("I don't know"), "{refused}");
    let edit = |world: &mut World, text: &str| typed(world, text, Some(&original.event));
    let worse = edit(&mut world, "team dd North");
    assert!(told(&world, &worse).await.is_some());
    let right = edit(&mut world, "team add North");
    let added = told(&world, &right).await.unwrap();
    assert!(added.contains("North"), "{added}");
    let late = edit(&mut world, "team add South");
    assert_eq!(told(&world, &late).await, None);
    assert!(is_repeated(&world, &late).await);
    let teams = world.say("ana", "team list").await;
    assert!(teams.contains("North") && !teams.contains("South"), "{teams}");
}

#[tokio::test]
async fn an_edited_form_of_what_took_effect_or_waits_or_never_came_is_done_in_silence() {
    let mut world = World::memory();
    let original = typed(&mut world, "team add North", None);
    assert!(told(&world, &original).await.is_some());
    let waits = typed(&mut world, "team ad East", None);
    let mut unit = world.app().store().begin().await.unwrap();
    unit.receive(&waits).await.unwrap();
    unit.commit().await.unwrap();
    for earlier in [&*original.event, &*waits.event, "never"] {
        let edit = typed(&mut world, "team add South", Some(earlier));
        assert_eq!(told(&world, &edit).await, None);
        assert!(is_repeated(&world, &edit).await);
        let wait = chrono::TimeDelta::seconds(5);
        let edit = typed(&mut world, "team add South", Some(earlier));
        let declined = world.app().decline(&edit, lease(&world), wait).await.unwrap();
        assert_eq!(declined, Handled::Silent);
    }
    let teams = world.say("ana", "team list").await;
    assert!(!teams.contains("South"), "{teams}");
}

#[tokio::test]
async fn whoever_asked_too_much_hears_of_no_time_that_is_too_early() {
    let mut world = World::memory();
    for (seconds, minutes) in [(5, 1), (60, 1), (61, 2)] {
        let asked = typed(&mut world, "team list", None);
        let wait = chrono::TimeDelta::seconds(seconds);
        let declined = world.app().decline(&asked, lease(&world), wait).await.unwrap();
        let Handled::Answered(row) = declined else {
            panic!("{declined:?}")
        };
        let told = plain::render(&row.card);
        assert!(told.contains(&format!("again in {minutes} min;")), "{told}");
    }
}

#[tokio::test]
async fn what_was_declined_or_met_a_fault_may_be_edited() {
    let mut world = World::memory();
    world.say("ana", "team list").await;
    for (n, name) in ["North", "South"].into_iter().enumerate() {
        let original = typed(&mut world, &format!("team add {name}"), None);
        let (app, lease) = (world.app(), lease(&world));
        let ended = if n == 0 {
            app.decline(&original, lease, chrono::TimeDelta::seconds(5)).await
        } else {
            app.apologise(&original, lease, "00000000").await
        };
        assert!(matches!(ended.unwrap(), Handled::Answered(_)));
        let edit = typed(&mut world, &format!("team add {name}"), Some(&original.event));
        let added = told(&world, &edit).await.unwrap();
        assert!(added.contains(name), "{added}");
    }
}

/// The answer to a command is posted and gets that id.
async fn posted(world: &mut World, text: &str, message: &str) {
    let inbound = typed(world, text, None);
    let Handled::Answered(row) = world.app().handle(&inbound, lease(world)).await.unwrap() else {
        panic!("{text} is answered");
    };
    deliver(world, *row, message).await;
}

async fn deliver(world: &World, row: OutboxRow, message: &str) {
    world.app().begin(&[row.id], lease(world)).await.unwrap();
    let attempted = Attempted {
        row,
        after: After::Settled(OutboxState::Delivered),
        receipt: Some(message.to_owned()),
        edits: Some(chrono::TimeDelta::seconds(1)),
    };
    world.app().settle_attempts(NODE, &[attempted]).await.unwrap();
}

async fn stale(world: &World) -> Vec<CardCopy> {
    world.app().stale_cards(Platform::Console, 9).await.unwrap()
}

/// What is stale is edited, at once; the messages.
async fn edited(world: &World) -> Vec<String> {
    let copies = stale(world).await;
    for copy in &copies {
        let now = world.clock().now();
        world.app().card_shown(copy, copy.changes, now).await.unwrap();
    }
    copies.into_iter().map(|copy| copy.message).collect()
}

/// A tap of that command on that message in the main room.
async fn tap(world: &mut World, command: &str, message: &str) -> String {
    let content = Content::Typed(command.to_owned());
    let inbound = Inbound {
        on: Some(message.to_owned()),
        ..world.inbound("ana", "main".to_owned(), false, content)
    };
    told(world, &inbound).await.unwrap()
}

#[tokio::test]
async fn a_tap_on_an_old_card_has_it_followed_again() {
    let mut world = World::memory();
    posted(&mut world, "shift add Canvass sat 10am-1pm needs:2", "m1").await;
    for message in ["m2", "m3", "m4"] {
        posted(&mut world, "shift show S1", message).await;
    }
    world.say("ben", "shift claim S1").await;
    assert_eq!(edited(&world).await, ["m2", "m3", "m4"], "the latest are followed");

    // A tap that is refused, and one on what was never a card.
    assert!(!tap(&mut world, "shift claim S1 driver", "m1").await.is_empty());
    let [copy] = &stale(&world).await[..] else {
        panic!("one card is to be edited");
    };
    assert_eq!(copy.message, "m1");
    let (card, _) = world.app().card_of(copy).await.unwrap().unwrap();
    assert!(plain::render(&card).contains("In: ben"), "as it is today");
    edited(&world).await;
    tap(&mut world, "shift show S1", "m1").await;
    tap(&mut world, "shift show S1", "a notice").await;
    assert_eq!(edited(&world).await, [""; 0], "it is followed already");

    world.say("cleo", "shift claim S1").await;
    assert_eq!(edited(&world).await, ["m3", "m4", "m1"], "as the latest");
}

/// What stands on the last line of the one card that is stale; it is edited.
async fn ways_out(world: &World) -> String {
    let [copy] = &stale(world).await[..] else {
        panic!("one card is to be edited");
    };
    let (card, _) = world.app().card_of(copy).await.unwrap().unwrap();
    edited(world).await;
    plain::render(&card).lines().last().unwrap().to_owned()
}

#[tokio::test]
async fn a_posted_card_follows_the_clock_of_its_shift_and_nobody_is_written_to() {
    let mut world = World::memory();
    world.say("ana", "team list").await;
    posted(&mut world, "shift add Canvass sat 10am-1pm opens:1h", "m1").await;
    let mut sent = world.advance_to("2026-12-05 08:59").await;
    assert_eq!(edited(&world).await, [""; 0]);

    sent.extend(world.advance_to("2026-12-05 09:00").await);
    assert!(ways_out(&world).await.starts_with("Claim · "), "sign-up is open");
    sent.extend(world.sleep_through("45m").await);
    assert!(
        ways_out(&world).await.starts_with("I'm here · Claim · "),
        "check-in is open"
    );
    sent.extend(world.advance_to("2026-12-05 13:00").await);
    assert_eq!(ways_out(&world).await, "0 in", "it is over");
    assert_eq!(sent, [""; 0]);
}

#[tokio::test]
async fn a_moved_shift_has_its_cards_follow_the_new_clock_and_a_cancelled_one_none() {
    let mut world = World::memory();
    posted(&mut world, "shift add Canvass sat 10am-1pm", "m1").await;
    world.say("ana", "shift move S1 sat 2pm-5pm").await;
    assert_eq!(edited(&world).await, ["m1"]);
    world.advance_to("2026-12-05 13:00").await;
    assert_eq!(edited(&world).await, [""; 0]);
    world.advance_to("2026-12-05 13:45").await;
    assert!(ways_out(&world).await.starts_with("I'm here · "));
    world.say("ana", "shift cancel S1").await;
    edited(&world).await;
    world.advance_to("2026-12-06 10:00").await;
    assert_eq!(edited(&world).await, [""; 0]);
}

#[tokio::test]
async fn a_message_that_finds_its_place_moved_takes_the_place_along() {
    let mut world = World::memory();
    let asked = typed(&mut world, "team list", None);
    let Handled::Answered(row) = world.app().handle(&asked, lease(&world)).await.unwrap() else {
        panic!("it is answered");
    };
    world.app().begin(&[row.id], lease(&world)).await.unwrap();
    let now = world.clock().now();
    let room = RoomAddress {
        place: "super".to_owned(),
        room: "hall".to_owned(),
        ..asked.room.clone()
    };
    let later = Later {
        not_before: now,
        counts: false,
        doubtful_since: None,
    };
    let attempted = Attempted {
        row: *row,
        after: After::AgainAt(room.clone(), later),
        receipt: None,
        edits: None,
    };
    world.app().settle_attempts(NODE, &[attempted]).await.unwrap();
    let mut unit = world.app().store().begin().await.unwrap();
    let found = unit.place(Platform::Console, "super").await.unwrap().unwrap();
    assert_eq!(unit.place(Platform::Console, &asked.room.place).await.unwrap(), None);
    let members = unit.members(found.group).await.unwrap();
    let membership = unit.membership(found.group, members[0].person).await.unwrap().unwrap();
    assert_eq!(membership.room.place, "super");
    let again = post::lease(&mut *unit, NODE, now, now, 9).await.unwrap();
    let to = Address::Room {
        room,
        only_for: None,
        answers: None,
    };
    assert_eq!(again.into_iter().map(|row| row.to).collect::<Vec<_>>(), [to]);
}

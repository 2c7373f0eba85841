//! What every store does when a place goes by another id.

use std::sync::Arc;

use super::broadcasts::broadcast;
use super::fixtures::{at, begin, group, id, membership, person, read, ward};
use super::inbox::event;
use super::outbox::message;
use super::polls::poll;
use super::reminders::reminder;
use crate::ids::{CopyId, GroupId, Kind, OutboxId, Reference};
use crate::people::{Group, Membership, Place, Role};
use crate::reminder::{Audience, Reminder};
use crate::store::{CardCopy, Ended, Kept, OutboxRow, OutboxState, Received, Store, UnitOfWork};
use crate::surface::{Address, Inbound, Platform, RoomAddress};
use crate::testing::post;

const OLD: &str = "-é7";
const NEW: &str = "-1007";

fn place(name: &str, group: &Group) -> Place {
    Place {
        platform: Platform::Console,
        place: name.to_owned(),
        group: group.id,
        name: format!("{name} of ours"),
    }
}

fn room(place: &str, room: &str) -> RoomAddress {
    RoomAddress {
        platform: Platform::Console,
        place: place.to_owned(),
        room: room.to_owned(),
        private: false,
    }
}

async fn move_it(store: &Arc<dyn Store>) {
    let mut unit = begin(store).await;
    unit.move_place(Platform::Console, OLD, NEW, at(5)).await.unwrap();
    unit.commit().await.unwrap();
}

async fn place_of(unit: &mut dyn UnitOfWork, name: &str) -> Option<GroupId> {
    let place = unit.place(Platform::Console, name).await.unwrap();
    place.map(|place| place.group)
}

fn to(n: u128, room: RoomAddress) -> OutboxRow {
    OutboxRow {
        to: Address::Room {
            room,
            only_for: Some("ana".to_owned()),
            answers: Some("5".to_owned()),
        },
        ..message(n, 0)
    }
}

fn for_room(group: &Group, n: u32, room: RoomAddress) -> Reminder {
    Reminder {
        audience: Audience::Room(room),
        ..reminder(group, n)
    }
}

/// What a group keeps of the place follows it: the place, where members acted, and the rooms of reminders, polls and
/// broadcasts. The place's own room and its topics go by the new id. A second move changes nothing.
pub async fn what_a_group_keeps_follows_its_place(store: Arc<dyn Store>) {
    let ward = ward(&store).await;
    let topic = format!("{OLD}/9");
    let lookalike = format!("{OLD}9");
    let mut unit = begin(&store).await;
    unit.save_place(&place(OLD, &ward)).await.unwrap();
    unit.save_place(&place("elsewhere", &ward)).await.unwrap();
    let acted = |n, name, room| Membership {
        room,
        ..membership(&ward, &person(n, name), Role::Member, 1)
    };
    for (n, name, acted_in) in [
        (1, "Ana", room(OLD, OLD)),
        (2, "Ben", room(OLD, &topic)),
        (3, "Cleo", room("elsewhere", &topic)),
    ] {
        unit.save_membership(&acted(n, name, acted_in)).await.unwrap();
    }
    unit.save_reminder(&for_room(&ward, 1, room(OLD, &topic)))
        .await
        .unwrap();
    unit.save_reminder(&for_room(&ward, 2, room(OLD, &lookalike)))
        .await
        .unwrap();
    unit.save_reminder(&reminder(&ward, 3)).await.unwrap();
    let mut asked = poll(ward.id, 4);
    asked.room = room(OLD, "main");
    unit.save_poll(&asked).await.unwrap();
    let mut told = broadcast(ward.id, 5);
    told.room = Some(room(OLD, OLD));
    unit.save_broadcast(&told).await.unwrap();
    unit.commit().await.unwrap();

    for _ in 0..2 {
        move_it(&store).await;
        let mut unit = read(&store).await;
        let moved = Place {
            name: format!("{OLD} of ours"),
            ..place(NEW, &ward)
        };
        assert_eq!(
            unit.places_of(ward.id).await.unwrap(),
            [moved, place("elsewhere", &ward)]
        );
        let topic_there = format!("{NEW}/9");
        for (n, acted_in) in [
            (1, room(NEW, NEW)),
            (2, room(NEW, &topic_there)),
            (3, room("elsewhere", &topic)),
        ] {
            let membership = unit.membership(ward.id, person(n, "").id).await.unwrap().unwrap();
            assert_eq!(membership.room, acted_in);
        }
        for (n, audience) in [
            (1, Audience::Room(room(NEW, &topic_there))),
            (2, Audience::Room(room(NEW, &lookalike))),
            (3, Audience::Creator),
        ] {
            let reminder = unit.reminder_by_number(ward.id, n).await.unwrap().unwrap();
            assert_eq!(reminder.audience, audience);
        }
        let asked = unit.poll_by_number(ward.id, 4).await.unwrap().unwrap();
        assert_eq!(asked.room, room(NEW, "main"));
        let told = unit.broadcast_by_number(ward.id, 5).await.unwrap().unwrap();
        assert_eq!(told.room, Some(room(NEW, NEW)));
    }
}

/// Where the new place was seen before the move and belongs to a group of its own, the older link wins. Nothing is lost:
/// that group stays, and what it keeps of the place.
pub async fn of_two_links_the_older_one_wins(store: Arc<dyn Store>) {
    let (ward, newer) = (ward(&store).await, group(101));
    let mut unit = begin(&store).await;
    unit.save_group(&newer).await.unwrap();
    unit.save_place(&place(OLD, &ward)).await.unwrap();
    unit.save_place(&place(NEW, &newer)).await.unwrap();
    let there = Membership {
        room: room(NEW, NEW),
        ..membership(&newer, &person(1, "Ana"), Role::Organizer, 1)
    };
    unit.save_membership(&there).await.unwrap();
    unit.commit().await.unwrap();

    move_it(&store).await;
    let mut unit = read(&store).await;
    assert_eq!(place_of(&mut *unit, OLD).await, None);
    assert_eq!(place_of(&mut *unit, NEW).await, Some(ward.id));
    assert_eq!(unit.places_of(newer.id).await.unwrap(), []);
    assert_eq!(unit.membership(newer.id, person(1, "").id).await.unwrap(), Some(there));
}

/// A place that belonged to nobody takes no link away; what still stands for it goes to the group of the new one.
pub async fn a_place_without_a_group_takes_no_link_away(store: Arc<dyn Store>) {
    let ward = ward(&store).await;
    let mut unit = begin(&store).await;
    unit.save_place(&place(NEW, &ward)).await.unwrap();
    let late = Membership {
        room: room(OLD, OLD),
        ..membership(&ward, &person(1, "Ana"), Role::Organizer, 1)
    };
    unit.save_membership(&late).await.unwrap();
    unit.move_place(Platform::Console, NEW, NEW, at(5)).await.unwrap();
    unit.commit().await.unwrap();

    move_it(&store).await;
    let mut unit = read(&store).await;
    assert_eq!(place_of(&mut *unit, NEW).await, Some(ward.id));
    let membership = unit.membership(ward.id, person(1, "").id).await.unwrap().unwrap();
    assert_eq!(membership.room, room(NEW, NEW));
}

/// Messages on their way out follow and answer nothing any more; what is settled rests. Cards in the old place are
/// forgotten.
pub async fn messages_follow_a_place_and_cards_stay_behind(store: Arc<dyn Store>) {
    let ward = ward(&store).await;
    let topic = format!("{OLD}/9");
    let mut unit = begin(&store).await;
    unit.save_place(&place(OLD, &ward)).await.unwrap();
    for row in [to(1, room(OLD, OLD)), to(2, room(OLD, &topic)), to(3, room("b", OLD))] {
        unit.enqueue(&row).await.unwrap();
    }
    post::lease(&mut *unit, "a", at(1), at(9), 1).await.unwrap();
    let settled = unit.settle_sending(OutboxId(id(1)), "a", OutboxState::Delivered, at(1));
    assert!(settled.await.unwrap());
    for (n, place) in [(1, OLD), (2, "elsewhere")] {
        let copy = CardCopy {
            id: CopyId(id(n)),
            group: ward.id,
            reference: Reference::new(Kind::Shift, 12),
            room: room(place, place),
            message: "5".to_owned(),
            changes: 1,
            shown: 0,
            not_before: at(1),
        };
        let kept = Kept { followed: 3, known: 5 };
        unit.remember_card(&copy, kept).await.unwrap();
    }
    unit.commit().await.unwrap();

    move_it(&store).await;
    let mut unit = begin(&store).await;
    let rows = post::lease(&mut *unit, "a", at(1), at(9), 9).await.unwrap();
    let moved = Address::Room {
        room: room(NEW, &format!("{NEW}/9")),
        only_for: Some("ana".to_owned()),
        answers: None,
    };
    let addresses: Vec<_> = rows.into_iter().map(|row| row.to).collect();
    assert_eq!(addresses, [moved, to(3, room("b", OLD)).to]);
    let stale = unit.stale_cards(Platform::Console, at(9), 9).await.unwrap();
    let places: Vec<_> = stale.into_iter().map(|copy| copy.room.place).collect();
    assert_eq!(places, ["elsewhere"]);
}

/// An event that waits follows in its order, and is another one there: the new place may count its messages alike. In the
/// old place it is done, so that it is known again. What was done stays.
pub async fn waiting_events_follow_a_place(store: Arc<dyn Store>) {
    let [done, first, second] = ["1", "2", "3"].map(|id| event(room(OLD, &format!("{OLD}/9")), id));
    let first = Inbound {
        on: Some("99".to_owned()),
        ..first
    };
    let mut there = event(room(NEW, &format!("{NEW}/9")), "2");
    let mut unit = begin(&store).await;
    for inbound in [&done, &first, &there, &second] {
        unit.receive(inbound).await.unwrap();
    }
    unit.finish(&done, Ended::Refused, at(2)).await.unwrap();
    unit.count_try(&first).await.unwrap();
    unit.commit().await.unwrap();

    move_it(&store).await;
    move_it(&store).await;
    let mut unit = begin(&store).await;
    let followed = |id: &str| event(there.room.clone(), &format!("{OLD}/{id}"));
    let waiting = unit.waiting(Platform::Console, None, 9).await.unwrap();
    let found: Vec<_> = waiting.iter().map(|event| event.inbound.clone()).collect();
    assert_eq!(found, [followed("2"), there.clone(), followed("3")]);
    assert_eq!(waiting[0].tries, 1);
    for inbound in [&done, &first, &second] {
        assert_eq!(unit.receive(inbound).await.unwrap(), Received::Done);
    }
    assert!(unit.was_refused_for_update(&done.room, "1").await.unwrap());
    unit.finish(&followed("2"), Ended::TookEffect, at(6)).await.unwrap();
    "1".clone_into(&mut there.event);
    assert_eq!(
        unit.receive(&there).await.unwrap(),
        Received::New,
        "a message of its own"
    );
}

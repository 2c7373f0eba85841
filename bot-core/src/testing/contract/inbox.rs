//! What every store does with accepted events.

use std::sync::Arc;

use super::fixtures::{at, begin, read, room};
use crate::store::{Ended, Received, Store, StoreError, UnitOfWork, Waiting};
use crate::surface::{Author, Content, Inbound, Platform, RoomAddress, Standing};

pub(super) fn event(room: RoomAddress, event: &str) -> Inbound {
    Inbound {
        event: event.to_owned(),
        room,
        place_name: "Ward 3".to_owned(),
        author: Author::new("ana", "Ana \"the\" first\u{202e}", Standing::Administrator),
        content: Content::Typed("shift claim S1\nnow".to_owned()),
        on: None,
        edits: None,
        answer_by: None,
        prefix: None,
        said_at: None,
        unseen: false,
        received_at: at(1),
    }
}

/// The events that wait at the console, in the order they came.
async fn waiting(unit: &mut dyn UnitOfWork, limit: u32) -> Vec<Inbound> {
    let events = unit.waiting(Platform::Console, None, limit).await.unwrap();
    events.into_iter().map(|event| event.inbound).collect()
}

/// New, then waiting, then done for ever: a redelivery never acts twice.
pub async fn an_event_takes_effect_once(store: Arc<dyn Store>) {
    let inbound = event(room("main"), "1");
    let mut unit = begin(&store).await;
    assert_eq!(unit.inbox_state_for_update(&inbound).await.unwrap(), None);
    assert_eq!(unit.receive(&inbound).await.unwrap(), Received::New);
    assert_eq!(unit.receive(&inbound).await.unwrap(), Received::Waiting);
    unit.commit().await.unwrap();

    let mut unit = begin(&store).await;
    assert_eq!(
        unit.inbox_state_for_update(&inbound).await.unwrap(),
        Some(Received::Waiting)
    );
    unit.finish(&inbound, Ended::TookEffect, at(2)).await.unwrap();
    unit.commit().await.unwrap();

    let mut unit = begin(&store).await;
    assert_eq!(
        unit.inbox_state_for_update(&inbound).await.unwrap(),
        Some(Received::Done)
    );
    assert_eq!(unit.receive(&inbound).await.unwrap(), Received::Done);
    assert_eq!(waiting(&mut *unit, 10).await, []);
}

/// Only what waits can be finished.
pub async fn finishing_twice_is_an_error(store: Arc<dyn Store>) {
    let inbound = event(room("main"), "1");
    let mut unit = begin(&store).await;
    let never_came = unit.finish(&inbound, Ended::TookEffect, at(2)).await;
    assert!(matches!(never_came, Err(StoreError::WrongCount { table: "inbox", .. })));
    unit.receive(&inbound).await.unwrap();
    unit.finish(&inbound, Ended::TookEffect, at(2)).await.unwrap();
    let done_already = unit.finish(&inbound, Ended::TookEffect, at(3)).await;
    assert!(matches!(
        done_already,
        Err(StoreError::WrongCount { table: "inbox", .. })
    ));
}

/// What waits comes back whole, in the order it came, and no more than asked for.
pub async fn waiting_events_come_in_order(store: Arc<dyn Store>) {
    let events = [("main", "9"), ("kitchen", "1"), ("main", "10"), ("attic", "5")];
    let events = events.map(|(name, id)| event(room(name), id));
    for inbound in &events {
        let mut unit = begin(&store).await;
        unit.receive(inbound).await.unwrap();
        unit.commit().await.unwrap();
    }
    let mut unit = begin(&store).await;
    unit.finish(&events[1], Ended::TookEffect, at(2)).await.unwrap();
    unit.receive(&events[0]).await.unwrap();
    unit.commit().await.unwrap();
    let still = [&events[0], &events[2], &events[3]].map(Clone::clone);
    let mut unit = read(&store).await;
    assert_eq!(waiting(&mut *unit, 10).await, still);
    assert_eq!(waiting(&mut *unit, 2).await, still[..2]);
}

/// The same id in another room is another event.
pub async fn an_event_is_known_by_its_room(store: Arc<dyn Store>) {
    let private = RoomAddress {
        private: true,
        ..room("main")
    };
    let mut unit = begin(&store).await;
    for room in [room("main"), room("kitchen"), private] {
        assert_eq!(unit.receive(&event(room, "1")).await.unwrap(), Received::New);
    }
}

/// What was done before an instant is forgotten, and counted; what waits is kept, however long.
pub async fn events_done_long_ago_are_forgotten(store: Arc<dyn Store>) {
    let [long_ago, lately, waiting] = ["1", "2", "3"].map(|id| event(room("main"), id));
    let mut unit = begin(&store).await;
    for inbound in [&long_ago, &lately, &waiting] {
        unit.receive(inbound).await.unwrap();
    }
    unit.finish(&long_ago, Ended::TookEffect, at(4)).await.unwrap();
    unit.finish(&lately, Ended::TookEffect, at(5)).await.unwrap();
    assert_eq!(unit.forget_done(at(5)).await.unwrap(), 1);
    assert_eq!(unit.forget_done(at(5)).await.unwrap(), 0);
    unit.commit().await.unwrap();

    let mut unit = begin(&store).await;
    assert_eq!(unit.inbox_state_for_update(&long_ago).await.unwrap(), None);
    assert_eq!(
        unit.inbox_state_for_update(&lately).await.unwrap(),
        Some(Received::Done)
    );
    assert_eq!(unit.forget_done(at(99)).await.unwrap(), 1);
    unit.receive(&long_ago).await.unwrap();
    assert_eq!(self::waiting(&mut *unit, 10).await, [waiting, long_ago]);
}

/// Each platform's events are found on their own, from behind the last that was seen.
pub async fn waiting_events_are_found_by_platform(store: Arc<dyn Store>) {
    let elsewhere = RoomAddress {
        platform: Platform::Matrix,
        ..room("main")
    };
    let mut unit = begin(&store).await;
    for (room, id) in [(room("main"), "1"), (elsewhere, "2"), (room("main"), "3")] {
        unit.receive(&event(room, id)).await.unwrap();
    }
    assert_eq!(unit.inbox_depth().await.unwrap(), 3);
    let main = unit.waiting_in(&room("main"), 9).await.unwrap();
    assert_eq!(main, [event(room("main"), "1"), event(room("main"), "3")]);
    assert_eq!(unit.waiting_in(&room("main"), 1).await.unwrap(), main[..1]);
    let there = unit.waiting(Platform::Matrix, None, 9).await.unwrap();
    assert_eq!(there.len(), 1);
    let here = unit.waiting(Platform::Console, None, 9).await.unwrap();
    let behind = unit.waiting(Platform::Console, Some(here[0].came), 9).await.unwrap();
    assert_eq!(behind, here[1..]);
    unit.finish(&here[0].inbound, Ended::TookEffect, at(2)).await.unwrap();
    assert_eq!(unit.inbox_depth().await.unwrap(), 2);
}

/// An edited form of an event may take effect while nothing did: of one that was refused, until an edited form took effect.
pub async fn what_was_refused_may_be_edited(store: Arc<dyn Store>) {
    let [refused, done, waits] = ["1", "2", "3"].map(|id| event(room("main"), id));
    let mut unit = begin(&store).await;
    for inbound in [&refused, &done, &waits] {
        unit.receive(inbound).await.unwrap();
    }
    unit.finish(&refused, Ended::Refused, at(2)).await.unwrap();
    unit.finish(&done, Ended::TookEffect, at(2)).await.unwrap();
    unit.commit().await.unwrap();
    let may_be = async |name: &str, event: &str| {
        let mut unit = begin(&store).await;
        unit.was_refused_for_update(&room(name), event).await.unwrap()
    };
    assert!(may_be("main", "1").await);
    assert!(!may_be("main", "2").await);
    assert!(!may_be("main", "3").await);
    assert!(!may_be("main", "4").await, "it never came");
    assert!(!may_be("kitchen", "1").await, "it came elsewhere");

    let mut unit = begin(&store).await;
    unit.edit_took_effect(&room("main"), "1").await.unwrap();
    unit.edit_took_effect(&room("main"), "4").await.unwrap();
    unit.commit().await.unwrap();
    assert!(!may_be("main", "1").await);
}

/// How often an event was taken up again is counted while it waits.
pub async fn tries_are_counted(store: Arc<dyn Store>) {
    let inbound = event(room("main"), "1");
    let mut unit = begin(&store).await;
    let never_came = unit.count_try(&inbound).await;
    assert!(matches!(never_came, Err(StoreError::WrongCount { table: "inbox", .. })));
    unit.receive(&inbound).await.unwrap();
    assert_eq!(unit.count_try(&inbound).await.unwrap(), 1);
    assert_eq!(unit.count_try(&inbound).await.unwrap(), 2);
    let [Waiting { tries, .. }] = &unit.waiting(Platform::Console, None, 9).await.unwrap()[..] else {
        panic!("one waits");
    };
    assert_eq!(*tries, 2);
}

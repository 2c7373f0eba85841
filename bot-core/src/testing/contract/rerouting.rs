//! Messages that go to another address before they are sent, or nowhere.

use std::sync::Arc;

use super::fixtures::{at, begin, id, read, room, ward};
use super::outbox::{enqueue, failed, held, lease, message, until};
use crate::ids::{GroupId, Kind, OutboxId, PersonId, Reference};
use crate::store::{Depth, Lease, OutboxKind, OutboxRow, OutboxState, Store};
use crate::surface::{Address, Platform, RoomAddress};
use crate::testing::post;

/// What waits for a room that moved goes to its new address; what was settled stays as it was.
pub async fn messages_follow_a_room(store: Arc<dyn Store>) {
    let elsewhere = OutboxRow {
        to: Address::Room {
            room: room("kitchen"),
            only_for: None,
            answers: None,
        },
        ..message(2, 0)
    };
    enqueue(&store, &[message(1, 0), elsewhere, message(3, 0)]).await;
    let mut unit = begin(&store).await;
    post::lease(&mut *unit, "a", at(1), at(9), 1).await.unwrap();
    let settled = unit.settle_sending(OutboxId(id(1)), "a", OutboxState::Delivered, at(1));
    assert!(settled.await.unwrap());
    let moved = RoomAddress {
        place: "a larger place".to_owned(),
        ..room("hall")
    };
    assert_eq!(unit.readdress(&room("main"), &moved).await.unwrap(), 1);
    let rooms = post::lease(&mut *unit, "a", at(1), at(9), 9).await.unwrap();
    let rooms = rooms.into_iter().map(|row| match row.to {
        Address::Room { room, .. } => room,
        Address::Account { .. } => panic!("all are for rooms"),
    });
    assert_eq!(rooms.collect::<Vec<_>>(), [room("kitchen"), moved]);
}

/// A broadcast is stopped: what no attempt was made to send is taken away, what may have been delivered is not.
pub async fn a_broadcast_is_withdrawn(store: Arc<dyn Store>) {
    ward(&store).await;
    let (group, broadcast) = (GroupId(id(1)), Reference::new(Kind::Shift, 6));
    let copy = |n: u128, about: Reference| OutboxRow {
        kind: OutboxKind::Broadcast,
        person: Some(PersonId(id(n))),
        about: Some((group, about.into())),
        ..message(n, 0)
    };
    let other = Reference::new(Kind::Shift, 7);
    let not_a_copy = OutboxRow {
        about: Some((group, broadcast.into())),
        ..message(4, 0)
    };
    enqueue(&store, &[copy(2, broadcast), copy(3, broadcast), not_a_copy]).await;
    let mut unit = begin(&store).await;
    let mut theirs = copy(3, other);
    (theirs.id, theirs.key) = (OutboxId(id(5)), "another".to_owned());
    unit.enqueue(&theirs).await.unwrap();
    post::lease(&mut *unit, "a", at(1), at(9), 9).await.unwrap();
    assert!(unit.begin_sending(OutboxId(id(3)), until("a"), at(1)).await.unwrap());
    let withdrawn = unit.withdraw(group, broadcast).await.unwrap();
    assert_eq!(withdrawn, [PersonId(id(2))]);
    assert!(!unit.begin_sending(OutboxId(id(2)), until("a"), at(1)).await.unwrap());
    let depth = |kind, messages| Depth {
        platform: Platform::Console,
        kind,
        messages,
    };
    let left = [depth(OutboxKind::Notice, 1), depth(OutboxKind::Broadcast, 2)];
    assert_eq!(unit.outbox_depth().await.unwrap(), left);
}

/// A personal message follows the person into whom its reader is merged.
pub async fn a_reassigned_message_follows(store: Arc<dyn Store>) {
    ward(&store).await;
    let personal = OutboxRow {
        person: Some(PersonId(id(2))),
        ..message(1, 0)
    };
    enqueue(&store, &[personal, message(2, 0)]).await;
    let mut unit = begin(&store).await;
    unit.reassign_outbox(PersonId(id(2)), PersonId(id(3))).await.unwrap();
    let readers: Vec<_> = post::lease(&mut *unit, "a", at(1), at(2), 9)
        .await
        .unwrap()
        .iter()
        .map(|row| row.person)
        .collect();
    assert_eq!(readers, [Some(PersonId(id(3))), None]);
}

/// What one account refused goes to another as if it was new, and remembers whom it was for until it is settled.
pub async fn a_refused_message_goes_to_another_account(store: Arc<dyn Store>) {
    let id = OutboxId(id(1));
    let first = (Platform::Console, "ben".to_owned());
    let next = (Platform::Matrix, "@ben:example.org".to_owned());
    let personal = OutboxRow {
        to: Address::Account {
            platform: first.0,
            account: first.1.clone(),
        },
        ..message(1, 0)
    };
    enqueue(&store, std::slice::from_ref(&personal)).await;
    lease(&store, "a", at(1), at(9), 9).await;
    let mut unit = begin(&store).await;
    assert!(unit.begin_sending(id, until("a"), at(1)).await.unwrap());
    assert_eq!(unit.tried(id).await.unwrap(), []);
    let tried = [first];
    assert!(!unit.redirect(id, "b", &next, &tried, at(2)).await.unwrap());
    assert!(unit.redirect(id, "a", &next, &tried, at(2)).await.unwrap());
    assert!(
        !unit.redirect(id, "a", &next, &tried, at(2)).await.unwrap(),
        "nobody holds it now"
    );
    unit.commit().await.unwrap();
    assert_eq!(lease(&store, "a", at(1), at(9), 9).await, []);

    let redirected = OutboxRow {
        to: Address::Account {
            platform: next.0,
            account: next.1,
        },
        not_before: at(2),
        ..personal
    };
    let wanted = held(&redirected, "b", at(9), OutboxState::Leased, 0);
    assert_eq!(lease(&store, "b", at(2), at(9), 9).await, [wanted]);
    let mut unit = begin(&store).await;
    assert_eq!(unit.tried(id).await.unwrap(), tried);
    assert!(
        unit.settle_sending(id, "b", OutboxState::Delivered, at(3))
            .await
            .unwrap()
    );
    assert_eq!(unit.tried(id).await.unwrap(), []);
    unit.commit().await.unwrap();
}

/// Personal messages that wait too long are released; what is tried again, what may go already and others' stay.
pub async fn held_messages_are_released(store: Arc<dyn Store>) {
    ward(&store).await;
    let to = |n, person, minutes| OutboxRow {
        person: Some(PersonId(id(person))),
        ..message(n, minutes)
    };
    let put_off = to(1, 1, 0);
    let waiting = [to(2, 1, 60), to(3, 1, 5), to(4, 2, 60), message(5, 60)];
    enqueue(&store, std::slice::from_ref(&put_off)).await;
    lease(&store, "node", at(0), at(1), 10).await;
    let mut unit = begin(&store).await;
    let hold = Lease {
        owner: "node",
        until: at(1),
    };
    assert!(unit.begin_sending(put_off.id, hold, at(0)).await.unwrap());
    assert!(unit.postpone(put_off.id, "node", failed(60)).await.unwrap());
    unit.commit().await.unwrap();
    enqueue(&store, &waiting).await;

    let mut unit = begin(&store).await;
    assert_eq!(unit.release_held_messages(PersonId(id(1)), at(9)).await.unwrap(), 1);
    unit.commit().await.unwrap();
    let went = |rows: Vec<OutboxRow>| rows.into_iter().map(|row| row.id).collect::<Vec<_>>();
    assert_eq!(went(lease(&store, "node", at(8), at(100), 10).await), [waiting[1].id]);
    let released = lease(&store, "node", at(9), at(100), 10).await;
    assert_eq!(released[0].not_before, at(9));
    assert_eq!(went(released), [waiting[0].id]);
    let next = read(&store).await.next_sending(Platform::Console).await.unwrap();
    assert_eq!(next, Some(at(60)));
}

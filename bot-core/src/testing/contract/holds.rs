//! Who holds a message while it is sent.

use std::sync::Arc;

use super::fixtures::{at, begin, id, read};
use super::outbox::{enqueue, failed, held, lease, message, until};
use crate::ids::OutboxId;
use crate::store::{OutboxKind, OutboxRow, OutboxState, Store};
use crate::surface::Platform;
use crate::testing::post::{self, next_sending};

/// Each kind is taken on its own, what may go longest first; what may not go yet stays.
pub async fn messages_are_leased_in_order(store: Arc<dyn Store>) {
    let of_kind = |n, kind, minutes| OutboxRow {
        kind,
        ..message(n, minutes)
    };
    let wanted = [
        of_kind(6, OutboxKind::Answer, 4),
        of_kind(5, OutboxKind::Reminder, 3),
        of_kind(9, OutboxKind::Notice, 1),
        of_kind(1, OutboxKind::Notice, 2),
        of_kind(2, OutboxKind::Notice, 2),
    ];
    let mut shuffled = wanted.clone();
    shuffled.reverse();
    enqueue(&store, &shuffled).await;
    enqueue(&store, &[of_kind(7, OutboxKind::Answer, 6)]).await;

    let ids = |rows: &[OutboxRow]| rows.iter().map(|row| row.id).collect::<Vec<_>>();
    assert_eq!(next_sending(&mut *read(&store).await).await.unwrap(), Some(at(1)));
    assert_eq!(ids(&lease(&store, "a", at(5), at(8), 2).await), ids(&wanted[..2]));
    assert_eq!(ids(&lease(&store, "a", at(5), at(8), 9).await), ids(&wanted[2..]));
    assert_eq!(lease(&store, "a", at(5), at(8), 9).await, []);
    assert_eq!(next_sending(&mut *read(&store).await).await.unwrap(), Some(at(6)));
}

/// A hold that ended passes to whoever comes next; an attempt that was cut off shows.
pub async fn an_ended_hold_passes_on(store: Arc<dyn Store>) {
    let row = message(1, 0);
    enqueue(&store, std::slice::from_ref(&row)).await;
    lease(&store, "a", at(1), at(5), 9).await;
    assert_eq!(lease(&store, "b", at(4), at(9), 9).await, []);
    assert_eq!(next_sending(&mut *read(&store).await).await.unwrap(), Some(at(5)));
    let passed = lease(&store, "b", at(5), at(9), 9).await;
    assert_eq!(passed, [held(&row, "b", at(9), OutboxState::Leased, 0)]);

    let mut unit = begin(&store).await;
    assert!(unit.begin_sending(row.id, until("b"), at(1)).await.unwrap());
    unit.commit().await.unwrap();
    let cut_off = OutboxRow {
        doubtful_since: Some(at(1)),
        ..held(&row, "c", at(12), OutboxState::Leased, 1)
    };
    assert_eq!(lease(&store, "c", at(9), at(12), 9).await, [cut_off]);
}

/// Only who holds a message sends, settles or postpones it.
pub async fn whoever_lost_the_hold_is_refused(store: Arc<dyn Store>) {
    let id = message(1, 0).id;
    enqueue(&store, &[message(1, 0)]).await;
    let mut unit = begin(&store).await;
    assert!(!unit.begin_sending(id, until("a"), at(1)).await.unwrap());
    post::lease(&mut *unit, "a", at(1), at(5), 9).await.unwrap();
    post::lease(&mut *unit, "b", at(5), at(9), 9).await.unwrap();
    assert!(!unit.begin_sending(id, until("a"), at(1)).await.unwrap());
    assert!(!unit.settle_sending(id, "a", OutboxState::Unknown, at(6)).await.unwrap());
    assert!(!unit.postpone(id, "a", failed(7)).await.unwrap());
    assert!(unit.begin_sending(id, until("b"), at(1)).await.unwrap());
    assert!(
        !unit.begin_sending(id, until("b"), at(1)).await.unwrap(),
        "twice at once"
    );
    assert!(
        unit.settle_sending(id, "b", OutboxState::Delivered, at(6))
            .await
            .unwrap()
    );
    assert!(!unit.settle_sending(id, "b", OutboxState::Unknown, at(6)).await.unwrap());
    assert!(!unit.begin_sending(id, until("b"), at(1)).await.unwrap());
}

/// A node that starts ends the holds of those before it, not its own.
pub async fn taking_over_ends_the_holds_of_others(store: Arc<dyn Store>) {
    let answer = held(&message(1, 0), "a", at(50), OutboxState::Leased, 0);
    enqueue(&store, &[answer, message(2, 0), message(3, 0)]).await;
    lease(&store, "b", at(1), at(50), 1).await;
    let mut unit = begin(&store).await;
    assert_eq!(unit.take_over(Platform::Console, "b", at(2)).await.unwrap(), 1);
    assert_eq!(unit.take_over(Platform::Console, "b", at(2)).await.unwrap(), 0);
    unit.commit().await.unwrap();
    let taken: Vec<_> = lease(&store, "b", at(2), at(50), 9)
        .await
        .iter()
        .map(|row| row.id)
        .collect();
    assert_eq!(taken, [OutboxId(id(1)), OutboxId(id(3))]);
}

/// What was taken and not begun can be put back; what was begun cannot.
pub async fn what_was_not_begun_is_put_back(store: Arc<dyn Store>) {
    enqueue(&store, &[message(1, 0), message(2, 0)]).await;
    let [one, two] = [1, 2].map(|n| OutboxId(id(n)));
    lease(&store, "a", at(1), at(9), 9).await;
    let mut unit = begin(&store).await;
    assert!(unit.begin_sending(two, until("a"), at(1)).await.unwrap());
    assert!(!unit.put_back(two, "a", at(4)).await.unwrap());
    assert!(!unit.put_back(one, "b", at(4)).await.unwrap());
    assert!(unit.put_back(one, "a", at(4)).await.unwrap());
    assert!(!unit.put_back(one, "a", at(4)).await.unwrap());
    unit.commit().await.unwrap();
    assert_eq!(lease(&store, "b", at(3), at(9), 9).await, []);
    assert_eq!(lease(&store, "b", at(4), at(9), 9).await[0].id, one);
}

/// A node that stops gives back what it holds, also what it had begun to send.
pub async fn a_node_that_stops_gives_back(store: Arc<dyn Store>) {
    enqueue(&store, &[message(1, 0), message(2, 0), message(3, 0)]).await;
    lease(&store, "a", at(1), at(9), 2).await;
    lease(&store, "b", at(1), at(9), 1).await;
    let mut unit = begin(&store).await;
    unit.begin_sending(OutboxId(id(1)), until("a"), at(1)).await.unwrap();
    assert_eq!(unit.hand_back("a", at(2)).await.unwrap(), 2);
    unit.commit().await.unwrap();
    let taken = lease(&store, "c", at(2), at(9), 9).await;
    let doubts: Vec<_> = taken.iter().map(|row| (row.id, row.doubtful_since)).collect();
    assert_eq!(doubts, [(OutboxId(id(1)), Some(at(1))), (OutboxId(id(2)), None)]);
}

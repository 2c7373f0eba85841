//! What every store does with messages on their way out; `holds` and `rerouting` say more of them.

use std::sync::Arc;

use super::fixtures::{at, begin, id, read, room, ward};
use crate::clock::Instant;
use crate::ids::{GroupId, Kind, OutboxId, PersonId, Reference};
use crate::locale::Language;
use crate::reply::{Block, Card, Line, Span};
use crate::store::{Later, Lease, OutboxKind, OutboxRow, OutboxState, Sent, Store};
use crate::surface::{Address, Platform, Refusal};
use crate::testing::post::{self, next_sending};

/// The `n`th message, a notice to a room made and free to go at `minutes`.
pub(super) fn message(n: u128, minutes: i64) -> OutboxRow {
    OutboxRow {
        id: OutboxId(id(n)),
        key: format!("notice/{n}"),
        kind: OutboxKind::Notice,
        to: Address::Room {
            room: room("main"),
            only_for: None,
            answers: None,
        },
        person: None,
        author: None,
        card: Card {
            blocks: vec![Block::Line(Line(vec![Span::User("a *private* matter".to_owned())]))],
        },
        language: Language::English,
        about: None,
        state: OutboxState::Pending,
        not_before: at(minutes),
        created_at: at(minutes),
        owner: None,
        leased_until: None,
        attempts: 0,
        doubtful_since: None,
    }
}

/// The same, held by `owner` until an instant.
pub(super) fn held(row: &OutboxRow, owner: &str, until: Instant, state: OutboxState, attempts: u32) -> OutboxRow {
    OutboxRow {
        state,
        owner: Some(owner.to_owned()),
        leased_until: Some(until),
        attempts,
        ..row.clone()
    }
}

/// A hold until minute 9.
pub(super) fn until(owner: &str) -> Lease<'_> {
    Lease { owner, until: at(9) }
}

/// An attempt that certainly failed; the next one in that minute.
pub(super) fn failed(minutes: i64) -> Later {
    Later {
        not_before: at(minutes),
        counts: true,
        doubtful_since: None,
    }
}

pub(super) async fn enqueue(store: &Arc<dyn Store>, rows: &[OutboxRow]) {
    let mut unit = begin(store).await;
    for row in rows {
        assert!(unit.enqueue(row).await.unwrap());
    }
    unit.commit().await.unwrap();
}

pub(super) async fn lease(
    store: &Arc<dyn Store>,
    owner: &str,
    now: Instant,
    until: Instant,
    limit: u32,
) -> Vec<OutboxRow> {
    let mut unit = begin(store).await;
    let rows = post::lease(&mut *unit, owner, now, until, limit).await.unwrap();
    unit.commit().await.unwrap();
    rows
}

/// Every kind of address comes back whole.
pub async fn a_message_reads_back(store: Arc<dyn Store>) {
    ward(&store).await;
    let answer = OutboxRow {
        kind: OutboxKind::Answer,
        to: Address::Room {
            room: room("kitchen"),
            only_for: Some("ana".to_owned()),
            answers: Some("77".to_owned()),
        },
        ..message(1, 0)
    };
    let personal = OutboxRow {
        to: Address::Account {
            platform: Platform::Matrix,
            account: "@ben:example.org".to_owned(),
        },
        person: Some(PersonId(id(2))),
        language: Language::Spanish,
        about: Some((GroupId(id(1)), Reference::new(Kind::Shift, 12).into())),
        ..message(2, 0)
    };
    enqueue(&store, &[answer.clone(), personal.clone(), message(3, 0)]).await;
    let wanted = [answer, message(3, 0), personal].map(|row| held(&row, "a", at(9), OutboxState::Leased, 0));
    assert_eq!(lease(&store, "a", at(1), at(9), 10).await, wanted);
}

/// A key stands once, also after its message was settled.
pub async fn the_same_message_is_made_once(store: Arc<dyn Store>) {
    enqueue(&store, &[message(1, 0)]).await;
    let again = OutboxRow {
        id: OutboxId(id(2)),
        ..message(1, 5)
    };
    let mut unit = begin(&store).await;
    assert!(!unit.enqueue(&again).await.unwrap());
    assert_eq!(post::lease(&mut *unit, "a", at(9), at(10), 10).await.unwrap().len(), 1);
    assert!(
        unit.settle_sending(OutboxId(id(1)), "a", OutboxState::Delivered, at(9))
            .await
            .unwrap()
    );
    assert!(!unit.enqueue(&again).await.unwrap());
    assert_eq!(post::lease(&mut *unit, "a", at(99), at(100), 10).await.unwrap(), []);
}

/// Delivered, refused and unknown are ends: nothing is sent again, and nothing more is awaited.
pub async fn what_is_settled_rests(store: Arc<dyn Store>) {
    let ends = [
        OutboxState::Delivered,
        OutboxState::Refused(Refusal::NeverStarted),
        OutboxState::Unknown,
    ];
    for (n, end) in (1..).zip(ends) {
        enqueue(&store, &[message(n, 0)]).await;
        let mut unit = begin(&store).await;
        post::lease(&mut *unit, "a", at(1), at(5), 9).await.unwrap();
        assert!(unit.settle_sending(OutboxId(id(n)), "a", end, at(2)).await.unwrap());
        unit.commit().await.unwrap();
    }
    assert_eq!(lease(&store, "b", at(99), at(100), 9).await, []);
    assert_eq!(next_sending(&mut *read(&store).await).await.unwrap(), None);
    assert_eq!(read(&store).await.count_unknown().await.unwrap(), 1);
}

/// What was settled before an instant is forgotten, and counted; what is still to be sent is kept, however long.
pub async fn messages_settled_long_ago_are_forgotten(store: Arc<dyn Store>) {
    enqueue(&store, &[message(1, 0), message(2, 0), message(3, 0)]).await;
    let mut unit = begin(&store).await;
    post::lease(&mut *unit, "a", at(1), at(9), 2).await.unwrap();
    for (n, minutes) in [(1, 4), (2, 5)] {
        let settled = unit.settle_sending(OutboxId(id(n)), "a", OutboxState::Delivered, at(minutes));
        assert!(settled.await.unwrap());
    }
    assert_eq!(unit.forget_settled(at(5)).await.unwrap(), 1);
    assert_eq!(unit.forget_settled(at(5)).await.unwrap(), 0);
    unit.commit().await.unwrap();

    let mut unit = begin(&store).await;
    assert!(unit.enqueue(&message(1, 6)).await.unwrap());
    assert!(!unit.enqueue(&message(2, 6)).await.unwrap());
    assert_eq!(unit.forget_settled(at(99)).await.unwrap(), 1);
    let left = post::lease(&mut *unit, "b", at(10), at(20), 9).await.unwrap();
    assert_eq!(
        left.iter().map(|row| row.id).collect::<Vec<_>>(),
        [OutboxId(id(3)), OutboxId(id(1))]
    );
}

/// A postponed message waits, keeps its attempts, and anybody may take it then.
pub async fn a_postponed_message_comes_again(store: Arc<dyn Store>) {
    let row = message(1, 0);
    enqueue(&store, std::slice::from_ref(&row)).await;
    let mut unit = begin(&store).await;
    post::lease(&mut *unit, "a", at(1), at(50), 9).await.unwrap();
    unit.begin_sending(row.id, until("a"), at(1)).await.unwrap();
    assert!(unit.postpone(row.id, "a", failed(20)).await.unwrap());
    unit.commit().await.unwrap();
    assert_eq!(next_sending(&mut *read(&store).await).await.unwrap(), Some(at(20)));
    assert_eq!(lease(&store, "b", at(19), at(50), 9).await, []);
    let again = OutboxRow {
        not_before: at(20),
        ..held(&row, "b", at(50), OutboxState::Leased, 1)
    };
    assert_eq!(lease(&store, "b", at(20), at(50), 9).await, [again]);
}

/// A pause that the platform asked for is no attempt; a doubt stays until it is known what became of the message.
pub async fn a_pause_is_no_attempt(store: Arc<dyn Store>) {
    let row = message(1, 0);
    enqueue(&store, std::slice::from_ref(&row)).await;
    lease(&store, "a", at(1), at(9), 9).await;
    let mut unit = begin(&store).await;
    assert!(unit.begin_sending(row.id, until("a"), at(1)).await.unwrap());
    let paused = Later {
        counts: false,
        doubtful_since: Some(at(1)),
        ..failed(3)
    };
    assert!(unit.postpone(row.id, "a", paused).await.unwrap());
    unit.commit().await.unwrap();
    let again = OutboxRow {
        not_before: at(3),
        doubtful_since: Some(at(1)),
        ..held(&row, "b", at(9), OutboxState::Leased, 0)
    };
    assert_eq!(lease(&store, "b", at(3), at(9), 9).await, [again]);
}

/// What was begun counts as begun before any platform's memory; what was not begun is as new as before.
pub async fn what_outlived_the_memory_of_its_platform_is_doubtful_for_good(store: Arc<dyn Store>) {
    enqueue(&store, &[message(1, 0), message(2, 0)]).await;
    lease(&store, "a", at(1), at(9), 1).await;
    let mut unit = begin(&store).await;
    unit.begin_sending(OutboxId(id(1)), until("a"), at(1)).await.unwrap();
    assert_eq!(unit.outlive_memory(Platform::Telegram).await.unwrap(), 0);
    assert_eq!(unit.outlive_memory(Platform::Console).await.unwrap(), 1);
    unit.hand_back("a", at(2)).await.unwrap();
    unit.commit().await.unwrap();
    let taken = lease(&store, "b", at(2), at(9), 9).await;
    let doubts: Vec<_> = taken.iter().map(|row| (row.id, row.doubtful_since)).collect();
    let long_ago = Some(Instant::UNIX_EPOCH);
    assert_eq!(doubts, [(OutboxId(id(1)), long_ago), (OutboxId(id(2)), None)]);
}

/// What was sent lately is told, and what may have been: a node that takes over goes on at the platform's pace.
pub async fn what_was_sent_lately_is_told(store: Arc<dyn Store>) {
    enqueue(&store, &[message(1, 0), message(2, 0), message(3, 0), message(4, 0)]).await;
    let [one, two, three] = [1, 2, 3].map(|n| OutboxId(id(n)));
    let mut unit = begin(&store).await;
    post::lease(&mut *unit, "a", at(1), at(9), 3).await.unwrap();
    for (id, minutes) in [(two, 3), (one, 4)] {
        assert!(
            unit.settle_sending(id, "a", OutboxState::Delivered, at(minutes))
                .await
                .unwrap()
        );
    }
    assert!(unit.begin_sending(three, until("a"), at(2)).await.unwrap());
    unit.commit().await.unwrap();
    let mut unit = read(&store).await;
    let sent = |minutes| Sent {
        kind: OutboxKind::Notice,
        to: message(1, 0).to,
        at: at(minutes),
    };
    let lately = unit.sent_since(Platform::Console, at(2), at(6)).await.unwrap();
    assert_eq!(lately, [sent(3), sent(4), sent(6)]);
    let later = unit.sent_since(Platform::Console, at(3), at(6)).await.unwrap();
    assert_eq!(later, [sent(4), sent(6)]);
    assert_eq!(unit.sent_since(Platform::Matrix, at(0), at(6)).await.unwrap(), []);
}

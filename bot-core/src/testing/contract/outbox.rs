//! What every store does with messages on their way out.

use std::sync::Arc;

use super::fixtures::{at, begin, id, read, room, ward};
use crate::clock::Instant;
use crate::ids::{GroupId, Kind, OutboxId, PersonId, Reference};
use crate::locale::Language;
use crate::reply::{Block, Card, Line, Span};
use crate::store::{Depth, Later, Lease, OutboxKind, OutboxRow, OutboxState, Sent, Store};
use crate::surface::{Address, Platform, Refusal, RoomAddress};
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
fn held(row: &OutboxRow, owner: &str, until: Instant, state: OutboxState, attempts: u32) -> OutboxRow {
    OutboxRow {
        state,
        owner: Some(owner.to_owned()),
        leased_until: Some(until),
        attempts,
        ..row.clone()
    }
}

/// A hold until minute 9.
fn until(owner: &str) -> Lease<'_> {
    Lease { owner, until: at(9) }
}

/// An attempt that certainly failed; the next one in that minute.
fn failed(minutes: i64) -> Later {
    Later {
        not_before: at(minutes),
        counts: true,
        doubtful_since: None,
    }
}

async fn enqueue(store: &Arc<dyn Store>, rows: &[OutboxRow]) {
    let mut unit = begin(store).await;
    for row in rows {
        assert!(unit.enqueue(row).await.unwrap());
    }
    unit.commit().await.unwrap();
}

async fn lease(store: &Arc<dyn Store>, owner: &str, now: Instant, until: Instant, limit: u32) -> Vec<OutboxRow> {
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

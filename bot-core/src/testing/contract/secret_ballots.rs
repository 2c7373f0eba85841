//! What every store does with the ballots of secret polls.

use std::sync::Arc;

use super::fixtures::{at, begin, id, read, room, ward};
use super::polls::poll;
use crate::ids::{OutboxId, PersonId};
use crate::locale::Language;
use crate::poll::Poll;
use crate::poll::receipt::Receipt;
use crate::poll::secret::{PollKey, SecretBallot, UnlinkedBallot, VoterMark};
use crate::reply::Card;
use crate::store::{Ended, OutboxKind, OutboxRow, OutboxState, Received, Store, UndoEntry, UnitOfWork, VoteEvent};
use crate::surface::{Address, Author, Content, Inbound, RoomAddress, Standing};
use crate::testing::post::lease;
use crate::undo::Undo;

const KEY: PollKey = PollKey::from_bytes([7; 32]);
const NODE: &str = "a";
const ONE: &str = "0000-0000-0001";
const OTHER: &str = "ZZZZ-ZZZZ-ZZZZ";

fn mark(n: u8) -> VoterMark {
    VoterMark([n; 32])
}

/// Two polls, committed.
async fn polls(store: &Arc<dyn Store>) -> [Poll; 2] {
    let group = ward(store).await.id;
    let polls = [poll(group, 1), poll(group, 2)];
    let mut unit = begin(store).await;
    for poll in &polls {
        unit.save_poll(poll).await.unwrap();
        unit.save_poll_key(group, poll.id, &KEY).await.unwrap();
    }
    unit.commit().await.unwrap();
    polls
}

fn ballot(chosen: &[u32], receipt: &str) -> SecretBallot {
    SecretBallot {
        chosen: chosen.to_vec(),
        receipt: Receipt::parse(receipt),
    }
}

fn unmarked(chosen: &[u32]) -> SecretBallot {
    ballot(chosen, "")
}

async fn cast(unit: &mut dyn UnitOfWork, poll: &Poll, voter: u8, ballot: &SecretBallot) {
    unit.save_sealed_ballot(poll.group, poll.id, &mark(voter), ballot)
        .await
        .unwrap();
}

/// A sealed ballot is found by its mark alone, replaces the one before, and is taken out once.
pub async fn a_sealed_ballot_replaces_the_one_before(store: Arc<dyn Store>) {
    let [poll, other] = polls(&store).await;
    let group = poll.group;
    let mut unit = begin(&store).await;
    cast(&mut *unit, &poll, 1, &ballot(&[3], ONE)).await;
    cast(&mut *unit, &poll, 2, &unmarked(&[])).await;
    cast(&mut *unit, &poll, 1, &ballot(&[1, 2], OTHER)).await;
    cast(&mut *unit, &other, 1, &ballot(&[2], ONE)).await;
    cast(&mut *unit, &other, 1, &unmarked(&[2])).await;
    unit.commit().await.unwrap();
    let mut unit = begin(&store).await;
    assert_eq!(unit.poll_key(group, poll.id).await.unwrap(), Some(KEY));
    let found = unit.sealed_ballot(group, poll.id, &mark(1)).await.unwrap();
    assert_eq!(found, Some(ballot(&[1, 2], OTHER)));
    assert_eq!(unit.sealed_ballot(group, poll.id, &mark(3)).await.unwrap(), None);
    let ballots = unit.secret_ballots(group, poll.id).await.unwrap();
    assert_eq!(ballots, [unmarked(&[]), ballot(&[1, 2], OTHER)]);
    assert!(unit.remove_sealed_ballot(group, poll.id, &mark(1)).await.unwrap());
    assert!(!unit.remove_sealed_ballot(group, poll.id, &mark(1)).await.unwrap());
    assert_eq!(unit.secret_ballots(group, poll.id).await.unwrap(), [unmarked(&[])]);
    assert_eq!(unit.secret_ballots(group, other.id).await.unwrap(), [unmarked(&[2])]);
}

/// Unlinking removes the key and the marks of that poll, and leaves what the ballots say under their new ids.
pub async fn unlinked_ballots_are_nobodys(store: Arc<dyn Store>) {
    let [poll, other] = polls(&store).await;
    let group = poll.group;
    let said = [unmarked(&[]), unmarked(&[1, 2]), ballot(&[1, 2], ONE)];
    let ballots: Vec<UnlinkedBallot> = (900..)
        .zip(said.clone())
        .map(|(n, ballot)| UnlinkedBallot { id: id(n), ballot })
        .collect();
    let mut unit = begin(&store).await;
    for (voter, ballot) in (1..).zip([&said[2], &said[0], &said[1]]) {
        cast(&mut *unit, &poll, voter, ballot).await;
    }
    cast(&mut *unit, &other, 1, &ballot(&[2], OTHER)).await;
    unit.unlink_ballots(group, poll.id, &ballots).await.unwrap();
    unit.commit().await.unwrap();
    let mut unit = read(&store).await;
    assert_eq!(unit.poll_key(group, poll.id).await.unwrap(), None);
    assert_eq!(unit.sealed_ballot(group, poll.id, &mark(1)).await.unwrap(), None);
    assert_eq!(unit.unlinked_ballots(group, poll.id).await.unwrap(), ballots);
    assert_eq!(unit.secret_ballots(group, poll.id).await.unwrap(), said);
    assert_eq!(unit.poll_key(group, other.id).await.unwrap(), Some(KEY));
    assert_eq!(
        unit.secret_ballots(group, other.id).await.unwrap(),
        [ballot(&[2], OTHER)]
    );
}

fn private(name: &str) -> RoomAddress {
    RoomAddress {
        private: true,
        ..room(&format!("@{name}"))
    }
}

fn event(name: &str, event: &str) -> Inbound {
    Inbound {
        event: event.to_owned(),
        room: private(name),
        place_name: "Ward 3".to_owned(),
        author: Author::new(name, name, Standing::Member),
        content: Content::Typed("poll vote P1 2".to_owned()),
        on: None,
        edits: None,
        answer_by: None,
        prefix: None,
        said_at: None,
        unseen: false,
        received_at: at(1),
    }
}

fn vote(inbound: &Inbound) -> VoteEvent {
    VoteEvent {
        room: inbound.room.clone(),
        event: Some(inbound.event.clone()),
        answer: format!("answer/{}", inbound.event),
        account: inbound.author.account.clone(),
    }
}

/// Where an event is answered: beside it, and to whoever acted alone.
fn answer_to(inbound: &Inbound) -> Address {
    Address::Room {
        room: inbound.room.clone(),
        only_for: Some(inbound.author.account.clone()),
        answers: Some(inbound.event.clone()),
    }
}

/// Accepts and ends an event, and leaves its answer to `NODE`.
async fn carried_out(unit: &mut dyn UnitOfWork, n: u128, inbound: &Inbound) {
    unit.receive(inbound).await.unwrap();
    unit.finish(inbound, Ended::TookEffect, at(1)).await.unwrap();
    let answer = OutboxRow {
        id: OutboxId(id(n)),
        key: vote(inbound).answer,
        kind: OutboxKind::Answer,
        to: answer_to(inbound),
        person: None,
        author: None,
        card: Card::default(),
        language: Language::English,
        about: None,
        state: OutboxState::Leased,
        not_before: at(1),
        created_at: at(1),
        owner: Some(NODE.to_owned()),
        leased_until: Some(at(9)),
        attempts: 0,
        doubtful_since: None,
    };
    unit.enqueue(&answer).await.unwrap();
}

/// Purging removes the rows of what carried a vote in that poll, and no others; where that goes which was not answered
/// yet comes in the order of the acts.
pub async fn votes_are_purged(store: Arc<dyn Store>) {
    let [poll, other] = polls(&store).await;
    let group = poll.group;
    let [ben, cleo, again, else_where, no_vote, dev] = [
        ("ben", "1"),
        ("cleo", "2"),
        ("cleo", "3"),
        ("ben", "4"),
        ("ben", "5"),
        ("dev", "6"),
    ]
    .map(|(name, n)| event(name, n));
    let mut unit = begin(&store).await;
    for (n, inbound) in (1..).zip([&ben, &cleo, &again, &else_where, &no_vote, &dev]) {
        carried_out(&mut *unit, n, inbound).await;
    }
    for inbound in [&cleo, &again, &ben] {
        unit.remember_vote(group, poll.id, &vote(inbound)).await.unwrap();
    }
    unit.remember_vote(group, other.id, &vote(&else_where)).await.unwrap();
    // Dev was reminded that he has not voted.
    let reminder = VoteEvent {
        event: None,
        ..vote(&dev)
    };
    unit.remember_vote(group, poll.id, &reminder).await.unwrap();
    // One of Cleo's answers was delivered.
    let delivered = unit.settle_sending(OutboxId(id(2)), NODE, OutboxState::Delivered, at(2));
    assert!(delivered.await.unwrap());
    unit.commit().await.unwrap();

    let mut unit = begin(&store).await;
    let unanswered = unit.purge_votes(group, poll.id).await.unwrap();
    assert_eq!(unanswered, [answer_to(&ben), answer_to(&again)]);
    for gone in [&ben, &cleo, &again] {
        assert_eq!(unit.inbox_state_for_update(gone).await.unwrap(), None);
    }
    for stays in [&else_where, &no_vote, &dev] {
        assert_eq!(unit.inbox_state_for_update(stays).await.unwrap(), Some(Received::Done));
    }
    let mut left: Vec<_> = lease(&mut *unit, "b", at(10), at(11), 9).await.unwrap();
    left.sort_by_key(|row| row.id);
    let left: Vec<_> = left.into_iter().map(|row| row.id).collect();
    assert_eq!(left, [OutboxId(id(4)), OutboxId(id(5))]);
    assert_eq!(unit.purge_votes(group, poll.id).await.unwrap(), []);
}

/// An act is forgotten wherever it is the last one, and nowhere else.
pub async fn an_act_is_forgotten_wherever_it_was_done(store: Arc<dyn Store>) {
    let [poll, other] = polls(&store).await;
    let act = |poll: &Poll| Undo::Poll(crate::poll::undo::PollUndo::VotedSecretly { poll: poll.id });
    let mut unit = begin(&store).await;
    for (n, undo) in (1..).zip([act(&poll), act(&other), act(&poll)]) {
        let entry = UndoEntry {
            group: poll.group,
            person: PersonId(id(n)),
            at: at(1),
            undo,
        };
        unit.remember_undo(&entry).await.unwrap();
    }
    unit.forget_act(poll.group, &act(&poll)).await.unwrap();
    let mut left = Vec::new();
    for n in 1..=3 {
        left.push(unit.take_undo(poll.group, PersonId(id(n))).await.unwrap().is_some());
    }
    assert_eq!(left, [false, true, false]);
}

/// A scrub is owed until it is said to be done.
pub async fn a_scrub_is_owed_until_it_is_done(store: Arc<dyn Store>) {
    let mut unit = begin(&store).await;
    for n in [2, 1, 3] {
        unit.owe_scrub(id(n)).await.unwrap();
    }
    unit.commit().await.unwrap();
    assert_eq!(read(&store).await.scrubs_owed().await.unwrap(), [id(1), id(2), id(3)]);
    let mut unit = begin(&store).await;
    unit.scrubs_done(&[id(1), id(2)]).await.unwrap();
    unit.commit().await.unwrap();
    assert_eq!(read(&store).await.scrubs_owed().await.unwrap(), [id(3)]);
}

//! What every store does with broadcasts.

use std::sync::Arc;

use super::fixtures::{at, begin, id, membership, person, read, room, ward, zone};
use super::outbox::message;
use super::people::team;
use super::polls::{ballot, poll};
use crate::broadcast::{Audience, Broadcast, Reach};
use crate::ids::{BroadcastId, GroupId, PersonId};
use crate::people::{Departure, Role};
use crate::store::{Among, Lease, OutboxKind, OutboxRow, OutboxState, Store};
use crate::surface::Refusal;
use crate::testing::post::lease;
use crate::time::Moment;

const ANA: PersonId = PersonId(id(1));
const BEN: PersonId = PersonId(id(2));
const CLEO: PersonId = PersonId(id(3));

/// The `n`th broadcast, by Ana, that nobody was written to yet.
pub(super) fn broadcast(group: GroupId, n: u32) -> Broadcast {
    Broadcast {
        id: BroadcastId(id(700 + u128::from(n))),
        group,
        number: n,
        text: "Rain *tomorrow*:\nmeet inside".to_owned(),
        audience: Audience::Everyone,
        asks: true,
        author: ANA,
        room: Some(room("main")),
        created_at: at(0),
        at: None,
        people: 2,
        confirmed_at: None,
        begun_at: None,
        cursor: None,
        written_at: None,
        stopped_at: None,
        unwritten: 0,
        finished_at: None,
        mentioned_at: None,
        version: 1,
    }
}

/// The first broadcast, with copies for Ben and Cleo that are on their way.
async fn sent(store: &Arc<dyn Store>, group: GroupId) -> Broadcast {
    let broadcast = broadcast(group, 1);
    let mut unit = begin(store).await;
    unit.save_broadcast(&broadcast).await.unwrap();
    for person in [BEN, CLEO] {
        assert!(
            unit.add_copy(group, broadcast.id, person, Reach::Waiting)
                .await
                .unwrap()
        );
    }
    unit.commit().await.unwrap();
    broadcast
}

/// A broadcast reads back as it was written, by id and by number, with every audience, also after a change.
pub async fn a_broadcast_reads_back(store: Arc<dyn Store>) {
    let group = ward(&store).await.id;
    let north = team(group, 50, "North");
    let mut unit = begin(&store).await;
    unit.save_team(&north).await.unwrap();
    let audiences = [
        Audience::Everyone,
        Audience::Captains,
        Audience::Team(north.id),
        Audience::Roster(4),
        Audience::Unconfirmed(5),
        Audience::Nonvoters(6),
    ];
    let mut all = Vec::new();
    for (n, audience) in (1..).zip(audiences) {
        let one = Broadcast {
            audience,
            room: (n % 2 == 0).then(|| room("main")),
            asks: n % 2 == 0,
            at: (n % 2 == 0).then(|| Moment::at(at(60), zone("America/New_York"))),
            ..broadcast(group, n)
        };
        unit.save_broadcast(&one).await.unwrap();
        all.push(one);
    }
    unit.commit().await.unwrap();
    for one in &all {
        let mut unit = read(&store).await;
        let by_number = unit.broadcast_by_number(group, one.number).await.unwrap();
        assert_eq!(by_number.as_ref(), Some(one));
    }
    let changed = Broadcast {
        cursor: Some(BEN),
        written_at: Some(at(4)),
        mentioned_at: Some(at(9)),
        people: 7,
        ..all[1]
            .clone()
            .confirmed(at(1))
            .begun(at(2))
            .stopped(at(5), 3)
            .finished(at(6))
    };
    let mut unit = begin(&store).await;
    unit.save_broadcast(&changed).await.unwrap();
    unit.commit().await.unwrap();
    let mut unit = begin(&store).await;
    let found = unit.broadcast_for_update(group, changed.id).await.unwrap();
    assert_eq!(found.as_ref(), Some(&changed));
    let found = unit.broadcast_by_number_for_update(group, 2).await.unwrap();
    assert_eq!(found, Some(changed));
    let elsewhere = GroupId(id(999));
    assert_eq!(unit.broadcast_by_number(elsewhere, 2).await.unwrap(), None);
    assert_eq!(unit.broadcast_for_update(elsewhere, all[0].id).await.unwrap(), None);
    let latest = unit.latest_broadcasts(group, 2).await.unwrap();
    let numbers: Vec<u32> = latest.iter().map(|one| one.number).collect();
    assert_eq!(numbers, [6, 5]);
}

/// What somebody wrote and nobody was written to is found, unless it was taken back.
pub async fn unsent_broadcasts_are_found(store: Arc<dyn Store>) {
    let group = ward(&store).await.id;
    let mut unit = begin(&store).await;
    for one in [
        broadcast(group, 10).confirmed(at(1)),
        Broadcast {
            at: Some(Moment::at(at(60), zone("America/New_York"))),
            ..broadcast(group, 3)
        }
        .confirmed(at(1)),
        broadcast(group, 2),
        broadcast(group, 4).stopped(at(1), 0),
        Broadcast {
            author: BEN,
            ..broadcast(group, 5)
        },
    ] {
        unit.save_broadcast(&one).await.unwrap();
    }
    let unsent = unit.unsent_broadcasts_of(group, ANA).await.unwrap();
    let numbers: Vec<u32> = unsent.iter().map(|one| one.number).collect();
    assert_eq!(numbers, [2, 3]);
    assert!(
        unit.unsent_broadcasts_of(GroupId(id(999)), ANA)
            .await
            .unwrap()
            .is_empty()
    );
}

/// Members come by id, some at a time, and only those who are meant.
pub async fn members_come_some_at_a_time(store: Arc<dyn Store>) {
    let ward = ward(&store).await;
    let group = ward.id;
    let north = team(group, 50, "North");
    let asked = poll(group, 1);
    let mut unit = begin(&store).await;
    unit.save_team(&north).await.unwrap();
    unit.save_poll(&asked).await.unwrap();
    for (n, name) in [(4, "Dev"), (5, "Eva")] {
        unit.save_person(&person(n, name)).await.unwrap();
        let entry = membership(&ward, &person(n, name), Role::Member, 9);
        unit.save_membership(&entry).await.unwrap();
    }
    let (dev, eva) = (PersonId(id(4)), PersonId(id(5)));
    unit.join_team(group, north.id, dev, true, at(1)).await.unwrap();
    unit.join_team(group, north.id, CLEO, false, at(1)).await.unwrap();
    unit.save_ballot(group, asked.id, &ballot(BEN, &[1], 1)).await.unwrap();
    let entry = unit.membership(group, eva).await.unwrap().unwrap();
    unit.save_membership(&entry.suspended(Departure::Left, at(2)))
        .await
        .unwrap();
    unit.commit().await.unwrap();

    let mut unit = read(&store).await;
    let everyone = Among::Everyone;
    let first = unit.members_after(group, everyone, None, 2).await.unwrap();
    assert_eq!(first, [person(1, "Ana"), person(2, "Ben")]);
    for (among, after, wanted) in [
        (everyone, Some(BEN), vec![CLEO, dev]),
        (everyone, Some(dev), vec![]),
        (Among::Captains, None, vec![ANA, BEN, dev]),
        (Among::Captains, Some(ANA), vec![BEN, dev]),
        (Among::Team(north.id), None, vec![CLEO, dev]),
        (Among::Team(north.id), Some(CLEO), vec![dev]),
        (Among::WithoutBallot(asked.id), None, vec![ANA, CLEO, dev]),
        (Among::WithoutBallot(asked.id), Some(ANA), vec![CLEO, dev]),
    ] {
        let members = unit.members_after(group, among, after, 9).await.unwrap();
        let ids: Vec<PersonId> = members.iter().map(|member| member.id).collect();
        assert_eq!(ids, wanted, "{among:?}");
    }
    let elsewhere = unit.members_after(GroupId(id(999)), everyone, None, 9).await;
    assert_eq!(elsewhere.unwrap(), []);
}

/// A person has one copy, which is settled once and acknowledged once.
pub async fn a_copy_is_settled_once(store: Arc<dyn Store>) {
    let group = ward(&store).await.id;
    let id = sent(&store, group).await.id;
    let mut unit = begin(&store).await;
    assert!(!unit.add_copy(group, id, BEN, Reach::Paused).await.unwrap());
    assert_eq!(unit.open_copies(group, id, 9).await.unwrap(), 2);
    assert_eq!(unit.open_copies(group, id, 1).await.unwrap(), 1, "no more are counted");
    assert_eq!(
        unit.copy_of(group, id, BEN).await.unwrap(),
        Some((Reach::Waiting, None))
    );
    assert_eq!(unit.copy_of(group, id, ANA).await.unwrap(), None);

    let blocked = Reach::Refused(Refusal::Blocked);
    assert!(unit.settle_copy(group, id, BEN, blocked).await.unwrap());
    assert!(!unit.settle_copy(group, id, BEN, Reach::Delivered).await.unwrap());
    assert!(!unit.settle_copy(group, id, ANA, Reach::Delivered).await.unwrap());
    assert!(unit.settle_copy(group, id, CLEO, Reach::Held).await.unwrap());
    assert_eq!(unit.open_copies(group, id, 9).await.unwrap(), 1);
    assert!(unit.settle_copy(group, id, CLEO, Reach::Delivered).await.unwrap());
    assert_eq!(unit.open_copies(group, id, 9).await.unwrap(), 0);

    assert!(unit.acknowledge(group, id, CLEO, at(7)).await.unwrap());
    assert!(!unit.acknowledge(group, id, CLEO, at(8)).await.unwrap());
    assert!(!unit.acknowledge(group, id, ANA, at(8)).await.unwrap());
    let copy = unit.copy_of(group, id, CLEO).await.unwrap();
    assert_eq!(copy, Some((Reach::Delivered, Some(at(7)))));
    let counts = unit.count_copies(group, id).await.unwrap();
    assert_eq!((counts.of(blocked), counts.of(Reach::Delivered)), (1, 1));
    assert_eq!((counts.all(), counts.acknowledged), (2, 1));
    let named = unit.copies_that(group, id, blocked, 9).await.unwrap();
    assert_eq!(named, [(BEN, "Ben".to_owned(), false)]);
    let delivered = unit.copies_that(group, id, Reach::Delivered, 9).await.unwrap();
    assert_eq!(delivered, [(CLEO, "Cleo".to_owned(), true)]);
    let otherwise = Reach::Refused(Refusal::Gone);
    assert_eq!(unit.copies_that(group, id, otherwise, 9).await.unwrap(), []);
}

/// What becomes of a copy reads back, whatever it is.
pub async fn every_outcome_reads_back(store: Arc<dyn Store>) {
    let group = ward(&store).await.id;
    let refused = Refusal::ALL.into_iter().map(Reach::Refused);
    let others = [
        Reach::Waiting,
        Reach::Held,
        Reach::Delivered,
        Reach::Unknown,
        Reach::Paused,
        Reach::NotSent,
    ];
    let mut unit = begin(&store).await;
    for (n, reach) in (1..).zip(refused.chain(others)) {
        let one = broadcast(group, n);
        unit.save_broadcast(&one).await.unwrap();
        unit.add_copy(group, one.id, BEN, reach).await.unwrap();
        assert_eq!(unit.copy_of(group, one.id, BEN).await.unwrap(), Some((reach, None)));
        let open = unit.open_copies(group, one.id, 9).await.unwrap();
        assert_eq!(open == 1, reach.is_open(), "{reach:?}");
        assert_eq!(unit.count_copies(group, one.id).await.unwrap().of(reach), 1);
    }
}

fn copy(n: u128, about: &Broadcast, person: PersonId) -> OutboxRow {
    OutboxRow {
        kind: OutboxKind::Broadcast,
        about: Some((about.group, about.reference().into())),
        person: Some(person),
        ..message(n, 0)
    }
}

/// A copy that is in no message any more is given up; one that is being sent is not.
pub async fn copies_without_a_message_are_given_up(store: Arc<dyn Store>) {
    let group = ward(&store).await.id;
    let first = sent(&store, group).await;
    let other = broadcast(group, 11);
    let mut unit = begin(&store).await;
    unit.save_broadcast(&other).await.unwrap();
    unit.add_copy(group, other.id, BEN, Reach::Waiting).await.unwrap();
    unit.enqueue(&copy(1, &first, BEN)).await.unwrap();
    unit.enqueue(&copy(2, &first, CLEO)).await.unwrap();
    unit.enqueue(&copy(3, &other, BEN)).await.unwrap();
    assert_eq!(unit.give_up_copies(group, first.id).await.unwrap(), 0);

    lease(&mut *unit, "a", at(1), at(2), 9).await.unwrap();
    let hold = Lease {
        owner: "a",
        until: at(2),
    };
    let sending = copy(1, &first, BEN).id;
    assert!(unit.begin_sending(sending, hold, at(1)).await.unwrap());
    assert_eq!(unit.withdraw(group, first.reference()).await.unwrap(), [CLEO]);
    assert_eq!(unit.give_up_copies(group, first.id).await.unwrap(), 1);
    let copy = unit.copy_of(group, first.id, CLEO).await.unwrap();
    assert_eq!(copy, Some((Reach::NotSent, None)));
    assert_eq!(unit.open_copies(group, first.id, 9).await.unwrap(), 1);
    assert_eq!(unit.open_copies(group, other.id, 9).await.unwrap(), 1);

    let state = OutboxState::Delivered;
    assert!(unit.settle_sending(sending, "a", state, at(1)).await.unwrap());
    assert_eq!(unit.give_up_copies(group, first.id).await.unwrap(), 1);
}

/// Merging two persons moves what they wrote and got; of two copies one is left, which was delivered if either was.
pub async fn merging_keeps_the_copy_that_came(store: Arc<dyn Store>) {
    let group = ward(&store).await.id;
    let all = [1, 2, 3, 4].map(|n| broadcast(group, n));
    let mut unit = begin(&store).await;
    for one in &all {
        unit.save_broadcast(one).await.unwrap();
    }
    for (one, person, reach) in [
        (&all[0], BEN, Reach::Delivered),
        (&all[0], CLEO, Reach::Waiting),
        (&all[1], BEN, Reach::Paused),
        (&all[1], CLEO, Reach::Delivered),
        (&all[2], BEN, Reach::Unknown),
        (&all[3], BEN, Reach::Paused),
        (&all[3], CLEO, Reach::Refused(Refusal::Left)),
    ] {
        unit.add_copy(group, one.id, person, reach).await.unwrap();
    }
    unit.acknowledge(group, all[1].id, BEN, at(3)).await.unwrap();
    unit.reassign_broadcasts(BEN, CLEO).await.unwrap();
    unit.reassign_broadcasts(ANA, CLEO).await.unwrap();
    unit.commit().await.unwrap();

    let mut unit = read(&store).await;
    let wanted = [
        (Reach::Delivered, None),
        (Reach::Delivered, Some(at(3))),
        (Reach::Unknown, None),
        (Reach::Refused(Refusal::Left), None),
    ];
    for (one, wanted) in all.iter().zip(wanted) {
        assert_eq!(unit.copy_of(group, one.id, CLEO).await.unwrap(), Some(wanted));
        assert_eq!(unit.copy_of(group, one.id, BEN).await.unwrap(), None);
        assert_eq!(unit.open_copies(group, one.id, 9).await.unwrap(), 0);
        let found = unit.broadcast_by_number(group, one.number).await.unwrap();
        assert_eq!(found.map(|found| found.author), Some(CLEO));
    }
}

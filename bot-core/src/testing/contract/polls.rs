//! What every store does with polls.

use std::sync::Arc;

use super::fixtures::{at, begin, id, read, room, ward, zone};
use crate::broadcast::audience::Audience;
use crate::ids::{GroupId, Kind, PersonId, PollId, Reference};
use crate::poll::ballot::Ballot;
use crate::poll::terms::{Method, Quorum, Terms};
use crate::poll::{Poll, PollKind, Secrecy};
use crate::store::Store;
use crate::surface::Platform;
use crate::time::Moment;

const ANA: PersonId = PersonId(id(1));
const BEN: PersonId = PersonId(id(2));
const CLEO: PersonId = PersonId(id(3));

/// The `n`th poll, by Ana.
pub(crate) fn poll(group: GroupId, n: u32) -> Poll {
    Poll {
        id: PollId(id(600 + u128::from(n))),
        group,
        number: n,
        question: "Pizza or *tacos*?".to_owned(),
        options: ["Pizza", "Tacos", "Both, please"].map(str::to_owned).to_vec(),
        kind: PollKind::Approval,
        secrecy: Secrecy::Hidden,
        creator: ANA,
        room: room("main"),
        opened_at: at(0),
        closes: Moment::at(at(600), zone("America/New_York")),
        closed_at: None,
        withdrawn_at: None,
        terms: terms(),
        nudged_at: None,
        version: 1,
    }
}

pub(super) fn ballot(person: PersonId, chosen: &[u32], minutes: i64) -> Ballot {
    Ballot {
        person,
        chosen: chosen.to_vec(),
        cast_at: at(minutes),
        platform: Some(Platform::Matrix),
        reason: None,
    }
}

/// Every term that there is.
fn terms() -> Terms {
    Terms {
        method: Some(Method::Meek),
        seats: 2,
        none: true,
        quorum: Some(Quorum::Percent(50)),
        pass: Some(60),
        who: Some(Audience::Captains),
        times: vec![Moment::at(at(900), zone("America/New_York"))],
    }
}

/// A poll reads back as it was written, by id and by number, also after a change.
pub async fn a_poll_reads_back(store: Arc<dyn Store>) {
    let group = ward(&store).await.id;
    let first = poll(group, 4);
    let mut unit = begin(&store).await;
    unit.save_poll(&first).await.unwrap();
    unit.commit().await.unwrap();
    assert_eq!(
        read(&store).await.poll(group, first.id).await.unwrap(),
        Some(first.clone())
    );

    let changed = first.closed(at(20));
    let mut unit = begin(&store).await;
    unit.save_poll(&changed).await.unwrap();
    unit.commit().await.unwrap();
    let mut unit = read(&store).await;
    assert_eq!(unit.poll_by_number(group, 4).await.unwrap(), Some(changed.clone()));
    assert_eq!(unit.poll_by_number(group, 5).await.unwrap(), None);
    let elsewhere = GroupId(id(999));
    assert_eq!(unit.poll_by_number(elsewhere, 4).await.unwrap(), None);
    assert_eq!(unit.poll(elsewhere, changed.id).await.unwrap(), None);
}

/// Polls that are closed or taken back are settled; the rest come by number.
pub async fn unsettled_polls_come_by_number(store: Arc<dyn Store>) {
    let group = ward(&store).await.id;
    let mut unit = begin(&store).await;
    for poll in [
        poll(group, 10),
        poll(group, 2),
        poll(group, 3).closed(at(5)),
        poll(group, 4).withdrawn(at(5)),
    ] {
        unit.save_poll(&poll).await.unwrap();
    }
    unit.commit().await.unwrap();
    let unsettled = read(&store).await.unsettled_polls(group).await.unwrap();
    assert_eq!(unsettled, [poll(group, 2), poll(group, 10)]);
}

/// The ballots of every poll that is not settled come in one, each poll's in their order, and nobody else's.
pub async fn ballots_of_unsettled_polls_come_together(store: Arc<dyn Store>) {
    let group = ward(&store).await.id;
    let polls = [
        poll(group, 1),
        poll(group, 2),
        poll(group, 3).closed(at(5)),
        poll(group, 4).withdrawn(at(5)),
        poll(group, 5),
    ];
    let mut unit = begin(&store).await;
    for poll in &polls {
        unit.save_poll(poll).await.unwrap();
    }
    for poll in &polls[1..4] {
        unit.save_ballot(group, poll.id, &ballot(CLEO, &[3, 1], 2))
            .await
            .unwrap();
        unit.save_ballot(group, poll.id, &ballot(BEN, &[], 1)).await.unwrap();
    }
    unit.save_ballot(group, polls[0].id, &ballot(BEN, &[2], 9))
        .await
        .unwrap();
    unit.commit().await.unwrap();

    let mut unit = read(&store).await;
    let ballots = unit.unsettled_ballots(group).await.unwrap();
    assert_eq!(ballots.len(), 2);
    for poll in &polls[..2] {
        assert_eq!(ballots[&poll.id], unit.ballots(group, poll.id).await.unwrap());
    }
    assert!(unit.unsettled_ballots(GroupId(id(999))).await.unwrap().is_empty());
}

/// A person has one ballot in a poll, the latest; an abstention is a ballot.
pub async fn a_ballot_replaces_the_one_before(store: Arc<dyn Store>) {
    let group = ward(&store).await.id;
    let (first, other) = (poll(group, 1), poll(group, 2));
    let mut unit = begin(&store).await;
    for poll in [&first, &other] {
        unit.save_poll(poll).await.unwrap();
    }
    for ballot in [
        ballot(BEN, &[1, 3], 1),
        ballot(CLEO, &[], 2),
        ballot(ANA, &[3], 2),
        ballot(BEN, &[2], 3),
    ] {
        unit.save_ballot(group, first.id, &ballot).await.unwrap();
    }
    unit.save_ballot(group, other.id, &ballot(ANA, &[1], 9)).await.unwrap();
    unit.commit().await.unwrap();

    let mut unit = read(&store).await;
    let ballots = unit.ballots(group, first.id).await.unwrap();
    let expected = [ballot(ANA, &[3], 2), ballot(CLEO, &[], 2), ballot(BEN, &[2], 3)];
    assert_eq!(ballots, expected);
    let voters = unit.voters(group, first.id).await.unwrap();
    let expected = [(ANA, "Ana"), (CLEO, "Cleo"), (BEN, "Ben")].map(|(person, name)| (person, name.to_owned()));
    assert_eq!(voters, expected);
    assert_eq!(
        unit.ballot(group, first.id, BEN).await.unwrap(),
        Some(ballot(BEN, &[2], 3))
    );
    assert_eq!(unit.ballot(group, other.id, BEN).await.unwrap(), None);
}

/// A ballot that is taken out is gone, once.
pub async fn a_ballot_is_taken_out_once(store: Arc<dyn Store>) {
    let group = ward(&store).await.id;
    let poll = poll(group, 1);
    let mut unit = begin(&store).await;
    unit.save_poll(&poll).await.unwrap();
    unit.save_ballot(group, poll.id, &ballot(BEN, &[1, 2], 1))
        .await
        .unwrap();
    assert!(unit.remove_ballot(group, poll.id, BEN).await.unwrap());
    assert!(!unit.remove_ballot(group, poll.id, BEN).await.unwrap());
    assert_eq!(unit.ballots(group, poll.id).await.unwrap(), []);
    unit.save_ballot(group, poll.id, &ballot(BEN, &[3], 2)).await.unwrap();
    assert_eq!(unit.ballots(group, poll.id).await.unwrap(), [ballot(BEN, &[3], 2)]);
}

/// Merging two persons moves the polls they opened; where both voted the later ballot stays.
pub async fn merging_keeps_the_later_ballot(store: Arc<dyn Store>) {
    let group = ward(&store).await.id;
    let polls = [poll(group, 1), poll(group, 2), poll(group, 3)];
    let mut unit = begin(&store).await;
    for poll in &polls {
        unit.save_poll(poll).await.unwrap();
    }
    let cast = [
        (&polls[0], ballot(ANA, &[1], 5)),
        (&polls[0], ballot(BEN, &[2], 3)),
        (&polls[1], ballot(ANA, &[1], 5)),
        (&polls[1], ballot(BEN, &[2], 8)),
        (&polls[2], ballot(ANA, &[1, 2], 5)),
    ];
    for (poll, ballot) in &cast {
        unit.save_ballot(group, poll.id, ballot).await.unwrap();
    }
    unit.reassign_polls(ANA, BEN).await.unwrap();
    unit.commit().await.unwrap();

    let mut unit = read(&store).await;
    let expected = [ballot(BEN, &[1], 5), ballot(BEN, &[2], 8), ballot(BEN, &[1, 2], 5)];
    for (poll, ballot) in polls.iter().zip(expected) {
        assert_eq!(unit.ballots(group, poll.id).await.unwrap(), [ballot]);
        let creator = unit.poll(group, poll.id).await.unwrap().map(|poll| poll.creator);
        assert_eq!(creator, Some(BEN));
    }
}

/// What a poll became reads back by kind and number; its voters are to be told of each once, and nothing is left of what is
/// forgotten.
pub async fn what_a_poll_became_is_told_of_once(store: Arc<dyn Store>) {
    let group = ward(&store).await.id;
    let (first, other) = (poll(group, 1), poll(group, 2));
    let (task, second_task, shift) = (
        Reference::new(Kind::Task, 3),
        Reference::new(Kind::Task, 12),
        Reference::new(Kind::Shift, 3),
    );
    let mut unit = begin(&store).await;
    for poll in [&first, &other] {
        unit.save_poll(poll).await.unwrap();
    }
    for (poll, work) in [(&first, second_task), (&other, shift), (&first, task)] {
        unit.add_poll_work(group, poll.id, work).await.unwrap();
    }
    unit.commit().await.unwrap();

    let mut unit = begin(&store).await;
    assert_eq!(unit.poll_works(group, first.id).await.unwrap(), [task, second_task]);
    assert_eq!(unit.poll_works(group, other.id).await.unwrap(), [shift]);
    assert_eq!(unit.poll_works(GroupId(id(999)), first.id).await.unwrap(), []);
    let told = unit.take_poll_to_tell(group, shift, at(5)).await.unwrap();
    assert_eq!(told, Some(other.id));
    unit.commit().await.unwrap();

    let mut unit = begin(&store).await;
    assert_eq!(unit.take_poll_to_tell(group, shift, at(6)).await.unwrap(), None);
    let nobodys = Reference::new(Kind::Task, 4);
    assert_eq!(unit.take_poll_to_tell(group, nobodys, at(6)).await.unwrap(), None);
    unit.remove_poll_works(group, first.id).await.unwrap();
    assert_eq!(unit.poll_works(group, first.id).await.unwrap(), []);
    assert_eq!(unit.take_poll_to_tell(group, task, at(6)).await.unwrap(), None);
    assert_eq!(unit.poll_works(group, other.id).await.unwrap(), [shift]);
    assert!(unit.remove_numbered(group, Kind::Poll, 2).await.unwrap());
    assert_eq!(unit.poll_works(group, other.id).await.unwrap(), []);
    unit.add_poll_work(group, first.id, task).await.unwrap();
    unit.remove_group(group).await.unwrap();
    assert_eq!(unit.poll_works(group, first.id).await.unwrap(), []);
}

/// Who may vote reads back by id, each once, poll by poll.
pub async fn electors_read_back_once_each(store: Arc<dyn Store>) {
    let group = ward(&store).await.id;
    let (first, other) = (poll(group, 1), poll(group, 2));
    let mut unit = begin(&store).await;
    for poll in [&first, &other] {
        unit.save_poll(poll).await.unwrap();
    }
    for elector in [CLEO, ANA, CLEO] {
        unit.add_elector(group, first.id, elector).await.unwrap();
    }
    unit.commit().await.unwrap();
    let mut unit = begin(&store).await;
    assert_eq!(unit.electors(group, first.id).await.unwrap(), [ANA, CLEO]);
    assert_eq!(unit.electors(group, other.id).await.unwrap(), []);
    assert_eq!(unit.electors(GroupId(id(999)), first.id).await.unwrap(), []);
    unit.add_elector(group, first.id, ANA).await.unwrap();
    unit.save_poll(&first.clone().closed(at(5))).await.unwrap();
    unit.commit().await.unwrap();
    let electors = read(&store).await.electors(group, first.id).await.unwrap();
    assert_eq!(electors, [ANA, CLEO], "a change of the poll leaves them");
}

/// Two persons who turn out to be one may vote once, where either of them might.
pub async fn merging_leaves_one_elector(store: Arc<dyn Store>) {
    let group = ward(&store).await.id;
    let polls = [poll(group, 1), poll(group, 2), poll(group, 3), poll(group, 4)];
    let may_vote: [&[PersonId]; 4] = [&[ANA, BEN, CLEO], &[ANA], &[BEN, CLEO], &[CLEO]];
    let mut unit = begin(&store).await;
    for (poll, electors) in polls.iter().zip(may_vote) {
        unit.save_poll(poll).await.unwrap();
        for elector in electors {
            unit.add_elector(group, poll.id, *elector).await.unwrap();
        }
    }
    unit.reassign_polls(ANA, BEN).await.unwrap();
    unit.commit().await.unwrap();
    let mut unit = read(&store).await;
    let expected: [&[PersonId]; 4] = [&[BEN, CLEO], &[BEN], &[BEN, CLEO], &[CLEO]];
    for (poll, electors) in polls.iter().zip(expected) {
        assert_eq!(unit.electors(group, poll.id).await.unwrap(), electors);
    }
}

/// A ballot keeps the order of its choices, the figures that repeat, and its reason.
pub async fn a_ballot_keeps_its_order_and_its_reason(store: Arc<dyn Store>) {
    let group = ward(&store).await.id;
    let poll = poll(group, 1);
    let reason = Some("We said *last week* that we would wait.".to_owned());
    let cast = [
        ballot(ANA, &[3, 1, 2], 1),
        ballot(BEN, &[0, 5, 5], 2),
        Ballot {
            reason,
            ..ballot(CLEO, &[3], 3)
        },
    ];
    let mut unit = begin(&store).await;
    unit.save_poll(&poll).await.unwrap();
    for ballot in &cast {
        unit.save_ballot(group, poll.id, ballot).await.unwrap();
    }
    unit.commit().await.unwrap();
    let mut unit = begin(&store).await;
    assert_eq!(unit.ballots(group, poll.id).await.unwrap(), cast);
    assert_eq!(unit.unsettled_ballots(group).await.unwrap()[&poll.id], cast);
    let agrees = ballot(CLEO, &[1], 4);
    unit.save_ballot(group, poll.id, &agrees).await.unwrap();
    assert_eq!(unit.ballot(group, poll.id, CLEO).await.unwrap(), Some(agrees));
}

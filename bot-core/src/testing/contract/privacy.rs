//! What every store does when somebody asks what is held on them, or wants to be forgotten.

use std::sync::Arc;

use super::broadcasts::broadcast;
use super::fixtures::{at, begin, id, read, room, ward};
use super::inbox::event;
use super::outbox::message;
use super::people::{account, team};
use super::polls::{ballot, poll};
use super::reminders::reminder;
use super::shifts::{seat, shift};
use super::tasks::task;
use crate::ids::{AuditId, GroupId, Kind, OutboxId, PersonId};
use crate::people::Departure;
use crate::people::link::{LinkCode, LinkPurpose};
use crate::shift::roster::SeatChanges;
use crate::shift::{Holder, SeatStanding};
use crate::store::{AuditEntry, Due, DueAct, Ended, Lease, OutboxKind, OutboxRow, OutboxState, Store, UndoEntry};
use crate::surface::{Address, Platform, RoomAddress};
use crate::task::{State, Task};
use crate::testing::post::lease;
use crate::undo::Undo;

const ANA: PersonId = PersonId(id(1));
const BEN: PersonId = PersonId(id(2));
const CLEO: PersonId = PersonId(id(3));

/// A ward where Ben is on shift 1 and brings a guest to shift 2, did task 1 and has task 2, set reminder 1, voted in poll
/// 1, asked poll 2 and may vote in poll 4, got broadcast 1 and wrote broadcast 2; the rest is Ana's.
async fn busy_ward(store: &Arc<dyn Store>) -> GroupId {
    let ward = ward(store).await;
    let group = ward.id;
    let mut unit = begin(store).await;
    let guest = Holder::Guest {
        name: "Gus".to_owned(),
        host: BEN,
    };
    for (n, holder) in [(1, Holder::Member(BEN)), (2, guest), (3, Holder::Member(ANA))] {
        let shift = shift(group, n, 60);
        unit.save_shift(&shift).await.unwrap();
        let changes = SeatChanges {
            saved: vec![seat(u128::from(n), holder, SeatStanding::In, 1)],
            removed: Vec::new(),
        };
        unit.save_seats(&shift, &changes).await.unwrap();
    }
    let done = State::Done {
        by: BEN,
        at: at(1),
        note: None,
    };
    for task in [
        Task {
            state: done,
            ..task(&ward, 1)
        },
        Task {
            owner: Some(BEN),
            ..task(&ward, 2)
        },
        task(&ward, 3),
    ] {
        unit.save_task(&task).await.unwrap();
    }
    for (n, creator) in [(1, BEN), (2, ANA)] {
        let reminder = crate::reminder::Reminder {
            creator,
            ..reminder(&ward, n)
        };
        unit.save_reminder(&reminder).await.unwrap();
    }
    for (n, creator) in [(1, ANA), (2, BEN), (3, ANA), (4, ANA)] {
        let poll = crate::poll::Poll {
            creator,
            ..poll(group, n)
        };
        unit.save_poll(&poll).await.unwrap();
    }
    for (n, voter) in [(1, BEN), (1, ANA), (3, ANA)] {
        let ballot = ballot(voter, &[1], 1);
        unit.save_ballot(group, poll(group, n).id, &ballot).await.unwrap();
    }
    for (n, elector) in [(1, BEN), (3, ANA), (4, BEN)] {
        unit.add_elector(group, poll(group, n).id, elector).await.unwrap();
    }
    for (n, author) in [(1, ANA), (2, BEN), (3, ANA)] {
        let broadcast = crate::broadcast::Broadcast {
            author,
            ..broadcast(group, n)
        };
        unit.save_broadcast(&broadcast).await.unwrap();
        if n == 1 {
            unit.add_copy(group, broadcast.id, BEN, crate::broadcast::Reach::Waiting)
                .await
                .unwrap();
        }
    }
    unit.commit().await.unwrap();
    group
}

fn due(group: GroupId, subject: crate::store::Subject, person: Option<PersonId>) -> Due {
    Due {
        at: at(30),
        group,
        subject,
        act: DueAct::Remind,
        person,
    }
}

fn line(n: u128, group: GroupId, actor: PersonId, person: Option<PersonId>) -> AuditEntry {
    AuditEntry {
        id: AuditId(id(n)),
        group,
        at: at(1),
        actor,
        act: "role.captain".to_owned(),
        subject: None,
        person,
    }
}

fn private_room() -> RoomAddress {
    RoomAddress {
        private: true,
        ..room("@ana")
    }
}

/// Whatever somebody is part of is found, in every state, each once.
pub async fn what_somebody_is_part_of_is_found(store: Arc<dyn Store>) {
    let group = busy_ward(&store).await;
    let mut unit = read(&store).await;
    for (kind, numbers) in [
        (Kind::Shift, &[1, 2][..]),
        (Kind::Task, &[1, 2]),
        (Kind::Reminder, &[1]),
        (Kind::Poll, &[1, 2, 4]),
        (Kind::Broadcast, &[1, 2]),
    ] {
        let wanted: Vec<_> = numbers.iter().map(|number| (group, *number)).collect();
        assert_eq!(unit.part_of(BEN, kind).await.unwrap(), wanted, "{kind:?}");
    }
    assert_eq!(unit.part_of(CLEO, Kind::Poll).await.unwrap(), []);
    assert_eq!(unit.registers_of(BEN).await.unwrap(), [group]);
    assert_eq!(unit.register_of(group).await.unwrap(), [ANA, BEN, CLEO]);
    drop(unit);
    let mut unit = begin(&store).await;
    let entry = unit.membership(group, CLEO).await.unwrap().unwrap();
    unit.save_membership(&entry.suspended(Departure::Left, at(7)))
        .await
        .unwrap();
    assert_eq!(unit.register_of(group).await.unwrap(), [ANA, BEN, CLEO]);
    assert_eq!(unit.registers_of(CLEO).await.unwrap(), [group]);
}

/// Events and answers are found by whose they are, and go with the account.
pub async fn events_and_answers_go_with_the_account(store: Arc<dyn Store>) {
    ward(&store).await;
    let events = [event(room("main"), "1"), event(private_room(), "2")];
    let mut other = event(room("main"), "3");
    "ben".clone_into(&mut other.author.account);
    let answer = OutboxRow {
        author: Some("ana".to_owned()),
        ..message(1, 0)
    };
    let whispered = OutboxRow {
        to: Address::Account {
            platform: Platform::Console,
            account: "ana".to_owned(),
        },
        ..message(2, 0)
    };
    let mut unit = begin(&store).await;
    for event in events.iter().chain([&other]) {
        unit.receive(event).await.unwrap();
    }
    unit.finish(&events[1], Ended::TookEffect, at(2)).await.unwrap();
    for row in [&answer, &whispered, &message(3, 0)] {
        assert!(unit.enqueue(row).await.unwrap());
    }
    unit.save_account(&account(Platform::Console, "ana", ANA, at(1)))
        .await
        .unwrap();
    unit.count_wrong_code(Platform::Console, "ana", at(1), at(0))
        .await
        .unwrap();
    let kept = unit.events_of(Platform::Console, "ana").await.unwrap();
    let told: Vec<_> = kept.iter().map(|key| (key.event.as_str(), key.done_at)).collect();
    assert_eq!(told, [("1", None), ("2", Some(at(2)))]);
    assert_eq!(kept[1].room, private_room());
    let unsettled = unit.unsettled_messages().await.unwrap();
    assert_eq!(unsettled, [answer, whispered, message(3, 0)]);

    unit.remove_account(Platform::Console, "ana").await.unwrap();
    assert_eq!(unit.events_of(Platform::Console, "ana").await.unwrap(), []);
    assert_eq!(unit.events_of(Platform::Console, "ben").await.unwrap().len(), 1);
    assert_eq!(unit.unsettled_messages().await.unwrap(), [message(3, 0)]);
    assert_eq!(unit.account(Platform::Console, "ana").await.unwrap(), None);
    assert_eq!(unit.wrong_codes(Platform::Console, "ana", at(0)).await.unwrap(), 0);
    unit.forget_event(&other).await.unwrap();
    assert_eq!(unit.inbox_state_for_update(&other).await.unwrap(), None);
}

/// A farewell is delivered as any answer, and nothing of it is left.
pub async fn a_farewell_leaves_nothing(store: Arc<dyn Store>) {
    let farewell = OutboxRow {
        kind: OutboxKind::Farewell,
        ..message(1, 0)
    };
    let mut unit = begin(&store).await;
    assert!(unit.enqueue(&farewell).await.unwrap());
    unit.enqueue(&message(2, 0)).await.unwrap();
    let leased = lease(&mut *unit, "a", at(1), at(2), 9).await.unwrap();
    assert_eq!(leased[0].id, farewell.id, "before notices");
    let hold = Lease {
        owner: "a",
        until: at(2),
    };
    assert!(unit.begin_sending(farewell.id, hold, at(1)).await.unwrap());
    let settled = unit
        .settle_sending(farewell.id, "b", OutboxState::Delivered, at(1))
        .await;
    assert!(!settled.unwrap(), "somebody else holds it");
    let settled = unit
        .settle_sending(farewell.id, "a", OutboxState::Delivered, at(1))
        .await;
    assert!(settled.unwrap());
    assert!(unit.enqueue(&farewell).await.unwrap(), "its key is free again");
}

/// A message that waits gets another card, or is taken away.
pub async fn a_waiting_message_is_rewritten(store: Arc<dyn Store>) {
    let mut unit = begin(&store).await;
    unit.enqueue(&message(1, 0)).await.unwrap();
    unit.enqueue(&message(2, 0)).await.unwrap();
    let card = crate::reply::Card::new().line("Nobody in particular");
    unit.rewrite_message(OutboxId(id(1)), &card).await.unwrap();
    unit.remove_message(OutboxId(id(2))).await.unwrap();
    let left = unit.unsettled_messages().await.unwrap();
    assert_eq!(left, [OutboxRow { card, ..message(1, 0) }]);
}

/// Tasks, reminders and polls go by their number with their agenda and ballots, and only in their own group.
pub async fn what_is_removed_is_gone_with_all_that_hangs_on_it(store: Arc<dyn Store>) {
    let group = busy_ward(&store).await;
    let mut unit = begin(&store).await;
    let subjects = [
        unit.task_by_number(group, 1).await.unwrap().unwrap().subject(),
        unit.reminder_by_number(group, 1).await.unwrap().unwrap().subject(),
        unit.poll_by_number(group, 1).await.unwrap().unwrap().subject(),
        unit.broadcast_by_number(group, 1).await.unwrap().unwrap().subject(),
    ];
    for subject in subjects {
        unit.schedule(&due(group, subject, None)).await.unwrap();
    }
    for kind in [Kind::Task, Kind::Reminder, Kind::Poll, Kind::Broadcast] {
        assert!(!unit.remove_numbered(GroupId(id(999)), kind, 1).await.unwrap());
        assert!(unit.remove_numbered(group, kind, 1).await.unwrap());
        assert!(!unit.remove_numbered(group, kind, 1).await.unwrap());
    }
    assert_eq!(unit.task_by_number(group, 1).await.unwrap(), None);
    assert_eq!(unit.poll_by_number(group, 1).await.unwrap(), None);
    assert!(unit.task_by_number(group, 2).await.unwrap().is_some());
    assert_eq!(unit.part_of(BEN, Kind::Poll).await.unwrap(), [(group, 2), (group, 4)]);
    assert_eq!(unit.electors(group, poll(group, 1).id).await.unwrap(), []);
    assert_eq!(unit.electors(group, poll(group, 4).id).await.unwrap(), [BEN]);
    assert_eq!(unit.part_of(BEN, Kind::Broadcast).await.unwrap(), [(group, 2)]);
    assert_eq!(unit.part_of(BEN, Kind::Reminder).await.unwrap(), []);
    assert_eq!(unit.next_due().await.unwrap(), None);
}

/// Everything that is one person's own is handed out, and goes with them; what they are part of went before.
pub async fn a_person_goes_with_all_that_is_theirs(store: Arc<dyn Store>) {
    let group = ward(&store).await.id;
    let kitchen = team(group, 50, "Kitchen");
    let task = task(&super::fixtures::group(100), 1);
    let mut unit = begin(&store).await;
    unit.save_team(&kitchen).await.unwrap();
    unit.join_team(group, kitchen.id, BEN, true, at(4)).await.unwrap();
    unit.save_task(&task).await.unwrap();
    let own = due(group, task.subject(), Some(BEN));
    for line in [&own, &due(group, task.subject(), Some(ANA))] {
        unit.schedule(line).await.unwrap();
    }
    let asked = |hash, purpose, claimed_by| LinkCode {
        hash: [hash; 32],
        purpose,
        expires_at: at(i64::from(hash)),
        claimed_by,
        joining: None,
        used_at: None,
    };
    let codes = [
        asked(1, LinkPurpose::Group { group, organizer: BEN }, None),
        asked(2, LinkPurpose::Person(ANA), Some(BEN)),
        asked(3, LinkPurpose::Person(ANA), None),
    ];
    for code in &codes {
        unit.save_link_code(code).await.unwrap();
    }
    let acts = [BEN, ANA].map(|person| UndoEntry {
        group,
        person,
        at: at(1),
        undo: Undo::Lasting,
    });
    for act in &acts {
        unit.remember_undo(act).await.unwrap();
    }
    let lines = [
        line(1, group, BEN, None),
        line(2, group, ANA, Some(BEN)),
        line(3, group, ANA, None),
    ];
    for line in &lines {
        unit.record(line).await.unwrap();
    }
    let personal = OutboxRow {
        person: Some(BEN),
        ..message(1, 0)
    };
    unit.enqueue(&personal).await.unwrap();

    assert_eq!(unit.teams_joined(BEN).await.unwrap(), [(group, kitchen.id, at(4))]);
    assert_eq!(unit.agenda_of(BEN).await.unwrap(), [own]);
    assert_eq!(unit.link_codes_of(BEN).await.unwrap(), codes[..2]);
    assert_eq!(unit.undo_of(BEN).await.unwrap(), acts[..1]);
    let about = unit.audit_about(BEN, 9).await.unwrap();
    assert_eq!(about, [lines[1].clone(), lines[0].clone()]);
    assert_eq!(unit.audit_about(BEN, 1).await.unwrap(), lines[1..2]);

    unit.remove_person(BEN).await.unwrap();
    assert_eq!(unit.person(BEN).await.unwrap(), None);
    assert_eq!(unit.registers_of(BEN).await.unwrap(), []);
    assert_eq!(unit.teams_joined(BEN).await.unwrap(), []);
    assert_eq!(unit.agenda_of(BEN).await.unwrap(), []);
    assert_eq!(unit.link_codes_of(ANA).await.unwrap(), codes[2..]);
    assert_eq!(unit.unsettled_messages().await.unwrap(), []);
    assert_eq!(unit.undo_of(ANA).await.unwrap().len(), 1);
    assert_eq!(unit.members(group).await.unwrap().len(), 2);
    assert_eq!(
        unit.audit_log(group, 9).await.unwrap().len(),
        3,
        "the log outlives people"
    );
    unit.forget_undo_in(group).await.unwrap();
    assert_eq!(unit.undo_of(ANA).await.unwrap(), []);
}

/// A group goes with everything that it owns; its people and other groups stay.
pub async fn a_group_goes_with_all_that_it_owns(store: Arc<dyn Store>) {
    let group = busy_ward(&store).await;
    let other = super::fixtures::group(101);
    let mut unit = begin(&store).await;
    unit.save_group(&other).await.unwrap();
    unit.next_number(group, Kind::Task).await.unwrap();
    unit.record(&line(1, group, BEN, None)).await.unwrap();
    unit.record(&line(2, other.id, BEN, None)).await.unwrap();
    let code = LinkCode {
        hash: [1; 32],
        purpose: LinkPurpose::Group { group, organizer: ANA },
        expires_at: at(9),
        claimed_by: None,
        joining: None,
        used_at: None,
    };
    unit.save_link_code(&code).await.unwrap();
    let mut cleo = unit.person(CLEO).await.unwrap().unwrap();
    cleo.chosen_group = Some(group);
    unit.save_person(&cleo).await.unwrap();
    unit.remove_group(group).await.unwrap();
    let cleo = unit.person(CLEO).await.unwrap().unwrap();
    assert_eq!(cleo.chosen_group, None, "nobody means what is gone");
    assert_eq!(unit.group(group).await.unwrap(), None);
    assert_eq!(unit.shift(group, 1).await.unwrap(), None);
    assert_eq!(unit.last_number(group, Kind::Task).await.unwrap(), 0);
    for kind in Kind::ALL {
        assert_eq!(unit.part_of(ANA, kind).await.unwrap(), []);
    }
    assert_eq!(unit.electors(group, poll(group, 3).id).await.unwrap(), []);
    assert_eq!(unit.registers_of(ANA).await.unwrap(), []);
    assert_eq!(unit.link_codes_of(ANA).await.unwrap(), []);
    assert_eq!(unit.audit_about(BEN, 9).await.unwrap().len(), 1);
    assert!(unit.person(ANA).await.unwrap().is_some());
    assert!(unit.group(other.id).await.unwrap().is_some());
}

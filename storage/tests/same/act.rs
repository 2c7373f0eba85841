//! What may happen to a store: acts with few names, so that they meet each other often.

use std::fmt::Debug;

use muster_core::ids::{AuditId, Kind, OutboxId};
use muster_core::people::link::{LinkCode, LinkPurpose};
use muster_core::people::{Account, Group, Membership, Person, Place, Role};
use muster_core::reply::Card;
use muster_core::store::{
    AuditEntry, Due, DueAct, OutboxKind, OutboxRow, OutboxState, StoreResult, Subject, UndoEntry, UnitOfWork,
};
use muster_core::surface::{Address, Author, Content, Inbound, Platform, Refusal, Standing};
use muster_core::testing::contract::fixtures::{at, group, id, person, room};
use muster_core::undo::Undo;
use proptest::prelude::*;
use proptest::sample::select;

use super::world::{GROUPS, PEOPLE, TEAMS, group_id, person_id, team, team_id};

/// Something that happens. The numbers choose among few; `minute` is one of twenty.
#[derive(Debug, Clone)]
pub(crate) struct Act {
    what: What,
    person: u128,
    other: u128,
    group: u128,
    /// Which team, event, message, code or subject.
    n: u128,
    minute: i64,
    yes: bool,
}

#[derive(Debug, Clone, Copy)]
enum What {
    SavePerson,
    SaveAccount,
    SaveGroup,
    NextNumber,
    SavePlace,
    SaveMembership,
    SaveTeam,
    JoinTeam,
    LeaveTeam,
    SaveCode,
    RevokeCodes,
    CountWrongCode,
    Merge,
    Schedule,
    Unschedule,
    SettleDue,
    Record,
    Receive,
    Finish,
    Enqueue,
    Lease,
    BeginSending,
    SettleSending,
    Postpone,
    TakeOver,
    RememberUndo,
    TakeUndo,
    ForgetUndo,
    ForgetDone,
    ForgetSettled,
    ForgetCodes,
    SetClock,
}

const EVERYTHING: [What; 32] = [
    What::SavePerson,
    What::SaveAccount,
    What::SaveGroup,
    What::NextNumber,
    What::SavePlace,
    What::SaveMembership,
    What::SaveTeam,
    What::JoinTeam,
    What::LeaveTeam,
    What::SaveCode,
    What::RevokeCodes,
    What::CountWrongCode,
    What::Merge,
    What::Schedule,
    What::Unschedule,
    What::SettleDue,
    What::Record,
    What::Receive,
    What::Finish,
    What::Enqueue,
    What::Lease,
    What::BeginSending,
    What::SettleSending,
    What::Postpone,
    What::TakeOver,
    What::RememberUndo,
    What::TakeUndo,
    What::ForgetUndo,
    What::ForgetDone,
    What::ForgetSettled,
    What::ForgetCodes,
    What::SetClock,
];

pub(crate) fn act() -> impl Strategy<Value = Act> {
    let who = (0..PEOPLE, 0..PEOPLE, 0..GROUPS);
    (select(&EVERYTHING[..]), who, 0..TEAMS.max(3), 0..20_i64, any::<bool>()).prop_map(
        |(what, (person, other, group), n, minute, yes)| Act {
            what,
            person,
            other,
            group,
            n,
            minute,
            yes,
        },
    )
}

/// Does it as the `step`th act, and says what came of it.
pub(crate) async fn perform(unit: &mut dyn UnitOfWork, act: &Act, step: u128) -> String {
    match act.what {
        What::SavePerson => said(unit.save_person(&act.somebody()).await),
        What::SaveAccount => said(unit.save_account(&act.account()).await),
        What::SaveGroup => said(unit.save_group(&act.some_group()).await),
        What::NextNumber => said(unit.next_number(group_id(act.group), act.kind()).await),
        What::SavePlace => said(unit.save_place(&act.place()).await),
        What::SaveMembership => said(unit.save_membership(&act.membership()).await),
        What::SaveTeam => {
            let team_number = act.n % TEAMS;
            let name = format!("team {team_number} of {}", act.minute);
            said(unit.save_team(&team(act.group, team_number, &name)).await)
        }
        What::JoinTeam => {
            let (group, team) = (group_id(act.group), team_id(act.n % TEAMS));
            let joined = unit.join_team(group, team, person_id(act.person), act.yes, at(act.minute));
            said(joined.await)
        }
        What::LeaveTeam => {
            let (group, team) = (group_id(act.group), team_id(act.n % TEAMS));
            said(unit.leave_team(group, team, person_id(act.person)).await)
        }
        What::SaveCode => said(unit.save_link_code(&act.code()).await),
        What::RevokeCodes => said(unit.revoke_link_codes(act.purpose()).await),
        What::CountWrongCode => {
            let (now, since) = (at(act.minute), at(act.minute - 10));
            said(unit.count_wrong_code(Platform::Console, "ana", now, since).await)
        }
        What::Merge => said(merge(unit, act).await),
        What::Schedule => said(unit.schedule(&act.due()).await),
        What::Unschedule => {
            let person = act.yes.then(|| person_id(act.person));
            said(unit.unschedule(group_id(act.group), act.due().subject, person).await)
        }
        What::SettleDue => said(unit.settle(&act.due()).await),
        What::Record => said(unit.record(&act.audit_entry(step)).await),
        What::Receive => said(unit.receive(&act.inbound()).await),
        What::Finish => said(unit.finish(&act.inbound(), at(act.minute)).await),
        What::Enqueue => said(unit.enqueue(&act.message()).await),
        What::Lease => {
            let (now, until) = (at(act.minute), at(act.minute + 3));
            let limit = u32::try_from(act.n + 1).unwrap();
            said(unit.lease(act.node(), now, until, limit).await)
        }
        What::BeginSending => said(unit.begin_sending(act.message().id, act.node()).await),
        What::SettleSending => {
            let end = match act.n {
                0 => OutboxState::Delivered,
                1 => OutboxState::Unknown,
                _ => OutboxState::Refused(Refusal::Blocked),
            };
            said(
                unit.settle_sending(act.message().id, act.node(), end, at(act.minute))
                    .await,
            )
        }
        What::Postpone => said(unit.postpone(act.message().id, act.node(), at(act.minute)).await),
        What::TakeOver => said(unit.take_over(act.node(), at(act.minute)).await),
        What::RememberUndo => said(unit.remember_undo(&act.undo()).await),
        What::TakeUndo => said(unit.take_undo(group_id(act.group), person_id(act.person)).await),
        What::ForgetUndo => said(unit.forget_undo(at(act.minute)).await),
        What::ForgetDone => said(unit.forget_done(at(act.minute)).await),
        What::ForgetSettled => said(unit.forget_settled(at(act.minute)).await),
        What::ForgetCodes => said(unit.forget_codes(at(act.minute)).await),
        What::SetClock => said(unit.set_hand_set_clock(act.yes.then(|| at(act.minute))).await),
    }
}

fn said<T: Debug>(result: StoreResult<T>) -> String {
    match result {
        Ok(answer) => format!("{answer:?}"),
        Err(error) => error.to_string(),
    }
}

/// Merges two people as the desk does, then lets the one who went in again, so that later acts find them.
async fn merge(unit: &mut dyn UnitOfWork, act: &Act) -> StoreResult<()> {
    if act.person == act.other {
        return Ok(());
    }
    let (from, into) = (person_id(act.person), person_id(act.other));
    unit.reassign_agenda(from, into).await?;
    unit.reassign_audit(from, into).await?;
    unit.reassign_outbox(from, into).await?;
    unit.forget_undo_of(from).await?;
    unit.merge_people(from, into).await?;
    unit.save_person(&act.somebody()).await
}

impl Act {
    fn kind(&self) -> Kind {
        if self.yes { Kind::Shift } else { Kind::Poll }
    }

    fn platform(&self) -> Platform {
        if self.yes { Platform::Console } else { Platform::Discord }
    }

    fn node(&self) -> &'static str {
        if self.yes { "a" } else { "b" }
    }

    fn somebody(&self) -> Person {
        Person {
            agreed_at: self.yes.then(|| at(self.minute)),
            version: u32::try_from(self.minute).unwrap(),
            ..person(1 + self.person, "Ben")
        }
    }

    fn account(&self) -> Account {
        Account {
            platform: self.platform(),
            account: self.n.to_string(),
            person: person_id(self.person),
            name: "Ben".to_owned(),
            seen_at: at(self.minute),
        }
    }

    fn some_group(&self) -> Group {
        Group {
            version: u32::try_from(self.minute).unwrap(),
            ..group(100 + self.group)
        }
    }

    fn place(&self) -> Place {
        Place {
            platform: self.platform(),
            place: self.n.to_string(),
            group: group_id(self.group),
            name: "a place".to_owned(),
        }
    }

    fn membership(&self) -> Membership {
        Membership {
            group: group_id(self.group),
            person: person_id(self.person),
            role: [Role::Member, Role::Captain, Role::Organizer][usize::try_from(self.n).unwrap()],
            joined_at: at(self.minute),
            room: room("main"),
        }
    }

    fn purpose(&self) -> LinkPurpose {
        let person = person_id(self.person);
        if self.yes {
            return LinkPurpose::Person(person);
        }
        LinkPurpose::Group {
            group: group_id(self.group),
            organizer: person,
        }
    }

    fn code(&self) -> LinkCode {
        LinkCode {
            hash: [u8::try_from(self.n).unwrap(); 32],
            purpose: self.purpose(),
            expires_at: at(self.minute),
            claimed_by: Some(person_id(self.other)).filter(|_| self.minute % 2 == 0),
            used_at: Some(at(0)).filter(|_| self.minute % 5 == 0),
        }
    }

    fn due(&self) -> Due {
        Due {
            at: at(self.minute / 4),
            group: group_id(self.group),
            subject: Subject {
                kind: self.kind(),
                id: id(300 + self.n),
            },
            act: DueAct::ALL[usize::try_from(self.minute % 2).unwrap()],
            person: Some(person_id(self.person)).filter(|_| self.other > 0),
        }
    }

    fn audit_entry(&self, step: u128) -> AuditEntry {
        AuditEntry {
            id: AuditId(id(step)),
            group: group_id(self.group),
            at: at(self.minute),
            actor: person_id(self.person),
            act: "role.captain".to_owned(),
            subject: None,
            person: self.yes.then(|| person_id(self.other)),
        }
    }

    fn inbound(&self) -> Inbound {
        Inbound {
            event: self.n.to_string(),
            room: room(if self.yes { "main" } else { "kitchen" }),
            place_name: "console".to_owned(),
            author: Author {
                account: "ana".to_owned(),
                name: "Ana".to_owned(),
                standing: Standing::Member,
            },
            content: Content::Typed("help".to_owned()),
            received_at: at(self.minute),
        }
    }

    fn message(&self) -> OutboxRow {
        let n = self.n * 10 + self.group;
        OutboxRow {
            id: OutboxId(id(n)),
            key: n.to_string(),
            kind: [OutboxKind::Notice, OutboxKind::Answer, OutboxKind::Reminder][usize::try_from(self.other).unwrap()],
            to: Address::Account {
                platform: self.platform(),
                account: "ana".to_owned(),
            },
            person: self.yes.then(|| person_id(self.person)),
            card: Card::default(),
            state: OutboxState::Pending,
            not_before: at(self.minute),
            created_at: at(self.minute / 3),
            owner: None,
            leased_until: None,
            attempts: 0,
        }
    }

    fn undo(&self) -> UndoEntry {
        UndoEntry {
            group: group_id(self.group),
            person: person_id(self.person),
            at: at(self.minute),
            undo: Undo::Lasting,
        }
    }
}

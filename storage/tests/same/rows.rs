//! What an act writes: rows made of its few numbers.

use muster_core::ids::{AuditId, CopyId, Kind, OutboxId, Reference};
use muster_core::locale::Language;
use muster_core::people::link::{LinkCode, LinkPurpose};
use muster_core::people::{Account, Departure, Group, Membership, Person, Place, Role};
use muster_core::reply::Card;
use muster_core::store::{
    AuditEntry, CardCopy, Due, DueAct, Later, Lease, OutboxKind, OutboxRow, OutboxState, Subject, UndoEntry,
};
use muster_core::surface::{Address, Author, Content, Inbound, Platform, Standing};
use muster_core::testing::contract::fixtures::{at, group, id, person, room};
use muster_core::undo::Undo;

use super::act::Act;
use super::world::{group_id, person_id};

impl Act {
    pub(super) fn kind(&self) -> Kind {
        if self.yes { Kind::Shift } else { Kind::Poll }
    }

    pub(super) fn platform(&self) -> Platform {
        if self.yes { Platform::Console } else { Platform::Discord }
    }

    pub(super) fn node(&self) -> &'static str {
        if self.yes { "a" } else { "b" }
    }

    pub(super) fn hold(&self) -> Lease<'static> {
        Lease {
            owner: self.node(),
            until: at(self.minute + 3),
        }
    }

    pub(super) fn later(&self) -> Later {
        Later {
            not_before: at(self.minute),
            counts: self.other == 0,
            doubtful_since: Some(at(self.minute)).filter(|_| self.n > 0),
        }
    }

    pub(super) fn reference(&self) -> Reference {
        Reference::new(self.kind(), 1)
    }

    pub(super) fn copy(&self, step: u128) -> CardCopy {
        CardCopy {
            id: CopyId(id(step)),
            group: group_id(self.group),
            shows: self.reference().into(),
            room: room("main"),
            message: step.to_string(),
            changes: 0,
            shown: 0,
            not_before: at(self.minute),
        }
    }

    pub(super) fn somebody(&self) -> Person {
        Person {
            agreed_at: self.yes.then(|| at(self.minute)),
            chosen_group: self.yes.then(|| group_id(self.group)),
            version: u32::try_from(self.minute).unwrap(),
            ..person(1 + self.person, "Ben")
        }
    }

    pub(super) fn account(&self) -> Account {
        Account {
            platform: self.platform(),
            account: self.n.to_string(),
            person: person_id(self.person),
            name: "Ben".to_owned(),
            handle: None,
            seen_at: at(self.minute),
        }
    }

    pub(super) fn some_group(&self) -> Group {
        Group {
            version: u32::try_from(self.minute).unwrap(),
            ..group(100 + self.group)
        }
    }

    pub(super) fn place(&self) -> Place {
        Place {
            platform: self.platform(),
            place: self.n.to_string(),
            group: group_id(self.group),
            name: "a place".to_owned(),
        }
    }

    pub(super) fn membership(&self) -> Membership {
        let (group, person) = (group_id(self.group), person_id(self.person));
        let membership = Membership {
            role: [Role::Member, Role::Captain, Role::Organizer][usize::try_from(self.n).unwrap()],
            ..Membership::entered(group, person, at(self.minute), room("main"))
        };
        match self.minute % 4 {
            0 => membership.suspended(Departure::Left, at(self.minute)),
            1 if self.yes => membership.suspended(Departure::Removed, at(self.minute)),
            _ => membership,
        }
    }

    pub(super) fn purpose(&self) -> LinkPurpose {
        let person = person_id(self.person);
        if self.yes {
            return LinkPurpose::Person(person);
        }
        LinkPurpose::Group {
            group: group_id(self.group),
            organizer: person,
        }
    }

    pub(super) fn code(&self) -> LinkCode {
        LinkCode {
            hash: [u8::try_from(self.n).unwrap(); 32],
            purpose: self.purpose(),
            expires_at: at(self.minute),
            claimed_by: Some(person_id(self.other)).filter(|_| self.minute % 2 == 0),
            joining: None,
            used_at: Some(at(0)).filter(|_| self.minute % 5 == 0),
        }
    }

    pub(super) fn due(&self) -> Due {
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

    pub(super) fn audit_entry(&self, step: u128) -> AuditEntry {
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

    pub(super) fn inbound(&self) -> Inbound {
        Inbound {
            event: self.n.to_string(),
            room: room(if self.yes { "main" } else { "kitchen" }),
            place_name: "console".to_owned(),
            author: Author::new("ana", "Ana", Standing::Member),
            content: Content::Typed("help".to_owned()),
            on: None,
            edits: None,
            answer_by: None,
            prefix: None,
            said_at: None,
            unseen: false,
            received_at: at(self.minute),
        }
    }

    pub(super) fn message(&self) -> OutboxRow {
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
            author: None,
            card: Card::default(),
            language: Language::English,
            about: None,
            state: OutboxState::Pending,
            not_before: at(self.minute),
            created_at: at(self.minute / 3),
            owner: None,
            leased_until: None,
            attempts: 0,
            doubtful_since: None,
        }
    }

    pub(super) fn undo(&self) -> UndoEntry {
        UndoEntry {
            group: group_id(self.group),
            person: person_id(self.person),
            at: at(self.minute),
            undo: Undo::Lasting,
        }
    }
}

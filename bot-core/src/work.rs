//! What every use case works with, whoever set it off: the unit of work, the hour, fresh ids, and the post.

use std::fmt;

use crate::clock::Instant;
use crate::error::Fault;
use crate::ids::{AuditId, GroupId, IdSource, Kind, OutboxId, PersonId, Reference};
use crate::locale::Voice;
use crate::people::{Group, Person};
use crate::phrase;
use crate::reply::{Block, Card, Line, Span};
use crate::store::{AuditEntry, OutboxKind, OutboxRow, OutboxState, StoreResult, UnitOfWork};
use crate::surface::{Address, RoomAddress};

/// A unit of work under way.
pub struct Work<'a> {
    /// The transaction.
    pub unit: &'a mut dyn UnitOfWork,
    /// Fresh ids and secrets.
    pub ids: &'a dyn IdSource,
    /// The present instant; it does not move within a unit of work.
    pub now: Instant,
}

impl fmt::Debug for Work<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Work").field("now", &self.now).finish_non_exhaustive()
    }
}

/// A personal message in the making.
#[derive(Debug, Clone)]
pub struct Personal {
    /// Why it is sent.
    pub kind: OutboxKind,
    /// What makes it the same message if it is made again.
    pub key: String,
    /// The instant after which it is worth nothing: quiet hours that end later do not hold it.
    pub useless_after: Option<Instant>,
}

impl Work<'_> {
    /// The next reference of that kind in the group, never given twice.
    pub async fn next_reference(&mut self, group: GroupId, kind: Kind) -> StoreResult<Reference> {
        Ok(Reference::new(kind, self.unit.next_number(group, kind).await?))
    }

    /// Writes a line of the audit log.
    pub async fn audit(
        &mut self,
        group: GroupId,
        actor: PersonId,
        act: &str,
        subject: Option<Reference>,
        person: Option<PersonId>,
    ) -> StoreResult<()> {
        let entry = AuditEntry {
            id: AuditId::new(self.ids, self.now),
            group,
            at: self.now,
            actor,
            act: act.to_owned(),
            subject: subject.map(|reference| reference.to_string()),
            person,
        };
        self.unit.record(&entry).await
    }

    /// How that person is spoken to in private: their own language and zone, else the group's.
    pub fn voice_of(&self, person: &Person, group: &Group) -> Voice {
        Voice {
            language: person.language.unwrap_or(group.language),
            zone: person.zone.clone().unwrap_or_else(|| group.zone.clone()),
            now: self.now,
        }
    }

    /// How a group's rooms are spoken to.
    pub fn voice_of_room(&self, group: &Group) -> Voice {
        Voice {
            language: group.language,
            zone: group.zone.clone(),
            now: self.now,
        }
    }

    /// Puts a message to a room in the post.
    pub async fn post(&mut self, room: RoomAddress, kind: OutboxKind, key: String, card: Card) -> StoreResult<()> {
        let to = Address::Room {
            room,
            only_for: None,
            answers: None,
        };
        self.enqueue(to, kind, key, None, card, self.now).await
    }

    /// Puts a message to one member in the post: in private if they agreed to that, else by name in the room where
    /// they last acted. Quiet hours hold it, unless it would come too late. `write` is asked for the card in the
    /// reader's voice. Somebody who left the group gets nothing.
    pub async fn notify(
        &mut self,
        group: &Group,
        person: PersonId,
        personal: Personal,
        write: impl FnOnce(&Voice) -> Card + Send,
    ) -> Result<(), Fault> {
        let Some(membership) = self.unit.membership(group.id, person).await? else {
            return Ok(());
        };
        let person = self
            .unit
            .person(person)
            .await?
            .ok_or(Fault::Invariant("a member is a person"))?;
        let voice = self.voice_of(&person, group);
        let account = self.unit.accounts_of(person.id).await?.into_iter().next();
        let (to, mut card) = match account {
            Some(account) if person.agreed_at.is_some() => (
                Address::Account {
                    platform: account.platform,
                    account: account.account,
                },
                write(&voice),
            ),
            _ => {
                let mut card = write(&self.voice_of_room(group));
                address_by_name(&mut card, &person.name);
                (
                    Address::Room {
                        room: membership.room,
                        only_for: None,
                        answers: None,
                    },
                    card,
                )
            }
        };
        let not_before = self.after_quiet_hours(&person, &voice, personal.useless_after, &mut card);
        self.enqueue(to, personal.kind, personal.key, Some(person.id), card, not_before)
            .await?;
        Ok(())
    }

    fn after_quiet_hours(
        &self,
        person: &Person,
        voice: &Voice,
        useless_after: Option<Instant>,
        card: &mut Card,
    ) -> Instant {
        let Some(quiet) = person.quiet else { return self.now };
        let release = quiet.release(self.now, &voice.zone);
        if release <= self.now {
            return self.now;
        }
        if useless_after.is_some_and(|end| end <= release) {
            card.blocks.push(Block::Line(voice.line(&phrase!("quiet-cannot-wait"))));
            return self.now;
        }
        card.blocks.push(Block::Line(voice.line(&phrase!("quiet-held"))));
        release
    }

    async fn enqueue(
        &mut self,
        to: Address,
        kind: OutboxKind,
        key: String,
        person: Option<PersonId>,
        card: Card,
        not_before: Instant,
    ) -> StoreResult<()> {
        let row = OutboxRow {
            id: OutboxId::new(self.ids, self.now),
            key,
            kind,
            to,
            person,
            card,
            state: OutboxState::Pending,
            not_before,
            created_at: self.now,
            owner: None,
            leased_until: None,
            attempts: 0,
        };
        self.unit.enqueue(&row).await?;
        Ok(())
    }
}

/// Opens a card that is for one member and shown in a room with their name.
fn address_by_name(card: &mut Card, name: &str) {
    let opening = [Span::Person(name.to_owned()), Span::Text(": ".to_owned())];
    if let Some(Block::Heading(Line(spans)) | Block::Line(Line(spans))) = card.blocks.first_mut() {
        spans.splice(0..0, opening);
    } else {
        card.blocks.insert(0, Block::Line(Line(opening.into())));
    }
}

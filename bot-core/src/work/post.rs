//! The post: messages to rooms and to people.

use std::fmt;

use chrono::TimeDelta;

use super::{Work, own_voice};
use crate::broadcast::Broadcast;
use crate::clock::Instant;
use crate::error::Fault;
use crate::ids::{CardOf, GroupId, OutboxId, PersonId};
use crate::locale::{Language, Phrase, Voice};
use crate::people::{ENDLESS, Group, Person};
use crate::phrase;
use crate::reply::{Block, Card, Line, Span};
use crate::store::{Due, DueAct, OutboxKind, OutboxRow, OutboxState, StoreResult};
use crate::surface::{Address, RoomAddress};
use crate::time::{QuietHours, Zone};

/// A personal message in the making.
#[derive(Debug, Clone)]
pub struct Personal {
    /// Why it is sent.
    pub kind: OutboxKind,
    /// What makes it the same message if it is made again.
    pub key: String,
    /// The instant after which it is worth nothing: quiet hours that end later do not hold it.
    pub useless_after: Option<Instant>,
    /// Until when it was held on the agenda, where it was: then it says so.
    pub held: Option<Instant>,
    /// What holds it back.
    pub patience: Patience,
    /// The broadcast that it is a copy of.
    pub about: Option<(GroupId, CardOf)>,
}

/// What became of a message that goes in private or not at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// It is in the post.
    Now,
    /// It is in the post until their quiet hours are over.
    Held,
    /// They have not agreed to private messages.
    Nowhere,
}

/// A message to be put in the post.
struct Message {
    to: Address,
    kind: OutboxKind,
    key: String,
    person: Option<PersonId>,
    about: Option<(GroupId, CardOf)>,
    card: Card,
    language: Language,
    not_before: Instant,
}

/// What holds a personal message back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Patience {
    /// Quiet hours and a pause: news, and reminders of what everybody is reminded of.
    Waits,
    /// Quiet hours alone: what the person asked for at that time.
    AskedFor,
    /// Nothing: what the person asked for every day at that very hour.
    AtOnce,
}

impl Personal {
    /// News for that person. `event` names what happened, so that it is told once.
    pub fn news(event: impl fmt::Display, person: PersonId) -> Self {
        Self {
            kind: OutboxKind::Notice,
            key: format!("notice/{event}/{}", person.0),
            useless_after: None,
            held: None,
            patience: Patience::Waits,
            about: None,
        }
    }

    /// What falls due for that person.
    pub fn due(due: &Due, person: PersonId) -> Self {
        Self {
            kind: OutboxKind::Reminder,
            key: due.key(person.0),
            useless_after: None,
            held: (due.act == DueAct::Held).then_some(due.at),
            patience: Patience::Waits,
            about: None,
        }
    }

    /// That person's copy of a broadcast. Who paused messages is not written to, so nothing is left to wait for that.
    pub fn copy(broadcast: &Broadcast, person: PersonId) -> Self {
        Self {
            kind: OutboxKind::Broadcast,
            key: format!("broadcast/{}/{}", broadcast.id.0, person.0),
            useless_after: None,
            held: None,
            patience: Patience::Waits,
            about: Some((broadcast.group, broadcast.reference().into())),
        }
    }

    /// The same, held back by that.
    #[must_use]
    pub const fn with(mut self, patience: Patience) -> Self {
        self.patience = patience;
        self
    }

    /// The same, worth nothing after that instant.
    #[must_use]
    pub const fn until(mut self, useless_after: Option<Instant>) -> Self {
        self.useless_after = useless_after;
        self
    }
}

impl Work<'_> {
    /// Puts a message to a room in the post, in the language that its card is in.
    pub async fn post(
        &mut self,
        room: RoomAddress,
        kind: OutboxKind,
        key: String,
        (card, language): (Card, Language),
    ) -> StoreResult<()> {
        let to = Address::Room {
            room,
            only_for: None,
            answers: None,
        };
        self.post_to(to, kind, key, (card, language)).await
    }

    /// The same to an address.
    pub async fn post_to(
        &mut self,
        to: Address,
        kind: OutboxKind,
        key: String,
        (card, language): (Card, Language),
    ) -> StoreResult<()> {
        let message = Message {
            to,
            kind,
            key,
            person: None,
            about: None,
            card,
            language,
            not_before: self.now,
        };
        self.enqueue(message).await
    }

    /// Puts a message to somebody in the post that goes in private, after their quiet hours, or not at all. `write` is
    /// asked for the card in the reader's voice.
    pub async fn write_to(
        &mut self,
        person: &Person,
        group: &Group,
        personal: Personal,
        write: impl FnOnce(&Voice) -> Card + Send,
    ) -> Result<Written, Fault> {
        let Some(to) = self.private_address(person).await? else {
            return Ok(Written::Nowhere);
        };
        let own = self.voice_of(person, group);
        let goes_at = self.send(person, to, personal, write(&own), &own, &own).await?;
        Ok(if goes_at > self.now {
            Written::Held
        } else {
            Written::Now
        })
    }

    /// Puts a message to one member in the post: in private if they agreed to that, else by name in the room where
    /// they last acted. Quiet hours and a pause hold it, unless it would come too late. `write` is asked for the card in the
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
        let own = self.voice_of(&person, group);
        if let Some(to) = self.private_address(&person).await? {
            self.send(&person, to, personal, write(&own), &own, &own).await?;
            return Ok(());
        }
        let to = Address::Room {
            room: membership.room,
            only_for: None,
            answers: None,
        };
        let rooms = self.voice_of_room(group);
        let mut card = write(&rooms);
        address_by_name(&mut card, &person.name);
        self.send(&person, to, personal, card, &rooms, &own).await?;
        Ok(())
    }

    /// Puts a line of the agenda that falls into the reader's quiet hours or pause off until they end, unless that would
    /// be too late; whether it was put off. So what is said then is true then.
    pub async fn hold(
        &mut self,
        due: &Due,
        reader: &Person,
        group: &Group,
        useless_after: Option<Instant>,
    ) -> StoreResult<bool> {
        let zone = self.voice_of(reader, group).zone;
        let release = self.release(reader, &zone, Patience::Waits);
        if release == self.now || useless_after.is_some_and(|end| end <= release) {
            return Ok(false);
        }
        let held = Due {
            at: release,
            act: DueAct::Held,
            person: Some(reader.id),
            ..due.clone()
        };
        self.unit.schedule(&held).await?;
        Ok(true)
    }

    /// When that person may be written to about a group's work: now, or when their quiet hours and pause are over.
    pub(crate) fn may_be_written_to(&self, reader: &Person, group: &Group) -> Instant {
        self.release(reader, &self.voice_of(reader, group).zone, Patience::Waits)
    }

    /// When that person may be written to: now, or when their pause ends, and their quiet hours after it.
    fn release(&self, reader: &Person, zone: &Zone, patience: Patience) -> Instant {
        let paused = reader.pause.as_ref().filter(|_| patience == Patience::Waits);
        let free = paused.map_or(self.now, |pause| pause.end().max(self.now));
        if free == ENDLESS {
            return free;
        }
        let quiet = reader.quiet.filter(|_| patience != Patience::AtOnce);
        quiet.map_or(free, |quiet| quiet.release(free, zone).max(free))
    }

    /// Lets go what waits for that person as soon as their settings allow it now; when that is, and how many messages.
    /// What was held on the agenda is looked at anew, and may be held again.
    pub async fn release_held(&mut self, reader: &Person, zone: &Zone) -> StoreResult<(Instant, u64)> {
        let at = self.release(reader, zone, Patience::Waits);
        self.unit.release_held_lines(reader.id, self.now).await?;
        let messages = self.unit.release_held_messages(reader.id, at).await?;
        Ok((at, messages))
    }

    /// Puts a message to one person in the post that concerns no group: in private if they agreed to that, else by
    /// name in a room of their first group; whoever has neither gets nothing. `voice` serves where they have set no
    /// language or zone.
    pub async fn tell(
        &mut self,
        person: &Person,
        voice: &Voice,
        personal: Personal,
        write: impl FnOnce(&Voice) -> Card + Send,
    ) -> Result<(), Fault> {
        if let Some(to) = self.private_address(person).await? {
            let own = own_voice(person, voice);
            self.send(person, to, personal, write(&own), &own, &own).await?;
            return Ok(());
        }
        match self.unit.groups_of(person.id).await?.first() {
            Some(group) => self.notify(group, person.id, personal, write).await,
            None => Ok(()),
        }
    }

    /// Where somebody who agreed to private messages gets them: on the platform that they chose, else on the account they used
    /// last.
    async fn private_address(&mut self, person: &Person) -> StoreResult<Option<Address>> {
        if person.agreed_at.is_none() {
            return Ok(None);
        }
        let accounts = self.unit.accounts_of(person.id).await?;
        let accounts = person.in_order_of_trying(accounts);
        Ok(accounts.into_iter().next().map(|account| Address::Account {
            platform: account.platform,
            account: account.account,
        }))
    }

    /// Puts a personal message in the post, after the person's quiet hours and pause. `voice` is the one that the card speaks
    /// in, `own` the person's, whose wall clock their quiet hours go by. When it goes.
    async fn send(
        &mut self,
        person: &Person,
        to: Address,
        personal: Personal,
        card: Card,
        voice: &Voice,
        own: &Voice,
    ) -> StoreResult<Instant> {
        let release = self.release(person, &own.zone, personal.patience);
        let paused = personal.patience == Patience::Waits && person.is_paused(self.now);
        let too_late = personal.useless_after.is_some_and(|end| end <= release);
        let (not_before, said) = match personal.held {
            _ if too_late && release > self.now && paused => (self.now, Some(phrase!("pause-cannot-wait"))),
            _ if too_late && release > self.now => (self.now, Some(phrase!("quiet-cannot-wait"))),
            Some(until) => (self.now, Some(why_held(person, until, &own.zone))),
            None if release == self.now => (self.now, None),
            None if paused => (release, Some(phrase!("pause-held"))),
            None => (release, Some(phrase!("quiet-held"))),
        };
        let card = match said {
            Some(said) => card.before_actions(voice.line(&said)),
            None => card,
        };
        let message = Message {
            to,
            kind: personal.kind,
            key: personal.key,
            person: Some(person.id),
            about: personal.about,
            card,
            language: voice.language,
            not_before,
        };
        self.enqueue(message).await?;
        Ok(not_before)
    }

    async fn enqueue(&mut self, message: Message) -> StoreResult<()> {
        let row = OutboxRow {
            id: OutboxId::new(self.ids, self.now),
            key: message.key,
            kind: message.kind,
            to: message.to,
            person: message.person,
            author: None,
            card: message.card,
            language: message.language,
            about: message.about,
            state: OutboxState::Pending,
            not_before: message.not_before,
            created_at: self.now,
            owner: None,
            leased_until: None,
            attempts: 0,
            doubtful_since: None,
        };
        self.unit.enqueue(&row).await?;
        Ok(())
    }
}

/// Why something waited until that instant: what held it may have been changed or ended since.
fn why_held(person: &Person, until: Instant, zone: &Zone) -> Phrase {
    let moment_before = until - TimeDelta::microseconds(1);
    let quiet_ended = |quiet: QuietHours| quiet.release(moment_before, zone) == until;
    if person.pause.as_ref().is_some_and(|pause| pause.end() == until) {
        phrase!("pause-held")
    } else if person.quiet.is_some_and(quiet_ended) {
        phrase!("quiet-held")
    } else {
        phrase!("held-until-now")
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

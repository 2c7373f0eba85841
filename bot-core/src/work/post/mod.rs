//! The post: messages to rooms and to people.
//!
//! - here: where they go; `personal`: what makes one; `waiting`: what holds one back, and lets it go

mod personal;
mod waiting;

use super::{Work, own_voice};
use crate::clock::Instant;
use crate::error::Fault;
use crate::ids::{CardOf, GroupId, OutboxId, PersonId};
use crate::locale::{Language, Voice};
use crate::people::{Group, Person};
use crate::phrase;
use crate::reply::{Block, Card, Line, Span};
use crate::store::{OutboxKind, OutboxRow, OutboxState, StoreResult};
use crate::surface::{Address, RoomAddress};

use waiting::why_held;

pub use personal::{Patience, Personal};

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

/// Opens a card that is for one member and shown in a room with their name.
fn address_by_name(card: &mut Card, name: &str) {
    let opening = [Span::Person(name.to_owned()), Span::Text(": ".to_owned())];
    if let Some(Block::Heading(Line(spans)) | Block::Line(Line(spans))) = card.blocks.first_mut() {
        spans.splice(0..0, opening);
    } else {
        card.blocks.insert(0, Block::Line(Line(opening.into())));
    }
}

//! Messages on their way out.
//!
//! - [`Post`]: one attempt: where a message goes, and what becomes of it
//! - [`target`]: where a message goes, and what it belongs to; [`private`]: somebody's private room
//! - [`polls`]: polls as Matrix has them; `pin`: what stays at the top; `verdict`: what the server says of an attempt
//! - `turns`: events into rooms, one at a time into each

mod pin;
mod polls;
mod private;
mod target;
mod turns;
mod verdict;

use std::sync::Arc;

use matrix_sdk::ruma::{EventId, OwnedEventId, OwnedTransactionId, RoomId, TransactionId};
use matrix_sdk::{Client, Room};
use muster_core::locale::Language;
use muster_core::people::Prefix;
use muster_core::surface::{Address, Delivery, Edit, Refusal, RoomAddress, Verdict};

use crate::account::Account;
use crate::render::{self, Document, Message, Style, Tone};
use crate::{place, upgrade};
use polls::Polls;
use private::Private;
use target::Target;
use turns::Turns;

const MESSAGE: &str = "m.room.message";

/// Sends what people are to see.
#[derive(Debug)]
pub(crate) struct Post {
    account: Arc<Account>,
    private: Private,
    polls: Polls,
    turns: Turns,
}

impl Post {
    pub(crate) fn new(account: Arc<Account>) -> Self {
        Self {
            account,
            private: Private::default(),
            polls: Polls::default(),
            turns: Turns::default(),
        }
    }

    pub(crate) async fn deliver(&self, delivery: &Delivery) -> Verdict {
        let Some(client) = self.account.informed_client().await else {
            return Verdict::Retry { after: None };
        };
        match self.target(client, &delivery.to).await {
            Ok(target) => self.send(&target, delivery).await,
            Err(verdict) => verdict,
        }
    }

    async fn target(&self, client: &Client, to: &Address) -> Result<Target, Verdict> {
        match to {
            Address::Account { account, .. } => self.person(client, account).await,
            Address::Room {
                room,
                only_for: Some(account),
                ..
            } if !room.private => self.person(client, account).await,
            Address::Room { room, answers, .. } => {
                let here = joined(client, room).await?;
                let thread = thread_in(&here, room).await;
                Ok(Target::room(here, room.private, thread, answers.as_deref()))
            }
        }
    }

    async fn person(&self, client: &Client, account: &str) -> Result<Target, Verdict> {
        Ok(Target::person(self.private.room_with(client, account).await?))
    }

    async fn send(&self, target: &Target, delivery: &Delivery) -> Verdict {
        match self.send_all(target, delivery).await {
            Ok(sent) => Verdict::Delivered {
                receipt: Some(sent.to_string()),
            },
            Err(error) => verdict::of(&error, &target.room),
        }
    }

    /// Sends a card, and then what goes with it: each under a key of its own, so that none of it comes twice.
    async fn send_all(&self, target: &Target, delivery: &Delivery) -> matrix_sdk::Result<OwnedEventId> {
        let style = style(delivery.language, &delivery.prefix, target.private);
        let card = target.addressed(&delivery.card).await;
        let mut message = render::message(&card, style);
        let pictures = muster_picture::drawn(&card).await;
        message.documents.extend(pictures.into_iter().map(Document::from));
        let key = delivery.id.0.as_simple().to_string();
        let content = target.content(&message);
        let sent = self.turns.post(&target.room, MESSAGE, content, keyed(&key)).await?;
        for (number, file) in message.documents.iter().enumerate() {
            let key = keyed(&format!("{key}-{number}"));
            if let Err(error) = self.turns.upload(&target.room, file, key).await {
                // A card is whole without its picture.
                let refused = matches!(verdict::of(&error, &target.room), Verdict::Refused(_));
                if !refused || file.picture.is_none() {
                    return Err(error);
                }
                tracing::info!(%error, "a card goes without its picture");
            }
        }
        if let Some(ballot) = render::ballot(&card).filter(|_| !target.private) {
            let below = self.polls.opens(&self.turns, target, &ballot, sent.as_str(), &key);
            below.await?;
        }
        if delivery.pin {
            self.pin(target, &sent, style).await;
        }
        Ok(sent)
    }

    pub(crate) async fn edit(&self, edit: &Edit) -> Verdict {
        let Some(client) = self.account.informed_client().await else {
            return Verdict::Retry { after: None };
        };
        let room = match joined(client, &edit.room).await {
            Ok(room) => room,
            Err(verdict) => return verdict,
        };
        let style = style(edit.language, &edit.prefix, edit.room.private);
        let tone = if edit.room.private { Tone::Loud } else { Tone::Quiet };
        let message = render::message(&edit.card, style);
        match self.change(&room, edit, &message, tone).await {
            Ok(()) => Verdict::Delivered { receipt: None },
            Err(error) => verdict::of(&error, &room),
        }
    }

    async fn change(&self, room: &Room, edit: &Edit, message: &Message, tone: Tone) -> matrix_sdk::Result<()> {
        if render::ballot(&edit.card).is_none() {
            self.polls.ends(&self.turns, room, &edit.message, message).await?;
        }
        let content = message.instead_of(&edit.message, tone);
        self.turns.post(room, MESSAGE, content, TransactionId::new()).await?;
        Ok(())
    }
}

fn style(language: Language, prefix: &Prefix, private: bool) -> Style<'_> {
    Style {
        language,
        mark: (!private).then(|| prefix.as_str()),
    }
}

fn keyed(key: &str) -> OwnedTransactionId {
    key.into()
}

/// A room that the bot is in, unless it goes on in another one.
async fn joined(client: &Client, room: &RoomAddress) -> Result<Room, Verdict> {
    if let Some(moved) = upgrade::moved(room, client).await {
        return Err(Verdict::Moved(moved));
    }
    let id = RoomId::parse(place::parts(room).0).ok();
    let room = id.and_then(|id| client.get_room(&id));
    let room = room.ok_or(Verdict::Refused(Refusal::Gone))?;
    match room.state() {
        matrix_sdk::RoomState::Joined => Ok(room),
        _ => Err(Verdict::Refused(Refusal::Left)),
    }
}

/// The thread that a message goes to. Those of a room that goes on in this one stayed there.
async fn thread_in<'a>(here: &Room, room: &'a RoomAddress) -> Option<&'a str> {
    let thread = place::parts(room).1?;
    if here.predecessor_room().is_none() {
        return Some(thread);
    }
    let first = EventId::parse(thread).ok()?;
    here.event(&first, None).await.is_ok().then_some(thread)
}

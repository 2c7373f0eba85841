//! The test platform as the binary sees it: what an adapter of a real platform does, over a local socket.
//!
//! - here: what goes out, and what the platform says of it
//! - `receiving`: what comes in
//! - `unanswered`: events that wait for their first answer, and deferring it
//! - `lines`: the connections

mod lines;
mod receiving;
mod unanswered;

use std::fmt;
use std::sync::Arc;

use async_trait::async_trait;
use muster_core::chrono::TimeDelta;
use muster_core::clock::Clock;
use muster_core::surface::{
    Adapter, Address, Caps, Courier, Cut, Delivery, Edit, Intake, NotTold, PauseScope, Platform, Refusal, RoomAddress,
    Standing, Verdict,
};

use crate::address::PlatformAddress;
use crate::profile::Profile;
use crate::wire::{Chat, Message, Reply, Request};
use lines::{Failure, Lines};
use unanswered::Unanswered;

/// The longest key that the profile `Deadline` takes, in characters (Discord's `nonce`).
pub const KEY_CHARS: usize = 25;

/// The bot's account on a test platform.
pub struct TestAdapter {
    address: PlatformAddress,
    clock: Arc<dyn Clock>,
    lines: Arc<Lines>,
    unanswered: Unanswered,
}

impl fmt::Debug for TestAdapter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TestAdapter")
            .field("address", &self.address)
            .finish_non_exhaustive()
    }
}

impl TestAdapter {
    /// The account on the platform at that address. Nothing is connected until something is received or sent.
    pub fn new(address: PlatformAddress, clock: Arc<dyn Clock>) -> Self {
        let lines = Arc::new(Lines::new(address.socket.clone(), address.patience));
        Self {
            unanswered: Unanswered::new(Arc::clone(&lines), address.defer_after),
            address,
            clock,
            lines,
        }
    }

    /// The first answer to an event, or, where there was one (a deferral, an earlier attempt), its original instead: so
    /// an answer that was cut off is not doubled. An event that can be answered no more is answered by a message.
    async fn answer(&self, event: &str, private: bool, delivery: &Delivery) -> Result<Reply, Failure> {
        let message = Message::from(&delivery.card);
        let first = Request::Respond {
            event: event.to_owned(),
            private,
            message: message.clone(),
        };
        let mut reply = self.lines.ask(&first).await?;
        if matches!(reply, Reply::AlreadyAcknowledged) {
            let event = event.to_owned();
            reply = self.lines.ask(&Request::EditOriginal { event, message }).await?;
        }
        match reply {
            // It is tried again, until when the answer may have to be deferred.
            Reply::Unavailable | Reply::TooMany { .. } => return Ok(reply),
            _ => self.unanswered.settled(event),
        }
        match reply {
            Reply::Expired => self.send(delivery).await,
            reply => Ok(reply),
        }
    }

    async fn send(&self, delivery: &Delivery) -> Result<Reply, Failure> {
        let answers = match &delivery.to {
            Address::Room { answers, .. } => answers.clone(),
            Address::Account { .. } => None,
        };
        let message = Request::Send {
            to: chat(&delivery.to),
            answers,
            key: self.key(delivery),
            message: Message::from(&delivery.card),
        };
        self.lines.ask(&message).await
    }

    /// What the platform knows the message again by.
    fn key(&self, delivery: &Delivery) -> Option<String> {
        let mut key = delivery.id.0.as_simple().to_string();
        match self.address.profile {
            Profile::Deadline => key.truncate(KEY_CHARS),
            Profile::NoIdempotency => return None,
            Profile::TransactionIds => {}
        }
        Some(key)
    }
}

impl Drop for TestAdapter {
    fn drop(&mut self) {
        self.unanswered.end();
    }
}

#[async_trait]
impl Adapter for TestAdapter {
    fn platform(&self) -> Platform {
        self.address.profile.platform()
    }

    async fn receive(&self, intake: &dyn Intake) -> Cut {
        let Err(cut) = self.hear(intake).await;
        cut
    }

    async fn standing(&self, _room: &RoomAddress, account: &str) -> Result<Standing, NotTold> {
        let account = account.to_owned();
        match self.lines.ask(&Request::Standing { account }).await {
            Ok(Reply::Standing { administrator }) => Ok(receiving::standing(administrator)),
            _ => Err(NotTold),
        }
    }
}

#[async_trait]
impl Courier for TestAdapter {
    fn caps(&self) -> Caps {
        self.address.profile.caps(self.address.rates())
    }

    async fn deliver(&self, delivery: &Delivery) -> Verdict {
        let reply = match (&delivery.to, self.address.profile) {
            (
                Address::Room {
                    answers: Some(event),
                    only_for,
                    ..
                },
                Profile::Deadline,
            ) => self.answer(event, only_for.is_some(), delivery).await,
            _ => self.send(delivery).await,
        };
        let room = match &delivery.to {
            Address::Room { room, .. } => Some(room),
            Address::Account { .. } => None,
        };
        verdict(reply, room)
    }

    async fn edit(&self, edit: &Edit) -> Verdict {
        let change = Request::Edit {
            receipt: edit.message.clone(),
            message: Message::from(&edit.card),
        };
        verdict(self.lines.ask(&change).await, Some(&edit.room))
    }
}

/// Where a message goes that answers no event in place: one that a single person may see, to their private chat.
fn chat(to: &Address) -> Chat {
    match to {
        Address::Room {
            only_for: Some(account),
            ..
        }
        | Address::Account { account, .. } => Chat::Private(account.clone()),
        Address::Room { room, .. } => Chat::of_room(&room.room),
    }
}

fn verdict(reply: Result<Reply, Failure>, room: Option<&RoomAddress>) -> Verdict {
    match reply {
        Err(Failure::NotSent) | Ok(Reply::Unavailable) => Verdict::Retry { after: None },
        Err(Failure::CutOff) => Verdict::Unknown,
        Ok(Reply::Done(receipt)) => Verdict::Delivered { receipt },
        Ok(Reply::Refused(refusal)) => Verdict::Refused(refusal),
        Ok(Reply::TooMany {
            account,
            retry_after_ms,
        }) => Verdict::Paused {
            scope: if account { PauseScope::Account } else { PauseScope::Chat },
            length: TimeDelta::milliseconds(i64::try_from(retry_after_ms).unwrap_or(i64::MAX)),
        },
        Ok(Reply::Moved(name)) => room.map_or(Verdict::Refused(Refusal::Gone), |room| {
            Verdict::Moved(RoomAddress {
                room: name,
                ..room.clone()
            })
        }),
        Ok(Reply::BadRequest(why)) => {
            tracing::error!(why, "the test platform does not understand its adapter");
            Verdict::Refused(Refusal::Forbidden)
        }
        Ok(
            Reply::Events { .. }
            | Reply::Standing { .. }
            | Reply::Conflict
            | Reply::AlreadyAcknowledged
            | Reply::Expired,
        ) => Verdict::Refused(Refusal::Gone),
    }
}

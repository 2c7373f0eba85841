//! Messages on their way out.
//!
//! - [`Post`]: one attempt: where a message goes, and how an answer is given where it was asked for
//! - [`send`]: one message to one channel; `private`: somebody's private chat; `pin`: what is kept pinned in a channel

mod pin;
mod private;
mod send;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use muster_core::chrono::TimeDelta;
use muster_core::surface::{Address, Delivery, Edit, PauseScope, Refusal, RoomAddress, Verdict};

use crate::account::Account;
use crate::api::endpoints::{self, Body};
use crate::inbound::answer::AnswerBy;
use crate::inbound::event::message_of;
use crate::place::is_id;
use crate::render::{self, Document, Message};
use crate::unanswered::{NotInPlace, Unanswered};
use crate::verdict::verdict;
use private::PrivateChats;
use send::{MISSING_PERMISSIONS, Target};

/// Sends what people are to see.
#[derive(Debug)]
pub(crate) struct Post {
    account: Arc<Account>,
    unanswered: Unanswered,
    private_chats: PrivateChats,
}

impl Post {
    pub(crate) fn new(account: Arc<Account>, unanswered: Unanswered) -> Self {
        Self {
            account,
            unanswered,
            private_chats: PrivateChats::default(),
        }
    }

    pub(crate) async fn deliver(&self, delivery: &Delivery) -> Verdict {
        match &delivery.to {
            Address::Account { account, .. } => self.send_to_person(account, delivery).await,
            Address::Room { room, .. } if !is_id(&room.room) => Verdict::Refused(Refusal::Gone),
            Address::Room {
                room,
                only_for,
                answers,
            } => {
                let only_for = only_for.as_deref().filter(|_| !room.private);
                let answers = answers.as_deref();
                match answers.and_then(|event| event.parse().ok()) {
                    Some(interaction) => self.answer(&interaction, room, only_for, delivery).await,
                    None => self.write(room, only_for, answers.and_then(message_of), delivery).await,
                }
            }
        }
    }

    /// Whether the answer to an interaction can be given in place, where no limit counts it.
    pub(crate) fn answers_in_place(&self, to: &Address) -> bool {
        let Address::Room {
            answers: Some(event), ..
        } = to
        else {
            return false;
        };
        event
            .parse()
            .is_ok_and(|interaction| self.unanswered.waits(&interaction))
    }

    /// Answers an interaction in place. Too late for that, it waits for its turn as any message does; what is for one person
    /// goes to them in private, never to the room.
    async fn answer(
        &self,
        interaction: &AnswerBy,
        room: &RoomAddress,
        only_for: Option<&str>,
        delivery: &Delivery,
    ) -> Verdict {
        let message = with_pictures(delivery).await;
        let had_no_turn = self.unanswered.waits(interaction);
        let mut answered = self.unanswered.answer(interaction, &message).await;
        if let Err(NotInPlace::Failed(failure)) = &answered
            && failure.code() == Some(MISSING_PERMISSIONS)
            && let Some(rest) = message.without_pictures()
        {
            answered = self.unanswered.answer(interaction, &rest).await;
        }
        match answered {
            Ok(receipt) => {
                // What one person sees no later edit reaches.
                let receipt = receipt.filter(|_| !interaction.only_they());
                if let Some(message) = receipt.as_deref().filter(|_| delivery.pin) {
                    self.pin(&room.room, message, delivery.language).await;
                }
                Verdict::Delivered { receipt }
            }
            Err(NotInPlace::TooLate) if had_no_turn => Verdict::Paused {
                scope: PauseScope::Chat,
                length: TimeDelta::zero(),
            },
            Err(NotInPlace::TooLate) => {
                let only_for = only_for.or(interaction.only_for.as_deref());
                self.write(room, only_for, None, delivery).await
            }
            Err(NotInPlace::Failed(failure)) => verdict(&failure, false),
        }
    }

    /// Writes a message of its own: to the room, or to the one person there who may see it.
    async fn write(
        &self,
        room: &RoomAddress,
        only_for: Option<&str>,
        reply_to: Option<&str>,
        delivery: &Delivery,
    ) -> Verdict {
        if let Some(account) = only_for {
            return self.send_to_person(account, delivery).await;
        }
        let target = Target {
            channel: &room.room,
            private: room.private,
            reply_to: reply_to.filter(|_| !room.private),
        };
        self.send_to(target, delivery).await
    }

    pub(crate) async fn edit(&self, edit: &Edit) -> Verdict {
        if !is_id(&edit.room.room) || !is_id(&edit.message) {
            return Verdict::Refused(Refusal::Gone);
        }
        // The files of a message stay what they were.
        let message = Message {
            documents: Vec::new(),
            ..render::message(&edit.card, edit.language)
        };
        let request = endpoints::edit(&edit.room.room, &edit.message, Body::Json(message.body()));
        match self.account.api.tell(request).await {
            Ok(()) => Verdict::Delivered { receipt: None },
            Err(failure) => verdict(&failure, edit.room.private),
        }
    }
}

/// The message of a card, with its pictures.
async fn with_pictures(delivery: &Delivery) -> Message {
    let mut message = render::message(&delivery.card, delivery.language);
    let pictures = muster_picture::drawn(&delivery.card).await;
    message.documents.extend(pictures.into_iter().map(Document::from));
    message
}

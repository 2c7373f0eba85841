//! Messages on their way out.
//!
//! - [`Post`]: one attempt: where a message goes, and how an answer is given where it was asked for
//! - [`send`]: one message to one chat; `pin`: what is kept at its top; `start`: where somebody has no private chat yet

mod pin;
mod send;
mod start;

use std::sync::Arc;

use muster_core::reply::action::ActionToken;
use muster_core::reply::{Block, Card};
use muster_core::surface::{Address, Delivery, Edit, Refusal, Verdict};

use crate::account::Account;
use crate::api::failure::Failure;
use crate::api::methods::{EditMessageText, LinkPreview};
use crate::inbound::event::EventId;
use crate::place::ChatRoom;
use crate::render;
use crate::unanswered::{TapAnswer, Unanswered, query_of};
use crate::verdict::Pauses;
use send::Target;

/// Sends what people are to see.
#[derive(Debug)]
pub(crate) struct Post {
    account: Arc<Account>,
    unanswered: Unanswered,
    pauses: Pauses,
}

impl Post {
    pub(crate) fn new(account: Arc<Account>, unanswered: Unanswered) -> Self {
        Self {
            account,
            unanswered,
            pauses: Pauses::default(),
        }
    }

    pub(crate) async fn deliver(&self, delivery: &Delivery) -> Verdict {
        let verdict = match &delivery.to {
            Address::Account { account, .. } => match account.parse() {
                Ok(chat) => self.send_to(Target::person(chat), delivery).await,
                Err(_) => Verdict::Refused(Refusal::Gone),
            },
            Address::Room {
                room,
                only_for,
                answers,
            } => match ChatRoom::of(room) {
                Some(here) => {
                    let answer = Answer {
                        here: Target::room(here, room.private),
                        only_for: only_for.as_deref().and_then(|account| account.parse().ok()),
                        event: answers.as_deref(),
                    };
                    self.answer(answer, delivery).await
                }
                None => Verdict::Refused(Refusal::Gone),
            },
        };
        if let (
            Address::Room {
                answers: Some(event), ..
            },
            false,
        ) = (&delivery.to, comes_again(&verdict))
        {
            self.unanswered.answer(event, TapAnswer::Nothing).await;
        }
        verdict
    }

    /// Whether the answer to a tap can be given in place, where no limit counts it.
    pub(crate) fn answers_in_place(&self, to: &Address, card: &Card) -> bool {
        match to {
            Address::Room {
                room,
                answers: Some(event),
                ..
            } if !room.private => self.in_place(event, card).is_some(),
            _ => false,
        }
    }

    /// What is shown in place of a message where somebody tapped: nothing of what needs buttons, since those are on the
    /// card that was tapped, unless the answer asks back.
    fn in_place(&self, event: &str, card: &Card) -> Option<String> {
        query_of(event)?;
        let command = self.unanswered.command(event)?;
        if asks_back(card, &command) {
            return None;
        }
        render::toast(card)
    }

    async fn answer(&self, answer: Answer<'_>, delivery: &Delivery) -> Verdict {
        let Some(event) = answer.event else {
            return self.send_to(answer.here, delivery).await;
        };
        if let (false, Some(said)) = (answer.here.private, self.in_place(event, &delivery.card))
            && self.unanswered.answer(event, TapAnswer::Alert(said)).await
        {
            return Verdict::Delivered { receipt: None };
        }
        match answer.only_for {
            Some(account) => self.answer_in_private(account, &answer, event, delivery).await,
            None => self.send_to(answer.here.in_reply_to(message_of(event)), delivery).await,
        }
    }

    pub(crate) async fn edit(&self, edit: &Edit) -> Verdict {
        let (Some(room), Ok(message_id)) = (ChatRoom::of(&edit.room), edit.message.parse()) else {
            return Verdict::Refused(Refusal::Gone);
        };
        let change = EditMessageText {
            chat_id: room.chat,
            message_id,
            message: render::message(&edit.card, edit.language),
            link_preview_options: LinkPreview::NONE,
        };
        match self.account.api.ask(&change).await {
            Ok(_) => Verdict::Delivered { receipt: None },
            Err(failure) if failure.is_not_modified() => Verdict::Delivered { receipt: None },
            Err(failure) => self.failed(&failure, Target::room(room, edit.room.private)),
        }
    }

    fn failed(&self, failure: &Failure, target: Target) -> Verdict {
        self.pauses
            .verdict(failure, target.room, target.private, self.account.now())
    }
}

/// An answer, and where it was asked for.
struct Answer<'a> {
    here: Target,
    only_for: Option<i64>,
    event: Option<&'a str>,
}

/// Whether the message is attempted again later.
const fn comes_again(verdict: &Verdict) -> bool {
    matches!(
        verdict,
        Verdict::Retry { .. } | Verdict::Paused { .. } | Verdict::Moved(_)
    )
}

/// Whether the answer to a command asks for more of it: one of its buttons is the same command, and goes on.
fn asks_back(card: &Card, command: &str) -> bool {
    let buttons = card.blocks.iter().filter_map(|block| match block {
        Block::Actions(actions) => Some(&actions.buttons),
        _ => None,
    });
    buttons.flatten().any(|button| {
        let token = button.token.parse::<ActionToken>();
        token.is_ok_and(|token| {
            let rest = token.command().strip_prefix(command);
            rest.is_some_and(|rest| rest.starts_with(' '))
        })
    })
}

/// The message that an event was, to reply to.
fn message_of(event: &str) -> Option<i64> {
    match event.parse() {
        Ok(EventId::Message { message, .. } | EventId::Edit { message, .. }) => Some(message),
        _ => None,
    }
}

//! Where the bot may write, in Telegram's words where it may not.

use serde_json::Value;

use super::chat::{Chat, Kind};
use super::member::Status;
use super::state::State;
use super::user::Door;
use crate::telegram::http::Call;
use crate::telegram::ids::{ChatId, MessageId, TopicId, UserId};
use crate::telegram::refusal::Refusal;

/// What the bot is about to do in a chat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::telegram) enum Deed {
    /// Look at it.
    Read,
    /// Change what it said.
    Edit,
    /// Say that, in these words of the refusal.
    Send(&'static str),
}

impl State {
    /// The chat that a request names, where the bot may do that.
    pub(in crate::telegram) fn chat_for(&self, call: &Call, deed: Deed) -> Result<ChatId, Refusal> {
        let chat = self.named(call.fields.get("chat_id"))?;
        self.may(chat, deed)?;
        Ok(chat)
    }

    fn named(&self, chat: Option<&Value>) -> Result<ChatId, Refusal> {
        let Some(number) = chat.and_then(Value::as_i64) else {
            // None of these chats has a username.
            return Err(Refusal::bad("chat not found"));
        };
        let id = ChatId(number);
        let is_there = self.chats.contains_key(&id) || self.users.contains_key(&UserId(number));
        if is_there {
            Ok(id)
        } else {
            Err(Refusal::bad("chat not found"))
        }
    }

    fn may(&self, id: ChatId, deed: Deed) -> Result<(), Refusal> {
        if let Some(user) = self.users.get(&UserId(id.0)) {
            return match user.door {
                _ if user.deactivated && deed != Deed::Read => Err(Refusal::forbidden("user is deactivated")),
                Door::NeverOpened if deed != Deed::Read => {
                    Err(Refusal::forbidden("bot can't initiate conversation with a user"))
                }
                Door::Blocked if deed != Deed::Read => Err(Refusal::forbidden("bot was blocked by the user")),
                _ => Ok(()),
            };
        }
        let chat = &self.chats[&id];
        if let Some(new) = chat.became {
            return Err(Refusal::upgraded(new));
        }
        let member = chat.member(self.bot);
        match (&member.status, deed) {
            (Status::Kicked, _) => Err(Refusal::forbidden(format!(
                "bot was kicked from the {} chat",
                chat.kind.name()
            ))),
            (Status::Left, _) => Err(Refusal::forbidden(format!(
                "bot is not a member of the {} chat",
                chat.kind.name()
            ))),
            (_, Deed::Send(_)) if chat.kind == Kind::Channel && !member.may("can_post_messages") => {
                Err(Refusal::bad("need administrator rights in the channel chat"))
            }
            (Status::Restricted, Deed::Send(what)) => Err(no_rights(what)),
            (Status::Member, Deed::Send(what)) if !chat.may_write => Err(no_rights(what)),
            _ => Ok(()),
        }
    }

    /// The thread in which a message goes, where it may: the one that it names, else that of what it replies to (Bot
    /// API, sendMessage, `message_thread_id`).
    pub(in crate::telegram) fn thread_for(
        &self,
        chat: ChatId,
        reply_to: Option<MessageId>,
        call: &Call,
    ) -> Result<Option<TopicId>, Refusal> {
        let of_original = || self.message(chat, reply_to?)?.thread;
        let thread = call.number("message_thread_id").map(TopicId).or_else(of_original);
        let Some(chat) = self.chats.get(&chat) else {
            return thread.map_or(Ok(None), |_| Err(Refusal::bad("message thread not found")));
        };
        let manages = chat.member(self.bot).may("can_manage_topics");
        match (thread, chat.is_forum) {
            (None, true) if chat.general.closed && !manages => Err(Refusal::bad("TOPIC_CLOSED")),
            (None, _) => Ok(None),
            (Some(topic), true) => match chat.topics.get(&topic) {
                None => Err(Refusal::bad("message thread not found")),
                Some(found) if found.closed && !manages => Err(Refusal::bad("TOPIC_CLOSED")),
                Some(_) => Ok(thread),
            },
            (Some(root), false) if self.is_thread(chat, root) => Ok(thread),
            (Some(_), false) => Err(Refusal::bad("message thread not found")),
        }
    }

    /// Whether a supergroup without topics has such a thread of replies.
    fn is_thread(&self, chat: &Chat, root: TopicId) -> bool {
        let root = MessageId(root.0);
        chat.kind == Kind::Supergroup && self.message(chat.id, root).is_some()
    }
}

fn no_rights(what: &str) -> Refusal {
    Refusal::bad(format!("not enough rights to send {what} to the chat"))
}

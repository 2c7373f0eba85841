//! What people tap.

use serde_json::json;

use super::group::Group;
use super::person::Person;
use crate::telegram::ids::{CallbackId, ChatId, MessageId, UserId};
use crate::telegram::seen::{Button, Shown};
use crate::telegram::world::{State, Status, Tap};
use crate::which::Which;

impl Person {
    /// They tap a button that the bot is told of.
    pub fn taps<'a>(&self, chat: impl Into<ChatId>, message: MessageId, which: impl Into<Which<'a>>) -> CallbackId {
        let chat = chat.into();
        let data = self.button(chat, message, which.into()).data;
        let data = data.expect("a button that the bot is told of; those that lead somewhere are pressed");
        self.sends_callback(chat, message, &data)
    }

    /// Their client says that they tapped a button, whether the message has it (any more) or not.
    pub fn sends_callback(&self, chat: impl Into<ChatId>, message: MessageId, data: &str) -> CallbackId {
        let chat = chat.into();
        self.shared.change(|state| state.tap(self.id(), chat, message, data))
    }

    /// They press a button that opens the private chat and starts the bot there with what the link hands over.
    pub fn presses_start_button<'a>(
        &self,
        chat: impl Into<ChatId>,
        message: MessageId,
        which: impl Into<Which<'a>>,
    ) -> MessageId {
        let payload = self.payload(chat.into(), message, which.into(), "start");
        self.starts_bot_with(&payload)
    }

    /// They press a button that takes the bot into a group, and choose that one.
    pub fn presses_startgroup_button<'a>(
        &self,
        chat: impl Into<ChatId>,
        message: MessageId,
        which: impl Into<Which<'a>>,
        group: &Group,
    ) -> MessageId {
        let payload = self.payload(chat.into(), message, which.into(), "startgroup");
        group.adds_bot(self);
        let bot = self.shared.state().options.username.clone();
        self.says(group, &format!("/start@{bot} {payload}"))
    }

    fn payload(&self, chat: ChatId, message: MessageId, which: Which<'_>, name: &str) -> String {
        let url = self
            .button(chat, message, which)
            .url
            .expect("a button that leads somewhere");
        let bot = self.shared.state().options.username.clone();
        let payload = url.strip_prefix(&format!("https://t.me/{bot}?{name}="));
        payload
            .unwrap_or_else(|| panic!("{url} does not {name} {bot}"))
            .to_owned()
    }

    fn button(&self, chat: ChatId, message: MessageId, which: Which<'_>) -> Button {
        let state = self.shared.state();
        let shown = state.message(chat, message);
        let shown: &Shown = shown.unwrap_or_else(|| panic!("there is no message {message} in {chat}"));
        let button = match which {
            Which::Label(label) => shown.button(label),
            Which::Place(place) => shown.buttons().into_iter().nth(place),
        };
        button.unwrap_or_else(|| panic!("no button {which:?} on {:?}: {:?}", shown.text, shown.buttons()))
    }
}

impl State {
    fn tap(&mut self, by: UserId, chat: ChatId, message: MessageId, data: &str) -> CallbackId {
        let id = CallbackId(format!("{}", 4_000_000_000_000_000_001 + self.taps.len()));
        let tap = Tap {
            by,
            at: self.now(),
            is_over: false,
        };
        self.taps.insert(id.clone(), tap);
        let shown = match self.message(chat, message) {
            Some(shown) => self.message_json(shown),
            // The type `InaccessibleMessage`.
            None => json!({ "chat": self.chat_json(chat), "message_id": message.0, "date": 0 }),
        };
        let told = json!({
            "id": id.0,
            "from": self.user(by).json(),
            "message": shown,
            "chat_instance": format!("{}", chat.0.wrapping_mul(7_919)),
            "data": data,
        });
        let hears = self
            .chats
            .get(&chat)
            .is_none_or(|found| found.member(self.bot).status != Status::Kicked);
        if hears {
            self.push("callback_query", chat, told);
        }
        id
    }
}

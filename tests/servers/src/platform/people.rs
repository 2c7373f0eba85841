//! What people do on the platform.

use muster_core::surface::{Content, Refusal};

use super::TestPlatform;
use super::seen::Shown;
use super::state::Person;
use crate::wire::Chat;

impl TestPlatform {
    /// Gives an account a name that people see; without one it is shown by its id.
    pub fn name(&self, account: &str, name: &str) {
        self.know(account, |person| name.clone_into(&mut person.name));
    }

    /// Makes somebody an administrator of the place.
    pub fn administrator(&self, account: &str) {
        self.know(account, |person| person.administrator = true);
    }

    fn know(&self, account: &str, change: impl FnOnce(&mut Person)) {
        self.shared.change(|state| {
            let person = state.people.entry(account.to_owned()).or_insert_with(|| Person {
                name: account.to_owned(),
                administrator: false,
            });
            change(person);
        });
    }

    /// Somebody types a command in a room; the event's id.
    pub fn say(&self, room: &str, account: &str, text: &str) -> String {
        let chat = Chat::Room(room.to_owned());
        self.act(chat, account, Content::Typed(text.to_owned()))
    }

    /// Somebody types a command in their private chat; the event's id.
    pub fn say_private(&self, account: &str, text: &str) -> String {
        let chat = Chat::Private(account.to_owned());
        self.act(chat, account, Content::Typed(text.to_owned()))
    }

    /// Somebody presses a button in a room; the event's id.
    pub fn press(&self, room: &str, account: &str, token: &str) -> String {
        let chat = Chat::Room(room.to_owned());
        self.act(chat, account, Content::Action(token.to_owned()))
    }

    /// Somebody presses the button with that label on that message; the event's id.
    pub fn press_on(&self, shown: &Shown, account: &str, label: &str) -> String {
        let token = shown.token(label);
        let token = token.unwrap_or_else(|| panic!("no button {label:?} on {:?}", shown.text));
        let (chat, content) = (shown.chat.clone(), Content::Action(token.to_owned()));
        let on = Some(shown.receipt.as_str());
        self.shared
            .change(|state| state.happens(chat, account, content, (on, None)))
    }

    /// Somebody edits what they typed in a room; the event's id. `event` is that of the message's first form.
    pub fn edit(&self, room: &str, account: &str, event: &str, text: &str) -> String {
        let (chat, content) = (Chat::Room(room.to_owned()), Content::Typed(text.to_owned()));
        self.shared
            .change(|state| state.happens(chat, account, content, (None, Some(event))))
    }

    /// Somebody does something; the event's id.
    pub fn act(&self, chat: Chat, account: &str, content: Content) -> String {
        self.shared
            .change(|state| state.happens(chat, account, content, (None, None)))
    }

    /// Somebody presses Start in their private chat: the bot may write to them (again).
    pub fn start_private(&self, account: &str) {
        self.shared.change(|state| {
            state.chats_started.insert(account.to_owned());
            state.refusals.remove(&Chat::Private(account.to_owned()));
        });
    }

    /// Somebody blocks the bot.
    pub fn block(&self, account: &str) {
        self.refuse_private(account, Refusal::Blocked);
    }

    /// Somebody takes no private messages.
    pub fn close_private(&self, account: &str) {
        self.refuse_private(account, Refusal::PrivateClosed);
    }

    /// From now on, whatever is sent to that person in private is refused.
    pub fn refuse_private(&self, account: &str, refusal: Refusal) {
        self.refuse(Chat::Private(account.to_owned()), refusal);
    }

    /// A room is deleted.
    pub fn delete_room(&self, room: &str) {
        self.refuse_room(room, Refusal::Gone);
    }

    /// From now on, whatever is sent to that room is refused.
    pub fn refuse_room(&self, room: &str, refusal: Refusal) {
        self.refuse(Chat::Room(room.to_owned()), refusal);
    }

    fn refuse(&self, chat: Chat, refusal: Refusal) {
        self.shared.change(|state| state.refusals.insert(chat, refusal));
    }

    /// A room goes by another name now.
    pub fn move_room(&self, room: &str, new: &str) {
        self.shared
            .change(|state| state.moved.insert(room.to_owned(), new.to_owned()));
    }

    /// The bot is told of that event once more.
    pub fn tell_again(&self, event: &str) {
        self.shared.change(|state| state.queue.tell(event.to_owned()));
    }

    /// From now on the bot is told of every event that often, shuffled among as many events as the window holds: of a
    /// window that is not full nothing is told before [`flush`](Self::flush).
    pub fn shuffle_events(&self, times: usize, window: usize, seed: u64) {
        assert!(times > 0 && window > 0, "events are told at least once");
        self.shared.change(|state| state.queue.shuffle(times, window, seed));
    }

    /// Lets out the events that are held for a window that is not full.
    pub fn flush(&self) {
        self.shared.change(|state| state.queue.flush());
    }
}

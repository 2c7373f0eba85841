//! What people tap, wherever the bot wrote to them: in their private chat, or else in the group's room.

use muster_test_servers::{discord, matrix, telegram};

use crate::account::Account;
use crate::scene::Town;

impl Town {
    /// They tap what has that label under the last message that says those words; on Matrix, the event that the bot has not
    /// heard of yet.
    pub(crate) fn taps(&self, account: &Account, label: &str, words: &str) -> Option<matrix::EventId> {
        match account {
            Account::Discord(person) => {
                let tapped = self.tap_on_discord(person, label, words);
                self.discord.wait_for_answer(tapped);
                None
            }
            Account::Telegram(person) => {
                self.tap_on_telegram(person, label, words);
                None
            }
            Account::Matrix(person) => Some(self.tap_on_matrix(person, label, words)),
        }
    }

    fn tap_on_discord(&self, person: &discord::Person, label: &str, words: &str) -> discord::InteractionId {
        let rooms = [discord::ChannelId::from(&person.private()), (&self.channel).into()];
        let is_it = |shown: &&discord::Shown| shown.button(label).is_some() && shown.words().contains(words);
        let found = self.discord.look(|seen| {
            let last = |room| seen.from_bot(room).rfind(is_it).map(|shown| shown.id);
            rooms.into_iter().find_map(last)
        });
        person.taps(found.unwrap_or_else(|| nothing(label, words)), label)
    }

    fn tap_on_telegram(&self, person: &telegram::Person, label: &str, words: &str) {
        let chats = [telegram::ChatId::from(person), (&self.chat).into()];
        let is_it = |shown: &&telegram::Shown| shown.button(label).is_some() && shown.text.contains(words);
        let found = self.api.look(|seen| {
            let last = |chat| Some((chat, seen.from_bot(chat).rfind(is_it)?.id));
            chats.into_iter().find_map(last)
        });
        let (chat, message) = found.unwrap_or_else(|| nothing(label, words));
        person.taps(chat, message, label);
    }

    fn tap_on_matrix(&self, person: &matrix::Person, label: &str, words: &str) -> matrix::EventId {
        let private = self.muster.another_room_with(person, &self.room);
        let rooms = private.into_iter().chain([self.room.clone()]);
        let last = |room: matrix::RoomId| {
            let said = self.muster.said_in(&room, person);
            let mut said = said.iter().rev().filter(|shown| shown.body().contains(words));
            let (key, id) = said.find_map(|shown| Some((key_of(shown.body(), label)?.to_owned(), shown.id.clone())))?;
            Some((room, id, key))
        };
        let (room, message, key) = rooms
            .into_iter()
            .find_map(last)
            .unwrap_or_else(|| nothing(label, words));
        person.reacts(&room, &message, &key)
    }
}

/// The reaction that stands before a label: `👍 Confirm · ❌ Can't make it`.
fn key_of<'a>(body: &'a str, label: &str) -> Option<&'a str> {
    let mut offers = body
        .lines()
        .filter_map(|line| line.split("  or type:").next())
        .flat_map(|line| line.split(" · "));
    offers.find_map(|offer| {
        let (key, offered) = offer.trim().split_once(' ')?;
        (offered.trim() == label).then_some(key)
    })
}

fn nothing(label: &str, words: &str) -> ! {
    panic!("nothing that says {words:?} offers {label:?}")
}

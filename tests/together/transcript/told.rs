//! What is seen: the bot's messages in the group's rooms and in private chats.

use std::collections::BTreeMap;

use muster_test_servers::scenario::written;
use muster_test_servers::{discord, matrix, telegram};

use super::act::Place;
use crate::account::Account;
use crate::scene::Town;

/// A message of the bot's.
pub(super) struct Told {
    /// Where, as it stands above a message.
    pub(super) place: String,
    /// By which it is known.
    pub(super) id: String,
    /// What it said when it was sent, and what it says now.
    pub(super) first: String,
    pub(super) now: String,
}

/// The accounts, each by its name and its platform.
pub(super) type Accounts = BTreeMap<String, Account>;

/// What the bot has said so far in the three rooms.
pub(super) fn in_rooms(town: &Town) -> Vec<Told> {
    let mut told = on_discord(town, &town.channel, &Place::room_of("Discord"));
    told.extend(on_telegram(town, &town.chat, &Place::room_of("Telegram")));
    told.extend(on_matrix(town, &town.room, &town.yan, &Place::room_of("Matrix")));
    told
}

/// What it has said to people alone.
pub(super) fn in_private(town: &Town, accounts: &Accounts) -> Vec<Told> {
    let private = |(who, account): (&String, &Account)| {
        let place = Place::private(who).to_string();
        match account {
            Account::Discord(person) => on_discord(town, &person.private(), &place),
            Account::Telegram(person) => on_telegram(town, person, &place),
            Account::Matrix(person) => {
                let room = town.muster.another_room_with(person, &town.room);
                room.map_or_else(Vec::new, |room| {
                    if !person.look_at(&room, |room| room.is_in) {
                        person.accepts(&room);
                    }
                    on_matrix(town, &room, person, &place)
                })
            }
        }
    };
    accounts.iter().flat_map(private).collect()
}

fn on_discord(town: &Town, channel: impl Into<discord::ChannelId>, place: &str) -> Vec<Told> {
    let shown: Vec<discord::Shown> = town.discord.look(|seen| {
        let all = seen.all_in(channel).iter();
        all.filter(|shown| shown.author == discord::Author::Bot && !shown.deleted)
            .cloned()
            .collect()
    });
    let told = shown.iter().map(|shown| Told {
        place: place.to_owned(),
        id: shown.id.to_string(),
        first: written::on_discord(&town.discord, written::first_on_discord(shown)),
        now: written::on_discord(&town.discord, shown),
    });
    told.collect()
}

fn on_telegram(town: &Town, chat: impl Into<telegram::ChatId>, place: &str) -> Vec<Told> {
    let chat = chat.into();
    town.api.look(|seen| {
        let told = seen.from_bot(chat).map(|shown| Told {
            place: place.to_owned(),
            id: format!("{chat}/{}", shown.id),
            first: written::on_telegram(shown.as_sent()),
            now: written::on_telegram(shown),
        });
        told.collect()
    })
}

fn on_matrix(town: &Town, room: &matrix::RoomId, reader: &matrix::Person, place: &str) -> Vec<Told> {
    let said = town.muster.said_in(room, reader).into_iter();
    let told = said.map(|shown| Told {
        place: place.to_owned(),
        id: shown.id.to_string(),
        first: written::on_matrix(&written::first_on_matrix(&shown)),
        now: written::on_matrix(&shown),
    });
    told.collect()
}

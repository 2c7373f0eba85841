//! What is seen: the bot's messages in the group's rooms and in private chats.

use std::collections::{BTreeMap, HashMap};

use muster_test_servers::matrix::RoomId;
use muster_test_servers::scenario::written;
use muster_test_servers::{discord, matrix, telegram};

use crate::account::Account;
use crate::place::Place;
use crate::scene::Town;

/// A message of the bot's.
#[derive(Clone)]
pub(crate) struct Told {
    /// Where, as it stands above a message.
    pub(crate) place: String,
    /// By which it is known.
    pub(crate) id: String,
    /// What it said when it was sent, and what it says now.
    pub(crate) first: String,
    pub(crate) now: String,
}

/// The accounts, each by its name and its platform.
pub(crate) type Accounts = BTreeMap<String, Account>;

/// Reads what the bot said: on Matrix, where that takes long, only the rooms in which anything happened since.
#[derive(Default)]
pub(crate) struct Reader {
    /// Up to where Matrix is read.
    mark: Option<String>,
    /// Whose private chat there a room is.
    chats: HashMap<RoomId, String>,
    /// What was said there in the group's room, and in private.
    room: Vec<Told>,
    private: BTreeMap<RoomId, Vec<Told>>,
}

impl Reader {
    /// What the bot has said so far in the three rooms.
    pub(crate) fn in_rooms(&mut self, town: &Town, accounts: &Accounts) -> Vec<Told> {
        self.reads_matrix(town, accounts);
        let mut told = on_discord(town, &town.channel, &Place::room_of("Discord"));
        told.extend(on_telegram(town, &town.chat, &Place::room_of("Telegram")));
        told.extend(self.room.iter().cloned());
        told
    }

    /// What it has said to people alone.
    pub(crate) fn in_private(&mut self, town: &Town, accounts: &Accounts) -> Vec<Told> {
        self.reads_matrix(town, accounts);
        let private = |(who, account): (&String, &Account)| {
            let place = Place::private(who).to_string();
            match account {
                Account::Discord(person) => on_discord(town, &person.private(), &place),
                Account::Telegram(person) => on_telegram(town, person, &place),
                Account::Matrix(_) => {
                    let told = self.private.values().flatten();
                    told.filter(|one| one.place == place).cloned().collect()
                }
            }
        };
        accounts.iter().flat_map(private).collect()
    }

    fn reads_matrix(&mut self, town: &Town, accounts: &Accounts) {
        let (rooms, mark) = town.muster.rooms_with_news(self.mark.as_deref());
        self.mark = Some(mark);
        for room in rooms {
            if room == town.room {
                self.room = on_matrix(town, &room, &town.yan, &Place::room_of("Matrix"));
            } else if let Some((who, person)) = self.whose(town, accounts, &room) {
                let told = on_matrix(town, &room, person, &Place::private(who).to_string());
                self.private.insert(room.clone(), told);
                self.chats.insert(room, who.to_owned());
            }
        }
    }

    /// Whose private chat a room is; they accept what they are invited to.
    fn whose<'a>(&self, town: &Town, accounts: &'a Accounts, room: &RoomId) -> Option<(&'a str, &'a matrix::Person)> {
        let people = accounts.iter().filter_map(|(who, account)| match account {
            Account::Matrix(person) => Some((who.as_str(), person)),
            _ => None,
        });
        let is_there = |person: &matrix::Person| town.muster.state(room, "m.room.member", &person.id().0).is_some();
        let mut whose = people.filter(|(who, person)| match self.chats.get(room) {
            Some(known) => known == who,
            None => is_there(person),
        });
        let (who, person) = whose.next()?;
        if !person.look_at(room, |room| room.is_in) {
            person.accepts(room);
        }
        Some((who, person))
    }
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

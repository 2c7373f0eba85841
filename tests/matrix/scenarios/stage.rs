//! Where a transcript is played.

use std::collections::{BTreeMap, HashSet};

use muster_core::clock::Instant;
use muster_core::surface::Platform;
use muster_test_servers::bot::Run;
use muster_test_servers::matrix::{Account, Door, EventId, NewRoom, Person, RoomId, Synapse, UserId};
use muster_test_servers::scenario::backstage::Backstage;
use muster_test_servers::scenario::{Asked, Place, Said, Stage, wait_for_answers_to, written};

use super::shown;
use crate::scene::{Seal, bot_on, called, ends_well};

/// What the room is called: as the console calls its place.
const NAME: &str = "console";

/// A room and its people, and the bot that serves them.
pub(super) struct MatrixStage {
    run: Run,
    synapse: &'static Synapse,
    door: Door,
    muster: Account,
    seal: Seal,
    founder: String,
    room: RoomId,
    people: BTreeMap<String, Person>,
    /// What was asked, in order.
    asked: Vec<EventId>,
    /// The messages of the bot's that are known.
    known: HashSet<EventId>,
    backstage: Backstage,
}

impl MatrixStage {
    /// The founder has brought the bot to their room, and it is a minute before the story begins.
    pub(super) fn new(seal: Seal, founder: &str, begins: Instant) -> Self {
        let backstage = Backstage::new(&[Platform::Matrix], begins);
        let synapse = Synapse::shared();
        let (door, muster, creator) = (synapse.door(), synapse.account("muster"), synapse.person(founder));
        let bot = bot_on(&door.url(), backstage.url(), &muster).by(&backstage.clock);
        let run = bot.start();
        let room = creator.creates(seal.room(NAME).inviting(&muster));
        creator.wait_until_with(&room, &muster);
        creator.wait_until(&room, "the bot says what it is", |room| {
            room.from(&muster).next().is_some()
        });
        Self {
            run,
            synapse,
            door,
            muster,
            seal,
            founder: founder.to_owned(),
            room,
            people: BTreeMap::from([(founder.to_owned(), creator)]),
            asked: Vec::new(),
            known: HashSet::new(),
            backstage,
        }
    }

    fn founder(&self) -> &Person {
        &self.people[&self.founder]
    }

    /// Somebody of that name, who comes into the room when they are first asked for.
    fn person(&mut self, name: &str) -> Person {
        if let Some(person) = self.people.get(name) {
            return person.clone();
        }
        let person = self.synapse.person(name);
        self.founder().invites(&self.room, &person);
        person.accepts(&self.room);
        self.people.insert(name.to_owned(), person.clone());
        person
    }

    /// Their private room with the bot: theirs, or its.
    fn private(&self, person: &Person) -> Option<RoomId> {
        self.muster.another_room_with(person, &self.room)
    }

    /// The room, and everybody's private one, each with somebody who reads it.
    fn readers(&self) -> Vec<(RoomId, Place, Person)> {
        let private = |(name, person): (&String, &Person)| {
            let room = self.private(person)?;
            if !person.look_at(&room, |room| room.is_in) {
                person.accepts(&room);
            }
            Some((room, Place::Private(name.clone()), person.clone()))
        };
        let group = (self.room.clone(), Place::Group, self.founder().clone());
        let private = self.people.iter().filter_map(private);
        std::iter::once(group).chain(private).collect()
    }

    fn number_of(&self, asked: &EventId) -> Option<Asked> {
        let at = self.asked.iter().position(|known| known == asked)?;
        Asked::try_from(at).ok()
    }
}

impl Stage for MatrixStage {
    fn backstage(&self) -> &Backstage {
        &self.backstage
    }

    /// They come into the room that the bot made for them, or make one, where it tells what it can do.
    fn opens_chat(&mut self, name: &str) {
        let person = self.person(name);
        wait_for_answers_to(self, &person.id().0);
        if self.private(&person).is_some() {
            return;
        }
        let room = person.creates(self.seal.sealing(NewRoom::direct(&self.muster)));
        let help = person.wait_until_some(&room, "the bot tells what it can do", |room| {
            room.from(&self.muster).next().map(|shown| shown.id.clone())
        });
        self.known.insert(help);
    }

    /// With a mark in the room, in plain words in private.
    fn types(&mut self, name: &str, place: &Place, text: &str) -> (Option<Asked>, String) {
        let person = self.person(name);
        let (room, typed) = match place {
            Place::Group => (self.room.clone(), format!("!{text}")),
            Place::Private(_) => (self.private(&person).unwrap(), text.to_owned()),
        };
        if !person.look_at(&room, |room| room.is_in) {
            person.accepts(&room);
        }
        self.asked.push(person.says(&room, &typed));
        let asked = self.asked.last().and_then(|said| self.number_of(said));
        (asked.filter(|_| *place == Place::Group), typed)
    }

    fn is_heard(&self) -> bool {
        self.asked.last().is_none_or(|said| self.door.has_heard(said))
    }

    fn news(&mut self) -> Vec<Said> {
        let mut news = Vec::new();
        for (room, place, reader) in self.readers() {
            for shown in self.muster.said_in(&room, &reader) {
                // a picture shows what the message above it says
                let is_picture = shown.msgtype() == "m.image";
                if self.known.insert(shown.id.clone()) && !is_picture {
                    let answers = shown.reply_to().and_then(|asked| self.number_of(&asked));
                    news.push(shown::said(place.clone(), answers, &shown));
                }
            }
        }
        news
    }

    fn edited(&self) -> Vec<String> {
        let said = self.muster.said_in(&self.room, self.founder());
        let edited = said.iter().filter(|shown| shown.edits() > 0);
        edited.map(written::on_matrix).collect()
    }

    fn called(&self) -> Vec<String> {
        let called = called(self.founder(), &self.room, &self.muster);
        let name = |whom: Option<UserId>| {
            let person = self
                .people
                .iter()
                .find(|(_, person)| Some(person.id()) == whom.as_ref());
            person.map_or_else(|| "everyone".to_owned(), |(name, _)| name.clone())
        };
        called.into_iter().map(name).collect()
    }

    fn ends_well(self) {
        ends_well(self.synapse, &self.muster, self.run);
    }
}

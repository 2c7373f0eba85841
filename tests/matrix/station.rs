//! A room, and a bot that comes and goes: for tests of what must survive.

use muster_test_servers::bot::{Bot, Run};
use muster_test_servers::matrix::{Account, Door, EventId, NewRoom, Person, RoomId, Shown, Synapse};

use crate::scene::{BINARY, Seal, ends_well, serving};

/// Ana's room with the bot in it, which comes through a door of its own.
pub(crate) struct Station<'s> {
    pub(crate) synapse: &'s Synapse,
    pub(crate) muster: Account,
    pub(crate) door: Door,
    pub(crate) bot: Bot,
    pub(crate) ana: Person,
    pub(crate) room: RoomId,
    run: Option<Run>,
}

impl Station<'static> {
    /// On the homeserver that all share.
    pub(crate) fn founded(seal: Seal) -> Self {
        Station::founded_on(Synapse::shared(), seal, |bot| bot)
    }
}

impl<'s> Station<'s> {
    /// With a bot that is configured so, and for which the room is a group's.
    pub(crate) fn founded_on(synapse: &'s Synapse, seal: Seal, configured: impl FnOnce(Bot) -> Bot) -> Self {
        let muster = synapse.account("muster");
        let door = synapse.door();
        let bot = configured(serving(Bot::on_sqlite(BINARY), &door.url(), &muster));
        let ana = synapse.person("ana");
        let run = Some(bot.start());
        let room = ana.creates(seal.room("Ward 3").inviting(&muster));
        ana.wait_until_with(&room, &muster);
        let station = Self {
            synapse,
            muster,
            door,
            bot,
            ana,
            room,
            run,
        };
        let founded = station.asks(&station.ana, "!group set timezone New York");
        assert!(founded.body().contains("I founded the group"), "{}", founded.body());
        station
    }

    pub(crate) const fn run(&self) -> &Run {
        match &self.run {
            Some(run) => run,
            None => panic!("the bot runs"),
        }
    }

    /// The bot is gone, with no chance to tidy up.
    pub(crate) fn kill(&mut self) {
        if let Some(run) = self.run.take() {
            run.kill();
        }
    }

    pub(crate) fn start(&mut self) {
        assert!(self.run.is_none(), "the bot runs already");
        self.run = Some(self.bot.start());
    }

    pub(crate) fn restart(&mut self) {
        self.kill();
        self.start();
    }

    /// Somebody else who is in the room.
    pub(crate) fn member(&self, name: &str) -> Person {
        let person = self.synapse.person(name);
        self.ana.invites(&self.room, &person);
        person.accepts(&self.room);
        person
    }

    /// A room of Ana's where she is alone with the bot.
    pub(crate) fn home(&self, seal: Seal) -> RoomId {
        let direct = NewRoom::direct(&self.muster);
        let home = self.ana.creates(match seal {
            Seal::Plain => direct,
            Seal::Encrypted => direct.encrypted(),
        });
        self.ana.wait_until_with(&home, &self.muster);
        home
    }

    /// What somebody gets for a command in the room.
    pub(crate) fn asks(&self, person: &Person, command: &str) -> Shown {
        let said = person.says(&self.room, command);
        self.answer_to(person, &said)
    }

    /// The bot's reply to a message in the room.
    pub(crate) fn answer_to(&self, person: &Person, said: &EventId) -> Shown {
        person.wait_until_some(&self.room, "a reply", |room| room.reply_to(said).cloned())
    }

    /// Waits until each of them is answered and nothing is left to do; each is answered once.
    pub(crate) fn answers_once(&self, said: &[EventId]) {
        for event in said {
            self.answer_to(&self.ana, event);
        }
        self.run().wait_until_quiet();
        for event in said {
            assert_eq!(self.answers(event), 1, "{}", self.ana.transcript(&self.room));
        }
    }

    /// How many replies to a message there are.
    pub(crate) fn answers(&self, said: &EventId) -> usize {
        self.ana.look_at(&self.room, |room| {
            let replies = room.messages().filter(|shown| shown.reply_to().as_ref() == Some(said));
            replies.count()
        })
    }

    /// How many messages of the bot's say that.
    pub(crate) fn says(&self, words: &str) -> usize {
        self.ana.look_at(&self.room, |room| {
            let said = room.from(&self.muster).filter(|shown| shown.body().contains(words));
            said.count()
        })
    }

    /// How often a task of that name is in the list.
    pub(crate) fn tasks(&self, name: &str) -> usize {
        self.asks(&self.ana, "!task list").body().matches(name).count()
    }

    /// Ends the bot in good order.
    pub(crate) fn ends_well(mut self) {
        let run = self.run.take().unwrap();
        run.wait_until_quiet();
        ends_well(self.synapse, &self.muster, run);
    }
}

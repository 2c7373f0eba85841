//! How most tests begin and end.

use muster_test_servers::bot::{Bot, Run};
use muster_test_servers::matrix::{Account, EventId, NewRoom, Person, Room, RoomId, Shown, Synapse};

/// The binary.
pub(crate) const BINARY: &str = env!("CARGO_BIN_EXE_muster");

/// Whether what is said in a room is encrypted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Seal {
    /// It is not.
    Plain,
    /// It is.
    Encrypted,
}

impl Seal {
    pub(crate) const ALL: [Self; 2] = [Self::Plain, Self::Encrypted];

    pub(crate) fn room(self, name: &str) -> NewRoom {
        let room = NewRoom::named(name);
        match self {
            Self::Plain => room,
            Self::Encrypted => room.encrypted(),
        }
    }
}

/// A room with its creator, the bot in it, and the bot running.
pub(crate) struct Ward {
    pub(crate) synapse: &'static Synapse,
    pub(crate) muster: Account,
    pub(crate) ana: Person,
    pub(crate) room: RoomId,
    pub(crate) run: Run,
}

impl Ward {
    /// Ana's room, into which she has invited the bot, and for which she founded a group.
    pub(crate) fn founded(seal: Seal) -> Self {
        let synapse = Synapse::shared();
        let muster = synapse.account("muster");
        let ana = synapse.person("ana");
        let run = bot(synapse, &muster).start();
        let room = ana.creates(seal.room("Ward 3").inviting(&muster));
        ana.wait_until_with(&room, &muster);
        let ward = Self {
            synapse,
            muster,
            ana,
            room,
            run,
        };
        let founded = ward.asks(&ward.ana, "!group set timezone New York");
        assert!(
            founded.body().contains("I founded the group \"Ward 3\""),
            "{}",
            founded.body()
        );
        ward
    }

    /// Somebody else who is in the room.
    pub(crate) fn member(&self, name: &str) -> Person {
        let person = self.synapse.person(name);
        self.ana.invites(&self.room, &person);
        person.accepts(&self.room);
        person
    }

    /// What somebody gets for a command in the room.
    pub(crate) fn asks(&self, person: &Person, command: &str) -> Shown {
        let said = person.says(&self.room, command);
        self.answer_to(person, &said)
    }

    /// The bot's reply to a message in the room, as somebody sees it.
    pub(crate) fn answer_to(&self, person: &Person, said: &EventId) -> Shown {
        person.wait_until_some(&self.room, "a reply", |room| room.reply_to(said).cloned())
    }

    /// Waits until a message in the room says that, as Ana sees it.
    pub(crate) fn card_says(&self, card: &Shown, words: &str) {
        self.ana
            .wait_until(&self.room, &format!("the card says {words:?}"), |room| {
                room.message(&card.id).is_some_and(|card| card.body().contains(words))
            });
    }

    /// Ends the bot in good order; it called nobody.
    pub(crate) fn ends_well(self) {
        let called = |room: &Room| {
            room.pings
                .iter()
                .filter(|ping| ping.author == *self.muster.id())
                .count()
        };
        assert_eq!(self.ana.look_at(&self.room, called), 0);
        assert_eq!(self.run.end(), Some(0));
    }
}

/// The bot on an SQLite file of its own.
pub(crate) fn bot(synapse: &Synapse, account: &Account) -> Bot {
    serving(Bot::on_sqlite(BINARY), &synapse.url(), account)
}

/// A bot that serves that account through that door.
pub(crate) fn serving(bot: Bot, url: &str, account: &Account) -> Bot {
    bot.with("MUSTER_MATRIX_HOMESERVER", url)
        .with("MUSTER_MATRIX_USER", &account.id().0)
        .with("MUSTER_MATRIX_PASSWORD", account.password())
        .with("MUSTER_MATRIX_RATE_LIMIT", "none")
}

/// What the bot writes to somebody in private, after they came into the room.
pub(crate) fn in_private(person: &Person, muster: &Account, what: &str, words: &str) -> (RoomId, Shown) {
    let user = muster.id().clone();
    let room = person.wait_until_seen("an invitation to a private room", |seen| {
        let invited = seen
            .invites
            .iter()
            .find(|(_, invite)| invite.by == user && invite.direct);
        let there = || seen.chats_with(&user).next().map(|(room, _)| room.clone());
        invited.map(|(room, _)| room.clone()).or_else(there)
    });
    if !person.look(|seen| seen.rooms.get(&room).is_some_and(|room| room.is_in)) {
        person.accepts(&room);
    }
    let shown = person.wait_until_some(&room, what, |room| {
        room.from(&user).find(|shown| shown.body().contains(words)).cloned()
    });
    (room, shown)
}

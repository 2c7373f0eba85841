//! How most tests begin and end.

use muster_test_servers::bot::{Bot, Run};
use muster_test_servers::matrix::{Account, EventId, NewRoom, Person, RoomId, Shown, Synapse, UserId};

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
        self.sealing(NewRoom::named(name))
    }

    pub(crate) fn sealing(self, room: NewRoom) -> NewRoom {
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
        Self::with(seal, |bot| bot)
    }

    /// The same with something configured.
    pub(crate) fn with(seal: Seal, configured: impl FnOnce(Bot) -> Bot) -> Self {
        let synapse = Synapse::shared();
        let muster = synapse.account("muster");
        let ana = synapse.person("ana");
        let run = configured(bot(synapse, &muster)).start();
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
        assert_eq!(called(&self.ana, &self.room, &self.muster), []);
        ends_well(self.synapse, &self.muster, self.run);
    }
}

/// Ends a bot in good order: nobody saw it say anything, in any room, that leaves open whom it calls.
pub(crate) fn ends_well(synapse: &Synapse, muster: &Account, run: Run) {
    assert_eq!(run.end(), Some(0));
    assert_eq!(synapse.breaches(muster), []);
}

/// Whom the bot called in a room, as somebody there sees it: nobody where the whole room was.
pub(crate) fn called(person: &Person, room: &RoomId, muster: &Account) -> Vec<Option<UserId>> {
    person.look_at(room, |room| {
        let pings = room.pings.iter().filter(|ping| ping.author == *muster.id());
        pings.map(|ping| ping.whom.clone()).collect()
    })
}

/// The bot on an SQLite file of its own.
pub(crate) fn bot(synapse: &Synapse, account: &Account) -> Bot {
    serving(Bot::on_sqlite(BINARY), &synapse.url(), account)
}

/// The bot on that database.
pub(crate) fn bot_on(url: &str, database: &str, account: &Account) -> Bot {
    serving(Bot::on_database(BINARY, database), url, account)
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
        let mut chats = seen.chats_with(&user).filter(|(_, room)| room.name.is_none());
        invited
            .map(|(room, _)| room.clone())
            .or_else(|| chats.next().map(|(room, _)| room.clone()))
    });
    if !person.look(|seen| seen.rooms.get(&room).is_some_and(|room| room.is_in)) {
        person.accepts(&room);
    }
    let shown = person.wait_until_some(&room, what, |room| {
        room.from(&user).find(|shown| shown.body().contains(words)).cloned()
    });
    (room, shown)
}

/// The private room that somebody makes with the bot, once they have said something there.
pub(crate) fn privately(person: &Person, muster: &Account, seal: Seal) -> RoomId {
    let room = person.creates(seal.sealing(NewRoom::direct(muster)));
    person.wait_until(&room, "the help", |room| room.from(muster).next().is_some());
    person.says(&room, "me");
    person.wait_until(&room, "what they are", |room| {
        room.from(muster).any(|shown| shown.body().contains("Accounts"))
    });
    room
}

//! Two groups: one that meets in a room in the clear, and one whose rooms are all encrypted.

use muster_test_servers::bot::Bot;
use muster_test_servers::matrix::{Account, Door, EventId, NewRoom, Person, RoomId, Synapse};

use crate::scene::{BINARY, Seal, ends_well, serving};

/// A group: its organizer and a member, the room where they meet, and the rooms where each is alone with the bot.
pub(crate) struct Group {
    pub(crate) square: RoomId,
    pub(crate) people: [Person; 2],
    pub(crate) homes: [RoomId; 2],
}

/// Both groups, and the bot.
pub(crate) struct Town {
    pub(crate) muster: Account,
    pub(crate) door: Door,
    pub(crate) bot: Bot,
    pub(crate) groups: [Group; 2],
}

impl Town {
    /// Founds both groups, with a shift each; the bot has ended again.
    pub(crate) fn founded() -> Self {
        let synapse = Synapse::shared();
        let muster = synapse.account("muster");
        let door = synapse.door();
        let bot = serving(Bot::on_sqlite(BINARY), &door.url(), &muster);
        let run = bot.start();
        let groups = Seal::ALL.map(|seal| Group::founded(synapse, &muster, seal));
        run.wait_until_quiet();
        ends_well(synapse, &muster, run);
        Self {
            muster,
            door,
            bot,
            groups,
        }
    }
}

impl Group {
    fn founded(synapse: &Synapse, muster: &Account, seal: Seal) -> Self {
        let people = ["ana", "ben"].map(|name| synapse.person(name));
        let [ana, ben] = &people;
        let square = ana.creates(seal.room("Square").inviting(muster).inviting(ben));
        ben.accepts(&square);
        ana.wait_until_with(&square, muster);
        answered(ana, &square, "!group set timezone New York");
        answered(ana, &square, "!shift add Canvass in 5d needs:400");
        answered(ben, &square, "!shift show S1");
        let homes = [ana, ben].map(|person| {
            let direct = NewRoom::direct(muster);
            let home = person.creates(match seal {
                Seal::Plain => direct,
                Seal::Encrypted => direct.encrypted(),
            });
            person.wait_until_with(&home, muster);
            person.says(&home, "me");
            person.wait_until(&home, "who they are", |room| {
                room.from(muster.id()).any(|shown| shown.body().contains("Accounts"))
            });
            home
        });
        Self { square, people, homes }
    }
}

fn answered(person: &Person, room: &RoomId, command: &str) -> EventId {
    let said = person.says(room, command);
    person.wait_until(room, "an answer", |room| room.reply_to(&said).is_some());
    said
}

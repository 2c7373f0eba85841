//! How most tests begin.

use muster_test_servers::matrix::{NewRoom, Person, RoomId, Synapse};

/// Two people in a room.
pub(crate) struct Pair {
    pub(crate) ana: Person,
    pub(crate) ben: Person,
    pub(crate) room: RoomId,
}

impl Pair {
    /// On the homeserver that all tests share, in an encrypted room.
    pub(crate) fn encrypted() -> Self {
        Self::on(Synapse::shared(), NewRoom::named("Ward 3").encrypted())
    }

    pub(crate) fn on(synapse: &Synapse, room: NewRoom) -> Self {
        let (ana, ben) = (synapse.person("ana"), synapse.person("ben"));
        let room = ana.creates(room.inviting(&ben));
        ben.accepts(&room);
        ana.wait_until_with(&room, &ben);
        Self { ana, ben, room }
    }

    /// Waits until both read that.
    pub(crate) fn read(&self, transcript: &str) {
        for person in [&self.ana, &self.ben] {
            let what = format!("they read {transcript:?}");
            person.wait_until(&self.room, &what, |room| room.transcript() == transcript);
        }
    }
}

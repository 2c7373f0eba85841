//! The desk in Discord: a server, and many people in it who have written to the bot in private.

use std::sync::Arc;

use muster_core::chrono::TimeDelta;
use muster_core::clock::Clock;
use muster_core::store::Store;
use muster_core::surface::{Platform, RoomAddress};
use muster_test_servers::crowd::{self, Crowd, member};
use muster_test_servers::discord::{ChannelId, Discord, Guild, Options, Permissions, Person, Rate, Rates, Room};

use super::Size;

/// After how many minutes reminders fall due: by turns half an hour ago, and while the bot is killed.
const DUE: [u32; 2] = [30, 60];
/// How much later than now it is an hour since the desk was made.
const LATER: TimeDelta = TimeDelta::seconds(15);

pub(crate) struct Town {
    pub(crate) discord: Discord,
    /// Who administers the server.
    pub(crate) ana: Person,
    pub(crate) guild: Guild,
    pub(crate) room: Room,
    pub(crate) people: Vec<Person>,
    /// Their private chats with the bot.
    pub(crate) homes: Vec<ChannelId>,
}

impl Town {
    /// A Discord that takes no more than it says, but for the private channels that are opened after every start.
    pub(crate) fn new(size: Size) -> Self {
        let mut rates = Rates::discord();
        rates.openings = Rate::seconds(1_000, 1);
        rates.routes.push(("create_dm", Rate::seconds(1_000, 1)));
        let discord = Options::generous().rates(rates).start();
        let guild = discord.guild("Square");
        let ana = guild.member("ana");
        guild.gives(&ana, guild.role("Organizers", Permissions::ADMINISTRATOR));
        let people: Vec<Person> = (0..size.people).map(|n| guild.member(&member(n))).collect();
        let homes = people.iter().map(|person| person.private().id()).collect();
        Self {
            discord,
            ana,
            room: guild.general(),
            guild,
            people,
            homes,
        }
    }

    /// Enters them all into the store, with their reminders.
    pub(crate) async fn fill(&self, store: Arc<dyn Store>, size: Size) {
        let ids = Arc::new(muster::ids::MachineIds::default());
        let now = muster::clock::DeskClock::default().now() + LATER;
        let mut crowd = Crowd::new(store, ids, now, self);
        crowd.found(size.people).await;
        for n in 0..size.reminders {
            crowd.remind(n, DUE[n % DUE.len()]).await;
        }
    }
}

impl crowd::Town for Town {
    fn organizer(&self) -> String {
        self.ana.id().to_string()
    }

    fn account(&self, n: usize) -> String {
        self.people[n].id().to_string()
    }

    fn square(&self) -> RoomAddress {
        RoomAddress {
            platform: Platform::Discord,
            place: self.guild.id().to_string(),
            room: self.room.id().to_string(),
            private: false,
        }
    }

    fn home(&self, account: &str) -> RoomAddress {
        let mut people = self.people.iter().chain([&self.ana]);
        let person = people.find(|person| person.id().to_string() == account);
        let channel = person.unwrap().private().id().to_string();
        RoomAddress {
            platform: Platform::Discord,
            place: channel.clone(),
            room: channel,
            private: true,
        }
    }
}

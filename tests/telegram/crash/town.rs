//! The desk in Telegram: a group, and many people who have started the bot.

use std::sync::Arc;

use muster_core::chrono::TimeDelta;
use muster_core::clock::Clock;
use muster_core::store::Store;
use muster_core::surface::{Platform, RoomAddress};
use muster_test_servers::crowd::{self, Crowd, member};
use muster_test_servers::telegram::{BotApi, ChatId, Group, Options, Person, Rates};

use super::Size;

/// After how many minutes reminders fall due: by turns half an hour ago, and while the bot is killed.
const DUE: [u32; 2] = [30, 60];
/// How much later than now it is an hour since the desk was made.
const LATER: TimeDelta = TimeDelta::seconds(15);

pub(crate) struct Town {
    pub(crate) api: BotApi,
    /// Who administers the group.
    pub(crate) ana: Person,
    pub(crate) group: Group,
    pub(crate) people: Vec<Person>,
}

impl Town {
    /// A Telegram that takes no more than it says, with the group and its people.
    pub(crate) fn new(size: Size) -> Self {
        let api = Options::new().rates(Rates::TELEGRAM).start();
        let ana = api.person("ana");
        ana.has_started_bot();
        let group = api.supergroup("Square", &ana);
        group.adds_bot(&ana);
        let people = (0..size.people).map(|n| api.person(&member(n))).collect::<Vec<_>>();
        for person in &people {
            person.has_started_bot();
            group.has(person);
        }
        Self {
            api,
            ana,
            group,
            people,
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

    fn room(chat: ChatId, private: bool) -> RoomAddress {
        RoomAddress {
            platform: Platform::Telegram,
            place: chat.to_string(),
            room: chat.to_string(),
            private,
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
        Self::room(self.group.id(), false)
    }

    fn home(&self, account: &str) -> RoomAddress {
        Self::room(ChatId(account.parse().unwrap()), true)
    }
}

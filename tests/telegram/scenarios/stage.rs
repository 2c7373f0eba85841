//! Where a transcript is played.

use std::collections::BTreeMap;

use muster_core::chrono::TimeDelta;
use muster_core::clock::Instant;
use muster_core::locale::{Language, Voice};
use muster_core::store::{Store, UnitOfWork};
use muster_core::time::Zone;
use muster_storage::PostgresStore;
use muster_test_servers::bot::{Bot, Run};
use muster_test_servers::clock::ClockControl;
use muster_test_servers::postgres::{self, TestDatabase};
use muster_test_servers::telegram::{BotApi, ChatId, Group, MessageId, Person};
use tokio::runtime::Runtime;

use super::told::Place;

/// What the group is called: as the console calls its place.
const TITLE: &str = "console";

/// A group and its people, the bot that serves them, its clock and its store.
pub(super) struct Stage {
    run: Run,
    pub(super) api: BotApi,
    pub(super) clock: ClockControl,
    pub(super) group: Group,
    people: BTreeMap<String, Person>,
    runtime: Runtime,
    store: PostgresStore,
    _database: TestDatabase,
}

impl Stage {
    /// The founder has brought the bot to their group, and it is a minute before `at`.
    pub(super) fn new(founder: &str, at: Instant) -> Self {
        let runtime = Runtime::new().unwrap();
        let (store, database) = runtime.block_on(postgres::fresh());
        let (api, clock) = (BotApi::start(), ClockControl::start(at - TimeDelta::minutes(1)));
        let bot = Bot::on_database(env!("CARGO_BIN_EXE_muster"), database.url())
            .with("MUSTER_TELEGRAM_TOKEN", &api.token())
            .with("MUSTER_TELEGRAM_API_URL", &api.url());
        let run = bot.by(&clock).start();
        api.wait_until("the bot listens", |seen| seen.polling);
        let creator = api.person(founder);
        creator.is_called(founder, None);
        let group = api.supergroup(TITLE, &creator);
        group.adds_bot(&creator);
        let people = BTreeMap::from([(founder.to_owned(), creator)]);
        Self {
            run,
            api,
            clock,
            group,
            people,
            runtime,
            store,
            _database: database,
        }
    }

    /// Somebody of that name, who comes into the group when they are first asked for.
    pub(super) fn person(&mut self, name: &str) -> Person {
        let (api, group) = (&self.api, &self.group);
        let person = self.people.entry(name.to_owned()).or_insert_with(|| {
            let person = api.person(name);
            person.is_called(name, None);
            person.joins(group);
            person
        });
        person.clone()
    }

    /// They have opened their private chat with the bot, without a word; what only they may see was answered in the group
    /// until then.
    pub(super) fn opens_chat(&mut self, name: &str) {
        let person = self.person(name);
        self.wait_for_answers_to(&person);
        person.has_opened_chat();
    }

    /// The group, and the private chat of everybody who came so far.
    pub(super) fn chats(&self) -> Vec<(ChatId, Place)> {
        let private = |(name, person): (&String, &Person)| (person.into(), Place::Private(name.clone()));
        let group = (ChatId::from(&self.group), Place::Group);
        std::iter::once(group).chain(self.people.iter().map(private)).collect()
    }

    /// They type it there: as a command in the group, in plain words in private.
    pub(super) fn types(&mut self, name: &str, place: &Place, text: &str) -> (MessageId, String) {
        let person = self.person(name);
        match place {
            Place::Group => {
                let typed = format!("/{text}");
                (person.says(&self.group, &typed), typed)
            }
            Place::Private(_) => (person.says(&person, text), text.to_owned()),
        }
    }

    /// What is in the bot's store, as it is now.
    pub(super) fn asks<T>(&self, ask: impl AsyncFnOnce(&mut dyn UnitOfWork) -> T) -> T {
        self.runtime.block_on(async {
            let mut unit = self.store.read().await.unwrap();
            ask(&mut *unit).await
        })
    }

    /// How the console would speak: as the rooms of the group do.
    pub(super) fn voice(&self) -> Voice {
        let group = self.asks(async |unit| unit.groups().await.unwrap().pop());
        let (language, zone) = group.map_or_else(
            || (Language::English, Zone::parse("America/New_York").unwrap()),
            |group| (group.language, group.zone),
        );
        Voice {
            language,
            zone,
            now: self.clock.now(),
        }
    }

    /// The bot ends in good order, and asked for nothing that Telegram does not take.
    pub(super) fn ends_well(self) {
        assert_eq!(self.run.end(), Some(0));
        say_whether_validated(&self.api);
        assert_eq!(self.api.breaches(), []);
        assert_eq!(self.api.refused_for_rate(), 0);
    }
}

#[expect(
    clippy::print_stdout,
    reason = "what was not proven is read in the output of the run"
)]
fn say_whether_validated(api: &BotApi) {
    if !api.is_validating() {
        println!("no request was held against the Bot API's specification: it is not there");
    }
}

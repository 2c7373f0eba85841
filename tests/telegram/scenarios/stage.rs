//! Where a transcript is played.

use std::collections::{BTreeMap, HashMap};

use muster_core::clock::Instant;
use muster_core::surface::Platform;
use muster_test_servers::bot::Run;
use muster_test_servers::scenario::backstage::Backstage;
use muster_test_servers::scenario::{Asked, Place, Said, Stage, wait_for_answers_to, written};
use muster_test_servers::telegram::{BotApi, ChatId, Group, MessageId, Person};

use super::shown;
use crate::scene::bot_on;

/// What the group is called: as the console calls its place.
const TITLE: &str = "console";

/// A group and its people, and the bot that serves them.
pub(super) struct TelegramStage {
    run: Run,
    api: BotApi,
    group: Group,
    people: BTreeMap<String, Person>,
    /// Which message was the last that is known of each chat.
    known: HashMap<ChatId, MessageId>,
    backstage: Backstage,
}

impl TelegramStage {
    /// The founder has brought the bot to their group, and it is a minute before the story begins.
    pub(super) fn new(founder: &str, begins: Instant) -> Self {
        let backstage = Backstage::new(&[Platform::Telegram], begins);
        let api = BotApi::start();
        let run = bot_on(&api, backstage.url()).by(&backstage.clock).start();
        api.wait_until("the bot listens", |seen| seen.polling);
        let creator = api.person(founder);
        creator.is_called(founder, None);
        let group = api.supergroup(TITLE, &creator);
        group.adds_bot(&creator);
        Self {
            run,
            api,
            group,
            people: BTreeMap::from([(founder.to_owned(), creator)]),
            known: HashMap::new(),
            backstage,
        }
    }

    /// Somebody of that name, who comes into the group when they are first asked for.
    fn person(&mut self, name: &str) -> Person {
        let (api, group) = (&self.api, &self.group);
        let person = self.people.entry(name.to_owned()).or_insert_with(|| {
            let person = api.person(name);
            person.is_called(name, None);
            person.joins(group);
            person
        });
        person.clone()
    }

    /// The group, and the private chat of everybody who came so far.
    fn chats(&self) -> Vec<(ChatId, Place)> {
        let private = |(name, person): (&String, &Person)| (person.into(), Place::Private(name.clone()));
        let group = (ChatId::from(&self.group), Place::Group);
        std::iter::once(group).chain(self.people.iter().map(private)).collect()
    }
}

impl Stage for TelegramStage {
    fn backstage(&self) -> &Backstage {
        &self.backstage
    }

    /// Without a word; what only they may see was answered in the group until then.
    fn opens_chat(&mut self, name: &str) {
        let person = self.person(name);
        wait_for_answers_to(self, &person.id().to_string());
        person.has_opened_chat();
    }

    /// As a command in the group, in plain words in private.
    fn types(&mut self, name: &str, place: &Place, text: &str) -> (Option<Asked>, String) {
        let person = self.person(name);
        match place {
            Place::Group => {
                let typed = format!("/{text}");
                let said = person.says(&self.group, &typed);
                (Some(shown::asked(said)), typed)
            }
            Place::Private(_) => {
                person.says(&person, text);
                (None, text.to_owned())
            }
        }
    }

    fn is_heard(&self) -> bool {
        self.api.look(|seen| seen.pending == 0)
    }

    fn news(&mut self) -> Vec<Said> {
        let mut news = Vec::new();
        for (chat, place) in self.chats() {
            let known = self.known.entry(chat).or_insert(MessageId(0));
            let new: Vec<_> = self.api.look(|seen| {
                let new = seen.from_bot(chat).filter(|shown| shown.id > *known);
                new.map(|shown| shown.as_sent().clone()).collect()
            });
            *known = new.last().map_or(*known, |shown| shown.id);
            news.extend(new.iter().map(|shown| shown::said(place.clone(), shown)));
        }
        news
    }

    fn edited(&self) -> Vec<String> {
        self.api.look(|seen| {
            let edited = seen.from_bot(&self.group).filter(|shown| shown.edit_date.is_some());
            edited.map(written::on_telegram).collect()
        })
    }

    fn called(&self) -> Vec<String> {
        self.api.pings().into_iter().map(|ping| ping.person).collect()
    }

    fn ends_well(self) {
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

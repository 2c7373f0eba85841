//! How most tests begin and end.

use muster_test_servers::bot::{Bot, Run};
use muster_test_servers::telegram::{BotApi, CallbackId, ChatId, Group, MessageId, Person, Shown, Toast};

/// A group with its creator, the bot in it, and the bot running.
pub(crate) struct Ward {
    pub(crate) api: BotApi,
    pub(crate) ana: Person,
    pub(crate) group: Group,
    pub(crate) run: Run,
}

impl Ward {
    /// Ana's supergroup, to which she has brought the bot, and for which she founded a group.
    pub(crate) fn founded() -> Self {
        let api = BotApi::start();
        let ana = api.person("Ana");
        let group = api.supergroup("Ward 3", &ana);
        let run = bot(&api).start();
        group.adds_bot(&ana);
        answer_after(&api, &group, MessageId(0));
        let ward = Self { api, ana, group, run };
        let founded = ward.asks(&ward.ana, "/group set timezone New York");
        assert!(
            founded.text.contains("I founded the group \"Ward 3\""),
            "{}",
            founded.text
        );
        ward
    }

    /// Somebody else who is in the group.
    pub(crate) fn member(&self, name: &str) -> Person {
        let person = self.api.person(name);
        person.joins(&self.group);
        person
    }

    /// What somebody gets for a command in the group.
    pub(crate) fn asks(&self, person: &Person, command: &str) -> Shown {
        let said = person.says(&self.group, command);
        self.answer_to(said)
    }

    /// The bot's reply to a message in the group.
    pub(crate) fn answer_to(&self, said: MessageId) -> Shown {
        reply_to(&self.api, &self.group, said)
    }

    /// What somebody is told for a tap on a card in the group.
    pub(crate) fn taps(&self, person: &Person, card: &Shown, label: &str) -> Toast {
        let tap = person.taps(&self.group, card.id, label);
        toast(&self.api, &tap)
    }

    /// Waits until a card in the group says that.
    pub(crate) fn card_says(&self, card: &Shown, words: &str) {
        self.api.wait_until(&format!("the card says {words:?}"), |seen| {
            let card = seen.message(&self.group, card.id);
            card.is_some_and(|card| card.text.contains(words))
        });
    }

    /// Ends the bot in good order; it asked for nothing that the Bot API does not take, and called nobody.
    pub(crate) fn ends_well(self) {
        let Self { api, run, .. } = self;
        assert_eq!(api.pings(), []);
        ends_well(run, &api);
    }
}

/// Somebody who has a private chat with the bot.
pub(crate) fn started(api: &BotApi, person: &Person) {
    let started = person.starts_bot();
    answer_after(api, person, started);
}

/// What somebody gets for what they say to the bot alone.
pub(crate) fn whispers(api: &BotApi, person: &Person, text: &str) -> Shown {
    let said = person.says(person, text);
    answer_after(api, person, said)
}

/// The bot's first message in a chat after that one.
pub(crate) fn answer_after(api: &BotApi, chat: impl Into<ChatId>, said: MessageId) -> Shown {
    let chat = chat.into();
    api.wait_until_some("an answer", |seen| {
        seen.from_bot(chat).find(|shown| shown.id > said).cloned()
    })
}

/// The bot's reply to a message.
pub(crate) fn reply_to(api: &BotApi, chat: impl Into<ChatId>, said: MessageId) -> Shown {
    let chat = chat.into();
    api.wait_until_some("a reply", |seen| {
        seen.from_bot(chat).find(|shown| shown.reply_to == Some(said)).cloned()
    })
}

/// What is shown for a tap.
pub(crate) fn toast(api: &BotApi, tap: &CallbackId) -> Toast {
    api.wait_until_some("the tap is answered", |seen| seen.answer_to(tap).cloned())
}

/// The binary.
const BINARY: &str = env!("CARGO_BIN_EXE_muster");

/// The bot on an SQLite file of its own.
pub(crate) fn bot(api: &BotApi) -> Bot {
    serving(Bot::on_sqlite(BINARY), api)
}

/// The bot on that database.
pub(crate) fn bot_on(api: &BotApi, url: &str) -> Bot {
    serving(Bot::on_database(BINARY, url), api)
}

fn serving(bot: Bot, api: &BotApi) -> Bot {
    bot.with("MUSTER_TELEGRAM_TOKEN", &api.token())
        .with("MUSTER_TELEGRAM_API_URL", &api.url())
}

/// Ends the bot in good order; it asked for nothing that the Bot API does not take.
pub(crate) fn ends_well(run: Run, api: &BotApi) {
    assert_eq!(run.end(), Some(0));
    assert_eq!(api.breaches(), []);
}

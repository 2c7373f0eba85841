//! How most tests begin and end.

use muster_test_servers::bot::{Bot, Run};
use muster_test_servers::telegram::{BotApi, ChatId, Group, MessageId, Person, Shown};

/// A group with its creator, and the bot in it.
pub(crate) struct Ward {
    pub(crate) api: BotApi,
    pub(crate) ana: Person,
    pub(crate) group: Group,
}

impl Ward {
    /// Ana's supergroup, to which she has brought the bot.
    pub(crate) fn new() -> Self {
        let api = BotApi::start();
        let ana = api.person("Ana");
        let group = api.supergroup("Ward 3", &ana);
        group.adds_bot(&ana);
        Self { api, ana, group }
    }

    /// Somebody else who is in the group.
    pub(crate) fn member(&self, name: &str) -> Person {
        let person = self.api.person(name);
        person.joins(&self.group);
        person
    }

    /// What Ana gets for a command in the group.
    pub(crate) fn asks(&self, person: &Person, command: &str) -> Shown {
        let said = person.says(&self.group, command);
        self.api.wait_until_some(&format!("an answer to {command:?}"), |seen| {
            seen.from_bot(&self.group)
                .find(|shown| shown.reply_to == Some(said))
                .cloned()
        })
    }
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

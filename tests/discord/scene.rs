//! How most tests begin and end.

use muster_test_servers::bot::{Bot, Run};
use muster_test_servers::discord::{
    Answer, ChannelId, Discord, Form, Guild, InteractionId, MessageId, Permissions, Person, Room, Shown,
};

/// A server with its administrator and the bot in it, and the bot running.
pub(crate) struct Ward {
    pub(crate) discord: Discord,
    pub(crate) ana: Person,
    pub(crate) guild: Guild,
    pub(crate) room: Room,
    pub(crate) bot: Bot,
    pub(crate) run: Run,
}

impl Ward {
    /// Ana's server, to which she has brought the bot.
    pub(crate) fn visited() -> Self {
        Self::on(Discord::start())
    }

    /// The same on that Discord.
    pub(crate) fn on(discord: Discord) -> Self {
        Self::with(discord, |bot| bot)
    }

    /// The same with something configured.
    pub(crate) fn with(discord: Discord, configured: impl FnOnce(Bot) -> Bot) -> Self {
        let guild = discord.guild_without_bot("Ward 3");
        let (ana, room) = (guild.member("Ana"), guild.general());
        guild.gives(&ana, guild.role("Organizers", Permissions::ADMINISTRATOR));
        let bot = configured(bot(&discord));
        let run = bot.start();
        listens(&discord);
        guild.adds_bot();
        discord.wait_until("the bot says what it is", |seen| seen.from_bot(&room).count() == 1);
        Self {
            discord,
            ana,
            guild,
            room,
            bot,
            run,
        }
    }

    /// The same, where she founded a group.
    pub(crate) fn founded() -> Self {
        Self::visited().founds()
    }

    /// Ana founds a group.
    pub(crate) fn founds(self) -> Self {
        let told = self
            .asks(&self.ana, "/group set setting:timezone value:New York")
            .words();
        assert!(told.contains("I founded the group \"Ward 3\""), "{told}");
        self
    }

    /// Somebody else who is in the server.
    pub(crate) fn member(&self, name: &str) -> Person {
        self.guild.member(name)
    }

    /// What somebody gets for a command in the server's channel.
    pub(crate) fn asks(&self, person: &Person, command: &str) -> Shown {
        self.answer(person.runs(&self.room, command))
    }

    /// What somebody gets for what they write to the bot in the server's channel.
    pub(crate) fn mentions(&self, person: &Person, words: &str) -> Shown {
        let said = person.says(&self.room, &format!("<@{}> {words}", self.discord.bot()));
        self.reply_to(said)
    }

    /// The bot's reply to a message.
    pub(crate) fn reply_to(&self, said: MessageId) -> Shown {
        self.discord.wait_until_some("a reply", |seen| {
            let mut replies = seen.from_bot(&self.room).filter(|shown| shown.reply_to == Some(said));
            replies.next().cloned()
        })
    }

    /// What somebody is told for a tap.
    pub(crate) fn taps(&self, person: &Person, card: &Shown, label: &str) -> Shown {
        self.answer(person.taps(card.id, label))
    }

    /// The message that answers.
    pub(crate) fn answer(&self, asked: InteractionId) -> Shown {
        answer(&self.discord, asked)
    }

    /// The form that is opened.
    pub(crate) fn form(&self, asked: InteractionId) -> Form {
        match self.discord.wait_for_answer(asked) {
            Answer::Form(form) => form,
            other => panic!("no form but {other:?}: {}", self.discord.summary()),
        }
    }

    /// Waits until a card says that.
    pub(crate) fn card_says(&self, card: &Shown, words: &str) {
        self.discord.wait_until(&format!("the card says {words:?}"), |seen| {
            seen.message(card.id).is_some_and(|card| card.words().contains(words))
        });
    }

    /// How many messages of the bot's everybody in the channel sees.
    pub(crate) fn public(&self) -> usize {
        self.discord.look(|seen| seen.from_bot(&self.room).count())
    }

    /// The bot's next message to somebody in private after they have seen so many.
    pub(crate) fn private_after(&self, person: &Person, number: usize) -> Shown {
        private_after(&self.discord, person, number)
    }

    /// Ends the bot in good order; it asked for nothing that Discord does not take, and called nobody.
    pub(crate) fn ends_well(self) {
        assert_eq!(self.discord.pings(), []);
        ends_well(self.run, &self.discord);
    }
}

/// The message that answers what was asked.
pub(crate) fn answer(discord: &Discord, asked: InteractionId) -> Shown {
    match discord.wait_for_answer(asked) {
        Answer::Message(id) | Answer::Changed(id) => discord.look(|seen| seen.message(id).cloned()).unwrap(),
        other => panic!("no message but {other:?}: {}", discord.summary()),
    }
}

/// What somebody gets for what they write to the bot in private.
pub(crate) fn whispers(discord: &Discord, person: &Person, text: &str) -> Shown {
    let home = person.private();
    let seen = from_bot(discord, &home);
    person.says(&home, text);
    private_after(discord, person, seen)
}

/// How many messages of the bot's there are.
pub(crate) fn from_bot(discord: &Discord, channel: impl Into<ChannelId>) -> usize {
    let channel = channel.into();
    discord.look(|seen| seen.from_bot(channel).count())
}

/// The bot's next message to somebody in private after they have seen so many.
pub(crate) fn private_after(discord: &Discord, person: &Person, number: usize) -> Shown {
    let home = person.private();
    discord.wait_until_some("a private message", |seen| seen.from_bot(&home).nth(number).cloned())
}

/// Waits until the bot can be asked: its session has begun, and its commands are registered.
pub(crate) fn listens(discord: &Discord) {
    discord.wait_until("the bot listens", |seen| seen.connected == 1 && seen.registered > 0);
}

/// The bot asked for nothing that Discord does not take, and always said whom it calls.
pub(crate) fn is_within_the_rules(discord: &Discord) {
    say_whether_validated(discord);
    assert_eq!(discord.breaches(), []);
    let open = discord.look(|seen| seen.open_mentions);
    assert_eq!(open, 0, "what people write calls nobody");
}

#[expect(
    clippy::print_stdout,
    reason = "what was not proven is read in the output of the run"
)]
fn say_whether_validated(discord: &Discord) {
    if !discord.is_validating() {
        println!("no request was held against Discord's specification: it is not there");
    }
}

/// The binary.
const BINARY: &str = env!("CARGO_BIN_EXE_muster");

/// The bot on an SQLite file of its own.
pub(crate) fn bot(discord: &Discord) -> Bot {
    serving(Bot::on_sqlite(BINARY), discord)
}

/// The bot on that database.
pub(crate) fn bot_on(discord: &Discord, url: &str) -> Bot {
    serving(Bot::on_database(BINARY, url), discord)
}

fn serving(bot: Bot, discord: &Discord) -> Bot {
    bot.with("MUSTER_DISCORD_TOKEN", &discord.token())
        .with("MUSTER_DISCORD_API_URL", &discord.url())
}

/// Ends the bot in good order; it asked for nothing that Discord does not take.
pub(crate) fn ends_well(run: Run, discord: &Discord) {
    assert_eq!(run.end(), Some(0));
    is_within_the_rules(discord);
}

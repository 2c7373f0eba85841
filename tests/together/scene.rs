//! The group, and its rooms.

use muster_test_servers::bot::{Bot, Run};
use muster_test_servers::discord::{self, Discord, Guild, Permissions};
use muster_test_servers::matrix::{self, Door, NewRoom, Synapse};
use muster_test_servers::telegram::{self, BotApi, Group};

use crate::account::Account;

/// The binary.
pub(crate) const BINARY: &str = env!("CARGO_BIN_EXE_muster");

/// A group that meets in a Discord server, a Telegram chat and a Matrix room.
pub(crate) struct Town {
    pub(crate) discord: Discord,
    pub(crate) guild: Guild,
    pub(crate) channel: discord::Room,
    pub(crate) api: BotApi,
    pub(crate) chat: Group,
    pub(crate) muster: matrix::Account,
    /// The bot's way to the homeserver.
    pub(crate) door: Door,
    pub(crate) room: matrix::RoomId,
    /// The organizer, who administers the Discord server.
    pub(crate) ana: Account,
    /// Who administers the Telegram chat, and who the Matrix room.
    pub(crate) zoe: Account,
    pub(crate) yan: matrix::Person,
    pub(crate) bot: Bot,
    pub(crate) run: Run,
}

/// The card of something in each of the rooms.
pub(crate) struct Cards {
    pub(crate) discord: discord::MessageId,
    pub(crate) telegram: telegram::MessageId,
    pub(crate) matrix: matrix::EventId,
}

impl Town {
    /// Founded on Discord, and joined by the two others.
    pub(crate) fn linked() -> Self {
        Self::linked_by(Bot::on_sqlite(BINARY), Discord::start())
    }

    /// The same by that bot.
    pub(crate) fn linked_by(bot: Bot, discord: Discord) -> Self {
        let town = Self::visited(bot, discord);
        let zone = town.asks(&town.ana, "group set timezone New York");
        assert!(zone.contains("I founded the group"), "{zone}");
        let yan = Account::Matrix(town.yan.clone());
        for administrator in [&town.zoe, &yan] {
            let code = town.whispers(&town.ana, "group link");
            let code = behind(&code, "group link ");
            town.begins(administrator, &format!("group link {code} yes"));
            town.until_asked(&town.ana, "group link confirm");
            town.whispers(&town.ana, "group link confirm");
            let list = town.asks(administrator, "team list");
            assert!(!list.contains("no group"), "{list}");
        }
        town
    }

    /// The three rooms, to which the bot was brought.
    pub(crate) fn visited(bot: Bot, discord: Discord) -> Self {
        let synapse = Synapse::shared();
        let api = BotApi::start();
        let (door, muster) = (synapse.door(), synapse.account("muster"));
        let bot = bot
            .with("MUSTER_DISCORD_TOKEN", &discord.token())
            .with("MUSTER_DISCORD_API_URL", &discord.url())
            .with("MUSTER_TELEGRAM_TOKEN", &api.token())
            .with("MUSTER_TELEGRAM_API_URL", &api.url())
            .with("MUSTER_MATRIX_HOMESERVER", &door.url())
            .with("MUSTER_MATRIX_USER", &muster.id().0)
            .with("MUSTER_MATRIX_PASSWORD", muster.password())
            .with("MUSTER_TEST_UNPACED", "1");
        let run = bot.start();
        let guild = discord.guild_without_bot("Ward 3");
        let (ana, channel) = (guild.member("Ana"), guild.general());
        guild.gives(&ana, guild.role("Organizers", Permissions::ADMINISTRATOR));
        discord.wait_until("the bot listens", |seen| seen.connected == 1 && seen.registered > 0);
        guild.adds_bot();
        let zoe = api.person("Zoe");
        let chat = api.supergroup("Ward 3 chat", &zoe);
        chat.adds_bot(&zoe);
        let yan = synapse.person("yan");
        let room = yan.creates(NewRoom::named("Ward 3 room").encrypted().inviting(&muster));
        yan.wait_until_with(&room, &muster);
        let greets = "the bot says what it is";
        discord.wait_until(greets, |seen| seen.from_bot(&channel).count() == 1);
        api.wait_until(greets, |seen| seen.from_bot(&chat).count() == 1);
        yan.wait_until(&room, greets, |room| room.from(&muster).count() == 1);
        Self {
            discord,
            guild,
            channel,
            api,
            chat,
            muster,
            door,
            room,
            ana: Account::Discord(ana),
            zoe: Account::Telegram(zoe),
            yan,
            bot,
            run,
        }
    }

    /// The bot is killed and started again; once that has happened for which it waits, it listens.
    pub(crate) fn restarts(&mut self, happens: impl FnOnce(&Self)) {
        let sessions = |seen: &discord::Seen| seen.identifies + seen.resumes;
        let before = self.discord.look(sessions);
        self.run.dies_and_starts(&self.bot);
        happens(self);
        self.discord.wait_until("the bot listens again", |seen| {
            seen.connected == 1 && sessions(seen) > before
        });
    }

    /// Waits until somebody on Discord is asked in private for the last word.
    pub(crate) fn until_asked(&self, whom: &Account, command: &str) {
        let Account::Discord(person) = whom else {
            unreachable!("asked on Discord")
        };
        let home = person.private();
        self.discord.wait_until("they are asked", |seen| {
            let last = seen.from_bot(&home).last();
            last.is_some_and(|shown| shown.words().contains(command))
        });
    }

    /// What is said to the bot in the Discord server.
    pub(crate) fn called(&self, command: &str) -> String {
        format!("<@{}> {command}", self.discord.bot())
    }

    pub(crate) fn reply_on_discord(&self, said: discord::MessageId) -> discord::Shown {
        self.discord.wait_until_some("a reply on Discord", |seen| {
            seen.from_bot(&self.channel)
                .find(|shown| shown.reply_to == Some(said))
                .cloned()
        })
    }

    pub(crate) fn reply_on_telegram(&self, said: telegram::MessageId) -> telegram::Shown {
        self.api.wait_until_some("a reply on Telegram", |seen| {
            seen.from_bot(&self.chat)
                .find(|shown| shown.reply_to == Some(said))
                .cloned()
        })
    }

    pub(crate) fn reply_on_matrix(&self, person: &matrix::Person, said: &matrix::EventId) -> matrix::Shown {
        person.wait_until_some(&self.room, "a reply on Matrix", |room| room.reply_to(said).cloned())
    }

    /// Members of each platform, by that name.
    pub(crate) fn on_discord(&self, name: &str) -> Account {
        Account::Discord(self.guild.member(name))
    }

    /// With a private chat of theirs with the bot.
    pub(crate) fn on_telegram(&self, name: &str) -> Account {
        let person = self.joins_on_telegram(name);
        self.greets(&person);
        Account::Telegram(person)
    }

    pub(crate) fn joins_on_telegram(&self, name: &str) -> telegram::Person {
        let person = self.api.person(name);
        person.joins(&self.chat);
        person
    }

    /// They press Start.
    pub(crate) fn greets(&self, person: &telegram::Person) {
        let started = person.starts_bot();
        self.api.wait_until("the bot greets them", |seen| {
            seen.from_bot(person).any(|shown| shown.id > started)
        });
    }

    pub(crate) fn on_matrix(&self, name: &str) -> Account {
        let person = Synapse::shared().person(name);
        self.yan.invites(&self.room, &person);
        person.accepts(&self.room);
        Account::Matrix(person)
    }

    /// Shows something in each of the rooms.
    pub(crate) fn shown_everywhere(&self, show: &str) -> Cards {
        let Account::Discord(ana) = &self.ana else {
            unreachable!("the organizer is on Discord")
        };
        let Account::Telegram(zoe) = &self.zoe else {
            unreachable!("Zoe is on Telegram")
        };
        let on_discord = ana.says(&self.channel, &self.called(show));
        let on_telegram = zoe.says(&self.chat, &format!("/{show}"));
        let on_matrix = self.yan.says(&self.room, &format!("!{show}"));
        Cards {
            discord: self.reply_on_discord(on_discord).id,
            telegram: self.reply_on_telegram(on_telegram).id,
            matrix: self.reply_on_matrix(&self.yan, &on_matrix).id,
        }
    }

    /// Waits until all three cards say that.
    pub(crate) fn cards_say(&self, cards: &Cards, words: &str) {
        self.cards_show(cards, &format!("the card says {words:?}"), |card| card.contains(words));
    }

    /// Waits until that is so of all three cards.
    pub(crate) fn cards_show(&self, cards: &Cards, what: &str, holds: impl Fn(&str) -> bool) {
        self.discord.wait_until(what, |seen| {
            seen.message(cards.discord).is_some_and(|card| holds(&card.words()))
        });
        self.api.wait_until(what, |seen| {
            seen.message(&self.chat, cards.telegram)
                .is_some_and(|card| holds(&card.text))
        });
        self.yan.wait_until(&self.room, what, |room| {
            room.message(&cards.matrix).is_some_and(|card| holds(card.body()))
        });
    }

    /// Ends the bot in good order; it asked for nothing that a platform does not take. What it kept stays with what is given
    /// back.
    pub(crate) fn ends_well(self) -> Bot {
        assert_eq!(self.run.end(), Some(0));
        assert_eq!(self.discord.breaches(), []);
        assert_eq!(self.api.breaches(), []);
        assert_eq!(Synapse::shared().breaches(&self.muster), []);
        self.bot
    }
}

/// Whether a card says that so many chose an option.
pub(crate) fn counts(card: &str, option: &str, count: usize) -> bool {
    let count = count.to_string();
    let mut lines = card.lines().filter(|line| line.contains(option));
    lines.any(|line| line.split_whitespace().any(|word| word == count))
}

/// The word behind those words.
pub(crate) fn behind(text: &str, words: &str) -> String {
    let (_, rest) = text
        .rsplit_once(words)
        .unwrap_or_else(|| panic!("no {words:?} in {text}"));
    let word = rest.split_whitespace().next().unwrap();
    word.trim_matches('`').to_owned()
}

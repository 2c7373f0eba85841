//! Where a transcript is played.

use std::collections::{BTreeMap, HashMap};

use muster_core::clock::Instant;
use muster_core::surface::{Address, Platform};
use muster_test_servers::bot::Run;
use muster_test_servers::discord::{
    Answer, Author, ChannelId, Discord, Guild, InteractionId, MessageId, Options, Permissions, Person, Pinged, Room,
    Shown,
};
use muster_test_servers::scenario::backstage::Backstage;
use muster_test_servers::scenario::{Asked, Place, Said, Stage, written};

use super::{shown, typing};
use crate::scene::{bot_on, is_within_the_rules, listens};

/// What the server is called: as the console calls its place.
const TITLE: &str = "console";

/// A server and its people, and the bot that serves them.
pub(super) struct DiscordStage {
    run: Run,
    discord: Discord,
    guild: Guild,
    room: Room,
    people: BTreeMap<String, Person>,
    /// What was asked last, and what was said last to the bot; each is answered once it is done.
    last: Option<Last>,
    /// Which message was the last that is known of each channel.
    known: HashMap<ChannelId, MessageId>,
    backstage: Backstage,
}

/// What somebody did last.
#[derive(Debug, Clone, Copy)]
enum Last {
    Asked(InteractionId),
    Said(MessageId),
}

impl DiscordStage {
    /// The founder has brought the bot to their server, and it is a minute before the story begins.
    pub(super) fn new(founder: &str, begins: Instant) -> Self {
        let backstage = Backstage::new(&[Platform::Discord], begins);
        let discord = Options::generous().starts_at(backstage.clock.now().timestamp()).start();
        let guild = discord.guild_without_bot(TITLE);
        let mut stage = Self {
            run: bot_on(&discord, backstage.url()).by(&backstage.clock).start(),
            room: guild.general(),
            discord,
            guild,
            people: BTreeMap::new(),
            last: None,
            known: HashMap::new(),
            backstage,
        };
        let founder = stage.person(founder);
        let organizers = stage.guild.role("Organizers", Permissions::ADMINISTRATOR);
        stage.guild.gives(&founder, organizers);
        listens(&stage.discord);
        stage.guild.adds_bot();
        let room = stage.room.id();
        stage
            .discord
            .wait_until("the bot says what it is", |seen| seen.from_bot(room).count() == 1);
        stage
    }

    /// Somebody of that name, who comes into the server when they are first asked for.
    fn person(&mut self, name: &str) -> Person {
        let guild = &self.guild;
        let person = self.people.entry(name.to_owned()).or_insert_with(|| {
            let person = guild.member(name);
            person.is_called(name);
            person
        });
        person.clone()
    }

    /// The channel, and the private chat of everybody who came so far.
    fn channels(&self) -> Vec<(ChannelId, Place)> {
        let private = |(name, person): (&String, &Person)| (person.private().id(), Place::Private(name.clone()));
        let room = (self.room.id(), Place::Group);
        std::iter::once(room).chain(self.people.iter().map(private)).collect()
    }

    /// Whether that votes in a secret poll. As a slash command nobody else would see it.
    fn is_secret_vote(&self, text: &str) -> bool {
        let number = text.strip_prefix("poll vote P").and_then(|rest| rest.split(' ').next());
        let Some(number) = number.and_then(|number| number.parse().ok()) else {
            return false;
        };
        self.backstage.asks(async |unit| {
            let group = unit.groups().await.unwrap()[0].id;
            let poll = unit.poll_by_number(group, number).await.unwrap();
            poll.is_some_and(|poll| poll.is_secret())
        })
    }

    fn name_of(&self, shown: &Shown) -> Option<String> {
        let only = shown.only_for?;
        let mut people = self.people.iter();
        people
            .find(|(_, person)| person.id() == only)
            .map(|(name, _)| name.clone())
    }
}

impl Stage for DiscordStage {
    fn backstage(&self) -> &Backstage {
        &self.backstage
    }

    fn opens_chat(&mut self, name: &str) {
        self.person(name);
    }

    fn types(&mut self, name: &str, place: &Place, text: &str) -> (Option<Asked>, String) {
        let person = self.person(name);
        let room = match place {
            Place::Group => self.room.clone(),
            Place::Private(_) => person.private(),
        };
        let is_here = |name: &str| self.people.contains_key(name);
        let is_read_by_all = *place == Place::Group && self.is_secret_vote(text);
        let slash = typing::slash(text, self.backstage.clock.now(), is_here).filter(|_| !is_read_by_all);
        let (last, asked, typed) = if let Some(slash) = slash {
            let asked = person.runs(&room, &slash);
            (Last::Asked(asked), asked.0, slash)
        } else {
            let said = person.says(&room, &format!("<@{}> {text}", self.discord.bot()));
            (Last::Said(said), said.0, format!("@muster {text}"))
        };
        self.last = Some(last);
        (Some(asked), typed)
    }

    fn is_heard(&self) -> bool {
        // What is said is replied to when the pace allows; what is asked is answered at once.
        let on_its_way = match self.last {
            Some(Last::Said(said)) => self.backstage.asks(async |unit| {
                let unsettled = unit.unsettled_messages().await.unwrap();
                let event = format!("message:{said}");
                unsettled
                    .iter()
                    .any(|row| matches!(&row.to, Address::Room { answers: Some(answers), .. } if *answers == event))
            }),
            _ => false,
        };
        let is_answered = |asked: &Answer| !matches!(asked, Answer::Waiting | Answer::Thinking(_));
        self.discord.look(|seen| match self.last {
            Some(Last::Asked(asked)) => is_answered(seen.answer(asked)),
            Some(Last::Said(said)) => on_its_way || seen.from_bot(&self.room).any(|shown| shown.reply_to == Some(said)),
            None => true,
        })
    }

    fn news(&mut self) -> Vec<Said> {
        let mut news = Vec::new();
        for (channel, place) in self.channels() {
            let known = self.known.entry(channel).or_insert(MessageId(0));
            let new: Vec<Shown> = self.discord.look(|seen| {
                let from_bot = seen.all_in(channel).iter().filter(|shown| shown.author == Author::Bot);
                let new = from_bot.filter(|shown| shown.id > *known);
                new.map(written::first_on_discord).cloned().collect()
            });
            *known = new.last().map_or(*known, |shown| shown.id);
            news.extend(new.iter().map(|shown| {
                Said {
                    place: place.clone(),
                    only_for: self.name_of(shown).filter(|_| place == Place::Group),
                    answers: shown
                        .interaction
                        .map(|asked| asked.0)
                        .or(shown.reply_to.map(|said| said.0)),
                    words: shown::of_message(shown),
                    seen: written::on_discord(&self.discord, shown),
                    offers_start: false,
                }
            }));
        }
        news
    }

    fn edited(&self) -> Vec<String> {
        let edited: Vec<Shown> = self.discord.look(|seen| {
            let edited = seen.from_bot(&self.room).filter(|shown| shown.edited_ms.is_some());
            edited.cloned().collect()
        });
        edited
            .iter()
            .map(|shown| written::on_discord(&self.discord, shown))
            .collect()
    }

    fn called(&self) -> Vec<String> {
        let called = self.discord.pings().into_iter().map(|ping| match ping.whom {
            Pinged::Person(name) | Pinged::Role(name) => name,
            Pinged::Everyone => "everyone".to_owned(),
            Pinged::Here => "here".to_owned(),
        });
        called.collect()
    }

    fn ends_well(self) {
        assert_eq!(self.run.end(), Some(0));
        is_within_the_rules(&self.discord);
        let failed = self.discord.look(|seen| (seen.failed, seen.all_refused_for_rate()));
        assert_eq!(
            failed,
            (0, 0),
            "everybody was answered in time, and nothing was too much"
        );
    }
}

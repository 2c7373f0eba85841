//! Where the weekend is played.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::net::SocketAddr;

use muster_adapter_console::line::ClockMove;
use muster_core::clock::Instant;
use muster_test_servers::discord::Options;
use muster_test_servers::scenario::backstage::Backstage;

use super::ladder::Ladder;
use super::script::{Act, Setting};
use super::{feed, page};
use crate::account::Account;
use crate::place::Place;
use crate::play::{Play, bot_of};
use crate::scene::{Town, behind};
use crate::told::Told;

/// Where the desk is, as the world knows it.
const DESK: &str = "https://desk.example.org";
/// What somebody is told who keeps quiet hours from here on: those that the ladder knows.
const KEEPS_QUIET: &str = "From 21:00 to 08:00, ";

/// When the bot is killed and started again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Restarts {
    Never,
    EveryHour,
}

/// The play, the people, and what was written to them.
pub(super) struct Stage {
    play: Play,
    /// Everybody's account: `Abe` → `Abe on Discord`.
    people: BTreeMap<String, String>,
    /// Who pressed Start on Telegram.
    started: BTreeSet<String>,
    ladder: Ladder,
}

impl Stage {
    /// One group in three rooms.
    pub(super) fn new(backstage: Backstage, restarts: Restarts) -> Self {
        let bot = bot_of(&backstage)
            .with("MUSTER_PUBLIC_LISTEN", "127.0.0.1:0")
            .with("MUSTER_PUBLIC_URL", DESK);
        let discord = Options::generous().starts_at(backstage.clock.now().timestamp());
        let town = Town::linked_by(bot, discord.start());
        let mut play = Play::new(town, backstage);
        play.restarts = restarts == Restarts::EveryHour;
        play.news();
        Self {
            play,
            people: BTreeMap::new(),
            started: BTreeSet::new(),
            ladder: Ladder::default(),
        }
    }

    /// What is seen of an act.
    pub(super) fn plays(&mut self, act: Act<'_>) -> String {
        match act {
            Act::On(platform, names) => {
                let accounts = names
                    .into_iter()
                    .map(|name| (name.to_owned(), format!("{name} on {platform}")));
                self.people.extend(accounts);
                String::new()
            }
            Act::Clock(to) => self.moves_clock(to),
            Act::Type(who, setting, typed) => {
                for name in &who {
                    self.types(name, setting, typed);
                    self.play.settles();
                }
                self.comes_of_it(&who, setting.in_full)
            }
            Act::Tap(who, label, words) => {
                for name in &who {
                    let account = self.account(name);
                    self.play.taps(&account, label, words);
                    self.play.settles();
                }
                self.comes_of_it(&who, false)
            }
            Act::Calendar(name) => self.calendar(name),
            Act::Count => self.ladder.counted(),
        }
    }

    fn account(&mut self, name: &str) -> Account {
        let who = self
            .people
            .get(name)
            .unwrap_or_else(|| panic!("{name} is on a platform"));
        self.play.account(&Place::private(who))
    }

    fn types(&mut self, name: &str, setting: Setting, typed: &str) {
        let account = self.account(name);
        if !setting.in_private {
            return self.play.types(&account, &prefixed(&account, typed));
        }
        let town = &self.play.town;
        if let Account::Telegram(person) = &account
            && self.started.insert(name.to_owned())
        {
            town.greets(person);
        }
        let told = town.whispers(&account, typed);
        if told.starts_with(KEEPS_QUIET) {
            self.ladder.keeps_quiet(name);
        }
    }

    /// What is seen once everything is out; what else people were sent than an answer is written down.
    fn comes_of_it(&mut self, who: &[&str], in_full: bool) -> String {
        let told = self.play.news();
        let at = self.play.backstage.clock.now();
        self.write_down(told.iter().filter(|one| !who.contains(&page::place(one))), at);
        page::page(&told, in_full)
    }

    fn write_down<'a>(&mut self, told: impl Iterator<Item = &'a Told>, at: Instant) {
        for one in told.filter(|one| self.people.contains_key(page::place(one))) {
            self.ladder.writes(page::place(one), at, page::lines(&one.first));
        }
    }

    /// Moves the clock through every instant at which something happens.
    fn moves_clock(&mut self, to: ClockMove) -> String {
        let mut hours = Vec::new();
        self.play
            .goes_to(to, |play, at| hours.push((play.backstage.hour(at), at, play.news())));
        let mut written = String::new();
        for (hour, at, told) in hours.into_iter().filter(|(_, _, told)| !told.is_empty()) {
            let _ = write!(written, "{hour}\n{}", page::page(&told, false));
            self.write_down(told.iter(), at);
        }
        written
    }

    fn calendar(&mut self, name: &str) -> String {
        let account = self.account(name);
        let told = self.play.town.whispers(&account, "me calendar");
        self.play.settles();
        self.play.news();
        let address = behind(&told, DESK);
        feed::read(self.public(), &address)
    }

    fn public(&self) -> SocketAddr {
        let line = self.play.town.run.log().wait_for("the world is listened to address=");
        line.rsplit_once('=').unwrap().1.parse().unwrap()
    }

    pub(super) fn ends_well(self) {
        self.play.ends_well();
    }
}

/// A command as it is typed in a room.
fn prefixed(account: &Account, command: &str) -> String {
    let prefix = match account {
        Account::Discord(_) => "@muster ",
        Account::Telegram(_) => "/",
        Account::Matrix(_) => "!",
    };
    format!("{prefix}{command}")
}

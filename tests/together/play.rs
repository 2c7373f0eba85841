//! A story that is played in the three rooms, by a clock that stands.

use std::collections::HashMap;

use muster_adapter_console::line::ClockMove;
use muster_core::chrono::{DurationRound as _, TimeDelta};
use muster_core::clock::Instant;
use muster_core::surface::Platform;
use muster_test_servers::bot::Bot;
use muster_test_servers::matrix::EventId;
use muster_test_servers::scenario::backstage::Backstage;
use muster_test_servers::scenario::{MOST_DRIFT, next_instant_of, wait_until_out};

use crate::account::Account;
use crate::place::Place;
use crate::scene::{BINARY, Town};
use crate::told::{Accounts, Reader, Told};

/// Where the group meets.
pub(crate) const PLATFORMS: [Platform; 3] = [Platform::Discord, Platform::Telegram, Platform::Matrix];
/// How long a node that was killed stands in the way of the next.
const LEASE: TimeDelta = TimeDelta::seconds(3);
/// How long before the hour it is killed: the next one serves when the hour strikes.
const DEAD_BEFORE: TimeDelta = TimeDelta::seconds(4);

/// The three rooms, the people, and what was seen so far.
pub(crate) struct Play {
    pub(crate) town: Town,
    pub(crate) backstage: Backstage,
    pub(crate) accounts: Accounts,
    /// Whether the bot is killed and started again at every whole hour.
    pub(crate) restarts: bool,
    /// The instant that the story tells.
    at: Instant,
    /// What was said in rooms on Matrix since all was out.
    said: Vec<EventId>,
    reader: Reader,
    /// What each message said when it was shown last.
    shown: HashMap<String, String>,
}

/// A story as it is when it is played: its acts, each with what is seen of it, its comments and its empty lines. `plays` an
/// act; none where a line is no act.
pub(crate) fn replayed(story: &str, mut plays: impl FnMut(&str) -> Option<String>) -> String {
    let mut page = String::new();
    for line in story.lines() {
        let seen = plays(line);
        if seen.is_some() || line.is_empty() || line.starts_with('#') {
            page.push_str(line);
            page.push('\n');
        }
        page.push_str(&seen.unwrap_or_default());
    }
    page
}

/// The bot that plays before it.
pub(crate) fn bot_of(backstage: &Backstage) -> Bot {
    Bot::on_database(BINARY, backstage.url())
        .by(&backstage.clock)
        .with("MUSTER_LEASE", &format!("{}s", LEASE.num_seconds()))
}

impl Play {
    /// In that town, by whose administrators the accounts are known.
    pub(crate) fn new(town: Town, backstage: Backstage) -> Self {
        let people = [
            ("Ana on Discord", town.ana.clone()),
            ("Zoe on Telegram", town.zoe.clone()),
            ("yan on Matrix", Account::Matrix(town.yan.clone())),
        ];
        Self {
            accounts: people.map(|(who, account)| (who.to_owned(), account)).into(),
            restarts: false,
            at: backstage.clock.now(),
            said: Vec::new(),
            reader: Reader::default(),
            shown: HashMap::new(),
            town,
            backstage,
        }
    }

    /// Somebody types something in the group's room, as it is typed on their platform.
    pub(crate) fn types(&mut self, account: &Account, typed: &str) {
        self.said.extend(self.town.types(account, typed));
    }

    /// They tap what has that label under the last message that says those words.
    pub(crate) fn taps(&mut self, account: &Account, label: &str, words: &str) {
        self.said.extend(self.town.taps(account, label, words));
    }

    /// Somebody's account, who comes into the room when they first do something.
    pub(crate) fn account(&mut self, place: &Place<'_>) -> Account {
        if let Some(known) = self.accounts.get(place.who) {
            return known.clone();
        }
        let account = match place.name_and_platform() {
            (name, "Discord") => self.town.on_discord(name),
            (name, "Telegram") => Account::Telegram(self.town.joins_on_telegram(name)),
            (name, "Matrix") => self.town.on_matrix(name),
            (_, other) => panic!("nobody is on {other}"),
        };
        self.accounts.insert(place.who.to_owned(), account.clone());
        account
    }

    /// Everything is out that came of what was done, within the minute that the story tells.
    pub(crate) fn settles(&mut self) {
        let Town { api, door, .. } = &self.town;
        let heard = || api.look(|seen| seen.pending == 0) && self.said.iter().all(|said| door.has_heard(said));
        wait_until_out(&self.backstage, heard);
        self.said.clear();
        let drift = self.backstage.clock.now() - self.at;
        assert!(drift < MOST_DRIFT, "{drift} after the story's instant");
    }

    /// Moves the clock through every instant at which something happens, and looks at each.
    pub(crate) fn goes_to(&mut self, to: ClockMove, mut look: impl FnMut(&mut Self, Instant)) {
        self.settles();
        look(self, self.at);
        let target = self.backstage.moved(self.at, to);
        while let Some(next) = self.next_instant().filter(|next| *next <= target) {
            self.at = next.max(self.at);
            let clock = &self.backstage.clock;
            if self.restarts && is_whole_hour(next) {
                clock.set((next - DEAD_BEFORE).max(clock.now()));
                self.town.restarts(|_| clock.set(next));
            }
            clock.set(next.max(clock.now()));
            self.settles();
            look(self, next);
        }
        self.at = target;
        self.backstage.clock.set(target);
    }

    fn next_instant(&self) -> Option<Instant> {
        let hour = self.restarts.then(|| next_hour(self.at));
        next_instant_of(&self.backstage).into_iter().chain(hour).min()
    }

    /// What was not seen yet.
    pub(crate) fn news(&mut self) -> Vec<Told> {
        let mut told = self.reader.in_rooms(&self.town, &self.accounts);
        told.extend(self.reader.in_private(&self.town, &self.accounts));
        told.retain(|one| !self.shown.contains_key(&one.id));
        for one in &told {
            self.shown.insert(one.id.clone(), one.first.clone());
        }
        told
    }

    /// The cards in the rooms that changed since they were shown.
    pub(crate) fn changed(&mut self) -> Vec<Told> {
        let mut told = self.reader.in_rooms(&self.town, &self.accounts);
        told.retain(|one| self.shown.get(&one.id) != Some(&one.now));
        for one in &told {
            self.shown.insert(one.id.clone(), one.now.clone());
        }
        told
    }

    pub(crate) fn ends_well(self) {
        self.town.ends_well();
    }
}

fn hour_of(at: Instant) -> Instant {
    at.duration_trunc(TimeDelta::hours(1)).expect("an instant of our time")
}

fn next_hour(at: Instant) -> Instant {
    hour_of(at) + TimeDelta::hours(1)
}

fn is_whole_hour(at: Instant) -> bool {
    hour_of(at) == at
}

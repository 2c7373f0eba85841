//! Where the transcript is played: by a clock that stands, on the tests' own PostgreSQL.

use std::collections::HashMap;
use std::fmt::Write as _;

use muster_adapter_console::line::ClockMove;
use muster_core::clock::Instant;
use muster_core::surface::Platform;
use muster_test_servers::bot::Bot;
use muster_test_servers::discord::Options;
use muster_test_servers::matrix::EventId;
use muster_test_servers::scenario::backstage::Backstage;
use muster_test_servers::scenario::{MOST_DRIFT, next_instant_of, wait_until_out};

use super::act::{Act, Place};
use super::told::{self, Accounts, Told};
use crate::account::Account;
use crate::scene::{BINARY, Town};

/// How every code stands in the transcript.
const CODE: &str = "7ZQ4-…";
/// How long a code is, and of how many pieces.
const CODE_LENGTH: (usize, usize) = (32, 7);

/// The three rooms, the people, and what was seen so far.
pub(super) struct Stage {
    town: Town,
    backstage: Backstage,
    /// The instant that the transcript tells.
    at: Instant,
    accounts: Accounts,
    /// What was said last in the room on Matrix.
    said: Option<EventId>,
    /// The last code that was shown.
    code: String,
    /// What each message said when it was shown last.
    shown: HashMap<String, String>,
}

impl Stage {
    /// The bot was brought to the three rooms, and it is a minute before the story begins.
    pub(super) fn new(begins: Instant) -> Self {
        let backstage = Backstage::new(&[Platform::Discord, Platform::Telegram, Platform::Matrix], begins);
        let at = backstage.clock.now();
        let bot = Bot::on_database(BINARY, backstage.url()).by(&backstage.clock);
        let town = Town::visited(bot, Options::generous().starts_at(at.timestamp()).start());
        let people = [
            ("Ana on Discord", town.ana.clone()),
            ("Zoe on Telegram", town.zoe.clone()),
            ("yan on Matrix", Account::Matrix(town.yan.clone())),
        ];
        Self {
            accounts: people.map(|(who, account)| (who.to_owned(), account)).into(),
            town,
            backstage,
            at,
            said: None,
            code: String::new(),
            shown: HashMap::new(),
        }
    }

    /// What is seen of an act.
    pub(super) fn plays(&mut self, act: &Act<'_>) -> String {
        match act {
            Act::Does(place, typed) => {
                self.does(place, &typed.replace(CODE, &self.code));
                self.settles();
                self.news(&place.to_string())
            }
            Act::Clock(to) => self.moves_clock(*to),
            Act::Cards => self.cards(),
        }
    }

    fn does(&mut self, place: &Place<'_>, what: &str) {
        let account = self.account(place);
        match (what, &account) {
            ("(starts the bot)", Account::Telegram(person)) => self.town.greets(person),
            ("(blocks the bot)", Account::Telegram(person)) => person.blocks_bot(),
            ("(takes no private messages)", Account::Discord(person)) => person.closes_private(),
            (deed, _) if deed.starts_with('(') => panic!("nobody can do that there: {deed}"),
            _ if place.in_private => drop(self.town.whispers(&account, what)),
            _ => self.said = self.town.types(&account, what),
        }
    }

    /// Somebody's account, who comes into the room when they first do something.
    fn account(&mut self, place: &Place<'_>) -> Account {
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

    /// Everything is out that came of it, within the minute that the transcript tells.
    fn settles(&self) {
        let Town { api, door, .. } = &self.town;
        let heard = || api.look(|seen| seen.pending == 0) && self.said.iter().all(|said| door.has_heard(said));
        wait_until_out(&self.backstage, heard);
        let drift = self.backstage.clock.now() - self.at;
        assert!(drift < MOST_DRIFT, "{drift} after the transcript's instant");
    }

    /// Moves the clock through every instant at which something happens.
    fn moves_clock(&mut self, to: ClockMove) -> String {
        self.settles();
        let mut page = self.news("");
        let target = self.backstage.moved(self.at, to);
        while let Some(next) = next_instant_of(&self.backstage).filter(|next| *next <= target) {
            self.at = next.max(self.at);
            self.backstage.clock.set(next.max(self.backstage.clock.now()));
            self.settles();
            let news = self.news("");
            if !news.is_empty() {
                let _ = write!(page, "{}\n{news}", self.backstage.hour(next));
            }
        }
        self.at = target;
        self.backstage.clock.set(target);
        page
    }

    /// What was not seen yet, first what was said where the act was.
    fn news(&mut self, here: &str) -> String {
        let mut told = told::in_rooms(&self.town);
        told.extend(told::in_private(&self.town, &self.accounts));
        told.retain(|one| !self.shown.contains_key(&one.id));
        told.sort_by_key(|one| one.place != here);
        let mut page = String::new();
        for one in told {
            if !page.is_empty() || one.place != here {
                let _ = writeln!(page, "{}", one.place);
            }
            page.push_str(&self.shows(one.id, one.first));
        }
        page
    }

    /// What the cards in the rooms say that changed since they were shown.
    fn cards(&mut self) -> String {
        let told = told::in_rooms(&self.town).into_iter();
        let has_changed = |one: &Told| self.shown.get(&one.id) != Some(&one.now);
        let changed: Vec<Told> = told.filter(has_changed).collect();
        let mut page = String::new();
        for one in changed {
            let _ = writeln!(page, "{}", one.place);
            page.push_str(&self.shows(one.id, one.now));
        }
        page
    }

    /// A message as it stands in the transcript, which has no empty lines in what is seen.
    fn shows(&mut self, id: String, says: String) -> String {
        let lines = says.lines().map(str::trim_end).filter(|line| !line.is_empty());
        let lines: String = lines.flat_map(|line| [line, "\n"]).collect();
        self.shown.insert(id, says);
        match code_in(&lines) {
            Some(code) => {
                code.clone_into(&mut self.code);
                lines.replace(code, CODE)
            }
            None => lines,
        }
    }

    pub(super) fn ends_well(self) {
        self.town.ends_well();
    }
}

/// A code, as it is shown: four letters or digits and a dash, again and again.
fn code_in(text: &str) -> Option<&str> {
    let mut words = text.split(|char: char| !char.is_ascii_alphanumeric() && char != '-');
    words.find(|word| (word.len(), word.split('-').count()) == CODE_LENGTH)
}

//! Where the transcript is played: on the tests' own PostgreSQL.

use std::fmt::Write as _;

use muster_adapter_console::line::ClockMove;
use muster_core::clock::Instant;
use muster_test_servers::discord::Options;
use muster_test_servers::scenario::backstage::Backstage;

use super::act::Act;
use crate::account::Account;
use crate::place::Place;
use crate::play::{PLATFORMS, Play, bot_of};
use crate::scene::Town;
use crate::told::Told;

/// How every code stands in the transcript.
const CODE: &str = "7ZQ4-…";
/// How long a code is, and of how many pieces.
const CODE_LENGTH: (usize, usize) = (32, 7);

/// The play, and what its transcript does not tell.
pub(super) struct Stage {
    play: Play,
    /// The last code that was shown.
    code: String,
}

impl Stage {
    /// The bot was brought to the three rooms, and it is a minute before the story begins.
    pub(super) fn new(begins: Instant) -> Self {
        let backstage = Backstage::new(&PLATFORMS, begins);
        let discord = Options::generous().starts_at(backstage.clock.now().timestamp());
        let town = Town::visited(bot_of(&backstage), discord.start());
        Self {
            play: Play::new(town, backstage),
            code: String::new(),
        }
    }

    /// What is seen of an act.
    pub(super) fn plays(&mut self, act: &Act<'_>) -> String {
        match act {
            Act::Does(place, typed) => {
                self.does(place, &typed.replace(CODE, &self.code));
                self.play.settles();
                self.news(&place.to_string())
            }
            Act::Clock(to) => self.moves_clock(*to),
            Act::Cards => self.cards(),
        }
    }

    fn does(&mut self, place: &Place<'_>, what: &str) {
        let account = self.play.account(place);
        let town = &self.play.town;
        match (what, &account) {
            ("(starts the bot)", Account::Telegram(person)) => town.greets(person),
            ("(blocks the bot)", Account::Telegram(person)) => person.blocks_bot(),
            ("(takes no private messages)", Account::Discord(person)) => person.closes_private(),
            (deed, _) if deed.starts_with('(') => panic!("nobody can do that there: {deed}"),
            _ if place.in_private => drop(town.whispers(&account, what)),
            _ => self.play.types(&account, what),
        }
    }

    /// Moves the clock through every instant at which something happens.
    fn moves_clock(&mut self, to: ClockMove) -> String {
        let (mut page, code) = (String::new(), &mut self.code);
        let mut begins = true;
        self.play.goes_to(to, |play, at| {
            let news = written(play.news(), "", code);
            if !begins && !news.is_empty() {
                let _ = writeln!(page, "{}", play.backstage.hour(at));
            }
            page.push_str(&news);
            begins = false;
        });
        page
    }

    /// What was not seen yet, first what was said where the act was.
    fn news(&mut self, here: &str) -> String {
        written(self.play.news(), here, &mut self.code)
    }

    /// What the cards in the rooms say that changed since they were shown.
    fn cards(&mut self) -> String {
        let changed = self.play.changed().into_iter();
        let shows = |one: Told| format!("{}\n{}", one.place, shown(&one.now, &mut self.code));
        changed.map(shows).collect()
    }

    pub(super) fn ends_well(self) {
        self.play.ends_well();
    }
}

/// What was told, as it was said first.
fn written(mut told: Vec<Told>, here: &str, code: &mut String) -> String {
    told.sort_by_key(|one| one.place != here);
    let mut page = String::new();
    for one in told {
        if !page.is_empty() || one.place != here {
            let _ = writeln!(page, "{}", one.place);
        }
        page.push_str(&shown(&one.first, code));
    }
    page
}

/// A message as it stands in the transcript, which has no empty lines in what is seen.
fn shown(says: &str, last_code: &mut String) -> String {
    let lines = says.lines().map(str::trim_end).filter(|line| !line.is_empty());
    let lines: String = lines.flat_map(|line| [line, "\n"]).collect();
    match code_in(&lines) {
        Some(code) => {
            code.clone_into(last_code);
            lines.replace(code, CODE)
        }
        None => lines,
    }
}

/// A code, as it is shown: four letters or digits and a dash, again and again.
fn code_in(text: &str) -> Option<&str> {
    let mut words = text.split(|char: char| !char.is_ascii_alphanumeric() && char != '-');
    words.find(|word| (word.len(), word.split('-').count()) == CODE_LENGTH)
}

//! The kills.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use muster::engine::fault;
use muster_test_servers::bot::Bot;
use muster_test_servers::crowd::reminder;
use muster_test_servers::dice::Dice;
use muster_test_servers::discord::{Answer, Seen, Shown};

use super::Size;
use super::count::Counts;
use super::load::{Broadcast, Load, RAIN};
use super::mishaps::Mishaps;
use super::town::Town;
use crate::scene::listens;

/// How often it is looked whether a process is gone, and people do something.
const GLANCE: Duration = Duration::from_millis(50);
/// How long a start may take to reach a point at which it is killed.
const REACHED_IN: Duration = Duration::from_mins(1);
/// How long it may take until everything is out that the kills left behind: a channel takes one message a second.
const ALL_IS_OUT_IN: Duration = Duration::from_mins(10);
/// So many messages are to be left where some of them are to be sent before a kill.
const ENOUGH: usize = 45;

pub(crate) struct Matrix {
    size: Size,
    town: Town,
    bot: Bot,
    database: String,
    dice: Dice,
    load: Load,
    mishaps: Mishaps,
    /// A broadcast that nobody has seen yet.
    work: Option<Broadcast>,
    at_points: usize,
    at_random: usize,
}

impl Matrix {
    pub(crate) fn new(size: Size, town: Town, bot: Bot, database: &str) -> Self {
        Self {
            size,
            town,
            bot,
            database: database.to_owned(),
            dice: Dice::new(size.seed),
            load: Load::default(),
            mishaps: Mishaps::default(),
            work: None,
            at_points: 0,
            at_random: 0,
        }
    }

    /// Plays it to its end and counts.
    #[expect(clippy::print_stdout, reason = "the counts are read in the output of the run")]
    pub(crate) fn play(mut self, on: &str) {
        let began = Instant::now();
        self.begin();
        for _ in 0..self.size.rounds {
            for point in fault::ALL {
                self.kill_at(point);
            }
        }
        for _ in 0..self.size.random_kills {
            self.kill_at_random();
        }
        let killed = began.elapsed();
        self.end();
        let counts = Counts::of(&self.town, &self.load, self.size, &self.database);
        println!(
            "{on}: {} people, {} broadcasts, killed {} times at points and {} times at random with seed {}; {}; {counts} \
             ({:.0} s, and {:.0} s until all was done)",
            self.size.people,
            self.load.broadcasts,
            self.at_points,
            self.at_random,
            self.size.seed,
            self.mishaps,
            killed.as_secs_f64(),
            began.elapsed().saturating_sub(killed).as_secs_f64(),
        );
        counts.must_be_right(self.at_points + self.at_random);
    }

    /// A shift whose card is posted, and a broadcast.
    fn begin(&mut self) {
        let run = self.bot.start();
        listens(&self.town.discord);
        self.load.begin(&self.town);
        self.work = Some(self.load.broadcast());
        self.wait_for_work();
        run.kill();
        self.at_random += 1;
    }

    fn wait_for_work(&mut self) {
        let began = Instant::now();
        while self.is_work_left() {
            assert!(
                began.elapsed() < REACHED_IN,
                "{:?} is not seen: {}",
                self.work,
                self.town.discord.summary()
            );
            std::thread::park_timeout(GLANCE);
        }
    }

    /// Goes on with the broadcast; whether it is still not seen.
    fn is_work_left(&mut self) -> bool {
        if self.work.as_mut().is_some_and(|work| work.go_on(&self.town)) {
            self.work = None;
        }
        self.work.is_some()
    }

    fn wait_until_gone(&self) {
        self.town
            .discord
            .wait_until("the process before is gone", |seen| seen.connected == 0);
    }

    /// It is killed at a point.
    fn kill_at(&mut self, point: &'static str) {
        let time = 1 + self.dice.below(match point {
            // Once a message, and there are enough.
            "delivery.sending" | "delivery.sent" => 30,
            // Once for some of them.
            "delivery.settled" => 10,
            "intake.received" | "intake.accepted" | "dispatch.handle" | "dispatch.handled" => 4,
            _ => 1,
        });
        let plan = format!("{point}=kill@{time}");
        self.wait_until_gone();
        let mut victim = self.bot.start_failing(&plan);
        self.begin_start();
        let began = Instant::now();
        while !victim.has_ended() {
            assert!(
                began.elapsed() < REACHED_IN,
                "{plan} is not reached, seed {}, broadcast {:?}: {}",
                self.size.seed,
                self.work,
                self.town.discord.summary()
            );
            let is_serving = self.town.discord.look(|seen| seen.connected > 0);
            if point == "shutdown.drained" && is_serving {
                victim.ask_to_end();
            }
            if !self.is_work_left() {
                self.work = self.work_for(point);
            }
            self.load.go_on(&self.town);
            std::thread::park_timeout(GLANCE);
        }
        self.at_points += 1;
    }

    /// What must be under way for that point to be reached.
    fn work_for(&mut self, point: &str) -> Option<Broadcast> {
        match point {
            "fanout.chunk" => Some(self.load.broadcast()),
            "tick.due" | "tick.done" => Some(self.load.something_due()),
            _ if point.starts_with("delivery") => self.more_if_little_is_left(),
            _ => None,
        }
    }

    fn begin_start(&mut self) {
        self.load.begin_start();
        self.mishaps.strike_one(&self.town.discord, &mut self.dice);
    }

    /// Another broadcast, where too little of the last one is left to be killed in it.
    fn more_if_little_is_left(&mut self) -> Option<Broadcast> {
        let copies = self.size.people * self.load.broadcasts;
        let seen = self.town.discord.look(|seen| copies_seen(seen, &self.town));
        (seen + ENOUGH > copies).then(|| self.load.broadcast())
    }

    /// It is killed at any moment, after connections were cut perhaps.
    fn kill_at_random(&mut self) {
        self.wait_until_gone();
        let run = self.bot.start();
        if self.work.is_none() {
            self.work = self.more_if_little_is_left();
        }
        self.begin_start();
        let before_the_cut = 100 + self.dice.below(900);
        self.let_pass(before_the_cut);
        self.mishaps.cut(&self.town.discord, &mut self.dice);
        let after_it = 50 + self.dice.below(500);
        self.let_pass(after_it);
        self.town.discord.end_outage();
        run.kill();
        self.at_random += 1;
    }

    /// Lets so many milliseconds pass, in which people go on.
    fn let_pass(&mut self, milliseconds: u64) {
        let began = Instant::now();
        let length = Duration::from_millis(milliseconds);
        while began.elapsed() < length {
            self.is_work_left();
            self.load.go_on(&self.town);
            std::thread::park_timeout(GLANCE.min(length.saturating_sub(began.elapsed())));
        }
    }

    /// Lets the bot live until everybody is answered or was told that nobody answers, and every copy and reminder is seen.
    fn end(&mut self) {
        let discord = &self.town.discord;
        discord.clear_faults();
        self.wait_until_gone();
        let run = self.bot.start();
        self.wait_for_work();
        // What was too late for an answer in place waits for its turn in the channel.
        let (town, reminders) = (&self.town, self.size.reminders);
        let is_open = |answer: &Answer| matches!(answer, Answer::Waiting | Answer::Thinking(_));
        patiently(town, "nobody waits any more", |seen| {
            let asked = self.load.asked();
            !asked.into_iter().any(|asked| is_open(seen.answer(asked)))
        });
        patiently(town, "every reminder is seen", |seen| {
            let is_seen = |n: usize| {
                let words = reminder(n);
                seen.from_bot(town.homes[n]).any(|shown| shown.words().contains(&words))
            };
            (0..reminders).all(is_seen)
        });
        let (people, broadcasts) = (self.size.people, self.load.broadcasts);
        patiently(town, "every copy is seen", |seen| {
            copies_seen(seen, town) >= people * broadcasts
        });
        let waited = Instant::now();
        while !run.told().is_quiet() {
            assert!(waited.elapsed() < ALL_IS_OUT_IN, "{}", town.discord.summary());
            std::thread::park_timeout(GLANCE);
        }
        // All may be out before it listens: after so many starts Discord lets the next session wait.
        listens(&town.discord);
        self.card_is_up_to_date();
        assert_eq!(run.end(), Some(0), "it ends in good order");
    }

    /// Edits wait for each other, and nobody counts them.
    fn card_is_up_to_date(&self) {
        let discord = &self.town.discord;
        let asked = self.town.ana.runs(&self.town.room, "/shift show shift:S1");
        let Answer::Message(fresh) = discord.wait_for_answer(asked) else {
            panic!("the card of S1: {}", discord.summary());
        };
        let facts = discord.look(|seen| seen.message(fresh).map(Shown::words)).unwrap();
        let taken = facts.lines().find(|line| line.contains(" of 400")).unwrap().to_owned();
        discord.wait_until(&format!("the card says {taken}"), |seen| {
            let card = seen.message(self.load.card());
            card.is_some_and(|card| card.words().contains(&taken))
        });
    }
}

/// Waits for what many messages have to come before.
fn patiently(town: &Town, what: &str, holds: impl Fn(&Seen) -> bool) {
    let began = Instant::now();
    while !town.discord.look(&holds) {
        let summary = || town.discord.summary();
        assert!(began.elapsed() < ALL_IS_OUT_IN, "in vain until {what}: {}", summary());
        std::thread::park_timeout(GLANCE);
    }
}

/// How many copies of all broadcasts somebody has seen.
fn copies_seen(seen: &Seen, town: &Town) -> usize {
    let of = |home| {
        let texts = seen.from_bot(home).map(Shown::words);
        texts.filter_map(|text| copy_of(&text).map(str::to_owned)).collect()
    };
    town.homes.iter().map(|home| BTreeSet::<String>::len(&of(*home))).sum()
}

/// Which broadcast a message is a copy of.
fn copy_of(text: &str) -> Option<&str> {
    let (_, rest) = text.split_once(RAIN)?;
    Some(rest.split('.').next()?.trim())
}

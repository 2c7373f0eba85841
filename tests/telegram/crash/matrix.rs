//! The kills.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use muster::engine::fault;
use muster_test_servers::bot::{Bot, Run};
use muster_test_servers::crowd::reminder;
use muster_test_servers::dice::Dice;
use muster_test_servers::telegram::Seen;

use super::Size;
use super::count::Counts;
use super::load::{Broadcast, Load, RAIN};
use super::mishaps::Mishaps;
use super::town::Town;

/// How often it is looked whether a process is gone, and people do something.
const GLANCE: Duration = Duration::from_millis(50);
/// How long a start may take to reach a point at which it is killed.
const REACHED_IN: Duration = Duration::from_mins(1);
/// So many messages are to be left where some of them are to be sent before a kill.
const ENOUGH: usize = 45;

pub(crate) struct Matrix {
    size: Size,
    town: Town,
    /// One a node.
    bots: Vec<Bot>,
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
    pub(crate) fn new(size: Size, town: Town, bots: Vec<Bot>, database: &str) -> Self {
        Self {
            size,
            town,
            bots,
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
        counts.must_be_right(&self.mishaps, self.at_points + self.at_random);
    }

    /// A shift whose card is posted in several chats, and a broadcast.
    fn begin(&mut self) {
        let nodes = self.start_all();
        self.load.begin(&self.town);
        self.work = Some(self.load.broadcast());
        self.wait_for_work();
        nodes.into_iter().for_each(Run::kill);
        self.at_random += 1;
    }

    fn start_all(&self) -> Vec<Run> {
        self.bots.iter().map(Bot::start).collect()
    }

    fn wait_for_work(&mut self) {
        let began = Instant::now();
        while self.is_work_left() {
            assert!(
                began.elapsed() < REACHED_IN,
                "{:?} is not seen: {}",
                self.work,
                self.town.api.summary()
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

    /// One node is killed at a point; others go on.
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
        self.town
            .api
            .wait_until("the node before is gone", |seen| !seen.polling);
        let mut victim = self.bots[0].start_with(&[("MUSTER_FAILPOINTS", &plan)]);
        // The others come later, so that the victim is the one who serves.
        let mut others = Vec::new();
        self.begin_start();
        let began = Instant::now();
        while !victim.has_ended() {
            assert!(
                began.elapsed() < REACHED_IN,
                "{plan} is not reached, seed {}, broadcast {:?}: {}",
                self.size.seed,
                self.work,
                self.town.api.summary()
            );
            let is_serving = self.town.api.look(|seen| seen.polling);
            if others.is_empty() && is_serving {
                others = self.bots[1..].iter().map(Bot::start).collect();
            }
            if point == "shutdown.drained" && is_serving {
                victim.ask_to_end();
            }
            if !self.is_work_left() {
                self.work = self.work_for(point);
            }
            self.load.go_on(&self.town);
            std::thread::park_timeout(GLANCE);
        }
        others.into_iter().for_each(Run::kill);
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
        self.mishaps.strike_one(&self.town.api, &mut self.dice);
    }

    /// Another broadcast, where too little of the last one is left to be killed in it.
    fn more_if_little_is_left(&mut self) -> Option<Broadcast> {
        let copies = self.size.people * self.load.broadcasts;
        let seen = self.town.api.look(|seen| copies_seen(seen, &self.town));
        (seen + ENOUGH > copies).then(|| self.load.broadcast())
    }

    /// Any node is killed at any moment, after connections were cut perhaps.
    fn kill_at_random(&mut self) {
        self.town
            .api
            .wait_until("the node before is gone", |seen| !seen.polling);
        let mut nodes = self.start_all();
        if self.work.is_none() {
            self.work = self.more_if_little_is_left();
        }
        self.begin_start();
        let before_the_cut = 100 + self.dice.below(900);
        self.let_pass(before_the_cut);
        self.mishaps.cut(&self.town.api, &mut self.dice);
        let after_it = 50 + self.dice.below(500);
        self.let_pass(after_it);
        self.town.api.end_outage();
        let victim = usize::try_from(self.dice.below(nodes.len() as u64)).unwrap();
        nodes.swap_remove(victim).kill();
        if !nodes.is_empty() {
            // The other one goes on for a moment, perhaps long enough to take over.
            let alone = self.dice.below(3_000);
            self.let_pass(alone);
        }
        nodes.into_iter().for_each(Run::kill);
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

    /// Lets the bot live until every update is acknowledged, every command answered, every copy and every reminder seen.
    fn end(&mut self) {
        let api = &self.town.api;
        api.clear_faults();
        api.wait_until("the node before is gone", |seen| !seen.polling);
        let nodes = self.start_all();
        self.wait_for_work();
        let town = &self.town;
        let reminders = self.size.reminders;
        town.api
            .wait_until("every update is acknowledged", |seen| seen.pending == 0);
        town.api.wait_until("every reminder is seen", |seen| {
            let is_seen = |n: usize| {
                let says = |text: &str| text.contains(&reminder(n));
                seen.from_bot(&town.people[n]).any(|shown| says(&shown.text))
            };
            (0..reminders).all(is_seen)
        });
        self.wait_for_copies();
        for node in &nodes {
            node.wait_until_quiet();
        }
        // Edits wait for each other, and nobody counts them.
        let claimed = format!("{} of 400", self.load.claims.len());
        let card = self.load.card();
        town.api.wait_until("the card shows everybody", |seen| {
            seen.message(&town.group, card)
                .is_some_and(|card| card.text.contains(&claimed))
        });
        for node in nodes {
            assert_eq!(node.end(), Some(0), "it ends in good order");
        }
    }

    /// As long as there are more of them each time: a thousand people take a while at Telegram's pace.
    fn wait_for_copies(&self) {
        let (api, copies) = (&self.town.api, self.size.people * self.load.broadcasts);
        let (mut seen, mut since) = (0, Instant::now());
        while seen < copies {
            let by_now = api.look(|seen| copies_seen(seen, &self.town));
            if by_now > seen {
                (seen, since) = (by_now, Instant::now());
            }
            let summary = || api.summary();
            assert!(
                since.elapsed() < REACHED_IN,
                "{seen} of {copies} copies are seen: {}",
                summary()
            );
            std::thread::park_timeout(GLANCE);
        }
    }
}

/// How many copies of all broadcasts somebody has seen.
fn copies_seen(seen: &Seen, town: &Town) -> usize {
    let of = |person| seen.from_bot(person).filter_map(|shown| copy_of(&shown.text)).collect();
    town.people
        .iter()
        .map(|person| BTreeSet::<&str>::len(&of(person)))
        .sum()
}

/// Which broadcast a message is a copy of.
fn copy_of(text: &str) -> Option<&str> {
    let (_, rest) = text.split_once(RAIN)?;
    Some(rest.split('.').next()?.trim())
}

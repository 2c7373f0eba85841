//! The kills.

use std::time::{Duration, Instant};

use muster::engine::fault;
use muster_test_servers::dice::Dice;
use muster_test_servers::matrix::Synapse;

use super::Size;
use super::count::Counts;
use super::load::{Broadcast, Load, Said};
use super::mishaps::Mishaps;
use super::town::Town;
use crate::scene::ends_well;

/// How often it is looked whether a process is gone, and people do something.
const GLANCE: Duration = Duration::from_millis(50);
/// How long a start may take to reach a point at which it is killed.
const REACHED_IN: Duration = Duration::from_mins(1);
/// How long the last start may take to catch up: what was tried again and again waits longer each time.
const CAUGHT_UP_IN: Duration = Duration::from_mins(3);

pub(crate) struct Kills {
    size: Size,
    town: Town,
    dice: Dice,
    load: Load,
    mishaps: Mishaps,
    /// A broadcast that nobody has seen yet.
    work: Option<Broadcast>,
    at_points: usize,
    at_random: usize,
}

impl Kills {
    pub(crate) fn new(size: Size) -> Self {
        Self {
            size,
            town: Town::founded(),
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
    pub(crate) fn play(mut self) {
        let began = Instant::now();
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
        let counts = Counts::of(&self.town, &self.load);
        println!(
            "{} commands, {} broadcasts, killed {} times at points and {} times at random with seed {}; {}; {counts} ({:.0} \
             s, and {:.0} s until all was done)",
            self.load.said.len(),
            self.load.broadcasts,
            self.at_points,
            self.at_random,
            self.size.seed,
            self.mishaps,
            killed.as_secs_f64(),
            began.elapsed().saturating_sub(killed).as_secs_f64(),
        );
        counts.must_be_right();
    }

    fn kill_at(&mut self, point: &'static str) {
        let time = 1 + self.dice.below(match point {
            _ if point.starts_with("delivery") || point.starts_with("dispatch") => 4,
            _ if point.starts_with("intake") => 2,
            _ => 1,
        });
        let plan = format!("{point}=kill@{time}");
        self.begin_start();
        let heard_before = self.town.door.requests("sync");
        let mut victim = self.town.bot.start_failing(&plan);
        let began = Instant::now();
        while !victim.has_ended() {
            assert!(
                began.elapsed() < REACHED_IN,
                "{plan} is not reached, seed {}, broadcast {:?}",
                self.size.seed,
                self.work
            );
            if point == "shutdown.drained" && self.town.door.requests("sync") > heard_before {
                victim.ask_to_end();
            }
            if !self.is_work_left() && (point.starts_with("tick") || point.starts_with("fanout")) {
                self.work = Some(self.load.broadcast());
            }
            self.load.go_on(&self.town);
            std::thread::park_timeout(GLANCE);
        }
        self.at_points += 1;
    }

    /// It is killed at any moment, after connections were cut perhaps.
    fn kill_at_random(&mut self) {
        self.begin_start();
        let victim = self.town.bot.start();
        let before_the_cut = 200 + self.dice.below(1_200);
        self.let_pass(before_the_cut);
        self.mishaps.cut(&self.town.door, &mut self.dice);
        let after_it = 50 + self.dice.below(700);
        self.let_pass(after_it);
        victim.kill();
        self.at_random += 1;
    }

    fn begin_start(&mut self) {
        self.load.begin_start();
        self.mishaps.strike_one(&self.town.door, &mut self.dice);
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

    /// Goes on with the broadcast; whether it is still not seen.
    fn is_work_left(&mut self) -> bool {
        if self.work.as_mut().is_some_and(|work| work.go_on(&self.town)) {
            self.work = None;
        }
        self.work.is_some()
    }

    /// Lets the bot live until every command is heard and answered, and the last broadcast seen.
    fn end(&mut self) {
        self.town.door.clear_faults();
        let run = self.town.bot.start();
        let began = Instant::now();
        while self.is_work_left() || self.unanswered().is_some() {
            assert!(
                began.elapsed() < CAUGHT_UP_IN,
                "not answered: {:?}, broadcast {:?}: {}",
                self.unanswered(),
                self.work,
                run.told().0
            );
            std::thread::park_timeout(GLANCE);
        }
        run.wait_until_quiet();
        ends_well(Synapse::shared(), &self.town.muster, run);
    }

    fn unanswered(&self) -> Option<&Said> {
        self.load.said.iter().find(|said| said.answers(&self.town) == 0)
    }
}

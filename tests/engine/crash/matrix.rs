//! The kills.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use muster::engine::fault;
use muster_test_servers::crowd::member;
use muster_test_servers::dice::Dice;
use muster_test_servers::platform::{Shown, TestPlatform};
use muster_test_servers::profile::Profile;
use muster_test_servers::wire::Chat;

use super::Size;
use super::count::Counts;
use super::load::{Broadcast, Load, RAIN};
use crate::bot::{Bot, Run};

/// How often it is looked whether a process is gone.
const GLANCE: Duration = Duration::from_millis(50);

/// How long a start may take to reach a point at which it is killed.
const REACHED_IN: Duration = Duration::from_mins(1);

pub(crate) struct Matrix {
    profile: Profile,
    size: Size,
    platform: TestPlatform,
    /// One a node.
    bots: Vec<Bot>,
    database: String,
    dice: Dice,
    load: Load,
    kills: usize,
    /// How often a node was cut off for longer than its lease.
    cuts: usize,
}

impl Matrix {
    pub(crate) fn new(profile: Profile, size: Size, platform: TestPlatform, bots: Vec<Bot>, database: &str) -> Self {
        Self {
            profile,
            size,
            platform,
            bots,
            database: database.to_owned(),
            dice: Dice::new(size.seed),
            load: Load::default(),
            kills: 0,
            cuts: 0,
        }
    }

    /// Plays it to its end and counts.
    #[expect(clippy::print_stdout, reason = "the counts are read in the output of the run")]
    pub(crate) fn play(mut self, on: &str) {
        self.begin();
        for point in fault::ALL {
            self.kill_at(point);
        }
        for _ in 0..self.size.random_kills {
            self.kill_at_random();
        }
        // Else what is said next may be lost with the connection of the one that was killed.
        self.platform
            .wait_until("the node before is gone", |seen| !seen.connected);
        let nodes: Vec<Run> = self.bots.iter().map(Bot::start).collect();
        self.platform.wait_until("connected", |seen| seen.connected);
        self.wait_until_all_is_done();
        for node in nodes {
            assert_eq!(node.end(), Some(0), "it ends in good order");
        }
        let counts = Counts::of(self.profile, &self.platform, &self.load, self.size, &self.database);
        println!(
            "{on}, {:?}: {} people, {} broadcasts, killed {} times and cut off {} times with seed {}: {counts}",
            self.profile, self.size.people, self.load.broadcasts, self.kills, self.cuts, self.size.seed
        );
        counts.must_be_right(self.profile);
    }

    /// A shift whose card is posted in two rooms, and the broadcast.
    fn begin(&mut self) {
        let nodes: Vec<Run> = self.bots.iter().map(Bot::start).collect();
        self.platform.wait_until("connected", |seen| seen.connected);
        let posted = self.platform.say("main", "ana", "shift add Canvass in 5d needs:400");
        self.platform
            .wait_until("the shift is posted", |seen| seen.answers_to(&posted).next().is_some());
        let claimed = self.platform.say("kitchen", &member(99), "shift claim S1");
        self.platform
            .wait_until("somebody is in", |seen| seen.answers_to(&claimed).next().is_some());
        let mut broadcast = self.load.broadcast();
        while !broadcast.go_on(&self.platform) {
            std::thread::park_timeout(GLANCE);
        }
        self.platform.wait_until("the broadcast runs", |seen| {
            seen.messages
                .iter()
                .any(|shown| shown.text.contains(RAIN) && shown.is_private())
        });
        nodes.into_iter().for_each(Run::kill);
        self.kills += 1;
    }

    /// One node is killed at a point; others go on.
    fn kill_at(&mut self, point: &'static str) {
        let time = 1 + self.dice.below(match point {
            // Once a message, and there are at least a thousand left.
            "delivery.sending" | "delivery.sent" => 60,
            // Once for up to 32 of them, and once for up to 256.
            "delivery.settled" => 20,
            "delivery.leased" => 3,
            "fanout.chunk" => 8,
            "tick.due" | "tick.done" => 1,
            _ => 2,
        });
        let plan = format!("{point}=kill@{time}");
        self.platform
            .wait_until("the node before is gone", |seen| !seen.connected);
        let mut victim = self.bots[0].start_with(&[("MUSTER_FAILPOINTS", &plan)]);
        // The others come later, so that the victim is the one who serves.
        let mut others = Vec::new();
        let mut work = match point {
            "fanout.chunk" => Some(self.load.broadcast()),
            "tick.due" | "tick.done" => Some(Load::something_due()),
            _ if point.starts_with("delivery") && self.little_is_left() => Some(self.load.broadcast()),
            _ => None,
        };
        let began = Instant::now();
        while !victim.has_ended() {
            assert!(
                began.elapsed() < REACHED_IN,
                "{plan} is not reached, seed {}",
                self.size.seed
            );
            if others.is_empty() && self.platform.look(|seen| seen.connected) {
                others = self.bots[1..].iter().map(Bot::start).collect();
            }
            if let Some(work) = &mut work {
                work.go_on(&self.platform);
            }
            if point == "shutdown.drained" && self.platform.look(|seen| seen.connected) {
                victim.ask_to_end();
            }
            self.load.go_on(&self.platform);
            std::thread::park_timeout(GLANCE);
        }
        others.into_iter().for_each(Run::kill);
        self.kills += 1;
        self.confirm(work, began);
    }

    /// Whether more than half of the latest broadcast is seen, so that there may be too little to send.
    fn little_is_left(&self) -> bool {
        let copies = self.size.people * self.load.broadcasts;
        let seen = self
            .platform
            .look(|seen| seen.messages.iter().filter_map(copy_of).count());
        seen + self.size.people / 2 > copies
    }

    /// A broadcast that is counted goes out in the end.
    fn confirm(&mut self, work: Option<Broadcast>, began: Instant) {
        let Some(mut work) = work else { return };
        let nodes: Vec<Run> = self.bots.iter().map(Bot::start).collect();
        while !work.go_on(&self.platform) {
            assert!(began.elapsed() < REACHED_IN * 2, "a broadcast is not confirmed");
            std::thread::park_timeout(GLANCE);
        }
        nodes.into_iter().for_each(Run::kill);
        self.kills += 1;
    }

    /// Any node is killed at any moment; of several one may first be cut off for longer than its lease, and go on as if
    /// nothing had been.
    fn kill_at_random(&mut self) {
        let mut nodes: Vec<Run> = self.bots.iter().map(Bot::start).collect();
        self.load.go_on(&self.platform);
        self.let_pass(100, 900);
        let victim = usize::try_from(self.dice.below(nodes.len() as u64)).unwrap();
        let victim = nodes.swap_remove(victim);
        if !nodes.is_empty() && self.dice.below(2) == 0 {
            victim.signal("STOP");
            self.let_pass(2_500, 500);
            victim.signal("CONT");
            self.let_pass(0, 500);
            self.cuts += 1;
        }
        victim.kill();
        nodes.into_iter().for_each(Run::kill);
        self.kills += 1;
    }

    fn let_pass(&mut self, at_least: u64, and_up_to: u64) {
        std::thread::park_timeout(Duration::from_millis(at_least + self.dice.below(and_up_to)));
    }

    /// Every command is answered, and every copy and reminder is seen.
    fn wait_until_all_is_done(&self) {
        let last = Load::say_goodbye(&self.platform);
        self.platform.wait_until("every command is answered", |seen| {
            last.iter().all(|event| seen.answers_to(event).next().is_some())
        });
        let (size, broadcasts) = (self.size, self.load.broadcasts);
        self.platform
            .wait_until("every copy and every reminder is seen", |seen| {
                let copies = seen.messages.iter().filter_map(copy_of);
                let reminders = seen.messages.iter().filter_map(reminder_of);
                copies.collect::<BTreeSet<_>>().len() >= size.people * broadcasts
                    && reminders.collect::<BTreeSet<_>>().len() >= size.reminders
            });
    }
}

/// Whose copy of which broadcast a message is.
fn copy_of(shown: &Shown) -> Option<(String, String)> {
    let Chat::Private(account) = &shown.chat else {
        return None;
    };
    let (_, rest) = shown.text.split_once(RAIN)?;
    Some((account.clone(), rest.split('.').next()?.trim().to_owned()))
}

/// Which reminder a message is.
fn reminder_of(shown: &Shown) -> Option<String> {
    let (_, rest) = shown.text.split_once("bring-")?;
    Some(rest.get(..4)?.to_owned())
}

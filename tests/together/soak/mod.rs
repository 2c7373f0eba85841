//! The whole binary at ten times the traffic of its busiest hours: it leaves nothing behind.
//!
//! How much that is. A group of 200 volunteers on the weekend before an election: in a busy hour each of them does six things
//! ([`script`] says which), 1,200 together, and the organizers post six shifts and three polls. Ten times that is 12,000 an
//! hour, a third of it on each platform: one in 900 ms there, and a shift a minute. In 3 minutes that makes 600 commands, under
//! `--full` 4,000 in 20 minutes; each shift stands on a card in all three rooms, and these follow. The bot keeps to no pace:
//! Telegram would take 20 messages a minute in a group, which is three times what the 200 need and a third of this.
//!
//! 96 of them are on Discord and 96 on Telegram. The last 8 are on Matrix, where each has a client that decrypts everything, and
//! say as much as 96.
//!
//! - [`script`]: what people do, and when; [`stock`]: what it is done to
//! - [`asked`]: each is to be answered once; `on_discord`, `on_telegram`, `on_matrix`: how that is seen there
//! - [`machine`]: what the process takes, and whether that grows

mod asked;
mod machine;
mod on_discord;
mod on_matrix;
mod on_telegram;
mod script;
mod stock;

use std::thread::ScopedJoinHandle;
use std::time::{Duration, Instant};

use muster_test_servers::bot::Told;
use muster_test_servers::full;

use crate::scene::Town;
use asked::{Answered, Side};
use machine::Samples;
use on_discord::OnDiscord;
use on_matrix::OnMatrix;
use on_telegram::OnTelegram;
use script::{Step, script};
use stock::Stock;

const SEED: u64 = 20_261_126;
/// How often it is looked what the process takes.
const GLANCE: Duration = Duration::from_secs(1);
/// So many commands on a platform are waited for at most.
const MOST_UNANSWERED: usize = 10;
/// What the bot counts where something went wrong, or was done twice.
const TROUBLES: [&str; 10] = [
    "muster_faults_total",
    "muster_panics_total",
    "muster_outbox_unknown",
    "muster_events_declined_total",
    "muster_events_skipped_total",
    "muster_connection_cuts_total",
    "muster_delivery_possibly_repeated_total",
    "muster_delivery_refusals_total",
    "muster_commands_total{outcome=\"failed\"}",
    "muster_commands_total{outcome=\"declined\"}",
];

/// How long people go on.
fn length() -> Duration {
    Duration::from_mins(if full() { 20 } else { 3 })
}

#[test]
fn ten_times_the_traffic_of_an_election_weekend_leaves_nothing_behind() {
    let town = Town::linked();
    let mut sides: [Box<dyn Side + Send + '_>; 3] = [
        Box::new(OnDiscord::of(&town)),
        Box::new(OnTelegram::of(&town)),
        Box::new(OnMatrix::of(&town)),
    ];
    town.run.wait_until_quiet();
    let stock = Stock::begun(&town);
    let samples = play(&town, &stock, &mut sides);
    town.run.wait_until_quiet();
    let reminders: usize = sides.iter().map(|side| side.reminders()).sum();
    town.run
        .wait_until_told("every reminder came", |told| reminded(told) == reminders);
    let told = town.run.wait_until_quiet();
    let answered: Vec<Answered> = sides.iter().flat_map(|side| side.answered()).collect();
    let answers: usize = answered.iter().map(|one| one.wanted).sum();
    println!("{answers} answers were waited for, reminders among them; {samples}");
    let wrong: Vec<_> = answered.iter().filter_map(Answered::wrong).collect();
    assert_eq!(wrong, [""; 0]);
    stock.is_shown_everywhere(&town);
    assert_eq!(troubles(&told), [""; 0]);
    samples.must_be_flat();
    drop(sides);
    let log = town.run.log().clone();
    town.ends_well();
    assert_eq!(log.complaints(), [""; 0]);
}

/// Everybody does what the script says, on each platform beside the others, while the organizers post and the process is
/// looked at.
fn play(town: &Town, stock: &Stock, sides: &mut [Box<dyn Side + Send + '_>; 3]) -> Samples {
    let began = Instant::now();
    std::thread::scope(|scope| {
        let following = (SEED..).zip(sides).map(|(seed, side)| {
            let steps = script(seed, side.people(), length());
            scope.spawn(move || follow(&steps, began, stock, &mut **side))
        });
        let following: Vec<_> = following.collect();
        let mut samples = Samples::default();
        for at in (1..).map(|glance| GLANCE * glance) {
            wait_until(began + at);
            samples.take(&town.run);
            if following.iter().all(ScopedJoinHandle::is_finished) {
                break;
            }
            stock.grow(town, at);
        }
        samples
    })
}

/// On a machine that cannot keep up the script takes longer: people wait for the last answer now and then.
fn follow(steps: &[Step], began: Instant, stock: &Stock, side: &mut dyn Side) {
    for some in steps.chunks(MOST_UNANSWERED) {
        for step in some {
            wait_until(began + step.at);
            side.act(step, &stock.latest(step));
        }
        side.wait_for_last();
    }
}

/// Waits for a moment of the script.
fn wait_until(moment: Instant) {
    // A thread may be woken for no reason.
    while let Some(rest) = moment
        .checked_duration_since(Instant::now())
        .filter(|rest| !rest.is_zero())
    {
        std::thread::park_timeout(rest);
    }
}

/// How many reminders the bot began to deliver.
fn reminded(told: &Told) -> usize {
    let counts = told.0.lines().filter(|line| {
        line.starts_with("muster_delivery_lateness_seconds_count{") && line.contains("kind=\"reminder\"")
    });
    counts
        .map(|line| line.rsplit_once(' ').unwrap().1.parse::<usize>().unwrap())
        .sum()
}

/// Whatever the bot has counted that should not be. A pause is no trouble: on a busy machine an answer that comes too late
/// to be given in place waits for its turn.
fn troubles(told: &Told) -> Vec<&str> {
    let is_well = |line: &str| ["delivered", "paused"].iter().any(|verdict| line.contains(verdict));
    let is_attempt = |line: &str| line.contains("_attempts_total{") && !is_well(line);
    let is_trouble = |line: &str| is_attempt(line) || TROUBLES.iter().any(|name| line.starts_with(name));
    let lines = told.0.lines().filter(|line| is_trouble(line));
    lines.filter(|line| !line.ends_with(" 0")).collect()
}

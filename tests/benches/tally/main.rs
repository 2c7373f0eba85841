//! Every way of counting on 100,000 ballots with 20 options, beside one well-known implementation of the same method on the
//! same ballots in the same run. Only the count is timed, not the reading; both are warm; and both must elect the same. The
//! others are installed once below `target`; needs python3.
//!
//! `cargo bench --bench tally`, or some methods: `-- star schulze`
//!
//! - [`election`]: the ballots, by chance from a fixed seed
//! - [`ours`]: the counts of this project
//! - [`peers`], [`python`], [`installed`]: the others
#![expect(clippy::print_stdout, reason = "what was measured is printed")]

mod election;
#[path = "../common/peers.rs"]
mod installed;
mod ours;
mod peers;
#[path = "../common/python.rs"]
mod python;

use std::time::Duration;

use election::Election;

/// What is counted in turn.
const METHODS: [&str; 11] = [
    "single",
    "approval",
    "score",
    "star",
    "schulze",
    "pairs",
    "irv",
    "stv",
    "meek",
    "availability",
    "consent",
];

/// How many are elected by the methods for several seats.
const SEATS: usize = 5;

/// A count: how long it took, and who is elected, in the order of the options.
struct Counted {
    took: Duration,
    winners: Vec<usize>,
}

fn main() {
    let asked: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    let election = Election::by_chance();
    println!("| method | ours | theirs | theirs is |\n| --- | --- | --- | --- |");
    for method in METHODS {
        if asked.is_empty() || asked.iter().any(|asked| asked == method) {
            println!("{}", line(method, &election));
        }
    }
}

fn line(method: &str, election: &Election) -> String {
    let ours = ours::count(method, election);
    let milliseconds = |counted: &Counted| format!("{:.2} ms", counted.took.as_secs_f64() * 1_000.0);
    let Some((name, theirs)) = peers::count(method, election) else {
        return format!("| {method} | {} | none known | |", milliseconds(&ours));
    };
    assert_eq!(ours.winners, theirs.winners, "{method}: {name} elects others");
    let times = theirs.took.as_secs_f64() / ours.took.as_secs_f64();
    format!(
        "| {method} | {} | {name}: {} | {times:.1} times as long |",
        milliseconds(&ours),
        milliseconds(&theirs)
    )
}

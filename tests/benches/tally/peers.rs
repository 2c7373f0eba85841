//! The others: Meek's rule by stv-rs in this process, all else by packages of Python in a process of their own.

use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use stv_rs::arithmetic::{FixedDecimal9, Integer64};
use stv_rs::cli::Parallel;
use stv_rs::types::{Ballot, Candidate, Election as Ballots, ElectionResult};

use crate::election::{Election, OPTIONS};
use crate::python::on_python;
use crate::{Counted, SEATS};

/// What is installed for Python.
const PACKAGES: [&str; 4] = [
    "pref_voting==1.18.2",
    "pyrankvote==2.0.6",
    "starvote==2.1.6",
    "votelib==0.4.0",
];

/// Counts by the method of that name with the implementation of that name; `None` where none is known.
pub(crate) fn count(method: &str, election: &Election) -> Option<(&'static str, Counted)> {
    let name = match method {
        "single" | "approval" | "score" => "votelib",
        "star" => "starvote",
        "schulze" | "pairs" => "pref_voting",
        "irv" | "stv" => "pyrankvote",
        "meek" => return Some(("stv-rs", by_stv_rs(election))),
        _ => return None,
    };
    Some((name, in_python(method, election)))
}

/// The middle one of three counts, after one that warms up. The script says how long it was and who is elected.
fn in_python(method: &str, election: &Election) -> Counted {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("peers");
    let ballots = folder.join("ballots.json");
    let mut python = on_python(&PACKAGES);
    let written = json!({ "orders": election.orders, "scores": election.scores, "seats": SEATS });
    fs::write(&ballots, written.to_string()).expect("a file");
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/benches/tally/peers/count.py");
    let output = python.arg(script).arg(method).arg(ballots).output().expect("python3");
    let said: Value = serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|_| panic!("{method}: {}", String::from_utf8_lossy(&output.stderr)));
    Counted {
        took: Duration::from_secs_f64(said["seconds"].as_f64().expect("seconds")),
        winners: serde_json::from_value(said["winners"].clone()).expect("winners"),
    }
}

/// The same with stv-rs: nine decimals, on one thread as ours.
fn by_stv_rs(election: &Election) -> Counted {
    let ballots = election
        .orders
        .iter()
        .map(|order| Ballot::new(1, order.iter().map(|option| [usize::from(*option)])));
    let election = Ballots::builder()
        .title("by chance")
        .num_seats(SEATS)
        .num_ballots(election.orders.len())
        .candidates(
            (0..OPTIONS)
                .map(|option| Candidate::new(option.to_string(), false))
                .collect::<Vec<_>>(),
        )
        .ballots(ballots.collect::<Vec<_>>())
        .build();
    black_box(elected(&election));
    let mut took = [Duration::ZERO; 3];
    let mut winners = Vec::new();
    for took in &mut took {
        let began = Instant::now();
        winners = black_box(elected(&election)).elected;
        *took = began.elapsed();
    }
    took.sort_unstable();
    winners.sort_unstable();
    Counted { took: took[1], winners }
}

fn elected(election: &Ballots) -> ElectionResult {
    let no = false;
    let mut said = std::io::sink();
    stv_rs::meek::stv_droop::<Integer64, FixedDecimal9>(&mut said, election, "", 6, Parallel::No, None, no, no, no)
        .expect("a count")
}

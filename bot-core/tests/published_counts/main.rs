//! Real elections and rule cases whose counts are published, counted again to the last digit.
//!
//! They are no part of this project: they are looked for beside the checkout, as `shared/votedata` in one of the folders
//! above. Where they are not there the tests say so.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test that cannot go on panics; one that has nothing to hold against says so"
)]

mod albany;
mod burlington;
mod debian;
mod meek;
mod rctab;
mod scotland;
mod star;
mod utah;

use std::fs;
use std::path::{Path, PathBuf};

use muster_core::poll::tally::outcome::Outcome;

/// That folder of the published counts; says so where it is not there.
fn folder(name: &str) -> Option<PathBuf> {
    let mut above = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors();
    let found = above.find_map(|folder| Some(folder.join("shared/votedata").join(name)).filter(|path| path.is_dir()));
    if found.is_none() {
        println!("shared/votedata/{name} is not there: nothing is held against it");
    }
    found
}

fn text(path: &Path) -> String {
    fs::read_to_string(path).unwrap()
}

fn json(path: &Path) -> serde_json::Value {
    serde_json::from_str(&text(path)).unwrap()
}

fn winners<'a>(outcome: &Outcome, names: &'a [String]) -> Vec<&'a str> {
    outcome
        .winners
        .iter()
        .map(|option| names[option.at()].as_str())
        .collect()
}

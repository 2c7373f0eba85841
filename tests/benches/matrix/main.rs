//! The desk on Matrix beside two bots that only echo: one on maubot, one on simplematrixbotlib. All three are on one Synapse at
//! the same time, each in a plain room of its own with the same 25 people. These say one command after the other, each once
//! the last one is answered, in rounds: first all of them to the first bot, then to the second, then to the third. How long a
//! command's way there and back is, and what it takes of the machine. Linux only; needs python3, and Synapse as
//! `tests/servers/matrix/install` puts it below `target`.
//!
//! `cargo bench --bench matrix --all-features`, or a part of it, for so many rounds: `-- 3 muster maubot`
//!
//! - [`asked`]: the arguments
//! - [`bots`]: the three bots; [`peers`], [`python`], [`installed`]: where the other two live
//! - [`room`]: what people say, and how long they wait; [`figures`], [`lengths`], [`table`]: medians and ratios
//! - [`process`]: what a bot takes of the machine
#![expect(clippy::print_stdout, reason = "what was measured is printed")]

mod asked;
mod bots;
mod figures;
#[path = "../common/peers.rs"]
mod installed;
#[path = "../common/lengths.rs"]
mod lengths;
mod peers;
#[path = "../common/process.rs"]
mod process;
#[path = "../common/python.rs"]
mod python;
mod room;
#[path = "../common/table.rs"]
mod table;

use std::time::Instant;

use muster_test_servers::matrix::{Account, Options};

use asked::Asked;
use figures::{Measured, in_table};

/// How many people there are. Each says a command a round, and no more rounds than one person may ask at once.
const PEOPLE: usize = 25;

fn main() {
    let asked = Asked::read(std::env::args().skip(1));
    let began = Instant::now();
    let synapse = Options::new().start();
    let people: Vec<Account> = (0..PEOPLE).map(|n| synapse.account(&format!("p{n:02}"))).collect();
    let mut measured: Vec<Measured> = asked
        .bots
        .iter()
        .map(|kind| Measured::begun(*kind, &synapse, &people))
        .collect();
    for round in 1..=asked.rounds {
        // Another one begins each time.
        measured.rotate_left(1);
        for bot in &mut measured {
            println!("round {round}, {}", bot.goes_on(&people));
        }
    }
    measured.sort_by_key(|bot| bot.kind);
    println!("{}\nall of it in {:.0?}", in_table(&measured), began.elapsed());
}

//! The desk on Discord. How long somebody who uses a command waits for the first response, with nothing else to do and while
//! a broadcast goes out; and what a server that the bot is in costs of the memory, beside bots on discord.js that do no more
//! than answer one command. Linux only; memory needs node with npm.
//!
//! `cargo bench --bench discord --all-features`, or a part of it: `-- response`, `-- memory`, of some bots: `-- memory muster
//! discord.js`; `small` is a trial with a hundredth of it. The figures stand in `docs/performance.md`.
//!
//! - [`asked`]: the arguments
//! - [`response`], [`memory`]: the parts; [`stage`]: the Discord of the first, [`guilds`]: that of the second
//! - [`bots`]: the bots; [`node`], [`installed`]: where the others live; [`desk`]: what is stored before ours starts
//! - [`process`]: what a bot takes of the machine; [`lengths`], [`slope`], [`table`]: figures; [`arrivals`]: instants by
//!   chance; [`waiting`]
#![expect(clippy::print_stdout, reason = "what was measured is printed")]

#[path = "../common/arrivals.rs"]
mod arrivals;
mod asked;
mod bots;
mod desk;
mod guilds;
#[path = "../common/peers.rs"]
mod installed;
#[path = "../common/lengths.rs"]
mod lengths;
mod memory;
#[path = "../common/node.rs"]
mod node;
#[path = "../common/process.rs"]
mod process;
mod response;
mod slope;
mod stage;
#[path = "../common/table.rs"]
mod table;
#[path = "../common/waiting.rs"]
mod waiting;

use std::time::Instant;

use asked::{Asked, Part};

fn main() {
    let asked = Asked::read(std::env::args().skip(1));
    let began = Instant::now();
    for part in &asked.parts {
        match part {
            Part::Response => response::measure(&asked),
            Part::Memory => memory::measure(&asked),
        }
    }
    println!("all of it in {:.0?}", began.elapsed());
}

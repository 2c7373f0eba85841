//! The desk on Telegram beside two bots that only echo: one on grammY, one on python-telegram-bot. All three serve the
//! tests' own Bot API server, one after the other, several rounds: 500 people in their private chats say ten commands each,
//! the next one as soon as the last one is answered. How much each gets done, how long people wait, and what it takes of
//! the machine. Linux only; needs node with npm, and python3.
//!
//! `cargo bench --bench telegram --all-features`, or a part of it, for so many rounds: `-- 1 muster`
//!
//! - [`asked`]: the arguments
//! - [`bots`]: the three bots; [`peers`], [`node`], [`python`], [`installed`]: where the other two live; [`desk`]: what is stored before ours starts
//! - [`load`]: what people say; [`process`]: what a bot takes of the machine; [`figures`], [`lengths`], [`table`]: medians
//!   and ratios
#![expect(clippy::print_stdout, reason = "what was measured is printed")]

mod asked;
mod bots;
mod desk;
mod figures;
#[path = "../common/peers.rs"]
mod installed;
#[path = "../common/lengths.rs"]
mod lengths;
mod load;
#[path = "../common/node.rs"]
mod node;
mod peers;
#[path = "../common/process.rs"]
mod process;
#[path = "../common/python.rs"]
mod python;
#[path = "../common/table.rs"]
mod table;

use std::time::Instant;

use asked::Asked;
use figures::{Figures, in_table};

fn main() {
    let asked = Asked::read(std::env::args().skip(1));
    let began = Instant::now();
    let mut measured: Vec<(bots::Kind, Vec<Figures>)> = asked.bots.iter().map(|kind| (*kind, Vec::new())).collect();
    for round in 1..=asked.rounds {
        for (kind, rounds) in &mut measured {
            let figures = load::measure(*kind);
            println!("round {round}, {}: {figures}", kind.name());
            rounds.push(figures);
        }
    }
    println!("{}\nall of it in {:.0?}", in_table(&measured), began.elapsed());
}

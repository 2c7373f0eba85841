//! The running bot, measured from outside: the release binary against a platform of our own that counts strictly.
//!
//! `cargo bench --bench engine --features test-platform`; after `--` may stand which parts (`lateness`, `memory`,
//! `recovery`, `cold`), which databases (`Sqlite`, `Postgres`), how long a load lasts (`20s`), and `small` for a trial with
//! a hundredth of the stock. The figures and what they mean stand in `docs/performance.md`.
//!
//! - [`asked`]: the arguments
//! - [`lateness`], [`memory`], [`recovery`], [`cold`]: the parts
//! - [`stage`]: the platform and its clock; [`ground`]: a database; [`desk`]: what is in it; [`process`]: the binary
//! - [`figures`], [`lengths`]: medians and the like; [`arrivals`]: instants by chance; [`waiting`]
#![expect(clippy::print_stdout, reason = "what was measured is printed")]

#[path = "../common/arrivals.rs"]
mod arrivals;
mod asked;
mod cold;
mod desk;
mod figures;
mod ground;
mod lateness;
#[path = "../common/lengths.rs"]
mod lengths;
mod memory;
mod process;
mod recovery;
mod stage;
#[path = "../common/waiting.rs"]
mod waiting;

use std::time::Instant;

use asked::{Asked, Part};

fn main() {
    let asked = Asked::read(std::env::args().skip(1));
    let began = Instant::now();
    for part in &asked.parts {
        for &kind in asked.kinds(*part) {
            match part {
                Part::Lateness => lateness::measure(kind, asked.load),
                Part::Memory => memory::measure(kind, &asked),
                Part::Recovery => recovery::measure(kind, asked.stock(recovery::PENDING)),
                Part::Cold => cold::measure(kind),
            }
        }
    }
    println!("all of it in {:.0?}", began.elapsed());
}

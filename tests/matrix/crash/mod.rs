//! The engine's crash matrix on Matrix: the whole binary is killed at every named point and at random moments, and started
//! again each time, while people type commands where all can read them, in rooms that are encrypted and in rooms that are
//! not, and in private, and requests meet faults. Every command takes effect once and is answered once, every copy of a
//! broadcast is seen once, and nobody is left with anything that cannot be decrypted.
//!
//! - [`town`]: the rooms and the people; [`load`]: what they do meanwhile; [`mishaps`]: what goes wrong on the way
//! - [`kills`]: the kills; [`count`]: what was lost or doubled

mod count;
mod kills;
mod load;
mod mishaps;
mod town;

use muster_test_servers::full;

use kills::Kills;

/// How often it is killed.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Size {
    /// At every named point.
    pub(crate) rounds: usize,
    /// At random moments, after those.
    pub(crate) random_kills: usize,
    pub(crate) seed: u64,
}

const SEED: u64 = 20_261_126;

/// What every run plays.
const SMALL: Size = Size {
    rounds: 1,
    random_kills: 2,
    seed: SEED,
};
/// What `--full` plays: fifty kills.
const FULL: Size = Size {
    rounds: 2,
    random_kills: 22,
    ..SMALL
};

#[test]
fn killed_again_and_again_it_loses_nothing_and_doubles_nothing() {
    Kills::new(if full() { FULL } else { SMALL }).play();
}

//! Every transcript of the console under `tests/scenarios`, in Matrix: the same effects, and what people see of them, whether or
//! not what is said is encrypted.
//!
//! The console's main room is a room; who speaks is a member of it; `:room @ben` is Ben's private room with the bot. How a
//! transcript is played is told in `muster_test_servers::scenario`.
//!
//! - [`stage`]: the room, its people and the bot
//! - [`shown`]: a message in the words of the console

mod shown;
mod stage;

use muster_test_servers::scenario::{self, Files};

use crate::scene::Seal;
use stage::MatrixStage;

const FILES: Files<'_> = Files {
    project: env!("CARGO_MANIFEST_DIR"),
    platform: "matrix",
};

/// A transcript by its name. One file says what people see, however it comes.
fn plays(name: &str, seal: Seal) {
    scenario::plays(FILES, name, &[], |founder, begins| {
        MatrixStage::new(seal, founder, begins)
    });
}

#[test]
fn rain_tomorrow() {
    plays("rain-tomorrow", Seal::Plain);
}

#[test]
fn rain_tomorrow_encrypted() {
    plays("rain-tomorrow", Seal::Encrypted);
}

#[test]
fn the_eve() {
    plays("the-eve", Seal::Plain);
}

#[test]
fn the_eve_encrypted() {
    plays("the-eve", Seal::Encrypted);
}

#[test]
fn canvass_weekend() {
    plays("canvass-weekend", Seal::Plain);
}

#[test]
fn sabado_de_barrio() {
    plays("sabado-de-barrio", Seal::Plain);
}

#[test]
fn a_season() {
    plays("a-season", Seal::Plain);
}

#[test]
fn ten_second_poll() {
    plays("ten-second-poll", Seal::Plain);
}

#[test]
fn quick_polls() {
    plays("quick-polls", Seal::Plain);
}

#[test]
fn steward_election() {
    plays("steward-election", Seal::Plain);
}

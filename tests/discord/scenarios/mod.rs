//! Every transcript of the console under `tests/scenarios`, in Discord: the same effects, and what people see of them.
//!
//! The console's main room is a channel of a server; who speaks is a member of it; `:room @ben` is Ben's private chat with
//! the bot. What is typed at the console is a slash command, its arguments apart; what is none is written to the bot. How a
//! transcript is played is told in `muster_test_servers::scenario`.
//!
//! - [`stage`]: the server, its people and the bot
//! - [`typing`]: a command as it is typed in Discord's client
//! - [`shown`]: a message in the words of the console

pub(crate) mod shown;
mod stage;
mod typing;

use muster_test_servers::scenario::{self, Files};

use stage::DiscordStage;

const FILES: Files<'_> = Files {
    project: env!("CARGO_MANIFEST_DIR"),
    platform: "discord",
};

fn plays(name: &str) {
    scenario::plays(FILES, name, &[], DiscordStage::new);
}

#[test]
fn rain_tomorrow() {
    plays("rain-tomorrow");
}

#[test]
fn the_eve() {
    plays("the-eve");
}

#[test]
fn canvass_weekend() {
    plays("canvass-weekend");
}

#[test]
fn sabado_de_barrio() {
    plays("sabado-de-barrio");
}

#[test]
fn a_season() {
    plays("a-season");
}

#[test]
fn ten_second_poll() {
    plays("ten-second-poll");
}

#[test]
fn quick_polls() {
    plays("quick-polls");
}

#[test]
fn steward_election() {
    plays("steward-election");
}

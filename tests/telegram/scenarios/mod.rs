//! Every transcript of the console under `tests/scenarios`, in Telegram: the same effects, and what people see of them.
//!
//! The console's main room is a supergroup; who speaks is a member of it; `:room @ben` is Ben's private chat with the bot.
//! How a transcript is played is told in `muster_test_servers::scenario`.
//!
//! - [`stage`]: the group, its people and the bot
//! - [`shown`]: a message in the words of the console

mod shown;
mod stage;

use muster_test_servers::scenario::{self, Files};

use stage::TelegramStage;

const FILES: Files<'_> = Files {
    project: env!("CARGO_MANIFEST_DIR"),
    platform: "telegram",
};

/// A transcript by its name. Nobody has a private chat with the bot before they first speak there, but for `opened`:
/// they pressed Start before the story begins, and what only they may see comes there.
fn plays(name: &str, opened: &[&str]) {
    scenario::plays(FILES, name, opened, TelegramStage::new);
}

#[test]
fn rain_tomorrow() {
    plays("rain-tomorrow", &[]);
}

#[test]
fn the_eve() {
    plays("the-eve", &[]);
}

#[test]
fn canvass_weekend() {
    plays("canvass-weekend", &["ana"]);
}

#[test]
fn sabado_de_barrio() {
    plays("sabado-de-barrio", &["ines"]);
}

#[test]
fn a_season() {
    plays("a-season", &["ana"]);
}

#[test]
fn ten_second_poll() {
    plays("ten-second-poll", &["ana"]);
}

#[test]
fn quick_polls() {
    plays("quick-polls", &["ana"]);
}

#[test]
fn steward_election() {
    plays("steward-election", &["ana"]);
}

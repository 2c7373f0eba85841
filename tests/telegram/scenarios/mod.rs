//! Every transcript under `tests/scenarios`, in Telegram: the same effects, and what people see of them.
//!
//! The console's main room is a supergroup; who speaks is a member of it; `:room @ben` is Ben's private chat with the bot.
//!
//! - [`stage`]: the group, its people, the bot and its clock; `quiet`: winding that clock, and knowing when all is done
//! - [`play`]: a transcript played on it
//! - [`told`]: what the bot said, held against what the transcript says; [`words`]: in which words that is the same
//! - [`snapshot`]: what people see, as files in `tests/scenarios/telegram`

mod play;
mod quiet;
mod snapshot;
mod stage;
mod told;
mod words;

/// A transcript by its name. Nobody has a private chat with the bot before they first speak there, but for `opened`:
/// they pressed Start before the story begins, and what only they may see comes there.
fn plays(name: &str, opened: &[&str]) {
    let played = play::play(name, opened);
    assert!(
        played.differences.is_empty(),
        "{name}: people in Telegram see something else than at the console:\n{}",
        played.differences.join("\n")
    );
    snapshot::holds(name, &played.seen);
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

//! A transcript of `tests/scenarios` on a platform: the same effects, and what people see of them.
//!
//! The console's main room is the group's room there; who speaks is a member of it; `:room @ben` is Ben's private chat with
//! the bot.
//!
//! - here: [`Stage`], what a platform's tests tell, and [`plays`]
//! - [`backstage`]: the bot's database and its clock; `quiet`: winding that clock, and knowing when all is done
//! - `play`: a transcript played
//! - `told`: what the bot said, held against what the transcript says; [`words`]: in which words that is the same
//! - `snapshot`: what people see, as a file of its own for each transcript; [`written`]: a message in it
//!
//! What is shared with a transcript of several platforms ([`beginning`], [`next_instant_of`], [`wait_until_out`], [`holds`]) is
//! played in `tests/together`.

#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot go on panics; that is how it fails"
)]

pub mod backstage;
mod play;
mod quiet;
mod snapshot;
mod told;
pub mod words;
pub mod written;

use std::path::{Path, PathBuf};

use muster_core::clock::Instant;

use backstage::Backstage;
pub use play::{MOST_DRIFT, beginning};
pub use quiet::{next_instant_of, wait_for_answers_to, wait_until_out};
pub use snapshot::holds;

/// Where something is said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// In the group.
    Group,
    /// In that person's private chat with the bot.
    Private(String),
}

/// What somebody asked, by a number that their platform gives it.
pub type Asked = u64;

/// A message of the bot's.
#[derive(Debug, Clone)]
pub struct Said {
    /// Where.
    pub place: Place,
    /// The only person there who sees it.
    pub only_for: Option<String>,
    /// What it answers, where it says so.
    pub answers: Option<Asked>,
    /// What it says, in the words of the console.
    pub words: Vec<String>,
    /// What people see, as it is written into the file.
    pub seen: String,
    /// Whether it says nothing but that there is an answer, and leads to the private chat in which that can be given.
    pub offers_start: bool,
}

/// A group and its people on a platform, and the bot that serves them.
pub trait Stage {
    /// The bot's database and its clock.
    fn backstage(&self) -> &Backstage;
    /// They look at their private chat with the bot from now on.
    fn opens_chat(&mut self, name: &str);
    /// They type that there, as it is typed on this platform; what they asked, where it can be told again, and how it was
    /// typed. When this returns the bot may not have heard of it yet.
    fn types(&mut self, name: &str, place: &Place, text: &str) -> (Option<Asked>, String);
    /// Whether the bot has heard of everything.
    fn is_heard(&self) -> bool;
    /// What the bot said since this was last asked, as it was sent.
    fn news(&mut self) -> Vec<Said>;
    /// What the cards say now that were edited.
    fn edited(&self) -> Vec<String>;
    /// Whom the bot called.
    fn called(&self) -> Vec<String>;
    /// The bot ends in good order, and asked for nothing that the platform does not take.
    fn ends_well(self);
}

/// The project's folder, and the name of the platform's own folder with what people see.
#[derive(Debug, Clone, Copy)]
pub struct Files<'a> {
    /// `env!("CARGO_MANIFEST_DIR")`
    pub project: &'a str,
    /// `telegram`
    pub platform: &'a str,
}

impl Files<'_> {
    fn transcript(&self, name: &str) -> String {
        let file = Path::new(self.project).join(format!("tests/scenarios/{name}.txt"));
        std::fs::read_to_string(file).unwrap()
    }

    fn seen(&self, name: &str) -> PathBuf {
        let platform = self.platform;
        Path::new(self.project).join(format!("tests/scenarios/{platform}/{name}.txt"))
    }
}

/// Plays the transcript of that name on the stage that `set` makes for its founder and the instant at which it begins. For
/// `opened` the story begins with their private chats open.
pub fn plays<S: Stage>(files: Files<'_>, name: &str, opened: &[&str], set: impl FnOnce(&str, Instant) -> S) {
    let played = play::play(&files.transcript(name), opened, set);
    assert!(
        played.differences.is_empty(),
        "{name}: people on {} see something else than at the console:\n{}",
        files.platform,
        played.differences.join("\n")
    );
    holds(&files.seen(name), files.platform, &played.seen);
}

//! Something that happens: somebody types a command, two accounts are joined, or time passes.

use std::fmt;

use muster_core::catalogue::{CommandSpec, specs};
use muster_core::testing::World;
use proptest::prelude::*;
use proptest::sample::select;

use super::words::command;

/// Who talks. The first founds the group.
pub(crate) const PEOPLE: [&str; 5] = ["ana", "ben", "cleo", "dev", "eva"];

/// Stands for the link code that was shown last.
const CODE: &str = "CODE";

/// What is done often: where people meet each other.
const BUSY: [&str; 6] = [
    "shift claim",
    "shift drop",
    "shift edit",
    "poll vote",
    "task claim",
    "undo",
];

#[derive(Debug, Clone)]
pub(crate) enum Step {
    Say {
        name: &'static str,
        text: String,
        private: bool,
    },
    Pass(&'static str),
    SleepThrough(&'static str),
    Forget,
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Say { name, text, private } => {
                write!(f, "{name}{}> {text}", if *private { " (private)" } else { "" })
            }
            Self::Pass(length) => write!(f, ":clock +{length}"),
            Self::SleepThrough(length) => write!(f, ":down for {length}"),
            Self::Forget => f.write_str(":forget"),
        }
    }
}

impl Step {
    pub(crate) fn say(name: &'static str, text: &str) -> Self {
        Self::Say {
            name,
            text: text.to_owned(),
            private: false,
        }
    }

    /// The same with the link code that was shown last.
    pub(crate) fn with_code(&self, code: &str) -> Self {
        match self.clone() {
            Self::Say { name, text, private } => Self::Say {
                name,
                text: text.replace(CODE, code),
                private,
            },
            other => other,
        }
    }

    /// Does it; everything that anybody reads of it.
    pub(crate) async fn take(&self, world: &mut World) -> String {
        match self {
            Self::Say { name, text, private } => {
                let answer = match private {
                    true => world.private(name, text).await,
                    false => world.say(name, text).await,
                };
                format!("{answer}\n{}", world.post().await.join("\n"))
            }
            Self::Pass(length) => world.advance(length).await.join("\n"),
            Self::SleepThrough(length) => world.sleep_through(length).await.join("\n"),
            Self::Forget => world.app().forget().await.unwrap().to_string(),
        }
    }
}

/// The link code that a text shows, if it shows one.
pub(crate) fn code_in(text: &str) -> Option<String> {
    let is_code = |word: &&str| word.len() == 32 && word.split('-').count() == 7;
    text.split_whitespace().find(is_code).map(str::to_owned)
}

pub(crate) fn step() -> impl Strategy<Value = Step> {
    let all: Vec<&'static CommandSpec> = specs().collect();
    let busy: Vec<_> = BUSY
        .iter()
        .map(|path| specs().find(|spec| spec.path == *path).unwrap())
        .collect();
    prop_oneof![
        8 => seating(),
        5 => said(select(busy)),
        8 => said(select(all)),
        2 => linking(),
        1 => select(&["2m", "11m", "3h", "10h", "1d", "4d"][..]).prop_map(Step::Pass),
        1 => select(&["11m", "9h", "2d"][..]).prop_map(Step::SleepThrough),
        1 => Just(Step::Forget),
    ]
}

/// Seats that everybody wants.
fn seating() -> impl Strategy<Value = Step> {
    let act = select(
        &[
            "claim S1",
            "claim S2",
            "claim S1 driver",
            "claim S1 knocker",
            "drop S1",
            "drop S2",
        ][..],
    );
    (select(&PEOPLE[..]), act).prop_map(|(name, act)| Step::say(name, &format!("shift {act}")))
}

fn said(spec: impl Strategy<Value = &'static CommandSpec>) -> impl Strategy<Value = Step> {
    let text = spec.prop_flat_map(command);
    (select(&PEOPLE[..]), text, prop::bool::weighted(0.15)).prop_map(|(name, text, private)| Step::Say {
        name,
        text,
        private,
    })
}

/// A step on the way of two accounts to one person; more likely than by chance to be followed by the next.
fn linking() -> impl Strategy<Value = Step> {
    let text = select(
        &[
            "me link",
            "me link CODE",
            "me link CODE yes",
            "me link CODE yes",
            "me link confirm",
        ][..],
    );
    (select(&PEOPLE[..3]), text).prop_map(|(name, text)| Step::say(name, text))
}

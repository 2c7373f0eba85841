//! Something that happens: somebody types a command, two accounts are joined, or time passes.

use std::fmt;

use muster_core::catalogue::{CommandSpec, specs};
use muster_core::testing::World;
use proptest::prelude::*;
use proptest::sample::select;

use super::words::command;

/// Who talks. The first founds the group.
pub(crate) const PEOPLE: [&str; 7] = ["ana", "ben", "cleo", "dev", "eva", "fay", "ian"];

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

    /// Who acts; time is nobody's, and the first does it.
    fn name(&self) -> &'static str {
        match self {
            Self::Say { name, .. } => name,
            _ => PEOPLE[0],
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

/// What happens next: a step, or a few that belong together.
pub(crate) fn turn() -> impl Strategy<Value = Vec<Step>> {
    let all: Vec<&'static CommandSpec> = specs().collect();
    let busy: Vec<_> = BUSY
        .iter()
        .map(|path| specs().find(|spec| spec.path == *path).unwrap())
        .collect();
    prop_oneof![
        10 => taken_back(seating()),
        8 => taken_back(said(select(busy))),
        8 => taken_back(said(select(all))),
        1 => linking(),
        1 => select(&["2m", "11m", "3h", "10h", "1d", "4d"][..]).prop_map(|length| vec![Step::Pass(length)]),
        1 => select(&["11m", "9h", "2d"][..]).prop_map(|length| vec![Step::SleepThrough(length)]),
        1 => Just(vec![Step::Forget]),
    ]
}

/// Now and then whoever did something takes it back, at once or after somebody else did something.
fn taken_back(step: impl Strategy<Value = Step> + Clone) -> impl Strategy<Value = Vec<Step>> {
    let second_thought = prop_oneof![6 => Just(0), 2 => Just(1), 1 => Just(2)];
    (step.clone(), step, second_thought).prop_map(|(step, other, thought)| {
        let undo = Step::say(step.name(), "undo");
        match thought {
            0 => vec![step],
            1 => vec![step, undo],
            _ => vec![step, other, undo],
        }
    })
}

/// Seats that everybody wants.
fn seating() -> impl Strategy<Value = Step> + Clone {
    let claim = select(
        &[
            "claim S1",
            "claim S2",
            "claim S3",
            "claim S1 driver",
            "claim S1 knocker",
        ][..],
    );
    let act = prop_oneof![5 => claim, 2 => select(&["drop S1", "drop S2", "drop S2"][..])];
    (select(&PEOPLE[..]), act).prop_map(|(name, act)| Step::say(name, &format!("shift {act}")))
}

fn said(spec: impl Strategy<Value = &'static CommandSpec> + Clone) -> impl Strategy<Value = Step> + Clone {
    let text = spec.prop_flat_map(command);
    (select(&PEOPLE[..]), text, prop::bool::weighted(0.15)).prop_map(|(name, text, private)| Step::Say {
        name,
        text,
        private,
    })
}

/// Two accounts on the way to one person; most go all the way.
fn linking() -> impl Strategy<Value = Vec<Step>> {
    (select(&PEOPLE[..]), select(&PEOPLE[..]), 1..5_usize).prop_map(|(one, other, go)| {
        let way = [
            Step::say(one, "me link"),
            Step::say(other, "me link CODE yes"),
            Step::say(one, "me link confirm"),
        ];
        way.into_iter().take(go).collect()
    })
}

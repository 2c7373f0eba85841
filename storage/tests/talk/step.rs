//! Something that happens: somebody types a command, two accounts are joined, or time passes.

use std::fmt;

use muster_core::testing::World;

/// Who talks. The first founds the group.
pub(crate) const PEOPLE: [&str; 7] = ["ana", "ben", "cleo", "dev", "eva", "fay", "ian"];

/// Stands for the link code that was shown last.
const CODE: &str = "CODE";

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

    pub(crate) fn privately(name: &'static str, text: &str) -> Self {
        Self::Say {
            name,
            text: text.to_owned(),
            private: true,
        }
    }

    /// Who acts; time is nobody's, and the first does it.
    pub(crate) fn name(&self) -> &'static str {
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

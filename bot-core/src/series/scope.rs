//! Which dates of a series an act means.

use serde::{Deserialize, Serialize};

use crate::catalogue::{ArgKind, ArgSpec, Args, Shape};

/// Which dates of a series an act means, as `dates:` says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// The date that is named, alone.
    One,
    /// It and every later date.
    Later,
    /// Every coming date; what is past stays.
    All,
}

impl Scope {
    /// Every scope.
    pub const ALL: [Self; 3] = [Self::One, Self::Later, Self::All];

    /// The option `dates:one|later|all`.
    pub const ARG: ArgSpec = ArgSpec::new(
        "dates",
        "one|later|all",
        ArgKind::Choice(&["one", "later", "all"]),
        Shape::Keyed,
    );

    /// What was given for the option, if it was.
    pub fn take(args: &mut Args) -> Option<Self> {
        let word = args.choice(Self::ARG.name)?;
        Self::ALL.into_iter().find(|scope| scope.word() == word)
    }

    /// The word that people type.
    pub const fn word(self) -> &'static str {
        match self {
            Self::One => "one",
            Self::Later => "later",
            Self::All => "all",
        }
    }

    /// The option as people type it: `dates:later`.
    pub fn typed(self) -> String {
        format!("{}:{}", Self::ARG.name, self.word())
    }
}

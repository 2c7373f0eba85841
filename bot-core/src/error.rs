//! The two ways a command does not succeed: a person can mend it, or a person cannot.

use crate::catalogue::CommandSpec;
use crate::ids::GroupId;
use crate::locale::Phrase;
use crate::store::StoreError;

/// Something a person can mend. Says what is wrong; the hints say what to type next.
#[derive(Debug, Clone, PartialEq)]
pub struct UserError {
    /// What is wrong, and where.
    pub message: Phrase,
    /// What to do next, in order.
    pub hints: Vec<Hint>,
    /// What was typed may be somebody's secret: it is to leave the disk at once.
    pub confidential: bool,
}

/// What to do next.
#[derive(Debug, Clone, PartialEq)]
pub enum Hint {
    /// "Did you mean: …"
    DidYouMean(String),
    /// "Type: …"
    Type(String),
    /// "Send it again", as a button where it fits one, and as it is typed.
    Again {
        /// The group that it is about; [any](crate::reply::action::ActionToken::ANY_GROUP) where nothing named one.
        group: GroupId,
        /// The command.
        command: String,
    },
    /// The usage line of the command.
    Usage(&'static CommandSpec),
    /// A sentence of its own.
    Say(Phrase),
}

impl UserError {
    /// An error with that message and no hint yet.
    pub const fn new(message: Phrase) -> Self {
        Self {
            message,
            hints: Vec::new(),
            confidential: false,
        }
    }

    /// The same with one more hint.
    #[must_use]
    pub fn hint(mut self, hint: Hint) -> Self {
        self.hints.push(hint);
        self
    }

    /// Whether it says what to type next.
    pub fn offers(&self) -> bool {
        self.hints.iter().any(|hint| !matches!(hint, Hint::Say(_)))
    }

    /// The same with something to type.
    #[must_use]
    pub fn type_next(self, command: impl Into<String>) -> Self {
        self.hint(Hint::Type(command.into()))
    }
}

impl From<Phrase> for UserError {
    fn from(message: Phrase) -> Self {
        Self::new(message)
    }
}

/// A bug or an outage: logged once at the boundary, with an apology and a reference for the person.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A stored payload does not read back.
    #[error("stored payload of {what} does not read back")]
    Payload {
        /// What it is the payload of.
        what: &'static str,
        /// Why it does not read back.
        source: serde_json::Error,
    },
    /// Something that the code holds impossible.
    #[error("broken invariant: {0}")]
    Invariant(&'static str),
}

/// Why a use case stopped without an effect.
#[derive(Debug)]
pub enum Stop {
    /// A person can mend it.
    User(UserError),
    /// A person cannot.
    Fault(Fault),
}

impl Stop {
    /// The same for what was typed in confidence.
    #[must_use]
    pub fn confidential(self) -> Self {
        match self {
            Self::User(error) => Self::User(UserError {
                confidential: true,
                ..error
            }),
            fault @ Self::Fault(_) => fault,
        }
    }
}

impl From<UserError> for Stop {
    fn from(error: UserError) -> Self {
        Self::User(error)
    }
}

impl From<Phrase> for Stop {
    fn from(message: Phrase) -> Self {
        Self::User(UserError::new(message))
    }
}

impl From<Fault> for Stop {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

impl From<StoreError> for Stop {
    fn from(error: StoreError) -> Self {
        Self::Fault(Fault::Store(error))
    }
}

/// What a use case comes to.
pub type Outcome<T> = Result<T, Stop>;

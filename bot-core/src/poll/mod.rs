//! The poll and its rules.
//!
//! - here: the poll, whether it is open, and how it ends
//! - [`draft`]: what a new poll must be like, and when it closes; `fitting`: which terms go with which kind; `electorate`: who
//!   may vote
//! - [`terms`]: what it goes by besides its kind
//! - [`ballot`]: what somebody chose; `choosing`: how their words name the options
//! - [`tally`](mod@tally): the methods of counting; [`result`]: what a poll's ballots come to; `standing`: the same of what
//!   the store holds
//! - [`recount`]: the ballots as files, and the command that counts them again
//! - [`secret`]: ballots that nobody can link to their voter once the poll closed; [`receipt`]: codes by which voters find theirs
//! - [`command`], [`desk`], [`card`], [`due`]: what people type, what it does, what they see, what falls due
//! - [`undo`]: how an act is taken back
//! - [`picture`](mod@picture): the poll as it is drawn
//! - `work`: what a decision can become; `done`: who hears that it is done
//! - `nudge`: one word to those who have not voted
//! - `leaving`: whose ballots are withdrawn since they go

pub mod ballot;
pub mod card;
mod choosing;
pub mod command;
pub mod desk;
pub(crate) mod done;
pub mod draft;
pub mod due;
pub(crate) mod electorate;
mod fitting;
pub(crate) mod leaving;
mod nudge;
pub mod picture;
pub mod receipt;
pub mod recount;
pub mod result;
pub mod secret;
mod standing;
pub mod tally;
pub mod terms;
#[cfg(test)]
mod tests;
pub mod undo;
pub mod work;

pub(crate) use standing::{count, not_voted};

use terms::Terms;

use serde::{Deserialize, Serialize};

use crate::clock::Instant;
use crate::error::UserError;
use crate::ids::{GroupId, Kind, PersonId, PollId, Reference};
use crate::phrase;
use crate::store::Subject;
use crate::surface::RoomAddress;
use crate::time::Moment;

/// How people choose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PollKind {
    /// One option each.
    Single,
    /// As many options as they like.
    Approval,
    /// The options in order of preference.
    Ranked,
    /// Points for each option; the most points win.
    Score,
    /// Points for each option; the two with the most go into a run-off.
    Star,
    /// For each time: yes, if need be, or no.
    Availability,
    /// Agree, stand aside, or block with a reason.
    Consent,
}

impl PollKind {
    /// Every kind.
    pub const ALL: [Self; 7] = [
        Self::Single,
        Self::Approval,
        Self::Ranked,
        Self::Score,
        Self::Star,
        Self::Availability,
        Self::Consent,
    ];

    /// The word that people type and the store keeps.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Single => "single",
            Self::Approval => "approval",
            Self::Ranked => "ranked",
            Self::Score => "score",
            Self::Star => "star",
            Self::Availability => "availability",
            Self::Consent => "consent",
        }
    }

    /// The kind of that [`code`](Self::code), or `None`.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// Who sees what of a poll.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Secrecy {
    /// Everyone in the group sees who chose what, at any time.
    #[default]
    Open,
    /// The same once it closed; until then only how many voted.
    Hidden,
    /// Nobody in the group ever sees who chose what, nor who voted; until it closed only how many did.
    Secret,
}

/// A question put to a group, with its options. The ballots are kept apart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Poll {
    /// Its id.
    pub id: PollId,
    /// Its group.
    pub group: GroupId,
    /// The number of its reference.
    pub number: u32,
    /// What is asked.
    pub question: String,
    /// The options; the first is number 1. They never change, so a number on a card means the same for ever.
    pub options: Vec<String>,
    /// How people choose.
    pub kind: PollKind,
    /// Who sees what.
    #[serde(default)]
    pub secrecy: Secrecy,
    /// Who asked.
    pub creator: PersonId,
    /// The room that hears of it.
    pub room: RoomAddress,
    /// When it was opened.
    pub opened_at: Instant,
    /// When it closes: a vote at this instant comes too late.
    pub closes: Moment,
    /// The instant from which it counts as closed, once somebody or the clock closed it.
    pub closed_at: Option<Instant>,
    /// When its creator took it back.
    pub withdrawn_at: Option<Instant>,
    /// What else it goes by.
    #[serde(default)]
    pub terms: Terms,
    /// When those without a vote were written to.
    #[serde(default)]
    pub nudged_at: Option<Instant>,
    /// Counts the changes of everything above.
    pub version: u32,
}

/// Where a poll stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Votes count.
    Open,
    /// Votes come too late.
    Closed {
        /// Since when.
        at: Instant,
    },
    /// Taken back by its creator.
    Withdrawn,
}

impl Poll {
    /// What people type for it: `P4`.
    pub const fn reference(&self) -> Reference {
        Reference::new(Kind::Poll, self.number)
    }

    /// What the agenda calls it.
    pub const fn subject(&self) -> Subject {
        Subject {
            kind: Kind::Poll,
            id: self.id.0,
        }
    }

    /// Where it stands now: the closing time rules, whether or not the clock has got round to it.
    pub fn state(&self, now: Instant) -> State {
        match (self.withdrawn_at, self.closed_at) {
            (Some(_), _) => State::Withdrawn,
            (None, Some(at)) => State::Closed { at },
            (None, None) if now >= self.closes.at => State::Closed { at: self.closes.at },
            (None, None) => State::Open,
        }
    }

    /// Whether votes count now.
    pub fn is_open(&self, now: Instant) -> bool {
        self.state(now) == State::Open
    }

    /// Whether nobody in the group can learn who chose what.
    pub fn is_secret(&self) -> bool {
        self.secrecy == Secrecy::Secret
    }

    /// Whether its counts may be seen now: those of a hidden or secret poll only once it closed.
    pub fn shows_counts(&self, now: Instant) -> bool {
        self.secrecy == Secrecy::Open || !self.is_open(now)
    }

    /// An instant as this poll speaks of it: by the wall clock of its closing time.
    pub fn moment(&self, at: Instant) -> Moment {
        Moment::at(at, self.closes.zone.clone())
    }

    /// The words of an option, by its number.
    pub fn option(&self, number: u32) -> &str {
        self.options.get(ballot::place_of(number)).map_or("", String::as_str)
    }

    /// The public text from which lots are drawn where nothing else breaks a tie of ranked ballots: the poll, and the minute
    /// in which it was opened. Everybody sees it before they vote, and nobody can choose it once they know a ballot.
    pub fn seed(&self) -> Option<String> {
        let opened = self.opened_at.format("%Y-%m-%dT%H:%MZ");
        (self.kind == PollKind::Ranked).then(|| format!("{}-{opened}", self.reference()))
    }

    /// Whether that option stands for "none of these".
    pub fn is_none(&self, number: u32) -> bool {
        self.terms.none && usize::try_from(number).is_ok_and(|number| number == self.options.len())
    }

    /// The options with their numbers.
    pub fn numbered(&self) -> impl Iterator<Item = (u32, &str)> {
        (1..).zip(self.options.iter().map(String::as_str))
    }

    /// The poll closed as of now, or as of its closing time where that is past.
    #[must_use]
    pub fn closed(mut self, now: Instant) -> Self {
        self.closed_at = Some(now.min(self.closes.at));
        self.changed()
    }

    /// The poll taken back.
    #[must_use]
    pub fn withdrawn(mut self, now: Instant) -> Self {
        self.withdrawn_at = Some(now);
        self.changed()
    }

    /// The poll whose people without a vote are written to.
    #[must_use]
    pub fn nudged(mut self, now: Instant) -> Self {
        self.nudged_at = Some(now);
        self.changed()
    }

    /// The open poll with a later closing time.
    pub fn extended(mut self, to: Moment) -> Result<Self, UserError> {
        if to.at <= self.closes.at {
            let poll = self.reference();
            let refusal = phrase!("poll-extend-earlier", poll = word poll, closes = moment self.closes);
            return Err(UserError::new(refusal).type_next(format!("poll close {poll}")));
        }
        self.closes = to;
        Ok(self.changed())
    }

    /// The poll as it was `before` an act, as a change of its own.
    #[must_use]
    pub fn put_back(self, before: Self) -> Self {
        Self {
            version: self.version,
            ..before
        }
        .changed()
    }

    fn changed(mut self) -> Self {
        self.version = self.version.saturating_add(1);
        self
    }
}

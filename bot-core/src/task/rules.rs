//! Who may do what with a task, and what comes of it: pure functions of (task, who acts, now).
//!
//! A task belongs to nobody or to its owner. Whoever added it and the captains *run* it: they may assign it to
//! somebody else, edit, reopen and delete it, hand it back or finish it for its owner.

use super::{State, Task};
use crate::clock::Instant;
use crate::ids::{PersonId, TaskId};

/// Who acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hand {
    /// The person.
    pub person: PersonId,
    /// Whether they are a captain of the task's team or of the group.
    pub captain: bool,
}

/// Why a task stays as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum No {
    /// It is done already.
    Done,
    /// It is not done.
    NotDone,
    /// Somebody else has it.
    Taken(PersonId),
    /// That person has it already.
    AlreadyHas(PersonId),
    /// Nobody has it.
    Free,
    /// Only whoever runs it may.
    NotYours,
}

impl Task {
    /// Whether that person runs it.
    pub fn run_by(&self, hand: Hand) -> bool {
        hand.captain || self.creator == hand.person
    }

    /// Takes it.
    pub fn claim(&self, by: PersonId) -> Result<Self, No> {
        self.must_be_open()?;
        match self.owner {
            None => Ok(self.with_owner(Some(by))),
            Some(owner) if owner == by => Err(No::AlreadyHas(by)),
            Some(owner) => Err(No::Taken(owner)),
        }
    }

    /// Hands it back: nobody has it then.
    pub fn release(&self, hand: Hand) -> Result<Self, No> {
        self.must_be_open()?;
        let owner = self.owner.ok_or(No::Free)?;
        if owner == hand.person || self.run_by(hand) {
            Ok(self.with_owner(None))
        } else {
            Err(No::Taken(owner))
        }
    }

    /// Gives it to somebody. Anyone may take a free one this way; giving it to others is for whoever runs it.
    pub fn assign(&self, hand: Hand, to: PersonId) -> Result<Self, No> {
        self.must_be_open()?;
        if self.owner == Some(to) {
            return Err(No::AlreadyHas(to));
        }
        let taking_a_free_one = to == hand.person && self.owner.is_none();
        if taking_a_free_one || self.run_by(hand) {
            Ok(self.with_owner(Some(to)))
        } else {
            Err(No::NotYours)
        }
    }

    /// Marks it done. A free one is done by whoever says so; one that somebody has, by them or by whoever runs it.
    pub fn finish(&self, hand: Hand, note: Option<String>, now: Instant) -> Result<Self, No> {
        self.must_be_open()?;
        match self.owner {
            Some(owner) if owner != hand.person && !self.run_by(hand) => Err(No::Taken(owner)),
            owner => Ok(self.in_state(State::Done {
                by: owner.unwrap_or(hand.person),
                at: now,
                note,
            })),
        }
    }

    /// Opens it again, with the owner it had: for its owner, whoever is credited with it, and whoever runs it.
    pub fn reopen(&self, hand: Hand) -> Result<Self, No> {
        let State::Done { by, .. } = self.state else {
            return Err(No::NotDone);
        };
        if by != hand.person && self.owner != Some(hand.person) && !self.run_by(hand) {
            return Err(No::NotYours);
        }
        Ok(self.in_state(State::Open))
    }

    /// Deletes it.
    pub fn delete(&self, hand: Hand) -> Result<Self, No> {
        self.must_be_run_by(hand)?;
        Ok(self.in_state(State::Deleted))
    }

    /// Refuses whoever does not run it.
    pub fn must_be_run_by(&self, hand: Hand) -> Result<(), No> {
        if self.run_by(hand) { Ok(()) } else { Err(No::NotYours) }
    }

    /// Refuses a task that is done.
    pub fn must_be_open(&self) -> Result<(), No> {
        if self.is_open() { Ok(()) } else { Err(No::Done) }
    }

    /// The task that follows this repeating one. `None` where nothing repeats, or no date is to come.
    pub fn successor(&self, id: TaskId, number: u32, now: Instant) -> Option<Self> {
        Some(Self {
            id,
            number,
            next: None,
            state: State::Open,
            created_at: now,
            version: 1,
            ..self.on_next_date(now)?
        })
    }

    /// Whether nothing has happened to it since it was added.
    pub fn is_untouched(&self) -> bool {
        self.version == 1
    }

    /// The same in another state.
    pub(crate) fn in_state(&self, state: State) -> Self {
        Self { state, ..self.clone() }
    }

    fn with_owner(&self, owner: Option<PersonId>) -> Self {
        Self { owner, ..self.clone() }
    }
}

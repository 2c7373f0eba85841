//! The most pressing first, and nothing starves: the account's slots among the urgencies, and a chat's among its own.
//!
//! An urgency that was ready and passed over nine times is owed a slot. One slot in ten, at most, pays such a debt, to
//! the one that was passed over most often; so every urgency that is ready gets at least one slot in forty. The debt is
//! not paid out of the first slot that a more pressing urgency gets after it fell due: a flood pays it, not the one answer
//! that comes into a flood of broadcasts.

use super::ticket::{Each, Ready, Urgency};

/// How often something is passed over before it is owed a slot.
const PATIENCE: u64 = 9;

/// Who had the slots so far.
#[derive(Debug, Default)]
pub(super) struct Turns {
    given: u64,
    /// The number of the last slot of each.
    last: Each<u64>,
    /// How often each was passed over since.
    passed: Each<u64>,
    /// After how many slots the next debt may be paid.
    due: u64,
}

impl Turns {
    /// Whose slot it is, if it would be the turn of `first`, and those were ready.
    pub(super) fn choose(&self, first: Urgency, ready: Ready) -> Urgency {
        if self.given < self.due || self.last[first as usize] < self.due {
            return first;
        }
        let owed = |&urgency: &Urgency| {
            urgency != first && ready[urgency as usize] && self.passed[urgency as usize] >= PATIENCE
        };
        // The first of equals: the more pressing.
        let most = Urgency::ALL.into_iter().rev().filter(owed);
        most.max_by_key(|&urgency| self.passed[urgency as usize])
            .unwrap_or(first)
    }

    /// `urgency` has the slot that would have been the turn of `first`.
    pub(super) fn give(&mut self, urgency: Urgency, first: Urgency, ready: Ready) {
        self.given += 1;
        self.last[urgency as usize] = self.given;
        for other in Urgency::ALL.into_iter().filter(|&other| other > urgency) {
            self.passed[other as usize] += u64::from(ready[other as usize]);
        }
        self.passed[urgency as usize] = 0;
        if urgency != first {
            self.due = self.given + PATIENCE;
        }
    }
}

//! Rules broken on purpose: each must be noticed, or the search proves nothing.

use muster_core::clock::Instant;
use muster_core::delivery::After;
use muster_core::store::{OutboxRow, OutboxState};

use super::{Outbox, State, id, is_settled};

/// A rule that is broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mutation {
    /// `begin_sending` asks neither who holds the message,
    BeginsForAnybody,
    /// nor whether an attempt is under way.
    BeginsTwice,
    /// `begin_sending` does not count,
    CountsNothing,
    /// does not mark it doubtful,
    DoubtsNothing,
    /// or lets the doubt begin anew each time.
    DoubtsAnew,
    /// `lease` gives away what others hold,
    LeasesWhatIsHeld,
    /// or forgets that it is doubtful.
    LeasesWithoutDoubt,
    /// `take_over` makes it as new what was being sent.
    TakesOverAsNew,
    /// `hand_back` does.
    HandsBackAsNew,
    /// `settle_sending` and `postpone` do not ask who holds it.
    SettlesForAnybody,
    /// `postpone` forgets the doubt,
    PostponesWithoutDoubt,
    /// or leaves it held without an end.
    PostponesForEver,
    /// What is settled can be taken again.
    SettlesForNow,
    /// A doubtful card is sent again.
    SendsCardsAgain,
    /// What is doubtful is sent without a mark.
    MarksNothing,
    /// The request is made before it is counted.
    SendsBeforeCounting,
    /// A node that lost the account for a while goes on with what it had in hand.
    GoesOnAfterALoss,
    /// A node takes messages though the account is another's by then.
    FillsWithoutTheAccount,
    /// A node that takes a message anew keeps the older copy of it that it has in hand.
    KeepsTheOlderCopy,
}

impl Mutation {
    pub(crate) const ALL: [Self; 19] = [
        Self::BeginsForAnybody,
        Self::BeginsTwice,
        Self::CountsNothing,
        Self::DoubtsNothing,
        Self::DoubtsAnew,
        Self::LeasesWhatIsHeld,
        Self::LeasesWithoutDoubt,
        Self::TakesOverAsNew,
        Self::HandsBackAsNew,
        Self::SettlesForAnybody,
        Self::PostponesWithoutDoubt,
        Self::PostponesForEver,
        Self::SettlesForNow,
        Self::SendsCardsAgain,
        Self::MarksNothing,
        Self::SendsBeforeCounting,
        Self::GoesOnAfterALoss,
        Self::FillsWithoutTheAccount,
        Self::KeepsTheOlderCopy,
    ];
}

fn is_held(row: &OutboxRow) -> bool {
    matches!(row.state, OutboxState::Leased | OutboxState::Sending)
}

fn as_new(row: &mut OutboxRow) {
    if row.state == OutboxState::Sending {
        row.state = OutboxState::Pending;
        row.doubtful_since = None;
        row.owner = None;
        row.leased_until = None;
    }
}

impl Outbox {
    fn tamper(&self, state: &State, mutation: Mutation, change: impl Fn(&mut OutboxRow)) {
        if self.is(mutation) {
            for message in 0..state.seen.len() {
                state.store.tamper(id(message), &change);
            }
        }
    }

    pub(super) fn mutate_before_begin(&self, state: &State, owner: &str) {
        self.tamper(state, Mutation::BeginsForAnybody, |row| {
            if is_held(row) {
                row.owner = Some(owner.to_owned());
            }
        });
        self.tamper(state, Mutation::BeginsTwice, |row| {
            if row.state == OutboxState::Sending {
                row.state = OutboxState::Leased;
            }
        });
    }

    pub(super) fn mutate_after_begin(&self, state: &State, before: Option<&OutboxRow>) {
        let Some(before) = before else { return };
        self.tamper(state, Mutation::CountsNothing, |row| {
            if row.id == before.id {
                row.attempts = before.attempts;
            }
        });
        self.tamper(state, Mutation::DoubtsNothing, |row| {
            if row.id == before.id {
                row.doubtful_since = before.doubtful_since;
            }
        });
        self.tamper(state, Mutation::DoubtsAnew, |row| {
            if row.id == before.id {
                row.doubtful_since = Some(state.now);
            }
        });
    }

    pub(super) fn mutate_before_lease(&self, state: &State, now: Instant) {
        self.tamper(state, Mutation::LeasesWhatIsHeld, |row| {
            if is_held(row) {
                row.leased_until = Some(now);
            }
        });
        self.tamper(state, Mutation::LeasesWithoutDoubt, |row| {
            if row.leased_until.is_none_or(|until| until <= now) {
                row.doubtful_since = None;
            }
        });
    }

    pub(super) fn mutate_take_over(&self, state: &State) {
        self.tamper(state, Mutation::TakesOverAsNew, as_new);
    }

    pub(super) fn mutate_hand_back(&self, state: &State) {
        self.tamper(state, Mutation::HandsBackAsNew, as_new);
    }

    pub(super) fn mutate_before_settle(&self, state: &State, owner: &str) {
        self.tamper(state, Mutation::SettlesForAnybody, |row| {
            if is_held(row) {
                row.owner = Some(owner.to_owned());
            }
        });
    }

    pub(super) fn mutate_after_settle(&self, state: &State) {
        self.tamper(state, Mutation::PostponesForEver, |row| {
            if row.state == OutboxState::Retry {
                row.state = OutboxState::Leased;
            }
        });
        self.tamper(state, Mutation::SettlesForNow, |row| {
            if is_settled(row) {
                row.state = OutboxState::Retry;
            }
        });
    }

    pub(super) fn mutated_after(&self, after: After) -> After {
        match after {
            After::Again(mut later) if self.is(Mutation::PostponesWithoutDoubt) => {
                later.doubtful_since = None;
                After::Again(later)
            }
            other => other,
        }
    }
}

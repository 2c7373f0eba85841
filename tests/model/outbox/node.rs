//! A node as its station goes: one account, messages in hand, each step a unit of work of its own. It may stop between any
//! two steps, for any time or for ever.

use std::sync::Arc;

use muster_core::app::Attempted;
use muster_core::clock::Instant;
use muster_core::delivery::Before;
use muster_core::store::OutboxRow;

use super::{Outbox, State};

/// A node.
#[derive(Debug, Clone)]
pub(crate) struct Node {
    pub(super) name: char,
    /// How often it was started: each start is an owner of its own.
    pub(super) starts: u32,
    /// `None` while it is down.
    pub(super) up: Option<Up>,
}

/// A node that runs.
#[derive(Debug, Clone)]
pub(super) struct Up {
    /// Until when it certainly holds the account.
    pub(super) held_until: Option<Instant>,
    /// It serves the account, as far as it knows.
    pub(super) serves: bool,
    /// It handed everything back, and is about to end.
    pub(super) is_stopping: bool,
    /// One a message.
    pub(super) slots: Vec<Slot>,
}

/// A message in a node's hands.
#[derive(Debug, Clone)]
pub(super) enum Slot {
    Empty,
    /// Leased.
    Queued(Arc<OutboxRow>),
    /// It was decided that an attempt is made.
    Ready {
        row: Arc<OutboxRow>,
        before: Before,
        /// The platform had shown it and forgotten it, when that was decided.
        was_forgotten: bool,
    },
    /// The attempt is counted, the request made, the verdict not heard.
    UnderWay(Arc<OutboxRow>),
    /// To be written down.
    Ended {
        attempted: Arc<Attempted>,
        /// It certainly did not deliver, or certainly did.
        is_certain: bool,
    },
}

/// What a node does next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NodeAct {
    /// It starts, with a fresh owner.
    Start,
    /// It asks for the account, or to hold it on.
    Ask,
    /// It takes what is free, if the account is its own.
    Fill,
    /// It takes what is free and puts it back until later, since the chat is too busy.
    FillTooEarly,
    /// It looks at the clock and decides what is done with a message.
    Decide(usize),
    /// It counts an attempt and makes the request.
    Begin(usize),
    /// It counts an attempt, and the store's word that it is counted is lost.
    BeginUnheard(usize),
    /// It writes down what came of an attempt.
    Settle(usize),
    /// It does, and the store's word is lost.
    SettleUnheard(usize),
    /// It was asked to stop, and hands everything back; what is under way goes on.
    HandBack,
    /// It ends in good order.
    End,
    /// It ends without a word.
    Crash,
}

impl NodeAct {
    const fn is_rough(self) -> bool {
        matches!(
            self,
            Self::FillTooEarly | Self::BeginUnheard(_) | Self::SettleUnheard(_)
        )
    }

    pub(super) const fn is_good(self) -> bool {
        !self.is_rough() && !matches!(self, Self::HandBack | Self::Crash)
    }
}

impl Node {
    pub(super) fn new(name: char, messages: usize) -> Self {
        Self {
            name,
            starts: 0,
            up: Some(Up::new(messages)),
        }
    }

    /// The owner as whom it goes.
    pub(super) fn owner(&self) -> String {
        format!("{}{}", self.name, self.starts)
    }

    pub(super) fn is_handed(&mut self, message: usize, row: OutboxRow) {
        if let Some(up) = &mut self.up {
            up.slots[message] = Slot::Queued(Arc::new(row));
        }
    }

    pub(super) fn serves_until(&mut self, until: Instant) {
        if let Some(up) = &mut self.up {
            up.held_until = Some(until);
            up.serves = true;
        }
    }
}

impl Up {
    pub(super) fn new(messages: usize) -> Self {
        Self {
            held_until: None,
            serves: false,
            is_stopping: false,
            slots: vec![Slot::Empty; messages],
        }
    }
}

impl Outbox {
    /// Everything that a node can do now.
    pub(super) fn node_acts(&self, state: &State, node: usize) -> Vec<NodeAct> {
        let Some(up) = &state.nodes[node].up else {
            return vec![NodeAct::Start];
        };
        let mut acts = vec![if up.is_stopping { NodeAct::End } else { NodeAct::Crash }];
        // The task that holds the lease on runs to the end.
        if up.serves || !up.is_stopping {
            acts.push(NodeAct::Ask);
        }
        if !up.is_stopping {
            acts.push(NodeAct::HandBack);
        }
        // What has ended is written down first, then more is taken, then attempts are begun: one after the other.
        let owes = up.slots.iter().any(|slot| matches!(slot, Slot::Ended { .. }));
        let begins = up.slots.iter().any(|slot| matches!(slot, Slot::Ready { .. }));
        if up.serves && !up.is_stopping && !owes && !begins && self.may_fill(state) {
            acts.extend([NodeAct::Fill, NodeAct::FillTooEarly]);
        }
        let holds = up.held_until.is_some_and(|until| state.now < until);
        for (message, slot) in up.slots.iter().enumerate() {
            match slot {
                Slot::Queued(_) if !owes && (holds || !self.scenario.looks_at_the_clock) => {
                    acts.push(NodeAct::Decide(message));
                }
                Slot::Ready { .. } => acts.extend([NodeAct::Begin(message), NodeAct::BeginUnheard(message)]),
                Slot::Ended { .. } if !begins => {
                    acts.extend([NodeAct::Settle(message), NodeAct::SettleUnheard(message)]);
                }
                Slot::Empty | Slot::Queued(_) | Slot::UnderWay(_) | Slot::Ended { .. } => {}
            }
        }
        acts.retain(|act| self.scenario.is_rough || !act.is_rough());
        acts
    }
}

//! One chat: what waits for it, and how much of its allowance is left.

use std::collections::VecDeque;

use muster_core::clock::Instant;

use super::limit::Gate;
use super::meters::Meters;
use super::ticket::{Chat, Each, Ready, Ticket, Urgency};
use super::trips::Present;
use super::turns::Turns;

/// What a chat waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rest {
    /// For its turn.
    Turn,
    /// For its limits.
    Limits(Instant),
    /// For the end of an attempt.
    Attempt,
    /// For nothing: it can be forgotten then.
    Idle(Instant),
    /// For nothing: it can be forgotten.
    Over,
}

#[derive(Debug)]
pub(super) struct Line<T> {
    pub(super) chat: Chat,
    pub(super) meters: Meters,
    /// Whether it stands in the round of an urgency.
    pub(super) listed: Ready,
    /// When the queue wakes it up, as it is noted there.
    pub(super) rest: Rest,
    waiting: Each<VecDeque<Ticket<T>>>,
    /// Where an attempt is under way. A second one beside it could overtake it, and people would read the two in the
    /// wrong order.
    busy: Ready,
    turns: Turns,
}

impl<T> Line<T> {
    pub(super) fn new(chat: Chat, meters: Meters) -> Self {
        Self {
            chat,
            meters,
            listed: Ready::default(),
            rest: Rest::Over,
            waiting: Each::default(),
            busy: Ready::default(),
            turns: Turns::default(),
        }
    }

    pub(super) fn push(&mut self, ticket: Ticket<T>) {
        self.waiting[ticket.urgency as usize].push_back(ticket);
    }

    pub(super) fn put_back(&mut self, ticket: Ticket<T>) {
        self.waiting[ticket.urgency as usize].push_front(ticket);
    }

    /// What could go if the limits let it.
    pub(super) fn ready(&self) -> Ready {
        Urgency::ALL.map(|urgency| !self.waiting[urgency as usize].is_empty() && !self.busy[urgency as usize])
    }

    pub(super) fn may_send(&self, urgency: Urgency, present: Present) -> bool {
        self.ready()[urgency as usize] && self.meters.gate(present.lead).admits(present.now)
    }

    /// The rounds that it has to join now that it may send.
    pub(super) fn enlist(&mut self) -> impl Iterator<Item = Urgency> + use<T> {
        let ready = self.ready();
        let listed = self.listed;
        for (listed, ready) in self.listed.iter_mut().zip(ready) {
            *listed |= ready;
        }
        let joins = move |&urgency: &Urgency| ready[urgency as usize] && !listed[urgency as usize];
        Urgency::ALL.into_iter().filter(joins)
    }

    /// Begins an attempt at the next ticket: of that urgency, unless the chat owes a turn to another of its own.
    pub(super) fn take(&mut self, first: Urgency) -> Option<Ticket<T>> {
        let ready = self.ready();
        let urgency = self.turns.choose(first, ready);
        let ticket = self.waiting[urgency as usize].pop_front()?;
        self.turns.give(urgency, first, ready);
        self.busy[urgency as usize] = true;
        self.meters.begin();
        Some(ticket)
    }

    pub(super) fn end(&mut self, urgency: Urgency, at: Instant) {
        self.busy[urgency as usize] = false;
        self.meters.end(at);
    }

    pub(super) fn give_back(&mut self, urgency: Urgency) {
        self.busy[urgency as usize] = false;
        self.meters.give_back();
    }

    /// What it waits for now.
    pub(super) fn resting(&self, Present { now, lead }: Present) -> Rest {
        let (gate, closed, open): (_, fn(Instant) -> Rest, _) = if self.ready().contains(&true) {
            (self.meters.gate(lead), Rest::Limits, Rest::Turn)
        } else if self.busy.contains(&true) {
            return Rest::Attempt;
        } else {
            (self.meters.recovered(), Rest::Idle, Rest::Over)
        };
        match gate {
            Gate::From(at) if at > now => closed(at),
            Gate::Open | Gate::From(_) => open,
            Gate::Shut => Rest::Attempt,
        }
    }

    /// How many wait, of each urgency.
    pub(super) fn counts(&self) -> Each<usize> {
        self.waiting.each_ref().map(VecDeque::len)
    }

    /// How many wait that a ticket of that urgency, coming now, would stand behind.
    pub(super) fn ahead_of(&self, urgency: Urgency) -> usize {
        self.counts()[..=urgency as usize].iter().sum()
    }

    /// Everything that waits, in the order in which it would go if nothing came between.
    pub(super) fn take_all(&mut self) -> impl Iterator<Item = Ticket<T>> {
        self.listed = Ready::default();
        self.waiting.iter_mut().flat_map(std::mem::take)
    }
}

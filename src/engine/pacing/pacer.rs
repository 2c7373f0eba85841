//! The pacer itself: tickets in, permits out.

use std::collections::VecDeque;

use muster_core::chrono::TimeDelta;
use muster_core::clock::Instant;
use muster_core::surface::{PauseScope, Rates};

use super::limit::Gate;
use super::line::Line;
use super::meters::Meters;
use super::pace::Pace;
use super::queue::Queue;
use super::ticket::{Chat, Permit, Ticket, Urgency, foremost};
use super::trips::{Present, Trips};
use super::turns::Turns;

/// What to do next.
#[derive(Debug, PartialEq, Eq)]
pub enum Next<T> {
    /// Begin an attempt at this. The permit is handed back when it has ended.
    Send(Permit, Ticket<T>),
    /// Ask again then, or after anything was pushed, ended, given back or paused.
    Wait(Instant),
    /// Nothing can go before something is pushed, ended or given back.
    Idle,
}

/// Decides for one account of the bot on one platform which of the queued messages is sent next.
///
/// Answers go before reminders, notices, broadcasts and edits, and nothing starves (`turns`). Within an urgency the chats
/// take turns; a chat that is at its limit, or paused, or waiting for the end of an attempt holds nobody else up. Within
/// an urgency of a chat messages go in the order in which they were pushed, the next when the attempt before it has
/// ended.
#[derive(Debug)]
pub struct Pacer<T> {
    pub(super) rates: Rates,
    pub(super) account: Meters,
    pace: Option<Pace>,
    trips: Trips,
    turns: Turns,
    pub(super) free: VecDeque<Ticket<T>>,
    pub(super) queue: Queue<T>,
}

impl<T> Pacer<T> {
    /// For an account from which nothing was sent for as long as the longest limit reaches back, or of which everything
    /// that was sent is going to be told by [`recall`](Self::recall).
    pub fn new(rates: Rates) -> Self {
        Self {
            rates,
            account: Meters::new(rates.account),
            pace: Pace::of(rates.account),
            trips: Trips::default(),
            turns: Turns::default(),
            free: VecDeque::new(),
            queue: Queue::default(),
        }
    }

    /// Counts a message that was sent before this pacer was made, at the latest at that instant. From the oldest to the
    /// latest, and before anything else.
    pub fn recall(&mut self, chat: &Chat, at: Instant) {
        self.account.count(at);
        self.change(chat, at, |line| line.meters.count(at));
    }

    /// Queues a ticket.
    pub fn push(&mut self, ticket: Ticket<T>, now: Instant) {
        if ticket.is_free() {
            self.free.push_back(ticket);
        } else {
            self.change(&ticket.chat.clone(), now, |line| line.push(ticket));
        }
    }

    /// Queues a ticket before all others of its chat and urgency: one whose attempt came to nothing and shall be repeated.
    pub fn put_back(&mut self, ticket: Ticket<T>, now: Instant) {
        if ticket.is_free() {
            self.free.push_front(ticket);
        } else {
            self.change(&ticket.chat.clone(), now, |line| line.put_back(ticket));
        }
    }

    /// What to do now. To be asked again at once after a [`Next::Send`], until it says something else.
    pub fn next(&mut self, now: Instant) -> Next<T> {
        let present = self.present(now);
        let ready = self.queue.ready(present);
        if let Some(ticket) = self.free.pop_front() {
            return Next::Send(Permit(None), ticket);
        }
        let account = self.account.gate(present.lead);
        let Some(first) = foremost(ready) else {
            let Some(alarm) = self.queue.next_alarm() else {
                return Next::Idle;
            };
            return wait_for(account.max(Gate::From(alarm)));
        };
        if !account.admits(now) {
            return wait_for(account);
        }
        let urgency = self.turns.choose(first, ready);
        if let Some(pace) = self.pace.as_ref().map(Pace::gate)
            && first != Urgency::Answer
            && !pace.admits(now)
        {
            // An answer that comes out of its chat's limits sooner than that goes at once.
            let alarm = self.queue.next_alarm().map_or(pace, Gate::From);
            return wait_for(pace.min(alarm));
        }
        let Some((slot, ticket)) = self.queue.take(urgency, present) else {
            return Next::Idle;
        };
        self.turns.give(urgency, first, ready);
        self.account.begin();
        if let Some(pace) = &mut self.pace {
            pace.take(now);
        }
        Next::Send(Permit(Some(slot)), ticket)
    }

    /// The attempt that had this slot lasted from `began` to `ended`, whatever came of it. The two enclose the request and
    /// as little else as can be.
    pub fn ended(&mut self, permit: Permit, began: Instant, ended: Instant) {
        let Permit(Some(slot)) = permit else {
            return;
        };
        self.trips.note((ended - began).max(TimeDelta::zero()));
        self.account.end(ended);
        let present = self.present(ended);
        self.queue.end(&slot, present, |line| line.end(slot.urgency, ended));
    }

    /// No attempt was made: the slot is free again and counts for nothing.
    pub fn give_back(&mut self, permit: Permit, now: Instant) {
        let Permit(Some(slot)) = permit else {
            return;
        };
        self.account.give_back();
        let present = self.present(now);
        self.queue.end(&slot, present, |line| line.give_back(slot.urgency));
    }

    /// The platform demanded a pause, of that chat or of the account. What is free obeys neither: it is another door of
    /// the platform's, and its answer is late in seconds.
    pub fn pause(&mut self, scope: PauseScope, chat: &Chat, until: Instant, now: Instant) {
        match scope {
            PauseScope::Account => self.account.pause(until),
            PauseScope::Chat => self.change(chat, now, |line| line.meters.pause(until)),
        }
    }

    /// Takes out everything that is queued, each chat's in its order. What is under way still ends as usual.
    pub fn take_all(&mut self, now: Instant) -> Vec<Ticket<T>> {
        let present = self.present(now);
        let mut tickets: Vec<_> = self.free.drain(..).collect();
        tickets.append(&mut self.queue.take_all(present));
        tickets
    }

    pub(super) fn present(&self, now: Instant) -> Present {
        let lead = self.trips.lead();
        Present { now, lead }
    }

    fn change(&mut self, chat: &Chat, now: Instant, change: impl FnOnce(&mut Line<T>)) {
        let (rates, present) = (self.rates, self.present(now));
        let fresh = || fresh(rates, chat);
        self.queue.change(chat, fresh, present, change);
    }
}

/// The allowance of a chat of which nothing is remembered.
pub(super) fn fresh(rates: Rates, chat: &Chat) -> Meters {
    Meters::new(match chat {
        Chat::Private(_) => rates.private,
        Chat::Room(_) => rates.room,
    })
}

fn wait_for<T>(gate: Gate) -> Next<T> {
    match gate {
        Gate::From(at) => Next::Wait(at),
        Gate::Open | Gate::Shut => Next::Idle,
    }
}

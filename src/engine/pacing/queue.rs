//! Who is next: the chats, the round of each urgency, and when the chats wake up that wait for their limits.
//!
//! A chat stands in the round of every urgency of which it has something that may go. It leaves a round when its turn
//! comes, and not when its limits close: so a round may name chats that cannot send, and they are passed over and wake up
//! later. Every step of that was paid for by something that was pushed, sent or ended; nothing walks over all chats.

use std::collections::{BTreeSet, HashMap, VecDeque};

use muster_core::clock::Instant;

use super::line::{Line, Rest};
use super::meters::Meters;
use super::ticket::{Chat, ChatId, Each, Ready, Slot, Ticket, Urgency};
use super::trips::Present;

/// Room for so many chats is not worth giving back.
const FEW: usize = 1024;

#[derive(Debug)]
pub(super) struct Queue<T> {
    ids: HashMap<Chat, ChatId>,
    lines: HashMap<ChatId, Line<T>>,
    next_id: ChatId,
    /// The round of each urgency.
    rounds: Each<VecDeque<ChatId>>,
    /// The chats that wait for their limits.
    alarms: BTreeSet<(Instant, ChatId)>,
    /// The chats that wait for nothing, until their limits have recovered.
    idle: BTreeSet<(Instant, ChatId)>,
    waiting: Each<usize>,
}

impl<T> Default for Queue<T> {
    fn default() -> Self {
        Self {
            ids: HashMap::new(),
            lines: HashMap::new(),
            next_id: 0,
            rounds: Each::default(),
            alarms: BTreeSet::new(),
            idle: BTreeSet::new(),
            waiting: Each::default(),
        }
    }
}

impl<T> Queue<T> {
    /// How many wait, of each urgency.
    pub(super) const fn waiting(&self) -> &Each<usize> {
        &self.waiting
    }

    /// How many chats are remembered.
    pub(super) fn chats(&self) -> usize {
        self.lines.len()
    }

    #[cfg(test)]
    pub(super) fn room(&self) -> usize {
        self.lines.capacity().max(self.ids.capacity())
    }

    pub(super) fn line(&self, chat: &Chat) -> Option<&Line<T>> {
        self.lines.get(self.ids.get(chat)?)
    }

    /// Changes a chat, with `fresh` allowances if nothing is known of it, and sees what it waits for then.
    pub(super) fn change(
        &mut self,
        chat: &Chat,
        fresh: impl FnOnce() -> Meters,
        present: Present,
        change: impl FnOnce(&mut Line<T>),
    ) {
        let id = self.ids.get(chat).copied().unwrap_or_else(|| {
            self.next_id += 1;
            self.ids.insert(chat.clone(), self.next_id);
            self.next_id
        });
        let line = self.lines.entry(id);
        let line = line.or_insert_with(|| Line::new(chat.clone(), fresh()));
        let before = line.counts();
        change(line);
        for (waiting, (before, after)) in self.waiting.iter_mut().zip(before.into_iter().zip(line.counts())) {
            *waiting = *waiting + after - before;
        }
        self.settle(id, present);
    }

    /// An attempt that the chat of that slot was waiting for is over.
    pub(super) fn end(&mut self, slot: &Slot, present: Present, end: impl FnOnce(&mut Line<T>)) {
        if let Some(line) = self.lines.get_mut(&slot.chat) {
            end(line);
            self.settle(slot.chat, present);
        }
    }

    /// Wakes the chats whose limits have opened, forgets those whose limits have recovered; of which urgencies something
    /// may go then.
    pub(super) fn ready(&mut self, present: Present) -> Ready {
        let due = |set: &mut BTreeSet<(Instant, ChatId)>| {
            let (at, id) = *set.first()?;
            (at <= present.now).then_some(id)
        };
        while let Some(id) = due(&mut self.alarms).or_else(|| due(&mut self.idle)) {
            self.settle(id, present);
        }
        Urgency::ALL.map(|urgency| self.skip(urgency, present))
    }

    /// When the next chat wakes up.
    pub(super) fn next_alarm(&self) -> Option<Instant> {
        self.alarms.first().map(|&(at, _)| at)
    }

    /// Gives a slot to the chat whose turn it is.
    pub(super) fn take(&mut self, urgency: Urgency, present: Present) -> Option<(Slot, Ticket<T>)> {
        let chat = self.rounds[urgency as usize].pop_front()?;
        let line = self.lines.get_mut(&chat)?;
        line.listed[urgency as usize] = false;
        let ticket = line.take(urgency)?;
        let urgency = ticket.urgency;
        self.waiting[urgency as usize] -= 1;
        self.settle(chat, present);
        Some((Slot { chat, urgency }, ticket))
    }

    /// Everything that waits.
    pub(super) fn take_all(&mut self, present: Present) -> Vec<Ticket<T>> {
        self.rounds = Each::default();
        self.waiting = Each::default();
        let mut ids: Vec<ChatId> = self.lines.keys().copied().collect();
        ids.sort_unstable();
        let mut tickets = Vec::new();
        for id in ids {
            if let Some(line) = self.lines.get_mut(&id) {
                tickets.extend(line.take_all());
            }
            self.settle(id, present);
        }
        tickets
    }

    /// Takes the chats out of a round that cannot send, up to the first that can; whether there is one.
    fn skip(&mut self, urgency: Urgency, present: Present) -> bool {
        while let Some(&id) = self.rounds[urgency as usize].front() {
            let Some(line) = self.lines.get_mut(&id) else {
                self.rounds[urgency as usize].pop_front();
                continue;
            };
            if line.may_send(urgency, present) {
                return true;
            }
            self.rounds[urgency as usize].pop_front();
            line.listed[urgency as usize] = false;
            // Its limits may have closed by what was learned of the network, and then nothing would wake it.
            self.settle(id, present);
        }
        false
    }

    /// Notes what a chat waits for now, or forgets it.
    fn settle(&mut self, id: ChatId, present: Present) {
        let Some(line) = self.lines.get_mut(&id) else {
            return;
        };
        let rest = line.resting(present);
        let before = std::mem::replace(&mut line.rest, rest);
        if before != rest {
            match before {
                Rest::Limits(at) => self.alarms.remove(&(at, id)),
                Rest::Idle(at) => self.idle.remove(&(at, id)),
                Rest::Turn | Rest::Attempt | Rest::Over => false,
            };
        }
        match rest {
            Rest::Turn => {
                for urgency in line.enlist() {
                    self.rounds[urgency as usize].push_back(id);
                }
            }
            Rest::Limits(at) => {
                self.alarms.insert((at, id));
            }
            Rest::Idle(at) => {
                self.idle.insert((at, id));
            }
            Rest::Attempt => {}
            Rest::Over => self.forget(id),
        }
    }

    fn forget(&mut self, id: ChatId) {
        let Some(line) = self.lines.remove(&id) else {
            return;
        };
        self.ids.remove(&line.chat);
        // Giving back room means moving all that is left, so only when that is little beside what went.
        if self.lines.capacity() > FEW.max(self.lines.len() * 8) {
            self.lines.shrink_to(self.lines.len() * 2);
            self.ids.shrink_to(self.ids.len() * 2);
        }
    }
}

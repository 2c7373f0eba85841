//! What may be asked of a pacer: when something could go, and how much is queued.

use muster_core::clock::Instant;

use super::pacer::{Pacer, fresh};
use super::ticket::{Chat, Urgency};
use super::trips::Present;

impl<T> Pacer<T> {
    /// When a ticket of that urgency could go if it were pushed now: behind what its chat has queued that presses as much
    /// or more, each as soon as the chat's limits and the pauses let it. Usually it is later, since attempts take time and
    /// other chats want the account's slots; it is sooner only if the chat owes that urgency a turn.
    pub fn earliest(&self, chat: &Chat, urgency: Urgency, now: Instant) -> Instant {
        let Present { now, lead } = self.present(now);
        let account = self.account.earliest(0, now, lead);
        let of_chat = match self.queue.line(chat) {
            Some(line) => line.meters.earliest(line.ahead_of(urgency), now, lead),
            None => fresh(self.rates, chat).earliest(0, now, lead),
        };
        account.max(of_chat)
    }

    /// How many are queued.
    pub fn len(&self) -> usize {
        self.queue.waiting().iter().sum::<usize>() + self.free.len()
    }

    /// Whether nothing is queued.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many of that urgency are queued.
    pub fn waiting(&self, urgency: Urgency) -> usize {
        let free = if urgency == Urgency::Answer { self.free.len() } else { 0 };
        self.queue.waiting()[urgency as usize] + free
    }

    /// How many are queued for that chat, without those that are free.
    pub fn waiting_in(&self, chat: &Chat) -> usize {
        self.queue.line(chat).map_or(0, |line| line.counts().iter().sum())
    }

    /// How many chats are remembered: those with something queued or under way, and those whose limits have not yet
    /// recovered from what was sent. They are forgotten when the pacer is asked what is [`next`](Self::next).
    pub fn chats(&self) -> usize {
        self.queue.chats()
    }

    /// For how many chats room is kept.
    #[cfg(test)]
    pub(super) fn room_for_chats(&self) -> usize {
        self.queue.room()
    }
}

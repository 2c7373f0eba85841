//! Taking from the store what may be sent: so much of each kind that the platform's pace is kept, and no more, so that
//! what comes in later and presses more still goes first.

use muster_core::chrono::TimeDelta;
use muster_core::clock::Instant;
use muster_core::error::Fault;
use muster_core::ids::OutboxId;
use muster_core::store::{CardCopy, OutboxKind, OutboxRow};

use super::GLANCE;
use super::post::{Item, Post, urgency};
use crate::engine::pacing::{Chat, Ticket, Urgency};

/// How many messages of one kind are queued here: what the fastest platform takes in some seconds.
const MOST_QUEUED: u32 = 256;
/// How far ahead messages are queued here. What cannot go by then (a busy room's) goes back until it can, so that it keeps
/// nothing else waiting: shorter than a hold lasts.
const HORIZON: TimeDelta = TimeDelta::seconds(20);

/// What is known of the store.
#[derive(Debug)]
pub(super) struct Shelf {
    /// There may be something that may be sent now.
    look: bool,
    /// When there is something next.
    pub(super) next: Option<Instant>,
    /// When it was last looked at: hints may be lost.
    looked_at: Option<Instant>,
}

impl Default for Shelf {
    fn default() -> Self {
        Self {
            look: true,
            next: None,
            looked_at: None,
        }
    }
}

impl Shelf {
    pub(super) const fn look_again(&mut self) {
        self.look = true;
    }

    fn is_to_be_looked_at(&self, now: Instant) -> bool {
        let is_time = self.next.is_some_and(|next| next <= now);
        let is_long_ago = self.looked_at.is_none_or(|last| last + GLANCE <= now || last > now);
        self.look || is_time || is_long_ago
    }
}

impl Post {
    /// Takes what may be sent now, where there is room for it and it may have been a while.
    pub(super) async fn fill(&mut self) -> Result<(), Fault> {
        if !self.shelf.is_to_be_looked_at(self.now()) {
            return Ok(());
        }
        // What a closed poll says of its secrecy is true when it is read.
        self.station.engine.scrub().await?;
        self.shelf.look = false;
        self.shelf.looked_at = Some(self.now());
        let (message, edit) = self.next_in_store().await?;
        let now = self.now();
        let next_message = if message.is_some_and(|at| at <= now) {
            self.take_messages(now).await?
        } else {
            message
        };
        if edit.is_some_and(|at| at <= now) {
            self.take_edits(now).await?;
        }
        let next_edit = edit.filter(|at| *at > now);
        self.shelf.next = next_message.into_iter().chain(next_edit).min();
        Ok(())
    }

    /// When the next message may be sent, and when the next copy may be edited.
    async fn next_in_store(&self) -> Result<(Option<Instant>, Option<Instant>), Fault> {
        let platform = self.station.platform();
        let mut unit = self.station.engine.app.store().read().await?;
        let message = unit.next_sending(platform).await?;
        let edit = match self.caps.edits {
            Some(_) => unit.next_stale(platform).await?,
            None => None,
        };
        Ok((message, edit))
    }

    /// Takes messages; when the next one may be sent that was not taken.
    async fn take_messages(&mut self, now: Instant) -> Result<Option<Instant>, Fault> {
        let (engine, platform) = (self.station.engine.clone(), self.station.platform());
        let mut unit = engine.app.store().begin().await?;
        if !self.station.holds_lease_in(&mut *unit).await? {
            // Another node may be sending what would be taken here.
            return Ok(None);
        }
        let mut taken = Vec::new();
        let mut is_more = false;
        for kind in OutboxKind::ALL {
            let Some(most) = self.room_for(kind) else {
                continue;
            };
            let mut rows = unit.lease(platform, kind, engine.lease(), now, most).await?;
            is_more |= rows.len() == most as usize;
            taken.append(&mut rows);
        }
        let next = unit.next_sending(platform).await?;
        unit.commit().await?;
        fault_point!("delivery.leased");
        self.shelf.look |= is_more;
        // One after the other: what is queued of a chat makes the next one wait longer.
        let mut too_early = Vec::new();
        for row in taken {
            match self.too_early(&row, now) {
                Some(at) => too_early.push((row.id, at)),
                None => self.queue(row),
            }
        }
        let next = if too_early.is_empty() {
            next
        } else {
            self.put_back_early(&too_early).await?
        };
        Ok(next.filter(|next| *next > now))
    }

    /// Puts messages back until they can go; when the next one may be sent that is not taken.
    async fn put_back_early(&self, messages: &[(OutboxId, Instant)]) -> Result<Option<Instant>, Fault> {
        let engine = &self.station.engine;
        let mut unit = engine.app.store().begin().await?;
        for (id, at) in messages {
            unit.put_back(*id, &engine.owner, *at).await?;
        }
        let next = unit.next_sending(self.station.platform()).await?;
        unit.commit().await?;
        Ok(next)
    }

    /// When a message could go that cannot go soon.
    fn too_early(&self, row: &OutboxRow, now: Instant) -> Option<Instant> {
        if self.messages.contains(&row.id) {
            return None;
        }
        let earliest = self.pacer.earliest(&Chat::of(&row.to), urgency(row.kind), now);
        (earliest > now + HORIZON).then_some(earliest)
    }

    /// Takes copies of cards that show something old.
    async fn take_edits(&mut self, now: Instant) -> Result<(), Fault> {
        let (engine, platform) = (self.station.engine.clone(), self.station.platform());
        for copy in engine.app.stale_cards(platform, MOST_QUEUED).await? {
            self.queue_copy(copy, now);
        }
        Ok(())
    }

    fn queue_copy(&mut self, copy: CardCopy, now: Instant) {
        if self.pacer.waiting(Urgency::Edit) >= MOST_QUEUED as usize || !self.copies.insert(copy.id) {
            return;
        }
        let ticket = Ticket {
            chat: Chat::room(&copy.room),
            urgency: Urgency::Edit,
            free: false,
            item: Item::Copy(Box::new(copy)),
        };
        self.pacer.push(ticket, now);
    }

    /// How many more messages of a kind are taken: none before half of the last ones are gone.
    fn room_for(&self, kind: OutboxKind) -> Option<u32> {
        let queued = u32::try_from(self.pacer.waiting(urgency(kind))).unwrap_or(u32::MAX);
        (queued <= MOST_QUEUED / 2).then(|| MOST_QUEUED - queued)
    }
}

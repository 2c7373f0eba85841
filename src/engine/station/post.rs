//! The post of a station: messages go out at the platform's pace, many at a time.

use std::collections::HashSet;
use std::sync::Arc;

use muster_core::app::Attempted;
use muster_core::clock::Instant;
use muster_core::error::Fault;
use muster_core::ids::{CopyId, OutboxId};
use muster_core::store::{CardCopy, OutboxKind, OutboxRow, Sent};
use muster_core::surface::Caps;
use tokio::sync::mpsc;
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

use super::fill::Shelf;
use super::{BREATH, GLANCE, Station};
use crate::engine::attempt::Trip;
use crate::engine::pacing::{Chat, Pacer, Permit, Ticket, Urgency};

/// What goes out.
#[derive(Debug)]
pub(super) enum Item {
    /// A message, leased to this node.
    Message(Box<OutboxRow>),
    /// A copy of a card that shows something old.
    Copy(Box<CardCopy>),
}

/// An attempt that has ended.
pub(super) struct Ended {
    pub(super) permit: Permit,
    pub(super) chat: Chat,
    pub(super) item: Item,
    pub(super) trip: Trip,
}

/// The post of a station, as long as the station has its lease.
pub(super) struct Post {
    pub(super) station: Arc<Station>,
    pub(super) caps: Caps,
    pub(super) pacer: Pacer<Item>,
    /// The messages that are queued or under way.
    pub(super) messages: HashSet<OutboxId>,
    /// The messages that the platform put off, back in the store: whatever waits behind them goes behind them.
    pub(super) put_off: HashSet<OutboxId>,
    /// The copies that are.
    pub(super) copies: HashSet<CopyId>,
    pub(super) shelf: Shelf,
    pub(super) under_way: JoinSet<Ended>,
    /// Attempts that have ended and could not be written down yet.
    pub(super) unsettled: Vec<Attempted>,
    answers: mpsc::Receiver<OutboxRow>,
    /// Nothing more is taken from the store: answers that are handed over still go out.
    draining: CancellationToken,
}

impl Post {
    /// A post that begins as if it had sent itself what `sent` tells: an earlier start did, or another node.
    pub(super) fn new(
        station: Arc<Station>,
        answers: mpsc::Receiver<OutboxRow>,
        draining: CancellationToken,
        sent: &[Sent],
    ) -> Self {
        let caps = station.adapter.caps();
        let is_free = |kind| caps.rates.free_answers && kind == OutboxKind::Answer;
        let mut pacer = Pacer::new(caps.rates);
        for sent in sent.iter().filter(|sent| !is_free(sent.kind)) {
            pacer.recall(&Chat::of(&sent.to), sent.at);
        }
        Self {
            pacer,
            caps,
            station,
            messages: HashSet::new(),
            put_off: HashSet::new(),
            copies: HashSet::new(),
            shelf: Shelf::default(),
            under_way: JoinSet::new(),
            unsettled: Vec::new(),
            answers,
            draining,
        }
    }

    pub(super) fn now(&self) -> Instant {
        self.station.engine.now()
    }

    /// Sends what there is to send, until it is drained or dropped.
    pub(super) async fn run(mut self) {
        let engine = self.station.engine.clone();
        let mut ear = engine.wake.ear();
        loop {
            let rest = match self.turn().await {
                Ok(rest) => rest,
                Err(fault) => {
                    engine.report(&fault.into(), "messages could not be sent");
                    self.now() + BREATH
                }
            };
            if self.is_drained() {
                return;
            }
            tokio::select! {
                Some(answer) = self.answers.recv() => self.queue(answer),
                Some(ended) = self.under_way.join_next() => self.take_in(ended.ok()),
                Ok(()) = ear.changed(), if !self.draining.is_cancelled() => self.shelf.look_again(),
                () = self.draining.cancelled(), if !self.draining.is_cancelled() => {}
                () = engine.timer.sleep_until(rest) => {}
            }
            while let Ok(answer) = self.answers.try_recv() {
                self.queue(answer);
            }
            while let Some(ended) = self.under_way.try_join_next() {
                self.take_in(ended.ok());
            }
        }
    }

    /// Whether it was asked to drain, and what was handed over is sent and written down.
    fn is_drained(&self) -> bool {
        let done = self.pacer.waiting(Urgency::Answer) == 0 && self.under_way.is_empty() && self.unsettled.is_empty();
        self.draining.is_cancelled() && self.answers.is_closed() && self.answers.is_empty() && done
    }

    /// Takes what may be sent, writes down what has ended, and begins what can go; when there is more to do.
    async fn turn(&mut self) -> Result<Instant, Fault> {
        if !self.draining.is_cancelled() {
            self.fill().await?;
        }
        let (granted, next) = self.grant();
        self.pass_on(granted).await?;
        let glance = self.now() + GLANCE;
        Ok(next
            .into_iter()
            .chain(self.shelf.next)
            .min()
            .map_or(glance, |next| next.min(glance)))
    }

    /// Queues a message that is leased to this node.
    pub(super) fn queue(&mut self, row: OutboxRow) {
        if !self.messages.insert(row.id) {
            return;
        }
        let (now, was_put_off) = (self.now(), self.put_off.remove(&row.id));
        let ticket = self.ticket(Box::new(row));
        if was_put_off {
            self.pacer.put_back(ticket, now);
        } else {
            self.pacer.push(ticket, now);
        }
    }

    fn ticket(&self, row: Box<OutboxRow>) -> Ticket<Item> {
        let is_answer = row.kind == OutboxKind::Answer;
        Ticket {
            chat: Chat::of(&row.to),
            urgency: urgency(row.kind),
            free: is_answer && self.station.adapter.answers_in_place(&row.to, &row.card),
            item: Item::Message(row),
        }
    }
}

/// How much a message presses.
pub(super) const fn urgency(kind: OutboxKind) -> Urgency {
    match kind {
        OutboxKind::Answer | OutboxKind::Farewell => Urgency::Answer,
        OutboxKind::Reminder => Urgency::Reminder,
        OutboxKind::Notice => Urgency::Notice,
        OutboxKind::Broadcast => Urgency::Broadcast,
    }
}

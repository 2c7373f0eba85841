//! The post of a station: messages go out at the platform's pace, many at a time, each attempt counted before it is made and
//! written down after.

use std::collections::HashSet;
use std::sync::Arc;

use muster_core::app::Attempted;
use muster_core::chrono::TimeDelta;
use muster_core::clock::Instant;
use muster_core::error::Fault;
use muster_core::ids::{CopyId, OutboxId};
use muster_core::store::{CardCopy, OutboxKind, OutboxRow, Sent};
use muster_core::surface::{Caps, Delivery, Verdict};
use tokio::sync::mpsc;
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

use super::fill::Shelf;
use super::{BREATH, GLANCE, Station};
use crate::engine::attempt::Trip;
use crate::engine::pacing::{Chat, Next, Pacer, Permit, Ticket, Urgency};

/// How many attempts are under way at once.
const MOST_UNDER_WAY: usize = 32;

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
    permit: Permit,
    chat: Chat,
    item: Item,
    trip: Trip,
}

/// The post of a station, as long as the station has its lease.
pub(super) struct Post {
    pub(super) station: Arc<Station>,
    pub(super) caps: Caps,
    pub(super) pacer: Pacer<Item>,
    /// The messages that are queued or under way.
    pub(super) messages: HashSet<OutboxId>,
    /// The messages that the platform put off, back in the store: whatever waits behind them goes behind them.
    put_off: HashSet<OutboxId>,
    /// The copies that are.
    pub(super) copies: HashSet<CopyId>,
    pub(super) shelf: Shelf,
    under_way: JoinSet<Ended>,
    /// Attempts that have ended and could not be written down yet.
    unsettled: Vec<Attempted>,
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

    /// Writes down what has ended, takes what may be sent, and begins what can go; when there is more to do.
    async fn turn(&mut self) -> Result<Instant, Fault> {
        self.settle().await?;
        if !self.draining.is_cancelled() {
            self.fill().await?;
        }
        let next = self.send_ready().await?;
        if !self.unsettled.is_empty() {
            return Ok(self.now());
        }
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

    /// Begins what the platform's pace allows; when it allows more.
    async fn send_ready(&mut self) -> Result<Option<Instant>, Fault> {
        if !self.station.holds_lease() {
            return Ok(None);
        }
        let mut granted = Vec::new();
        let wait = loop {
            if self.under_way.len() + granted.len() >= MOST_UNDER_WAY {
                break None;
            }
            let now = self.now();
            match self.pacer.next(now) {
                Next::Send(permit, ticket) => granted.push((permit, ticket)),
                Next::Wait(until) => break Some(until),
                Next::Idle => break None,
            }
        };
        self.begin(granted).await?;
        Ok(wait)
    }

    /// Counts the attempts, then makes them.
    async fn begin(&mut self, granted: Vec<(Permit, Ticket<Item>)>) -> Result<(), Fault> {
        let mut letters = Vec::new();
        for (permit, Ticket { item, chat, .. }) in granted {
            match item {
                Item::Copy(copy) => self.edit(permit, chat, copy),
                Item::Message(row) => match self.station.engine.prepare(&row, &self.caps) {
                    Ok(delivery) => letters.push((permit, chat, row, delivery)),
                    Err(untried) => {
                        let now = self.now();
                        self.pacer.give_back(permit, now);
                        self.unsettled.push(*untried);
                    }
                },
            }
        }
        if letters.is_empty() {
            return Ok(());
        }
        let engine = self.station.engine.clone();
        let ids: Vec<_> = letters.iter().map(|(_, _, row, _)| row.id).collect();
        let begun = match engine.app.begin(&ids, engine.lease()).await {
            Ok(begun) => begun.into_iter().collect::<HashSet<_>>(),
            Err(fault) => {
                self.drop_all(letters);
                engine.let_be_found().await;
                return Err(fault);
            }
        };
        for (permit, chat, row, delivery) in letters {
            if begun.contains(&row.id) {
                self.send(permit, chat, row, delivery);
            } else {
                // Somebody else's by now, or withdrawn.
                self.messages.remove(&row.id);
                let now = self.now();
                self.pacer.give_back(permit, now);
            }
        }
        Ok(())
    }

    /// No attempt was made at any of them, but it may have been counted: what is known here of them is old.
    fn drop_all(&mut self, letters: Vec<(Permit, Chat, Box<OutboxRow>, Delivery)>) {
        let now = self.now();
        for (permit, _, row, _) in letters {
            self.pacer.give_back(permit, now);
            self.messages.remove(&row.id);
        }
    }

    fn send(&mut self, permit: Permit, chat: Chat, row: Box<OutboxRow>, delivery: Delivery) {
        let station = self.station.clone();
        self.under_way.spawn(async move {
            let trip = station.engine.deliver(&*station.adapter, &row, &delivery).await;
            Ended {
                permit,
                chat,
                item: Item::Message(row),
                trip,
            }
        });
    }

    fn edit(&mut self, permit: Permit, chat: Chat, copy: Box<CardCopy>) {
        let station = self.station.clone();
        self.under_way.spawn(async move {
            let trip = station.bring_up_to_date(&copy).await;
            Ended {
                permit,
                chat,
                item: Item::Copy(copy),
                trip,
            }
        });
    }

    /// An attempt has ended: its slot is free, and what came of it is to be written down.
    fn take_in(&mut self, ended: Option<Ended>) {
        // An attempt never panics; if it could not be waited for, its message is found doubtful in the store.
        let Some(Ended {
            permit,
            chat,
            item,
            trip,
        }) = ended
        else {
            return;
        };
        self.pacer.ended(permit, trip.began, trip.ended);
        match item {
            Item::Message(row) => {
                if matches!(trip.verdict, Verdict::Paused { .. }) {
                    self.put_off.insert(row.id);
                }
                let attempted = self.station.engine.conclude(*row, &trip, &self.caps);
                self.unsettled.push(attempted);
            }
            Item::Copy(copy) => {
                self.copies.remove(&copy.id);
            }
        }
        if let Verdict::Paused { scope, length } = trip.verdict {
            // No shorter than the message itself waits, so that it is found again before what is behind it goes.
            let now = self.now();
            self.pacer.pause(scope, &chat, now + length.max(TimeDelta::zero()), now);
        }
        self.shelf.look_again();
    }

    /// Writes down what became of attempts. What cannot be written down now is kept, and written down later.
    async fn settle(&mut self) -> Result<(), Fault> {
        if self.unsettled.is_empty() {
            return Ok(());
        }
        let engine = self.station.engine.clone();
        engine.app.settle_attempts(&engine.owner, &self.unsettled).await?;
        fault_point!("delivery.settled");
        let settled = std::mem::take(&mut self.unsettled);
        for attempted in &settled {
            self.messages.remove(&attempted.row.id);
        }
        if settled
            .iter()
            .any(|attempted| attempted.row.kind == OutboxKind::Farewell)
        {
            engine.scrub_now().await?;
        }
        engine.wake.everyone();
        Ok(())
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

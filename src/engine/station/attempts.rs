//! Attempts: each is counted before it is made, and what came of it is written down after, many at a time.

use std::collections::HashSet;

use muster_core::chrono::TimeDelta;
use muster_core::clock::Instant;
use muster_core::error::Fault;
use muster_core::store::{CardCopy, OutboxKind, OutboxRow};
use muster_core::surface::{Delivery, Verdict};

use super::post::{Ended, Item, Post};
use crate::engine::pacing::{Chat, Next, Permit, Ticket};

/// How many attempts are under way at once.
const MOST_UNDER_WAY: usize = 32;

/// A message that may go, as it goes.
struct Letter {
    permit: Permit,
    chat: Chat,
    row: Box<OutboxRow>,
    delivery: Delivery,
}

impl Post {
    /// What the platform's pace lets go now, and when it lets more.
    pub(super) fn grant(&mut self) -> (Vec<(Permit, Ticket<Item>)>, Option<Instant>) {
        let mut granted = Vec::new();
        if !self.station.holds_lease() {
            return (granted, None);
        }
        while self.under_way.len() + granted.len() < MOST_UNDER_WAY {
            match self.pacer.next(self.now()) {
                Next::Send(permit, ticket) => granted.push((permit, ticket)),
                Next::Wait(until) => return (granted, Some(until)),
                Next::Idle => break,
            }
        }
        (granted, None)
    }

    /// Writes down what has ended and counts what is granted, in one unit of work; then makes the attempts.
    pub(super) async fn pass_on(&mut self, granted: Vec<(Permit, Ticket<Item>)>) -> Result<(), Fault> {
        let letters = self.letters(granted).await;
        if letters.is_empty() && self.unsettled.is_empty() {
            return Ok(());
        }
        let engine = self.station.engine.clone();
        let ids: Vec<_> = letters.iter().map(|letter| letter.row.id).collect();
        let counted = engine.app.settle_and_begin(&self.unsettled, &ids, engine.lease());
        let begun: HashSet<_> = match counted.await {
            Ok(begun) => begun.into_iter().collect(),
            Err(fault) => {
                // What has ended is kept, and written down later.
                self.drop_all(letters);
                engine.let_be_found().await;
                return Err(fault);
            }
        };
        for letter in letters {
            if begun.contains(&letter.row.id) {
                self.send(letter);
            } else {
                // Somebody else's by now, or withdrawn.
                self.drop_all(vec![letter]);
            }
        }
        self.settled().await
    }

    /// The messages among what is granted. Edits need no counting and begin at once; a message that cannot go at all has
    /// ended.
    async fn letters(&mut self, granted: Vec<(Permit, Ticket<Item>)>) -> Vec<Letter> {
        let mut letters = Vec::new();
        for (permit, Ticket { item, chat, .. }) in granted {
            match item {
                Item::Copy(copy) => self.edit(permit, chat, copy),
                Item::Message(row) => match self.station.engine.prepare(&row, &self.caps).await {
                    Ok(delivery) => letters.push(Letter {
                        permit,
                        chat,
                        row,
                        delivery,
                    }),
                    Err(untried) => {
                        let now = self.now();
                        self.pacer.give_back(permit, now);
                        self.unsettled.push(*untried);
                    }
                },
            }
        }
        letters
    }

    /// No attempt was made at any of them, but it may have been counted: what is known here of them is old.
    fn drop_all(&mut self, letters: Vec<Letter>) {
        let now = self.now();
        for letter in letters {
            self.pacer.give_back(letter.permit, now);
            self.messages.remove(&letter.row.id);
        }
    }

    fn send(&mut self, letter: Letter) {
        let Letter {
            permit,
            chat,
            row,
            delivery,
        } = letter;
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
    pub(super) fn take_in(&mut self, ended: Option<Ended>) {
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

    /// What had ended is written down.
    async fn settled(&mut self) -> Result<(), Fault> {
        let settled = std::mem::take(&mut self.unsettled);
        if settled.is_empty() {
            return Ok(());
        }
        fault_point!("delivery.settled");
        for attempted in &settled {
            self.messages.remove(&attempted.row.id);
        }
        let engine = self.station.engine.clone();
        engine.wake.everyone();
        let farewells = settled
            .iter()
            .filter(|attempted| attempted.row.kind == OutboxKind::Farewell);
        if farewells.count() > 0 {
            engine.scrub_now().await?;
        }
        Ok(())
    }
}

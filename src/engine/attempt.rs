//! One attempt at one message.

use muster_core::app::Attempted;
use muster_core::clock::Instant;
use muster_core::delivery::{self, After, Before};
use muster_core::error::Fault;
use muster_core::ids::CardOf;
use muster_core::people::Prefix;
use muster_core::store::{OutboxRow, OutboxState};
use muster_core::surface::{Address, Caps, Courier, Delivery, Edit, RoomAddress, Verdict};

use super::Engine;
use super::broken::caught;

/// What came of an attempt, and when.
#[derive(Debug)]
pub(super) struct Trip {
    pub(super) verdict: Verdict,
    pub(super) began: Instant,
    pub(super) ended: Instant,
}

/// Whether a message is to be pinned: a board that stands in a room for everybody.
fn is_pinned(row: &OutboxRow) -> bool {
    let is_board = matches!(row.about, Some((_, CardOf::Board)));
    let stands_in_a_room = matches!(&row.to, Address::Room { room, only_for: None, .. } if !room.private);
    is_board && stands_in_a_room
}

impl Engine {
    /// What is handed to the courier; or, where no attempt is made, what becomes of the message without one.
    pub(super) async fn prepare(&self, row: &OutboxRow, caps: &Caps) -> Result<Delivery, Box<Attempted>> {
        let now = self.now();
        let card = match delivery::before(row, caps, now) {
            Before::Attempt => row.card.clone(),
            Before::AttemptMarked => {
                self.metrics.possibly_repeated(row.to.platform());
                delivery::marked(row.card.clone(), row.language, now)
            }
            Before::LeaveUnknown => {
                return Err(Box::new(Attempted {
                    row: row.clone(),
                    after: After::Settled(OutboxState::Unknown),
                    receipt: None,
                    edits: None,
                }));
            }
        };
        Ok(Delivery {
            id: row.id,
            to: row.to.clone(),
            card,
            language: row.language,
            prefix: self.prefix_for(&row.to, caps).await,
            possibly_repeated: row.doubtful_since.is_some(),
            pin: is_pinned(row),
        })
    }

    async fn prefix_for(&self, to: &Address, caps: &Caps) -> Prefix {
        match to {
            Address::Room {
                room, only_for: None, ..
            } => self.prefix_in(room, caps).await,
            Address::Room { .. } | Address::Account { .. } => Prefix::default(),
        }
    }

    /// What stands before a command in that room. Nothing is kept back because the store does not say it at the moment.
    pub(super) async fn prefix_in(&self, room: &RoomAddress, caps: &Caps) -> Prefix {
        if !caps.prefix || room.private {
            return Prefix::default();
        }
        caught(self.app.prefix_in(room)).await.unwrap_or_else(|broken| {
            self.report(&broken, "a group's prefix could not be read");
            Prefix::default()
        })
    }

    /// Has the courier make an attempt that was counted.
    pub(super) async fn deliver(&self, courier: &dyn Courier, row: &OutboxRow, delivery: &Delivery) -> Trip {
        let platform = row.to.platform();
        let late = self.now() - row.not_before;
        self.metrics.attempt_begins(platform, row.kind, late);
        let trip = self.travel(async {
            fault_point!("delivery.sending");
            let verdict = courier.deliver(delivery).await;
            fault_point!("delivery.sent");
            Ok(verdict)
        });
        let trip = trip.await;
        self.metrics.attempt_ended(platform, &trip.verdict);
        trip
    }

    /// Has the courier change a message.
    pub(super) async fn edit(&self, courier: &dyn Courier, edit: &Edit) -> Trip {
        let trip = self.travel(async {
            let verdict = courier.edit(edit).await;
            fault_point!("edit.sent");
            Ok(verdict)
        });
        let trip = trip.await;
        self.metrics.edit_ended(edit.room.platform, &trip.verdict);
        trip
    }

    /// Of an attempt that panics nobody knows what it did.
    async fn travel(&self, sent: impl Future<Output = Result<Verdict, Fault>>) -> Trip {
        let began = self.now();
        let verdict = caught(sent).await.unwrap_or_else(|broken| {
            self.report(&broken, "nobody knows whether a message was sent");
            Verdict::Unknown
        });
        Trip {
            verdict,
            began,
            ended: self.now(),
        }
    }

    /// What becomes of the message after that.
    pub(super) fn conclude(&self, row: OutboxRow, trip: &Trip, caps: &Caps) -> Attempted {
        let attempt = row.attempts + 1;
        let after = delivery::after(&row, attempt, trip.began, &trip.verdict, self.now(), self.chance());
        let receipt = match &trip.verdict {
            Verdict::Delivered { receipt } => receipt.clone(),
            _ => None,
        };
        Attempted {
            row,
            after,
            receipt,
            edits: caps.edits,
        }
    }
}

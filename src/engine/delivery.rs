//! The outbox, row by row: count the attempt, make it, write down what became of it.

use muster_core::error::Fault;
use muster_core::store::{Later, OutboxKind, OutboxRow, OutboxState};
use muster_core::surface::{Delivery, Verdict};

use super::{BATCH, Engine, PLATFORM};

impl Engine {
    /// Sends everything that may be sent now; how many messages.
    pub(crate) async fn deliver(&self) -> Result<u32, Fault> {
        let mut sent = 0;
        loop {
            let now = self.app.clock().now();
            let mut unit = self.app.store().begin().await?;
            let mut rows = Vec::new();
            for kind in OutboxKind::ALL {
                rows.extend(unit.lease(PLATFORM, kind, self.lease(), now, BATCH).await?);
            }
            unit.commit().await?;
            if rows.is_empty() {
                return Ok(sent);
            }
            for row in rows {
                self.send(row).await?;
                sent += 1;
            }
        }
    }

    /// One attempt at a row that this node holds. The attempt is counted before it is made.
    pub(crate) async fn send(&self, row: OutboxRow) -> Result<(), Fault> {
        let possibly_repeated = row.doubtful_since.is_some();
        let mut unit = self.app.store().begin().await?;
        if !unit.begin_sending(row.id, self.lease(), self.app.clock().now()).await? {
            return Ok(());
        }
        unit.commit().await?;
        let delivery = Delivery {
            id: row.id,
            to: row.to,
            card: row.card,
            possibly_repeated,
        };
        let verdict = self.courier.deliver(&delivery).await;
        self.settle(&delivery, verdict).await?;
        if row.kind == OutboxKind::Farewell {
            self.scrub_now().await?;
        }
        Ok(())
    }

    async fn settle(&self, delivery: &Delivery, verdict: Verdict) -> Result<(), Fault> {
        let now = self.app.clock().now();
        let mut unit = self.app.store().begin().await?;
        let settled = match verdict {
            Verdict::Delivered { .. } => OutboxState::Delivered,
            Verdict::Refused(refusal) => OutboxState::Refused(refusal),
            Verdict::Unknown | Verdict::Moved(_) => OutboxState::Unknown,
            Verdict::Retry { after } => {
                let later = Later {
                    not_before: now + after.unwrap_or_default(),
                    counts: true,
                    doubtful_since: None,
                };
                unit.postpone(delivery.id, &self.owner, later).await?;
                unit.commit().await?;
                return Ok(());
            }
            Verdict::Paused { length, .. } => {
                let later = Later {
                    not_before: now + length,
                    counts: false,
                    doubtful_since: None,
                };
                unit.postpone(delivery.id, &self.owner, later).await?;
                unit.commit().await?;
                return Ok(());
            }
        };
        unit.settle_sending(delivery.id, &self.owner, settled, now).await?;
        unit.commit().await?;
        Ok(())
    }
}

//! One accepted event is carried out.

use muster_core::app::{Handled, Lease};
use muster_core::chrono::TimeDelta;
use muster_core::error::Fault;
use muster_core::store::OutboxRow;
use muster_core::surface::{Inbound, Told};

use super::Engine;
use super::broken::caught;
use super::metrics::CommandOutcome;

impl Engine {
    /// Carries out an accepted event; its answer, leased to this node, unless it had taken effect before. A fault or a
    /// panic is answered with an apology that carries the log line's reference; an error means that not even that could
    /// be written: the event still waits.
    /// `told` is what the platform was asked for its sake.
    pub(super) async fn carry_out(&self, inbound: &Inbound, told: &Told) -> Result<Option<OutboxRow>, Fault> {
        let handled = caught(async {
            fault_point!("dispatch.handle");
            self.app.handle_told(inbound, told, self.lease()).await
        });
        match handled.await {
            Ok(handled) => self.carried_out(handled, CommandOutcome::Answered).await,
            Err(broken) => {
                let reference = self.report(&broken, "a command failed");
                self.give_up(inbound, &reference).await
            }
        }
    }

    /// Ends an event that is not carried out, with an apology that carries the log line's reference.
    pub(super) async fn give_up(&self, inbound: &Inbound, reference: &str) -> Result<Option<OutboxRow>, Fault> {
        let handled = self.app.apologise(inbound, self.lease(), reference).await?;
        self.carried_out(handled, CommandOutcome::Failed).await
    }

    /// Ends an event that came when too much had been asked for, with when it is listened again.
    pub(super) async fn decline(&self, inbound: &Inbound, wait: TimeDelta) -> Result<Option<OutboxRow>, Fault> {
        let handled = self.app.decline(inbound, self.lease(), wait).await?;
        self.carried_out(handled, CommandOutcome::Declined).await
    }

    /// The same where another node sends: the answer is nobody's yet.
    pub(super) async fn decline_elsewhere(&self, inbound: &Inbound, wait: TimeDelta) -> Result<(), Fault> {
        let nobodys = Lease {
            owner: &self.owner,
            until: self.now(),
        };
        let handled = self.app.decline(inbound, nobodys, wait).await?;
        self.carried_out(handled, CommandOutcome::Declined).await.map(drop)
    }

    async fn carried_out(&self, handled: Handled, outcome: CommandOutcome) -> Result<Option<OutboxRow>, Fault> {
        fault_point!("dispatch.handled");
        let (answer, outcome) = match handled {
            Handled::Answered(row) => (Some(*row), outcome),
            Handled::Repeated => (None, CommandOutcome::Repeated),
            Handled::Silent => (None, CommandOutcome::Silent),
        };
        self.metrics.command_ended(outcome);
        self.wake.everyone();
        // Before anything says so: what a closed poll says of its secrecy is true when it is read.
        self.scrub().await?;
        Ok(answer)
    }
}

//! Asking the platform what a command needs to know, before it is carried out.

use muster_core::chrono::TimeDelta;
use muster_core::error::Fault;
use muster_core::surface::{Inbound, NotTold, Told};

use super::Station;

/// How long an answer is waited for.
const PATIENCE: TimeDelta = TimeDelta::seconds(10);

/// What the platform told, unless it did not.
pub(super) type Answered = Result<Told, NotTold>;

impl Station {
    /// Asks what that event needs, which for most is nothing.
    pub(super) async fn ask_for(&self, inbound: &Inbound) -> Result<Answered, Fault> {
        let engine = &self.engine;
        let needs = engine.app.asks(inbound).await?;
        let (room, account) = (&inbound.room, &inbound.author.account);
        let asked = async {
            let mut told = Told::default();
            if needs.standing {
                told.standing = Some(self.adapter.standing(room, account).await?);
            }
            if needs.rights {
                told.rights = Some(self.adapter.rights(room).await?);
            }
            Ok(told)
        };
        Ok(tokio::select! {
            told = asked => told,
            () = engine.timer.sleep_until(engine.now() + PATIENCE) => Err(NotTold),
        })
    }
}

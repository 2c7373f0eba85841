//! Posted cards that follow what they show: written when they are sent, so always the latest.

use muster_core::delivery::backoff;
use muster_core::error::Fault;
use muster_core::store::CardCopy;
use muster_core::surface::{Edit, Refusal, Verdict};

use super::Station;
use crate::engine::attempt::Trip;
use crate::engine::broken::caught;

impl Station {
    /// Makes a copy show what there is to show now, and writes down what came of that.
    pub(super) async fn bring_up_to_date(&self, copy: &CardCopy) -> Trip {
        let engine = &self.engine;
        let began = engine.now();
        let nothing = |verdict| Trip {
            verdict,
            began,
            ended: engine.now(),
        };
        let trip = match caught(engine.app.card_of(copy)).await {
            Ok(Some((card, language))) => {
                let edit = Edit {
                    room: copy.room.clone(),
                    message: copy.message.clone(),
                    card,
                    language,
                    prefix: engine.prefix_in(&copy.room, &self.adapter.caps()).await,
                };
                engine.edit(&*self.adapter, &edit).await
            }
            Ok(None) => nothing(Verdict::Refused(Refusal::Gone)),
            Err(broken) => {
                engine.report(&broken, "a card could not be read");
                nothing(Verdict::Unknown)
            }
        };
        if let Err(broken) = caught(self.write_down(copy, &trip.verdict)).await {
            engine.report(&broken, "what a card shows could not be written down");
        }
        trip
    }

    async fn write_down(&self, copy: &CardCopy, verdict: &Verdict) -> Result<(), Fault> {
        let (app, now) = (&self.engine.app, self.engine.now());
        let pause = self.adapter.caps().edits.unwrap_or_default();
        match verdict {
            Verdict::Delivered { .. } => app.card_shown(copy, copy.changes, now + pause).await,
            // It may be open again one day: it is tried once whenever something changes.
            Verdict::Refused(Refusal::Closed | Refusal::Forbidden) => {
                app.card_shown(copy, copy.changes, now + pause).await
            }
            Verdict::Refused(_) | Verdict::Moved(_) => app.forget_card(copy.id).await,
            Verdict::Paused { length, .. } => app.card_shown(copy, copy.shown, now + *length).await,
            Verdict::Retry { after } => {
                let pause = after.unwrap_or_default().max(backoff(3, self.engine.chance()));
                app.card_shown(copy, copy.shown, now + pause).await
            }
            Verdict::Unknown => {
                let pause = backoff(3, self.engine.chance());
                app.card_shown(copy, copy.shown, now + pause).await
            }
        }
    }
}

//! Messages that stay at the top of a room.

use matrix_sdk::ruma::{EventId, TransactionId};
use muster_core::phrase;

use super::target::Target;
use super::{MESSAGE, Post};
use crate::render::{self, Style, Tone};

impl Post {
    /// Pins a message. Where that is not possible the room is told who can make it possible: the message stands there
    /// all the same.
    pub(super) async fn pin(&self, target: &Target, message: &EventId, style: Style<'_>) {
        let Err(error) = target.room.pin_event(message).await else {
            return;
        };
        tracing::info!(%error, "a message could not be pinned");
        let told = render::told(&phrase!("board-not-pinned", doctor = command "doctor"), style.language);
        let told = render::message(&told, style).content(Tone::Quiet);
        if let Err(error) = self.turns.post(&target.room, MESSAGE, told, TransactionId::new()).await {
            tracing::info!(%error, "nor could that be said");
        }
    }
}

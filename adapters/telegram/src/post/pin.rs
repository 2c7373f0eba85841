//! What is kept at the top of its chat.

use muster_core::locale::Language;
use muster_core::phrase;

use super::Post;
use super::send::Target;
use crate::api::methods::PinChatMessage;
use crate::render;

impl Post {
    /// Pins a message. Where that is not possible the room is told who can make it possible: the message stands there
    /// all the same.
    pub(super) async fn pin(&self, target: Target, message_id: i64, language: Language) {
        let pin = PinChatMessage {
            chat_id: target.room.chat,
            message_id,
            disable_notification: true,
        };
        let Err(failure) = self.account.api.ask(&pin).await else {
            return;
        };
        tracing::info!(error = %failure, "a message could not be pinned");
        let told = render::voice(language).say(&phrase!("board-not-pinned", doctor = command "doctor"));
        if let Err(failure) = self.text(target, render::message(&told, language)).await {
            tracing::info!(error = %failure, "nor could that be said");
        }
    }
}

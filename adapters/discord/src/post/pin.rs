//! What is kept pinned in its channel.

use muster_core::locale::Language;
use muster_core::phrase;

use super::Post;
use super::send::Target;
use crate::api::endpoints;
use crate::render;

impl Post {
    /// Pins a message. Where that is not possible the room is told who can make it possible: the message stands there
    /// all the same.
    pub(super) async fn pin(&self, channel: &str, message: &str, language: Language) {
        let Err(failure) = self.account.api.tell(endpoints::pin(channel, message)).await else {
            return;
        };
        tracing::info!(error = %failure, "a message could not be pinned");
        let told = render::voice(language).say(&phrase!("board-not-pinned", doctor = command "doctor"));
        let target = Target {
            channel,
            private: false,
            reply_to: None,
        };
        if let Err(failure) = self.text(target, &render::message(&told, language), None).await {
            tracing::info!(error = %failure, "nor could that be said");
        }
    }
}

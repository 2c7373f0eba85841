//! One message to one channel.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use muster_core::ids::OutboxId;
use muster_core::surface::{Delivery, Verdict};
use serde_json::{Value, json};

use super::{Post, with_pictures};
use crate::api::endpoints::{self, Body, WithId};
use crate::api::failure::Failure;
use crate::render::Message;
use crate::verdict::verdict;

/// What Discord says of a reply where the bot may not read what was said before ("JSON Error Codes").
const MAY_NOT_REPLY: u32 = 160_002;

/// What it says where the bot lacks a permission, without saying which.
pub(crate) const MISSING_PERMISSIONS: u32 = 50_013;

/// Where a message goes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Target<'a> {
    pub(super) channel: &'a str,
    pub(super) private: bool,
    /// The message there that it replies to.
    pub(super) reply_to: Option<&'a str>,
}

impl Post {
    /// Sends a card. Where the bot may not read what was said before it replies to nothing; where it may not attach files the
    /// card goes without its picture.
    pub(super) async fn send_to(&self, mut target: Target<'_>, delivery: &Delivery) -> Verdict {
        let mut message = with_pictures(delivery).await;
        let mut sent = self.text(target, &message, Some(delivery.id)).await;
        if is_refused_with(&sent, MAY_NOT_REPLY) {
            target.reply_to = None;
            sent = self.text(target, &message, Some(delivery.id)).await;
        }
        if is_refused_with(&sent, MISSING_PERMISSIONS)
            && let Some(rest) = message.without_pictures()
        {
            message = rest;
            sent = self.text(target, &message, Some(delivery.id)).await;
        }
        match sent {
            Ok(sent) => {
                if delivery.pin {
                    self.pin(target.channel, &sent, delivery.language).await;
                }
                Verdict::Delivered { receipt: Some(sent) }
            }
            Err(failure) => verdict(&failure, target.private),
        }
    }

    /// Sends a message; its id. Under the same number Discord shows it once, however often it is sent.
    pub(super) async fn text(
        &self,
        target: Target<'_>,
        message: &Message,
        number: Option<OutboxId>,
    ) -> Result<String, Failure> {
        let body = body(target, message, number);
        let request = endpoints::send(target.channel, Body::new(body, message.documents.clone()));
        let sent: WithId = self.account.api.ask(request).await?;
        Ok(sent.id)
    }
}

fn is_refused_with<T>(sent: &Result<T, Failure>, code: u32) -> bool {
    sent.as_ref().is_err_and(|failure| failure.code() == Some(code))
}

fn body(target: Target<'_>, message: &Message, number: Option<OutboxId>) -> Value {
    let mut body = message.body();
    if let Some(number) = number {
        body["nonce"] = nonce(number).into();
        body["enforce_nonce"] = true.into();
    }
    if let Some(replied_to) = target.reply_to {
        body["message_reference"] = json!({"message_id": replied_to, "fail_if_not_exists": false});
    }
    body
}

/// The number of a row as Discord takes it, in at most 25 characters.
fn nonce(number: OutboxId) -> String {
    URL_SAFE_NO_PAD.encode(number.0.as_bytes())
}

#[cfg(test)]
mod tests {
    use muster_core::locale::Language;
    use muster_core::reply::Card;

    use super::*;
    use crate::render;

    #[test]
    fn a_message_carries_the_number_of_its_row_and_mentions_nobody() {
        let message = render::message(&Card::new().line("Hello @everyone"), Language::English);
        let target = Target {
            channel: "70",
            private: false,
            reply_to: Some("5"),
        };
        let body = body(target, &message, Some(OutboxId(uuid::Uuid::from_u128(7))));
        assert_eq!(body["nonce"], "AAAAAAAAAAAAAAAAAAAABw");
        assert_eq!(body["enforce_nonce"], true);
        assert_eq!(
            body["message_reference"],
            json!({"message_id": "5", "fail_if_not_exists": false})
        );
        assert_eq!(body["allowed_mentions"], json!({"parse": [], "replied_user": false}));
    }
}

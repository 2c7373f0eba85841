//! Pins.

use serde_json::{Value, json};

use crate::discord::gateway::Intents;
use crate::discord::http::Call;
use crate::discord::permissions::Permissions;
use crate::discord::refusal::{Answer, Refusal};
use crate::discord::seen::{Author, Shown};
use crate::discord::world::{State, timestamp};

/// So many messages can be pinned in a channel (JSON error code 30003).
const MOST: usize = 250;
/// The kind of the message that says that something was pinned.
pub(super) const PINNED: u64 = 6;

impl State {
    pub(super) fn create_pin(&mut self, call: &Call) -> Answer {
        self.allowed(call.channel(), Permissions::PIN_MESSAGES)?;
        if self.found(call)?.pinned {
            return Ok(None);
        }
        if self.pinned(call).count() >= MOST {
            return Err(Refusal::too_many_pins());
        }
        self.pin(call, true);
        let mut notice = self.draft(call.channel(), Author::Bot);
        notice.kind = PINNED;
        notice.reply_to = Some(call.message());
        "pinned a message to this channel.".clone_into(&mut notice.text);
        self.post(notice);
        Ok(None)
    }

    pub(super) fn delete_pin(&mut self, call: &Call) -> Answer {
        self.allowed(call.channel(), Permissions::PIN_MESSAGES)?;
        self.found(call)?;
        self.pin(call, false);
        Ok(None)
    }

    fn pin(&mut self, call: &Call, pinned: bool) {
        if let Some(shown) = self.seen.message_mut(call.message()) {
            shown.pinned = pinned;
        }
        let guild = self.channels.get(&call.channel()).and_then(|channel| channel.guild);
        let mut told = json!({ "channel_id": call.channel(), "last_pin_timestamp": timestamp(self.unix_ms()) });
        if let Some(guild) = guild {
            told["guild_id"] = json!(guild);
        }
        let intent = if guild.is_some() {
            Intents::GUILDS
        } else {
            Intents::DIRECT_MESSAGES
        };
        self.tell("CHANNEL_PINS_UPDATE", guild, intent, &told);
    }

    fn pinned(&self, call: &Call) -> impl Iterator<Item = &Shown> {
        self.seen.messages(call.channel()).filter(|shown| shown.pinned)
    }

    pub(super) fn list_pins(&mut self, call: &Call) -> Answer {
        self.visible(call.channel())?;
        let pinned = self.pinned(call);
        let items =
            pinned.map(|shown| json!({ "pinned_at": timestamp(shown.sent_ms), "message": self.message_json(shown) }));
        Ok(Some(json!({ "items": items.collect::<Vec<_>>(), "has_more": false })))
    }

    pub(super) fn list_pins_plainly(&mut self, call: &Call) -> Answer {
        self.visible(call.channel())?;
        let pinned: Vec<Value> = self.pinned(call).map(|shown| self.message_json(shown)).collect();
        Ok(Some(pinned.into()))
    }
}

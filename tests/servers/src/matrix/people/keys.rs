//! Who may read what somebody says, and whom they trust.

use serde::Deserialize;
use serde_json::json;

use super::person::Person;
use crate::matrix::ids::{RoomId, UserId};

/// A device of somebody's.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Device {
    /// Its name for programs.
    pub id: String,
    /// Whether its owner vouches for it: signed by their self-signing key, which their master key signs.
    pub cross_signed: bool,
}

impl Person {
    /// From now on that user's devices get no key for what this person says in a room: they cannot read it.
    pub fn withholds_keys(&self, room: &RoomId, from: impl Into<UserId>) {
        self.order("withhold", json!({ "room": room.0, "user": from.into().0 }));
    }

    /// That user gets the key after all, for all that was said since it was withheld.
    pub fn hands_over_keys(&self, room: &RoomId, to: impl Into<UserId>) {
        self.order("hand_over", json!({ "room": room.0, "user": to.into().0 }));
    }

    /// They vouch for their device by keys of their own, as clients do by themselves that people use.
    pub fn vouches_for_device(&self) {
        self.order("vouch", json!({}));
    }

    /// That user's devices that can encrypt, as the homeserver tells this person now.
    pub fn devices_of(&self, user: impl Into<UserId>) -> Vec<Device> {
        let devices = self.order("devices", json!({ "user": user.into().0 }));
        serde_json::from_value(devices).expect("a list of devices")
    }
}

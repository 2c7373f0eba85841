//! What happened in a place without anybody asking for something.

use serde::{Deserialize, Serialize};

/// Something that a platform tells of a place. Who did it, or whom it is about, is the event's author.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Notice {
    /// The author brought the bot to the place.
    Arrived,
    /// The author took the bot out of the place.
    Removed,
    /// The place of that platform id goes by the room's place from now on.
    Moved {
        /// The platform's id that the place went by.
        from: String,
    },
    /// The author left the place, or was taken out of it.
    Gone,
    /// The author wrote something that could not be decrypted. Whoever tells it tells it once.
    Unreadable,
}

//! Discord's servers and channels as the core's places and rooms: a server is a place, each of its channels and threads a
//! room; a private chat is both.

use muster_core::chrono::DateTime;
use muster_core::clock::Instant;
use muster_core::surface::{Platform, RoomAddress};

/// The first moment of Discord's ids, in Unix milliseconds ("Snowflakes").
const EPOCH: i64 = 1_420_070_400_000;

/// The room of a channel in a server, or of a private chat where there is no server.
pub(crate) fn room(guild: Option<&str>, channel: &str) -> RoomAddress {
    RoomAddress {
        platform: Platform::Discord,
        place: guild.unwrap_or(channel).to_owned(),
        room: channel.to_owned(),
        private: guild.is_none(),
    }
}

/// Whether a text is an id of Discord's, a number of 64 bits ("Snowflakes"): what is none never gets into an address.
pub(crate) fn is_id(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) && text.parse::<u64>().is_ok()
}

/// When what has that id came to be, by Discord's clock.
pub(crate) fn since(id: &str) -> Option<Instant> {
    let milliseconds = i64::try_from(id.parse::<u64>().ok()? >> 22).ok()?;
    DateTime::from_timestamp_millis(EPOCH + milliseconds)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example of Discord's own page.
    #[test]
    fn an_id_says_when_it_was_made() {
        let made = since("175928847299117063").unwrap();
        assert_eq!(made.to_rfc3339(), "2016-04-30T11:18:25.796+00:00");
        assert_eq!(since("x"), None);
    }

    #[test]
    fn a_channel_is_a_room_of_its_server_and_a_private_chat_is_on_its_own() {
        let channel = room(Some("7"), "70");
        assert_eq!(
            (channel.place.as_str(), channel.room.as_str(), channel.private),
            ("7", "70", false)
        );
        let private = room(None, "71");
        assert_eq!(
            (private.place.as_str(), private.room.as_str(), private.private),
            ("71", "71", true)
        );
    }

    #[test]
    fn only_an_id_is_one() {
        assert!(is_id("175928847299117063"));
        for text in ["", "main", "-1", "1/2", "+1", "99999999999999999999"] {
            assert!(!is_id(text), "{text}");
        }
    }
}

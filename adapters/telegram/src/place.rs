//! Telegram's chats and topics as the core's places and rooms: a chat is a place, and a room; so is each of its topics.

use muster_core::surface::{Platform, RoomAddress};

/// A chat, and the topic in it, if it is one of those that a forum has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct ChatRoom {
    pub(crate) chat: i64,
    pub(crate) topic: Option<i64>,
}

impl ChatRoom {
    /// The chat, without a topic.
    pub(crate) const fn chat(chat: i64) -> Self {
        Self { chat, topic: None }
    }

    /// The room of that address: `-1001234` or, with a topic, `-1001234/7`. `None` for what is none of ours.
    pub(crate) fn of(room: &RoomAddress) -> Option<Self> {
        let (chat, topic) = match room.room.split_once('/') {
            Some((chat, topic)) => (chat, Some(topic.parse().ok()?)),
            None => (room.room.as_str(), None),
        };
        Some(Self {
            chat: chat.parse().ok()?,
            topic,
        })
    }

    /// Its address.
    pub(crate) fn address(self, private: bool) -> RoomAddress {
        let place = self.chat.to_string();
        let room = match self.topic {
            Some(topic) => format!("{place}/{topic}"),
            None => place.clone(),
        };
        RoomAddress {
            platform: Platform::Telegram,
            place,
            room,
            private,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_room_reads_back() {
        for room in [
            ChatRoom::chat(7),
            ChatRoom::chat(-5),
            ChatRoom {
                chat: -1_001_234,
                topic: Some(9),
            },
        ] {
            assert_eq!(ChatRoom::of(&room.address(false)), Some(room));
        }
        let elsewhere = RoomAddress {
            room: "main".to_owned(),
            ..ChatRoom::chat(7).address(false)
        };
        assert_eq!(ChatRoom::of(&elsewhere), None);
    }
}

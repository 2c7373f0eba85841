//! The ids of events. Discord's own are unique wherever they happen, and a redelivery carries the same.

use std::fmt;

/// What an event was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum EventId<'a> {
    /// An interaction.
    Interaction(&'a str),
    /// A message.
    Message(&'a str),
    /// A message as it was edited at that time.
    Edit(&'a str, &'a str),
    /// The bot came to a server, at that time.
    Arrived(&'a str, &'a str),
    /// The bot was taken out of a server, on that day, by the event of that number. Discord does not say when.
    Removed(&'a str, i64, u64),
}

impl fmt::Display for EventId<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Interaction(id) => write!(f, "interaction:{id}"),
            Self::Message(id) => write!(f, "{MESSAGE}{id}"),
            Self::Edit(id, at) => write!(f, "edit:{id}:{at}"),
            Self::Arrived(guild, at) => write!(f, "arrived:{guild}:{at}"),
            Self::Removed(guild, day, number) => write!(f, "removed:{guild}:{day}:{number}"),
        }
    }
}

const MESSAGE: &str = "message:";

/// The message that an event was, to reply to.
pub(crate) fn message_of(event: &str) -> Option<&str> {
    let edited = || event.strip_prefix("edit:").and_then(|rest| rest.split(':').next());
    event
        .strip_prefix(MESSAGE)
        .or_else(edited)
        .filter(|id| crate::place::is_id(id))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_message_is_read_from_the_event() {
        assert_eq!(message_of(&EventId::Message("5").to_string()), Some("5"));
        let edit = EventId::Edit("5", "2026-12-01T09:00:00.000000+00:00").to_string();
        assert_eq!(message_of(&edit), Some("5"));
        for event in [
            EventId::Interaction("5"),
            EventId::Arrived("5", "x"),
            EventId::Removed("5", 1, 2),
        ] {
            assert_eq!(message_of(&event.to_string()), None);
        }
        assert_eq!(message_of("message:x"), None);
    }
}

//! The ids of events: where they came from can be read from them, and they stay unique when a group becomes a supergroup,
//! which counts its messages from 1 again.

use std::fmt;
use std::str::FromStr;

/// What an event was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum EventId {
    /// A message: its chat and its number there.
    Message { chat: i64, message: i64 },
    /// A message as it was edited at that second.
    Edit { chat: i64, message: i64, at: i64 },
    /// A tap, by the id of its query.
    Tap { query: String },
    /// Something else, by the number of its update.
    Update { number: i64 },
}

impl fmt::Display for EventId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Message { chat, message } => write!(f, "message:{chat}:{message}"),
            Self::Edit { chat, message, at } => write!(f, "edit:{chat}:{message}:{at}"),
            Self::Tap { query } => write!(f, "tap:{query}"),
            Self::Update { number } => write!(f, "update:{number}"),
        }
    }
}

/// Not an event of Telegram's.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct NotAnEvent;

impl FromStr for EventId {
    type Err = NotAnEvent;

    fn from_str(text: &str) -> Result<Self, NotAnEvent> {
        let (kind, rest) = text.split_once(':').ok_or(NotAnEvent)?;
        if kind == "tap" {
            return Ok(Self::Tap { query: rest.to_owned() });
        }
        let numbers: Vec<i64> = rest
            .split(':')
            .map(|number| number.parse().map_err(|_| NotAnEvent))
            .collect::<Result<_, _>>()?;
        match (kind, numbers.as_slice()) {
            ("message", &[chat, message]) => Ok(Self::Message { chat, message }),
            ("edit", &[chat, message, at]) => Ok(Self::Edit { chat, message, at }),
            ("update", &[number]) => Ok(Self::Update { number }),
            _ => Err(NotAnEvent),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_reads_back() {
        for event in [
            EventId::Message { chat: -100, message: 5 },
            EventId::Edit {
                chat: 7,
                message: 5,
                at: 1_700_000_000,
            },
            EventId::Tap {
                query: "4382bfdwdsb323b2d9".to_owned(),
            },
            EventId::Update { number: 3 },
        ] {
            assert_eq!(event.to_string().parse(), Ok(event));
        }
        for text in ["", "message:1", "message:a:b", "nothing:1", "7"] {
            assert_eq!(text.parse::<EventId>(), Err(NotAnEvent));
        }
    }
}

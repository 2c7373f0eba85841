//! What things are called on the wire, kept apart by type.

use std::fmt;

macro_rules! number {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub i64);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    };
}

number! {
    /// A person or a bot.
    UserId
}
number! {
    /// A chat. A private chat has the number of its person; a group's number is negative.
    ChatId
}
number! {
    /// A message, counted in its chat from 1.
    MessageId
}
number! {
    /// A topic of a forum: the number of the message that opened it.
    TopicId
}

impl From<UserId> for ChatId {
    fn from(user: UserId) -> Self {
        Self(user.0)
    }
}

/// A tap on a button.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CallbackId(pub String);

/// Who posts in a group whose administrators are anonymous.
pub(super) const GROUP_ANONYMOUS_BOT: UserId = UserId(1_087_968_824);
/// Who brings a channel's posts to its discussion group.
pub(super) const TELEGRAM: UserId = UserId(777_000);

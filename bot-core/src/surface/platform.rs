//! The platforms: the one place in the core that names them.

use serde::{Deserialize, Serialize};

/// Where people talk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Platform {
    /// The local console.
    Console,
    /// Discord.
    Discord,
    /// Telegram.
    Telegram,
    /// Matrix.
    Matrix,
}

impl Platform {
    /// Every platform.
    pub const ALL: [Self; 4] = [Self::Console, Self::Discord, Self::Telegram, Self::Matrix];

    /// The name that the store keeps.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Console => "console",
            Self::Discord => "discord",
            Self::Telegram => "telegram",
            Self::Matrix => "matrix",
        }
    }

    /// Whether somebody opens their private chat with the bot by pressing Start. At the console, which plays a chat, they do.
    pub const fn has_start(self) -> bool {
        matches!(self, Self::Console | Self::Telegram)
    }

    /// The platform of that [`code`](Self::code), or `None`.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|platform| platform.code() == code)
    }
}

//! What a platform tells when it is asked: what somebody is in a place, and what the bot may do in a room.

use super::Standing;

/// What was asked of the platform for the sake of one event. It is used at once and kept nowhere.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Told {
    /// What the author is in the place.
    pub standing: Option<Standing>,
    /// What the bot may do in the room.
    pub rights: Option<Rights>,
}

/// What the bot lacks in a room, and who can give it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rights {
    /// The abilities that it does not have there.
    pub lacking: Vec<Ability>,
    /// The names of people who can grant them, as far as the platform tells.
    pub granted_by: Vec<String>,
    /// What else keeps it from its work there.
    pub troubles: Vec<Trouble>,
    /// Whether it administers the place. It never has to.
    pub administrator: bool,
}

impl Rights {
    /// Whether the bot has that ability.
    pub fn has(&self, ability: Ability) -> bool {
        !self.lacking.contains(&ability)
    }
}

/// What keeps the bot from its work in a room, beside what it may not do there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// Its device is not verified as its account's own, so that people's apps may keep from it what they encrypt.
    Unverified,
    /// So many messages of this room could not be decrypted.
    Undecrypted(u64),
    /// The platform lets it send no more than so many messages in so many seconds.
    Throttled {
        /// How many messages.
        messages: u32,
        /// In how many seconds.
        seconds: u32,
        /// What whoever runs the platform's server enters to lift it, as it is entered.
        lift: String,
    },
    /// It would need more power, on a platform that has powers, to have one of its abilities.
    Power {
        /// The ability, which is lacking.
        ability: Ability,
        /// How much it needs.
        needed: i64,
        /// How much it has.
        has: i64,
    },
}

/// What the bot's features need to be allowed in a room.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ability {
    /// Write messages: the room is open, and the bot is not restricted in it.
    Write,
    /// Send files: an export, a recount.
    SendFiles,
    /// Pin a message: the board.
    Pin,
    /// See who administers the place: who may found and link.
    SeeAdministrators,
    /// See the room at all, where a place can keep rooms from its members.
    See,
    /// Show cards, where that is allowed apart from writing.
    ShowCards,
    /// Reply to messages, where that is allowed apart from writing.
    Reply,
}

impl Ability {
    /// Every ability, the one that most depends on first.
    pub const ALL: [Self; 7] = [
        Self::See,
        Self::Write,
        Self::ShowCards,
        Self::Reply,
        Self::SendFiles,
        Self::Pin,
        Self::SeeAdministrators,
    ];

    /// Whether only some platforms allow it apart from the others: it is told of only where it is missing.
    pub const fn is_particular(self) -> bool {
        matches!(self, Self::See | Self::ShowCards | Self::Reply)
    }

    /// The word that sentences select by.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Write => "write",
            Self::SendFiles => "files",
            Self::Pin => "pin",
            Self::SeeAdministrators => "administrators",
            Self::See => "see",
            Self::ShowCards => "cards",
            Self::Reply => "reply",
        }
    }
}

//! People and places: who acts, in which group, from where, with which right.
//!
//! - [`Person`] and [`Account`]: somebody on this instance, and how a platform knows them
//! - [`Group`], [`Place`]: one register, and where it meets
//! - [`Membership`], [`Role`], [`Team`]: what somebody is in a group
//! - `register`: what a group keeps when somebody goes out of its register
//! - `choosing`: which of several groups somebody means in private
//! - [`link`]: one-time codes that join accounts and places
//! - [`mapping`]: what a platform's roles give
//! - [`Prefix`]: what stands before a command where commands are told from talk by a sign
//! - [`Pause`]: that somebody wants no messages for a while
//! - [`settings`]: what people type for a zone, a language, reminders · [`skills`]: for what they can do
//! - [`command`], [`desk`], [`card`], [`undo`]: what people type, what it does, what they see, what takes it back

pub mod card;
pub(crate) mod choosing;
pub mod command;
pub mod desk;
pub(crate) mod leads;
pub mod link;
pub mod mapping;
mod pause;
mod prefix;
pub(crate) mod register;
pub mod settings;
pub mod skills;
#[cfg(test)]
mod tests;
pub mod undo;

use chrono::{NaiveTime, TimeDelta};
use serde::{Deserialize, Serialize};

use crate::clock::Instant;
use crate::ids::{GroupId, PersonId, TeamId};
use crate::locale::Language;
use crate::surface::{Platform, RoomAddress};
use crate::time::{Duration, QuietHours, Zone};

pub use pause::{ENDLESS, Pause};
pub use prefix::{NoPrefix, Prefix};

/// Somebody on this instance. Belongs to no group; may be a member of several.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Their id.
    pub id: PersonId,
    /// The name that rosters show: what the platform showed when they last acted.
    pub name: String,
    /// Their own zone; the group's where they have set none.
    pub zone: Option<Zone>,
    /// Their own language; the room's where they have set none.
    pub language: Option<Language>,
    /// When personal messages wait.
    pub quiet: Option<QuietHours>,
    /// How long before a shift they are reminded, longest first.
    pub ladder: Vec<TimeDelta>,
    /// When they agreed to private messages: their first act in private.
    pub agreed_at: Option<Instant>,
    /// The group that their private commands are about, where they are in several and chose one.
    #[serde(default)]
    pub chosen_group: Option<GroupId>,
    /// That they want no messages for a while; one that has ended may still stand here.
    #[serde(default)]
    pub pause: Option<Pause>,
    /// When, by their wall clock, they want to hear every morning what the day holds.
    #[serde(default)]
    pub digest: Option<NaiveTime>,
    /// The platform where private messages go first; where they acted last if they have chosen none.
    #[serde(default)]
    pub preferred: Option<Platform>,
    /// Counts the changes, so that `undo` knows whether somebody acted since.
    pub version: u32,
}

/// How a platform knows a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// The platform.
    pub platform: Platform,
    /// The platform's id of the account.
    pub account: String,
    /// Whose it is.
    pub person: PersonId,
    /// The name that the platform last showed.
    pub name: String,
    /// What people there call it by, without an @, where the platform has such handles.
    #[serde(default)]
    pub handle: Option<String>,
    /// When it was last heard from: private messages go to the account last used.
    pub seen_at: Instant,
}

impl Person {
    /// Their accounts, last used first, in the order in which a private message tries them: those on the platform that they
    /// chose come first.
    pub fn in_order_of_trying(&self, mut accounts: Vec<Account>) -> Vec<Account> {
        accounts.sort_by_key(|account| Some(account.platform) != self.preferred);
        accounts
    }
}

/// A group: one register of members, one desk of shifts, tasks, reminders and polls.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// Its id.
    pub id: GroupId,
    /// Its name.
    pub name: String,
    /// The zone for everything that names none.
    pub zone: Zone,
    /// The language of its rooms.
    pub language: Language,
    /// What stands before a command in its rooms, on platforms where that is needed.
    #[serde(default)]
    pub prefix: Prefix,
    /// How often a member is asked for shifts in a week, at most; 0 for never.
    #[serde(default = "crate::shift::search::default_asks")]
    pub asks: u32,
    /// How long a member rests between two shifts: a claim that leaves less is warned of.
    #[serde(default)]
    pub rest: Option<Duration>,
    /// When it was founded.
    pub founded_at: Instant,
    /// Counts the changes, so that `undo` knows whether somebody acted since.
    pub version: u32,
}

/// Where a group meets: a guild, a chat, a space. Belongs to one group; its rooms inherit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The platform.
    pub platform: Platform,
    /// The platform's id of the place.
    pub place: String,
    /// The group that meets there.
    pub group: GroupId,
    /// What the platform called the place when it came to the group.
    pub name: String,
}

/// What somebody may do in a group. The order is that of rights.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Claims, votes, asks.
    Member,
    /// Posts and runs shifts and tasks of the whole group.
    Captain,
    /// Sets the group up and grants roles.
    Organizer,
}

/// Somebody's place in a group's register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Membership {
    /// The group.
    pub group: GroupId,
    /// The member.
    pub person: PersonId,
    /// Their role.
    pub role: Role,
    /// When they entered the register.
    pub joined_at: Instant,
    /// The room of the group where they last acted: messages go there, by name, while they have not agreed to private ones.
    pub room: RoomAddress,
    /// Set while it is suspended: then it gives no right and stands in no list.
    #[serde(default)]
    pub suspended: Option<Suspension>,
}

/// Since when a membership is suspended, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Suspension {
    /// Why. What weighs more comes last.
    pub departure: Departure,
    /// Since when.
    pub at: Instant,
}

/// How somebody went out of a group's register.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Departure {
    /// They left: their next act in one of the group's rooms enters them again.
    Left,
    /// An organizer removed them: an organizer lets them in again.
    Removed,
}

impl Membership {
    /// A plain member's, entered at `now` from that room.
    pub const fn entered(group: GroupId, person: PersonId, now: Instant, room: RoomAddress) -> Self {
        Self {
            group,
            person,
            role: Role::Member,
            joined_at: now,
            room,
            suspended: None,
        }
    }

    /// The same suspended: what its person was in the group is over.
    #[must_use]
    pub fn suspended(self, departure: Departure, now: Instant) -> Self {
        Self {
            role: Role::Member,
            suspended: Some(Suspension { departure, at: now }),
            ..self
        }
    }

    /// What this membership becomes when its person turns out to be `into`, who may be a member already: the higher role
    /// and the earlier date of joining are kept, and one that is not suspended before one that is.
    #[must_use]
    pub fn merged_into(self, into: PersonId, already: Option<Self>) -> Self {
        let mut merged = already.unwrap_or_else(|| self.clone());
        merged.person = into;
        merged.role = merged.role.max(self.role);
        merged.joined_at = merged.joined_at.min(self.joined_at);
        merged.suspended = match (merged.suspended, self.suspended) {
            (Some(mine), Some(theirs)) => Some(mine.max(theirs)),
            _ => None,
        };
        merged
    }
}

/// A member as lists show them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// The person.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// Their role in the group.
    pub role: Role,
}

/// A team inside a group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Team {
    /// Its id.
    pub id: TeamId,
    /// Its group.
    pub group: GroupId,
    /// Its name, unique in the group without regard to case.
    pub name: String,
}

/// Somebody in a team.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TeamMember {
    /// The team.
    pub team: TeamId,
    /// The member.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// Whether they are a captain of this team.
    pub captain: bool,
}

/// The most characters of a team's name.
pub const MOST_TEAM_NAME: usize = 40;

impl Role {
    /// The word that sentences select by, and the end of the audit code `role.captain`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Member => "member",
            Self::Captain => "captain",
            Self::Organizer => "organizer",
        }
    }
}

/// The reminders before a shift that everyone begins with: 24 hours and 2 hours.
pub fn default_ladder() -> Vec<TimeDelta> {
    vec![TimeDelta::hours(24), TimeDelta::hours(2)]
}

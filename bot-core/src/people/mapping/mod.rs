//! What a platform's roles give in a group: whoever holds one in a place is a captain, or in a team, for as long as they
//! hold it.
//!
//! - [`RoleMapping`]: what a role gives; [`RoleHold`]: that somebody held it when they last acted there
//! - `follow`: what somebody is given and what is taken away again, as they act; and what becomes of it when accounts are
//!   joined, when somebody goes, and when an organizer gives or takes the same by hand
//!
//! A hold knows whether what its role gives [was given](RoleHold::given) for its sake. What somebody had of their own is
//! never taken away; what was given for a role's sake goes with the last role that gives it.

mod follow;

pub(crate) use follow::{before_joining, end, follow, let_go, make_own, role_today};

use serde::{Deserialize, Serialize};

use crate::ids::{GroupId, TeamId};
use crate::surface::{Platform, RoomAddress};

/// The most characters of a role's id or name that are kept.
pub const ROLE_CHARS: usize = 100;

/// A role of a place, as its platform knows it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct PlaceRole {
    /// The group that meets in the place.
    pub group: GroupId,
    /// The platform.
    pub platform: Platform,
    /// The place, by the platform's id.
    pub place: String,
    /// The role, by the platform's id.
    pub role: String,
}

/// What a role of a place gives.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoleMapping {
    /// The role.
    pub of: PlaceRole,
    /// What people call it: its name as it was when this was said, else its id.
    pub name: String,
    /// What whoever holds it is.
    pub gives: Gives,
}

/// What a role can give. Who organizes a group is never a platform's to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Gives {
    /// Captain of the whole group.
    Captain,
    /// A place in that team.
    Team(TeamId),
}

/// That somebody held a role that gives something when they last acted in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoleHold {
    /// The role.
    pub of: PlaceRole,
    /// What it gives.
    pub gives: Gives,
    /// The account that holds it, by the platform's id.
    pub account: String,
    /// Whether what it gives was given for its sake, or for that of another role that gives the same; else they have it of
    /// their own.
    pub given: bool,
}

impl PlaceRole {
    /// A role of the place that a room belongs to.
    pub fn of_room(group: GroupId, room: &RoomAddress, role: impl Into<String>) -> Self {
        Self {
            group,
            platform: room.platform,
            place: room.place.clone(),
            role: role.into(),
        }
    }

    /// Whether it is a role of that place.
    pub fn is_of(&self, room: &RoomAddress) -> bool {
        self.platform == room.platform && self.place == room.place
    }
}

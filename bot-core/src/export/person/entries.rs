//! What the document of a person is made of.

use serde::Serialize;
use serde_json::Value;

use crate::broadcast::Reach;
use crate::clock::Instant;
use crate::export::entries::BroadcastEntry;
use crate::ids::{Kind, Reference};
use crate::locale::Language;
use crate::people::{Pause, Role, Suspension};
use crate::poll;
use crate::store::{DueAct, OutboxKind, OutboxState};
use crate::surface::{Address, Platform, RoomAddress};
use crate::time::{Moment, Zone};

/// Something of a group.
#[derive(Debug, Serialize)]
pub(super) struct Of<T> {
    pub(super) group: String,
    #[serde(flatten)]
    pub(super) entry: T,
}

#[derive(Debug, Serialize)]
pub(super) struct Profile {
    pub(super) name: String,
    pub(super) zone: Option<Zone>,
    pub(super) language: Option<Language>,
    pub(super) quiet_hours: Option<String>,
    pub(super) reminded_seconds_before_shifts: Vec<i64>,
    pub(super) agreed_to_private_messages_at: Option<Instant>,
    /// The group that their private commands are about, where they chose one.
    pub(super) chosen_group: Option<String>,
    /// Since when they want no messages, and until when, where that was said.
    pub(super) pause: Option<Pause>,
    /// When, by their wall clock, they hear what the day holds.
    pub(super) morning_digest_at: Option<String>,
    pub(super) preferred: Option<Platform>,
    pub(super) skills: Vec<String>,
}

#[derive(Debug, Serialize)]
pub(super) struct AccountEntry {
    pub(super) platform: Platform,
    pub(super) account: String,
    pub(super) name: String,
    pub(super) handle: Option<String>,
    pub(super) seen_at: Instant,
    /// How many wrong link codes were typed from it and are still counted.
    pub(super) wrong_codes: u32,
}

#[derive(Debug, Serialize)]
pub(super) struct Membership {
    pub(super) group: String,
    pub(super) role: Role,
    pub(super) joined_at: Instant,
    pub(super) last_acted_in: RoomAddress,
    /// Since when it is suspended, and whether they left or were removed.
    pub(super) suspended: Option<Suspension>,
    pub(super) teams: Vec<InTeam>,
    /// The roles of the group's places that give something, where their accounts held them when they last acted there.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) platform_roles: Vec<HeldRole>,
}

/// That they were asked whether they can take a shift.
#[derive(Debug, Serialize)]
pub(super) struct AskEntry {
    pub(super) shift: Reference,
    pub(super) asked_at: Instant,
    pub(super) declined_at: Option<Instant>,
}

#[derive(Debug, Serialize)]
pub(super) struct HeldRole {
    pub(super) platform: Platform,
    pub(super) place: String,
    pub(super) role: String,
    pub(super) account: String,
    pub(super) given: bool,
}

#[derive(Debug, Serialize)]
pub(super) struct InTeam {
    pub(super) team: String,
    pub(super) captain: bool,
    pub(super) joined_at: Option<Instant>,
}

#[derive(Debug, Serialize)]
pub(super) struct OwnPoll {
    pub(super) reference: String,
    pub(super) question: String,
    pub(super) kind: &'static str,
    pub(super) secrecy: poll::Secrecy,
    pub(super) terms: poll::terms::Terms,
    pub(super) nudged_at: Option<Instant>,
    pub(super) among_those_who_may_vote: bool,
    pub(super) asked_by_you: bool,
    pub(super) room: RoomAddress,
    pub(super) opened_at: Instant,
    pub(super) closes: Moment,
    pub(super) closed_at: Option<Instant>,
    pub(super) withdrawn_at: Option<Instant>,
    pub(super) options: Vec<String>,
    pub(super) your_ballot: Option<OwnBallot>,
}

#[derive(Debug, Serialize)]
pub(super) struct OwnBallot {
    /// The words of the options, in order of preference where they rank; with the figure behind each where they give points or
    /// say when they can come.
    pub(super) chose: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) reason: Option<String>,
    pub(super) cast_at: Instant,
    pub(super) platform: Option<Platform>,
}

#[derive(Debug, Serialize)]
pub(super) struct OwnBroadcast {
    pub(super) written_by_you: bool,
    /// None where it was not for them.
    pub(super) your_copy: Option<OwnCopy>,
    #[serde(flatten)]
    pub(super) broadcast: BroadcastEntry,
}

#[derive(Debug, Serialize)]
pub(super) struct OwnCopy {
    pub(super) came_to: Reach,
    pub(super) said_got_it_at: Option<Instant>,
}

#[derive(Debug, Serialize)]
pub(super) struct Coming {
    pub(super) at: Instant,
    pub(super) about: Kind,
    pub(super) act: DueAct,
}

#[derive(Debug, Serialize)]
pub(super) struct LogLine {
    pub(super) at: Instant,
    pub(super) act: String,
    pub(super) subject: Option<String>,
    pub(super) by_you: bool,
    pub(super) about_you: bool,
}

#[derive(Debug, Serialize)]
pub(super) struct OwnUndo {
    pub(super) at: Instant,
    pub(super) takes_back: Value,
}

#[derive(Debug, Serialize)]
pub(super) struct Code {
    pub(super) for_group: Option<String>,
    pub(super) asked_by: Option<String>,
    pub(super) agreed_by: Option<String>,
    pub(super) expires_at: Instant,
    pub(super) used_at: Option<Instant>,
}

#[derive(Debug, Serialize)]
pub(super) struct Message {
    pub(super) key: String,
    pub(super) kind: OutboxKind,
    pub(super) to: Address,
    pub(super) state: OutboxState,
    pub(super) not_before: Instant,
    pub(super) created_at: Instant,
    pub(super) text: String,
}

#[derive(Debug, Serialize)]
pub(super) struct EventEntry {
    pub(super) room: RoomAddress,
    pub(super) received_at: Instant,
    pub(super) done_at: Option<Instant>,
}

//! What is held on one person wherever it stands, and its end; and the end of a whole group.

use async_trait::async_trait;

use super::{AuditEntry, Due, OutboxRow, StoreResult, UndoEntry};
use crate::clock::Instant;
use crate::ids::{GroupId, Kind, OutboxId, PersonId, TeamId};
use crate::people::link::LinkCode;
use crate::reply::Card;
use crate::surface::{Inbound, Platform, RoomAddress};

/// An event as it is kept: its key, and when it came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventKey {
    /// The room.
    pub room: RoomAddress,
    /// The platform's id of the event.
    pub event: String,
    /// When it was accepted.
    pub received_at: Instant,
    /// When it took effect; none while it waits.
    pub done_at: Option<Instant>,
}

/// Everything about one person, beyond what the repositories of their groups hand out.
#[async_trait]
pub trait Privacy {
    /// The shifts, tasks, reminders or polls of any group and state that somebody is part of, by group and number: who is
    /// on a shift, brings a guest or told how it went; who added, has, keeps or did a task; who set a reminder; who asked or voted.
    async fn part_of(&mut self, person: PersonId, kind: Kind) -> StoreResult<Vec<(GroupId, u32)>>;
    /// The groups in whose register somebody stands, suspended or not.
    async fn registers_of(&mut self, person: PersonId) -> StoreResult<Vec<GroupId>>;
    /// Everybody in the register of a group, suspended or not, by id.
    async fn register_of(&mut self, group: GroupId) -> StoreResult<Vec<PersonId>>;
    /// The teams that somebody is in, with when they joined.
    async fn teams_joined(&mut self, person: PersonId) -> StoreResult<Vec<(GroupId, TeamId, Instant)>>;
    /// The link codes that somebody asked for or agreed to, by when they end.
    async fn link_codes_of(&mut self, person: PersonId) -> StoreResult<Vec<LinkCode>>;
    /// The lines of the agenda that are for somebody, earliest first.
    async fn agenda_of(&mut self, person: PersonId) -> StoreResult<Vec<Due>>;
    /// The latest lines of every group's log that name somebody, newest first, at most `limit`.
    async fn audit_about(&mut self, person: PersonId, limit: u32) -> StoreResult<Vec<AuditEntry>>;
    /// What somebody could take back, in every group.
    async fn undo_of(&mut self, person: PersonId) -> StoreResult<Vec<UndoEntry>>;
    /// The events of an account that are kept, in the order they came.
    async fn events_of(&mut self, platform: Platform, account: &str) -> StoreResult<Vec<EventKey>>;
    /// Every message that is not settled, in the order of their making.
    async fn unsettled_messages(&mut self) -> StoreResult<Vec<OutboxRow>>;

    /// Gives a message that is not settled another card.
    async fn rewrite_message(&mut self, id: OutboxId, card: &Card) -> StoreResult<()>;
    /// Takes a message away, whatever its state.
    async fn remove_message(&mut self, id: OutboxId) -> StoreResult<()>;
    /// Takes a shift, task, reminder or poll away, with all that hangs on it; whether there was one. A shift stays.
    async fn remove_numbered(&mut self, group: GroupId, kind: Kind, number: u32) -> StoreResult<bool>;
    /// Forgets what everybody did in a group, so that no copy of somebody's words is put back.
    async fn forget_undo_in(&mut self, group: GroupId) -> StoreResult<()>;
    /// Forgets an event as if it had never come.
    async fn forget_event(&mut self, inbound: &Inbound) -> StoreResult<()>;
    /// Removes an account with its events, the messages to it and the wrong codes typed from it.
    async fn remove_account(&mut self, platform: Platform, account: &str) -> StoreResult<()>;
    /// Removes a person with memberships, places in teams, link codes, lines of the agenda, undo and personal messages.
    /// Accounts, and what they are [part of](Self::part_of), went before or were handed to somebody else.
    async fn remove_person(&mut self, person: PersonId) -> StoreResult<()>;
    /// Removes a group with everything that it owns. Its places have no group then.
    async fn remove_group(&mut self, group: GroupId) -> StoreResult<()>;
}

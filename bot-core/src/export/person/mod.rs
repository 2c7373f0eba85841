//! Everything that is held on one person, for themselves.
//!
//! - here: the document, and where everything is looked up; `entries`: what it is made of
//! - `whose`: who they are; `parts`, `polls`: what they are part of; `traces`: what their acts left

mod entries;
mod parts;
mod polls;
mod traces;
mod whose;

use serde::Serialize;

use super::entries::{ReminderEntry, ShiftEntry, TaskEntry};
use super::kept::LeftOut;
use super::names::Names;
use super::{Bound, Document, json};
use crate::clock::Instant;
use crate::error::Fault;
use crate::ids::{GroupId, PersonId};
use crate::people::Person;
use crate::store::{StoreResult, UnitOfWork};
use crate::time::Zone;
use entries::{
    AccountEntry, AskEntry, Code, Coming, EventEntry, LogLine, Membership, Message, Of, OwnBroadcast, OwnPoll, OwnUndo,
    Profile,
};

/// The form of the document: a program that reads it knows by this what to expect.
const FORM: &str = "muster-person-1";
/// The most lines of the logs that are looked up.
const LOG_LINES: u32 = 10_000;

#[derive(Debug, Serialize)]
struct PersonDocument {
    form: &'static str,
    written_at: Instant,
    /// Instants are UTC; this is the person's own zone, or their group's where they have set none.
    zone: Zone,
    you: Profile,
    accounts: Vec<AccountEntry>,
    groups: Vec<Membership>,
    shifts: Vec<Of<ShiftEntry>>,
    asked_for_shifts: Vec<Of<AskEntry>>,
    tasks: Vec<Of<TaskEntry>>,
    reminders: Vec<Of<ReminderEntry>>,
    polls: Vec<Of<OwnPoll>>,
    broadcasts: Vec<Of<OwnBroadcast>>,
    coming: Vec<Of<Coming>>,
    log: Vec<Of<LogLine>>,
    undo: Vec<Of<OwnUndo>>,
    link_codes: Vec<Code>,
    calendar_addresses_made_at: Vec<Instant>,
    messages_waiting: Vec<Message>,
    events: Vec<EventEntry>,
    #[serde(skip_serializing_if = "LeftOut::is_empty")]
    left_out: LeftOut,
}

/// Everything that is held on that person: their settings and accounts, what they are in every group, what they wrote, and
/// the events and messages on their way. Others are named only as the group's own cards name them.
pub async fn person(
    unit: &mut dyn UnitOfWork,
    person: &Person,
    zone: &Zone,
    now: Instant,
    bound: Bound,
) -> Result<Document, Fault> {
    let mut hall = Hall {
        unit,
        person: person.id,
        now,
        names: Names::default(),
        bound,
        left_out: LeftOut::default(),
    };
    let accounts = hall.unit.accounts_of(person.id).await?;
    let document = PersonDocument {
        form: FORM,
        written_at: now,
        zone: zone.clone(),
        you: hall.profile(person).await?,
        groups: hall.memberships().await?,
        shifts: hall.part_of::<ShiftEntry>().await?,
        asked_for_shifts: hall.asks().await?,
        tasks: hall.part_of::<TaskEntry>().await?,
        reminders: hall.part_of::<ReminderEntry>().await?,
        polls: hall.part_of::<OwnPoll>().await?,
        broadcasts: hall.part_of::<OwnBroadcast>().await?,
        coming: hall.coming().await?,
        log: hall.log().await?,
        undo: hall.undo().await?,
        link_codes: hall.codes().await?,
        calendar_addresses_made_at: hall.unit.calendar_addresses_of(person.id).await?,
        messages_waiting: hall.messages(&accounts).await?,
        events: hall.events(&accounts).await?,
        accounts: hall.accounts(accounts).await?,
        left_out: hall.left_out,
    };
    Ok(Document {
        name: "muster-me.json".to_owned(),
        text: json::text(&document)?,
        is_cut: !document.left_out.is_empty(),
    })
}

/// Where everything is looked up.
struct Hall<'a> {
    unit: &'a mut dyn UnitOfWork,
    person: PersonId,
    now: Instant,
    names: Names,
    bound: Bound,
    left_out: LeftOut,
}

impl Hall<'_> {
    /// Something of a group, with the group's name; the names of its teams are known from here on.
    async fn of<T>(&mut self, group: GroupId, entry: T) -> StoreResult<Of<T>> {
        let group = self.unit.group(group).await?;
        Ok(Of {
            group: group.map(|group| group.name).unwrap_or_default(),
            entry,
        })
    }
}

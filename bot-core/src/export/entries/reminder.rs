//! A reminder, as a document shows it.

use serde::Serialize;

use crate::clock::Instant;
use crate::export::names::Names;
use crate::reminder::{Audience, Reminder, State};
use crate::series::Course;
use crate::store::{StoreResult, UnitOfWork};
use crate::surface::RoomAddress;
use crate::time::{Moment, Zone};

/// A reminder.
#[derive(Debug, Serialize)]
pub(in crate::export) struct ReminderEntry {
    reference: String,
    text: String,
    /// None for whoever set it.
    room: Option<RoomAddress>,
    set_by: Option<String>,
    zone: Zone,
    next: Option<Moment>,
    /// Its rule, with the dates that are out of the ordinary.
    repeats: Option<Course>,
    last_said: Option<String>,
    snoozed: Option<Moment>,
    last_came_at: Option<Instant>,
    state: State,
    set_at: Instant,
}

impl ReminderEntry {
    pub(in crate::export) async fn new(
        unit: &mut dyn UnitOfWork,
        names: &mut Names,
        reminder: Reminder,
    ) -> StoreResult<Self> {
        Ok(Self {
            reference: format!("R{}", reminder.number),
            text: reminder.text,
            room: match reminder.audience {
                Audience::Creator => None,
                Audience::Room(room) => Some(room),
            },
            set_by: names.person(unit, reminder.creator).await?,
            zone: reminder.zone,
            next: reminder.next,
            repeats: reminder.course,
            last_said: reminder.said,
            snoozed: reminder.snoozed,
            last_came_at: reminder.fired_at,
            state: reminder.state,
            set_at: reminder.created_at,
        })
    }
}

//! The reminders of every group.

use async_trait::async_trait;
use muster_core::ids::{GroupId, PersonId, ReminderId};
use muster_core::reminder::{Audience, Reminder};
use muster_core::store::{Reminders, StoreResult};
use muster_core::surface::RoomAddress;
use muster_core::time::Moment;
use sqlx::{FromRow, query, query_as};
use uuid::Uuid;

use crate::column::{Origin, micros, word};
use crate::course::{CourseColumns, exceptions, local};
use crate::failure::{expect_one, failed};
use crate::find::find;
use crate::postgres::PostgresUnit;
use crate::sqlite::SqliteUnit;

#[derive(FromRow)]
struct ReminderRow {
    group_id: Uuid,
    id: Uuid,
    number: i64,
    creator_id: Uuid,
    platform: Option<String>,
    place: Option<String>,
    room: Option<String>,
    text: String,
    zone: String,
    next_at: Option<i64>,
    next_local: Option<String>,
    repeats: Option<String>,
    first_local: Option<String>,
    past_local: Option<String>,
    exceptions: Option<String>,
    said: Option<String>,
    snoozed_at: Option<i64>,
    snoozed_local: Option<String>,
    fired_at: Option<i64>,
    state: String,
    created_at: i64,
    version: i64,
}

impl ReminderRow {
    fn read(self) -> StoreResult<Reminder> {
        let origin = Origin::new("reminders", &self.id);
        let moment = |columns, at: Option<i64>, local: &Option<String>| -> StoreResult<Option<Moment>> {
            match (at, local) {
                (Some(at), Some(local)) => origin.moment(columns, at, local, &self.zone).map(Some),
                _ => Ok(None),
            }
        };
        let next = moment(["next_at", "next_local", "zone"], self.next_at, &self.next_local)?;
        let snoozed = moment(
            ["snoozed_at", "snoozed_local", "zone"],
            self.snoozed_at,
            &self.snoozed_local,
        )?;
        let course = CourseColumns {
            repeats: self.repeats.as_ref(),
            first_local: self.first_local.as_ref().or(self.next_local.as_ref()),
            zone: ("zone", Some(&self.zone)),
            past_local: self.past_local.as_ref(),
            exceptions: self.exceptions.as_ref(),
        };
        let audience = match (self.platform, self.place, self.room) {
            (Some(platform), Some(place), Some(room)) => Audience::Room(RoomAddress {
                platform: origin.word("platform", &platform)?,
                place,
                room,
                private: false,
            }),
            _ => Audience::Creator,
        };
        Ok(Reminder {
            id: ReminderId(self.id),
            group: GroupId(self.group_id),
            number: origin.number("number", self.number)?,
            creator: PersonId(self.creator_id),
            audience,
            text: self.text,
            zone: origin.word("zone", &self.zone)?,
            next,
            course: course.read(origin)?,
            said: self.said,
            snoozed,
            fired_at: origin.instant_if_any("fired_at", self.fired_at)?,
            state: origin.word("state", &self.state)?,
            created_at: origin.instant("created_at", self.created_at)?,
            version: origin.number("version", self.version)?,
        })
    }
}

macro_rules! reminders {
    ($unit:ty, lock: $lock:literal) => {
        #[async_trait]
        impl Reminders for $unit {
            async fn reminder(&mut self, group: GroupId, id: ReminderId) -> StoreResult<Option<Reminder>> {
                find!(self, ReminderRow, "SELECT * FROM reminders WHERE group_id = $1 AND id = $2", group.0, id.0)
            }

            async fn reminder_for_update(&mut self, group: GroupId, id: ReminderId) -> StoreResult<Option<Reminder>> {
                find!(self, ReminderRow, concat!("SELECT * FROM reminders WHERE group_id = $1 AND id = $2", $lock), group.0, id.0)
            }

            async fn reminder_by_number(&mut self, group: GroupId, number: u32) -> StoreResult<Option<Reminder>> {
                find!(self, ReminderRow, "SELECT * FROM reminders WHERE group_id = $1 AND number = $2", group.0, i64::from(number))
            }

            async fn reminder_by_number_for_update(&mut self, group: GroupId, number: u32) -> StoreResult<Option<Reminder>> {
                find!(self, ReminderRow, concat!("SELECT * FROM reminders WHERE group_id = $1 AND number = $2", $lock), group.0, i64::from(number))
            }

            async fn save_reminder(&mut self, reminder: &Reminder) -> StoreResult<()> {
                let room = match &reminder.audience {
                    Audience::Room(room) => Some(room),
                    Audience::Creator => None,
                };
                let (next, snoozed) = (reminder.next.as_ref(), reminder.snoozed.as_ref());
                let course = reminder.course.as_ref();
                let done = query(
                    "INSERT INTO reminders (group_id, id, number, creator_id, platform, place, room, text, zone,
                         next_at, next_local, repeats, snoozed_at, snoozed_local, fired_at, state, created_at, version,
                         first_local, past_local, exceptions, said)
                     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20,
                         $21, $22)
                     ON CONFLICT (group_id, id) DO UPDATE SET text = excluded.text, zone = excluded.zone,
                         next_at = excluded.next_at, next_local = excluded.next_local, repeats = excluded.repeats,
                         snoozed_at = excluded.snoozed_at, snoozed_local = excluded.snoozed_local,
                         fired_at = excluded.fired_at, state = excluded.state, version = excluded.version,
                         first_local = excluded.first_local, past_local = excluded.past_local,
                         exceptions = excluded.exceptions, said = excluded.said",
                )
                .bind(reminder.group.0)
                .bind(reminder.id.0)
                .bind(i64::from(reminder.number))
                .bind(reminder.creator.0)
                .bind(room.map(|room| word(&room.platform)).transpose()?)
                .bind(room.map(|room| &room.place))
                .bind(room.map(|room| &room.room))
                .bind(&reminder.text)
                .bind(reminder.zone.name())
                .bind(next.map(|next| micros(next.at)))
                .bind(next.map(|next| word(&next.local)).transpose()?)
                .bind(course.map(|course| word(&course.dates.rule)).transpose()?)
                .bind(snoozed.map(|snoozed| micros(snoozed.at)))
                .bind(snoozed.map(|snoozed| word(&snoozed.local)).transpose()?)
                .bind(reminder.fired_at.map(micros))
                .bind(word(&reminder.state)?)
                .bind(micros(reminder.created_at))
                .bind(i64::from(reminder.version))
                .bind(local(course.map(|course| &course.dates.first))?)
                .bind(local(course.and_then(|course| course.past.as_ref()))?)
                .bind(course.map(exceptions).transpose()?.flatten())
                .bind(&reminder.said)
                .execute(self.connection())
                .await
                .map_err(failed)?;
                expect_one(done.rows_affected(), "reminders")
            }

            async fn live_reminders_of(&mut self, group: GroupId, person: PersonId) -> StoreResult<Vec<Reminder>> {
                let rows: Vec<ReminderRow> = query_as(
                    "SELECT * FROM reminders WHERE group_id = $1 AND creator_id = $2 AND state IN ('waiting', 'paused')
                     ORDER BY number",
                )
                .bind(group.0)
                .bind(person.0)
                .fetch_all(self.connection())
                .await
                .map_err(failed)?;
                rows.into_iter().map(ReminderRow::read).collect()
            }

            async fn live_reminders_in(&mut self, group: GroupId, room: &RoomAddress) -> StoreResult<Vec<Reminder>> {
                if room.private {
                    return Ok(Vec::new()); // What is set in private is for whoever set it.
                }
                let rows: Vec<ReminderRow> = query_as(
                    "SELECT * FROM reminders WHERE group_id = $1 AND platform = $2 AND place = $3 AND room = $4
                         AND state IN ('waiting', 'paused') ORDER BY number",
                )
                .bind(group.0)
                .bind(word(&room.platform)?)
                .bind(&room.place)
                .bind(&room.room)
                .fetch_all(self.connection())
                .await
                .map_err(failed)?;
                rows.into_iter().map(ReminderRow::read).collect()
            }

            async fn reassign_reminders(&mut self, from: PersonId, into: PersonId) -> StoreResult<()> {
                let statement = "UPDATE reminders SET creator_id = $2 WHERE creator_id = $1";
                self.reassign(from, into, &[statement]).await
            }
        }
    };
}

reminders!(SqliteUnit, lock: "");
reminders!(PostgresUnit, lock: " FOR NO KEY UPDATE");

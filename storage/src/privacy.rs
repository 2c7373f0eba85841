//! What is held on one person wherever it stands, and its end; and the end of a whole group.

use async_trait::async_trait;
use muster_core::clock::Instant;
use muster_core::ids::{GroupId, Kind, OutboxId, PersonId, TeamId};
use muster_core::people::link::LinkCode;
use muster_core::reply::Card;
use muster_core::store::{AuditEntry, Due, EventKey, OutboxRow, Privacy, StoreResult, UndoEntry};
use muster_core::surface::{Inbound, Platform, RoomAddress};
use sqlx::{FromRow, query, query_as, query_scalar};
use uuid::Uuid;

use crate::agenda::DueRow;
use crate::audit::AuditRow;
use crate::column::{Origin, json};
use crate::failure::{expect_one, failed};
use crate::link_codes::LinkCodeRow;
use crate::outbox::MessageRow;
use crate::postgres::PostgresUnit;
use crate::sqlite::SqliteUnit;
use crate::undo::UndoRow;

#[derive(FromRow)]
struct EventRow {
    platform: String,
    place: String,
    room: String,
    private: bool,
    event: String,
    received_at: i64,
    done_at: Option<i64>,
}

impl EventRow {
    fn read(self) -> StoreResult<EventKey> {
        let origin = Origin::new("inbox", &self.event);
        Ok(EventKey {
            room: RoomAddress {
                platform: origin.word("platform", &self.platform)?,
                place: self.place,
                room: self.room,
                private: self.private,
            },
            received_at: origin.instant("received_at", self.received_at)?,
            done_at: origin.instant_if_any("done_at", self.done_at)?,
            event: self.event,
        })
    }
}

/// The numbers of what person `$1` is part of.
const fn numbers_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Shift => {
            "SELECT shifts.group_id, shifts.number FROM shift_seats
             JOIN shifts ON shifts.group_id = shift_seats.group_id AND shifts.id = shift_seats.shift_id
             WHERE shift_seats.person_id = $1 OR shift_seats.host_id = $1
             UNION SELECT shifts.group_id, shifts.number FROM shift_reports
             JOIN shifts ON shifts.group_id = shift_reports.group_id AND shifts.id = shift_reports.shift_id
             WHERE shift_reports.reporter_id = $1"
        }
        Kind::Task => {
            "SELECT group_id, number FROM tasks
             WHERE creator_id = $1 OR owner_id = $1 OR keeper_id = $1 OR done_by = $1"
        }
        Kind::Reminder => "SELECT group_id, number FROM reminders WHERE creator_id = $1",
        Kind::Poll => {
            "SELECT group_id, number FROM polls WHERE creator_id = $1
             UNION SELECT polls.group_id, polls.number FROM ballots
             JOIN polls ON polls.group_id = ballots.group_id AND polls.id = ballots.poll_id
             WHERE ballots.person_id = $1
             UNION SELECT polls.group_id, polls.number FROM poll_electors
             JOIN polls ON polls.group_id = poll_electors.group_id AND polls.id = poll_electors.poll_id
             WHERE poll_electors.person_id = $1"
        }
        Kind::Broadcast => {
            "SELECT group_id, number FROM broadcasts WHERE author_id = $1
             UNION SELECT broadcasts.group_id, broadcasts.number FROM broadcast_people
             JOIN broadcasts ON broadcasts.group_id = broadcast_people.group_id
                 AND broadcasts.id = broadcast_people.broadcast_id
             WHERE broadcast_people.person_id = $1"
        }
    }
}

/// What takes the task, reminder, poll or broadcast number `$2` of group `$1` away, with all that hangs on it; the thing itself last.
const fn removal_of(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Shift => &[],
        Kind::Task => &[
            "DELETE FROM agenda WHERE group_id = $1
                 AND subject_id IN (SELECT id FROM tasks WHERE group_id = $1 AND number = $2)",
            "DELETE FROM tasks WHERE group_id = $1 AND number = $2",
        ],
        Kind::Reminder => &[
            "DELETE FROM agenda WHERE group_id = $1
                 AND subject_id IN (SELECT id FROM reminders WHERE group_id = $1 AND number = $2)",
            "DELETE FROM reminders WHERE group_id = $1 AND number = $2",
        ],
        Kind::Poll => &[
            "DELETE FROM agenda WHERE group_id = $1
                 AND subject_id IN (SELECT id FROM polls WHERE group_id = $1 AND number = $2)",
            "DELETE FROM ballots WHERE group_id = $1
                 AND poll_id IN (SELECT id FROM polls WHERE group_id = $1 AND number = $2)",
            "DELETE FROM poll_works WHERE group_id = $1
                 AND poll_id IN (SELECT id FROM polls WHERE group_id = $1 AND number = $2)",
            "DELETE FROM poll_electors WHERE group_id = $1
                 AND poll_id IN (SELECT id FROM polls WHERE group_id = $1 AND number = $2)",
            "DELETE FROM secret_votes WHERE group_id = $1
                 AND poll_id IN (SELECT id FROM polls WHERE group_id = $1 AND number = $2)",
            "DELETE FROM unlinked_ballots WHERE group_id = $1
                 AND poll_id IN (SELECT id FROM polls WHERE group_id = $1 AND number = $2)",
            "DELETE FROM sealed_ballots WHERE group_id = $1
                 AND poll_id IN (SELECT id FROM polls WHERE group_id = $1 AND number = $2)",
            "DELETE FROM poll_keys WHERE group_id = $1
                 AND poll_id IN (SELECT id FROM polls WHERE group_id = $1 AND number = $2)",
            "DELETE FROM poll_options WHERE group_id = $1
                 AND poll_id IN (SELECT id FROM polls WHERE group_id = $1 AND number = $2)",
            "DELETE FROM polls WHERE group_id = $1 AND number = $2",
        ],
        Kind::Broadcast => &[
            "DELETE FROM agenda WHERE group_id = $1
                 AND subject_id IN (SELECT id FROM broadcasts WHERE group_id = $1 AND number = $2)",
            "DELETE FROM broadcast_people WHERE group_id = $1
                 AND broadcast_id IN (SELECT id FROM broadcasts WHERE group_id = $1 AND number = $2)",
            "DELETE FROM broadcasts WHERE group_id = $1 AND number = $2",
        ],
    }
}

/// What removes account `$2` of platform `$1`. Rows that came before they had an author are found by being private: they
/// only tell a repetition.
const OF_ACCOUNT: [&str; 7] = [
    "DELETE FROM role_holds WHERE platform = $1 AND account = $2",
    "DELETE FROM secret_votes WHERE platform = $1 AND account = $2",
    "DELETE FROM outbox WHERE platform = $1 AND account = $2",
    "DELETE FROM outbox WHERE platform = $1
         AND (author = $2 OR author IS NULL AND private AND person_id IS NULL AND settled_at IS NOT NULL)",
    "DELETE FROM inbox WHERE platform = $1 AND (author = $2 OR author IS NULL AND private AND done_at IS NOT NULL)",
    "DELETE FROM wrong_codes WHERE platform = $1 AND account = $2",
    "DELETE FROM accounts WHERE platform = $1 AND account = $2",
];

/// What goes with person `$1`, in an order that the foreign keys allow.
const OF_PERSON: [&str; 11] = [
    "DELETE FROM outbox WHERE person_id = $1",
    "DELETE FROM undo WHERE person_id = $1",
    "DELETE FROM agenda WHERE person_id = $1",
    "DELETE FROM link_codes WHERE person_id = $1 OR claimed_by = $1",
    "DELETE FROM calendar_feeds WHERE person_id = $1",
    "DELETE FROM person_skills WHERE person_id = $1",
    "DELETE FROM shift_asks WHERE person_id = $1",
    "DELETE FROM shift_searches WHERE by_person = $1",
    "DELETE FROM team_members WHERE person_id = $1",
    "DELETE FROM memberships WHERE person_id = $1",
    "DELETE FROM people WHERE id = $1",
];

/// What group `$1` owns, in an order that the foreign keys allow: each table with a `group_id`.
const OF_GROUP: [&str; 33] = [
    "DELETE FROM live_cards WHERE group_id = $1",
    "UPDATE people SET chosen_group = NULL WHERE chosen_group = $1",
    "DELETE FROM imports WHERE group_id = $1",
    "DELETE FROM undo WHERE group_id = $1",
    "DELETE FROM agenda WHERE group_id = $1",
    "DELETE FROM audit WHERE group_id = $1",
    "DELETE FROM shift_asks WHERE group_id = $1",
    "DELETE FROM shift_searches WHERE group_id = $1",
    "DELETE FROM shift_reports WHERE group_id = $1",
    "DELETE FROM shift_seats WHERE group_id = $1",
    "DELETE FROM shifts WHERE group_id = $1",
    "DELETE FROM shift_series WHERE group_id = $1",
    "DELETE FROM shift_templates WHERE group_id = $1",
    "DELETE FROM tasks WHERE group_id = $1",
    "DELETE FROM reminders WHERE group_id = $1",
    "DELETE FROM poll_works WHERE group_id = $1",
    "DELETE FROM poll_electors WHERE group_id = $1",
    "DELETE FROM ballots WHERE group_id = $1",
    "DELETE FROM secret_votes WHERE group_id = $1",
    "DELETE FROM unlinked_ballots WHERE group_id = $1",
    "DELETE FROM sealed_ballots WHERE group_id = $1",
    "DELETE FROM poll_keys WHERE group_id = $1",
    "DELETE FROM poll_options WHERE group_id = $1",
    "DELETE FROM polls WHERE group_id = $1",
    "DELETE FROM broadcast_people WHERE group_id = $1",
    "DELETE FROM broadcasts WHERE group_id = $1",
    "DELETE FROM role_mappings WHERE group_id = $1", // and role_holds with them
    "DELETE FROM team_members WHERE group_id = $1",
    "DELETE FROM teams WHERE group_id = $1",
    "DELETE FROM link_codes WHERE group_id = $1",
    "DELETE FROM places WHERE group_id = $1",
    "DELETE FROM memberships WHERE group_id = $1",
    "DELETE FROM numbers WHERE group_id = $1",
];

macro_rules! privacy {
    ($unit:ty) => {
        #[async_trait]
        impl Privacy for $unit {
            async fn part_of(&mut self, person: PersonId, kind: Kind) -> StoreResult<Vec<(GroupId, u32)>> {
                let rows: Vec<(Uuid, i64)> = query_as(numbers_of(kind))
                    .bind(person.0)
                    .fetch_all(self.connection())
                    .await
                    .map_err(failed)?;
                let read = |(group, number): (Uuid, i64)| {
                    Ok((
                        GroupId(group),
                        Origin::new("numbers", &group).number("number", number)?,
                    ))
                };
                let mut found = rows.into_iter().map(read).collect::<StoreResult<Vec<_>>>()?;
                found.sort_unstable();
                found.dedup();
                Ok(found)
            }

            async fn registers_of(&mut self, person: PersonId) -> StoreResult<Vec<GroupId>> {
                let groups: Vec<Uuid> =
                    query_scalar("SELECT group_id FROM memberships WHERE person_id = $1 ORDER BY group_id")
                        .bind(person.0)
                        .fetch_all(self.connection())
                        .await
                        .map_err(failed)?;
                Ok(groups.into_iter().map(GroupId).collect())
            }

            async fn register_of(&mut self, group: GroupId) -> StoreResult<Vec<PersonId>> {
                let people: Vec<Uuid> =
                    query_scalar("SELECT person_id FROM memberships WHERE group_id = $1 ORDER BY person_id")
                        .bind(group.0)
                        .fetch_all(self.connection())
                        .await
                        .map_err(failed)?;
                Ok(people.into_iter().map(PersonId).collect())
            }

            async fn teams_joined(&mut self, person: PersonId) -> StoreResult<Vec<(GroupId, TeamId, Instant)>> {
                let rows: Vec<(Uuid, Uuid, i64)> = query_as(
                    "SELECT group_id, team_id, joined_at FROM team_members WHERE person_id = $1
                     ORDER BY group_id, team_id",
                )
                .bind(person.0)
                .fetch_all(self.connection())
                .await
                .map_err(failed)?;
                let read = |(group, team, at): (Uuid, Uuid, i64)| {
                    let joined_at = Origin::new("team_members", &team).instant("joined_at", at)?;
                    Ok((GroupId(group), TeamId(team), joined_at))
                };
                rows.into_iter().map(read).collect()
            }

            async fn link_codes_of(&mut self, person: PersonId) -> StoreResult<Vec<LinkCode>> {
                let rows: Vec<LinkCodeRow> = query_as(
                    "SELECT * FROM link_codes WHERE person_id = $1 OR claimed_by = $1 ORDER BY expires_at, hash",
                )
                .bind(person.0)
                .fetch_all(self.connection())
                .await
                .map_err(failed)?;
                rows.into_iter().map(LinkCodeRow::read).collect()
            }

            async fn agenda_of(&mut self, person: PersonId) -> StoreResult<Vec<Due>> {
                let rows: Vec<DueRow> = query_as("SELECT * FROM agenda WHERE person_id = $1")
                    .bind(person.0)
                    .fetch_all(self.connection())
                    .await
                    .map_err(failed)?;
                let mut lines = rows
                    .into_iter()
                    .map(DueRow::read)
                    .collect::<StoreResult<Vec<_>>>()?;
                lines.sort_unstable();
                Ok(lines)
            }

            async fn audit_about(&mut self, person: PersonId, limit: u32) -> StoreResult<Vec<AuditEntry>> {
                let rows: Vec<AuditRow> = query_as(
                    "SELECT * FROM audit WHERE actor_id = $1 OR person_id = $1 ORDER BY at DESC, id DESC LIMIT $2",
                )
                .bind(person.0)
                .bind(i64::from(limit))
                .fetch_all(self.connection())
                .await
                .map_err(failed)?;
                rows.into_iter().map(AuditRow::read).collect()
            }

            async fn undo_of(&mut self, person: PersonId) -> StoreResult<Vec<UndoEntry>> {
                let rows: Vec<UndoRow> = query_as("SELECT * FROM undo WHERE person_id = $1 ORDER BY group_id")
                    .bind(person.0)
                    .fetch_all(self.connection())
                    .await
                    .map_err(failed)?;
                rows.into_iter().map(UndoRow::read).collect()
            }

            async fn events_of(&mut self, platform: Platform, account: &str) -> StoreResult<Vec<EventKey>> {
                let rows: Vec<EventRow> = query_as(
                    "SELECT platform, place, room, private, event, received_at, done_at FROM inbox
                     WHERE platform = $1 AND author = $2 ORDER BY came",
                )
                .bind(platform.code())
                .bind(account)
                .fetch_all(self.connection())
                .await
                .map_err(failed)?;
                rows.into_iter().map(EventRow::read).collect()
            }

            async fn unsettled_messages(&mut self) -> StoreResult<Vec<OutboxRow>> {
                let rows: Vec<MessageRow> =
                    query_as("SELECT * FROM outbox WHERE free_at IS NOT NULL ORDER BY created_at, id")
                        .fetch_all(self.connection())
                        .await
                        .map_err(failed)?;
                rows.into_iter().map(MessageRow::read).collect()
            }

            async fn rewrite_message(&mut self, id: OutboxId, card: &Card) -> StoreResult<()> {
                query("UPDATE outbox SET payload = $1 WHERE id = $2 AND settled_at IS NULL")
                    .bind(json(card)?)
                    .bind(id.0)
                    .execute(self.connection())
                    .await
                    .map_err(failed)?;
                Ok(())
            }

            async fn remove_message(&mut self, id: OutboxId) -> StoreResult<()> {
                query("DELETE FROM outbox WHERE id = $1")
                    .bind(id.0)
                    .execute(self.connection())
                    .await
                    .map_err(failed)?;
                Ok(())
            }

            async fn remove_numbered(&mut self, group: GroupId, kind: Kind, number: u32) -> StoreResult<bool> {
                let mut removed = 0;
                for statement in removal_of(kind) {
                    let done = query(*statement)
                        .bind(group.0)
                        .bind(i64::from(number))
                        .execute(self.connection())
                        .await
                        .map_err(failed)?;
                    removed = done.rows_affected();
                }
                Ok(removed == 1)
            }

            async fn forget_undo_in(&mut self, group: GroupId) -> StoreResult<()> {
                query("DELETE FROM undo WHERE group_id = $1")
                    .bind(group.0)
                    .execute(self.connection())
                    .await
                    .map_err(failed)?;
                Ok(())
            }

            async fn forget_event(&mut self, inbound: &Inbound) -> StoreResult<()> {
                query(
                    "DELETE FROM inbox
                     WHERE platform = $1 AND place = $2 AND room = $3 AND private = $4 AND event = $5",
                )
                .bind(inbound.room.platform.code())
                .bind(&inbound.room.place)
                .bind(&inbound.room.room)
                .bind(inbound.room.private)
                .bind(&inbound.event)
                .execute(self.connection())
                .await
                .map_err(failed)?;
                Ok(())
            }

            async fn remove_account(&mut self, platform: Platform, account: &str) -> StoreResult<()> {
                for statement in OF_ACCOUNT {
                    query(statement)
                        .bind(platform.code())
                        .bind(account)
                        .execute(self.connection())
                        .await
                        .map_err(failed)?;
                }
                Ok(())
            }

            async fn remove_person(&mut self, person: PersonId) -> StoreResult<()> {
                for statement in OF_PERSON {
                    query(statement)
                        .bind(person.0)
                        .execute(self.connection())
                        .await
                        .map_err(failed)?;
                }
                Ok(())
            }

            async fn remove_group(&mut self, group: GroupId) -> StoreResult<()> {
                for statement in OF_GROUP {
                    query(statement)
                        .bind(group.0)
                        .execute(self.connection())
                        .await
                        .map_err(failed)?;
                }
                let done = query("DELETE FROM groups WHERE id = $1")
                    .bind(group.0)
                    .execute(self.connection())
                    .await
                    .map_err(failed)?;
                expect_one(done.rows_affected(), "groups")
            }
        }
    };
}

privacy!(SqliteUnit);
privacy!(PostgresUnit);

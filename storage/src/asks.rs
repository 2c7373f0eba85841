//! Searches for people, and who was asked for what.

use async_trait::async_trait;
use muster_core::clock::Instant;
use muster_core::ids::{GroupId, PersonId, ShiftId};
use muster_core::shift::search::{Ask, Search, Wanted};
use muster_core::store::{Asks, StoreResult};
use sqlx::{FromRow, query, query_as, query_scalar};
use uuid::Uuid;

use crate::column::{Origin, micros};
use crate::failure::{expect_one, failed};
use crate::find::find;
use crate::postgres::PostgresUnit;
use crate::sqlite::SqliteUnit;

#[derive(FromRow)]
struct SearchRow {
    shift_id: Uuid,
    by_person: Uuid,
    at_once: i64,
    begun_at: i64,
}

impl SearchRow {
    fn read(self) -> StoreResult<Search> {
        let origin = Origin::new("shift_searches", &self.shift_id);
        Ok(Search {
            by: PersonId(self.by_person),
            at_once: origin.number("at_once", self.at_once)?,
            begun_at: origin.instant("begun_at", self.begun_at)?,
        })
    }
}

#[derive(FromRow)]
struct AskRow {
    person_id: Uuid,
    asked_at: i64,
    until_at: i64,
    declined_at: Option<i64>,
}

impl AskRow {
    fn read(self) -> StoreResult<Ask> {
        let origin = Origin::new("shift_asks", &self.person_id);
        Ok(Ask {
            person: PersonId(self.person_id),
            asked_at: origin.instant("asked_at", self.asked_at)?,
            until: origin.instant("until_at", self.until_at)?,
            declined_at: origin.instant_if_any("declined_at", self.declined_at)?,
        })
    }
}

#[derive(FromRow)]
struct OwnAskRow {
    group_id: Uuid,
    number: i64,
    #[sqlx(flatten)]
    ask: AskRow,
}

/// What holds of member `members.person_id` of group `$1` whom shift `$2` may suit: they are on no shift between `$3` and
/// `$4`, and were asked less than `$6` times since `$5`.
macro_rules! suits {
    () => {
        "members.group_id = $1 AND members.suspended_at IS NULL
         AND EXISTS (SELECT 1 FROM people WHERE people.id = members.person_id AND people.agreed_at IS NOT NULL)
         AND NOT EXISTS (SELECT 1 FROM shift_asks AS asks WHERE asks.group_id = $1 AND asks.shift_id = $2
             AND asks.person_id = members.person_id)
         AND NOT EXISTS (SELECT 1 FROM shift_seats AS seats JOIN shifts ON shifts.group_id = seats.group_id
                 AND shifts.id = seats.shift_id
             WHERE seats.group_id = $1 AND seats.person_id = members.person_id
                 AND (seats.shift_id = $2 OR seats.standing = 'in' AND shifts.cancelled_at IS NULL
                     AND shifts.starts_at < $4 AND shifts.over_at > $3))
         AND (SELECT COUNT(*) FROM shift_asks AS asks WHERE asks.person_id = members.person_id AND asks.group_id = $1
             AND asks.asked_at > $5) < $6"
    };
}

/// The members whom a shift may suit. Those who name a skill or are in a team are few, and all of them are looked at; else the
/// index by when people were asked is walked until there are enough. Joins are CROSS here, so that SQLite keeps their order.
const fn statement(of_skill: bool, of_team: bool) -> &'static str {
    match (of_skill, of_team) {
        (false, false) => concat!(
            "SELECT members.person_id FROM memberships AS members WHERE ",
            suits!(),
            " ORDER BY members.asked_at, members.person_id LIMIT $7"
        ),
        (false, true) => concat!(
            "SELECT members.person_id FROM team_members CROSS JOIN memberships AS members
             WHERE team_members.group_id = $1 AND team_members.team_id = $8
                 AND members.person_id = team_members.person_id AND ",
            suits!(),
            " ORDER BY members.asked_at, members.person_id LIMIT $7"
        ),
        (true, false) => concat!(
            "SELECT members.person_id FROM person_skills CROSS JOIN memberships AS members
             WHERE person_skills.skill_key = $8 AND members.person_id = person_skills.person_id AND ",
            suits!(),
            " ORDER BY members.asked_at, members.person_id LIMIT $7"
        ),
        (true, true) => concat!(
            "SELECT members.person_id FROM person_skills CROSS JOIN memberships AS members
             WHERE person_skills.skill_key = $8 AND members.person_id = person_skills.person_id
                 AND EXISTS (SELECT 1 FROM team_members WHERE team_members.group_id = $1
                     AND team_members.team_id = $9 AND team_members.person_id = members.person_id) AND ",
            suits!(),
            " ORDER BY members.asked_at, members.person_id LIMIT $7"
        ),
    }
}

macro_rules! asks {
    ($unit:ty) => {
        #[async_trait]
        impl Asks for $unit {
            async fn search_of(&mut self, group: GroupId, shift: ShiftId) -> StoreResult<Option<Search>> {
                let statement = "SELECT * FROM shift_searches WHERE group_id = $1 AND shift_id = $2";
                find!(self, SearchRow, statement, group.0, shift.0)
            }

            async fn save_search(&mut self, group: GroupId, shift: ShiftId, search: &Search) -> StoreResult<()> {
                let done = query(
                    "INSERT INTO shift_searches (group_id, shift_id, by_person, at_once, begun_at)
                     VALUES ($1, $2, $3, $4, $5)
                     ON CONFLICT (group_id, shift_id) DO UPDATE SET by_person = excluded.by_person,
                         at_once = excluded.at_once, begun_at = excluded.begun_at",
                )
                .bind(group.0)
                .bind(shift.0)
                .bind(search.by.0)
                .bind(i64::from(search.at_once))
                .bind(micros(search.begun_at))
                .execute(self.connection())
                .await
                .map_err(failed)?;
                expect_one(done.rows_affected(), "shift_searches")
            }

            async fn end_search(&mut self, group: GroupId, shift: ShiftId) -> StoreResult<()> {
                query("DELETE FROM shift_searches WHERE group_id = $1 AND shift_id = $2")
                    .bind(group.0)
                    .bind(shift.0)
                    .execute(self.connection())
                    .await
                    .map_err(failed)?;
                Ok(())
            }

            async fn asks_of(&mut self, group: GroupId, shift: ShiftId) -> StoreResult<Vec<Ask>> {
                let rows: Vec<AskRow> = query_as(
                    "SELECT * FROM shift_asks WHERE group_id = $1 AND shift_id = $2 ORDER BY asked_at, person_id",
                )
                .bind(group.0)
                .bind(shift.0)
                .fetch_all(self.connection())
                .await
                .map_err(failed)?;
                rows.into_iter().map(AskRow::read).collect()
            }

            async fn asks_of_person(&mut self, person: PersonId) -> StoreResult<Vec<(GroupId, u32, Ask)>> {
                let rows: Vec<OwnAskRow> = query_as(
                    "SELECT shift_asks.*, shifts.number FROM shift_asks
                     JOIN shifts ON shifts.group_id = shift_asks.group_id AND shifts.id = shift_asks.shift_id
                     WHERE person_id = $1 ORDER BY shift_asks.group_id, shifts.number",
                )
                .bind(person.0)
                .fetch_all(self.connection())
                .await
                .map_err(failed)?;
                let read = |row: OwnAskRow| {
                    let number = Origin::new("shifts", &row.group_id).number("number", row.number)?;
                    Ok((GroupId(row.group_id), number, row.ask.read()?))
                };
                rows.into_iter().map(read).collect()
            }

            async fn add_ask(&mut self, group: GroupId, shift: ShiftId, ask: &Ask) -> StoreResult<()> {
                let done = query(
                    "INSERT INTO shift_asks (group_id, shift_id, person_id, asked_at, until_at, declined_at)
                     VALUES ($1, $2, $3, $4, $5, $6)",
                )
                .bind(group.0)
                .bind(shift.0)
                .bind(ask.person.0)
                .bind(micros(ask.asked_at))
                .bind(micros(ask.until))
                .bind(ask.declined_at.map(micros))
                .execute(self.connection())
                .await
                .map_err(failed)?;
                expect_one(done.rows_affected(), "shift_asks")?;
                query("UPDATE memberships SET asked_at = $3 WHERE group_id = $1 AND person_id = $2")
                    .bind(group.0)
                    .bind(ask.person.0)
                    .bind(micros(ask.asked_at))
                    .execute(self.connection())
                    .await
                    .map_err(failed)?;
                Ok(())
            }

            async fn decline_ask(
                &mut self,
                group: GroupId,
                shift: ShiftId,
                person: PersonId,
                at: Instant,
            ) -> StoreResult<bool> {
                let done = query(
                    "UPDATE shift_asks SET declined_at = COALESCE(declined_at, $4)
                     WHERE group_id = $1 AND shift_id = $2 AND person_id = $3",
                )
                .bind(group.0)
                .bind(shift.0)
                .bind(person.0)
                .bind(micros(at))
                .execute(self.connection())
                .await
                .map_err(failed)?;
                Ok(done.rows_affected() > 0)
            }

            async fn suitable(&mut self, wanted: &Wanted, limit: u32) -> StoreResult<Vec<PersonId>> {
                let skill = wanted.skill.as_ref().map(|skill| skill.to_lowercase());
                let asked = query_scalar(statement(skill.is_some(), wanted.team.is_some()))
                    .bind(wanted.group.0)
                    .bind(wanted.shift.0)
                    .bind(micros(wanted.free.0))
                    .bind(micros(wanted.free.1))
                    .bind(micros(wanted.since))
                    .bind(i64::from(wanted.asks))
                    .bind(i64::from(limit));
                let asked = match skill {
                    Some(skill) => asked.bind(skill),
                    None => asked,
                };
                let asked = match wanted.team {
                    Some(team) => asked.bind(team.0),
                    None => asked,
                };
                let people: Vec<Uuid> = asked.fetch_all(self.connection()).await.map_err(failed)?;
                Ok(people.into_iter().map(PersonId).collect())
            }

            async fn reassign_asks(&mut self, from: PersonId, into: PersonId) -> StoreResult<()> {
                let statements = [
                    "DELETE FROM shift_asks WHERE person_id = $1 AND EXISTS (
                         SELECT 1 FROM shift_asks AS other WHERE other.group_id = shift_asks.group_id
                             AND other.shift_id = shift_asks.shift_id AND other.person_id = $2)",
                    "UPDATE shift_asks SET person_id = $2 WHERE person_id = $1",
                    "UPDATE shift_searches SET by_person = $2 WHERE by_person = $1",
                ];
                self.reassign(from, into, &statements).await
            }
        }
    };
}

asks!(SqliteUnit);
asks!(PostgresUnit);

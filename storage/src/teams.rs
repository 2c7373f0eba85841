//! Teams and who is in them.

use async_trait::async_trait;
use muster_core::clock::Instant;
use muster_core::ids::{GroupId, PersonId, TeamId};
use muster_core::people::{Team, TeamMember};
use muster_core::store::{StoreResult, Teams};
use sqlx::{FromRow, query, query_as};
use uuid::Uuid;

use crate::column::micros;
use crate::failure::{expect_one, failed};
use crate::postgres::PostgresUnit;
use crate::sqlite::SqliteUnit;

#[derive(FromRow)]
struct TeamRow {
    group_id: Uuid,
    id: Uuid,
    name: String,
}

impl From<TeamRow> for Team {
    fn from(row: TeamRow) -> Self {
        Self {
            id: TeamId(row.id),
            group: GroupId(row.group_id),
            name: row.name,
        }
    }
}

#[derive(FromRow)]
struct TeamOfRow {
    #[sqlx(flatten)]
    team: TeamRow,
    captain: bool,
}

#[derive(FromRow)]
struct TeamMemberRow {
    team_id: Uuid,
    person_id: Uuid,
    name: String,
    captain: bool,
}

impl From<TeamMemberRow> for TeamMember {
    fn from(row: TeamMemberRow) -> Self {
        Self {
            team: TeamId(row.team_id),
            person: PersonId(row.person_id),
            name: row.name,
            captain: row.captain,
        }
    }
}

macro_rules! teams {
    ($unit:ty) => {
        #[async_trait]
        impl Teams for $unit {
            async fn teams(&mut self, group: GroupId) -> StoreResult<Vec<Team>> {
                let rows: Vec<TeamRow> = query_as("SELECT * FROM teams WHERE group_id = $1 ORDER BY id")
                    .bind(group.0)
                    .fetch_all(self.connection())
                    .await
                    .map_err(failed)?;
                Ok(rows.into_iter().map(Team::from).collect())
            }

            async fn save_team(&mut self, team: &Team) -> StoreResult<()> {
                let done = query(
                    "INSERT INTO teams (group_id, id, name, name_key) VALUES ($1, $2, $3, $4)
                     ON CONFLICT (group_id, id) DO UPDATE SET name = excluded.name, name_key = excluded.name_key",
                )
                .bind(team.group.0)
                .bind(team.id.0)
                .bind(&team.name)
                .bind(team.name.to_lowercase())
                .execute(self.connection())
                .await
                .map_err(failed)?;
                expect_one(done.rows_affected(), "teams")
            }

            async fn remove_team(&mut self, group: GroupId, team: TeamId) -> StoreResult<bool> {
                let done = query(
                    "DELETE FROM teams WHERE group_id = $1 AND id = $2
                     AND NOT EXISTS (SELECT 1 FROM team_members WHERE group_id = $1 AND team_id = $2)
                     AND NOT EXISTS (SELECT 1 FROM role_mappings WHERE group_id = $1 AND team_id = $2)
                     AND NOT EXISTS (SELECT 1 FROM shifts WHERE group_id = $1 AND team_id = $2)
                     AND NOT EXISTS (SELECT 1 FROM shift_series WHERE group_id = $1 AND team_id = $2)
                     AND NOT EXISTS (SELECT 1 FROM shift_templates WHERE group_id = $1 AND team_id = $2)
                     AND NOT EXISTS (SELECT 1 FROM tasks WHERE group_id = $1 AND team_id = $2)
                     AND NOT EXISTS (SELECT 1 FROM broadcasts WHERE group_id = $1 AND audience_team_id = $2)",
                )
                .bind(group.0)
                .bind(team.0)
                .execute(self.connection())
                .await
                .map_err(failed)?;
                Ok(done.rows_affected() == 1)
            }

            async fn team_members(&mut self, group: GroupId, team: TeamId) -> StoreResult<Vec<TeamMember>> {
                let rows: Vec<TeamMemberRow> = query_as(
                    "SELECT team_members.team_id, team_members.person_id, people.name, team_members.captain
                     FROM team_members JOIN people ON people.id = team_members.person_id
                     WHERE team_members.group_id = $1 AND team_members.team_id = $2
                     ORDER BY team_members.joined_at, team_members.person_id",
                )
                .bind(group.0)
                .bind(team.0)
                .fetch_all(self.connection())
                .await
                .map_err(failed)?;
                Ok(rows.into_iter().map(TeamMember::from).collect())
            }

            async fn teams_of(&mut self, group: GroupId, person: PersonId) -> StoreResult<Vec<(Team, bool)>> {
                let rows: Vec<TeamOfRow> = query_as(
                    "SELECT teams.*, team_members.captain
                     FROM team_members
                     JOIN teams ON teams.group_id = team_members.group_id AND teams.id = team_members.team_id
                     WHERE team_members.group_id = $1 AND team_members.person_id = $2 ORDER BY teams.id",
                )
                .bind(group.0)
                .bind(person.0)
                .fetch_all(self.connection())
                .await
                .map_err(failed)?;
                Ok(rows.into_iter().map(|row| (row.team.into(), row.captain)).collect())
            }

            async fn join_team(
                &mut self,
                group: GroupId,
                team: TeamId,
                person: PersonId,
                captain: bool,
                now: Instant,
            ) -> StoreResult<()> {
                let done = query(
                    "INSERT INTO team_members (group_id, team_id, person_id, captain, joined_at)
                     VALUES ($1, $2, $3, $4, $5)
                     ON CONFLICT (group_id, team_id, person_id) DO UPDATE SET captain = excluded.captain",
                )
                .bind(group.0)
                .bind(team.0)
                .bind(person.0)
                .bind(captain)
                .bind(micros(now))
                .execute(self.connection())
                .await
                .map_err(failed)?;
                expect_one(done.rows_affected(), "team_members")
            }

            async fn leave_team(&mut self, group: GroupId, team: TeamId, person: PersonId) -> StoreResult<bool> {
                let done = query("DELETE FROM team_members WHERE group_id = $1 AND team_id = $2 AND person_id = $3")
                    .bind(group.0)
                    .bind(team.0)
                    .bind(person.0)
                    .execute(self.connection())
                    .await
                    .map_err(failed)?;
                Ok(done.rows_affected() == 1)
            }
        }
    };
}

teams!(SqliteUnit);
teams!(PostgresUnit);

//! What a platform's roles give, and who held them.

use async_trait::async_trait;
use muster_core::ids::{GroupId, PersonId, TeamId};
use muster_core::people::mapping::{Gives, PlaceRole, RoleHold, RoleMapping};
use muster_core::store::{RoleMappings, StoreResult};
use muster_core::surface::Platform;
use sqlx::{FromRow, query, query_as, query_scalar};
use uuid::Uuid;

use crate::column::Origin;
use crate::failure::{expect_one, failed};
use crate::postgres::PostgresUnit;
use crate::sqlite::SqliteUnit;

#[derive(FromRow)]
struct MappingRow {
    group_id: Uuid,
    platform: String,
    place: String,
    role: String,
    name: String,
    team_id: Option<Uuid>,
}

impl MappingRow {
    fn read(self) -> StoreResult<RoleMapping> {
        let origin = Origin::new("role_mappings", &self.role);
        Ok(RoleMapping {
            of: PlaceRole {
                group: GroupId(self.group_id),
                platform: origin.word("platform", &self.platform)?,
                place: self.place,
                role: self.role,
            },
            name: self.name,
            gives: gives(self.team_id),
        })
    }
}

#[derive(FromRow)]
struct HoldRow {
    #[sqlx(flatten)]
    mapping: MappingRow,
    account: String,
    given: bool,
}

impl HoldRow {
    fn read(self) -> StoreResult<RoleHold> {
        let RoleMapping { of, gives, .. } = self.mapping.read()?;
        Ok(RoleHold {
            of,
            gives,
            account: self.account,
            given: self.given,
        })
    }
}

fn gives(team: Option<Uuid>) -> Gives {
    team.map_or(Gives::Captain, |team| Gives::Team(TeamId(team)))
}

const fn team_of(gives: Gives) -> Option<Uuid> {
    match gives {
        Gives::Captain => None,
        Gives::Team(team) => Some(team.0),
    }
}

/// In an order that no collation changes.
fn sorted(rows: Vec<MappingRow>) -> StoreResult<Vec<RoleMapping>> {
    let mut mappings: Vec<RoleMapping> = rows.into_iter().map(MappingRow::read).collect::<StoreResult<_>>()?;
    mappings.sort_by(|one, other| one.of.cmp(&other.of));
    Ok(mappings)
}

macro_rules! role_mappings {
    ($unit:ty) => {
        #[async_trait]
        impl RoleMappings for $unit {
            async fn role_mappings(&mut self, group: GroupId) -> StoreResult<Vec<RoleMapping>> {
                let rows = query_as("SELECT * FROM role_mappings WHERE group_id = $1")
                    .bind(group.0)
                    .fetch_all(self.connection())
                    .await
                    .map_err(failed)?;
                sorted(rows)
            }

            async fn role_mappings_in(
                &mut self,
                group: GroupId,
                platform: Platform,
                place: &str,
            ) -> StoreResult<Vec<RoleMapping>> {
                let rows =
                    query_as("SELECT * FROM role_mappings WHERE group_id = $1 AND platform = $2 AND place = $3")
                        .bind(group.0)
                        .bind(platform.code())
                        .bind(place)
                        .fetch_all(self.connection())
                        .await
                        .map_err(failed)?;
                sorted(rows)
            }

            async fn save_role_mapping(&mut self, mapping: &RoleMapping) -> StoreResult<()> {
                let done = query(
                    "INSERT INTO role_mappings (group_id, platform, place, role, name, team_id)
                     VALUES ($1, $2, $3, $4, $5, $6)
                     ON CONFLICT (group_id, platform, place, role)
                     DO UPDATE SET name = excluded.name, team_id = excluded.team_id",
                )
                .bind(mapping.of.group.0)
                .bind(mapping.of.platform.code())
                .bind(&mapping.of.place)
                .bind(&mapping.of.role)
                .bind(&mapping.name)
                .bind(team_of(mapping.gives))
                .execute(self.connection())
                .await
                .map_err(failed)?;
                expect_one(done.rows_affected(), "role_mappings")
            }

            async fn remove_role_mapping(&mut self, of: &PlaceRole) -> StoreResult<()> {
                // Who held it goes with it.
                query("DELETE FROM role_mappings WHERE group_id = $1 AND platform = $2 AND place = $3 AND role = $4")
                    .bind(of.group.0)
                    .bind(of.platform.code())
                    .bind(&of.place)
                    .bind(&of.role)
                    .execute(self.connection())
                    .await
                    .map_err(failed)?;
                Ok(())
            }

            async fn role_holds_of(&mut self, group: GroupId, person: PersonId) -> StoreResult<Vec<RoleHold>> {
                let rows: Vec<HoldRow> = query_as(
                    "SELECT role_mappings.*, role_holds.account, role_holds.given
                     FROM accounts
                     JOIN role_holds ON role_holds.platform = accounts.platform AND role_holds.account = accounts.account
                     JOIN role_mappings ON role_mappings.group_id = role_holds.group_id
                         AND role_mappings.platform = role_holds.platform AND role_mappings.place = role_holds.place
                         AND role_mappings.role = role_holds.role
                     WHERE accounts.person_id = $1 AND role_holds.group_id = $2",
                )
                .bind(person.0)
                .bind(group.0)
                .fetch_all(self.connection())
                .await
                .map_err(failed)?;
                let mut holds: Vec<RoleHold> = rows.into_iter().map(HoldRow::read).collect::<StoreResult<_>>()?;
                holds.sort_by(|one, other| (&one.of, &one.account).cmp(&(&other.of, &other.account)));
                Ok(holds)
            }

            async fn role_holders(&mut self, of: &PlaceRole) -> StoreResult<Vec<PersonId>> {
                let mut people: Vec<PersonId> = query_scalar(
                    "SELECT DISTINCT accounts.person_id FROM role_holds
                     JOIN accounts ON accounts.platform = role_holds.platform AND accounts.account = role_holds.account
                     WHERE role_holds.group_id = $1 AND role_holds.platform = $2 AND role_holds.place = $3
                         AND role_holds.role = $4",
                )
                .bind(of.group.0)
                .bind(of.platform.code())
                .bind(&of.place)
                .bind(&of.role)
                .fetch_all(self.connection())
                .await
                .map_err(failed)?
                .into_iter()
                .map(PersonId)
                .collect();
                people.sort_unstable();
                Ok(people)
            }

            async fn save_role_hold(&mut self, hold: &RoleHold) -> StoreResult<()> {
                let done = query(
                    "INSERT INTO role_holds (group_id, platform, place, role, account, given)
                     VALUES ($1, $2, $3, $4, $5, $6)
                     ON CONFLICT (group_id, platform, place, role, account) DO UPDATE SET given = excluded.given",
                )
                .bind(hold.of.group.0)
                .bind(hold.of.platform.code())
                .bind(&hold.of.place)
                .bind(&hold.of.role)
                .bind(&hold.account)
                .bind(hold.given)
                .execute(self.connection())
                .await
                .map_err(failed)?;
                expect_one(done.rows_affected(), "role_holds")
            }

            async fn remove_role_hold(&mut self, hold: &RoleHold) -> StoreResult<()> {
                query(
                    "DELETE FROM role_holds
                     WHERE group_id = $1 AND platform = $2 AND place = $3 AND role = $4 AND account = $5",
                )
                .bind(hold.of.group.0)
                .bind(hold.of.platform.code())
                .bind(&hold.of.place)
                .bind(&hold.of.role)
                .bind(&hold.account)
                .execute(self.connection())
                .await
                .map_err(failed)?;
                Ok(())
            }
        }
    };
}

role_mappings!(SqliteUnit);
role_mappings!(PostgresUnit);

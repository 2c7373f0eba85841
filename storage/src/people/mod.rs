//! People, groups, places, memberships, teams and link codes.

mod rows;

use async_trait::async_trait;
use muster_core::clock::Instant;
use muster_core::ids::{GroupId, Kind, PersonId, TeamId};
use muster_core::people::link::{LinkCode, LinkPurpose};
use muster_core::people::{Account, Group, Member, Membership, Person, Place, Team, TeamMember};
use muster_core::store::{People, StoreResult};
use muster_core::surface::Platform;
use sqlx::{query, query_as, query_scalar};

use self::rows::{
    AccountRow, GroupRow, LinkCodeRow, MemberRow, MembershipRow, PersonRow, PlaceRow, TeamMemberRow, TeamOfRow,
    TeamRow, asked, seconds_of_day,
};
use crate::column::{Origin, json, micros, word};
use crate::failure::{expect_one, failed};
use crate::sqlite::SqliteUnit;

macro_rules! people {
    ($unit:ty) => {
        #[async_trait]
        impl People for $unit {
            async fn person(&mut self, id: PersonId) -> StoreResult<Option<Person>> {
                let row: Option<PersonRow> = query_as("SELECT * FROM people WHERE id = $1")
                    .bind(id.0)
                    .fetch_optional(self.connection())
                    .await
                    .map_err(failed)?;
                row.map(PersonRow::read).transpose()
            }

            async fn save_person(&mut self, person: &Person) -> StoreResult<()> {
                let ladder: Vec<i64> = person.ladder.iter().map(|step| step.num_seconds()).collect();
                let done = query(
                    "INSERT INTO people (id, name, zone, language, quiet_from, quiet_to, ladder, agreed_at, version)
                     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                     ON CONFLICT (id) DO UPDATE SET name = excluded.name, zone = excluded.zone,
                         language = excluded.language, quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to,
                         ladder = excluded.ladder, agreed_at = excluded.agreed_at, version = excluded.version",
                )
                .bind(person.id.0)
                .bind(&person.name)
                .bind(person.zone.as_ref().map(|zone| zone.name().to_owned()))
                .bind(person.language.map(|language| language.code()))
                .bind(person.quiet.map(|quiet| seconds_of_day(quiet.from)))
                .bind(person.quiet.map(|quiet| seconds_of_day(quiet.to)))
                .bind(json(&ladder)?)
                .bind(person.agreed_at.map(micros))
                .bind(i64::from(person.version))
                .execute(self.connection())
                .await
                .map_err(failed)?;
                expect_one(done.rows_affected(), "people")
            }

            async fn account(&mut self, platform: Platform, account: &str) -> StoreResult<Option<Account>> {
                let row: Option<AccountRow> = query_as("SELECT * FROM accounts WHERE platform = $1 AND account = $2")
                    .bind(platform.code())
                    .bind(account)
                    .fetch_optional(self.connection())
                    .await
                    .map_err(failed)?;
                row.map(AccountRow::read).transpose()
            }

            async fn accounts_of(&mut self, person: PersonId) -> StoreResult<Vec<Account>> {
                let rows: Vec<AccountRow> = query_as("SELECT * FROM accounts WHERE person_id = $1")
                    .bind(person.0)
                    .fetch_all(self.connection())
                    .await
                    .map_err(failed)?;
                let mut accounts = rows.into_iter().map(AccountRow::read).collect::<StoreResult<Vec<_>>>()?;
                accounts.sort_by(|a, b| {
                    let key = |account: &Account| (std::cmp::Reverse(account.seen_at), account.platform);
                    key(a).cmp(&key(b)).then_with(|| a.account.cmp(&b.account))
                });
                Ok(accounts)
            }

            async fn save_account(&mut self, account: &Account) -> StoreResult<()> {
                let done = query(
                    "INSERT INTO accounts (platform, account, person_id, name, seen_at) VALUES ($1, $2, $3, $4, $5)
                     ON CONFLICT (platform, account) DO UPDATE SET person_id = excluded.person_id,
                         name = excluded.name, seen_at = excluded.seen_at",
                )
                .bind(account.platform.code())
                .bind(&account.account)
                .bind(account.person.0)
                .bind(&account.name)
                .bind(micros(account.seen_at))
                .execute(self.connection())
                .await
                .map_err(failed)?;
                expect_one(done.rows_affected(), "accounts")
            }

            async fn group(&mut self, id: GroupId) -> StoreResult<Option<Group>> {
                let row: Option<GroupRow> = query_as("SELECT * FROM groups WHERE id = $1")
                    .bind(id.0)
                    .fetch_optional(self.connection())
                    .await
                    .map_err(failed)?;
                row.map(GroupRow::read).transpose()
            }

            async fn save_group(&mut self, group: &Group) -> StoreResult<()> {
                let done = query(
                    "INSERT INTO groups (id, name, zone, language, founded_at, version) VALUES ($1, $2, $3, $4, $5, $6)
                     ON CONFLICT (id) DO UPDATE SET name = excluded.name, zone = excluded.zone,
                         language = excluded.language, founded_at = excluded.founded_at, version = excluded.version",
                )
                .bind(group.id.0)
                .bind(&group.name)
                .bind(group.zone.name())
                .bind(group.language.code())
                .bind(micros(group.founded_at))
                .bind(i64::from(group.version))
                .execute(self.connection())
                .await
                .map_err(failed)?;
                expect_one(done.rows_affected(), "groups")
            }

            async fn groups_of(&mut self, person: PersonId) -> StoreResult<Vec<Group>> {
                let rows: Vec<GroupRow> = query_as(
                    "SELECT groups.* FROM groups JOIN memberships ON memberships.group_id = groups.id
                     WHERE memberships.person_id = $1 ORDER BY memberships.joined_at, groups.id",
                )
                .bind(person.0)
                .fetch_all(self.connection())
                .await
                .map_err(failed)?;
                rows.into_iter().map(GroupRow::read).collect()
            }

            async fn next_number(&mut self, group: GroupId, kind: Kind) -> StoreResult<u32> {
                let given: i64 = query_scalar(
                    "INSERT INTO numbers (group_id, kind, given) VALUES ($1, $2, 1)
                     ON CONFLICT (group_id, kind) DO UPDATE SET given = numbers.given + 1 RETURNING given",
                )
                .bind(group.0)
                .bind(word(&kind)?)
                .fetch_one(self.connection())
                .await
                .map_err(failed)?;
                Origin::new("numbers", &group.0).number("given", given)
            }

            async fn place(&mut self, platform: Platform, place: &str) -> StoreResult<Option<Place>> {
                let row: Option<PlaceRow> = query_as("SELECT * FROM places WHERE platform = $1 AND place = $2")
                    .bind(platform.code())
                    .bind(place)
                    .fetch_optional(self.connection())
                    .await
                    .map_err(failed)?;
                row.map(PlaceRow::read).transpose()
            }

            async fn save_place(&mut self, place: &Place) -> StoreResult<()> {
                let done = query(
                    "INSERT INTO places (platform, place, group_id, name) VALUES ($1, $2, $3, $4)
                     ON CONFLICT (platform, place) DO UPDATE SET group_id = excluded.group_id, name = excluded.name",
                )
                .bind(place.platform.code())
                .bind(&place.place)
                .bind(place.group.0)
                .bind(&place.name)
                .execute(self.connection())
                .await
                .map_err(failed)?;
                expect_one(done.rows_affected(), "places")
            }

            async fn places_of(&mut self, group: GroupId) -> StoreResult<Vec<Place>> {
                let rows: Vec<PlaceRow> = query_as("SELECT * FROM places WHERE group_id = $1")
                    .bind(group.0)
                    .fetch_all(self.connection())
                    .await
                    .map_err(failed)?;
                let mut places = rows.into_iter().map(PlaceRow::read).collect::<StoreResult<Vec<_>>>()?;
                places.sort_by(|a, b| (a.platform, &a.place).cmp(&(b.platform, &b.place)));
                Ok(places)
            }

            async fn membership(&mut self, group: GroupId, person: PersonId) -> StoreResult<Option<Membership>> {
                let row: Option<MembershipRow> =
                    query_as("SELECT * FROM memberships WHERE group_id = $1 AND person_id = $2")
                        .bind(group.0)
                        .bind(person.0)
                        .fetch_optional(self.connection())
                        .await
                        .map_err(failed)?;
                row.map(MembershipRow::read).transpose()
            }

            async fn save_membership(&mut self, membership: &Membership) -> StoreResult<()> {
                let done = query(
                    "INSERT INTO memberships (group_id, person_id, role, joined_at, platform, place, room, private)
                     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
                     ON CONFLICT (group_id, person_id) DO UPDATE SET role = excluded.role,
                         joined_at = excluded.joined_at, platform = excluded.platform, place = excluded.place,
                         room = excluded.room, private = excluded.private",
                )
                .bind(membership.group.0)
                .bind(membership.person.0)
                .bind(word(&membership.role)?)
                .bind(micros(membership.joined_at))
                .bind(membership.room.platform.code())
                .bind(&membership.room.place)
                .bind(&membership.room.room)
                .bind(membership.room.private)
                .execute(self.connection())
                .await
                .map_err(failed)?;
                expect_one(done.rows_affected(), "memberships")
            }

            async fn members(&mut self, group: GroupId) -> StoreResult<Vec<Member>> {
                let rows: Vec<MemberRow> = query_as(
                    "SELECT memberships.person_id, people.name, memberships.role
                     FROM memberships JOIN people ON people.id = memberships.person_id
                     WHERE memberships.group_id = $1 ORDER BY memberships.joined_at, memberships.person_id",
                )
                .bind(group.0)
                .fetch_all(self.connection())
                .await
                .map_err(failed)?;
                rows.into_iter().map(MemberRow::read).collect()
            }

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

            async fn link_code(&mut self, hash: &[u8; 32]) -> StoreResult<Option<LinkCode>> {
                let row: Option<LinkCodeRow> = query_as("SELECT * FROM link_codes WHERE hash = $1")
                    .bind(hash.to_vec())
                    .fetch_optional(self.connection())
                    .await
                    .map_err(failed)?;
                row.map(LinkCodeRow::read).transpose()
            }

            async fn save_link_code(&mut self, code: &LinkCode) -> StoreResult<()> {
                let (asked_by, group) = asked(code.purpose);
                let done = query(
                    "INSERT INTO link_codes (hash, person_id, group_id, expires_at, claimed_by, used_at)
                     VALUES ($1, $2, $3, $4, $5, $6)
                     ON CONFLICT (hash) DO UPDATE SET person_id = excluded.person_id, group_id = excluded.group_id,
                         expires_at = excluded.expires_at, claimed_by = excluded.claimed_by, used_at = excluded.used_at",
                )
                .bind(code.hash.to_vec())
                .bind(asked_by)
                .bind(group)
                .bind(micros(code.expires_at))
                .bind(code.claimed_by.map(|person| person.0))
                .bind(code.used_at.map(micros))
                .execute(self.connection())
                .await
                .map_err(failed)?;
                expect_one(done.rows_affected(), "link_codes")
            }

            async fn claimed_code(&mut self, asked_by: PersonId) -> StoreResult<Option<LinkCode>> {
                let row: Option<LinkCodeRow> = query_as(
                    "SELECT * FROM link_codes
                     WHERE person_id = $1 AND group_id IS NULL AND claimed_by IS NOT NULL AND used_at IS NULL
                     ORDER BY expires_at DESC, hash DESC LIMIT 1",
                )
                .bind(asked_by.0)
                .fetch_optional(self.connection())
                .await
                .map_err(failed)?;
                row.map(LinkCodeRow::read).transpose()
            }

            async fn revoke_link_codes(&mut self, purpose: LinkPurpose) -> StoreResult<()> {
                let (asked_by, group) = asked(purpose);
                query(
                    "DELETE FROM link_codes
                     WHERE person_id = $1 AND group_id IS NOT DISTINCT FROM $2 AND used_at IS NULL",
                )
                .bind(asked_by)
                .bind(group)
                .execute(self.connection())
                .await
                .map_err(failed)?;
                Ok(())
            }

            async fn count_wrong_code(
                &mut self,
                platform: Platform,
                account: &str,
                now: Instant,
                since: Instant,
            ) -> StoreResult<u32> {
                query("INSERT INTO wrong_codes (platform, account, at) VALUES ($1, $2, $3)")
                    .bind(platform.code())
                    .bind(account)
                    .bind(micros(now))
                    .execute(self.connection())
                    .await
                    .map_err(failed)?;
                self.wrong_codes(platform, account, since).await
            }

            async fn wrong_codes(&mut self, platform: Platform, account: &str, since: Instant) -> StoreResult<u32> {
                let typed: i64 =
                    query_scalar("SELECT count(*) FROM wrong_codes WHERE platform = $1 AND account = $2 AND at >= $3")
                        .bind(platform.code())
                        .bind(account)
                        .bind(micros(since))
                        .fetch_one(self.connection())
                        .await
                        .map_err(failed)?;
                Origin::new("wrong_codes", &account).number("at", typed)
            }

            async fn merge_people(&mut self, from: PersonId, into: PersonId) -> StoreResult<()> {
                let rows: Vec<MembershipRow> = query_as("DELETE FROM memberships WHERE person_id = $1 RETURNING *")
                    .bind(from.0)
                    .fetch_all(self.connection())
                    .await
                    .map_err(failed)?;
                for row in rows {
                    let theirs = row.read()?;
                    let mine = self.membership(theirs.group, into).await?;
                    self.save_membership(&theirs.merged_into(into, mine)).await?;
                }
                for statement in MERGES {
                    query(statement)
                        .bind(from.0)
                        .bind(into.0)
                        .execute(self.connection())
                        .await
                        .map_err(failed)?;
                }
                query("DELETE FROM team_members WHERE person_id = $1")
                    .bind(from.0)
                    .execute(self.connection())
                    .await
                    .map_err(failed)?;
                let done = query("DELETE FROM people WHERE id = $1")
                    .bind(from.0)
                    .execute(self.connection())
                    .await
                    .map_err(failed)?;
                expect_one(done.rows_affected(), "people")
            }
        }
    };
}

/// What moves from person `$1` to person `$2`; the rows in teams are copied.
const MERGES: [&str; 4] = [
    "UPDATE accounts SET person_id = $2 WHERE person_id = $1",
    "INSERT INTO team_members (group_id, team_id, person_id, captain, joined_at)
     SELECT group_id, team_id, $2, captain, joined_at FROM team_members WHERE person_id = $1
     ON CONFLICT (group_id, team_id, person_id) DO UPDATE SET captain = team_members.captain OR excluded.captain,
         joined_at = CASE WHEN excluded.joined_at < team_members.joined_at THEN excluded.joined_at
                          ELSE team_members.joined_at END",
    "UPDATE link_codes SET person_id = $2 WHERE person_id = $1",
    "UPDATE link_codes SET claimed_by = $2 WHERE claimed_by = $1",
];

people!(SqliteUnit);

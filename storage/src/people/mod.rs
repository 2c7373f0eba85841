//! People, accounts, groups, places and memberships, and the merging of two persons.

mod rows;

use async_trait::async_trait;
use muster_core::ids::{GroupId, Kind, PersonId};
use muster_core::people::{Account, Departure, Group, Member, Membership, Person, Place, Suspension};
use muster_core::store::{People, StoreError, StoreResult};
use muster_core::surface::Platform;
use sqlx::{query, query_as, query_scalar};

pub(crate) use self::rows::PersonRow;
use self::rows::{AccountRow, GroupRow, MemberRow, MembershipRow, PlaceRow, seconds_of_day};
use crate::column::{Origin, json, micros, word};
use crate::failure::{expect_one, failed};
use crate::find::find;
use crate::postgres::PostgresUnit;
use crate::sqlite::SqliteUnit;

/// Checks that what was entered is not somebody else's: then they entered it in between.
const fn entered(hit: u64) -> StoreResult<()> {
    if hit == 1 { Ok(()) } else { Err(StoreError::Contended) }
}

macro_rules! people {
    ($unit:ty, lock: $lock:literal) => {
        #[async_trait]
        impl People for $unit {
            async fn person(&mut self, id: PersonId) -> StoreResult<Option<Person>> {
                find!(self, PersonRow, "SELECT * FROM people WHERE id = $1", id.0)
            }

            async fn person_for_update(&mut self, id: PersonId) -> StoreResult<Option<Person>> {
                find!(self, PersonRow, concat!("SELECT * FROM people WHERE id = $1", $lock), id.0)
            }

            async fn save_person(&mut self, person: &Person) -> StoreResult<()> {
                let ladder: Vec<i64> = person.ladder.iter().map(|step| step.num_seconds()).collect();
                let until = person.pause.as_ref().and_then(|pause| pause.until.as_ref());
                let done = query(
                    "INSERT INTO people (id, name, zone, language, quiet_from, quiet_to, ladder, agreed_at, version,
                                         chosen_group, paused_at, pause_until, pause_local, pause_zone, digest_at,
                                         preferred)
                     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
                     ON CONFLICT (id) DO UPDATE SET name = excluded.name, zone = excluded.zone,
                         language = excluded.language, quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to,
                         ladder = excluded.ladder, agreed_at = excluded.agreed_at, version = excluded.version,
                         chosen_group = excluded.chosen_group, paused_at = excluded.paused_at,
                         pause_until = excluded.pause_until, pause_local = excluded.pause_local,
                         pause_zone = excluded.pause_zone, digest_at = excluded.digest_at,
                         preferred = excluded.preferred",
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
                .bind(person.chosen_group.map(|group| group.0))
                .bind(person.pause.as_ref().map(|pause| micros(pause.since)))
                .bind(until.map(|until| micros(until.at)))
                .bind(until.map(|until| word(&until.local)).transpose()?)
                .bind(until.map(|until| until.zone.name().to_owned()))
                .bind(person.digest.map(seconds_of_day))
                .bind(person.preferred.map(Platform::code))
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

            async fn account_by_handle(&mut self, platform: Platform, handle: &str) -> StoreResult<Option<Account>> {
                let row: Option<AccountRow> = query_as(
                    "SELECT * FROM accounts WHERE platform = $1 AND handle_key = $2 ORDER BY seen_at DESC LIMIT 1",
                )
                .bind(platform.code())
                .bind(handle.to_lowercase())
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
                    "INSERT INTO accounts (platform, account, person_id, name, seen_at, handle, handle_key)
                     VALUES ($1, $2, $3, $4, $5, $6, $7)
                     ON CONFLICT (platform, account) DO UPDATE SET name = excluded.name, seen_at = excluded.seen_at,
                         handle = excluded.handle, handle_key = excluded.handle_key
                     WHERE accounts.person_id = excluded.person_id",
                )
                .bind(account.platform.code())
                .bind(&account.account)
                .bind(account.person.0)
                .bind(&account.name)
                .bind(micros(account.seen_at))
                .bind(&account.handle)
                .bind(account.handle.as_ref().map(|handle| handle.to_lowercase()))
                .execute(self.connection())
                .await
                .map_err(failed)?;
                entered(done.rows_affected())
            }

            async fn group(&mut self, id: GroupId) -> StoreResult<Option<Group>> {
                find!(self, GroupRow, "SELECT * FROM groups WHERE id = $1", id.0)
            }

            async fn group_for_update(&mut self, id: GroupId) -> StoreResult<Option<Group>> {
                find!(self, GroupRow, concat!("SELECT * FROM groups WHERE id = $1", $lock), id.0)
            }

            async fn save_group(&mut self, group: &Group) -> StoreResult<()> {
                let done = query(
                    "INSERT INTO groups (id, name, zone, language, founded_at, version, prefix, asks, rest)
                     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                     ON CONFLICT (id) DO UPDATE SET name = excluded.name, zone = excluded.zone,
                         language = excluded.language, founded_at = excluded.founded_at, version = excluded.version,
                         prefix = excluded.prefix, asks = excluded.asks, rest = excluded.rest",
                )
                .bind(group.id.0)
                .bind(&group.name)
                .bind(group.zone.name())
                .bind(group.language.code())
                .bind(micros(group.founded_at))
                .bind(i64::from(group.version))
                .bind(group.prefix.to_string())
                .bind(i64::from(group.asks))
                .bind(group.rest.map(|rest| rest.num_seconds()))
                .execute(self.connection())
                .await
                .map_err(failed)?;
                expect_one(done.rows_affected(), "groups")
            }

            async fn groups(&mut self) -> StoreResult<Vec<Group>> {
                let rows: Vec<GroupRow> = query_as("SELECT * FROM groups ORDER BY founded_at, id")
                    .fetch_all(self.connection())
                    .await
                    .map_err(failed)?;
                rows.into_iter().map(GroupRow::read).collect()
            }

            async fn groups_of(&mut self, person: PersonId) -> StoreResult<Vec<Group>> {
                let rows: Vec<GroupRow> = query_as(
                    "SELECT groups.* FROM groups JOIN memberships ON memberships.group_id = groups.id
                     WHERE memberships.person_id = $1 AND memberships.suspended_at IS NULL
                     ORDER BY memberships.joined_at, groups.id",
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

            async fn last_number(&mut self, group: GroupId, kind: Kind) -> StoreResult<u32> {
                let given: Option<i64> =
                    query_scalar("SELECT given FROM numbers WHERE group_id = $1 AND kind = $2")
                        .bind(group.0)
                        .bind(word(&kind)?)
                        .fetch_optional(self.connection())
                        .await
                        .map_err(failed)?;
                Origin::new("numbers", &group.0).number("given", given.unwrap_or_default())
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
                     ON CONFLICT (platform, place) DO UPDATE SET name = excluded.name
                     WHERE places.group_id = excluded.group_id",
                )
                .bind(place.platform.code())
                .bind(&place.place)
                .bind(place.group.0)
                .bind(&place.name)
                .execute(self.connection())
                .await
                .map_err(failed)?;
                entered(done.rows_affected())
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
                let entry = self.register_entry(group, person).await?;
                Ok(entry.filter(|membership| membership.suspended.is_none()))
            }

            async fn membership_for_update(&mut self, group: GroupId, person: PersonId) -> StoreResult<Option<Membership>> {
                let entry = self.register_entry_for_update(group, person).await?;
                Ok(entry.filter(|membership| membership.suspended.is_none()))
            }

            async fn register_entry(&mut self, group: GroupId, person: PersonId) -> StoreResult<Option<Membership>> {
                find!(self, MembershipRow, "SELECT * FROM memberships WHERE group_id = $1 AND person_id = $2", group.0, person.0)
            }

            async fn register_entry_for_update(&mut self, group: GroupId, person: PersonId) -> StoreResult<Option<Membership>> {
                find!(self, MembershipRow, concat!("SELECT * FROM memberships WHERE group_id = $1 AND person_id = $2", $lock), group.0, person.0)
            }

            async fn save_membership(&mut self, membership: &Membership) -> StoreResult<()> {
                let done = query(
                    "INSERT INTO memberships (group_id, person_id, role, joined_at, platform, place, room, private,
                                              suspended_at, departure)
                     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
                     ON CONFLICT (group_id, person_id) DO UPDATE SET role = excluded.role,
                         joined_at = excluded.joined_at, platform = excluded.platform, place = excluded.place,
                         room = excluded.room, private = excluded.private,
                         suspended_at = excluded.suspended_at, departure = excluded.departure",
                )
                .bind(membership.group.0)
                .bind(membership.person.0)
                .bind(word(&membership.role)?)
                .bind(micros(membership.joined_at))
                .bind(membership.room.platform.code())
                .bind(&membership.room.place)
                .bind(&membership.room.room)
                .bind(membership.room.private)
                .bind(membership.suspended.map(|suspension| micros(suspension.at)))
                .bind(departure(membership.suspended)?)
                .execute(self.connection())
                .await
                .map_err(failed)?;
                expect_one(done.rows_affected(), "memberships")
            }

            async fn members(&mut self, group: GroupId) -> StoreResult<Vec<Member>> {
                let rows: Vec<MemberRow> = query_as(
                    "SELECT memberships.person_id, people.name, memberships.role
                     FROM memberships JOIN people ON people.id = memberships.person_id
                     WHERE memberships.group_id = $1 AND memberships.suspended_at IS NULL
                     ORDER BY memberships.joined_at, memberships.person_id",
                )
                .bind(group.0)
                .fetch_all(self.connection())
                .await
                .map_err(failed)?;
                rows.into_iter().map(MemberRow::read).collect()
            }

            async fn removed_members(&mut self, group: GroupId) -> StoreResult<Vec<Member>> {
                let rows: Vec<MemberRow> = query_as(
                    "SELECT memberships.person_id, people.name, memberships.role
                     FROM memberships JOIN people ON people.id = memberships.person_id
                     WHERE memberships.group_id = $1 AND memberships.departure = $2
                     ORDER BY memberships.joined_at, memberships.person_id",
                )
                .bind(group.0)
                .bind(word(&Departure::Removed)?)
                .fetch_all(self.connection())
                .await
                .map_err(failed)?;
                rows.into_iter().map(MemberRow::read).collect()
            }

            async fn merge_people(&mut self, from: PersonId, into: PersonId) -> StoreResult<()> {
                let rows: Vec<MembershipRow> = query_as("DELETE FROM memberships WHERE person_id = $1 RETURNING *")
                    .bind(from.0)
                    .fetch_all(self.connection())
                    .await
                    .map_err(failed)?;
                for row in rows {
                    let theirs = row.read()?;
                    let mine = self.register_entry(theirs.group, into).await?;
                    self.save_membership(&theirs.merged_into(into, mine)).await?;
                }
                self.reassign(from, into, &MERGES).await?;
                for copied in COPIED {
                    query(copied)
                        .bind(from.0)
                        .execute(self.connection())
                        .await
                        .map_err(failed)?;
                }
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

/// Why a membership is suspended, as it is stored.
fn departure(suspended: Option<Suspension>) -> StoreResult<Option<String>> {
    suspended.map(|suspension| word(&suspension.departure)).transpose()
}

/// What moves from person `$1` to person `$2`; the rows in teams and of skills are copied.
const MERGES: [&str; 6] = [
    "UPDATE accounts SET person_id = $2 WHERE person_id = $1",
    "INSERT INTO team_members (group_id, team_id, person_id, captain, joined_at)
     SELECT group_id, team_id, $2, captain, joined_at FROM team_members WHERE person_id = $1
     ON CONFLICT (group_id, team_id, person_id) DO UPDATE SET captain = team_members.captain OR excluded.captain,
         joined_at = CASE WHEN excluded.joined_at < team_members.joined_at THEN excluded.joined_at
                          ELSE team_members.joined_at END",
    "UPDATE link_codes SET person_id = $2 WHERE person_id = $1",
    "UPDATE link_codes SET claimed_by = $2 WHERE claimed_by = $1",
    "UPDATE calendar_feeds SET person_id = $2 WHERE person_id = $1",
    "INSERT INTO person_skills (person_id, skill_key, skill)
     SELECT $2, skill_key, skill FROM person_skills WHERE person_id = $1
     ON CONFLICT (person_id, skill_key) DO NOTHING",
];

/// What was copied from person `$1` goes with them.
const COPIED: [&str; 2] = [
    "DELETE FROM team_members WHERE person_id = $1",
    "DELETE FROM person_skills WHERE person_id = $1",
];

people!(SqliteUnit, lock: "");
people!(PostgresUnit, lock: " FOR NO KEY UPDATE");

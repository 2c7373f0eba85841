//! Link codes, and the wrong ones that were typed.

use async_trait::async_trait;
use muster_core::clock::Instant;
use muster_core::ids::{GroupId, PersonId};
use muster_core::people::link::{Joining, LinkCode, LinkPurpose};
use muster_core::store::{LinkCodes, StoreResult};
use muster_core::surface::{Platform, RoomAddress};
use sqlx::{FromRow, query, query_as, query_scalar};
use uuid::Uuid;

use crate::column::{Origin, micros};
use crate::failure::{expect_one, failed};
use crate::find::find;
use crate::postgres::PostgresUnit;
use crate::sqlite::SqliteUnit;

#[derive(FromRow)]
pub(crate) struct LinkCodeRow {
    hash: Vec<u8>,
    person_id: Uuid,
    group_id: Option<Uuid>,
    expires_at: i64,
    claimed_by: Option<Uuid>,
    claimed_platform: Option<String>,
    claimed_place: Option<String>,
    claimed_room: Option<String>,
    claimed_name: Option<String>,
    used_at: Option<i64>,
}

impl LinkCodeRow {
    pub(crate) fn read(self) -> StoreResult<LinkCode> {
        let origin = Origin::new("link_codes", &self.person_id);
        let used_at: Option<Instant> = origin.instant_if_any("used_at", self.used_at)?;
        let platform: Option<Platform> = origin.word_if_any("claimed_platform", self.claimed_platform.as_ref())?;
        let joining = match (platform, self.claimed_place, self.claimed_room, self.claimed_name) {
            (Some(platform), Some(place), Some(room), Some(name)) => Some(Joining {
                room: RoomAddress {
                    platform,
                    place,
                    room,
                    private: false,
                },
                name,
            }),
            (None, None, None, None) => None,
            _ => return Err(origin.corrupt("claimed_place")),
        };
        let (group, asked_by) = (self.group_id.map(GroupId), PersonId(self.person_id));
        Ok(LinkCode {
            purpose: purpose(group, asked_by),
            expires_at: origin.instant("expires_at", self.expires_at)?,
            claimed_by: self.claimed_by.map(PersonId),
            joining,
            used_at,
            hash: self.hash.try_into().map_err(|_| origin.corrupt("hash"))?,
        })
    }
}

const fn purpose(group: Option<GroupId>, asked_by: PersonId) -> LinkPurpose {
    match group {
        Some(group) => LinkPurpose::Group {
            group,
            organizer: asked_by,
        },
        None => LinkPurpose::Person(asked_by),
    }
}

/// Who asked for a code, and the group that it is for, as they are stored.
fn asked(purpose: LinkPurpose) -> (Uuid, Option<Uuid>) {
    match purpose {
        LinkPurpose::Person(person) => (person.0, None),
        LinkPurpose::Group { group, organizer } => (organizer.0, Some(group.0)),
    }
}

/// The codes of person `$1`, for an account or for a place, that somebody typed and that were not used, the one that ends last.
macro_rules! claimed {
    (group: $group:literal) => {
        concat!(
            "SELECT * FROM link_codes
             WHERE person_id = $1 AND group_id ",
            $group,
            " AND claimed_by IS NOT NULL AND used_at IS NULL
             ORDER BY expires_at DESC, hash DESC LIMIT 1"
        )
    };
}

macro_rules! link_codes {
    ($unit:ty, lock: $lock:literal) => {
        #[async_trait]
        impl LinkCodes for $unit {
            async fn link_code(&mut self, hash: &[u8; 32]) -> StoreResult<Option<LinkCode>> {
                find!(self, LinkCodeRow, "SELECT * FROM link_codes WHERE hash = $1", hash.to_vec())
            }

            async fn link_code_for_update(&mut self, hash: &[u8; 32]) -> StoreResult<Option<LinkCode>> {
                find!(self, LinkCodeRow, concat!("SELECT * FROM link_codes WHERE hash = $1", $lock), hash.to_vec())
            }

            async fn save_link_code(&mut self, code: &LinkCode) -> StoreResult<()> {
                let (asked_by, group) = asked(code.purpose);
                let joining = code.joining.as_ref();
                let done = query(
                    "INSERT INTO link_codes (hash, person_id, group_id, expires_at, claimed_by, used_at,
                         claimed_platform, claimed_place, claimed_room, claimed_name)
                     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
                     ON CONFLICT (hash) DO UPDATE SET person_id = excluded.person_id, group_id = excluded.group_id,
                         expires_at = excluded.expires_at, claimed_by = excluded.claimed_by, used_at = excluded.used_at,
                         claimed_platform = excluded.claimed_platform, claimed_place = excluded.claimed_place,
                         claimed_room = excluded.claimed_room, claimed_name = excluded.claimed_name",
                )
                .bind(code.hash.to_vec())
                .bind(asked_by)
                .bind(group)
                .bind(micros(code.expires_at))
                .bind(code.claimed_by.map(|person| person.0))
                .bind(code.used_at.map(micros))
                .bind(joining.map(|joining| joining.room.platform.code()))
                .bind(joining.map(|joining| &joining.room.place))
                .bind(joining.map(|joining| &joining.room.room))
                .bind(joining.map(|joining| &joining.name))
                .execute(self.connection())
                .await
                .map_err(failed)?;
                expect_one(done.rows_affected(), "link_codes")
            }

            async fn claimed_code(&mut self, asked_by: PersonId) -> StoreResult<Option<LinkCode>> {
                find!(self, LinkCodeRow, claimed!(group: "IS NULL"), asked_by.0)
            }

            async fn claimed_code_for_update(&mut self, asked_by: PersonId) -> StoreResult<Option<LinkCode>> {
                find!(self, LinkCodeRow, concat!(claimed!(group: "IS NULL"), $lock), asked_by.0)
            }

            async fn claimed_place_code_for_update(&mut self, organizer: PersonId) -> StoreResult<Option<LinkCode>> {
                find!(self, LinkCodeRow, concat!(claimed!(group: "IS NOT NULL"), $lock), organizer.0)
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

            async fn forget_codes(&mut self, before: Instant) -> StoreResult<u64> {
                let codes = query("DELETE FROM link_codes WHERE expires_at < $1 OR used_at < $1")
                    .bind(micros(before))
                    .execute(self.connection())
                    .await
                    .map_err(failed)?;
                let wrong = query("DELETE FROM wrong_codes WHERE at < $1")
                    .bind(micros(before))
                    .execute(self.connection())
                    .await
                    .map_err(failed)?;
                Ok(codes.rows_affected() + wrong.rows_affected())
            }
        }
    };
}

link_codes!(SqliteUnit, lock: "");
link_codes!(PostgresUnit, lock: " FOR NO KEY UPDATE");

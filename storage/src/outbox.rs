//! The outbox.

use async_trait::async_trait;
use muster_core::clock::Instant;
use muster_core::ids::{GroupId, OutboxId, PersonId, Reference};
use muster_core::store::{
    AccountKey, Depth, Later, Lease, Outbox, OutboxKind, OutboxRow, OutboxState, Sent, StoreResult,
};
use muster_core::surface::{Address, Platform, RoomAddress};
use sqlx::{FromRow, query, query_as, query_scalar};
use uuid::Uuid;

use crate::column::{Origin, json, micros, word};
use crate::failure::failed;
use crate::postgres::PostgresUnit;
use crate::sqlite::SqliteUnit;

/// A message that is not settled.
#[derive(FromRow)]
pub(crate) struct MessageRow {
    id: Uuid,
    message_key: String,
    kind: String,
    #[sqlx(flatten)]
    to: AddressRow,
    person_id: Option<Uuid>,
    author: Option<String>,
    language: String,
    about_group: Option<Uuid>,
    about: Option<String>,
    state: String,
    not_before: i64,
    created_at: i64,
    owner: Option<String>,
    free_at: Option<i64>,
    attempts: i64,
    doubtful_since: Option<i64>,
    payload: Option<String>,
}

impl MessageRow {
    pub(crate) fn read(self) -> StoreResult<OutboxRow> {
        let origin = Origin::new("outbox", &self.id);
        let about = self.about.as_ref();
        let about = about.map(|about| about.parse().map_err(|_| origin.corrupt("about")));
        Ok(OutboxRow {
            id: OutboxId(self.id),
            kind: origin.word("kind", &self.kind)?,
            to: self.to.read(origin)?,
            person: self.person_id.map(PersonId),
            author: self.author,
            language: origin.word("language", &self.language)?,
            about: self.about_group.map(GroupId).zip(about.transpose()?),
            card: origin.json("payload", &origin.present("payload", self.payload)?)?,
            state: origin.word("state", &self.state)?,
            not_before: origin.instant("not_before", self.not_before)?,
            created_at: origin.instant("created_at", self.created_at)?,
            leased_until: origin.instant_if_any("free_at", self.free_at.filter(|_| self.owner.is_some()))?,
            owner: self.owner,
            attempts: origin.number("attempts", self.attempts)?,
            doubtful_since: origin.instant_if_any("doubtful_since", self.doubtful_since)?,
            key: self.message_key,
        })
    }
}

/// Whom a message is for.
#[derive(FromRow)]
struct AddressRow {
    platform: String,
    place: Option<String>,
    room: Option<String>,
    private: bool,
    answers: Option<String>,
    account: Option<String>,
}

impl AddressRow {
    fn read(self, origin: Origin<'_>) -> StoreResult<Address> {
        let platform = origin.word("platform", &self.platform)?;
        Ok(match (self.place, self.room) {
            (Some(place), Some(room)) => Address::Room {
                room: RoomAddress {
                    platform,
                    place,
                    room,
                    private: self.private,
                },
                only_for: self.account,
                answers: self.answers,
            },
            (None, None) => Address::Account {
                platform,
                account: origin.present("account", self.account)?,
            },
            _ => return Err(origin.corrupt("room")),
        })
    }
}

impl From<&Address> for AddressRow {
    fn from(to: &Address) -> Self {
        let platform = to.platform().code().to_owned();
        match to.clone() {
            Address::Room {
                room,
                only_for,
                answers,
            } => Self {
                platform,
                place: Some(room.place),
                room: Some(room.room),
                private: room.private,
                answers,
                account: only_for,
            },
            Address::Account { account, .. } => Self {
                platform,
                place: None,
                room: None,
                private: true,
                answers: None,
                account: Some(account),
            },
        }
    }
}

/// A message that was sent, or may have been.
#[derive(FromRow)]
struct SentRow {
    id: Uuid,
    kind: String,
    #[sqlx(flatten)]
    to: AddressRow,
    at: i64,
}

impl SentRow {
    fn read(self) -> StoreResult<Sent> {
        let origin = Origin::new("outbox", &self.id);
        Ok(Sent {
            kind: origin.word("kind", &self.kind)?,
            to: self.to.read(origin)?,
            at: origin.instant("settled_at", self.at)?,
        })
    }
}

/// A state in two words: the second says why it was refused.
fn state_words(state: OutboxState) -> StoreResult<(String, Option<String>)> {
    Ok(match state {
        OutboxState::Refused(refusal) => ("refused".to_owned(), Some(word(&refusal)?)),
        other => (word(&other)?, None),
    })
}

macro_rules! outbox {
    ($unit:ty, skip_locked: $skip_locked:literal) => {
        #[async_trait]
        impl Outbox for $unit {
            async fn enqueue(&mut self, row: &OutboxRow) -> StoreResult<bool> {
                let to = AddressRow::from(&row.to);
                let (state, refusal) = state_words(row.state)?;
                let done = query(
                    "INSERT INTO outbox (id, message_key, kind, platform, place, room, private, answers, account,
                         person_id, state, refusal, not_before, created_at, owner, free_at, attempts, payload, author,
                         language, about_group, about, doubtful_since)
                     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19,
                         $20, $21, $22, $23)
                     ON CONFLICT (message_key) DO NOTHING",
                )
                .bind(row.id.0)
                .bind(&row.key)
                .bind(word(&row.kind)?)
                .bind(to.platform)
                .bind(to.place)
                .bind(to.room)
                .bind(to.private)
                .bind(to.answers)
                .bind(to.account)
                .bind(row.person.map(|person| person.0))
                .bind(state)
                .bind(refusal)
                .bind(micros(row.not_before))
                .bind(micros(row.created_at))
                .bind(&row.owner)
                .bind(micros(row.leased_until.unwrap_or(row.not_before)))
                .bind(i64::from(row.attempts))
                .bind(json(&row.card)?)
                .bind(&row.author)
                .bind(row.language.code())
                .bind(row.about.map(|(group, _)| group.0))
                .bind(row.about.map(|(_, shown)| shown.to_string()))
                .bind(row.doubtful_since.map(micros))
                .execute(self.connection())
                .await
                .map_err(failed)?;
                Ok(done.rows_affected() == 1)
            }

            async fn lease(
                &mut self,
                platform: Platform,
                kind: OutboxKind,
                lease: Lease<'_>,
                now: Instant,
                limit: u32,
            ) -> StoreResult<Vec<OutboxRow>> {
                let rows: Vec<MessageRow> = query_as(concat!(
                    "WITH free AS MATERIALIZED (
                         SELECT id FROM outbox WHERE platform = $1 AND kind = $2 AND free_at <= $3
                         ORDER BY free_at, id LIMIT $4",
                    $skip_locked,
                    ")
                     UPDATE outbox SET state = 'leased', owner = $5, free_at = $6
                     WHERE id IN (SELECT id FROM free) RETURNING *"
                ))
                .bind(platform.code())
                .bind(kind.code())
                .bind(micros(now))
                .bind(i64::from(limit))
                .bind(lease.owner)
                .bind(micros(lease.until))
                .fetch_all(self.connection())
                .await
                .map_err(failed)?;
                let mut leased = rows
                    .into_iter()
                    .map(MessageRow::read)
                    .collect::<StoreResult<Vec<_>>>()?;
                leased.sort_by_key(|row| (row.not_before, row.id));
                Ok(leased)
            }

            async fn begin_sending(&mut self, id: OutboxId, lease: Lease<'_>, now: Instant) -> StoreResult<bool> {
                let done = query(
                    "UPDATE outbox SET state = 'sending', attempts = attempts + 1, free_at = $1,
                         doubtful_since = COALESCE(doubtful_since, $2)
                     WHERE id = $3 AND owner = $4 AND state = 'leased'",
                )
                .bind(micros(lease.until))
                .bind(micros(now))
                .bind(id.0)
                .bind(lease.owner)
                .execute(self.connection())
                .await
                .map_err(failed)?;
                Ok(done.rows_affected() == 1)
            }

            async fn settle_sending(
                &mut self,
                id: OutboxId,
                owner: &str,
                state: OutboxState,
                now: Instant,
            ) -> StoreResult<bool> {
                let (state, refusal) = state_words(state)?;
                let done = query(
                    "UPDATE outbox SET state = $1, refusal = $2, settled_at = $3, owner = NULL, free_at = NULL,
                         payload = NULL, tried = NULL
                     WHERE id = $4 AND owner = $5 AND free_at IS NOT NULL AND kind <> 'farewell'",
                )
                .bind(state)
                .bind(refusal)
                .bind(micros(now))
                .bind(id.0)
                .bind(owner)
                .execute(self.connection())
                .await
                .map_err(failed)?;
                if done.rows_affected() == 1 {
                    return Ok(true);
                }
                let farewell = query("DELETE FROM outbox WHERE id = $1 AND owner = $2 AND kind = 'farewell'")
                    .bind(id.0)
                    .bind(owner)
                    .execute(self.connection())
                    .await
                    .map_err(failed)?;
                Ok(farewell.rows_affected() == 1)
            }

            async fn postpone(&mut self, id: OutboxId, owner: &str, later: Later) -> StoreResult<bool> {
                let done = query(
                    "UPDATE outbox SET not_before = $1, free_at = $1, owner = NULL, doubtful_since = $2,
                         attempts = CASE WHEN attempts > 0 THEN attempts - $3 ELSE 0 END,
                         state = CASE WHEN attempts > $3 THEN 'retry' ELSE 'pending' END
                     WHERE id = $4 AND owner = $5 AND free_at IS NOT NULL",
                )
                .bind(micros(later.not_before))
                .bind(later.doubtful_since.map(micros))
                .bind(i64::from(!later.counts))
                .bind(id.0)
                .bind(owner)
                .execute(self.connection())
                .await
                .map_err(failed)?;
                Ok(done.rows_affected() == 1)
            }

            async fn tried(&mut self, id: OutboxId) -> StoreResult<Vec<AccountKey>> {
                let tried: Option<Option<String>> = query_scalar("SELECT tried FROM outbox WHERE id = $1")
                    .bind(id.0)
                    .fetch_optional(self.connection())
                    .await
                    .map_err(failed)?;
                match tried.flatten() {
                    Some(tried) => Origin::new("outbox", &id.0).json("tried", &tried),
                    None => Ok(Vec::new()),
                }
            }

            async fn redirect(
                &mut self,
                id: OutboxId,
                owner: &str,
                (platform, account): &AccountKey,
                tried: &[AccountKey],
                now: Instant,
            ) -> StoreResult<bool> {
                let done = query(
                    "UPDATE outbox SET platform = $1, account = $2, tried = $3, state = 'pending', attempts = 0,
                         doubtful_since = NULL, owner = NULL, not_before = $4, free_at = $4
                     WHERE id = $5 AND owner = $6 AND free_at IS NOT NULL",
                )
                .bind(platform.code())
                .bind(account)
                .bind(json(&tried)?)
                .bind(micros(now))
                .bind(id.0)
                .bind(owner)
                .execute(self.connection())
                .await
                .map_err(failed)?;
                Ok(done.rows_affected() == 1)
            }

            async fn put_back(&mut self, id: OutboxId, owner: &str, free_at: Instant) -> StoreResult<bool> {
                let done = query(
                    "UPDATE outbox SET not_before = $1, free_at = $1, owner = NULL,
                         state = CASE WHEN attempts > 0 THEN 'retry' ELSE 'pending' END
                     WHERE id = $2 AND owner = $3 AND state = 'leased'",
                )
                .bind(micros(free_at))
                .bind(id.0)
                .bind(owner)
                .execute(self.connection())
                .await
                .map_err(failed)?;
                Ok(done.rows_affected() == 1)
            }

            async fn hand_back(&mut self, owner: &str, now: Instant) -> StoreResult<u64> {
                let done = query("UPDATE outbox SET free_at = $1 WHERE owner = $2 AND free_at IS NOT NULL")
                    .bind(micros(now))
                    .bind(owner)
                    .execute(self.connection())
                    .await
                    .map_err(failed)?;
                Ok(done.rows_affected())
            }

            async fn take_over(&mut self, platform: Platform, owner: &str, now: Instant) -> StoreResult<u64> {
                let done = query(
                    "UPDATE outbox SET free_at = $1 WHERE owner <> $2 AND platform = $3 AND free_at > $1",
                )
                .bind(micros(now))
                .bind(owner)
                .bind(platform.code())
                .execute(self.connection())
                .await
                .map_err(failed)?;
                Ok(done.rows_affected())
            }

            async fn readdress(&mut self, from: &RoomAddress, to: &RoomAddress) -> StoreResult<u64> {
                let done = query(
                    "UPDATE outbox SET place = $1, room = $2, private = $3
                     WHERE platform = $4 AND place = $5 AND room = $6 AND private = $7 AND free_at IS NOT NULL",
                )
                .bind(&to.place)
                .bind(&to.room)
                .bind(to.private)
                .bind(from.platform.code())
                .bind(&from.place)
                .bind(&from.room)
                .bind(from.private)
                .execute(self.connection())
                .await
                .map_err(failed)?;
                Ok(done.rows_affected())
            }

            async fn outlive_memory(&mut self, platform: Platform) -> StoreResult<u64> {
                let done = query(
                    "UPDATE outbox SET doubtful_since = 0
                     WHERE platform = $1 AND doubtful_since IS NOT NULL AND free_at IS NOT NULL",
                )
                .bind(platform.code())
                .execute(self.connection())
                .await
                .map_err(failed)?;
                Ok(done.rows_affected())
            }

            async fn withdraw(&mut self, group: GroupId, broadcast: Reference) -> StoreResult<Vec<PersonId>> {
                let people: Vec<Option<Uuid>> = query_scalar(
                    "DELETE FROM outbox WHERE about_group = $1 AND about = $2 AND kind = 'broadcast'
                         AND free_at IS NOT NULL AND doubtful_since IS NULL RETURNING person_id",
                )
                .bind(group.0)
                .bind(broadcast.to_string())
                .fetch_all(self.connection())
                .await
                .map_err(failed)?;
                let mut people: Vec<_> = people.into_iter().flatten().map(PersonId).collect();
                people.sort();
                Ok(people)
            }

            async fn next_sending(&mut self, platform: Platform) -> StoreResult<Option<Instant>> {
                let free_at: Option<i64> = query_scalar(
                    "SELECT free_at FROM outbox WHERE platform = $1 AND free_at IS NOT NULL ORDER BY free_at LIMIT 1",
                )
                .bind(platform.code())
                .fetch_optional(self.connection())
                .await
                .map_err(failed)?;
                Origin::new("outbox", &"earliest").instant_if_any("free_at", free_at)
            }

            async fn sent_since(
                &mut self,
                platform: Platform,
                since: Instant,
                now: Instant,
            ) -> StoreResult<Vec<Sent>> {
                let settled: Vec<SentRow> = query_as(
                    "SELECT id, kind, platform, place, room, private, answers, account, settled_at AS at FROM outbox
                     WHERE settled_at > $1 AND platform = $2",
                )
                .bind(micros(since))
                .bind(platform.code())
                .fetch_all(self.connection())
                .await
                .map_err(failed)?;
                let doubtful: Vec<SentRow> = query_as(
                    "SELECT id, kind, platform, place, room, private, answers, account, doubtful_since AS at FROM outbox
                     WHERE free_at IS NOT NULL AND platform = $1 AND doubtful_since IS NOT NULL",
                )
                .bind(platform.code())
                .fetch_all(self.connection())
                .await
                .map_err(failed)?;
                let settled = settled.into_iter().map(SentRow::read);
                let mut sent = settled.collect::<StoreResult<Vec<_>>>()?;
                for row in doubtful {
                    sent.push(Sent { at: now, ..row.read()? });
                }
                sent.sort_by_key(|sent| sent.at);
                Ok(sent)
            }

            async fn outbox_depth(&mut self) -> StoreResult<Vec<Depth>> {
                let rows: Vec<(String, String, i64)> = query_as(
                    "SELECT platform, kind, count(*) FROM outbox WHERE free_at IS NOT NULL GROUP BY platform, kind",
                )
                .fetch_all(self.connection())
                .await
                .map_err(failed)?;
                let origin = Origin::new("outbox", &"depth");
                let depth = |(platform, kind, messages): (String, String, i64)| {
                    Ok(Depth {
                        platform: origin.word("platform", &platform)?,
                        kind: origin.word("kind", &kind)?,
                        messages: origin.number("id", messages)?,
                    })
                };
                let mut depths = rows.into_iter().map(depth).collect::<StoreResult<Vec<_>>>()?;
                depths.sort_by_key(|depth| (depth.platform, depth.kind));
                Ok(depths)
            }

            async fn count_unknown(&mut self) -> StoreResult<u64> {
                let unknown: i64 = query_scalar("SELECT count(*) FROM outbox WHERE state = 'unknown'")
                    .fetch_one(self.connection())
                    .await
                    .map_err(failed)?;
                Origin::new("outbox", &"unknown").number("id", unknown)
            }

            async fn forget_settled(&mut self, before: Instant) -> StoreResult<u64> {
                let done = query("DELETE FROM outbox WHERE settled_at < $1")
                    .bind(micros(before))
                    .execute(self.connection())
                    .await
                    .map_err(failed)?;
                Ok(done.rows_affected())
            }

            async fn release_held_messages(&mut self, person: PersonId, at: Instant) -> StoreResult<u64> {
                let done = query(
                    "UPDATE outbox SET not_before = $2, free_at = $2
                     WHERE person_id = $1 AND state = 'pending' AND attempts = 0 AND not_before > $2",
                )
                .bind(person.0)
                .bind(micros(at))
                .execute(self.connection())
                .await
                .map_err(failed)?;
                Ok(done.rows_affected())
            }

            async fn reassign_outbox(&mut self, from: PersonId, into: PersonId) -> StoreResult<()> {
                let statement = "UPDATE outbox SET person_id = $2 WHERE person_id = $1";
                self.reassign(from, into, &[statement]).await
            }
        }
    };
}

outbox!(SqliteUnit, skip_locked: "");
outbox!(PostgresUnit, skip_locked: " FOR UPDATE SKIP LOCKED");

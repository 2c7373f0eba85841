//! The outbox.

use async_trait::async_trait;
use muster_core::clock::Instant;
use muster_core::ids::{OutboxId, PersonId};
use muster_core::store::{Outbox, OutboxRow, OutboxState, StoreResult};
use muster_core::surface::{Address, RoomAddress};
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
    state: String,
    not_before: i64,
    created_at: i64,
    owner: Option<String>,
    free_at: Option<i64>,
    attempts: i64,
    payload: Option<String>,
}

impl MessageRow {
    pub(crate) fn read(self) -> StoreResult<OutboxRow> {
        let origin = Origin::new("outbox", &self.id);
        Ok(OutboxRow {
            id: OutboxId(self.id),
            kind: origin.word("kind", &self.kind)?,
            to: self.to.read(origin)?,
            person: self.person_id.map(PersonId),
            author: self.author,
            card: origin.json("payload", &origin.present("payload", self.payload)?)?,
            state: origin.word("state", &self.state)?,
            not_before: origin.instant("not_before", self.not_before)?,
            created_at: origin.instant("created_at", self.created_at)?,
            leased_until: origin.instant_if_any("free_at", self.free_at.filter(|_| self.owner.is_some()))?,
            owner: self.owner,
            attempts: origin.number("attempts", self.attempts)?,
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
                         person_id, state, refusal, not_before, created_at, owner, free_at, attempts, payload, author)
                     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
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
                .execute(self.connection())
                .await
                .map_err(failed)?;
                Ok(done.rows_affected() == 1)
            }

            async fn lease(
                &mut self,
                owner: &str,
                now: Instant,
                until: Instant,
                limit: u32,
            ) -> StoreResult<Vec<OutboxRow>> {
                let rows: Vec<MessageRow> = query_as(concat!(
                    "WITH free AS MATERIALIZED (
                         SELECT id FROM outbox WHERE free_at <= $3
                         ORDER BY CASE kind WHEN 'answer' THEN 0 WHEN 'farewell' THEN 1 WHEN 'reminder' THEN 2 ELSE 3 END,
                             created_at, id
                         LIMIT $4",
                    $skip_locked,
                    ")
                     UPDATE outbox SET state = CASE state WHEN 'pending' THEN 'leased' ELSE state END, owner = $1,
                         free_at = $2
                     WHERE id IN (SELECT id FROM free) RETURNING *"
                ))
                .bind(owner)
                .bind(micros(until))
                .bind(micros(now))
                .bind(i64::from(limit))
                .fetch_all(self.connection())
                .await
                .map_err(failed)?;
                let mut leased = rows
                    .into_iter()
                    .map(MessageRow::read)
                    .collect::<StoreResult<Vec<_>>>()?;
                leased.sort_by_key(|row| (row.kind, row.created_at, row.id));
                Ok(leased)
            }

            async fn begin_sending(&mut self, id: OutboxId, owner: &str) -> StoreResult<bool> {
                let done = query(
                    "UPDATE outbox SET state = 'sending', attempts = attempts + 1
                     WHERE id = $1 AND owner = $2 AND free_at IS NOT NULL",
                )
                .bind(id.0)
                .bind(owner)
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
                let farewell = query("DELETE FROM outbox WHERE id = $1 AND owner = $2 AND kind = 'farewell'")
                    .bind(id.0)
                    .bind(owner)
                    .execute(self.connection())
                    .await
                    .map_err(failed)?;
                if farewell.rows_affected() == 1 {
                    return Ok(true);
                }
                let (state, refusal) = state_words(state)?;
                let done = query(
                    "UPDATE outbox SET state = $1, refusal = $2, settled_at = $3, owner = NULL, free_at = NULL,
                         payload = NULL
                     WHERE id = $4 AND owner = $5 AND free_at IS NOT NULL",
                )
                .bind(state)
                .bind(refusal)
                .bind(micros(now))
                .bind(id.0)
                .bind(owner)
                .execute(self.connection())
                .await
                .map_err(failed)?;
                Ok(done.rows_affected() == 1)
            }

            async fn postpone(&mut self, id: OutboxId, owner: &str, not_before: Instant) -> StoreResult<bool> {
                let done = query(
                    "UPDATE outbox SET state = 'pending', not_before = $1, free_at = $1, owner = NULL
                     WHERE id = $2 AND owner = $3 AND free_at IS NOT NULL",
                )
                .bind(micros(not_before))
                .bind(id.0)
                .bind(owner)
                .execute(self.connection())
                .await
                .map_err(failed)?;
                Ok(done.rows_affected() == 1)
            }

            async fn take_over(&mut self, owner: &str, now: Instant) -> StoreResult<u64> {
                let done = query("UPDATE outbox SET free_at = $1 WHERE owner <> $2 AND free_at > $1")
                    .bind(micros(now))
                    .bind(owner)
                    .execute(self.connection())
                    .await
                    .map_err(failed)?;
                Ok(done.rows_affected())
            }

            async fn next_sending(&mut self) -> StoreResult<Option<Instant>> {
                let free_at: Option<i64> = query_scalar("SELECT min(free_at) FROM outbox WHERE free_at IS NOT NULL")
                    .fetch_one(self.connection())
                    .await
                    .map_err(failed)?;
                Origin::new("outbox", &"earliest").instant_if_any("free_at", free_at)
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

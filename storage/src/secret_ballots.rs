//! The ballots of secret polls: sealed while a poll is open, nobody's once it is closed.

use async_trait::async_trait;
use muster_core::ids::{GroupId, PollId};
use muster_core::poll::receipt::Receipt;
use muster_core::poll::secret::{PollKey, SecretBallot, UnlinkedBallot, VoterMark};
use muster_core::store::{SecretBallots, StoreResult, VoteEvent};
use muster_core::surface::Address;
use sqlx::{FromRow, query, query_as, query_scalar};
use uuid::Uuid;

use crate::column::{Origin, json};
use crate::failure::{expect_one, failed};
use crate::outbox::MessageRow;
use crate::postgres::PostgresUnit;
use crate::sqlite::SqliteUnit;

/// What a ballot says, in either table.
#[derive(FromRow)]
struct BallotRow {
    chosen: String,
    receipt: Option<String>,
}

impl BallotRow {
    fn read(&self, origin: Origin<'_>) -> StoreResult<SecretBallot> {
        let receipt = |written: &String| Receipt::parse(written).ok_or_else(|| origin.corrupt("receipt"));
        Ok(SecretBallot {
            chosen: origin.json("chosen", &self.chosen)?,
            receipt: self.receipt.as_ref().map(receipt).transpose()?,
        })
    }
}

#[derive(FromRow)]
struct UnlinkedRow {
    id: Uuid,
    #[sqlx(flatten)]
    ballot: BallotRow,
}

impl UnlinkedRow {
    fn read(self) -> StoreResult<UnlinkedBallot> {
        let origin = Origin::new("unlinked_ballots", &self.id);
        Ok(UnlinkedBallot {
            id: self.id,
            ballot: self.ballot.read(origin)?,
        })
    }
}

/// A receipt as its column has it.
fn written(ballot: &SecretBallot) -> Option<String> {
    ballot.receipt.map(|receipt| receipt.to_string())
}

macro_rules! secret_ballots {
    ($unit:ty) => {
        #[async_trait]
        impl SecretBallots for $unit {
            async fn poll_key(&mut self, group: GroupId, poll: PollId) -> StoreResult<Option<PollKey>> {
                let key: Option<Vec<u8>> =
                    query_scalar("SELECT mark_key FROM poll_keys WHERE group_id = $1 AND poll_id = $2")
                        .bind(group.0)
                        .bind(poll.0)
                        .fetch_optional(self.connection())
                        .await
                        .map_err(failed)?;
                let origin = Origin::new("poll_keys", &poll.0);
                key.map(|key| {
                    let bytes = key.try_into().map_err(|_| origin.corrupt("mark_key"))?;
                    Ok(PollKey::from_bytes(bytes))
                })
                .transpose()
            }

            async fn save_poll_key(&mut self, group: GroupId, poll: PollId, key: &PollKey) -> StoreResult<()> {
                let done = query(
                    "INSERT INTO poll_keys (group_id, poll_id, mark_key) VALUES ($1, $2, $3)
                     ON CONFLICT (group_id, poll_id) DO UPDATE SET mark_key = excluded.mark_key",
                )
                .bind(group.0)
                .bind(poll.0)
                .bind(key.bytes().as_slice())
                .execute(self.connection())
                .await
                .map_err(failed)?;
                expect_one(done.rows_affected(), "poll_keys")
            }

            async fn sealed_ballot(
                &mut self,
                group: GroupId,
                poll: PollId,
                voter: &VoterMark,
            ) -> StoreResult<Option<SecretBallot>> {
                let ballot: Option<BallotRow> = query_as(
                    "SELECT chosen, receipt FROM sealed_ballots WHERE group_id = $1 AND poll_id = $2 AND voter = $3",
                )
                .bind(group.0)
                .bind(poll.0)
                .bind(voter.0.as_slice())
                .fetch_optional(self.connection())
                .await
                .map_err(failed)?;
                let origin = Origin::new("sealed_ballots", &poll.0);
                ballot.map(|ballot| ballot.read(origin)).transpose()
            }

            async fn save_sealed_ballot(
                &mut self,
                group: GroupId,
                poll: PollId,
                voter: &VoterMark,
                ballot: &SecretBallot,
            ) -> StoreResult<()> {
                let done = query(
                    "INSERT INTO sealed_ballots (group_id, poll_id, voter, chosen, receipt) VALUES ($1, $2, $3, $4, $5)
                     ON CONFLICT (group_id, poll_id, voter)
                         DO UPDATE SET chosen = excluded.chosen, receipt = excluded.receipt",
                )
                .bind(group.0)
                .bind(poll.0)
                .bind(voter.0.as_slice())
                .bind(json(&ballot.chosen)?)
                .bind(written(ballot))
                .execute(self.connection())
                .await
                .map_err(failed)?;
                expect_one(done.rows_affected(), "sealed_ballots")
            }

            async fn remove_sealed_ballot(
                &mut self,
                group: GroupId,
                poll: PollId,
                voter: &VoterMark,
            ) -> StoreResult<bool> {
                let done = query("DELETE FROM sealed_ballots WHERE group_id = $1 AND poll_id = $2 AND voter = $3")
                    .bind(group.0)
                    .bind(poll.0)
                    .bind(voter.0.as_slice())
                    .execute(self.connection())
                    .await
                    .map_err(failed)?;
                Ok(done.rows_affected() == 1)
            }

            async fn secret_ballots(&mut self, group: GroupId, poll: PollId) -> StoreResult<Vec<SecretBallot>> {
                let rows: Vec<BallotRow> = query_as(
                    "SELECT chosen, receipt FROM sealed_ballots WHERE group_id = $1 AND poll_id = $2
                     UNION ALL SELECT chosen, receipt FROM unlinked_ballots WHERE group_id = $1 AND poll_id = $2",
                )
                .bind(group.0)
                .bind(poll.0)
                .fetch_all(self.connection())
                .await
                .map_err(failed)?;
                let origin = Origin::new("sealed_ballots", &poll.0);
                let ballots: StoreResult<Vec<SecretBallot>> = rows.iter().map(|row| row.read(origin)).collect();
                let mut ballots = ballots?;
                ballots.sort();
                Ok(ballots)
            }

            async fn unlink_ballots(
                &mut self,
                group: GroupId,
                poll: PollId,
                ballots: &[UnlinkedBallot],
            ) -> StoreResult<()> {
                for statement in [
                    "DELETE FROM poll_keys WHERE group_id = $1 AND poll_id = $2",
                    "DELETE FROM sealed_ballots WHERE group_id = $1 AND poll_id = $2",
                ] {
                    query(statement)
                        .bind(group.0)
                        .bind(poll.0)
                        .execute(self.connection())
                        .await
                        .map_err(failed)?;
                }
                for UnlinkedBallot { id, ballot } in ballots {
                    let done = query(
                        "INSERT INTO unlinked_ballots (group_id, poll_id, id, chosen, receipt)
                         VALUES ($1, $2, $3, $4, $5)",
                    )
                    .bind(group.0)
                    .bind(poll.0)
                    .bind(*id)
                    .bind(json(&ballot.chosen)?)
                    .bind(written(ballot))
                    .execute(self.connection())
                    .await
                    .map_err(failed)?;
                    expect_one(done.rows_affected(), "unlinked_ballots")?;
                }
                Ok(())
            }

            async fn unlinked_ballots(&mut self, group: GroupId, poll: PollId) -> StoreResult<Vec<UnlinkedBallot>> {
                let rows: Vec<UnlinkedRow> = query_as(
                    "SELECT id, chosen, receipt FROM unlinked_ballots WHERE group_id = $1 AND poll_id = $2 ORDER BY id",
                )
                .bind(group.0)
                .bind(poll.0)
                .fetch_all(self.connection())
                .await
                .map_err(failed)?;
                rows.into_iter().map(UnlinkedRow::read).collect()
            }

            async fn remember_vote(&mut self, group: GroupId, poll: PollId, vote: &VoteEvent) -> StoreResult<()> {
                let done = query(
                    "INSERT INTO secret_votes (group_id, poll_id, platform, place, room, private, event, answer,
                         account)
                     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                )
                .bind(group.0)
                .bind(poll.0)
                .bind(vote.room.platform.code())
                .bind(&vote.room.place)
                .bind(&vote.room.room)
                .bind(vote.room.private)
                .bind(vote.event.as_deref().unwrap_or_default())
                .bind(&vote.answer)
                .bind(&vote.account)
                .execute(self.connection())
                .await
                .map_err(failed)?;
                expect_one(done.rows_affected(), "secret_votes")
            }

            async fn purge_votes(&mut self, group: GroupId, poll: PollId) -> StoreResult<Vec<Address>> {
                let rows: Vec<MessageRow> = query_as(
                    "SELECT * FROM outbox
                     WHERE settled_at IS NULL AND message_key IN
                         (SELECT answer FROM secret_votes WHERE group_id = $1 AND poll_id = $2 AND event <> '')
                     ORDER BY created_at, id",
                )
                .bind(group.0)
                .bind(poll.0)
                .fetch_all(self.connection())
                .await
                .map_err(failed)?;
                for statement in [
                    "DELETE FROM outbox WHERE message_key IN
                         (SELECT answer FROM secret_votes WHERE group_id = $1 AND poll_id = $2)",
                    "DELETE FROM inbox WHERE (platform, place, room, private, event) IN
                         (SELECT platform, place, room, private, event FROM secret_votes
                          WHERE group_id = $1 AND poll_id = $2)",
                    "DELETE FROM secret_votes WHERE group_id = $1 AND poll_id = $2",
                ] {
                    query(statement)
                        .bind(group.0)
                        .bind(poll.0)
                        .execute(self.connection())
                        .await
                        .map_err(failed)?;
                }
                rows.into_iter().map(|row| Ok(row.read()?.to)).collect()
            }

            async fn owe_scrub(&mut self, id: Uuid) -> StoreResult<()> {
                query("INSERT INTO scrubs (id) VALUES ($1) ON CONFLICT DO NOTHING")
                    .bind(id)
                    .execute(self.connection())
                    .await
                    .map_err(failed)?;
                self.owes_scrub = true;
                Ok(())
            }

            async fn scrubs_owed(&mut self) -> StoreResult<Vec<Uuid>> {
                query_scalar("SELECT id FROM scrubs ORDER BY id")
                    .fetch_all(self.connection())
                    .await
                    .map_err(failed)
            }

            async fn scrubs_done(&mut self, ids: &[Uuid]) -> StoreResult<()> {
                for id in ids {
                    query("DELETE FROM scrubs WHERE id = $1")
                        .bind(*id)
                        .execute(self.connection())
                        .await
                        .map_err(failed)?;
                }
                Ok(())
            }
        }
    };
}

secret_ballots!(SqliteUnit);
secret_ballots!(PostgresUnit);

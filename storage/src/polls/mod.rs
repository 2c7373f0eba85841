//! The polls of every group, their options and their ballots.

mod rows;

use std::collections::HashMap;
use std::hash::Hash;

use async_trait::async_trait;
use muster_core::clock::Instant;
use muster_core::ids::{GroupId, PersonId, PollId, Reference};
use muster_core::poll::Poll;
use muster_core::poll::ballot::Ballot;
use muster_core::store::{Polls, StoreResult};
use muster_core::surface::Platform;
use sqlx::{query, query_as};
use uuid::Uuid;

use crate::column::{json, micros, word};
use crate::failure::{expect_one, failed};
use crate::find::row;
use crate::postgres::PostgresUnit;
use crate::sqlite::SqliteUnit;
use rows::{BallotRow, PollRow};

/// What belongs to each key, in the order in which it came.
fn by_key<K: Eq + Hash, V>(rows: impl IntoIterator<Item = (K, V)>) -> HashMap<K, Vec<V>> {
    let mut found: HashMap<K, Vec<V>> = HashMap::new();
    for (key, value) in rows {
        found.entry(key).or_default().push(value);
    }
    found
}

macro_rules! polls {
    ($unit:ty, lock: $lock:literal, share: $share:literal) => {
        impl $unit {
            /// The poll of a row with its options, which never change.
            async fn whole_poll(&mut self, row: PollRow) -> StoreResult<Poll> {
                let options: Vec<(String,)> = query_as(
                    "SELECT words FROM poll_options WHERE group_id = $1 AND poll_id = $2 ORDER BY number",
                )
                .bind(row.group_id)
                .bind(row.id)
                .fetch_all(self.connection())
                .await
                .map_err(failed)?;
                row.read(options.into_iter().map(|(words,)| words).collect())
            }

            async fn whole_poll_if_any(&mut self, row: Option<PollRow>) -> StoreResult<Option<Poll>> {
                match row {
                    Some(row) => self.whole_poll(row).await.map(Some),
                    None => Ok(None),
                }
            }
        }

        #[async_trait]
        impl Polls for $unit {
            async fn poll(&mut self, group: GroupId, id: PollId) -> StoreResult<Option<Poll>> {
                let row = row!(self, PollRow, "SELECT * FROM polls WHERE group_id = $1 AND id = $2", group.0, id.0);
                self.whole_poll_if_any(row).await
            }

            async fn poll_for_update(&mut self, group: GroupId, id: PollId) -> StoreResult<Option<Poll>> {
                let row = row!(self, PollRow, concat!("SELECT * FROM polls WHERE group_id = $1 AND id = $2", $lock), group.0, id.0);
                self.whole_poll_if_any(row).await
            }

            async fn poll_for_vote(&mut self, group: GroupId, id: PollId) -> StoreResult<Option<Poll>> {
                let row = row!(self, PollRow, concat!("SELECT * FROM polls WHERE group_id = $1 AND id = $2", $share), group.0, id.0);
                self.whole_poll_if_any(row).await
            }

            async fn poll_by_number(&mut self, group: GroupId, number: u32) -> StoreResult<Option<Poll>> {
                let row = row!(self, PollRow, "SELECT * FROM polls WHERE group_id = $1 AND number = $2", group.0, i64::from(number));
                self.whole_poll_if_any(row).await
            }

            async fn poll_by_number_for_update(&mut self, group: GroupId, number: u32) -> StoreResult<Option<Poll>> {
                let row = row!(self, PollRow, concat!("SELECT * FROM polls WHERE group_id = $1 AND number = $2", $lock), group.0, i64::from(number));
                self.whole_poll_if_any(row).await
            }

            async fn poll_by_number_for_vote(&mut self, group: GroupId, number: u32) -> StoreResult<Option<Poll>> {
                let row = row!(self, PollRow, concat!("SELECT * FROM polls WHERE group_id = $1 AND number = $2", $share), group.0, i64::from(number));
                self.whole_poll_if_any(row).await
            }

            async fn save_poll(&mut self, poll: &Poll) -> StoreResult<()> {
                let done = query(
                    "INSERT INTO polls (group_id, id, number, question, kind, creator_id, platform, place, room,
                         private, opened_at, closes_at, closes_local, closes_zone, closed_at, withdrawn_at, version,
                         secrecy, terms, nudged_at)
                     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)
                     ON CONFLICT (group_id, id) DO UPDATE SET creator_id = excluded.creator_id,
                         platform = excluded.platform, place = excluded.place, room = excluded.room,
                         private = excluded.private, closes_at = excluded.closes_at,
                         closes_local = excluded.closes_local, closes_zone = excluded.closes_zone,
                         closed_at = excluded.closed_at, withdrawn_at = excluded.withdrawn_at,
                         nudged_at = excluded.nudged_at, version = excluded.version",
                )
                .bind(poll.group.0)
                .bind(poll.id.0)
                .bind(i64::from(poll.number))
                .bind(&poll.question)
                .bind(word(&poll.kind)?)
                .bind(poll.creator.0)
                .bind(word(&poll.room.platform)?)
                .bind(&poll.room.place)
                .bind(&poll.room.room)
                .bind(poll.room.private)
                .bind(micros(poll.opened_at))
                .bind(micros(poll.closes.at))
                .bind(word(&poll.closes.local)?)
                .bind(poll.closes.zone.name())
                .bind(poll.closed_at.map(micros))
                .bind(poll.withdrawn_at.map(micros))
                .bind(i64::from(poll.version))
                .bind(word(&poll.secrecy)?)
                .bind(json(&poll.terms)?)
                .bind(poll.nudged_at.map(micros))
                .execute(self.connection())
                .await
                .map_err(failed)?;
                expect_one(done.rows_affected(), "polls")?;
                for (number, words) in poll.numbered() {
                    query(
                        "INSERT INTO poll_options (group_id, poll_id, number, words) VALUES ($1, $2, $3, $4)
                         ON CONFLICT DO NOTHING",
                    )
                    .bind(poll.group.0)
                    .bind(poll.id.0)
                    .bind(i64::from(number))
                    .bind(words)
                    .execute(self.connection())
                    .await
                    .map_err(failed)?;
                }
                Ok(())
            }

            async fn unsettled_polls(&mut self, group: GroupId) -> StoreResult<Vec<Poll>> {
                let rows: Vec<PollRow> = query_as(
                    "SELECT * FROM polls WHERE group_id = $1 AND closed_at IS NULL AND withdrawn_at IS NULL
                     ORDER BY number",
                )
                .bind(group.0)
                .fetch_all(self.connection())
                .await
                .map_err(failed)?;
                let options: Vec<(Uuid, String)> = query_as(
                    "SELECT poll_options.poll_id, poll_options.words
                     FROM polls JOIN poll_options
                         ON poll_options.group_id = polls.group_id AND poll_options.poll_id = polls.id
                     WHERE polls.group_id = $1 AND polls.closed_at IS NULL AND polls.withdrawn_at IS NULL
                     ORDER BY poll_options.number",
                )
                .bind(group.0)
                .fetch_all(self.connection())
                .await
                .map_err(failed)?;
                let mut options = by_key(options);
                rows.into_iter()
                    .map(|row| {
                        let options = options.remove(&row.id).unwrap_or_default();
                        row.read(options)
                    })
                    .collect()
            }

            async fn ballot(&mut self, group: GroupId, poll: PollId, person: PersonId) -> StoreResult<Option<Ballot>> {
                let row: Option<BallotRow> =
                    query_as("SELECT * FROM ballots WHERE group_id = $1 AND poll_id = $2 AND person_id = $3")
                        .bind(group.0)
                        .bind(poll.0)
                        .bind(person.0)
                        .fetch_optional(self.connection())
                        .await
                        .map_err(failed)?;
                row.map(BallotRow::read).transpose()
            }

            async fn ballots(&mut self, group: GroupId, poll: PollId) -> StoreResult<Vec<Ballot>> {
                let rows: Vec<BallotRow> = query_as(
                    "SELECT * FROM ballots WHERE group_id = $1 AND poll_id = $2 ORDER BY cast_at, person_id",
                )
                .bind(group.0)
                .bind(poll.0)
                .fetch_all(self.connection())
                .await
                .map_err(failed)?;
                rows.into_iter().map(BallotRow::read).collect()
            }

            async fn unsettled_ballots(&mut self, group: GroupId) -> StoreResult<HashMap<PollId, Vec<Ballot>>> {
                let rows: Vec<BallotRow> = query_as(
                    "SELECT ballots.*
                     FROM polls JOIN ballots ON ballots.group_id = polls.group_id AND ballots.poll_id = polls.id
                     WHERE polls.group_id = $1 AND polls.closed_at IS NULL AND polls.withdrawn_at IS NULL
                     ORDER BY ballots.cast_at, ballots.person_id",
                )
                .bind(group.0)
                .fetch_all(self.connection())
                .await
                .map_err(failed)?;
                let ballots: StoreResult<Vec<(PollId, Ballot)>> =
                    rows.into_iter().map(|row| Ok((PollId(row.poll_id), row.read()?))).collect();
                Ok(by_key(ballots?))
            }

            async fn voters(&mut self, group: GroupId, poll: PollId) -> StoreResult<Vec<(PersonId, String)>> {
                let rows: Vec<(Uuid, String)> = query_as(
                    "SELECT people.id, people.name FROM ballots JOIN people ON people.id = ballots.person_id
                     WHERE ballots.group_id = $1 AND ballots.poll_id = $2 ORDER BY ballots.cast_at, people.id",
                )
                .bind(group.0)
                .bind(poll.0)
                .fetch_all(self.connection())
                .await
                .map_err(failed)?;
                Ok(rows.into_iter().map(|(id, name)| (PersonId(id), name)).collect())
            }

            async fn save_ballot(&mut self, group: GroupId, poll: PollId, ballot: &Ballot) -> StoreResult<()> {
                let done = query(
                    "INSERT INTO ballots (group_id, poll_id, person_id, cast_at, platform, chosen, reason)
                     VALUES ($1, $2, $3, $4, $5, $6, $7)
                     ON CONFLICT (group_id, poll_id, person_id) DO UPDATE SET cast_at = excluded.cast_at,
                         platform = excluded.platform, chosen = excluded.chosen, reason = excluded.reason",
                )
                .bind(group.0)
                .bind(poll.0)
                .bind(ballot.person.0)
                .bind(micros(ballot.cast_at))
                .bind(ballot.platform.map(Platform::code))
                .bind(json(&ballot.chosen)?)
                .bind(&ballot.reason)
                .execute(self.connection())
                .await
                .map_err(failed)?;
                expect_one(done.rows_affected(), "ballots")
            }

            async fn remove_ballot(&mut self, group: GroupId, poll: PollId, person: PersonId) -> StoreResult<bool> {
                let done = query("DELETE FROM ballots WHERE group_id = $1 AND poll_id = $2 AND person_id = $3")
                    .bind(group.0)
                    .bind(poll.0)
                    .bind(person.0)
                    .execute(self.connection())
                    .await
                    .map_err(failed)?;
                Ok(done.rows_affected() == 1)
            }

            async fn reassign_polls(&mut self, from: PersonId, into: PersonId) -> StoreResult<()> {
                // Where both voted only the later ballot is left; what is left then moves.
                let statements = [
                    "UPDATE polls SET creator_id = $2 WHERE creator_id = $1",
                    "DELETE FROM ballots WHERE person_id = $2 AND EXISTS (
                         SELECT 1 FROM ballots AS theirs WHERE theirs.group_id = ballots.group_id
                             AND theirs.poll_id = ballots.poll_id AND theirs.person_id = $1
                             AND theirs.cast_at > ballots.cast_at)",
                    "DELETE FROM ballots WHERE person_id = $1 AND EXISTS (
                         SELECT 1 FROM ballots AS theirs WHERE theirs.group_id = ballots.group_id
                             AND theirs.poll_id = ballots.poll_id AND theirs.person_id = $2)",
                    "UPDATE ballots SET person_id = $2 WHERE person_id = $1",
                    "DELETE FROM poll_electors WHERE person_id = $1 AND EXISTS (
                         SELECT 1 FROM poll_electors AS theirs WHERE theirs.group_id = poll_electors.group_id
                             AND theirs.poll_id = poll_electors.poll_id AND theirs.person_id = $2)",
                    "UPDATE poll_electors SET person_id = $2 WHERE person_id = $1",
                ];
                self.reassign(from, into, &statements).await
            }

            async fn electors(&mut self, group: GroupId, poll: PollId) -> StoreResult<Vec<PersonId>> {
                let ids: Vec<(Uuid,)> = query_as(
                    "SELECT person_id FROM poll_electors WHERE group_id = $1 AND poll_id = $2 ORDER BY person_id",
                )
                .bind(group.0)
                .bind(poll.0)
                .fetch_all(self.connection())
                .await
                .map_err(failed)?;
                Ok(ids.into_iter().map(|(id,)| PersonId(id)).collect())
            }

            async fn add_elector(&mut self, group: GroupId, poll: PollId, person: PersonId) -> StoreResult<()> {
                query(
                    "INSERT INTO poll_electors (group_id, poll_id, person_id) VALUES ($1, $2, $3)
                     ON CONFLICT DO NOTHING",
                )
                .bind(group.0)
                .bind(poll.0)
                .bind(person.0)
                .execute(self.connection())
                .await
                .map_err(failed)?;
                Ok(())
            }

            async fn poll_works(&mut self, group: GroupId, poll: PollId) -> StoreResult<Vec<Reference>> {
                let works: Vec<(String, i64)> =
                    query_as("SELECT kind, number FROM poll_works WHERE group_id = $1 AND poll_id = $2")
                        .bind(group.0)
                        .bind(poll.0)
                        .fetch_all(self.connection())
                        .await
                        .map_err(failed)?;
                rows::works(poll, works)
            }

            async fn add_poll_work(&mut self, group: GroupId, poll: PollId, work: Reference) -> StoreResult<()> {
                query("INSERT INTO poll_works (group_id, poll_id, kind, number) VALUES ($1, $2, $3, $4)")
                    .bind(group.0)
                    .bind(poll.0)
                    .bind(work.kind.word())
                    .bind(i64::from(work.number))
                    .execute(self.connection())
                    .await
                    .map_err(failed)?;
                Ok(())
            }

            async fn remove_poll_works(&mut self, group: GroupId, poll: PollId) -> StoreResult<()> {
                query("DELETE FROM poll_works WHERE group_id = $1 AND poll_id = $2")
                    .bind(group.0)
                    .bind(poll.0)
                    .execute(self.connection())
                    .await
                    .map_err(failed)?;
                Ok(())
            }

            async fn take_poll_to_tell(
                &mut self,
                group: GroupId,
                work: Reference,
                at: Instant,
            ) -> StoreResult<Option<PollId>> {
                let poll: Option<(Uuid,)> = query_as(
                    "UPDATE poll_works SET told_at = $4
                     WHERE group_id = $1 AND kind = $2 AND number = $3 AND told_at IS NULL RETURNING poll_id",
                )
                .bind(group.0)
                .bind(work.kind.word())
                .bind(i64::from(work.number))
                .bind(micros(at))
                .fetch_optional(self.connection())
                .await
                .map_err(failed)?;
                Ok(poll.map(|(poll,)| PollId(poll)))
            }
        }
    };
}

polls!(SqliteUnit, lock: "", share: "");
polls!(PostgresUnit, lock: " FOR NO KEY UPDATE", share: " FOR SHARE");

//! The broadcasts of every group, and what became of everybody's copy.

use async_trait::async_trait;
use muster_core::broadcast::{Audience, Broadcast, Counts, Reach};
use muster_core::clock::Instant;
use muster_core::ids::{BroadcastId, GroupId, PersonId, TeamId};
use muster_core::people::Person;
use muster_core::store::{Among, Broadcasts, StoreResult};
use muster_core::surface::RoomAddress;
use sqlx::{FromRow, query, query_as, query_scalar};
use uuid::Uuid;

use crate::column::{Origin, micros, word};
use crate::failure::{expect_one, failed};
use crate::find::find;
use crate::people::PersonRow;
use crate::postgres::PostgresUnit;
use crate::sqlite::SqliteUnit;

#[derive(FromRow)]
struct BroadcastRow {
    group_id: Uuid,
    id: Uuid,
    number: i64,
    text: String,
    audience: String,
    audience_team_id: Option<Uuid>,
    audience_number: Option<i64>,
    asks: bool,
    author_id: Uuid,
    platform: Option<String>,
    place: Option<String>,
    room: Option<String>,
    created_at: i64,
    goes_at: Option<i64>,
    goes_local: Option<String>,
    goes_zone: Option<String>,
    people: i64,
    confirmed_at: Option<i64>,
    begun_at: Option<i64>,
    cursor_id: Option<Uuid>,
    written_at: Option<i64>,
    stopped_at: Option<i64>,
    unwritten: i64,
    finished_at: Option<i64>,
    mentioned_at: Option<i64>,
    version: i64,
}

impl BroadcastRow {
    fn read(self) -> StoreResult<Broadcast> {
        let origin = Origin::new("broadcasts", &self.id);
        let room = match (&self.platform, self.place, self.room) {
            (Some(platform), Some(place), Some(room)) => Some(RoomAddress {
                platform: origin.word("platform", platform)?,
                place,
                room,
                private: false,
            }),
            (None, None, None) => None,
            _ => return Err(origin.corrupt("room")),
        };
        let at = match (self.goes_at, &self.goes_local, &self.goes_zone) {
            (Some(at), Some(local), Some(zone)) => {
                Some(origin.moment(["goes_at", "goes_local", "goes_zone"], at, local, zone)?)
            }
            _ => None,
        };
        Ok(Broadcast {
            id: BroadcastId(self.id),
            group: GroupId(self.group_id),
            number: origin.number("number", self.number)?,
            text: self.text,
            audience: audience(origin, &self.audience, self.audience_team_id, self.audience_number)?,
            asks: self.asks,
            author: PersonId(self.author_id),
            room,
            created_at: origin.instant("created_at", self.created_at)?,
            at,
            people: origin.number("people", self.people)?,
            confirmed_at: origin.instant_if_any("confirmed_at", self.confirmed_at)?,
            begun_at: origin.instant_if_any("begun_at", self.begun_at)?,
            cursor: self.cursor_id.map(PersonId),
            written_at: origin.instant_if_any("written_at", self.written_at)?,
            stopped_at: origin.instant_if_any("stopped_at", self.stopped_at)?,
            unwritten: origin.number("unwritten", self.unwritten)?,
            finished_at: origin.instant_if_any("finished_at", self.finished_at)?,
            mentioned_at: origin.instant_if_any("mentioned_at", self.mentioned_at)?,
            version: origin.number("version", self.version)?,
        })
    }
}

fn audience(origin: Origin<'_>, kind: &str, team: Option<Uuid>, number: Option<i64>) -> StoreResult<Audience> {
    let number = || origin.number("audience_number", origin.present("audience_number", number)?);
    Ok(match kind {
        "everyone" => Audience::Everyone,
        "captains" => Audience::Captains,
        "team" => Audience::Team(TeamId(origin.present("audience_team_id", team)?)),
        "roster" => Audience::Roster(number()?),
        "unconfirmed" => Audience::Unconfirmed(number()?),
        "nonvoters" => Audience::Nonvoters(number()?),
        _ => return Err(origin.corrupt("audience")),
    })
}

const fn audience_columns(audience: Audience) -> (&'static str, Option<Uuid>, Option<u32>) {
    match audience {
        Audience::Everyone => ("everyone", None, None),
        Audience::Captains => ("captains", None, None),
        Audience::Team(team) => ("team", Some(team.0), None),
        Audience::Roster(number) => ("roster", None, Some(number)),
        Audience::Unconfirmed(number) => ("unconfirmed", None, Some(number)),
        Audience::Nonvoters(number) => ("nonvoters", None, Some(number)),
    }
}

/// What became of a copy in two words: the second says why it was refused.
fn reach_words(reach: Reach) -> StoreResult<(&'static str, Option<String>)> {
    Ok(match reach {
        Reach::Waiting => ("waiting", None),
        Reach::Held => ("held", None),
        Reach::Delivered => ("delivered", None),
        Reach::Refused(refusal) => ("refused", Some(word(&refusal)?)),
        Reach::Unknown => ("unknown", None),
        Reach::Paused => ("paused", None),
        Reach::NotSent => ("not_sent", None),
    })
}

fn reach(origin: Origin<'_>, reach: &str, refusal: Option<&String>) -> StoreResult<Reach> {
    Ok(match reach {
        "waiting" => Reach::Waiting,
        "held" => Reach::Held,
        "delivered" => Reach::Delivered,
        "refused" => Reach::Refused(origin.word("refusal", origin.present("refusal", refusal)?)?),
        "unknown" => Reach::Unknown,
        "paused" => Reach::Paused,
        "not_sent" => Reach::NotSent,
        _ => return Err(origin.corrupt("reach")),
    })
}

/// The members of group `$1` behind person `$2`, at most `$3`; of team or poll `$4`.
const fn members_of(among: Among) -> &'static str {
    match among {
        Among::Everyone => {
            "SELECT people.* FROM memberships JOIN people ON people.id = memberships.person_id
             WHERE memberships.group_id = $1 AND memberships.suspended_at IS NULL AND memberships.person_id > $2
             ORDER BY memberships.person_id LIMIT $3"
        }
        Among::Captains => {
            "SELECT people.* FROM memberships JOIN people ON people.id = memberships.person_id
             WHERE memberships.group_id = $1 AND memberships.suspended_at IS NULL AND memberships.person_id > $2
                 AND (memberships.role <> 'member' OR EXISTS (
                     SELECT 1 FROM team_members WHERE team_members.person_id = memberships.person_id
                         AND team_members.group_id = memberships.group_id AND team_members.captain))
             ORDER BY memberships.person_id LIMIT $3"
        }
        Among::Team(_) => {
            "SELECT people.* FROM team_members
             JOIN memberships ON memberships.group_id = team_members.group_id
                 AND memberships.person_id = team_members.person_id
             JOIN people ON people.id = team_members.person_id
             WHERE team_members.group_id = $1 AND team_members.team_id = $4 AND team_members.person_id > $2
                 AND memberships.suspended_at IS NULL
             ORDER BY team_members.person_id LIMIT $3"
        }
        Among::WithoutBallot(_) => {
            "SELECT people.* FROM memberships JOIN people ON people.id = memberships.person_id
             WHERE memberships.group_id = $1 AND memberships.suspended_at IS NULL AND memberships.person_id > $2
                 AND NOT EXISTS (
                     SELECT 1 FROM ballots WHERE ballots.group_id = memberships.group_id AND ballots.poll_id = $4
                         AND ballots.person_id = memberships.person_id)
             ORDER BY memberships.person_id LIMIT $3"
        }
    }
}

/// How everything of person `$1` becomes person `$2`'s. Where both have a copy only one is left.
const REASSIGNS: [&str; 5] = [
    "UPDATE broadcasts SET author_id = $2 WHERE author_id = $1",
    "UPDATE broadcast_people SET acknowledged_at = (
         SELECT theirs.acknowledged_at FROM broadcast_people AS theirs
         WHERE theirs.group_id = broadcast_people.group_id AND theirs.broadcast_id = broadcast_people.broadcast_id
             AND theirs.person_id = $1)
     WHERE person_id = $2 AND acknowledged_at IS NULL",
    "UPDATE broadcast_people SET reach = 'delivered', refusal = NULL, open = FALSE
     WHERE person_id = $2 AND EXISTS (
         SELECT 1 FROM broadcast_people AS theirs WHERE theirs.group_id = broadcast_people.group_id
             AND theirs.broadcast_id = broadcast_people.broadcast_id AND theirs.person_id = $1
             AND theirs.reach = 'delivered')",
    "DELETE FROM broadcast_people WHERE person_id = $1 AND EXISTS (
         SELECT 1 FROM broadcast_people AS theirs WHERE theirs.group_id = broadcast_people.group_id
             AND theirs.broadcast_id = broadcast_people.broadcast_id AND theirs.person_id = $2)",
    "UPDATE broadcast_people SET person_id = $2 WHERE person_id = $1",
];

macro_rules! broadcasts {
    ($unit:ty, lock: $lock:literal) => {
        #[async_trait]
        impl Broadcasts for $unit {
            async fn broadcast_for_update(&mut self, group: GroupId, id: BroadcastId) -> StoreResult<Option<Broadcast>> {
                find!(self, BroadcastRow, concat!("SELECT * FROM broadcasts WHERE group_id = $1 AND id = $2", $lock), group.0, id.0)
            }

            async fn broadcast_by_number(&mut self, group: GroupId, number: u32) -> StoreResult<Option<Broadcast>> {
                find!(self, BroadcastRow, "SELECT * FROM broadcasts WHERE group_id = $1 AND number = $2", group.0, i64::from(number))
            }

            async fn broadcast_by_number_for_update(&mut self, group: GroupId, number: u32) -> StoreResult<Option<Broadcast>> {
                find!(self, BroadcastRow, concat!("SELECT * FROM broadcasts WHERE group_id = $1 AND number = $2", $lock), group.0, i64::from(number))
            }

            async fn save_broadcast(&mut self, broadcast: &Broadcast) -> StoreResult<()> {
                let (audience, team, number) = audience_columns(broadcast.audience);
                let (room, at) = (broadcast.room.as_ref(), broadcast.at.as_ref());
                let done = query(
                    "INSERT INTO broadcasts (group_id, id, number, text, audience, audience_team_id, audience_number, asks,
                         author_id, platform, place, room, created_at, goes_at, goes_local, goes_zone, people,
                         confirmed_at, begun_at, cursor_id, written_at, stopped_at, unwritten, finished_at,
                         mentioned_at, version)
                     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20,
                         $21, $22, $23, $24, $25, $26)
                     ON CONFLICT (group_id, id) DO UPDATE SET author_id = excluded.author_id,
                         platform = excluded.platform, place = excluded.place, room = excluded.room,
                         people = excluded.people, confirmed_at = excluded.confirmed_at, begun_at = excluded.begun_at,
                         cursor_id = excluded.cursor_id, written_at = excluded.written_at,
                         stopped_at = excluded.stopped_at, unwritten = excluded.unwritten,
                         finished_at = excluded.finished_at, mentioned_at = excluded.mentioned_at,
                         version = excluded.version",
                )
                .bind(broadcast.group.0)
                .bind(broadcast.id.0)
                .bind(i64::from(broadcast.number))
                .bind(&broadcast.text)
                .bind(audience)
                .bind(team)
                .bind(number.map(i64::from))
                .bind(broadcast.asks)
                .bind(broadcast.author.0)
                .bind(room.map(|room| room.platform.code()))
                .bind(room.map(|room| &room.place))
                .bind(room.map(|room| &room.room))
                .bind(micros(broadcast.created_at))
                .bind(at.map(|at| micros(at.at)))
                .bind(at.map(|at| word(&at.local)).transpose()?)
                .bind(at.map(|at| at.zone.name()))
                .bind(i64::from(broadcast.people))
                .bind(broadcast.confirmed_at.map(micros))
                .bind(broadcast.begun_at.map(micros))
                .bind(broadcast.cursor.map(|person| person.0))
                .bind(broadcast.written_at.map(micros))
                .bind(broadcast.stopped_at.map(micros))
                .bind(i64::from(broadcast.unwritten))
                .bind(broadcast.finished_at.map(micros))
                .bind(broadcast.mentioned_at.map(micros))
                .bind(i64::from(broadcast.version))
                .execute(self.connection())
                .await
                .map_err(failed)?;
                expect_one(done.rows_affected(), "broadcasts")
            }

            async fn latest_broadcasts(&mut self, group: GroupId, limit: u32) -> StoreResult<Vec<Broadcast>> {
                let rows: Vec<BroadcastRow> =
                    query_as("SELECT * FROM broadcasts WHERE group_id = $1 ORDER BY number DESC LIMIT $2")
                        .bind(group.0)
                        .bind(i64::from(limit))
                        .fetch_all(self.connection())
                        .await
                        .map_err(failed)?;
                rows.into_iter().map(BroadcastRow::read).collect()
            }

            async fn unsent_broadcasts_of(&mut self, group: GroupId, author: PersonId) -> StoreResult<Vec<Broadcast>> {
                let rows: Vec<BroadcastRow> = query_as(
                    "SELECT * FROM broadcasts WHERE group_id = $1 AND author_id = $2 AND begun_at IS NULL
                         AND stopped_at IS NULL ORDER BY number",
                )
                .bind(group.0)
                .bind(author.0)
                .fetch_all(self.connection())
                .await
                .map_err(failed)?;
                rows.into_iter().map(BroadcastRow::read).collect()
            }

            async fn members_after(
                &mut self,
                group: GroupId,
                among: Among,
                after: Option<PersonId>,
                limit: u32,
            ) -> StoreResult<Vec<Person>> {
                let statement = query_as(members_of(among))
                    .bind(group.0)
                    .bind(after.map_or(Uuid::nil(), |person| person.0))
                    .bind(i64::from(limit));
                let statement = match among {
                    Among::Everyone | Among::Captains => statement,
                    Among::Team(team) => statement.bind(team.0),
                    Among::WithoutBallot(poll) => statement.bind(poll.0),
                };
                let rows: Vec<PersonRow> = statement.fetch_all(self.connection()).await.map_err(failed)?;
                rows.into_iter().map(PersonRow::read).collect()
            }

            async fn add_copy(
                &mut self,
                group: GroupId,
                broadcast: BroadcastId,
                person: PersonId,
                reach: Reach,
            ) -> StoreResult<bool> {
                let (word, refusal) = reach_words(reach)?;
                let done = query(
                    "INSERT INTO broadcast_people (group_id, broadcast_id, person_id, reach, refusal, open)
                     VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING",
                )
                .bind(group.0)
                .bind(broadcast.0)
                .bind(person.0)
                .bind(word)
                .bind(refusal)
                .bind(reach.is_open())
                .execute(self.connection())
                .await
                .map_err(failed)?;
                Ok(done.rows_affected() == 1)
            }

            async fn settle_copy(
                &mut self,
                group: GroupId,
                broadcast: BroadcastId,
                person: PersonId,
                reach: Reach,
            ) -> StoreResult<bool> {
                let (word, refusal) = reach_words(reach)?;
                let done = query(
                    "UPDATE broadcast_people SET reach = $4, refusal = $5, open = $6
                     WHERE group_id = $1 AND broadcast_id = $2 AND person_id = $3 AND open",
                )
                .bind(group.0)
                .bind(broadcast.0)
                .bind(person.0)
                .bind(word)
                .bind(refusal)
                .bind(reach.is_open())
                .execute(self.connection())
                .await
                .map_err(failed)?;
                Ok(done.rows_affected() == 1)
            }

            async fn give_up_copies(&mut self, group: GroupId, broadcast: BroadcastId) -> StoreResult<u64> {
                let done = query(
                    "UPDATE broadcast_people SET reach = 'not_sent', open = FALSE
                     WHERE group_id = $1 AND broadcast_id = $2 AND open AND person_id NOT IN (
                         SELECT outbox.person_id FROM broadcasts
                         JOIN outbox ON outbox.about_group = broadcasts.group_id
                             AND outbox.about = 'B' || CAST(broadcasts.number AS TEXT)
                         WHERE broadcasts.group_id = $1 AND broadcasts.id = $2 AND outbox.free_at IS NOT NULL
                             AND outbox.about IS NOT NULL AND outbox.person_id IS NOT NULL)",
                )
                .bind(group.0)
                .bind(broadcast.0)
                .execute(self.connection())
                .await
                .map_err(failed)?;
                Ok(done.rows_affected())
            }

            async fn open_copies(&mut self, group: GroupId, broadcast: BroadcastId, most: u32) -> StoreResult<u32> {
                let count: i64 = query_scalar(
                    "SELECT count(*) FROM (
                         SELECT 1 AS one FROM broadcast_people WHERE group_id = $1 AND broadcast_id = $2 AND open
                         LIMIT $3) AS some_of_them",
                )
                .bind(group.0)
                .bind(broadcast.0)
                .bind(i64::from(most))
                .fetch_one(self.connection())
                .await
                .map_err(failed)?;
                Origin::new("broadcast_people", &broadcast.0).number("open", count)
            }

            async fn copy_of(
                &mut self,
                group: GroupId,
                broadcast: BroadcastId,
                person: PersonId,
            ) -> StoreResult<Option<(Reach, Option<Instant>)>> {
                let row: Option<(String, Option<String>, Option<i64>)> = query_as(
                    "SELECT reach, refusal, acknowledged_at FROM broadcast_people
                     WHERE group_id = $1 AND broadcast_id = $2 AND person_id = $3",
                )
                .bind(group.0)
                .bind(broadcast.0)
                .bind(person.0)
                .fetch_optional(self.connection())
                .await
                .map_err(failed)?;
                let Some((word, refusal, at)) = row else { return Ok(None) };
                let origin = Origin::new("broadcast_people", &broadcast.0);
                let reach = reach(origin, &word, refusal.as_ref())?;
                Ok(Some((reach, origin.instant_if_any("acknowledged_at", at)?)))
            }

            async fn acknowledge(
                &mut self,
                group: GroupId,
                broadcast: BroadcastId,
                person: PersonId,
                at: Instant,
            ) -> StoreResult<bool> {
                let done = query(
                    "UPDATE broadcast_people SET acknowledged_at = $4
                     WHERE group_id = $1 AND broadcast_id = $2 AND person_id = $3 AND acknowledged_at IS NULL",
                )
                .bind(group.0)
                .bind(broadcast.0)
                .bind(person.0)
                .bind(micros(at))
                .execute(self.connection())
                .await
                .map_err(failed)?;
                Ok(done.rows_affected() == 1)
            }

            async fn count_copies(&mut self, group: GroupId, broadcast: BroadcastId) -> StoreResult<Counts> {
                let rows: Vec<(String, Option<String>, i64, i64)> = query_as(
                    "SELECT reach, refusal, count(*), count(acknowledged_at) FROM broadcast_people
                     WHERE group_id = $1 AND broadcast_id = $2 GROUP BY reach, refusal",
                )
                .bind(group.0)
                .bind(broadcast.0)
                .fetch_all(self.connection())
                .await
                .map_err(failed)?;
                let origin = Origin::new("broadcast_people", &broadcast.0);
                let mut counts = Counts::default();
                for (word, refusal, count, acknowledged) in rows {
                    let reach = reach(origin, &word, refusal.as_ref())?;
                    counts.of.insert(reach, origin.number("reach", count)?);
                    counts.acknowledged += origin.number::<u32>("acknowledged_at", acknowledged)?;
                }
                Ok(counts)
            }

            async fn copies_that(
                &mut self,
                group: GroupId,
                broadcast: BroadcastId,
                reach: Reach,
                limit: u32,
            ) -> StoreResult<Vec<(PersonId, String, bool)>> {
                let (word, refusal) = reach_words(reach)?;
                let rows: Vec<(Uuid, String, bool)> = query_as(
                    "SELECT people.id, people.name, broadcast_people.acknowledged_at IS NOT NULL
                     FROM broadcast_people JOIN people ON people.id = broadcast_people.person_id
                     WHERE broadcast_people.group_id = $1 AND broadcast_people.broadcast_id = $2
                         AND broadcast_people.reach = $3 AND COALESCE(broadcast_people.refusal, '') = $4
                     ORDER BY broadcast_people.person_id LIMIT $5",
                )
                .bind(group.0)
                .bind(broadcast.0)
                .bind(word)
                .bind(refusal.unwrap_or_default())
                .bind(i64::from(limit))
                .fetch_all(self.connection())
                .await
                .map_err(failed)?;
                let read = |(id, name, acknowledged)| (PersonId(id), name, acknowledged);
                Ok(rows.into_iter().map(read).collect())
            }

            async fn reassign_broadcasts(&mut self, from: PersonId, into: PersonId) -> StoreResult<()> {
                self.reassign(from, into, &REASSIGNS).await
            }
        }
    };
}

broadcasts!(SqliteUnit, lock: "");
broadcasts!(PostgresUnit, lock: " FOR NO KEY UPDATE");

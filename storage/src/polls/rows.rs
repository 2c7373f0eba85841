//! The rows of polls and ballots, and what they are read into.

use muster_core::ids::{GroupId, Kind, PersonId, PollId, Reference};
use muster_core::poll::Poll;
use muster_core::poll::ballot::Ballot;
use muster_core::store::StoreResult;
use muster_core::surface::RoomAddress;
use muster_core::time::Moment;
use sqlx::FromRow;
use uuid::Uuid;

use crate::column::Origin;

#[derive(FromRow)]
pub(super) struct PollRow {
    pub(super) group_id: Uuid,
    pub(super) id: Uuid,
    number: i64,
    question: String,
    kind: String,
    creator_id: Uuid,
    platform: String,
    place: String,
    room: String,
    private: bool,
    opened_at: i64,
    closes_at: i64,
    closes_local: String,
    closes_zone: String,
    closed_at: Option<i64>,
    withdrawn_at: Option<i64>,
    version: i64,
    secrecy: String,
    terms: String,
    nudged_at: Option<i64>,
}

impl PollRow {
    pub(super) fn read(self, options: Vec<String>) -> StoreResult<Poll> {
        let origin = Origin::new("polls", &self.id);
        Ok(Poll {
            id: PollId(self.id),
            group: GroupId(self.group_id),
            number: origin.number("number", self.number)?,
            options,
            kind: origin.word("kind", &self.kind)?,
            secrecy: origin.word("secrecy", &self.secrecy)?,
            creator: PersonId(self.creator_id),
            opened_at: origin.instant("opened_at", self.opened_at)?,
            closes: Moment {
                at: origin.instant("closes_at", self.closes_at)?,
                local: origin.word("closes_local", &self.closes_local)?,
                zone: origin.word("closes_zone", &self.closes_zone)?,
            },
            closed_at: origin.instant_if_any("closed_at", self.closed_at)?,
            withdrawn_at: origin.instant_if_any("withdrawn_at", self.withdrawn_at)?,
            version: origin.number("version", self.version)?,
            terms: origin.json("terms", &self.terms)?,
            nudged_at: origin.instant_if_any("nudged_at", self.nudged_at)?,
            room: RoomAddress {
                platform: origin.word("platform", &self.platform)?,
                place: self.place,
                room: self.room,
                private: self.private,
            },
            question: self.question,
        })
    }
}

#[derive(FromRow)]
pub(super) struct BallotRow {
    pub(super) poll_id: Uuid,
    person_id: Uuid,
    cast_at: i64,
    platform: Option<String>,
    chosen: String,
    reason: Option<String>,
}

impl BallotRow {
    pub(super) fn read(self) -> StoreResult<Ballot> {
        let origin = Origin::new("ballots", &self.person_id);
        Ok(Ballot {
            person: PersonId(self.person_id),
            chosen: origin.json("chosen", &self.chosen)?,
            cast_at: origin.instant("cast_at", self.cast_at)?,
            platform: origin.word_if_any("platform", self.platform.as_ref())?,
            reason: self.reason,
        })
    }
}

/// The works of a poll, by kind and number.
pub(super) fn works(poll: PollId, rows: Vec<(String, i64)>) -> StoreResult<Vec<Reference>> {
    let origin = Origin::new("poll_works", &poll.0);
    let read = |(kind, number): (String, i64)| {
        let kind = Kind::ALL.into_iter().find(|known| known.word() == kind);
        Ok(Reference::new(
            kind.ok_or_else(|| origin.corrupt("kind"))?,
            origin.number("number", number)?,
        ))
    };
    let mut works: Vec<Reference> = rows.into_iter().map(read).collect::<StoreResult<_>>()?;
    works.sort_unstable();
    Ok(works)
}

//! The rows of people and places, and what they are to the core.

use muster_core::chrono::{NaiveTime, TimeDelta, Timelike};
use muster_core::ids::{GroupId, PersonId};
use muster_core::people::{Account, Group, Member, Membership, Pause, Person, Place, Suspension};
use muster_core::store::StoreResult;
use muster_core::surface::RoomAddress;
use muster_core::time::QuietHours;
use sqlx::FromRow;
use uuid::Uuid;

use crate::column::Origin;

#[derive(FromRow)]
pub(crate) struct PersonRow {
    id: Uuid,
    name: String,
    zone: Option<String>,
    language: Option<String>,
    quiet_from: Option<i64>,
    quiet_to: Option<i64>,
    ladder: String,
    agreed_at: Option<i64>,
    version: i64,
    chosen_group: Option<Uuid>,
    paused_at: Option<i64>,
    pause_until: Option<i64>,
    pause_local: Option<String>,
    pause_zone: Option<String>,
    digest_at: Option<i64>,
    preferred: Option<String>,
}

impl PersonRow {
    pub(crate) fn read(self) -> StoreResult<Person> {
        let origin = Origin::new("people", &self.id);
        let quiet = match (self.quiet_from, self.quiet_to) {
            (Some(from), Some(to)) => Some(QuietHours {
                from: time_of_day(origin, "quiet_from", from)?,
                to: time_of_day(origin, "quiet_to", to)?,
            }),
            _ => None,
        };
        let until = match (self.pause_until, &self.pause_local, &self.pause_zone) {
            (Some(at), Some(local), Some(zone)) => {
                Some(origin.moment(["pause_until", "pause_local", "pause_zone"], at, local, zone)?)
            }
            (None, None, None) => None,
            _ => return Err(origin.corrupt("pause_until")),
        };
        let paused_at = origin.instant_if_any("paused_at", self.paused_at)?;
        let digest = self.digest_at.map(|at| time_of_day(origin, "digest_at", at));
        let ladder: Vec<i64> = origin.json("ladder", &self.ladder)?;
        let step = |seconds| TimeDelta::try_seconds(seconds).ok_or_else(|| origin.corrupt("ladder"));
        Ok(Person {
            id: PersonId(self.id),
            zone: origin.word_if_any("zone", self.zone.as_ref())?,
            language: origin.word_if_any("language", self.language.as_ref())?,
            quiet,
            ladder: ladder.into_iter().map(step).collect::<StoreResult<_>>()?,
            agreed_at: origin.instant_if_any("agreed_at", self.agreed_at)?,
            version: origin.number("version", self.version)?,
            chosen_group: self.chosen_group.map(GroupId),
            pause: paused_at.map(|since| Pause { since, until }),
            digest: digest.transpose()?,
            preferred: origin.word_if_any("preferred", self.preferred.as_ref())?,
            name: self.name,
        })
    }
}

fn time_of_day(origin: Origin<'_>, column: &'static str, seconds: i64) -> StoreResult<NaiveTime> {
    let seconds = origin.number(column, seconds)?;
    NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0).ok_or_else(|| origin.corrupt(column))
}

/// A time of day as it is stored.
pub(super) fn seconds_of_day(time: NaiveTime) -> i64 {
    i64::from(time.num_seconds_from_midnight())
}

#[derive(FromRow)]
pub(super) struct AccountRow {
    platform: String,
    account: String,
    person_id: Uuid,
    name: String,
    handle: Option<String>,
    seen_at: i64,
}

impl AccountRow {
    pub(super) fn read(self) -> StoreResult<Account> {
        let origin = Origin::new("accounts", &self.account);
        Ok(Account {
            platform: origin.word("platform", &self.platform)?,
            person: PersonId(self.person_id),
            seen_at: origin.instant("seen_at", self.seen_at)?,
            name: self.name,
            handle: self.handle,
            account: self.account,
        })
    }
}

#[derive(FromRow)]
pub(super) struct GroupRow {
    id: Uuid,
    name: String,
    zone: String,
    language: String,
    prefix: String,
    asks: i64,
    rest: Option<i64>,
    founded_at: i64,
    version: i64,
}

impl GroupRow {
    pub(super) fn read(self) -> StoreResult<Group> {
        let origin = Origin::new("groups", &self.id);
        Ok(Group {
            id: GroupId(self.id),
            zone: origin.word("zone", &self.zone)?,
            language: origin.word("language", &self.language)?,
            prefix: self.prefix.parse().map_err(|_| origin.corrupt("prefix"))?,
            asks: origin.number("asks", self.asks)?,
            rest: origin.length_if_any("rest", self.rest)?,
            founded_at: origin.instant("founded_at", self.founded_at)?,
            version: origin.number("version", self.version)?,
            name: self.name,
        })
    }
}

#[derive(FromRow)]
pub(super) struct PlaceRow {
    platform: String,
    place: String,
    group_id: Uuid,
    name: String,
}

impl PlaceRow {
    pub(super) fn read(self) -> StoreResult<Place> {
        let origin = Origin::new("places", &self.place);
        Ok(Place {
            platform: origin.word("platform", &self.platform)?,
            group: GroupId(self.group_id),
            name: self.name,
            place: self.place,
        })
    }
}

#[derive(FromRow)]
pub(super) struct MembershipRow {
    group_id: Uuid,
    person_id: Uuid,
    role: String,
    joined_at: i64,
    platform: String,
    place: String,
    room: String,
    private: bool,
    suspended_at: Option<i64>,
    departure: Option<String>,
}

impl MembershipRow {
    pub(super) fn read(self) -> StoreResult<Membership> {
        let origin = Origin::new("memberships", &self.person_id);
        let suspended_at = origin.instant_if_any("suspended_at", self.suspended_at)?;
        let departure = origin.word_if_any("departure", self.departure.as_ref())?;
        Ok(Membership {
            group: GroupId(self.group_id),
            person: PersonId(self.person_id),
            role: origin.word("role", &self.role)?,
            joined_at: origin.instant("joined_at", self.joined_at)?,
            room: RoomAddress {
                platform: origin.word("platform", &self.platform)?,
                place: self.place,
                room: self.room,
                private: self.private,
            },
            suspended: suspended_at
                .zip(departure)
                .map(|(at, departure)| Suspension { departure, at }),
        })
    }
}

#[derive(FromRow)]
pub(super) struct MemberRow {
    person_id: Uuid,
    name: String,
    role: String,
}

impl MemberRow {
    pub(super) fn read(self) -> StoreResult<Member> {
        let origin = Origin::new("memberships", &self.person_id);
        Ok(Member {
            person: PersonId(self.person_id),
            role: origin.word("role", &self.role)?,
            name: self.name,
        })
    }
}

//! Whom a broadcast is for: as it is typed, as it is kept, and who that is at the moment.

use serde::{Deserialize, Serialize};

use super::{Broadcast, Counts, Reach};
use crate::catalogue::{is_quote, nearest};
use crate::clock::Instant;
use crate::error::Fault;
use crate::ids::{GroupId, Kind, PersonId, Reference, TeamId};
use crate::locale::Phrase;
use crate::people::{Person, Role};
use crate::phrase;
use crate::poll;
use crate::store::{Among, UnitOfWork};
use crate::surface::Refusal;

/// An audience as it is typed; a team by its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asked {
    /// `everyone`
    Everyone,
    /// `captains`
    Captains,
    /// `team:North`
    Team(String),
    /// `roster:S12`
    Roster(u32),
    /// `unconfirmed:S12`
    Unconfirmed(u32),
    /// `nonvoters:P4`
    Nonvoters(u32),
}

impl Asked {
    /// How every audience is typed.
    pub const FORMS: [&str; 6] = [
        "everyone",
        "captains",
        "team:<team>",
        "roster:S12",
        "unconfirmed:S12",
        "nonvoters:P4",
    ];

    /// The words that stand alone.
    const WORDS: [&str; 2] = ["everyone", "captains"];
    /// What stands before the colon of the others.
    const KEYS: [&str; 4] = ["team", "roster", "unconfirmed", "nonvoters"];

    /// Whether a word, as it is typed, can open an audience.
    pub fn opens(word: &str) -> bool {
        let is = |known: &&str| known.eq_ignore_ascii_case(word);
        let has_key = |(key, _): (&str, &str)| Self::KEYS.iter().any(|known| known.eq_ignore_ascii_case(key));
        Self::WORDS.iter().any(is) || word.split_once(':').is_some_and(has_key)
    }

    /// The audience of those words, or `None`.
    pub fn read(typed: &str) -> Option<Self> {
        let Some((key, value)) = typed.split_once(':') else {
            return match typed.to_ascii_lowercase().as_str() {
                "everyone" => Some(Self::Everyone),
                "captains" => Some(Self::Captains),
                _ => None,
            };
        };
        let value = value.trim_matches(|char: char| char.is_whitespace() || is_quote(char));
        let number = |kind: Kind| {
            let reference: Option<Reference> = value.parse().ok();
            reference
                .filter(|reference| reference.kind == kind)
                .map(|reference| reference.number)
        };
        match key.to_ascii_lowercase().as_str() {
            "team" if !value.is_empty() => Some(Self::Team(value.to_owned())),
            "roster" => number(Kind::Shift).map(Self::Roster),
            "unconfirmed" => number(Kind::Shift).map(Self::Unconfirmed),
            "nonvoters" => number(Kind::Poll).map(Self::Nonvoters),
            _ => None,
        }
    }

    /// The audience that was probably meant.
    pub fn nearest_to(typed: &str) -> Option<String> {
        match typed.split_once(':') {
            None => nearest(typed, Self::WORDS.into_iter()).map(str::to_owned),
            Some((key, value)) => {
                let meant = nearest(key, Self::KEYS.into_iter())?;
                let meant = format!("{meant}:{value}");
                Self::read(&meant).map(|_| meant)
            }
        }
    }
}

/// Whom a broadcast is for. Who that is, is asked anew when it goes out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// Every member.
    Everyone,
    /// Captains of the group, captains of its teams, and organizers.
    Captains,
    /// Whoever is in a team.
    Team(TeamId),
    /// Whoever is in on the shift of that number.
    Roster(u32),
    /// Whoever is in on it and has not confirmed.
    Unconfirmed(u32),
    /// The members who may vote in the open poll of that number and have not.
    Nonvoters(u32),
}

impl Audience {
    /// In words: "everyone", "the team North"; `team` is the team's name, where it still has one.
    pub fn words(self, team: Option<&str>) -> Phrase {
        let shift = |number| Reference::new(Kind::Shift, number);
        match self {
            Self::Everyone => phrase!("broadcast-to-everyone"),
            Self::Captains => phrase!("broadcast-to-captains"),
            Self::Team(_) => phrase!("broadcast-to-team", team = user team.unwrap_or_default()),
            Self::Roster(number) => phrase!("broadcast-to-roster", shift = command shift(number)),
            Self::Unconfirmed(number) => phrase!("broadcast-to-unconfirmed", shift = command shift(number)),
            Self::Nonvoters(number) => {
                phrase!("broadcast-to-nonvoters", poll = command Reference::new(Kind::Poll, number))
            }
        }
    }

    /// The team that it names.
    pub const fn team(self) -> Option<TeamId> {
        match self {
            Self::Team(team) => Some(team),
            _ => None,
        }
    }
}

/// Some of an audience, by id.
#[derive(Debug, Default)]
pub(super) struct Page {
    pub(super) people: Vec<Person>,
    /// The last one who was looked at, where others may come.
    pub(super) cursor: Option<PersonId>,
}

/// The next of a broadcast's audience behind `after`; at most `limit`, and perhaps nobody though others come. Its author is
/// never among them.
pub(super) async fn next(
    unit: &mut dyn UnitOfWork,
    broadcast: &Broadcast,
    after: Option<PersonId>,
    limit: u32,
    now: Instant,
) -> Result<Page, Fault> {
    let group = broadcast.group;
    let mut page = match broadcast.audience {
        Audience::Everyone => members(unit, group, Among::Everyone, after, limit).await?,
        Audience::Captains => members(unit, group, Among::Captains, after, limit).await?,
        Audience::Team(team) => members(unit, group, Among::Team(team), after, limit).await?,
        Audience::Roster(number) | Audience::Unconfirmed(number) => {
            let unconfirmed_only = matches!(broadcast.audience, Audience::Unconfirmed(_));
            on_shift(unit, group, (number, unconfirmed_only), after, limit).await?
        }
        Audience::Nonvoters(number) => nonvoters(unit, group, number, (after, now), limit).await?,
    };
    page.people.retain(|person| person.id != broadcast.author);
    Ok(page)
}

/// Everybody of an audience that does not look at ballots or answers, as it is now.
pub(crate) async fn everybody(
    unit: &mut dyn UnitOfWork,
    group: GroupId,
    audience: Audience,
) -> Result<Vec<Person>, Fault> {
    let mut people = Vec::new();
    let mut after = None;
    loop {
        let page = match audience {
            Audience::Captains => members(unit, group, Among::Captains, after, COUNTED_AT_A_TIME).await?,
            Audience::Team(team) => members(unit, group, Among::Team(team), after, COUNTED_AT_A_TIME).await?,
            Audience::Roster(number) => on_shift(unit, group, (number, false), after, COUNTED_AT_A_TIME).await?,
            Audience::Everyone | Audience::Unconfirmed(_) | Audience::Nonvoters(_) => {
                members(unit, group, Among::Everyone, after, COUNTED_AT_A_TIME).await?
            }
        };
        people.extend(page.people);
        match page.cursor {
            None => return Ok(people),
            cursor => after = cursor,
        }
    }
}

async fn members(
    unit: &mut dyn UnitOfWork,
    group: GroupId,
    among: Among,
    after: Option<PersonId>,
    limit: u32,
) -> Result<Page, Fault> {
    let people = unit.members_after(group, among, after, limit).await?;
    let is_full = people.len() >= limit as usize;
    let cursor = people.last().map(|person| person.id).filter(|_| is_full);
    Ok(Page { people, cursor })
}

async fn on_shift(
    unit: &mut dyn UnitOfWork,
    group: GroupId,
    (number, unconfirmed_only): (u32, bool),
    after: Option<PersonId>,
    limit: u32,
) -> Result<Page, Fault> {
    let Some(roster) = unit.shift(group, number).await? else {
        return Ok(Page::default());
    };
    let mut seated = if unconfirmed_only {
        roster.unconfirmed()
    } else {
        roster.members_in()
    };
    seated.sort_unstable();
    seated.retain(|person| Some(*person) > after);
    let cursor = seated.get(limit as usize - 1).copied();
    seated.truncate(limit as usize);
    let mut people = Vec::new();
    for id in seated {
        if unit.membership(group, id).await?.is_some() {
            people.extend(unit.person(id).await?);
        }
    }
    Ok(Page { people, cursor })
}

async fn nonvoters(
    unit: &mut dyn UnitOfWork,
    group: GroupId,
    number: u32,
    (after, now): (Option<PersonId>, Instant),
    limit: u32,
) -> Result<Page, Fault> {
    let poll = unit.poll_by_number(group, number).await?;
    let Some(poll) = poll.filter(|poll| poll.is_open(now)) else {
        return Ok(Page::default());
    };
    let among = if poll.is_secret() {
        Among::Everyone
    } else {
        Among::WithoutBallot(poll.id)
    };
    let mut page = members(unit, group, among, after, limit).await?;
    page.people = poll::electorate::among(unit, &poll, page.people).await?;
    if poll.is_secret() {
        page.people = poll::secret::without_vote(unit, &poll, page.people).await?;
    }
    Ok(page)
}

/// How many are looked at in one, where an audience is only counted.
const COUNTED_AT_A_TIME: u32 = 1000;

/// How an audience could be reached now, behind `after`: each counts as waiting, paused, or never started.
pub(super) async fn census(
    unit: &mut dyn UnitOfWork,
    broadcast: &Broadcast,
    after: Option<PersonId>,
    now: Instant,
) -> Result<Counts, Fault> {
    let mut counts = Counts::default();
    let mut after = after;
    loop {
        let page = next(unit, broadcast, after, COUNTED_AT_A_TIME, now).await?;
        for person in &page.people {
            let reach = unreachable(person, now).unwrap_or(Reach::Waiting);
            *counts.of.entry(reach).or_default() += 1;
        }
        if page.cursor.is_none() {
            return Ok(counts);
        }
        after = page.cursor;
    }
}

/// Why somebody is not written to.
pub(super) fn unreachable(person: &Person, now: Instant) -> Option<Reach> {
    if person.is_paused(now) {
        Some(Reach::Paused)
    } else if person.agreed_at.is_none() {
        Some(Reach::Refused(Refusal::NeverStarted))
    } else {
        None
    }
}

/// Whether somebody with that role runs the whole group's work.
pub(super) const fn runs_all(role: Role) -> bool {
    matches!(role, Role::Captain | Role::Organizer)
}

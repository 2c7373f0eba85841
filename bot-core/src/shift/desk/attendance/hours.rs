//! `shift hours`: how long people were on shifts. In order of name, never of length: nobody is ranked.

use std::collections::BTreeMap;

use chrono::TimeDelta;

use super::said;
use crate::calendar::give::written;
use crate::catalogue::sought;
use crate::clock::Instant;
use crate::delimited::is_formula;
use crate::desk::{Answer, Desk};
use crate::error::Outcome;
use crate::ids::{PersonId, TeamId};
use crate::locale::Arg;
use crate::phrase;
use crate::reply::{Card, Line};
use crate::shift::attendance::hours;
use crate::shift::command::WhoseHours;
use crate::shift::{Holder, Roster, Seat, card};
use crate::time::Moment;

/// The most shifts or names that are listed; the sum counts all, and so does the file.
const LISTED: usize = 20;
const HEADER: [&str; 9] = [
    "name",
    "shift",
    "title",
    "start",
    "zone",
    "checked_in",
    "checked_out",
    "minutes",
    "walk_in",
];

/// Shows hours: one's own, or on the shifts that whoever asks runs.
pub(super) async fn show(desk: &mut Desk<'_>, whose: WhoseHours) -> Outcome<Answer> {
    let me = desk.me();
    match whose {
        WhoseHours::Mine => one(desk, me).await,
        WhoseHours::Of(name) => {
            let member = desk.find_member(&name).await?.person;
            if member != me {
                must_run_something(desk)?;
            }
            one(desk, member).await
        }
        WhoseHours::Everybody(team) => {
            let team = match team {
                Some(name) => Some(desk.find_team(&name).await?),
                None => None,
            };
            match &team {
                Some(team) => desk.must_run(Some(team.id))?,
                None => must_run_something(desk)?,
            }
            let of = team.as_ref().map_or_else(
                || phrase!("shift-hours-of-all"),
                |team| phrase!("shift-hours-of-team", team = user team.name),
            );
            let rosters = of_everybody(desk, team.map(|team| team.id)).await?;
            everybody(desk, &rosters, &of).await
        }
    }
}

fn must_run_something(desk: &Desk<'_>) -> Outcome<()> {
    if desk.actor.captain_of.is_empty() {
        desk.must_run(None)?;
    }
    Ok(())
}

/// What somebody did, on the shifts that whoever asks may know of: their own, else those that they run.
async fn one(desk: &mut Desk<'_>, member: PersonId) -> Outcome<Answer> {
    let (group, now, mine) = (desk.group()?.id, desk.work.now, member == desk.me());
    let rosters = desk
        .work
        .unit
        .shifts_of(group, member, Instant::UNIX_EPOCH, None)
        .await?;
    let known = rosters.iter().filter(|roster| mine || desk.runs(roster.shift.team));
    let done: Vec<(&Roster, TimeDelta)> = known
        .filter_map(|roster| Some((roster, roster.hours_of(member, now)?)))
        .collect();
    let who = vec![said::name(desk, &Holder::Member(member)).await?];
    let voice = &desk.voice;
    if done.is_empty() {
        let none = if mine {
            phrase!("shift-hours-none")
        } else {
            phrase!("shift-hours-none-other", who = list who)
        };
        return Ok(voice.say(&none).into());
    }
    let (sum, count) = (done.iter().map(|(_, length)| *length).sum(), done.len());
    let said = if mine {
        phrase!("shift-hours", sum = hours sum, count = number count)
    } else {
        phrase!("shift-hours-other", who = list who, sum = hours sum, count = number count)
    };
    let earlier = count.saturating_sub(LISTED);
    let lines = done[earlier..].iter().map(|(roster, length)| {
        let day = card::day(&roster.shift.start, voice);
        let line = phrase!("shift-hours-length", length = hours * length);
        Line::joined([card::title(&roster.shift), day.into(), voice.line(&line)], " · ")
    });
    let card = Card::new().heading(voice.line(&said)).list(lines);
    Ok(more(card, earlier, desk).into())
}

/// The shifts that have begun, of that team, else all that whoever asks runs.
async fn of_everybody(desk: &mut Desk<'_>, team: Option<TeamId>) -> Outcome<Vec<Roster>> {
    let (group, now) = (desk.group()?.id, desk.work.now);
    let mut rosters = desk
        .work
        .unit
        .shifts_between(group, Instant::UNIX_EPOCH, Some(now))
        .await?;
    rosters.retain(|roster| match team {
        Some(team) => roster.shift.team == Some(team),
        None => desk.runs(roster.shift.team),
    });
    Ok(rosters)
}

/// Everybody's hours on those shifts, with a file of each stay.
async fn everybody(desk: &mut Desk<'_>, rosters: &[Roster], of: &crate::locale::Phrase) -> Outcome<Answer> {
    let now = desk.work.now;
    let mut stays: BTreeMap<PersonId, Vec<(&Roster, &Seat, TimeDelta)>> = BTreeMap::new();
    for (roster, seat) in rosters
        .iter()
        .flat_map(|roster| roster.seats.iter().map(move |seat| (roster, seat)))
    {
        let length = hours::counted(&roster.shift, &seat.attendance, now);
        if let (Some(person), Some(length)) = (seat.holder.member(), length) {
            stays.entry(person).or_default().push((roster, seat, length));
        }
    }
    let mut named = Vec::new();
    for (person, stays) in stays {
        named.push((desk.work.name_of(person).await?, stays));
    }
    named.sort_by_cached_key(|(name, _)| (name.is_empty(), sought(name), name.clone()));
    let voice = &desk.voice;
    if named.is_empty() {
        return Ok(voice.say(&phrase!("shift-hours-nobody", of = phrase of.clone())).into());
    }
    let total = |stays: &[(&Roster, &Seat, TimeDelta)]| stays.iter().map(|(_, _, length)| *length).sum::<TimeDelta>();
    let sum = named.iter().map(|(_, stays)| total(stays)).sum();
    let said = phrase!("shift-hours-everybody", of = phrase of.clone(), sum = hours sum, count = number named.len());
    let lines = named.iter().take(LISTED).map(|(name, stays)| {
        let line = phrase!("shift-hours-of", who = list vec![Arg::Person(name.clone())], length = hours total(stays));
        voice.line(&line)
    });
    let card = Card::new().heading(voice.line(&said)).list(lines);
    let card = more(card, named.len().saturating_sub(LISTED), desk);
    let rows = named
        .iter()
        .flat_map(|(name, stays)| stays.iter().map(|stay| row(name, stay)));
    let table = written(HEADER, rows.collect())?;
    Ok(card.document("muster-hours.csv", "text/csv", table).into())
}

fn more(card: Card, more: usize, desk: &Desk<'_>) -> Card {
    if more == 0 {
        return card;
    }
    card.line(desk.voice.line(&phrase!("shift-more-names", more = number more)))
}

/// A stay as a row of the file; times by the wall clock of the shift.
fn row(name: &str, (roster, seat, length): &(&Roster, &Seat, TimeDelta)) -> [String; 9] {
    let shift = &roster.shift;
    let clock = |at: Instant| {
        let local = Moment::at(at, shift.start.zone.clone()).local;
        local.format("%Y-%m-%d %H:%M:%S").to_string()
    };
    let attendance = &seat.attendance;
    [
        inert(name),
        shift.reference().to_string(),
        inert(&shift.title),
        clock(shift.start.at),
        shift.start.zone.name().to_owned(),
        attendance.came_at.map(clock).unwrap_or_default(),
        attendance.left_at.map(clock).unwrap_or_default(),
        length.num_minutes().to_string(),
        if attendance.walk_in { "yes" } else { "" }.to_owned(),
    ]
}

/// What people typed, so that no spreadsheet takes it for a formula.
fn inert(text: &str) -> String {
    if is_formula(text) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

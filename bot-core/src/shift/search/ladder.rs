//! The steps of a search.

use super::{Ask, Search, WEEK, Wanted, news};
use crate::clock::Instant;
use crate::error::Fault;
use crate::ids::PersonId;
use crate::people::{Group, Person};
use crate::shift::{Roster, Shift, offer};
use crate::store::{Due, DueAct, StoreResult};
use crate::work::Work;

/// How many of those whom a shift may suit are looked at in one step.
const LOOKED_AT: u32 = 100;

/// How a search ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// Every seat is taken.
    Full,
    /// Nobody is left to be asked.
    NobodyLeft,
    /// The shift is about to begin.
    OutOfTime,
}

/// What beginning a search came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Begun {
    /// So many are asked now.
    Asking(u32),
    /// Those who may be asked have quiet hours or a pause; the first of them until then.
    From(Instant),
    /// Nobody could take a seat before sign-up opens; they are asked then.
    Opens(Instant),
    /// There is nobody to be asked.
    Nobody,
}

/// Whom to ask next.
struct Next {
    /// Who knows of it already.
    asker: PersonId,
    /// Each with the role that they are asked for.
    people: Vec<(Person, Option<String>)>,
    /// The earliest instant at which somebody may be asked whom it may suit and who may not be written to now.
    asleep_until: Option<Instant>,
}

/// Begins a search, or has the one that is on ask more at a time. Where nobody can be asked to cover, those who run the
/// shift hear it at once.
pub(crate) async fn begin(work: &mut Work<'_>, roster: &Roster, by: PersonId, at_once: u32) -> Result<Begun, Fault> {
    let shift = &roster.shift;
    let running = work.unit.search_of(shift.group, shift.id).await?;
    let search = Search {
        by,
        at_once,
        begun_at: running.map_or(work.now, |running| running.begun_at),
    };
    let begun = if roster.to_give() == Some(0) {
        Begun::Asking(0) // those who wait are asked first
    } else {
        step(work, roster, &search).await?
    };
    if begun != Begun::Nobody {
        work.unit.save_search(shift.group, shift.id, &search).await?;
    } else if roster.looks_for_cover(by) {
        news::ended(work, roster, &search, End::NobodyLeft, Some(by)).await?;
    }
    Ok(begun)
}

/// Asks the next, or ends the search that is on for a shift, if there is one.
pub(crate) async fn go_on(work: &mut Work<'_>, roster: &Roster) -> Result<(), Fault> {
    let shift = &roster.shift;
    let Some(search) = work.unit.search_of(shift.group, shift.id).await? else {
        return Ok(());
    };
    if shift.cancelled.is_some() {
        return Ok(work.unit.end_search(shift.group, shift.id).await?);
    }
    let is_full = roster.to_give().is_none_or(|seats| seats == 0);
    if is_full && roster.offers().next().is_some() {
        return Ok(());
    }
    let end = if is_full {
        Some(End::Full)
    } else if shift.search_ends(search.begun_at) <= work.now {
        Some(End::OutOfTime)
    } else {
        let over = step(work, roster, &search).await? == Begun::Nobody;
        over.then_some(End::NobodyLeft)
    };
    let Some(end) = end else { return Ok(()) };
    work.unit.end_search(shift.group, shift.id).await?;
    news::ended(work, roster, &search, end, None).await
}

/// What the agenda asks for: somebody did not answer, or may be written to now.
pub(crate) async fn run(work: &mut Work<'_>, due: &Due, number: u32) -> Result<(), Fault> {
    match work.unit.shift_for_update(due.group, number).await? {
        Some(roster) => go_on(work, &roster).await,
        None => Ok(()),
    }
}

/// Asks as many as are missing to so many at a time, and plans the next look.
async fn step(work: &mut Work<'_>, roster: &Roster, search: &Search) -> Result<Begun, Fault> {
    let shift = &roster.shift;
    if let Some(opens) = shift.opens_later(work.now) {
        return wait(work, shift, search, opens.at).await;
    }
    let group = work.group(shift.group).await?;
    let asks = work.unit.asks_of(shift.group, shift.id).await?;
    let mut looks: Vec<Instant> = asks
        .iter()
        .filter(|ask| ask.is_open(roster, work.now))
        .map(|ask| ask.until)
        .collect();
    let next = next(
        work,
        roster,
        &group,
        search.by,
        missing(roster, search, &asks, looks.len()),
    )
    .await?;
    for (person, role) in &next.people {
        let ask = Ask {
            person: person.id,
            asked_at: work.now,
            until: shift.ask_ends(work.now),
            declined_at: None,
        };
        work.unit.add_ask(shift.group, shift.id, &ask).await?;
        news::ask(work, roster, &group, (person, role.as_deref()), search.by).await?;
        looks.push(ask.until);
    }
    looks.extend(next.asleep_until);
    if looks.is_empty() {
        return Ok(Begun::Nobody);
    }
    let asked = looks.len() - usize::from(next.asleep_until.is_some());
    let look = looks.into_iter().min().unwrap_or(work.now);
    let look = look.min(shift.search_ends(search.begun_at));
    work.unit.schedule(&shift.due(look, DueAct::Ask, None)).await?;
    Ok(match next.asleep_until {
        Some(from) if asked == 0 => Begun::From(from),
        _ => Begun::Asking(u32::try_from(next.people.len()).unwrap_or(u32::MAX)),
    })
}

/// Plans the first look for when sign-up opens, unless the search is over by then.
async fn wait(work: &mut Work<'_>, shift: &Shift, search: &Search, opens: Instant) -> Result<Begun, Fault> {
    if shift.search_ends(search.begun_at) <= opens {
        return Ok(Begun::Nobody);
    }
    work.unit.schedule(&shift.due(opens, DueAct::Ask, None)).await?;
    Ok(Begun::Opens(opens))
}

/// How many are to be asked to make it so many at a time. Whoever said yes is replaced by nobody, until all of so many
/// have answered.
fn missing(roster: &Roster, search: &Search, asks: &[Ask], waited_for: usize) -> u32 {
    let people = roster.people();
    let came = asks
        .iter()
        .filter(|ask| ask.asked_at >= search.begun_at && people.contains(&ask.person));
    let asked = u32::try_from(waited_for + came.count()).unwrap_or(u32::MAX);
    match search.at_once.saturating_sub(asked) {
        0 if waited_for == 0 => search.at_once,
        missing => missing,
    }
}

/// The first that many whom the shift may suit and who may be written to now, role by role.
async fn next(work: &mut Work<'_>, roster: &Roster, group: &Group, asker: PersonId, missing: u32) -> StoreResult<Next> {
    let mut next = Next {
        asker,
        people: Vec::new(),
        asleep_until: None,
    };
    let roles = roster.roles_to_give().into_iter().map(|need| Some(need.role.clone()));
    let roles: Vec<Option<String>> = match roster.shift.needs.roles() {
        [] => vec![None],
        _ => roles.collect(),
    };
    for role in roles {
        look(work, roster, group, role, &mut next, missing as usize).await?;
    }
    Ok(next)
}

/// Looks for people for a role: where members name it as a skill, among those.
async fn look(
    work: &mut Work<'_>,
    roster: &Roster,
    group: &Group,
    role: Option<String>,
    next: &mut Next,
    missing: usize,
) -> StoreResult<()> {
    if next.people.len() >= missing {
        return Ok(());
    }
    let shift = &roster.shift;
    let is_skill = match &role {
        Some(role) => !work.unit.members_with_skill(group.id, role).await?.is_empty(),
        None => false,
    };
    let rest = group.rest.unwrap_or_default();
    let wanted = Wanted {
        group: group.id,
        shift: shift.id,
        team: shift.team,
        skill: role.clone().filter(|_| is_skill),
        free: (shift.start.at - rest, shift.ends_at() + rest),
        since: work.now - WEEK,
        asks: group.asks,
    };
    for id in work.unit.suitable(&wanted, LOOKED_AT).await? {
        let Some(person) = work.unit.person(id).await? else {
            continue;
        };
        if id == next.asker || next.people.iter().any(|(other, _)| other.id == id) {
            continue;
        }
        let free = work.may_be_written_to(&person, group);
        if free > work.now {
            let in_time = free + offer::LEAST_TIME < shift.counted_from().at;
            next.asleep_until = next.asleep_until.into_iter().chain(in_time.then_some(free)).min();
            continue;
        }
        next.people.push((person, role.clone()));
        if next.people.len() == missing {
            break;
        }
    }
    Ok(())
}

//! Who may vote: whoever acts in the group, or those who could when the poll opened.

use std::collections::HashSet;

use super::{Poll, secret};
use crate::broadcast::audience::{self, Audience};
use crate::desk::Desk;
use crate::error::{Fault, Outcome, UserError};
use crate::ids::PersonId;
use crate::people::Person;
use crate::phrase;
use crate::store::{StoreResult, UnitOfWork};

/// How many may vote, where that is fixed.
pub(super) async fn size(unit: &mut dyn UnitOfWork, poll: &Poll) -> StoreResult<Option<u32>> {
    if !poll.terms.fixes_electorate() {
        return Ok(None);
    }
    let electors = unit.electors(poll.group, poll.id).await?;
    Ok(Some(u32::try_from(electors.len()).unwrap_or(u32::MAX)))
}

/// Fixes who may vote, where the terms ask for that: everybody who belongs to it now.
pub(super) async fn fix(unit: &mut dyn UnitOfWork, poll: &Poll) -> Result<(), Fault> {
    if !poll.terms.fixes_electorate() {
        return Ok(());
    }
    let who = poll.terms.who.unwrap_or(Audience::Everyone);
    for person in audience::everybody(unit, poll.group, who).await? {
        unit.add_elector(poll.group, poll.id, person.id).await?;
    }
    Ok(())
}

/// Refuses the vote of whoever is not in a fixed electorate.
pub(super) async fn must_be_in(desk: &mut Desk<'_>, poll: &Poll) -> Outcome<()> {
    let me = desk.me();
    if may_vote(desk.work.unit, poll, me).await? {
        return Ok(());
    }
    let reference = poll.reference();
    Err(UserError::new(phrase!("poll-not-elector", poll = word reference))
        .type_next(format!("poll show {reference}"))
        .into())
}

/// Whether a member of the group may vote in the poll.
pub(super) async fn may_vote(unit: &mut dyn UnitOfWork, poll: &Poll, member: PersonId) -> StoreResult<bool> {
    if !poll.terms.fixes_electorate() {
        return Ok(true);
    }
    Ok(unit.electors(poll.group, poll.id).await?.contains(&member))
}

/// Those of these members who may vote in the poll.
pub(crate) async fn among(unit: &mut dyn UnitOfWork, poll: &Poll, members: Vec<Person>) -> StoreResult<Vec<Person>> {
    if !poll.terms.fixes_electorate() {
        return Ok(members);
    }
    let electors: HashSet<PersonId> = unit.electors(poll.group, poll.id).await?.into_iter().collect();
    let may_vote = members.into_iter().filter(|member| electors.contains(&member.id));
    Ok(may_vote.collect())
}

/// The members who may vote in an open poll and have not. Whoever has left is not among them.
pub(super) async fn without_vote(unit: &mut dyn UnitOfWork, poll: &Poll) -> Result<Vec<Person>, Fault> {
    let members = audience::everybody(unit, poll.group, Audience::Everyone).await?;
    let mut people = among(unit, poll, members).await?;
    if poll.is_secret() {
        return secret::without_vote(unit, poll, people).await;
    }
    let ballots = unit.ballots(poll.group, poll.id).await?;
    let voted: HashSet<PersonId> = ballots.iter().map(|ballot| ballot.person).collect();
    people.retain(|person| !voted.contains(&person.id));
    Ok(people)
}

/// That person, if they are a member, may vote in the open poll, and have not.
pub(super) async fn has_not_voted(
    unit: &mut dyn UnitOfWork,
    poll: &Poll,
    person: PersonId,
) -> Result<Option<Person>, Fault> {
    let is_member = unit.membership(poll.group, person).await?.is_some();
    if !is_member || !may_vote(unit, poll, person).await? {
        return Ok(None);
    }
    let Some(reader) = unit.person(person).await? else {
        return Ok(None);
    };
    if poll.is_secret() {
        return Ok(secret::without_vote(unit, poll, vec![reader]).await?.pop());
    }
    let ballot = unit.ballot(poll.group, poll.id, person).await?;
    Ok(ballot.is_none().then_some(reader))
}

//! What takes acts on people and places back.

use serde::{Deserialize, Serialize};

use super::mapping::{Gives, PlaceRole, RoleMapping};
use super::register::{Freed, go_out, is_last_organizer};
use super::{Departure, Group, Membership, Person, Role};
use crate::desk::{Answer, Desk};
use crate::digest;
use crate::error::{Outcome, UserError};
use crate::ids::{PersonId, TeamId};
use crate::phrase;
use crate::undo::changed_since;

/// An act on people, a group or a team, and what takes it back.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PeopleUndo {
    /// Put the person's settings back.
    Person(Box<Person>),
    /// Put what the person can do back.
    Skills {
        /// As it was before the act.
        before: Vec<String>,
        /// As the act left it.
        after: Vec<String>,
    },
    /// Put the group's settings back.
    Group(Box<Group>),
    /// Put a member's role back.
    Role {
        /// Whose.
        person: PersonId,
        /// As it was before the act.
        before: Role,
        /// As the act left it.
        after: Role,
    },
    /// Somebody was let in again: take them out again.
    Readmitted(PersonId),
    /// The team was added: take it away.
    Team(TeamId),
    /// Put back what a platform's role gives.
    Mapping {
        /// The role.
        of: PlaceRole,
        /// As it was before the act.
        before: Option<Box<RoleMapping>>,
        /// As the act left it.
        after: Option<Box<RoleMapping>>,
    },
    /// Put somebody's place in a team back: `None` is out of the team, `Some(true)` a captain of it.
    InTeam {
        /// The team.
        team: TeamId,
        /// Whose.
        person: PersonId,
        /// As it was before the act.
        before: Option<bool>,
        /// As the act left it.
        after: Option<bool>,
    },
}

/// Takes the act back.
pub async fn run(desk: &mut Desk<'_>, undo: PeopleUndo) -> Outcome<Answer> {
    match undo {
        PeopleUndo::Person(before) => person(desk, *before).await,
        PeopleUndo::Skills { before, after } => skills(desk, &before, &after).await,
        PeopleUndo::Group(before) => group(desk, *before).await,
        PeopleUndo::Role { person, before, after } => role(desk, person, before, after).await,
        PeopleUndo::Readmitted(person) => readmitted(desk, person).await,
        PeopleUndo::Team(team) => remove_team(desk, team).await,
        PeopleUndo::Mapping { of, before, after } => mapping(desk, &of, before.as_deref(), after.as_deref()).await,
        PeopleUndo::InTeam {
            team,
            person,
            before,
            after,
        } => in_team(desk, team, person, before, after).await,
    }
}

/// Puts the actor's settings back; name and agreement stay as they are now.
async fn person(desk: &mut Desk<'_>, before: Person) -> Outcome<Answer> {
    let current = &desk.actor.person;
    if current.id != before.id || current.version != before.version + 1 {
        return Err(changed_since().into());
    }
    let restored = Person {
        name: current.name.clone(),
        agreed_at: current.agreed_at,
        version: current.version + 1,
        ..before
    };
    desk.work.unit.save_person(&restored).await?;
    desk.actor.person = restored;
    super::desk::me::follow(desk).await?;
    Ok(desk.say(&phrase!("undo-me")))
}

/// Puts back what the actor can do.
async fn skills(desk: &mut Desk<'_>, before: &[String], after: &[String]) -> Outcome<Answer> {
    let me = desk.me();
    desk.work.unit.person_for_update(me).await?;
    if desk.work.unit.skills_of(me).await? != after {
        return Err(changed_since().into());
    }
    desk.work.unit.set_skills(me, before).await?;
    Ok(desk.say(&phrase!("undo-me")))
}

/// Puts the group's settings back.
async fn group(desk: &mut Desk<'_>, before: Group) -> Outcome<Answer> {
    must_organize(desk)?;
    let current = desk.work.unit.group_for_update(before.id).await?;
    let current = current.filter(|group| group.version == before.version + 1);
    let current = current.ok_or_else(changed_since)?;
    let restored = Group {
        version: current.version + 1,
        ..before
    };
    desk.work.unit.save_group(&restored).await?;
    digest::follow_zone(&mut desk.work, &current, &restored).await?;
    Ok(desk.say(&phrase!("undo-group")))
}

/// Puts a member's role back. Only an organizer can: whoever gave the right up gets it back from another one.
async fn role(desk: &mut Desk<'_>, person: PersonId, before: Role, after: Role) -> Outcome<Answer> {
    must_organize(desk)?;
    super::desk::role::hold_roles(desk).await?;
    let group = desk.group()?.id;
    let membership = desk.work.unit.membership_for_update(group, person).await?;
    let Some(current) = membership.filter(|membership| membership.role == after) else {
        return Err(changed_since().into());
    };
    super::desk::role::give(
        desk,
        Membership {
            role: before,
            ..current
        },
    )
    .await?;
    let name = desk.work.name_of(person).await?;
    Ok(desk.say(&phrase!("undo-role", member = person name, role = word before.word())))
}

/// Takes somebody out again who was let in, as long as they have done nothing that would be lost.
async fn readmitted(desk: &mut Desk<'_>, person: PersonId) -> Outcome<Answer> {
    must_organize(desk)?;
    let group = desk.group()?.clone();
    let members = desk.work.unit.members(group.id).await?;
    let freed = Freed::by(&mut desk.work, &group, person).await?;
    if !freed.is_nothing() || is_last_organizer(&members, person) {
        return Err(changed_since().into());
    }
    go_out(&mut desk.work, &group, person, Departure::Removed).await?;
    let me = desk.me();
    desk.work
        .audit(group.id, me, "member.removed", None, Some(person))
        .await?;
    let name = desk.work.name_of(person).await?;
    Ok(desk.say(&phrase!("undo-readmit", member = person name, group = user group.name)))
}

/// Puts back what a platform's role gives.
async fn mapping(
    desk: &mut Desk<'_>,
    of: &PlaceRole,
    before: Option<&RoleMapping>,
    after: Option<&RoleMapping>,
) -> Outcome<Answer> {
    must_organize(desk)?;
    let current = desk
        .work
        .unit
        .role_mappings_in(of.group, of.platform, &of.place)
        .await?;
    if current.iter().find(|mapping| mapping.of == *of) != after {
        return Err(changed_since().into());
    }
    if let Some(RoleMapping {
        gives: Gives::Team(team),
        ..
    }) = before
    {
        crate::undo::must_still_be(desk, Some(*team)).await?;
    }
    super::desk::mapping::put(desk, of, before).await?;
    let name = before.or(after).map_or(&of.role, |mapping| &mapping.name);
    Ok(desk.say(&phrase!("undo-mapping", role = user name)))
}

/// Puts somebody's place in a team back: one's own, or as an organizer anybody's.
async fn in_team(
    desk: &mut Desk<'_>,
    team: TeamId,
    person: PersonId,
    before: Option<bool>,
    after: Option<bool>,
) -> Outcome<Answer> {
    if person != desk.me() {
        must_organize(desk)?;
    }
    let group = desk.group()?.id;
    let member = desk.work.unit.membership(group, person).await?;
    member.ok_or_else(changed_since)?;
    let teams = desk.work.unit.teams_of(group, person).await?;
    let current = teams.into_iter().find(|(other, _)| other.id == team);
    if current.as_ref().map(|(_, captain)| *captain) != after {
        return Err(changed_since().into());
    }
    let team = super::desk::team::named(desk, team).await?;
    super::desk::team::place(desk, &team, person, before).await?;
    let name = desk.work.name_of(person).await?;
    let place = super::desk::team::word(before);
    Ok(desk.say(&phrase!("undo-team", member = person name, team = user team.name, place = word place)))
}

/// Takes a team away that was added, as long as nobody joined it and no shift or task is its own.
async fn remove_team(desk: &mut Desk<'_>, team: TeamId) -> Outcome<Answer> {
    desk.must_run(None)?;
    let team = super::desk::team::named(desk, team).await?;
    if !desk.work.unit.remove_team(team.group, team.id).await? {
        return Err(UserError::new(phrase!("undo-team-in-use", team = user team.name)).into());
    }
    Ok(desk.say(&phrase!("undo-team-added", team = user team.name)))
}

fn must_organize(desk: &Desk<'_>) -> Outcome<()> {
    if desk.actor.role == Role::Organizer {
        Ok(())
    } else {
        Err(phrase!("forbidden-organizers").into())
    }
}

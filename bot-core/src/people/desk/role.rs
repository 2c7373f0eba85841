//! `group role`: who may what in the group, or in one of its teams.

use super::team;
use crate::catalogue::{quoted, sought};
use crate::desk::{Answer, Desk};
use crate::digest;
use crate::door;
use crate::error::{Outcome, Stop, UserError};
use crate::ids::PersonId;
use crate::locale::Phrase;
use crate::people::mapping::{self, Gives};
use crate::people::register::is_last_organizer;
use crate::people::undo::PeopleUndo;
use crate::people::{Member, Membership, Role};
use crate::phrase;
use crate::store::StoreError;
use crate::undo::Undo;
use crate::work::Personal;

pub(super) async fn grant(desk: &mut Desk<'_>, member: &str, role: Role, in_team: Option<&str>) -> Outcome<Answer> {
    match (desk.find_member(member).await, in_team) {
        (Ok(member), Some(team)) => grant_in_team(desk, &member, role, team).await,
        (Ok(member), None) => grant_in_group(desk, &member, role).await,
        (Err(Stop::User(unknown)), None) => match removed(desk, member).await? {
            Some(member) => readmit(desk, &member, role).await,
            None => Err(unknown.into()),
        },
        (Err(stop), _) => Err(stop),
    }
}

/// Whom an organizer removed, by name; nobody, if that fits several or none.
async fn removed(desk: &mut Desk<'_>, name: &str) -> Outcome<Option<Member>> {
    let group = desk.group()?.id;
    let wanted = sought(name);
    let removed = desk.work.unit.removed_members(group).await?;
    let mut fitting = removed.into_iter().filter(|member| sought(&member.name) == wanted);
    let first = fitting.next();
    Ok(first.filter(|_| fitting.next().is_none()))
}

/// Lets somebody in again whom an organizer removed.
async fn readmit(desk: &mut Desk<'_>, member: &Member, role: Role) -> Outcome<Answer> {
    hold_roles(desk).await?;
    let group = desk.group()?.clone();
    let Some(entry) = desk
        .work
        .unit
        .register_entry_for_update(group.id, member.person)
        .await?
    else {
        return Err(phrase!("member-unknown", name = user member.name).into());
    };
    let entered = Membership::entered(group.id, member.person, desk.work.now, entry.room);
    desk.work.unit.save_membership(&Membership { role, ..entered }).await?;
    digest::plan_for(&mut desk.work, &group, member.person).await?;
    let me = desk.me();
    desk.work
        .audit(group.id, me, "member.readmitted", None, Some(member.person))
        .await?;
    if role > Role::Member {
        write_down(desk, member.person, role).await?;
    }
    let by = desk.actor.person.name.clone();
    let told = phrase!("readmit-told", by = person by, group = user group.name, role = word role.word());
    tell(desk, member.person, &told).await?;
    desk.remember_undo(Undo::People(PeopleUndo::Readmitted(member.person)))
        .await?;
    Ok(desk
        .say(&phrase!("readmit-done", member = person member.name, group = user group.name, role = word role.word())))
}

async fn grant_in_group(desk: &mut Desk<'_>, member: &Member, role: Role) -> Outcome<Answer> {
    hold_roles(desk).await?;
    let group = desk.group()?.id;
    let membership = desk.work.unit.membership_for_update(group, member.person).await?;
    let Some(membership) = membership else {
        return Err(phrase!("member-unknown", name = user member.name).into());
    };
    let was_given = mapping::make_own(desk.work.unit, group, member.person, Gives::Captain).await?;
    if membership.role == role && was_given {
        // It was there for a platform role's sake, and is theirs from now on.
        write_down(desk, member.person, role).await?;
        desk.remember_undo(Undo::Lasting).await?;
        return Ok(desk.say(&phrase!("role-given", member = person member.name, role = word role.word())));
    }
    if membership.role == role {
        return Ok(desk.say(&phrase!("role-already", member = person member.name, role = word role.word())));
    }
    let undo = PeopleUndo::Role {
        person: member.person,
        before: membership.role,
        after: role,
    };
    give(desk, Membership { role, ..membership }).await?;
    desk.remember_undo(Undo::People(undo)).await?;
    Ok(desk.say(&phrase!("role-given", member = person member.name, role = word role.word())))
}

/// Nobody else changes who runs the group until the commit, so that one organizer always stays. If whoever acts lost
/// their own role in between, the act begins again and finds out.
pub(in crate::people) async fn hold_roles(desk: &mut Desk<'_>) -> Outcome<()> {
    let (group, me) = (desk.group()?.id, desk.me());
    desk.work.unit.group_for_update(group).await?;
    let role = if desk.actor.anonymous {
        door::role_of_a_place(desk.work.unit, group).await?
    } else {
        let mine = desk.work.unit.membership(group, me).await?;
        mine.map_or(Role::Member, |mine| mine.role)
    };
    if role == desk.actor.role {
        Ok(())
    } else {
        Err(StoreError::Contended.into())
    }
}

/// Gives a member that role, while the roles are [held](hold_roles): on the audit log, and told to the person concerned. The last organizer stays one.
pub(in crate::people) async fn give(desk: &mut Desk<'_>, membership: Membership) -> Outcome<()> {
    let Membership {
        group, person, role, ..
    } = membership;
    let members = desk.work.unit.members(group).await?;
    must_leave_an_organizer(&members, person, role)?;
    mapping::make_own(desk.work.unit, group, person, Gives::Captain).await?;
    desk.work.unit.save_membership(&membership).await?;
    write_down(desk, person, role).await?;
    let (by, group) = (desk.actor.person.name.clone(), desk.group()?.name.clone());
    let told = phrase!("role-told", by = person by, group = user group, role = word role.word());
    tell(desk, person, &told).await
}

/// Writes a role that is given into the audit log.
async fn write_down(desk: &mut Desk<'_>, person: PersonId, role: Role) -> Outcome<()> {
    let (group, me) = (desk.group()?.id, desk.me());
    desk.work
        .audit(
            group,
            me,
            match role {
                Role::Organizer => "role.organizer",
                Role::Captain => "role.captain",
                Role::Member => "role.member",
            },
            None,
            Some(person),
        )
        .await?;
    Ok(())
}

/// Tells a member what the actor made of them.
async fn tell(desk: &mut Desk<'_>, person: PersonId, told: &Phrase) -> Outcome<()> {
    if person == desk.me() {
        return Ok(());
    }
    let group = desk.group()?.clone();
    let news = personal(desk, "role", person);
    desk.work.notify(&group, person, news, |voice| voice.say(told)).await?;
    Ok(())
}

/// A group without an organizer could never be set up again.
fn must_leave_an_organizer(members: &[Member], person: PersonId, role: Role) -> Result<(), UserError> {
    if role == Role::Organizer || !is_last_organizer(members, person) {
        return Ok(());
    }
    Err(UserError::new(phrase!("role-last-organizer")).type_next("group role <member> organizer"))
}

async fn grant_in_team(desk: &mut Desk<'_>, member: &Member, role: Role, name: &str) -> Outcome<Answer> {
    if role == Role::Organizer {
        return Err(UserError::new(phrase!("role-no-team-organizer"))
            .type_next(format!(
                "group role {} captain team:{}",
                quoted(&member.name),
                quoted(name)
            ))
            .into());
    }
    let team = desk.find_team(name).await?;
    let before = team::place_of(desk, &team, member.person).await?;
    let after = Some(role == Role::Captain);
    let was_given = mapping::make_own(desk.work.unit, team.group, member.person, Gives::Team(team.id)).await?;
    if before == after && !was_given {
        return Ok(desk.say(
            &phrase!("team-role-already", member = person member.name, team = user team.name, role = word role.word()),
        ));
    }
    team::place(desk, &team, member.person, after).await?;
    desk.remember_undo(Undo::People(PeopleUndo::InTeam {
        team: team.id,
        person: member.person,
        before,
        after,
    }))
    .await?;
    let (by, group) = (desk.actor.person.name.clone(), desk.group()?.name.clone());
    let told = phrase!(
        "team-role-told",
        by = person by,
        team = user team.name,
        group = user group,
        role = word role.word()
    );
    tell(desk, member.person, &told).await?;
    Ok(desk
        .say(&phrase!("team-role-given", member = person member.name, team = user team.name, role = word role.word())))
}

/// News for that person of what the actor did just now.
pub(super) fn personal(desk: &Desk<'_>, act: &str, person: PersonId) -> Personal {
    Personal::news(format_args!("{}/{act}", desk.event), person)
}

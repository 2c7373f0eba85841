//! `group role`: who may what in the group, or in one of its teams.

use super::team;
use crate::catalogue::quoted;
use crate::desk::{Answer, Desk};
use crate::error::{Outcome, UserError};
use crate::ids::PersonId;
use crate::locale::Phrase;
use crate::people::undo::PeopleUndo;
use crate::people::{Member, Membership, Role};
use crate::phrase;
use crate::store::StoreError;
use crate::undo::Undo;
use crate::work::Personal;

pub(super) async fn grant(desk: &mut Desk<'_>, member: &str, role: Role, in_team: Option<&str>) -> Outcome<Answer> {
    let member = desk.find_member(member).await?;
    match in_team {
        Some(name) => grant_in_team(desk, &member, role, name).await,
        None => grant_in_group(desk, &member, role).await,
    }
}

async fn grant_in_group(desk: &mut Desk<'_>, member: &Member, role: Role) -> Outcome<Answer> {
    hold_roles(desk).await?;
    let group = desk.group()?.id;
    let membership = desk.work.unit.membership_for_update(group, member.person).await?;
    let Some(membership) = membership else {
        return Err(phrase!("member-unknown", name = user member.name).into());
    };
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
    let mine = desk.work.unit.membership(group, me).await?;
    if mine.map_or(Role::Member, |mine| mine.role) == desk.actor.role {
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
    desk.work.unit.save_membership(&membership).await?;
    let me = desk.me();
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
    let (by, group) = (desk.actor.person.name.clone(), desk.group()?.name.clone());
    let told = phrase!("role-told", by = person by, group = user group, role = word role.word());
    tell(desk, person, &told).await
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
    let stays = |member: &&Member| member.role == Role::Organizer && member.person != person;
    if role == Role::Organizer || members.iter().any(|member| stays(&member)) {
        return Ok(());
    }
    let was = members
        .iter()
        .any(|member| member.person == person && member.role == Role::Organizer);
    if was {
        Err(UserError::new(phrase!("role-last-organizer")).type_next("group role <member> organizer"))
    } else {
        Ok(())
    }
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
    if before == after {
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

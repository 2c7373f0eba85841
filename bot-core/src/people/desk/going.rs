//! `group leave` and `group remove`: out of the register. Both show what ends with that and ask before they act.

use super::role::hold_roles;
use crate::catalogue::quoted;
use crate::desk::{Answer, Desk};
use crate::error::{Outcome, UserError};
use crate::people::card::going::{ended, would_end};
use crate::people::register::{Freed, go_out, is_last_organizer};
use crate::people::{Departure, Member};
use crate::phrase;
use crate::reply::Button;
use crate::undo::Undo;

pub(super) async fn leave(desk: &mut Desk<'_>, sure: bool) -> Outcome<Answer> {
    let (group, me) = (desk.group()?.clone(), desk.me());
    hold_roles(desk).await?;
    let members = desk.work.unit.members(group.id).await?;
    must_not_be_last_organizer(desk, &members)?;
    if !sure {
        let freed = Freed::by(&mut desk.work, &group, me).await?;
        let asked = if members.len() == 1 {
            phrase!("leave-asks-last", group = user group.name)
        } else {
            phrase!("leave-asks", group = user group.name)
        };
        let card = would_end(desk.voice.say(&asked), &freed, &desk.voice);
        let button = Button::new(desk.voice.text(&phrase!("leave-button")), group.id, "group leave yes");
        return Ok(card.actions(&desk.voice, [button], "group leave yes").into());
    }
    let freed = go_out(&mut desk.work, &group, me, Departure::Left).await?;
    desk.work.audit(group.id, me, "member.left", None, Some(me)).await?;
    desk.remember_undo(Undo::Lasting).await?;
    let card = desk.voice.say(&phrase!("leave-left", group = user group.name));
    Ok(ended(card, &freed, &desk.voice).into())
}

pub(super) async fn remove(desk: &mut Desk<'_>, name: &str, sure: bool) -> Outcome<Answer> {
    let group = desk.group()?.clone();
    hold_roles(desk).await?;
    let member = desk.find_member(name).await?;
    if member.person == desk.me() {
        return Err(UserError::new(phrase!("remove-oneself"))
            .type_next("group leave")
            .into());
    }
    let typed = quoted(&member.name);
    if !sure {
        let freed = Freed::by(&mut desk.work, &group, member.person).await?;
        let asked = phrase!("remove-asks", member = person member.name, group = user group.name);
        let card = would_end(desk.voice.say(&asked), &freed, &desk.voice);
        let yes = format!("group remove {typed} yes");
        let button = Button::new(desk.voice.text(&phrase!("remove-button")), group.id, &yes);
        return Ok(card.actions(&desk.voice, [button], yes).into());
    }
    let me = desk.actor.person.clone();
    let told = phrase!("remove-told", by = person me.name, group = user group.name);
    let news = super::role::personal(desk, "removed", member.person);
    desk.work
        .notify(&group, member.person, news, |voice| voice.say(&told))
        .await?;
    let freed = go_out(&mut desk.work, &group, member.person, Departure::Removed).await?;
    desk.work
        .audit(group.id, me.id, "member.removed", None, Some(member.person))
        .await?;
    desk.remember_undo(Undo::Lasting).await?;
    let again = format!("group role {typed} member");
    let removed = phrase!("remove-removed", member = person member.name, group = user group.name);
    let card = ended(desk.voice.say(&removed), &freed, &desk.voice);
    let back = phrase!("remove-way-back", member = person member.name, again = command again);
    Ok(card.line(desk.voice.line(&back)).into())
}

/// Refuses the last organizer while there is somebody who could be one, with what to type.
fn must_not_be_last_organizer(desk: &Desk<'_>, members: &[Member]) -> Result<(), UserError> {
    let me = desk.me();
    let heir = members.iter().find(|member| member.person != me);
    match heir {
        Some(heir) if is_last_organizer(members, me) => Err(UserError::new(phrase!("role-last-organizer"))
            .type_next(format!("group role {} organizer", quoted(&heir.name)))),
        _ => Ok(()),
    }
}

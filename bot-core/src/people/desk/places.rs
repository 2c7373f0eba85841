//! `group link`: another place joins the group, on the word of an organizer there and an administrator here.

use super::accounts::{heard, must_be_heard, wrong};
use crate::desk::{Answer, Desk};
use crate::error::{Outcome, UserError};
use crate::people::link::{Code, LinkCode, LinkPurpose};
use crate::people::{Place, Role};
use crate::phrase;
use crate::undo::Undo;

pub(super) async fn run(desk: &mut Desk<'_>, code: Option<&str>) -> Outcome<Answer> {
    match code {
        None => give_code(desk).await,
        Some(code) => join(desk, code).await,
    }
}

/// The organizer's side.
async fn give_code(desk: &mut Desk<'_>) -> Outcome<Answer> {
    let group = desk.group()?.clone();
    if desk.actor.role != Role::Organizer {
        return Err(phrase!("forbidden-organizers").into());
    }
    let purpose = LinkPurpose::Group {
        group: group.id,
        organizer: desk.me(),
    };
    let code = Code::new(desk.work.ids);
    desk.work.unit.revoke_link_codes(purpose).await?;
    let row = LinkCode::new(code, purpose, desk.work.now);
    desk.work.unit.save_link_code(&row).await?;
    let card = desk.voice.say(&phrase!("group-link-code", group = user group.name));
    Ok(card.actions(&desk.voice, [], format!("group link {code}")).into())
}

/// The administrator's side.
async fn join(desk: &mut Desk<'_>, typed: &str) -> Outcome<Answer> {
    must_be_heard(desk).await?;
    if desk.room.private {
        return Err(phrase!("group-link-in-private").into());
    }
    if !desk.actor.administers {
        return Err(phrase!("group-link-administrators").into());
    }
    let Some(mut code) = heard(desk, typed).await? else {
        return wrong(desk).await;
    };
    code.must_live(desk.work.now)?;
    let LinkPurpose::Group { group, organizer } = code.purpose else {
        return Err(UserError::new(phrase!("link-is-personal"))
            .type_next("me link <code>")
            .into());
    };
    if let Some(own) = &desk.group {
        return Err(if own.id == group {
            phrase!("group-link-already", group = user own.name)
        } else {
            phrase!("group-link-has-group", group = user own.name)
        }
        .into());
    }
    let granted = desk.work.unit.membership(group, organizer).await?;
    let group = desk.work.unit.group(group).await?;
    let Some(group) = group.filter(|_| granted.is_some_and(|granted| granted.role == Role::Organizer)) else {
        return Err(phrase!("link-expired").into());
    };
    let place = Place {
        platform: desk.room.platform,
        place: desk.room.place.clone(),
        group: group.id,
        name: desk.place_name.clone(),
    };
    desk.work.unit.save_place(&place).await?;
    code.used_at = Some(desk.work.now);
    desk.work.unit.save_link_code(&code).await?;
    let me = desk.me();
    desk.work
        .audit(group.id, me, "place.linked", None, Some(organizer))
        .await?;
    let news = super::role::personal(desk, "place.linked", organizer);
    let told = phrase!("group-link-told", place = user place.name, by = person desk.actor.person.name, group = user group.name);
    desk.work
        .notify(&group, organizer, news, |voice| voice.say(&told))
        .await?;
    let answer = desk.say(&phrase!("group-linked", place = user place.name, group = user group.name));
    desk.group = Some(group);
    desk.remember_undo(Undo::Lasting).await?;
    Ok(answer)
}

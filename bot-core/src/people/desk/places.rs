//! `group link`: another place joins the group. Both sides confirm, and each is shown the other's names.
//!
//! An organizer asks for a code (`group link`). An administrator of the other place types it there (`group link CODE`), is
//! shown the group and whose code it is, and agrees (`group link CODE yes`). The organizer is shown the place and who agreed,
//! and confirms (`group link confirm`). So a code that was overheard joins no stranger's place, and one that somebody was
//! talked into typing gives nobody their place.

use super::accounts::{heard, must_be_heard, wrong};
use crate::desk::{Answer, Desk};
use crate::error::{Outcome, UserError};
use crate::ids::{GroupId, PersonId};
use crate::locale::{Phrase, Voice};
use crate::people::link::{Code, Joining, LinkCode, LinkPurpose, agreed, is_confirm};
use crate::people::{Group, Person, Place, Role};
use crate::phrase;
use crate::store::OutboxKind;
use crate::undo::Undo;

/// What the organizer types at last.
const CONFIRM: &str = "group link confirm";

pub(super) async fn run(desk: &mut Desk<'_>, typed: Option<&str>) -> Outcome<Answer> {
    match typed {
        None => give_code(desk).await,
        Some(word) if is_confirm(word) => confirm(desk).await,
        Some(typed) => match agreed(typed) {
            Some(code) => agree(desk, code).await,
            None => look(desk, typed).await,
        },
    }
}

/// The organizer asks; the code before this one is worth nothing any more, for whichever of their groups it was: what they
/// confirm is then the one thing that they were shown.
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
    let organizer = desk.me();
    for Group { id: group, .. } in desk.work.unit.groups_of(organizer).await? {
        let earlier = LinkPurpose::Group { group, organizer };
        desk.work.unit.revoke_link_codes(earlier).await?;
    }
    let row = LinkCode::new(code, purpose, desk.work.now);
    desk.work.unit.save_link_code(&row).await?;
    let card = desk.voice.say(&phrase!("group-link-code", group = user group.name));
    Ok(card.actions(&desk.voice, [], format!("group link {code}")).into())
}

/// A code that an administrator of this place may use here, and what it joins the place to.
struct Opened {
    code: LinkCode,
    group: Group,
    organizer: Person,
}

/// Looks at the code that was typed; `None` for one that is nobody's.
async fn open(desk: &mut Desk<'_>, typed: &str) -> Outcome<Option<Opened>> {
    must_be_heard(desk).await?;
    if desk.room.private {
        return Err(phrase!("group-link-in-private").into());
    }
    if !desk.actor.administers {
        return Err(phrase!("group-link-administrators").into());
    }
    let Some(code) = heard(desk, typed).await? else {
        return Ok(None);
    };
    code.must_be_open_to(desk.me(), desk.work.now)?;
    let elsewhere =
        |joining: &Joining| (joining.room.platform, &joining.room.place) != (desk.room.platform, &desk.room.place);
    if code.joining.as_ref().is_some_and(elsewhere) {
        return Err(phrase!("link-claimed").into());
    }
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
    let (group, organizer) = granted(desk, group, organizer).await?;
    Ok(Some(Opened { code, group, organizer }))
}

/// The group and its organizer, who must still be one.
async fn granted(desk: &mut Desk<'_>, group: GroupId, organizer: PersonId) -> Outcome<(Group, Person)> {
    let membership = desk.work.unit.membership(group, organizer).await?;
    let is_organizer = membership.is_some_and(|membership| membership.role == Role::Organizer);
    let group = desk.work.unit.group(group).await?;
    let organizer = desk.work.unit.person(organizer).await?;
    let both = group.zip(organizer).filter(|_| is_organizer);
    Ok(both.ok_or_else(|| phrase!("link-expired"))?)
}

/// The administrator is shown what the code would join. Nothing has happened yet.
async fn look(desk: &mut Desk<'_>, typed: &str) -> Outcome<Answer> {
    let Some(Opened { group, organizer, .. }) = open(desk, typed).await? else {
        return wrong(desk).await;
    };
    let shown = phrase!(
        "group-link-would-join",
        place = user desk.place_name,
        group = user group.name,
        by = person organizer.name
    );
    let yes = format!("group link {typed} yes");
    Ok(desk.voice.say(&shown).actions(&desk.voice, [], yes).into())
}

/// The administrator agrees: the organizer is told, and has the last word.
async fn agree(desk: &mut Desk<'_>, typed: &str) -> Outcome<Answer> {
    let Some(Opened {
        mut code,
        group,
        organizer,
    }) = open(desk, typed).await?
    else {
        return wrong(desk).await;
    };
    code.claim(desk.me(), desk.work.now)?;
    code.joining = Some(Joining {
        room: desk.room.clone(),
        name: desk.place_name.clone(),
    });
    desk.work.unit.save_link_code(&code).await?;
    let told = phrase!(
        "group-link-asks",
        by = person desk.actor.person.name,
        place = phrase place_on(desk),
        group = user group.name
    );
    let news = super::role::personal(desk, "place.asks", organizer.id).until(Some(code.expires_at));
    let card = |voice: &Voice| voice.say(&told).actions(voice, [], CONFIRM);
    desk.work.notify(&group, organizer.id, news, card).await?;
    Ok(desk.say(&phrase!(
        "group-link-waits",
        by = person organizer.name,
        group = user group.name,
        confirm = command CONFIRM
    )))
}

/// "Square (the console)".
fn place_on(desk: &Desk<'_>) -> Phrase {
    phrase!("place-on", name = user desk.place_name, platform = word desk.room.platform.code())
}

/// The organizer confirms: the place belongs to the group.
async fn confirm(desk: &mut Desk<'_>) -> Outcome<Answer> {
    let nothing = || UserError::new(phrase!("group-link-nothing-to-confirm")).type_next("group link");
    let me = desk.me();
    let code = desk.work.unit.claimed_place_code_for_update(me).await?;
    let mut code = code.ok_or_else(nothing)?;
    let administrator = code.confirm(desk.work.now)?;
    let (LinkPurpose::Group { group, .. }, Some(joining)) = (code.purpose, code.joining.take()) else {
        return Err(nothing().into());
    };
    let (group, _) = granted(desk, group, me).await?;
    let Joining { room, name } = joining;
    if desk.work.unit.place(room.platform, &room.place).await?.is_some() {
        return Err(phrase!("group-link-taken", place = user name).into());
    }
    let place = Place {
        platform: room.platform,
        place: room.place.clone(),
        group: group.id,
        name: name.clone(),
    };
    desk.work.unit.save_place(&place).await?;
    desk.work.unit.save_link_code(&code).await?;
    desk.work
        .audit(group.id, administrator, "place.linked", None, Some(me))
        .await?;
    let linked = phrase!("group-linked", place = user name, group = user group.name);
    let voice = desk.work.voice_of_room(&group);
    let key = format!("notice/place.linked/{}", desk.event);
    let card = (voice.say(&linked), voice.language);
    desk.work.post(room, OutboxKind::Notice, key, card).await?;
    let answer = desk.say(&linked);
    desk.group = Some(group);
    desk.remember_undo(Undo::Lasting).await?;
    Ok(answer)
}

//! `me export` and `group export`: what the desk holds, as a document.

use crate::desk::{Answer, Desk};
use crate::error::Outcome;
use crate::export::{self, Bound};
use crate::phrase;

/// Everything that is held on whoever asks.
pub(super) async fn me(desk: &mut Desk<'_>) -> Outcome<Answer> {
    let person = desk.actor.person.clone();
    let zone = desk.frame().zone;
    let now = desk.work.now;
    let document = export::person(&mut *desk.work.unit, &person, &zone, now, Bound::MESSAGE).await?;
    let mut card = desk.voice.say(&phrase!("me-export", forget = command "me forget"));
    if document.is_cut {
        card = card.line(desk.voice.line(&phrase!("export-cut")));
    }
    Ok(card.json(document.name, document.text).into())
}

/// The group's whole desk, for an organizer: on the audit log, since it tells who is in the group and who voted what.
pub(super) async fn group(desk: &mut Desk<'_>) -> Outcome<Answer> {
    let group = desk.group()?.clone();
    let now = desk.work.now;
    let document = export::group(&mut *desk.work.unit, &group, now, Bound::MESSAGE).await?;
    let me = desk.me();
    desk.work.audit(group.id, me, "group.exported", None, None).await?;
    let mut card = desk.voice.say(&phrase!("group-export", group = user group.name));
    if document.is_cut {
        card = card.line(desk.voice.line(&phrase!("export-cut")));
    }
    Ok(card.json(document.name, document.text).into())
}

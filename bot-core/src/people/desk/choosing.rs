//! `group use`: which of my groups I mean in private.

use crate::desk::{Answer, Desk};
use crate::error::{Outcome, UserError};
use crate::people::card::choosing::{Listed, card};
use crate::people::undo::PeopleUndo;
use crate::people::{Role, choosing};
use crate::phrase;
use crate::undo::Undo;

pub(super) async fn run(desk: &mut Desk<'_>, typed: Option<&str>) -> Outcome<Answer> {
    match typed {
        Some(typed) => choose(desk, typed).await,
        None => list(desk).await,
    }
}

async fn choose(desk: &mut Desk<'_>, typed: &str) -> Outcome<Answer> {
    let me = desk.me();
    let groups = desk.work.unit.groups_of(me).await?;
    if groups.is_empty() {
        return Err(UserError::new(phrase!("me-no-group")).type_next("help").into());
    }
    let chosen = choosing::named(&groups, typed)?.clone();
    let before = desk.actor.person.clone();
    if before.chosen_group == Some(chosen.id) {
        return Ok(desk.say(&phrase!("group-use-already", group = user chosen.name)));
    }
    desk.actor.person.chosen_group = Some(chosen.id);
    desk.actor.person.version += 1;
    desk.work.unit.save_person(&desk.actor.person).await?;
    let said = phrase!("group-use-chosen", group = user chosen.name);
    if desk.room.private {
        desk.group = Some(chosen);
    }
    desk.remember_undo(Undo::People(PeopleUndo::Person(Box::new(before))))
        .await?;
    Ok(desk.say(&said))
}

/// My groups, each with what tells it from one that is called alike.
async fn list(desk: &mut Desk<'_>) -> Outcome<Answer> {
    let me = desk.me();
    let groups = desk.work.unit.groups_of(me).await?;
    let mut listed = Vec::new();
    for (at, group) in groups.iter().enumerate() {
        let membership = desk.work.unit.membership(group.id, me).await?;
        let places = desk.work.unit.places_of(group.id).await?;
        listed.push(Listed {
            handle: choosing::handle(&groups, at),
            group: group.clone(),
            role: membership.map_or(Role::Member, |membership| membership.role),
            places,
            chosen: desk.actor.person.chosen_group == Some(group.id),
        });
    }
    let of_card = desk.group.as_ref().map(|group| group.id);
    Ok(card(&desk.voice, &listed, of_card, desk.room.private).into())
}

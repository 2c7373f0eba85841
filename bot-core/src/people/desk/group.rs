//! `group` and `group set`.

use std::collections::HashMap;

use crate::desk::{Answer, Desk};
use crate::digest;
use crate::error::{Fault, Outcome};
use crate::people::card::group::{self, Overview};
use crate::people::undo::PeopleUndo;
use crate::people::{Group, settings};
use crate::phrase;
use crate::undo::Undo;

pub(super) async fn show(desk: &mut Desk<'_>) -> Outcome<Answer> {
    let group = desk.group()?.clone();
    let members = desk.work.unit.members(group.id).await?;
    let teams = desk.work.unit.teams(group.id).await?;
    let places = desk.work.unit.places_of(group.id).await?;
    let mut team_captains = HashMap::new();
    for team in &teams {
        let people = desk.work.unit.team_members(group.id, team.id).await?;
        let captains: Vec<String> = people
            .into_iter()
            .filter(|one| one.captain)
            .map(|one| one.name)
            .collect();
        team_captains.insert(team.id, captains);
    }
    let overview = Overview {
        group,
        members,
        teams: teams
            .into_iter()
            .map(|team| (team.name, team_captains.remove(&team.id).unwrap_or_default()))
            .collect(),
        places,
    };
    Ok(group::card(&desk.voice, &overview).into())
}

pub(super) async fn set_timezone(desk: &mut Desk<'_>, typed: &str) -> Outcome<Answer> {
    let zone = settings::zone(typed, "group set timezone")?;
    save(desk, |group| group.zone = zone.clone()).await?;
    Ok(desk.say(&phrase!("group-timezone-set", zone = zone zone)))
}

pub(super) async fn set_language(desk: &mut Desk<'_>, typed: &str) -> Outcome<Answer> {
    let language = settings::language(typed, "group set language")?;
    save(desk, |group| group.language = language).await?;
    if !desk.room.private {
        desk.voice.language = language;
    }
    Ok(desk.say(&phrase!("group-language-set", language = word language.code())))
}

pub(super) async fn set_name(desk: &mut Desk<'_>, name: &str) -> Outcome<Answer> {
    let name = crate::reply::clean::one_line(name.trim()).into_owned();
    if name.is_empty() {
        return Err(phrase!("group-name-empty").into());
    }
    save(desk, |group| group.name.clone_from(&name)).await?;
    Ok(desk.say(&phrase!("group-name-set", name = user name)))
}

pub(super) async fn set_prefix(desk: &mut Desk<'_>, typed: &str) -> Outcome<Answer> {
    let prefix = settings::prefix(typed)?;
    save(desk, |group| group.prefix = prefix.clone()).await?;
    Ok(desk.say(&phrase!("group-prefix-set", prefix = word prefix)))
}

pub(super) async fn set_asks(desk: &mut Desk<'_>, typed: &str) -> Outcome<Answer> {
    let asks = settings::asks(typed)?;
    save(desk, |group| group.asks = asks).await?;
    Ok(desk.say(&if asks == 0 {
        phrase!("group-asks-off")
    } else {
        phrase!("group-asks-set", count = number asks)
    }))
}

pub(super) async fn set_rest(desk: &mut Desk<'_>, typed: &str) -> Outcome<Answer> {
    let rest = settings::rest(typed)?;
    save(desk, |group| group.rest = rest).await?;
    let end = "group set rest none";
    Ok(desk.say(&match rest {
        Some(rest) => phrase!("group-rest-set", rest = duration rest, end = command end),
        None => phrase!("group-rest-off"),
    }))
}

/// Saves a change of the group's settings, and remembers how they were.
async fn save(desk: &mut Desk<'_>, change: impl FnOnce(&mut Group)) -> Outcome<()> {
    let group = desk.group()?.id;
    let before = desk.work.unit.group_for_update(group).await?;
    let before = before.ok_or(Fault::Invariant("a desk is that of a group"))?;
    let mut group = before.clone();
    change(&mut group);
    group.version += 1;
    desk.work.unit.save_group(&group).await?;
    digest::follow_zone(&mut desk.work, &before, &group).await?;
    desk.group = Some(group);
    desk.remember_undo(Undo::People(PeopleUndo::Group(Box::new(before))))
        .await
}

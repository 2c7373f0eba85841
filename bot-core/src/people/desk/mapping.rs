//! `group map`: what a platform's role gives.

use crate::desk::{Answer, Desk};
use crate::error::{Outcome, UserError};
use crate::people::command::{Mapped, MapsTo};
use crate::people::mapping::{self, Gives, PlaceRole, ROLE_CHARS, RoleMapping};
use crate::people::undo::PeopleUndo;
use crate::phrase;
use crate::reply::{Card, clean};
use crate::undo::Undo;

pub(super) async fn run(desk: &mut Desk<'_>, mapped: Option<&Mapped>) -> Outcome<Answer> {
    match mapped {
        None => list(desk).await,
        Some(mapped) => map(desk, mapped).await,
    }
}

/// What roles give, a line each.
async fn list(desk: &mut Desk<'_>) -> Outcome<Answer> {
    let group = desk.group()?.clone();
    let mappings = desk.work.unit.role_mappings(group.id).await?;
    if mappings.is_empty() {
        let none = desk.voice.say(&phrase!("mapping-none", group = user group.name));
        return Ok(none
            .actions(&desk.voice, [], "group map <platform role> captain")
            .into());
    }
    let places = desk.work.unit.places_of(group.id).await?;
    let mut lines = Vec::new();
    for mapping in &mappings {
        let place = places.iter().find(|place| {
            let of = &mapping.of;
            (place.platform, &place.place) == (of.platform, &of.place)
        });
        let place = place.map_or(&mapping.of.place, |place| &place.name);
        lines.push(desk.voice.line(&match mapping.gives {
            Gives::Captain => phrase!("mapping-line-captain", role = user mapping.name, place = user place),
            Gives::Team(team) => {
                let team = desk.work.name_of_team(group.id, Some(team)).await?.unwrap_or_default();
                phrase!("mapping-line-team", role = user mapping.name, place = user place, team = user team)
            }
        }));
    }
    let heading = phrase!("mapping-heading", group = user group.name);
    Ok(Card::new().heading(desk.voice.line(&heading)).list(lines).into())
}

async fn map(desk: &mut Desk<'_>, mapped: &Mapped) -> Outcome<Answer> {
    if desk.room.private {
        return Err(phrase!("mapping-in-private").into());
    }
    let group = desk.group()?.id;
    let (role, name) = read(&mapped.role)?;
    let of = PlaceRole::of_room(group, &desk.room, role);
    let here = desk.work.unit.role_mappings_in(group, of.platform, &of.place).await?;
    let before = here.into_iter().find(|mapping| mapping.of == of);
    let name = name
        .or_else(|| before.as_ref().map(|before| before.name.clone()))
        .unwrap_or_else(|| of.role.clone());
    let team = match &mapped.to {
        MapsTo::Team(team) => Some(desk.find_team(team).await?),
        MapsTo::Captain | MapsTo::Nothing => None,
    };
    let gives = match (&mapped.to, &team) {
        (MapsTo::Nothing, _) => None,
        (_, Some(team)) => Some(Gives::Team(team.id)),
        _ => Some(Gives::Captain),
    };
    if gives == before.as_ref().map(|before| before.gives) {
        return Err(UserError::new(phrase!("mapping-already", role = user name))
            .type_next("group map")
            .into());
    }
    let after = gives.map(|gives| RoleMapping {
        of: of.clone(),
        name: name.clone(),
        gives,
    });
    let changed = put(desk, &of, after.as_ref()).await?;
    desk.remember_undo(Undo::People(PeopleUndo::Mapping {
        of,
        before: before.map(Box::new),
        after: after.map(Box::new),
    }))
    .await?;
    let place = desk.place_name.clone();
    Ok(desk.say(&match (&mapped.to, team) {
        (MapsTo::Nothing, _) => {
            phrase!("mapping-removed", role = user name, place = user place, count = number changed)
        }
        (_, Some(team)) => phrase!("mapping-team-set", role = user name, place = user place, team = user team.name),
        _ => phrase!("mapping-captain-set", role = user name, place = user place),
    }))
}

/// Lets a role give that from now on, or nothing. What it gave until now is taken away at once; how many people that
/// concerned. What it gives now they are given as they act.
pub(in crate::people) async fn put(
    desk: &mut Desk<'_>,
    of: &PlaceRole,
    mapping: Option<&RoleMapping>,
) -> Outcome<usize> {
    let group = desk.group()?.clone();
    let me = desk.me();
    let changed = mapping::let_go(&mut desk.work, &group, of).await?;
    if let Some(mapping) = mapping {
        desk.work.unit.save_role_mapping(mapping).await?;
        desk.work.audit(group.id, me, "mapping.set", None, None).await?;
    } else {
        desk.work.unit.remove_role_mapping(of).await?;
        desk.work.audit(group.id, me, "mapping.removed", None, None).await?;
    }
    Ok(changed)
}

/// A role as it is typed: a mention, `<@&123>`, in which an adapter may say what people call it, `<@&123:Captains>`; else
/// whatever the platform knows it by.
fn read(typed: &str) -> Result<(String, Option<String>), UserError> {
    let typed = clean::one_line(typed.trim());
    let mention = typed.strip_prefix("<@&").and_then(|rest| rest.strip_suffix('>'));
    let (role, name) = match mention {
        Some(mention) => match mention.split_once(':') {
            Some((role, name)) => (role, Some(name.trim().to_owned())),
            None => (mention, None),
        },
        None => (typed.trim_start_matches('@'), None),
    };
    let role = role.trim();
    if role.is_empty() || role.chars().count() > ROLE_CHARS {
        return Err(phrase!("mapping-no-role", typed = user typed).into());
    }
    Ok((role.to_owned(), name.filter(|name| !name.is_empty())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_is_read_as_a_platform_or_a_person_names_it() {
        let named = |role: &str, name: Option<&str>| Ok((role.to_owned(), name.map(str::to_owned)));
        assert_eq!(read("<@&123>"), named("123", None));
        assert_eq!(read("<@&123:Ward: captains>"), named("123", Some("Ward: captains")));
        assert_eq!(read("<@&123:>"), named("123", None));
        assert_eq!(read(" @Ward captains "), named("Ward captains", None));
        for typed in ["", "@", "<@&>", "<@&:x>"] {
            assert!(read(typed).is_err(), "{typed:?}");
        }
    }
}

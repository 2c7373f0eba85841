//! `doctor`: what the bot may do in a room and who can let it do more; in private, how it may write to somebody.

use crate::catalogue::{Access, Command, CommandSpec};
use crate::desk::{Answer, Desk};
use crate::error::Outcome;
use crate::locale::{Arg, Phrase};
use crate::people::{Group, Place};
use crate::phrase;
use crate::reply::{Card, Visibility};
use crate::surface::{Ability, Platform, Rights, Trouble};

/// The command. Everybody in the room sees the answer: those who can grant what is missing are among them.
pub const SPECS: &[CommandSpec] = &[CommandSpec {
    path: "doctor",
    args: &[],
    access: Access::Anyone,
    visibility: Visibility::Public,
    build: |_| Ok(Command::Doctor),
}];

/// Carries it out.
pub async fn run(desk: &mut Desk<'_>) -> Outcome<Answer> {
    if desk.room.private {
        in_private(desk).await
    } else {
        in_a_room(desk).await
    }
}

async fn in_a_room(desk: &mut Desk<'_>) -> Outcome<Answer> {
    let mut lines = Vec::new();
    if let Some(rights) = desk.rights.as_ref() {
        let told = Ability::ALL
            .into_iter()
            .filter(|ability| !ability.is_particular() || !rights.has(*ability));
        lines.extend(told.map(|ability| said(ability, rights)));
        lines.extend(rights.troubles.iter().map(told_of));
        lines.push(if rights.administrator {
            phrase!("doctor-administrator")
        } else {
            phrase!("doctor-no-administrator")
        });
    }
    let next = if let Some(group) = desk.group.clone() {
        let members = desk.work.unit.members(group.id).await?.len();
        lines.push(of_group(&group, members));
        lines.extend(unserved(desk, &group).await?);
        "group"
    } else {
        lines.push(phrase!("group-not-founded"));
        "help"
    };
    let heading = phrase!("doctor-heading", place = user desk.place_name);
    Ok(card(desk, &heading, &lines, next).into())
}

/// The group of the place; where nobody is in its register, what is to be done about that.
fn of_group(group: &Group, members: usize) -> Phrase {
    match members {
        0 => phrase!("register-empty", group = user group.name),
        _ => phrase!("doctor-group", group = user group.name, members = number members, zone = zone group.zone),
    }
}

/// Where else the group meets and nobody hears it.
async fn unserved(desk: &mut Desk<'_>, group: &Group) -> Outcome<Vec<Phrase>> {
    let (here, now) = (desk.room.platform, desk.voice.now);
    let places = desk.work.unit.places_of(group.id).await?;
    let leases = desk.work.unit.leases().await?;
    let pinned = desk.work.unit.pinned().await?;
    let is_served = |platform: Platform| {
        let mut live = leases.iter().filter(|lease| lease.until > now);
        // Whoever sits at the console serves it.
        [here, Platform::Console].contains(&platform) || live.any(|lease| lease.name == platform.code())
    };
    let unserved = places.into_iter().filter(|place| !is_served(place.platform));
    let told = unserved.map(|Place { name, platform, .. }| {
        let place = phrase!("place-on", name = user name, platform = word platform.code());
        if pinned.contains_key(&platform) {
            phrase!("doctor-unserved-keys", place = phrase place)
        } else {
            phrase!("doctor-unserved", place = phrase place)
        }
    });
    Ok(told.collect())
}

/// Whether the bot has an ability; where not, who can grant it.
fn said(ability: Ability, rights: &Rights) -> Phrase {
    if rights.has(ability) {
        return phrase!("doctor-can", ability = word ability.word());
    }
    let names: Vec<_> = rights.granted_by.iter().cloned().map(Arg::Person).collect();
    let missing = phrase!("doctor-cannot", ability = word ability.word());
    if names.is_empty() {
        phrase!("doctor-missing", missing = phrase missing)
    } else {
        phrase!("doctor-missing-from", missing = phrase missing, people = list names)
    }
}

/// What is wrong, and what ends it.
fn told_of(trouble: &Trouble) -> Phrase {
    match trouble {
        Trouble::Unverified => phrase!("doctor-unverified"),
        Trouble::Undecrypted(messages) => phrase!("doctor-undecrypted", messages = number * messages),
        Trouble::Throttled {
            messages,
            seconds,
            lift,
        } => phrase!(
            "doctor-throttled",
            messages = number *messages,
            seconds = number *seconds,
            lift = word lift
        ),
        Trouble::Power { ability, needed, has } => {
            phrase!("doctor-power", ability = word ability.word(), needed = word needed, has = word has)
        }
    }
}

async fn in_private(desk: &mut Desk<'_>) -> Outcome<Answer> {
    let me = desk.me();
    let groups = desk.work.unit.groups_of(me).await?;
    let agreed = if desk.actor.person.agreed_at.is_some() {
        phrase!("doctor-private")
    } else {
        phrase!("doctor-private-closed")
    };
    let groups: Vec<_> = groups.into_iter().map(|group| Arg::User(group.name)).collect();
    let groups = if groups.is_empty() {
        phrase!("me-no-group")
    } else {
        phrase!("doctor-groups", groups = list groups)
    };
    Ok(card(desk, &phrase!("doctor-heading-private"), &[agreed, groups], "me").into())
}

fn card(desk: &Desk<'_>, heading: &Phrase, lines: &[Phrase], next: &str) -> Card {
    let voice = &desk.voice;
    Card::new()
        .heading(voice.line(heading))
        .list(lines.iter().map(|line| voice.line(line)))
        .actions(voice, [], next)
}

#[cfg(test)]
mod tests;

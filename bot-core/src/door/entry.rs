//! Who is at the door: the person behind the account, the group behind the room, and the register.

use super::person::{person_of, recognise, shown};
use super::{anonymous, register};
use crate::catalogue::{Access, CommandSpec};
use crate::clock::Instant;
use crate::desk::Actor;
use crate::error::{Outcome, UserError};
use crate::ids::GroupId;
use crate::locale::{Language, Phrase, Voice};
use crate::people::{Group, Person, Place, Prefix, Role, choosing, mapping};
use crate::phrase;
use crate::reply::Visibility;
use crate::shift::search::ASKS_A_WEEK;
use crate::store::{StoreResult, UnitOfWork};
use crate::surface::{Inbound, RoomAddress};
use crate::time::Zone;
use crate::work::Work;

/// What serves a group that has set nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Defaults {
    /// The zone of a group that is founded.
    pub zone: Zone,
    /// The language of a group that is founded.
    pub language: Language,
}

/// Who came in.
#[derive(Debug)]
pub(crate) struct Entered {
    pub(crate) actor: Actor,
    pub(crate) group: Option<Group>,
    /// The person's groups, where they are in several and the event, in private, names none of them.
    pub(crate) of_many: Vec<Group>,
    /// What the answer adds: that a group was founded, that the person is in the register now.
    pub(crate) news: Vec<Phrase>,
}

impl Entered {
    pub(crate) fn voice(
        &self,
        work: &Work<'_>,
        inbound: &Inbound,
        visibility: Visibility,
        defaults: &Defaults,
    ) -> Voice {
        voice(
            Some(&self.actor.person),
            self.group.as_ref(),
            visibility,
            &inbound.room,
            defaults,
            work.now,
        )
    }
}

/// The language is the member's own in private and the room's in public.
pub(crate) fn voice(
    person: Option<&Person>,
    group: Option<&Group>,
    visibility: Visibility,
    room: &RoomAddress,
    defaults: &Defaults,
    now: Instant,
) -> Voice {
    let own = person.filter(|_| room.private || visibility == Visibility::Private);
    Voice {
        language: own
            .and_then(|person| person.language)
            .or(group.map(|group| group.language))
            .unwrap_or(defaults.language),
        zone: own
            .and_then(|person| person.zone.clone())
            .or(group.map(|group| group.zone.clone()))
            .unwrap_or_else(|| defaults.zone.clone()),
        now,
    }
}

/// Who somebody at the door is, as far as they are known.
pub(crate) struct Known {
    pub(crate) person: Option<Person>,
    /// The group that an act of theirs would concern.
    pub(crate) group: Option<Group>,
    /// In private, all their groups.
    pub(crate) groups: Vec<Group>,
}

impl Known {
    /// The group whose language serves where the person has set none: of several that could be meant the first.
    pub(crate) fn speaking(&self) -> Option<&Group> {
        self.group.as_ref().or(self.groups.first())
    }
}

/// The person and the group of an event as far as they are known; nothing is written.
pub(crate) async fn known(unit: &mut dyn UnitOfWork, room: &RoomAddress, account: &str) -> StoreResult<Known> {
    let person = person_of(unit, room, account).await?;
    let groups = match &person {
        Some(person) if room.private => unit.groups_of(person.id).await?,
        _ => Vec::new(),
    };
    let group = match &person {
        _ if !room.private => group_of_place(unit, room).await?,
        Some(person) => meant(&groups, person).cloned(),
        None => None,
    };
    Ok(Known { person, group, groups })
}

/// Lets the person in: knows or makes the person, finds or founds the group, and keeps the register.
pub(crate) async fn enter(
    work: &mut Work<'_>,
    inbound: &Inbound,
    button_group: Option<GroupId>,
    spec: &CommandSpec,
    defaults: &Defaults,
) -> Outcome<Entered> {
    let person = recognise(work, inbound, spec).await?;
    let mut news = Vec::new();
    let takes_part = spec.access > Access::Anyone;
    let (group, role, of_many) = match group_for(work.unit, inbound, &person, button_group).await? {
        GroupHere::One(group) if inbound.author.anonymous => {
            let role = anonymous::role_of_a_place(work.unit, group.id).await?;
            (Some(group), role, Vec::new())
        }
        GroupHere::One(group) if takes_part => {
            let role = register::keep(work, inbound, &group, person.id, &mut news).await?;
            let changed = Box::pin(mapping::follow(work, inbound, &group, person.id)).await?;
            let role = if changed.is_empty() {
                role
            } else {
                let membership = work.unit.membership(group.id, person.id).await?;
                membership.map_or(role, |membership| membership.role)
            };
            news.extend(changed);
            (Some(group), role, Vec::new())
        }
        GroupHere::One(group) => {
            let membership = work.unit.membership(group.id, person.id).await?;
            let role = membership.map_or(Role::Member, |membership| membership.role);
            (Some(group), role, Vec::new())
        }
        GroupHere::Many(groups) if takes_part => return Err(choosing::which(&groups).into()),
        GroupHere::None if takes_part && inbound.room.private => return Err(phrase!("group-none-here").into()),
        GroupHere::None if takes_part => {
            let group = found(work, inbound, defaults, &mut news).await?;
            let role = register::keep_founder(work, inbound, &group, person.id).await?;
            (Some(group), role, Vec::new())
        }
        GroupHere::Many(groups) => (None, Role::Member, groups),
        GroupHere::None => (None, Role::Member, Vec::new()),
    };
    let captain_of = match &group {
        Some(group) => work.unit.teams_of(group.id, person.id).await?,
        None => Vec::new(),
    };
    let captain_of = captain_of
        .into_iter()
        .filter(|(_, captain)| *captain)
        .map(|(team, _)| team.id)
        .collect();
    let actor = Actor {
        person,
        account: inbound.author.account.clone(),
        anonymous: inbound.author.anonymous,
        administers: inbound.author.administers(),
        role,
        captain_of,
    };
    Ok(Entered {
        actor,
        group,
        of_many,
        news,
    })
}

/// Keeps what somebody is in step with the roles that they hold, also where what they asked for is refused: who lost a role
/// must not go on in private with what it gave.
pub(crate) async fn follow_roles(work: &mut Work<'_>, inbound: &Inbound) -> StoreResult<()> {
    let Known {
        person: Some(person),
        group: Some(group),
        ..
    } = known(work.unit, &inbound.room, &inbound.author.account).await?
    else {
        return Ok(());
    };
    if work.unit.membership_for_update(group.id, person.id).await?.is_some() {
        mapping::follow(work, inbound, &group, person.id).await?;
    }
    Ok(())
}

pub(super) async fn group_of_place(unit: &mut dyn UnitOfWork, room: &RoomAddress) -> StoreResult<Option<Group>> {
    match unit.place(room.platform, &room.place).await? {
        Some(place) => unit.group(place.group).await,
        None => Ok(None),
    }
}

/// The group that an act concerns, as far as it is told by where the act happened.
enum GroupHere {
    None,
    One(Group),
    Many(Vec<Group>),
}

/// In a room the place's group; in private the button's, else the one that is [meant].
async fn group_for(
    unit: &mut dyn UnitOfWork,
    inbound: &Inbound,
    person: &Person,
    button_group: Option<GroupId>,
) -> Outcome<GroupHere> {
    let groups = if inbound.room.private {
        unit.groups_of(person.id).await?
    } else {
        group_of_place(unit, &inbound.room).await?.into_iter().collect()
    };
    if let Some(button) = button_group {
        let own = groups.into_iter().find(|group| group.id == button);
        return match own {
            Some(group) => Ok(GroupHere::One(group)),
            None => Err(phrase!("action-of-another-group").into()),
        };
    }
    Ok(match meant(&groups, person) {
        Some(group) => GroupHere::One(group.clone()),
        None if groups.is_empty() => GroupHere::None,
        None => GroupHere::Many(groups),
    })
}

/// Of the groups that an act may concern the only one, else the one that the person chose.
fn meant<'a>(groups: &'a [Group], person: &Person) -> Option<&'a Group> {
    match groups {
        [only] => Some(only),
        several => several.iter().find(|group| Some(group.id) == person.chosen_group),
    }
}

/// Founds a group with the first command of one of a place's administrators.
async fn found(work: &mut Work<'_>, inbound: &Inbound, defaults: &Defaults, news: &mut Vec<Phrase>) -> Outcome<Group> {
    if !inbound.author.administers() {
        return Err(UserError::new(phrase!("group-not-founded")).type_next("help").into());
    }
    let group = Group {
        id: GroupId::new(work.ids, work.now),
        name: shown(&inbound.place_name, &inbound.room.place),
        zone: defaults.zone.clone(),
        language: defaults.language,
        prefix: Prefix::default(),
        asks: ASKS_A_WEEK,
        rest: None,
        founded_at: work.now,
        version: 1,
    };
    work.unit.save_group(&group).await?;
    let RoomAddress { platform, place, .. } = &inbound.room;
    work.unit
        .save_place(&Place {
            platform: *platform,
            place: place.clone(),
            group: group.id,
            name: group.name.clone(),
        })
        .await?;
    news.push(if inbound.author.anonymous {
        phrase!("group-founded-anonymously", group = user group.name, zone = zone group.zone)
    } else {
        phrase!("group-founded", group = user group.name, zone = zone group.zone)
    });
    Ok(group)
}

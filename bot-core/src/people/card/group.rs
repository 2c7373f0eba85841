//! The card of a group.

use std::collections::BTreeSet;

use crate::locale::{Arg, Voice};
use crate::people::{Group, Member, Place, Role};
use crate::phrase;
use crate::reply::Card;
use crate::time::Moment;

/// What `group` shows.
#[derive(Debug)]
pub(crate) struct Overview {
    pub(crate) group: Group,
    pub(crate) members: Vec<Member>,
    /// Teams by name, with the names of their captains.
    pub(crate) teams: Vec<(String, Vec<String>)>,
    pub(crate) places: Vec<Place>,
}

pub(crate) fn card(voice: &Voice, overview: &Overview) -> Card {
    let Overview {
        group,
        members,
        teams,
        places,
    } = overview;
    let founded = Moment::at(group.founded_at, group.zone.clone());
    let mut card = Card::new()
        .heading(voice.line(&phrase!("group-heading", group = user group.name)))
        .line(voice.line(&phrase!(
            "group-about",
            members = number members.len(),
            zone = zone group.zone,
            language = word group.language.code(),
            founded = moment founded
        )))
        .line(voice.line(&phrase!("group-organizers", names = list names(members, Role::Organizer))));
    let captains = names(members, Role::Captain);
    if !captains.is_empty() {
        card = card.line(voice.line(&phrase!("group-captains", names = list captains)));
    }
    if !teams.is_empty() {
        let teams = teams.iter().map(|(team, captains)| of_team(team, captains)).collect();
        card = card.line(voice.line(&phrase!("group-teams", teams = list teams)));
    }
    if let Some(rest) = group.rest {
        card =
            card.line(voice.line(&phrase!("group-rest", rest = duration rest, change = command "group set rest none")));
    }
    card.line(voice.line(&phrase!("group-places", places = list meets_in(places).collect())))
        .line(voice.line(&phrase!("group-prefix", prefix = word group.prefix)))
        .line(voice.line(&phrase!("group-asks", count = number group.asks)))
        .actions(voice, [], "team list")
}

/// The places of a group by name, each once.
pub(super) fn meets_in(places: &[Place]) -> impl Iterator<Item = Arg> {
    let places: BTreeSet<_> = places.iter().map(|place| (&place.name, place.platform)).collect();
    places
        .into_iter()
        .map(|(name, platform)| Arg::Phrase(phrase!("place-on", name = user name, platform = word platform.code())))
}

fn names(members: &[Member], role: Role) -> Vec<Arg> {
    let of_role = members.iter().filter(|member| member.role == role);
    of_role.map(|member| Arg::Person(member.name.clone())).collect()
}

/// "Drivers (captain Ana)".
fn of_team(team: &str, captains: &[String]) -> Arg {
    if captains.is_empty() {
        return Arg::User(team.to_owned());
    }
    let count = captains.len();
    let names = captains.iter().cloned().map(Arg::Person).collect();
    Arg::Phrase(phrase!("team-of-captains", team = user team, count = number count, names = list names))
}

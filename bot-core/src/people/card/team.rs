//! The cards of teams.

use crate::catalogue::quoted;
use crate::ids::GroupId;
use crate::locale::{Arg, Voice};
use crate::people::{Team, TeamMember};
use crate::phrase;
use crate::reply::{Button, Card};

/// Every team of a group with how many are in it.
pub(crate) fn list_card(voice: &Voice, teams: &[(Team, Vec<TeamMember>)]) -> Card {
    let Some((first, _)) = teams.first() else {
        return voice.say(&phrase!("team-none")).actions(voice, [], "team add Drivers");
    };
    let lines = teams
        .iter()
        .map(|(team, people)| voice.line(&phrase!("team-line", team = user team.name, count = number people.len())));
    let join = format!("team join {}", quoted(&first.name));
    Card::new()
        .heading(voice.line(&phrase!("team-heading", count = number teams.len())))
        .list(lines)
        .actions(voice, [], join)
}

/// A team and who is in it.
pub(crate) fn card(voice: &Voice, team: &Team, people: &[TeamMember]) -> Card {
    let names = |captain: bool| -> Vec<Arg> {
        let those = people.iter().filter(|one| one.captain == captain);
        those.map(|one| Arg::Person(one.name.clone())).collect()
    };
    let mut card = Card::new().heading(voice.line(&phrase!(
        "team-line",
        team = user team.name,
        count = number people.len()
    )));
    let (captains, members) = (names(true), names(false));
    if !captains.is_empty() {
        card = card.line(voice.line(&phrase!("team-captains", names = list captains)));
    }
    if !members.is_empty() {
        card = card.line(voice.line(&phrase!("team-members", names = list members)));
    }
    let join = format!("team join {}", quoted(&team.name));
    let button = |key, group: GroupId, command: String| Button::new(voice.text(&key), group, command);
    let leave = format!("team leave {}", quoted(&team.name));
    let buttons = [
        button(phrase!("team-button-join"), team.group, join.clone()),
        button(phrase!("team-button-leave"), team.group, leave),
    ];
    card.actions(voice, buttons, join)
}

//! The card of `group use`: my groups.

use super::group::meets_in;
use crate::ids::GroupId;
use crate::locale::{Arg, Voice};
use crate::people::{Group, Place, Role};
use crate::phrase;
use crate::reply::{Button, Card, Line};

/// A group of somebody who may be in several.
#[derive(Debug)]
pub(crate) struct Listed {
    /// What to type for it.
    pub(crate) handle: String,
    pub(crate) group: Group,
    pub(crate) role: Role,
    pub(crate) places: Vec<Place>,
    /// Whether private commands are about it by choice.
    pub(crate) chosen: bool,
}

/// `of_card` is the group that the card is shown in: a button in a room works for that one only.
pub(crate) fn card(voice: &Voice, listed: &[Listed], of_card: Option<GroupId>, private: bool) -> Card {
    let Some(first) = listed.first() else {
        return voice.say(&phrase!("me-no-group"));
    };
    let offered = listed.iter().find(|one| !one.chosen).unwrap_or(first);
    let buttons = listed.iter().filter(|one| !one.chosen && !one.handle.starts_with('#'));
    let buttons = buttons.filter_map(|one| {
        let group = if private { Some(one.group.id) } else { of_card };
        group.and_then(|group| Button::new(&one.group.name, group, use_command(one)))
    });
    Card::new()
        .heading(voice.line(&phrase!("group-use-heading", count = number listed.len())))
        .list((1..).zip(listed).map(|(number, one)| line(voice, number, one)))
        .actions(voice, buttons.map(Some).take(5), use_command(offered))
}

fn use_command(one: &Listed) -> String {
    format!("group use {}", one.handle)
}

/// "#2 · Ward 3 · captain · meets in: guild (Discord) · the one you mean in private"
fn line(voice: &Voice, number: u32, one: &Listed) -> Line {
    let about = phrase!(
        "group-use-line",
        number = word format!("#{number}"),
        group = user one.group.name,
        role = word one.role.word(),
        places = list meets_in(&one.places).collect::<Vec<Arg>>()
    );
    let chosen = one.chosen.then(|| voice.line(&phrase!("group-use-is-chosen")));
    Line::joined([Some(voice.line(&about)), chosen].into_iter().flatten(), " · ")
}

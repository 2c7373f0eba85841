//! The bot was brought to a place: it says what it is, and how the place comes by a group.

use super::{Said, entry};
use crate::door::Defaults;
use crate::error::Fault;
use crate::locale::Voice;
use crate::people::Group;
use crate::phrase;
use crate::reply::action::ActionToken;
use crate::reply::{Button, Card, Visibility};
use crate::surface::Inbound;
use crate::work::Work;

/// Founds a group where there is none.
const FOUND: &str = "group";

pub(super) async fn take(work: &mut Work<'_>, inbound: &Inbound, defaults: &Defaults) -> Result<Said, Fault> {
    let group = entry::group_of_place(work.unit, &inbound.room).await?;
    let public = Visibility::Public;
    let voice = entry::voice(None, group.as_ref(), public, &inbound.room, defaults, work.now);
    let card = match &group {
        Some(group) => back(group, &voice),
        None => welcome(&voice),
    };
    Ok(Said::once(card, &voice))
}

/// Where the place has a group already.
fn back(group: &Group, voice: &Voice) -> Card {
    voice.say(&phrase!("place-back", group = user group.name))
}

fn welcome(voice: &Voice) -> Card {
    let founding = phrase!("place-found", found = command FOUND, link = command "group link <code>");
    let button = Button::new(
        voice.text(&phrase!("place-found-button")),
        ActionToken::ANY_GROUP,
        FOUND,
    );
    voice
        .say(&phrase!("place-welcome"))
        .line(voice.line(&founding))
        .line(voice.line(&phrase!("place-help", help = command "help")))
        .actions(voice, [button], FOUND)
}

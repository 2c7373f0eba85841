//! Transcripts of the people desk.

mod accounts;
mod anonymous;
mod calendar;
mod choosing;
mod door;
mod groups;
mod joined;
mod mapping;
mod members;
mod noticed;
mod pausing;
mod places;
mod prefer;
mod prefix;
mod settings;
mod skills;
mod standing;
mod undoing;

use crate::reply::plain;
use crate::surface::{Content, Inbound, Platform, Standing};
use crate::testing::World;
use crate::testing::world::answered;

/// Somebody at a window of the desk: on a platform, in the main room of a place there, or in private.
#[derive(Debug, Clone, Copy)]
struct Window {
    platform: Platform,
    place: &'static str,
    name: &'static str,
    standing: Standing,
    private: bool,
}

impl Window {
    /// A member in the main room of a place.
    const fn new(platform: Platform, place: &'static str, name: &'static str) -> Self {
        Self {
            platform,
            place,
            name,
            standing: Standing::Member,
            private: false,
        }
    }

    /// The same person as the place's administrator.
    const fn administrator(self) -> Self {
        Self {
            standing: Standing::Administrator,
            ..self
        }
    }

    /// The same person in their private room.
    const fn private(self) -> Self {
        Self { private: true, ..self }
    }

    /// Types a command; the answer as plain text.
    async fn says(self, world: &mut World, text: &str) -> String {
        self.does(world, Content::Typed(text.to_owned())).await
    }

    /// Types a command; the answer's first line, without what could be typed next.
    async fn is_told(self, world: &mut World, text: &str) -> String {
        first_line(&self.says(world, text).await)
    }

    /// Acts; the answer as plain text.
    async fn does(self, world: &mut World, content: Content) -> String {
        let inbound = self.inbound(world, content);
        plain::render(&answered(world.app(), &inbound).await.card)
    }

    /// The event of an act.
    fn inbound(self, world: &mut World, content: Content) -> Inbound {
        let room = if self.private {
            format!("@{}", self.name)
        } else {
            "main".to_owned()
        };
        let mut inbound = world.inbound(self.name, room, self.private, content);
        inbound.room.platform = self.platform;
        self.place.clone_into(&mut inbound.room.place);
        self.place.clone_into(&mut inbound.place_name);
        inbound.author.standing = self.standing;
        inbound
    }
}

/// An organizer has an administrator's place join the group; what the organizer is told at the end.
async fn joins(world: &mut World, organizer: Window, administrator: Window) -> String {
    let answer = organizer.private().says(world, "group link").await;
    let link = to_type(&answer, "group link ");
    administrator.says(world, &format!("{link} yes")).await;
    organizer.private().is_told(world, "group link confirm").await
}

/// The command that an answer asks to type: the rest of the line from `opening` on.
fn to_type(answer: &str, opening: &str) -> String {
    let start = answer
        .find(opening)
        .unwrap_or_else(|| panic!("no {opening:?} in {answer:?}"));
    answer[start..].lines().next().unwrap().to_owned()
}

fn first_line(answer: &str) -> String {
    answer.lines().next().unwrap_or_default().to_owned()
}

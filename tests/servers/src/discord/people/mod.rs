//! What people do.
//!
//! - [`Person`]: somebody, and what they write and delete
//! - `asking`, `typed`, `values`: commands, as they are typed into the schema that the bot registered
//! - `tapping`: buttons and menus; `filling`: forms
//! - [`Guild`]: who is in it, with which roles; `bot`: what becomes of the bot there
//! - [`Room`]: a channel or a thread, and what is allowed there

mod asking;
mod bot;
mod filling;
mod guild;
mod person;
mod room;
mod tapping;
mod typed;
mod values;

use super::Discord;

pub use crate::which::Which;
pub use guild::Guild;
pub use person::Person;
pub use room::Room;

impl Discord {
    /// Somebody, known by that name from now on: the same one for the same name, whatever guild they are in.
    pub fn person(&self, name: &str) -> Person {
        let id = self.shared.change(|state| state.person(name));
        Person::new(&self.shared, id)
    }

    /// A guild with a channel `general`, to which the bot is invited at once.
    pub fn guild(&self, name: &str) -> Guild {
        let guild = self.guild_without_bot(name);
        guild.adds_bot();
        guild
    }

    /// A guild with a channel `general`, which the bot does not know.
    pub fn guild_without_bot(&self, name: &str) -> Guild {
        Guild::found(&self.shared, name)
    }
}

//! What people do.
//!
//! - [`Person`]: what somebody says, taps, and does in their private chat; `writing`, `tapping`
//! - `anonymous`: an administrator in the name of the group
//! - [`Group`]: what becomes of a group and of the bot in it; `bot`, `topics`, `migration`
//! - [`Channel`]: posts, and what they become in a discussion group

mod anonymous;
mod bot;
mod channel;
mod group;
mod migration;
mod person;
mod tapping;
mod topics;
mod writing;

use super::BotApi;

pub use crate::which::Which;
pub use anonymous::AnonymousAdmin;
pub use channel::Channel;
pub use group::Group;
pub use person::Person;

impl BotApi {
    /// Somebody, known by that name from now on: the same one for the same name.
    pub fn person(&self, name: &str) -> Person {
        let id = self.shared.change(|state| state.person(name));
        Person::new(&self.shared, id)
    }

    /// A basic group.
    pub fn group(&self, title: &str, creator: &Person) -> Group {
        Group::found(&self.shared, group::KindOfGroup::Basic, title, creator)
    }

    /// A supergroup.
    pub fn supergroup(&self, title: &str, creator: &Person) -> Group {
        Group::found(&self.shared, group::KindOfGroup::Supergroup, title, creator)
    }

    /// A supergroup with topics.
    pub fn forum(&self, title: &str, creator: &Person) -> Group {
        Group::found(&self.shared, group::KindOfGroup::Forum, title, creator)
    }

    /// A channel.
    pub fn channel(&self, title: &str, creator: &Person) -> Channel {
        Channel::found(&self.shared, title, creator)
    }
}

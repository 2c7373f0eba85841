//! The use cases of people and places: load, decide, save.
//!
//! - `me`: my settings · `hush`: when I want to hear nothing, and when of my day · `prefer`: where I want to hear it ·
//!   `accounts`: joining my accounts · `calendar`: my shifts in my own calendar · `skills`: what I can do
//! - `group`: the group and its settings · `role`: who may what · `mapping`: what a platform's roles give · `places`: joining places · `log`: the audit log
//! - `team`: teams
//! - `export`: what is held, as a document · `forget`: its end

mod accounts;
mod calendar;
mod choosing;
mod export;
mod forget;
mod going;
mod group;
mod hush;
mod log;
pub(super) mod mapping;
pub(super) mod me;
mod members;
mod places;
mod prefer;
pub(super) mod role;
mod skills;
pub(super) mod team;

use super::command::{GroupCommand, MeCommand, PeopleCommand, TeamCommand};
use crate::desk::{Answer, Desk};
use crate::error::Outcome;

/// Carries out a command.
pub async fn run(desk: &mut Desk<'_>, command: PeopleCommand) -> Outcome<Answer> {
    match command {
        PeopleCommand::Me(command) => match command {
            MeCommand::Show => me::show(desk).await,
            MeCommand::Timezone(zone) => me::set_timezone(desk, &zone).await,
            MeCommand::Language(language) => me::set_language(desk, &language).await,
            MeCommand::Reminders(ladder) => me::set_reminders(desk, &ladder).await,
            MeCommand::Quiet(hours) => me::set_quiet(desk, &hours).await,
            MeCommand::Pause(until) => hush::pause(desk, until.as_deref()).await,
            MeCommand::Digest(time) => hush::digest(desk, &time).await,
            MeCommand::Prefer(platform) => prefer::run(desk, &platform).await,
            MeCommand::Skills(skills) => skills::run(desk, skills.as_deref()).await,
            MeCommand::Calendar(act) => calendar::run(desk, act).await,
            MeCommand::Export => export::me(desk).await,
            MeCommand::Forget { confirmed } => forget::run(desk, confirmed).await,
            MeCommand::Link(code) => accounts::run(desk, code.as_deref()).await,
        },
        PeopleCommand::Group(command) => match command {
            GroupCommand::Show => group::show(desk).await,
            GroupCommand::Members(page) => members::list(desk, page).await,
            GroupCommand::Use(group) => choosing::run(desk, group.as_deref()).await,
            GroupCommand::Leave { sure } => going::leave(desk, sure).await,
            GroupCommand::Remove { member, sure } => going::remove(desk, &member, sure).await,
            GroupCommand::Role { member, role, team } => role::grant(desk, &member, role, team.as_deref()).await,
            GroupCommand::Map(mapped) => mapping::run(desk, mapped.as_ref()).await,
            GroupCommand::SetTimezone(zone) => group::set_timezone(desk, &zone).await,
            GroupCommand::SetLanguage(language) => group::set_language(desk, &language).await,
            GroupCommand::SetName(name) => group::set_name(desk, &name).await,
            GroupCommand::SetPrefix(prefix) => group::set_prefix(desk, &prefix).await,
            GroupCommand::SetAsks(asks) => group::set_asks(desk, &asks).await,
            GroupCommand::SetRest(rest) => group::set_rest(desk, &rest).await,
            GroupCommand::Link(code) => places::run(desk, code.as_deref()).await,
            GroupCommand::Audit => log::show(desk).await,
            GroupCommand::Export => export::group(desk).await,
            GroupCommand::Board => crate::board::post(desk).await,
        },
        PeopleCommand::Team(command) => match command {
            TeamCommand::Add(name) => team::add(desk, &name).await,
            TeamCommand::List => team::list(desk).await,
            TeamCommand::Show(name) => team::show(desk, &name).await,
            TeamCommand::Join(name) => team::join(desk, &name).await,
            TeamCommand::Leave(name) => team::leave(desk, &name).await,
        },
    }
}

//! Who looks in without acting: what they may do here, as far as they are known. Reads only.

use super::entry::{self, Defaults};
use crate::catalogue::CommandSpec;
use crate::clock::Instant;
use crate::desk::frame;
use crate::door::newcomer;
use crate::ids::{PersonId, TeamId};
use crate::locale::Voice;
use crate::people::{Departure, Group, Person, Role, mapping};
use crate::reply::Visibility;
use crate::store::{StoreResult, UnitOfWork};
use crate::surface::{Author, RoomAddress};
use crate::time::Frame;

/// Somebody who looks in.
#[derive(Debug)]
pub(crate) struct Onlooker {
    pub(crate) person: Option<Person>,
    /// The group that an act of theirs would concern.
    pub(crate) group: Option<Group>,
    pub(crate) role: Role,
    /// The teams they are a captain of.
    pub(crate) captain_of: Vec<TeamId>,
    /// Whether an organizer took them out of the group.
    pub(crate) removed: bool,
    /// How they are spoken to in private.
    pub(crate) voice: Voice,
    /// How their words of time are read.
    pub(crate) frame: Frame,
}

impl Onlooker {
    pub(crate) async fn of(
        unit: &mut dyn UnitOfWork,
        room: &RoomAddress,
        author: &Author,
        defaults: &Defaults,
        now: Instant,
    ) -> StoreResult<Self> {
        let known = entry::known(unit, room, &author.account).await?;
        let speaking = known.speaking().cloned();
        let entry::Known { person, group, .. } = known;
        let voice = entry::voice(
            person.as_ref(),
            speaking.as_ref(),
            Visibility::Private,
            room,
            defaults,
            now,
        );
        let nobody = newcomer(PersonId::NOBODY, "");
        let mut onlooker = Self {
            frame: frame(person.as_ref().unwrap_or(&nobody), group.as_ref(), &voice),
            role: Role::Member,
            captain_of: Vec::new(),
            removed: false,
            person,
            group,
            voice,
        };
        match (&onlooker.person, &onlooker.group) {
            (Some(person), Some(group)) => {
                let (group, person) = (group.id, person.id);
                let entry = unit.register_entry(group, person).await?;
                let suspended = entry.as_ref().and_then(|entry| entry.suspended);
                onlooker.removed = suspended.is_some_and(|one| one.departure == Departure::Removed);
                let role = entry.map_or(Role::Member, |entry| entry.role);
                onlooker.role = mapping::role_today(unit, (room, author), group, Some(person), role).await?;
                let teams = unit.teams_of(group, person).await?.into_iter();
                onlooker.captain_of = teams.filter(|(_, captain)| *captain).map(|(team, _)| team.id).collect();
            }
            (None, Some(group)) => {
                onlooker.role = mapping::role_today(unit, (room, author), group.id, None, Role::Member).await?;
            }
            // Whoever administers a place without a group founds one with their first command.
            (_, None) if author.administers() && !room.private => onlooker.role = Role::Organizer,
            _ => {}
        }
        Ok(onlooker)
    }

    /// Whether they may use that command at all.
    pub(crate) fn may(&self, spec: &CommandSpec) -> bool {
        spec.access.admits(self.role, !self.captain_of.is_empty())
    }

    /// Whether they run that team's work, or the whole group's.
    pub(crate) fn runs(&self, team: Option<TeamId>) -> bool {
        self.role >= Role::Captain || team.is_some_and(|team| self.captain_of.contains(&team))
    }
}

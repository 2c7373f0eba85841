//! From ids to the names that documents show.

use std::collections::{HashMap, HashSet};

use crate::ids::{GroupId, PersonId, TeamId};
use crate::store::{StoreResult, UnitOfWork};

/// The names of people and of the teams of groups, each looked up once. A former member has none.
#[derive(Debug, Default)]
pub(super) struct Names {
    people: HashMap<PersonId, Option<String>>,
    groups: HashSet<GroupId>,
    teams: HashMap<TeamId, String>,
}

impl Names {
    /// The names of a group's teams; people are looked up as they come.
    pub(super) async fn of_group(unit: &mut dyn UnitOfWork, group: GroupId) -> StoreResult<Self> {
        let mut names = Self::default();
        names.learn_teams(unit, group).await?;
        Ok(names)
    }

    /// The names of the teams of one more group, where they are not known yet.
    pub(super) async fn learn_teams(&mut self, unit: &mut dyn UnitOfWork, group: GroupId) -> StoreResult<()> {
        if self.groups.insert(group) {
            let teams = unit.teams(group).await?;
            self.teams.extend(teams.into_iter().map(|team| (team.id, team.name)));
        }
        Ok(())
    }

    pub(super) async fn person(&mut self, unit: &mut dyn UnitOfWork, person: PersonId) -> StoreResult<Option<String>> {
        if let Some(name) = self.people.get(&person) {
            return Ok(name.clone());
        }
        let name = unit.person(person).await?.map(|person| person.name);
        let name = name.filter(|name| !name.is_empty());
        self.people.insert(person, name.clone());
        Ok(name)
    }

    pub(super) async fn person_if_any(
        &mut self,
        unit: &mut dyn UnitOfWork,
        person: Option<PersonId>,
    ) -> StoreResult<Option<String>> {
        match person {
            Some(person) => self.person(unit, person).await,
            None => Ok(None),
        }
    }

    pub(super) fn team(&self, team: Option<TeamId>) -> Option<String> {
        self.teams.get(&team?).cloned()
    }
}

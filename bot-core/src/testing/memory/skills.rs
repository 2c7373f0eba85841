//! What people can do, in memory.

use std::collections::BTreeMap;

use async_trait::async_trait;

use super::MemoryUnit;
use crate::ids::{GroupId, PersonId};
use crate::store::{Skills, StoreResult};

#[derive(Debug, Clone, Default)]
pub(super) struct Rows {
    /// By whom and in lower case, as they spell it.
    pub(super) skills: BTreeMap<(PersonId, String), String>,
}

impl Rows {
    /// What `from` can do, `into` can do too.
    pub(super) fn merge_people(&mut self, from: PersonId, into: PersonId) {
        let theirs: Vec<_> = self.skills.extract_if(.., |(person, _), _| *person == from).collect();
        for ((_, key), skill) in theirs {
            self.skills.entry((into, key)).or_insert(skill);
        }
    }

    pub(super) fn remove_person(&mut self, person: PersonId) {
        self.skills.retain(|(whose, _), _| *whose != person);
    }
}

#[async_trait]
impl Skills for MemoryUnit {
    async fn skills_of(&mut self, person: PersonId) -> StoreResult<Vec<String>> {
        let skills = self.rows().skills.skills.iter();
        let own = skills.filter(|((whose, _), _)| *whose == person);
        Ok(own.map(|(_, skill)| skill.clone()).collect())
    }

    async fn set_skills(&mut self, person: PersonId, skills: &[String]) -> StoreResult<()> {
        let rows = &mut self.write()?.skills;
        rows.remove_person(person);
        for skill in skills {
            rows.skills.insert((person, skill.to_lowercase()), skill.clone());
        }
        Ok(())
    }

    async fn members_with_skill(&mut self, group: GroupId, skill: &str) -> StoreResult<Vec<PersonId>> {
        let (rows, key) = (self.rows(), skill.to_lowercase());
        let memberships = rows.people.memberships.iter();
        let members = memberships.filter(|((of, _), membership)| *of == group && membership.suspended.is_none());
        let skilled = members.filter(|((_, person), _)| rows.skills.skills.contains_key(&(*person, key.clone())));
        Ok(skilled.map(|((_, person), _)| *person).collect())
    }
}

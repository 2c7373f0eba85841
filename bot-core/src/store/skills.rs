//! What people can do.

use async_trait::async_trait;

use super::StoreResult;
use crate::ids::{GroupId, PersonId};

/// The skills that people name. Two that differ in case alone are one.
#[async_trait]
pub trait Skills {
    /// What somebody can do, as they spell it; by its lower case.
    async fn skills_of(&mut self, person: PersonId) -> StoreResult<Vec<String>>;

    /// Has somebody name these skills and no others.
    async fn set_skills(&mut self, person: PersonId, skills: &[String]) -> StoreResult<()>;

    /// The members of a group who name that skill, by id; suspended ones are left out.
    async fn members_with_skill(&mut self, group: GroupId, skill: &str) -> StoreResult<Vec<PersonId>>;
}

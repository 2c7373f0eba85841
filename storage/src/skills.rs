//! What people can do.

use async_trait::async_trait;
use muster_core::ids::{GroupId, PersonId};
use muster_core::store::{Skills, StoreResult};
use sqlx::{query, query_scalar};
use uuid::Uuid;

use crate::failure::{expect_one, failed};
use crate::postgres::PostgresUnit;
use crate::sqlite::SqliteUnit;

macro_rules! skills {
    ($unit:ty) => {
        #[async_trait]
        impl Skills for $unit {
            async fn skills_of(&mut self, person: PersonId) -> StoreResult<Vec<String>> {
                let mut skills: Vec<String> = query_scalar("SELECT skill FROM person_skills WHERE person_id = $1")
                    .bind(person.0)
                    .fetch_all(self.connection())
                    .await
                    .map_err(failed)?;
                skills.sort_by_key(|skill| skill.to_lowercase());
                Ok(skills)
            }

            async fn set_skills(&mut self, person: PersonId, skills: &[String]) -> StoreResult<()> {
                query("DELETE FROM person_skills WHERE person_id = $1")
                    .bind(person.0)
                    .execute(self.connection())
                    .await
                    .map_err(failed)?;
                for skill in skills {
                    let done = query("INSERT INTO person_skills (person_id, skill_key, skill) VALUES ($1, $2, $3)")
                        .bind(person.0)
                        .bind(skill.to_lowercase())
                        .bind(skill)
                        .execute(self.connection())
                        .await
                        .map_err(failed)?;
                    expect_one(done.rows_affected(), "person_skills")?;
                }
                Ok(())
            }

            async fn members_with_skill(&mut self, group: GroupId, skill: &str) -> StoreResult<Vec<PersonId>> {
                let people: Vec<Uuid> = query_scalar(
                    "SELECT memberships.person_id FROM person_skills
                     JOIN memberships ON memberships.person_id = person_skills.person_id
                     WHERE person_skills.skill_key = $1 AND memberships.group_id = $2
                         AND memberships.suspended_at IS NULL
                     ORDER BY memberships.person_id",
                )
                .bind(skill.to_lowercase())
                .bind(group.0)
                .fetch_all(self.connection())
                .await
                .map_err(failed)?;
                Ok(people.into_iter().map(PersonId).collect())
            }
        }
    };
}

skills!(SqliteUnit);
skills!(PostgresUnit);

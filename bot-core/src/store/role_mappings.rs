//! What a platform's roles give, and who held them.

use async_trait::async_trait;

use super::StoreResult;
use crate::ids::{GroupId, PersonId};
use crate::people::mapping::{PlaceRole, RoleHold, RoleMapping};
use crate::surface::Platform;

/// What the roles of every group's places give.
#[async_trait]
pub trait RoleMappings {
    /// What roles give in a group, by platform, place and role.
    async fn role_mappings(&mut self, group: GroupId) -> StoreResult<Vec<RoleMapping>>;
    /// Those of the roles of one place.
    async fn role_mappings_in(
        &mut self,
        group: GroupId,
        platform: Platform,
        place: &str,
    ) -> StoreResult<Vec<RoleMapping>>;
    /// Adds or replaces what a role gives.
    async fn save_role_mapping(&mut self, mapping: &RoleMapping) -> StoreResult<()>;
    /// Takes away what a role gives, and who held it.
    async fn remove_role_mapping(&mut self, of: &PlaceRole) -> StoreResult<()>;

    /// The roles that somebody's accounts held when they last acted in their places, by platform, place, role and account.
    async fn role_holds_of(&mut self, group: GroupId, person: PersonId) -> StoreResult<Vec<RoleHold>>;
    /// Whoever held a role when they last acted in its place, by id.
    async fn role_holders(&mut self, of: &PlaceRole) -> StoreResult<Vec<PersonId>>;
    /// Adds or replaces that an account holds a role, one that gives something.
    async fn save_role_hold(&mut self, hold: &RoleHold) -> StoreResult<()>;
    /// Takes away that an account holds a role.
    async fn remove_role_hold(&mut self, hold: &RoleHold) -> StoreResult<()>;
}

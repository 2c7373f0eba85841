//! Teams and who is in them.

use async_trait::async_trait;

use super::StoreResult;
use crate::clock::Instant;
use crate::ids::{GroupId, PersonId, TeamId};
use crate::people::{Team, TeamMember};

/// The teams of every group.
#[async_trait]
pub trait Teams {
    /// The teams of a group, in the order of their making.
    async fn teams(&mut self, group: GroupId) -> StoreResult<Vec<Team>>;
    /// Adds or replaces a team.
    async fn save_team(&mut self, team: &Team) -> StoreResult<()>;
    /// Takes a team away that nobody is in and that no shift, task, broadcast or platform role names, cancelled and deleted ones included;
    /// whether it did.
    async fn remove_team(&mut self, group: GroupId, team: TeamId) -> StoreResult<bool>;
    /// The people of a team, in the order they joined.
    async fn team_members(&mut self, group: GroupId, team: TeamId) -> StoreResult<Vec<TeamMember>>;
    /// The teams that a person is in, with whether as a captain.
    async fn teams_of(&mut self, group: GroupId, person: PersonId) -> StoreResult<Vec<(Team, bool)>>;
    /// Puts somebody in a team, or changes what they are there.
    async fn join_team(
        &mut self,
        group: GroupId,
        team: TeamId,
        person: PersonId,
        captain: bool,
        now: Instant,
    ) -> StoreResult<()>;
    /// Takes somebody out of a team; whether they were in it.
    async fn leave_team(&mut self, group: GroupId, team: TeamId, person: PersonId) -> StoreResult<bool>;
}

//! Who hears what a piece of work needs.

use crate::ids::{GroupId, PersonId, TeamId};
use crate::people::Role;
use crate::store::StoreResult;
use crate::work::Work;

/// Who runs a team's work: its captains. Where there are none, or for no team's work, the captains of the group; where
/// there are none either, its organizers.
pub(crate) async fn of(work: &mut Work<'_>, group: GroupId, team: Option<TeamId>) -> StoreResult<Vec<PersonId>> {
    if let Some(team) = team {
        let members = work.unit.team_members(group, team).await?;
        let captains = members.into_iter().filter(|member| member.captain);
        let captains: Vec<PersonId> = captains.map(|member| member.person).collect();
        if !captains.is_empty() {
            return Ok(captains);
        }
    }
    let members = work.unit.members(group).await?;
    let with = |role: Role| {
        let leads = members.iter().filter(move |member| member.role == role);
        leads.map(|member| member.person).collect::<Vec<_>>()
    };
    let captains = with(Role::Captain);
    Ok(if captains.is_empty() {
        with(Role::Organizer)
    } else {
        captains
    })
}

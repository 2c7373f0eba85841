//! Who hears what a piece of work needs.

use crate::ids::{GroupId, PersonId, TeamId};
use crate::people::Role;
use crate::store::StoreResult;
use crate::work::Work;

/// Those who run a team's work, the nearest first: the captains of the team, those of the group, its organizers; of each who
/// has been in the group the longest first. For no team's work the first circle is empty.
pub(crate) async fn circles(
    work: &mut Work<'_>,
    group: GroupId,
    team: Option<TeamId>,
) -> StoreResult<[Vec<PersonId>; 3]> {
    let of_team = match team {
        Some(team) => work.unit.team_members(group, team).await?,
        None => Vec::new(),
    };
    let members = work.unit.members(group).await?;
    let leads_team = |person: PersonId| of_team.iter().any(|one| one.captain && one.person == person);
    let people = || members.iter().map(|member| (member.person, member.role));
    let with = |role: Role| people().filter(move |(_, own)| *own == role).map(|(person, _)| person);
    Ok([
        people()
            .map(|(person, _)| person)
            .filter(|person| leads_team(*person))
            .collect(),
        with(Role::Captain).collect(),
        with(Role::Organizer).collect(),
    ])
}

/// The nearest of them that there are.
pub(crate) async fn of(work: &mut Work<'_>, group: GroupId, team: Option<TeamId>) -> StoreResult<Vec<PersonId>> {
    let circles = circles(work, group, team).await?;
    Ok(circles
        .into_iter()
        .find(|circle| !circle.is_empty())
        .unwrap_or_default())
}

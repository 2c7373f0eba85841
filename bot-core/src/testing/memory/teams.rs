//! Teams, in memory.

use std::collections::BTreeMap;

use async_trait::async_trait;

use super::MemoryUnit;
use crate::clock::Instant;
use crate::ids::{GroupId, PersonId, TeamId};
use crate::people::{Team, TeamMember};
use crate::store::{StoreResult, Teams};

#[derive(Debug, Clone, Default)]
pub(super) struct Rows {
    pub(super) teams: BTreeMap<(GroupId, TeamId), Team>,
    pub(super) members: BTreeMap<(GroupId, TeamId, PersonId), InTeam>,
}

#[derive(Debug, Clone, Copy)]
pub(super) struct InTeam {
    pub(super) captain: bool,
    pub(super) joined_at: Instant,
}

impl Rows {
    /// Where both were in a team, the captaincy and the earlier date of joining are kept.
    pub(super) fn merge_people(&mut self, from: PersonId, into: PersonId) {
        let moved: Vec<_> = self
            .members
            .extract_if(.., |(_, _, person), _| *person == from)
            .collect();
        for ((group, team, _), theirs) in moved {
            self.members
                .entry((group, team, into))
                .and_modify(|mine| {
                    mine.captain |= theirs.captain;
                    mine.joined_at = mine.joined_at.min(theirs.joined_at);
                })
                .or_insert(theirs);
        }
    }
}

#[async_trait]
impl Teams for MemoryUnit {
    async fn teams(&mut self, group: GroupId) -> StoreResult<Vec<Team>> {
        let teams = &self.rows().teams.teams;
        Ok(teams.values().filter(|team| team.group == group).cloned().collect())
    }

    async fn save_team(&mut self, team: &Team) -> StoreResult<()> {
        self.write()?.teams.teams.insert((team.group, team.id), team.clone());
        Ok(())
    }

    async fn remove_team(&mut self, group: GroupId, team: TeamId) -> StoreResult<bool> {
        let super::Rows {
            broadcasts,
            role_mappings,
            series,
            shift_templates,
            shifts,
            tasks,
            teams,
            ..
        } = self.rows();
        let has_people = teams
            .members
            .keys()
            .any(|(of, which, _)| (*of, *which) == (group, team));
        let named_by_task = tasks
            .values()
            .any(|task| (task.group, task.team) == (group, Some(team)));
        if has_people
            || named_by_task
            || role_mappings.name_team(group, team)
            || broadcasts.name_team(group, team)
            || shifts.name_team(group, team)
            || series.name_team(group, team)
            || shift_templates.name_team(group, team)
        {
            return Ok(false);
        }
        Ok(self.write()?.teams.teams.remove(&(group, team)).is_some())
    }

    async fn team_members(&mut self, group: GroupId, team: TeamId) -> StoreResult<Vec<TeamMember>> {
        let super::Rows { people, teams, .. } = self.rows();
        let in_team = teams
            .members
            .iter()
            .filter(|((of, which, _), _)| (*of, *which) == (group, team));
        let mut own: Vec<_> = in_team.collect();
        own.sort_by_key(|(_, entry)| entry.joined_at);
        let member = |((_, team, person), entry): (&(GroupId, TeamId, PersonId), &InTeam)| TeamMember {
            team: *team,
            person: *person,
            name: people.name(*person),
            captain: entry.captain,
        };
        Ok(own.into_iter().map(member).collect())
    }

    async fn teams_of(&mut self, group: GroupId, person: PersonId) -> StoreResult<Vec<(Team, bool)>> {
        let Rows { teams, members } = &*self.rows().teams;
        let own = teams.values().filter(|team| team.group == group);
        let with_captain = |team: &Team| Some((team.clone(), members.get(&(group, team.id, person))?.captain));
        Ok(own.filter_map(with_captain).collect())
    }

    async fn join_team(
        &mut self,
        group: GroupId,
        team: TeamId,
        person: PersonId,
        captain: bool,
        now: Instant,
    ) -> StoreResult<()> {
        let entries = &mut self.write()?.teams.members;
        let entry = entries.entry((group, team, person)).or_insert(InTeam {
            captain,
            joined_at: now,
        });
        entry.captain = captain;
        Ok(())
    }

    async fn leave_team(&mut self, group: GroupId, team: TeamId, person: PersonId) -> StoreResult<bool> {
        let members = &mut self.write()?.teams.members;
        Ok(members.remove(&(group, team, person)).is_some())
    }
}

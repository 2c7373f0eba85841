//! What a platform's roles give, in memory.

use std::collections::{BTreeMap, BTreeSet};

use async_trait::async_trait;

use super::MemoryUnit;
use crate::ids::{GroupId, PersonId, TeamId};
use crate::people::mapping::{Gives, PlaceRole, RoleHold, RoleMapping};
use crate::store::{RoleMappings, StoreResult};
use crate::surface::Platform;

#[derive(Debug, Clone, Default)]
pub(super) struct Rows {
    mappings: BTreeMap<PlaceRole, RoleMapping>,
    /// Whether what a role gives was given, by role and account.
    holds: BTreeMap<(PlaceRole, String), bool>,
}

impl Rows {
    /// Whether a role gives a place in that team.
    pub(super) fn name_team(&self, group: GroupId, team: TeamId) -> bool {
        let of_group = self.mappings.values().filter(|mapping| mapping.of.group == group);
        of_group.into_iter().any(|mapping| mapping.gives == Gives::Team(team))
    }

    pub(super) fn remove_account(&mut self, platform: Platform, account: &str) {
        self.holds
            .retain(|(of, holder), _| of.platform != platform || holder != account);
    }

    pub(super) fn remove_group(&mut self, group: GroupId) {
        self.mappings.retain(|of, _| of.group != group);
        self.holds.retain(|(of, _), _| of.group != group);
    }

    /// What the roles of a place give is that of the place that it is now.
    pub(super) fn move_place(&mut self, group: GroupId, platform: Platform, from: &str, to: &str) {
        let is_of = |of: &PlaceRole, place: &str| of.group == group && of.platform == platform && of.place == place;
        if self.mappings.keys().any(|of| is_of(of, from)) {
            self.mappings.retain(|of, _| !is_of(of, to));
            self.holds.retain(|(of, _), _| !is_of(of, to));
        }
        let mappings: Vec<_> = self.mappings.extract_if(.., |of, _| is_of(of, from)).collect();
        for (_, mut mapping) in mappings {
            to.clone_into(&mut mapping.of.place);
            self.mappings.insert(mapping.of.clone(), mapping);
        }
        let holds: Vec<_> = self.holds.extract_if(.., |(of, _), _| is_of(of, from)).collect();
        for ((mut of, account), given) in holds {
            to.clone_into(&mut of.place);
            self.holds.insert((of, account), given);
        }
    }
}

#[async_trait]
impl RoleMappings for MemoryUnit {
    async fn role_mappings(&mut self, group: GroupId) -> StoreResult<Vec<RoleMapping>> {
        let mappings = self.rows().role_mappings.mappings.values();
        Ok(mappings.filter(|mapping| mapping.of.group == group).cloned().collect())
    }

    async fn role_mappings_in(
        &mut self,
        group: GroupId,
        platform: Platform,
        place: &str,
    ) -> StoreResult<Vec<RoleMapping>> {
        let mut mappings = self.role_mappings(group).await?;
        mappings.retain(|mapping| mapping.of.platform == platform && mapping.of.place == place);
        Ok(mappings)
    }

    async fn save_role_mapping(&mut self, mapping: &RoleMapping) -> StoreResult<()> {
        let mappings = &mut self.write()?.role_mappings.mappings;
        mappings.insert(mapping.of.clone(), mapping.clone());
        Ok(())
    }

    async fn remove_role_mapping(&mut self, of: &PlaceRole) -> StoreResult<()> {
        let rows = &mut self.write()?.role_mappings;
        rows.mappings.remove(of);
        rows.holds.retain(|(held, _), _| held != of);
        Ok(())
    }

    async fn role_holds_of(&mut self, group: GroupId, person: PersonId) -> StoreResult<Vec<RoleHold>> {
        let super::Rows {
            people, role_mappings, ..
        } = self.rows();
        let theirs = |of: &PlaceRole, account: &String| {
            let account = people.accounts.get(&(of.platform, account.clone()));
            of.group == group && account.is_some_and(|account| account.person == person)
        };
        let holds = role_mappings.holds.iter();
        let holds = holds.filter(|((of, account), _)| theirs(of, account));
        Ok(holds
            .filter_map(|((of, account), given)| {
                Some(RoleHold {
                    of: of.clone(),
                    gives: role_mappings.mappings.get(of)?.gives,
                    account: account.clone(),
                    given: *given,
                })
            })
            .collect())
    }

    async fn role_holders(&mut self, of: &PlaceRole) -> StoreResult<Vec<PersonId>> {
        let super::Rows {
            people, role_mappings, ..
        } = self.rows();
        let holds = role_mappings.holds.keys().filter(|(held, _)| held == of);
        let people: BTreeSet<PersonId> = holds
            .filter_map(|(_, account)| Some(people.accounts.get(&(of.platform, account.clone()))?.person))
            .collect();
        Ok(people.into_iter().collect())
    }

    async fn save_role_hold(&mut self, hold: &RoleHold) -> StoreResult<()> {
        let holds = &mut self.write()?.role_mappings.holds;
        holds.insert((hold.of.clone(), hold.account.clone()), hold.given);
        Ok(())
    }

    async fn remove_role_hold(&mut self, hold: &RoleHold) -> StoreResult<()> {
        let holds = &mut self.write()?.role_mappings.holds;
        holds.remove(&(hold.of.clone(), hold.account.clone()));
        Ok(())
    }
}

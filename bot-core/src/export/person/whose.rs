//! Who they are: their settings, their accounts, and what they are in every group.

use super::Hall;
use super::entries::{AccountEntry, HeldRole, InTeam, Membership, Profile};
use crate::clock::Instant;
use crate::ids::GroupId;
use crate::people::{Account, Person};
use crate::store::StoreResult;

impl Hall<'_> {
    pub(super) async fn profile(&mut self, person: &Person) -> StoreResult<Profile> {
        let chosen = match person.chosen_group {
            Some(group) => self.unit.group(group).await?,
            None => None,
        };
        let quiet = person.quiet;
        Ok(Profile {
            name: person.name.clone(),
            zone: person.zone.clone(),
            language: person.language,
            quiet_hours: quiet.map(|quiet| format!("{}-{}", quiet.from.format("%H:%M"), quiet.to.format("%H:%M"))),
            reminded_seconds_before_shifts: person.ladder.iter().map(chrono::TimeDelta::num_seconds).collect(),
            agreed_to_private_messages_at: person.agreed_at,
            chosen_group: chosen.map(|group| group.name),
            pause: person.pause.clone(),
            morning_digest_at: person.digest.map(|time| time.format("%H:%M").to_string()),
            preferred: person.preferred,
            skills: self.unit.skills_of(self.person).await?,
        })
    }

    pub(super) async fn accounts(&mut self, accounts: Vec<Account>) -> StoreResult<Vec<AccountEntry>> {
        let mut entries = Vec::new();
        for account in accounts {
            let ever = Instant::UNIX_EPOCH;
            let wrong = self.unit.wrong_codes(account.platform, &account.account, ever).await?;
            entries.push(AccountEntry {
                platform: account.platform,
                account: account.account,
                name: account.name,
                handle: account.handle,
                seen_at: account.seen_at,
                wrong_codes: wrong,
            });
        }
        Ok(entries)
    }

    pub(super) async fn memberships(&mut self) -> StoreResult<Vec<Membership>> {
        let joined = self.unit.teams_joined(self.person).await?;
        let mut memberships = Vec::new();
        for id in self.unit.registers_of(self.person).await? {
            let group = self.unit.group(id).await?;
            let membership = self.unit.register_entry(id, self.person).await?;
            let (Some(group), Some(membership)) = (group, membership) else {
                continue;
            };
            let teams = self.unit.teams_of(id, self.person).await?.into_iter();
            let when = |team| {
                joined
                    .iter()
                    .find(|(_, joined, _)| *joined == team)
                    .map(|(_, _, at)| *at)
            };
            memberships.push(Membership {
                group: group.name,
                role: membership.role,
                joined_at: membership.joined_at,
                last_acted_in: membership.room,
                suspended: membership.suspended,
                teams: teams
                    .map(|(team, captain)| InTeam {
                        joined_at: when(team.id),
                        team: team.name,
                        captain,
                    })
                    .collect(),
                platform_roles: self.platform_roles(id).await?,
            });
        }
        Ok(memberships)
    }

    async fn platform_roles(&mut self, group: GroupId) -> StoreResult<Vec<HeldRole>> {
        let holds = self.unit.role_holds_of(group, self.person).await?.into_iter();
        Ok(holds
            .map(|hold| HeldRole {
                platform: hold.of.platform,
                place: hold.of.place,
                role: hold.of.role,
                account: hold.account,
                given: hold.given,
            })
            .collect())
    }
}

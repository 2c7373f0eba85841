//! People, groups, places, memberships, teams and link codes.

use async_trait::async_trait;

use super::StoreResult;
use crate::clock::Instant;
use crate::ids::{GroupId, Kind, PersonId, TeamId};
use crate::people::link::{LinkCode, LinkPurpose};
use crate::people::{Account, Group, Member, Membership, Person, Place, Team, TeamMember};
use crate::surface::Platform;

/// People and places.
#[async_trait]
pub trait People {
    /// A person.
    async fn person(&mut self, id: PersonId) -> StoreResult<Option<Person>>;
    /// Adds or replaces a person.
    async fn save_person(&mut self, person: &Person) -> StoreResult<()>;

    /// An account.
    async fn account(&mut self, platform: Platform, account: &str) -> StoreResult<Option<Account>>;
    /// A person's accounts, last used first, then by platform and id.
    async fn accounts_of(&mut self, person: PersonId) -> StoreResult<Vec<Account>>;
    /// Adds or replaces an account.
    async fn save_account(&mut self, account: &Account) -> StoreResult<()>;

    /// A group.
    async fn group(&mut self, id: GroupId) -> StoreResult<Option<Group>>;
    /// Adds or replaces a group.
    async fn save_group(&mut self, group: &Group) -> StoreResult<()>;
    /// The groups that a person is a member of, oldest membership first.
    async fn groups_of(&mut self, person: PersonId) -> StoreResult<Vec<Group>>;
    /// The next number of that kind in the group, from 1, never given twice. Locks the group's counter until the commit.
    async fn next_number(&mut self, group: GroupId, kind: Kind) -> StoreResult<u32>;

    /// The place that a room belongs to.
    async fn place(&mut self, platform: Platform, place: &str) -> StoreResult<Option<Place>>;
    /// Adds or replaces a place.
    async fn save_place(&mut self, place: &Place) -> StoreResult<()>;
    /// The places of a group, by platform and id.
    async fn places_of(&mut self, group: GroupId) -> StoreResult<Vec<Place>>;

    /// Somebody's membership.
    async fn membership(&mut self, group: GroupId, person: PersonId) -> StoreResult<Option<Membership>>;
    /// Adds or replaces a membership.
    async fn save_membership(&mut self, membership: &Membership) -> StoreResult<()>;
    /// The members of a group, in the order they joined.
    async fn members(&mut self, group: GroupId) -> StoreResult<Vec<Member>>;

    /// The teams of a group, in the order of their making.
    async fn teams(&mut self, group: GroupId) -> StoreResult<Vec<Team>>;
    /// Adds or replaces a team.
    async fn save_team(&mut self, team: &Team) -> StoreResult<()>;
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

    /// A link code by its hash.
    async fn link_code(&mut self, hash: &[u8; 32]) -> StoreResult<Option<LinkCode>>;
    /// Adds or replaces a link code.
    async fn save_link_code(&mut self, code: &LinkCode) -> StoreResult<()>;
    /// The code that this person asked for to join another account, that somebody typed and that was not used yet; of
    /// several the one that ends last.
    async fn claimed_code(&mut self, asked_by: PersonId) -> StoreResult<Option<LinkCode>>;
    /// Removes the codes of exactly that purpose that were not used.
    async fn revoke_link_codes(&mut self, purpose: LinkPurpose) -> StoreResult<()>;
    /// Counts a wrong code typed by an account; how many it has typed since `since`, this one among them.
    async fn count_wrong_code(
        &mut self,
        platform: Platform,
        account: &str,
        now: Instant,
        since: Instant,
    ) -> StoreResult<u32>;
    /// How many wrong codes an account has typed since `since`.
    async fn wrong_codes(&mut self, platform: Platform, account: &str, since: Instant) -> StoreResult<u32>;
    /// Moves the accounts, memberships, teams and link codes of `from` to `into`, and removes `from`; the higher role in
    /// a shared group, the captaincy in a shared team and the earlier date of joining are kept. Each other repository
    /// moves its own rows with a `reassign_…` of its own, called before this.
    async fn merge_people(&mut self, from: PersonId, into: PersonId) -> StoreResult<()>;
}

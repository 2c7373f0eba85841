//! People, accounts, groups, places and memberships, and what happens to them when two persons become one.

use async_trait::async_trait;

use super::StoreResult;
use crate::ids::{GroupId, Kind, PersonId};
use crate::people::{Account, Group, Member, Membership, Person, Place};
use crate::surface::Platform;

/// People and places.
#[async_trait]
pub trait People {
    /// A person.
    async fn person(&mut self, id: PersonId) -> StoreResult<Option<Person>>;
    /// The same to be changed: nobody else changes them until the commit.
    async fn person_for_update(&mut self, id: PersonId) -> StoreResult<Option<Person>>;
    /// Adds or replaces a person.
    async fn save_person(&mut self, person: &Person) -> StoreResult<()>;

    /// An account.
    async fn account(&mut self, platform: Platform, account: &str) -> StoreResult<Option<Account>>;
    /// The account on that platform that people call by that handle, whatever its case; of several, since a handle may pass
    /// on, the one that was heard from last.
    async fn account_by_handle(&mut self, platform: Platform, handle: &str) -> StoreResult<Option<Account>>;
    /// A person's accounts, last used first, then by platform and id.
    async fn accounts_of(&mut self, person: PersonId) -> StoreResult<Vec<Account>>;
    /// Adds an account, or replaces what is kept of it. One that is another person's is
    /// [`Contended`](super::StoreError::Contended): somebody entered it in between.
    async fn save_account(&mut self, account: &Account) -> StoreResult<()>;

    /// A group.
    async fn group(&mut self, id: GroupId) -> StoreResult<Option<Group>>;
    /// The same to be changed, or who runs it: nobody else changes either until the commit.
    async fn group_for_update(&mut self, id: GroupId) -> StoreResult<Option<Group>>;
    /// Adds or replaces a group.
    async fn save_group(&mut self, group: &Group) -> StoreResult<()>;
    /// Every group of this desk, oldest first.
    async fn groups(&mut self) -> StoreResult<Vec<Group>>;
    /// The groups that a person is a member of, oldest membership first; suspended memberships are left out.
    async fn groups_of(&mut self, person: PersonId) -> StoreResult<Vec<Group>>;
    /// The next number of that kind in the group, from 1, never given twice. Locks the group's counter until the commit.
    async fn next_number(&mut self, group: GroupId, kind: Kind) -> StoreResult<u32>;
    /// The last number of that kind that was given in the group; 0 before the first.
    async fn last_number(&mut self, group: GroupId, kind: Kind) -> StoreResult<u32>;

    /// The place that a room belongs to.
    async fn place(&mut self, platform: Platform, place: &str) -> StoreResult<Option<Place>>;
    /// Adds a place, or gives it another name. One that is another group's is
    /// [`Contended`](super::StoreError::Contended): somebody entered it in between.
    async fn save_place(&mut self, place: &Place) -> StoreResult<()>;
    /// The places of a group, by platform and id.
    async fn places_of(&mut self, group: GroupId) -> StoreResult<Vec<Place>>;

    /// Somebody's membership, unless it is suspended.
    async fn membership(&mut self, group: GroupId, person: PersonId) -> StoreResult<Option<Membership>>;
    /// The same to be changed: nobody else changes it until the commit.
    async fn membership_for_update(&mut self, group: GroupId, person: PersonId) -> StoreResult<Option<Membership>>;
    /// What the register says of somebody: their membership, suspended or not.
    async fn register_entry(&mut self, group: GroupId, person: PersonId) -> StoreResult<Option<Membership>>;
    /// The same to be changed: nobody else changes it until the commit.
    async fn register_entry_for_update(&mut self, group: GroupId, person: PersonId) -> StoreResult<Option<Membership>>;
    /// Adds or replaces a membership.
    async fn save_membership(&mut self, membership: &Membership) -> StoreResult<()>;
    /// The members of a group, in the order they joined; suspended ones are left out.
    async fn members(&mut self, group: GroupId) -> StoreResult<Vec<Member>>;
    /// Those whom an organizer removed and nobody let in again, in the order they had joined.
    async fn removed_members(&mut self, group: GroupId) -> StoreResult<Vec<Member>>;

    /// Moves the accounts, memberships, teams and link codes of `from` to `into`, and removes `from`; the higher role in
    /// a shared group, the captaincy in a shared team and the earlier date of joining are kept, and a membership that is
    /// not suspended before one that is. Each other repository
    /// moves its own rows with a `reassign_…` of its own, called before this.
    async fn merge_people(&mut self, from: PersonId, into: PersonId) -> StoreResult<()>;
}

//! Link codes, and the wrong ones that were typed.

use async_trait::async_trait;

use super::StoreResult;
use crate::clock::Instant;
use crate::ids::PersonId;
use crate::people::link::{LinkCode, LinkPurpose};
use crate::surface::Platform;

/// Link codes.
#[async_trait]
pub trait LinkCodes {
    /// A link code by its hash.
    async fn link_code(&mut self, hash: &[u8; 32]) -> StoreResult<Option<LinkCode>>;
    /// The same to be used: nobody else uses it until the commit.
    async fn link_code_for_update(&mut self, hash: &[u8; 32]) -> StoreResult<Option<LinkCode>>;
    /// Adds or replaces a link code.
    async fn save_link_code(&mut self, code: &LinkCode) -> StoreResult<()>;
    /// The code that this person asked for to join another account, that somebody typed and that was not used yet; of
    /// several the one that ends last.
    async fn claimed_code(&mut self, asked_by: PersonId) -> StoreResult<Option<LinkCode>>;
    /// The same to be used: nobody else uses it until the commit.
    async fn claimed_code_for_update(&mut self, asked_by: PersonId) -> StoreResult<Option<LinkCode>>;
    /// The code for another place of a group that this organizer asked for, to which an administrator there agreed and that
    /// was not used yet, to be used: nobody else uses it until the commit. Of several the one that ends last.
    async fn claimed_place_code_for_update(&mut self, organizer: PersonId) -> StoreResult<Option<LinkCode>>;
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
    /// Forgets the codes that were used or ended before `before`, and the wrong ones that were typed before it; how many
    /// of both.
    async fn forget_codes(&mut self, before: Instant) -> StoreResult<u64>;
}

//! Link codes, in memory.

use std::collections::BTreeMap;

use async_trait::async_trait;

use super::MemoryUnit;
use crate::clock::Instant;
use crate::ids::PersonId;
use crate::people::link::{LinkCode, LinkPurpose};
use crate::store::{LinkCodes, StoreResult};
use crate::surface::Platform;

#[derive(Debug, Clone, Default)]
pub(super) struct Rows {
    pub(super) codes: BTreeMap<[u8; 32], LinkCode>,
    pub(super) wrong: BTreeMap<(Platform, String), Vec<Instant>>,
}

impl Rows {
    /// What `from` asked for or typed is what `into` asked for or typed.
    pub(super) fn merge_people(&mut self, from: PersonId, into: PersonId) {
        for code in self.codes.values_mut() {
            let (LinkPurpose::Person(asked_by)
            | LinkPurpose::Group {
                organizer: asked_by, ..
            }) = &mut code.purpose;
            if *asked_by == from {
                *asked_by = into;
            }
            if code.claimed_by == Some(from) {
                code.claimed_by = Some(into);
            }
        }
    }
}

#[async_trait]
impl LinkCodes for MemoryUnit {
    async fn link_code(&mut self, hash: &[u8; 32]) -> StoreResult<Option<LinkCode>> {
        Ok(self.rows().link_codes.codes.get(hash).cloned())
    }

    async fn link_code_for_update(&mut self, hash: &[u8; 32]) -> StoreResult<Option<LinkCode>> {
        self.link_code(hash).await
    }

    async fn save_link_code(&mut self, code: &LinkCode) -> StoreResult<()> {
        self.write()?.link_codes.codes.insert(code.hash, code.clone());
        Ok(())
    }

    async fn claimed_code(&mut self, asked_by: PersonId) -> StoreResult<Option<LinkCode>> {
        let codes = self.rows().link_codes.codes.values();
        let waiting = codes.filter(|code| {
            code.purpose == LinkPurpose::Person(asked_by) && code.claimed_by.is_some() && code.used_at.is_none()
        });
        Ok(waiting.max_by_key(|code| (code.expires_at, code.hash)).cloned())
    }

    async fn claimed_code_for_update(&mut self, asked_by: PersonId) -> StoreResult<Option<LinkCode>> {
        self.claimed_code(asked_by).await
    }

    async fn claimed_place_code_for_update(&mut self, asked_by: PersonId) -> StoreResult<Option<LinkCode>> {
        let codes = self.rows().link_codes.codes.values();
        let waiting = codes.filter(|code| {
            let is_theirs = matches!(code.purpose, LinkPurpose::Group { organizer, .. } if organizer == asked_by);
            is_theirs && code.claimed_by.is_some() && code.used_at.is_none()
        });
        Ok(waiting.max_by_key(|code| (code.expires_at, code.hash)).cloned())
    }

    async fn revoke_link_codes(&mut self, purpose: LinkPurpose) -> StoreResult<()> {
        let codes = &mut self.write()?.link_codes.codes;
        codes.retain(|_, code| code.purpose != purpose || code.used_at.is_some());
        Ok(())
    }

    async fn count_wrong_code(
        &mut self,
        platform: Platform,
        account: &str,
        now: Instant,
        since: Instant,
    ) -> StoreResult<u32> {
        let wrong = &mut self.write()?.link_codes.wrong;
        wrong.entry((platform, account.to_owned())).or_default().push(now);
        self.wrong_codes(platform, account, since).await
    }

    async fn wrong_codes(&mut self, platform: Platform, account: &str, since: Instant) -> StoreResult<u32> {
        let typed = self.rows().link_codes.wrong.get(&(platform, account.to_owned()));
        let counted = typed.into_iter().flatten().filter(|at| **at >= since).count();
        Ok(u32::try_from(counted).unwrap_or(u32::MAX))
    }

    async fn forget_codes(&mut self, before: Instant) -> StoreResult<u64> {
        let Rows { codes, wrong } = &mut *self.write()?.link_codes;
        let held = codes.len() + wrong.values().map(Vec::len).sum::<usize>();
        codes.retain(|_, code| code.expires_at >= before && code.used_at.is_none_or(|at| at >= before));
        for typed in wrong.values_mut() {
            typed.retain(|at| *at >= before);
        }
        wrong.retain(|_, typed| !typed.is_empty());
        let left = codes.len() + wrong.values().map(Vec::len).sum::<usize>();
        Ok((held - left) as u64)
    }
}

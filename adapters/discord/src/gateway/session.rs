//! What is needed to go on where a connection ended. It is kept in memory only: a desk that was ended begins anew.

use std::sync::{Mutex, MutexGuard, PoisonError};

/// A session with the gateway, of one shard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Session {
    pub(crate) id: String,
    /// Where it can be resumed; the gateway's own address where Discord names none.
    pub(crate) resume_url: Option<String>,
    /// The number of the last event that was accepted.
    pub(crate) accepted: u64,
}

/// The sessions of an account, by shard.
#[derive(Debug, Default)]
pub(crate) struct Sessions {
    of_shards: Mutex<Vec<Option<Session>>>,
}

impl Sessions {
    fn all(&self) -> MutexGuard<'_, Vec<Option<Session>>> {
        self.of_shards.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// There are so many shards now. With another number of them every server may be another shard's.
    pub(crate) fn are_of(&self, shards: u32) {
        let shards = usize::try_from(shards).unwrap_or(1);
        let mut sessions = self.all();
        if sessions.len() != shards {
            *sessions = vec![None; shards];
        }
    }

    pub(crate) fn of(&self, shard: u32) -> Option<Session> {
        let sessions = self.all();
        sessions.get(usize::try_from(shard).ok()?)?.clone()
    }

    pub(crate) fn set(&self, shard: u32, session: Option<Session>) {
        let Ok(shard) = usize::try_from(shard) else { return };
        if let Some(kept) = self.all().get_mut(shard) {
            *kept = session;
        }
    }

    /// Everything up to that event is accepted.
    pub(crate) fn accepted(&self, shard: u32, number: u64) {
        let Ok(shard) = usize::try_from(shard) else { return };
        if let Some(Some(session)) = self.all().get_mut(shard) {
            session.accepted = session.accepted.max(number);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_goes_on_behind_what_was_accepted_and_ends_with_another_number_of_shards() {
        let sessions = Sessions::default();
        sessions.are_of(2);
        let session = Session {
            id: "s".to_owned(),
            resume_url: None,
            accepted: 1,
        };
        sessions.set(1, Some(session));
        sessions.accepted(1, 9);
        sessions.accepted(1, 7);
        assert_eq!(sessions.of(1).unwrap().accepted, 9);
        assert_eq!(sessions.of(0), None);
        sessions.are_of(2);
        assert!(sessions.of(1).is_some());
        sessions.are_of(3);
        assert_eq!(sessions.of(1), None);
    }
}

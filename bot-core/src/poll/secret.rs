//! Secret ballots.
//!
//! While a secret poll is open a ballot is kept under a mark of its voter: HMAC-SHA256 of the poll's own key and the
//! person. So a vote can be changed, and whoever has the key could link it. Closing draws fresh random ids, deals them
//! out to the sorted choices, and removes the key, the marks and every row that carried a vote; what the disk still
//! holds of these is scrubbed after the commit.

use std::fmt;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use uuid::{Builder, Uuid};

use super::Poll;
use super::receipt::Receipt;
use super::undo::PollUndo;
use crate::error::Fault;
use crate::ids::{GroupId, IdSource, OutboxId, PersonId, PollId};
use crate::people::Person;
use crate::phrase;
use crate::store::{OutboxKind, StoreResult, UnitOfWork};
use crate::undo::Undo;
use crate::work::Work;

/// The key of an open secret poll. Its `Debug` form keeps it secret.
#[derive(Clone, PartialEq, Eq)]
pub struct PollKey([u8; 32]);

impl PollKey {
    /// A fresh key.
    pub fn new(ids: &dyn IdSource) -> Self {
        let mut bytes = [0; 32];
        ids.fill(&mut bytes);
        Self(bytes)
    }

    /// The key of those bytes, as the store kept them.
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// Its bytes, for the store alone.
    pub const fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// What stands for a voter in this poll: without the key it tells nothing of the person.
    pub fn mark(&self, person: PersonId) -> VoterMark {
        let keyed = Hmac::<Sha256>::new_from_slice(&self.0).map(|mut hmac| {
            hmac.update(person.0.as_bytes());
            hmac.finalize().into_bytes().into()
        });
        // An HMAC takes a key of any length.
        VoterMark(keyed.unwrap_or_default())
    }
}

impl fmt::Debug for PollKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PollKey(…)")
    }
}

/// What stands for a voter in an open secret poll.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct VoterMark(pub [u8; 32]);

/// What a secret ballot says, whoever cast it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct SecretBallot {
    /// The numbers of what was chosen, in order; none is an abstention.
    pub chosen: Vec<u32>,
    /// The code by which its voter finds it in the file, where they asked for one.
    pub receipt: Option<Receipt>,
}

/// A ballot of a closed secret poll: nobody's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnlinkedBallot {
    /// A random id, drawn at the closing.
    pub id: Uuid,
    /// What it says.
    pub ballot: SecretBallot,
}

/// The same as ballots of nobody: sorted, under sorted fresh ids, so that neither the order of the rows nor that of the
/// ids tells anything but what the ballots say themselves.
pub fn unlinked(mut ballots: Vec<SecretBallot>, ids: &dyn IdSource) -> Vec<UnlinkedBallot> {
    ballots.sort();
    let mut fresh: Vec<Uuid> = ballots.iter().map(|_| random(ids)).collect();
    fresh.sort();
    fresh
        .into_iter()
        .zip(ballots)
        .map(|(id, ballot)| UnlinkedBallot { id, ballot })
        .collect()
}

/// An id of random bits alone: no time and no order of making.
fn random(ids: &dyn IdSource) -> Uuid {
    let mut bytes = [0; 16];
    ids.fill(&mut bytes);
    Builder::from_random_bytes(bytes).into_uuid()
}

/// The key of a secret poll that is open.
pub(super) async fn key_of(unit: &mut dyn UnitOfWork, poll: &Poll) -> Result<PollKey, Fault> {
    let key = unit.poll_key(poll.group, poll.id).await?;
    key.ok_or(Fault::Invariant("a secret poll that was not closed has its key"))
}

/// Ends the secrecy's one weakness with the poll: from this unit of work's commit on its ballots are nobody's. To be
/// called in the unit of work that closes the poll.
pub(super) async fn unlink(work: &mut Work<'_>, poll: &Poll) -> Result<(), Fault> {
    let ballots = work.unit.secret_ballots(poll.group, poll.id).await?;
    let ballots = unlinked(ballots, work.ids);
    work.unit.unlink_ballots(poll.group, poll.id, &ballots).await?;
    purge(work, poll, true).await
}

/// Removes what a secret poll kept that was taken back: no ballot is left.
pub(super) async fn discard(work: &mut Work<'_>, poll: &Poll) -> Result<(), Fault> {
    work.unit.unlink_ballots(poll.group, poll.id, &[]).await?;
    purge(work, poll, false).await
}

/// Removes every row that carried a vote. Whoever had not been answered yet hears, where the answer was to go, that their vote
/// counts, and not what it was.
async fn purge(work: &mut Work<'_>, poll: &Poll, counted: bool) -> Result<(), Fault> {
    let act = Undo::Poll(PollUndo::VotedSecretly { poll: poll.id });
    work.unit.forget_act(poll.group, &act).await?;
    let unanswered = work.unit.purge_votes(poll.group, poll.id).await?;
    if counted {
        let group = work.group(poll.group).await?;
        let voice = work.voice_of_room(&group);
        let card = voice.say(&phrase!("poll-vote-counted", poll = word poll.reference()));
        for to in unanswered {
            // A random key: the row must not say which vote it speaks of.
            let key = format!("notice/{}", OutboxId::new(work.ids, work.now).0);
            work.post_to(to, OutboxKind::Notice, key, (card.clone(), voice.language))
                .await?;
        }
    }
    owe_scrub(work.unit, work.ids).await?;
    Ok(())
}

/// Notes that what this unit of work removes must leave the disk too.
pub(crate) async fn owe_scrub(unit: &mut dyn UnitOfWork, ids: &dyn IdSource) -> StoreResult<()> {
    unit.owe_scrub(random(ids)).await
}

/// Whether its ballots are still its voters'.
fn is_sealed(poll: &Poll) -> bool {
    poll.closed_at.is_none() && poll.withdrawn_at.is_none()
}

/// The secret polls of a group whose ballots are still sealed, each with its key.
async fn sealed_polls(unit: &mut dyn UnitOfWork, group: GroupId) -> Result<Vec<(PollId, PollKey)>, Fault> {
    let mut sealed = Vec::new();
    for poll in unit.unsettled_polls(group).await? {
        if !poll.is_secret() {
            continue;
        }
        // Held, so that nobody closes it in between; somebody may have before that.
        if let Some(poll) = unit.poll_for_update(group, poll.id).await?.filter(is_sealed) {
            sealed.push((poll.id, key_of(unit, &poll).await?));
        }
    }
    Ok(sealed)
}

/// Before two persons become one: of their two sealed ballots in a poll that of `into` stays, since a sealed ballot
/// does not say which is the later; a ballot of `from` alone becomes `into`'s. A receipt goes the way of its ballot.
pub(crate) async fn join(work: &mut Work<'_>, from: PersonId, into: PersonId) -> Result<(), Fault> {
    for group in work.unit.groups_of(from).await? {
        for (poll, key) in sealed_polls(work.unit, group.id).await? {
            let (theirs, mine) = (key.mark(from), key.mark(into));
            let Some(ballot) = work.unit.sealed_ballot(group.id, poll, &theirs).await? else {
                continue;
            };
            work.unit.remove_sealed_ballot(group.id, poll, &theirs).await?;
            if work.unit.sealed_ballot(group.id, poll, &mine).await?.is_none() {
                work.unit.save_sealed_ballot(group.id, poll, &mine, &ballot).await?;
            }
        }
    }
    Ok(())
}

/// The secret polls of a group that were not closed and in which somebody has voted.
pub(crate) async fn voted_in(work: &mut Work<'_>, group: GroupId, person: PersonId) -> Result<Vec<PollId>, Fault> {
    let mut voted = Vec::new();
    for (poll, key) in sealed_polls(work.unit, group).await? {
        if work.unit.sealed_ballot(group, poll, &key.mark(person)).await?.is_some() {
            voted.push(poll);
        }
    }
    Ok(voted)
}

/// Those of these people who have no vote in a secret poll that was not closed.
pub(crate) async fn without_vote(
    unit: &mut dyn UnitOfWork,
    poll: &Poll,
    people: Vec<Person>,
) -> Result<Vec<Person>, Fault> {
    let key = key_of(unit, poll).await?;
    let mut without = Vec::new();
    for person in people {
        let mark = key.mark(person.id);
        if unit.sealed_ballot(poll.group, poll.id, &mark).await?.is_none() {
            without.push(person);
        }
    }
    Ok(without)
}

/// Takes somebody's sealed ballots out of the secret polls of a group that were not closed: they are forgotten, or leave.
pub async fn withdraw(work: &mut Work<'_>, group: GroupId, person: PersonId) -> Result<(), Fault> {
    for (poll, key) in sealed_polls(work.unit, group).await? {
        let mark = key.mark(person);
        work.unit.remove_sealed_ballot(group, poll, &mark).await?;
    }
    owe_scrub(work.unit, work.ids).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::testing::SeededIds;

    const PERSON: PersonId = PersonId(Uuid::from_u128(7));

    fn ballot() -> impl Strategy<Value = SecretBallot> {
        let receipt = prop::option::of(any::<u64>().prop_map(|seed| Receipt::new(&SeededIds::new(seed))));
        let chosen = prop::collection::vec(1..4u32, 0..3);
        (chosen, receipt).prop_map(|(chosen, receipt)| SecretBallot { chosen, receipt })
    }

    #[test]
    fn a_mark_is_of_one_key_and_one_person() {
        let key = PollKey::from_bytes([1; 32]);
        assert_eq!(key.mark(PERSON), key.mark(PERSON));
        assert_ne!(key.mark(PERSON), PollKey::from_bytes([2; 32]).mark(PERSON));
        assert_ne!(key.mark(PERSON), key.mark(PersonId(Uuid::from_u128(8))));
        assert_eq!(format!("{key:?}"), "PollKey(…)");
    }

    proptest! {
        #[test]
        fn the_order_of_casting_leaves_no_trace(
            cast in prop::collection::vec(ballot(), 0..20).prop_shuffle(),
            seed: u64,
        ) {
            let mut otherwise = cast.clone();
            otherwise.reverse();
            let ballots = unlinked(cast, &SeededIds::new(seed));
            prop_assert_eq!(&ballots, &unlinked(otherwise, &SeededIds::new(seed)));
            prop_assert!(ballots.is_sorted_by_key(|unlinked| unlinked.ballot.clone()));
            prop_assert!(ballots.is_sorted_by(|one, next| one.id < next.id));
        }
    }
}

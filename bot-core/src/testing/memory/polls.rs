//! The polls of every group, in memory.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use async_trait::async_trait;

use super::MemoryUnit;
use crate::clock::Instant;
use crate::ids::{GroupId, PersonId, PollId, Reference};
use crate::poll::Poll;
use crate::poll::ballot::Ballot;
use crate::store::{People, Polls, StoreResult};

#[derive(Debug, Clone, Default)]
pub(super) struct Rows {
    pub(super) polls: BTreeMap<(GroupId, PollId), Poll>,
    pub(super) ballots: BTreeMap<(GroupId, PollId, PersonId), Ballot>,
    pub(super) electors: BTreeSet<(GroupId, PollId, PersonId)>,
    pub(super) works: BTreeMap<(GroupId, Reference), Work>,
}

/// A task or shift that a poll became.
#[derive(Debug, Clone)]
pub(super) struct Work {
    pub(super) poll: PollId,
    told_at: Option<Instant>,
}

impl Rows {
    fn ballots_of(&self, group: GroupId, poll: PollId) -> Vec<Ballot> {
        let of_poll = self
            .ballots
            .iter()
            .filter(|((of, id, _), _)| (*of, *id) == (group, poll));
        let mut ballots: Vec<Ballot> = of_poll.map(|(_, ballot)| ballot.clone()).collect();
        ballots.sort_by_key(|ballot| (ballot.cast_at, ballot.person));
        ballots
    }
}

#[async_trait]
impl Polls for MemoryUnit {
    async fn poll(&mut self, group: GroupId, id: PollId) -> StoreResult<Option<Poll>> {
        Ok(self.rows().polls.polls.get(&(group, id)).cloned())
    }

    async fn poll_by_number(&mut self, group: GroupId, number: u32) -> StoreResult<Option<Poll>> {
        let mut polls = self.rows().polls.polls.values();
        Ok(polls.find(|poll| (poll.group, poll.number) == (group, number)).cloned())
    }

    async fn poll_for_update(&mut self, group: GroupId, id: PollId) -> StoreResult<Option<Poll>> {
        self.poll(group, id).await
    }

    async fn poll_for_vote(&mut self, group: GroupId, id: PollId) -> StoreResult<Option<Poll>> {
        self.poll(group, id).await
    }

    async fn poll_by_number_for_update(&mut self, group: GroupId, number: u32) -> StoreResult<Option<Poll>> {
        self.poll_by_number(group, number).await
    }

    async fn poll_by_number_for_vote(&mut self, group: GroupId, number: u32) -> StoreResult<Option<Poll>> {
        self.poll_by_number(group, number).await
    }

    async fn save_poll(&mut self, poll: &Poll) -> StoreResult<()> {
        self.write()?.polls.polls.insert((poll.group, poll.id), poll.clone());
        Ok(())
    }

    async fn unsettled_polls(&mut self, group: GroupId) -> StoreResult<Vec<Poll>> {
        let polls = self.rows().polls.polls.values();
        let unsettled = polls.filter(|poll| poll.closed_at.is_none() && poll.withdrawn_at.is_none());
        let mut found: Vec<Poll> = unsettled.filter(|poll| poll.group == group).cloned().collect();
        found.sort_by_key(|poll| poll.number);
        Ok(found)
    }

    async fn ballot(&mut self, group: GroupId, poll: PollId, person: PersonId) -> StoreResult<Option<Ballot>> {
        Ok(self.rows().polls.ballots.get(&(group, poll, person)).cloned())
    }

    async fn ballots(&mut self, group: GroupId, poll: PollId) -> StoreResult<Vec<Ballot>> {
        Ok(self.rows().polls.ballots_of(group, poll))
    }

    async fn unsettled_ballots(&mut self, group: GroupId) -> StoreResult<HashMap<PollId, Vec<Ballot>>> {
        let unsettled = self.unsettled_polls(group).await?;
        let rows = &self.rows().polls;
        let ballots = unsettled
            .into_iter()
            .map(|poll| (poll.id, rows.ballots_of(group, poll.id)));
        Ok(ballots.filter(|(_, ballots)| !ballots.is_empty()).collect())
    }

    async fn voters(&mut self, group: GroupId, poll: PollId) -> StoreResult<Vec<(PersonId, String)>> {
        let mut voters = Vec::new();
        for ballot in self.ballots(group, poll).await? {
            let person = self.person(ballot.person).await?;
            voters.extend(person.map(|person| (person.id, person.name)));
        }
        Ok(voters)
    }

    async fn save_ballot(&mut self, group: GroupId, poll: PollId, ballot: &Ballot) -> StoreResult<()> {
        let key = (group, poll, ballot.person);
        self.write()?.polls.ballots.insert(key, ballot.clone());
        Ok(())
    }

    async fn remove_ballot(&mut self, group: GroupId, poll: PollId, person: PersonId) -> StoreResult<bool> {
        Ok(self.write()?.polls.ballots.remove(&(group, poll, person)).is_some())
    }

    async fn reassign_polls(&mut self, from: PersonId, into: PersonId) -> StoreResult<()> {
        let Rows {
            polls,
            ballots,
            electors,
            ..
        } = &mut *self.write()?.polls;
        for poll in polls.values_mut().filter(|poll| poll.creator == from) {
            poll.creator = into;
        }
        let moved: Vec<_> = ballots.extract_if(.., |(_, _, person), _| *person == from).collect();
        for ((group, poll, _), ballot) in moved {
            let theirs = Ballot { person: into, ..ballot };
            let kept = ballots.entry((group, poll, into)).or_insert_with(|| theirs.clone());
            if theirs.cast_at > kept.cast_at {
                *kept = theirs;
            }
        }
        let theirs: Vec<_> = electors.extract_if(.., |(_, _, person)| *person == from).collect();
        electors.extend(theirs.into_iter().map(|(group, poll, _)| (group, poll, into)));
        Ok(())
    }

    async fn electors(&mut self, group: GroupId, poll: PollId) -> StoreResult<Vec<PersonId>> {
        let electors = self.rows().polls.electors.iter();
        let of_poll = electors.filter(|(of, id, _)| (*of, *id) == (group, poll));
        Ok(of_poll.map(|(_, _, person)| *person).collect())
    }

    async fn add_elector(&mut self, group: GroupId, poll: PollId, person: PersonId) -> StoreResult<()> {
        self.write()?.polls.electors.insert((group, poll, person));
        Ok(())
    }

    async fn poll_works(&mut self, group: GroupId, poll: PollId) -> StoreResult<Vec<Reference>> {
        let works = self.rows().polls.works.iter();
        let of_poll = works.filter(|((of, _), work)| (*of, work.poll) == (group, poll));
        Ok(of_poll.map(|((_, reference), _)| *reference).collect())
    }

    async fn add_poll_work(&mut self, group: GroupId, poll: PollId, work: Reference) -> StoreResult<()> {
        let untold = Work { poll, told_at: None };
        self.write()?.polls.works.insert((group, work), untold);
        Ok(())
    }

    async fn remove_poll_works(&mut self, group: GroupId, poll: PollId) -> StoreResult<()> {
        let works = &mut self.write()?.polls.works;
        works.retain(|(of, _), work| (*of, work.poll) != (group, poll));
        Ok(())
    }

    async fn take_poll_to_tell(&mut self, group: GroupId, work: Reference, at: Instant) -> StoreResult<Option<PollId>> {
        let work = self.write()?.polls.works.get_mut(&(group, work));
        let untold = work.filter(|work| work.told_at.is_none());
        Ok(untold.map(|work| {
            work.told_at = Some(at);
            work.poll
        }))
    }
}

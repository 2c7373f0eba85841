//! A poll with what its ballots come to, and the ballots that are nobody's secret.

use serde::Serialize;

use crate::clock::Instant;
use crate::export::names::Names;
use crate::poll::result::Verdict;
use crate::poll::{self, Poll};
use crate::store::{StoreResult, UnitOfWork};
use crate::surface::RoomAddress;
use crate::time::Moment;

/// A poll with what its ballots come to.
#[derive(Debug, Serialize)]
pub(in crate::export) struct PollEntry {
    reference: String,
    question: String,
    kind: &'static str,
    secrecy: poll::Secrecy,
    terms: poll::terms::Terms,
    nudged_at: Option<Instant>,
    /// The names of those who may vote, where that was fixed; nothing of a former member.
    electorate: Vec<String>,
    asked_by: Option<String>,
    room: RoomAddress,
    opened_at: Instant,
    closes: Moment,
    state: &'static str,
    closed_at: Option<Instant>,
    voted: u32,
    /// None while it is hidden.
    abstained: Option<u32>,
    options: Vec<OptionEntry>,
    /// The numbers of the options that won; several of a tie. None while votes still count.
    won: Option<Vec<u32>>,
    /// The tasks and shifts that it became.
    became: Vec<String>,
    /// None of a secret poll, ever, and of a hidden one that is open.
    ballots: Vec<BallotEntry>,
}

#[derive(Debug, Serialize)]
struct OptionEntry {
    number: u32,
    option: String,
    /// None while they are hidden.
    votes: Option<u32>,
}

#[derive(Debug, Serialize)]
struct BallotEntry {
    /// None for a former member.
    name: Option<String>,
    /// By the kind: numbers of options, in the voter's order where they rank; else a figure for each option.
    chose: Vec<u32>,
    /// Why they block.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
    cast_at: Instant,
}

impl PollEntry {
    pub(in crate::export) async fn new(
        unit: &mut dyn UnitOfWork,
        names: &mut Names,
        poll: Poll,
        now: Instant,
    ) -> StoreResult<Self> {
        let tally = poll::count(unit, &poll).await?;
        let shown = poll.shows_counts(now);
        let ballots = if shown && !poll.is_secret() {
            unit.ballots(poll.group, poll.id).await?
        } else {
            Vec::new()
        };
        let (state, closed_at) = match poll.state(now) {
            poll::State::Open => ("open", None),
            poll::State::Closed { at } => ("closed", Some(at)),
            poll::State::Withdrawn => ("withdrawn", poll.withdrawn_at),
        };
        let won = closed_at.map(|_| match tally.verdict(&poll) {
            Verdict::Tied { options, elected, .. } if elected.is_empty() => options,
            _ => tally.decided(&poll),
        });
        let mut electorate = Vec::new();
        for elector in unit.electors(poll.group, poll.id).await? {
            electorate.extend(names.person(unit, elector).await?);
        }
        let mut entries = Vec::new();
        for ballot in ballots {
            entries.push(BallotEntry {
                name: names.person(unit, ballot.person).await?,
                chose: ballot.chosen,
                reason: ballot.reason,
                cast_at: ballot.cast_at,
            });
        }
        let works = unit.poll_works(poll.group, poll.id).await?;
        let counts = tally.counts.iter().map(|votes| shown.then_some(*votes));
        let votes = counts.chain(std::iter::repeat(None));
        let numbered = poll.numbered().map(|(number, option)| (number, option.to_owned()));
        let options = numbered
            .zip(votes)
            .map(|((number, option), votes)| OptionEntry { number, option, votes });
        Ok(Self {
            options: options.collect(),
            reference: format!("P{}", poll.number),
            kind: poll.kind.code(),
            secrecy: poll.secrecy,
            terms: poll.terms,
            nudged_at: poll.nudged_at,
            electorate,
            asked_by: names.person(unit, poll.creator).await?,
            question: poll.question,
            room: poll.room,
            opened_at: poll.opened_at,
            closes: poll.closes,
            state,
            closed_at,
            voted: tally.voted,
            abstained: shown.then_some(tally.abstained),
            won,
            became: works.iter().map(ToString::to_string).collect(),
            ballots: entries,
        })
    }
}

//! What somebody types for their vote, by the poll's kind.
//!
//! - here: which way of voting it is
//! - `naming`: how words name options
//! - `ranks`: an order of preference · `figures`: points and answers · `position`: consent
//! - `tap`: one tap on an option, which changes the ballot before it

mod figures;
mod naming;
mod position;
mod ranks;
mod tap;

use super::{Poll, PollKind};
use crate::error::UserError;
use crate::locale::Arg;
use crate::phrase;
use naming::{exact, named_in, words_of};

pub(crate) use naming::folded;
pub(super) use position::{AGREE, BLOCK, STAND_ASIDE};
pub(super) use tap::changes_the_ballot;

/// The word for a vote that chooses nothing.
pub(crate) const ABSTAIN: &str = "abstain";

/// What opens the word of a tap: `+#2`.
const TAP: char = '+';

/// What somebody votes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Vote {
    /// What they choose, as a [ballot](super::ballot::Ballot::chosen) keeps it.
    pub chosen: Vec<u32>,
    /// Why they block.
    pub reason: Option<String>,
}

impl From<Vec<u32>> for Vote {
    fn from(chosen: Vec<u32>) -> Self {
        Self { chosen, reason: None }
    }
}

/// The vote that `typed` means: nothing for `abstain`; for a tap (`+tacos`) the ballot `before` it, changed by one step.
pub fn choose(poll: &Poll, typed: &[String], before: Option<&[u32]>) -> Result<Vote, UserError> {
    let words = lowered(typed);
    if let [word] = &words[..]
        && word == ABSTAIN
        && exact(poll, ABSTAIN).is_none()
    {
        return Ok(Vote::default());
    }
    if let Some(tapped) = words.first().and_then(|word| word.strip_prefix(TAP))
        && changes_the_ballot(poll.kind)
    {
        let option = tapped_option(poll, tapped, &words[1..])?;
        return Ok(tap::tapped(poll, before.unwrap_or_default(), option).into());
    }
    match poll.kind {
        PollKind::Single | PollKind::Approval => chosen(poll, &words).map(Vote::from),
        PollKind::Ranked => ranks::ranked(poll, typed).map(Vote::from),
        PollKind::Score | PollKind::Star => figures::points(poll, typed).map(Vote::from),
        PollKind::Availability => figures::answers(poll, typed).map(Vote::from),
        PollKind::Consent => position::position(poll, typed),
    }
}

fn lowered(typed: &[String]) -> Vec<String> {
    let words = typed.iter().flat_map(|typed| words_of(typed).map(str::to_lowercase));
    words.collect()
}

fn chosen(poll: &Poll, words: &[String]) -> Result<Vec<u32>, UserError> {
    let mut chosen = named_in(poll, words)?;
    chosen.sort_unstable();
    chosen.dedup();
    if poll.kind == PollKind::Single && chosen.len() > 1 {
        return Err(one_only(poll, &chosen));
    }
    Ok(chosen)
}

/// The only option of a tap: `+#2`, `+main library`.
fn tapped_option(poll: &Poll, first: &str, rest: &[String]) -> Result<u32, UserError> {
    let words: Vec<String> = [first.to_owned()].into_iter().chain(rest.iter().cloned()).collect();
    match named_in(poll, &words)?[..] {
        [option] => Ok(option),
        ref several => Err(one_only(poll, several)),
    }
}

fn one_only(poll: &Poll, chosen: &[u32]) -> UserError {
    let named = chosen.iter().map(|number| Arg::User(poll.option(*number).to_owned()));
    let error = UserError::new(phrase!(
        "poll-choice-one",
        poll = word poll.reference(),
        options = list named.collect(),
    ));
    chosen
        .iter()
        .fold(error, |error, number| error.type_next(to_vote(poll, *number)))
}

/// The command that votes for an option, as people would type it.
pub(crate) fn to_vote(poll: &Poll, number: u32) -> String {
    let option = folded(poll.option(number));
    let vote = match poll.kind {
        PollKind::Single | PollKind::Approval | PollKind::Consent => option,
        PollKind::Ranked => {
            let other = if number == 1 { 2 } else { 1 };
            format!("{option} > {}", folded(poll.option(other)))
        }
        PollKind::Score | PollKind::Star => format!("{option}=5"),
        PollKind::Availability => format!("{option}=yes"),
    };
    format!("poll vote {} {vote}", poll.reference())
}

/// The command that abstains; `None` where an option is called so.
pub(super) fn to_abstain(poll: &Poll) -> Option<String> {
    let is_free = exact(poll, ABSTAIN).is_none();
    is_free.then(|| format!("poll vote {} {ABSTAIN}", poll.reference()))
}

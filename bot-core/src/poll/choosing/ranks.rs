//! An order of preference: `b > a > c`, or the options one after the other.

use super::naming::{named_in, only};
use super::{lowered, to_vote};
use crate::error::UserError;
use crate::phrase;
use crate::poll::Poll;

/// The options in the order in which they are named, each once; those that are left out are below all others.
pub(super) fn ranked(poll: &Poll, typed: &[String]) -> Result<Vec<u32>, UserError> {
    let all = typed.join(" ");
    let order = if all.contains('>') {
        let named = all.split('>').map(|option| one(poll, option));
        named.collect::<Result<_, _>>()?
    } else {
        named_in(poll, &lowered(typed))?
    };
    match twice(&order) {
        Some(option) => Err(named_twice(poll, option)),
        None => Ok(order),
    }
}

/// The one option between two signs.
fn one(poll: &Poll, typed: &str) -> Result<u32, UserError> {
    only(poll, typed)?.ok_or_else(|| {
        let refusal = phrase!("poll-rank-one", poll = word poll.reference(), typed = user typed.trim());
        UserError::new(refusal).type_next(to_vote(poll, 1))
    })
}

/// The first option that is named again.
fn twice(order: &[u32]) -> Option<u32> {
    let named_before = |(at, option): (usize, &u32)| order[..at].contains(option).then_some(*option);
    order.iter().enumerate().find_map(named_before)
}

fn named_twice(poll: &Poll, option: u32) -> UserError {
    UserError::new(phrase!("poll-rank-twice", option = user poll.option(option))).type_next(to_vote(poll, 1))
}

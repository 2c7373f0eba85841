//! Counting: pure functions of the ballots, in whole numbers, the same whatever order the ballots come in.
//!
//! - [`single`]: one choice a ballot, the most votes win
//! - [`approval`]: any number of choices a ballot, the most approvals win
//! - [`score`]: points for each option, the most points win
//! - [`star`]: the two with the most points in a run-off
//! - [`availability`]: the most yes, then the fewest no, then the earliest
//! - [`consent`]: passed unless somebody blocks
//! - [`schulze`] and [`ranked_pairs`]: every option against every other
//!
//! To add a method: a file here, a [`PollKind`](super::PollKind) or a [`Method`](super::terms::Method), and its arm in
//! [`result`](super::result).
//!
//! What the methods with more than one number to tell have in common:
//!
//! - [`count`]: exact numbers of votes
//! - [`outcome`]: winners, the table of stages, ties
//! - [`tie`]: what breaks a tie: an earlier stage, the public seed, or nothing
//! - [`ranked`]: ballots that rank the options; [`paper`]: what their marks mean
//! - `pile`, `sheet`: papers and result sheet of the methods that count by stages; `prefixes`: papers by Meek's rule
//! - [`choices`]: ballots that choose options without an order
//! - [`pairwise`]: how many prefer each option to each other one; `square`: a figure for each two
//! - `highest`: seats for the highest sums; `places`: who is first, who is next
//! - [`mod@file`]: ballots from files
//! - [`disagreement`]: where methods disagree on the same ranked ballots
//! - [`report`]: a count as text
//!
//! By stages count:
//!
//! - [`irv`]: instant run-off
//! - [`stv`]: single transferable vote, by the Scottish rule and near ones
//! - [`meek`]: single transferable vote by Meek's rule

pub mod approval;
pub mod availability;
#[cfg(test)]
mod by_stages;
pub mod choices;
pub mod consent;
pub mod count;
pub mod disagreement;
pub mod file;
mod highest;
pub mod irv;
pub mod meek;
pub mod outcome;
pub mod pairwise;
pub mod paper;
mod pile;
mod places;
mod prefixes;
pub mod ranked;
pub mod ranked_pairs;
pub mod report;
pub mod schulze;
pub mod score;
mod sheet;
pub mod single;
mod square;
pub mod star;
pub mod stv;
pub mod tie;

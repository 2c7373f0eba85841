//! The poll and its rules.
//!
//! - here: the poll, whether it is open, and how it ends
//! - [`draft`]: what a new poll must be like, and when it closes; `fitting`: which terms go with which kind; `electorate`: who
//!   may vote
//! - [`terms`]: what it goes by besides its kind
//! - [`ballot`]: what somebody chose; `choosing`: how their words name the options
//! - [`tally`](mod@tally): the methods of counting; [`result`]: what a poll's ballots come to; `standing`: the same of what
//!   the store holds
//! - [`recount`]: the ballots as files, and the command that counts them again
//! - [`secret`]: ballots that nobody can link to their voter once the poll closed
//! - [`command`], [`desk`], [`card`], [`due`]: what people type, what it does, what they see, what falls due
//! - [`undo`]: how an act is taken back
//! - [`picture`](mod@picture): the poll as it is drawn
//! - `leaving`: whose ballots are withdrawn since they go

pub mod ballot;
pub mod card;
mod choosing;
pub mod command;
pub mod desk;
pub mod draft;
pub mod due;
mod electorate;
mod fitting;
pub(crate) mod leaving;
pub mod recount;

//! The tallies held against what every count must keep to.
//!
//! - [`textbook`]: examples with known answers; [`star`]: the rare branches of STAR
//! - [`ballots`]: ballots by chance
//! - [`fairness`]: nobody is treated differently for who they are or when they came
//! - [`files`]: what is written into a file is read from it
//! - [`by_hand`]: the rules counted again in the plainest way there is

mod ballots;
mod by_hand;
mod fairness;
mod files;
mod star;
mod textbook;

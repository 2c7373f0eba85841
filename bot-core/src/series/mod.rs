//! What repeats: the dates of a series, and which of them an act means.
//!
//! - [`Dates`]: a rule, its first wall clock and zone, and what is left out of it
//! - [`Scope`]: one date, this and later ones, or all: the option `dates:`
//! - [`Course`]: a series of which one date at a time is in hand, as of reminders and tasks
//! - [`card`]: the dates as a card shows them, and the question which dates are meant
//!
//! A domain whose things repeat keeps its own series (what each date is made of) around these.

pub mod card;
pub mod course;
mod dates;
mod scope;
#[cfg(test)]
mod tests;

pub use course::Course;
pub use dates::Dates;
pub use scope::Scope;

//! What the desk holds, as JSON that people can read and other programs too: instants in RFC 3339 UTC, names and not
//! ids, always in the same order.
//!
//! - [`group()`]: a group's whole desk, for its organizers (`group export`) and for whoever runs the bot
//! - [`person()`]: everything that is held on one person, for themselves (`me export`)
//! - `entries`: a shift, a task, a reminder, a poll, a broadcast as a document shows them
//! - [`Bound`], `kept`: how much goes into a document, and what is said of the rest
//! - `names`: from ids to names
//! - `json`: the text
//!
//! Account ids of others, personal reminders and secret ballots are in no group's document.

mod entries;
mod group;
mod json;
mod kept;
mod names;
mod person;
#[cfg(test)]
mod tests;

pub use group::group;
pub use kept::Bound;
pub use person::person;

/// A document and what to call its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// What the file is called.
    pub name: String,
    /// JSON in UTF-8, on many lines.
    pub text: String,
    /// Whether something was left out for its size.
    pub is_cut: bool,
}

//! What makes a missing, misfit or forgotten sentence impossible.
//!
//! - `files`: the messages as Fluent's own parser reads them
//! - `source`: the sentences that the code asks for
//! - `agreement`: the tests that hold the two, and the languages, against each other
//! - `weaving`: arguments keep what they are

mod agreement;
mod files;
mod source;
mod weaving;

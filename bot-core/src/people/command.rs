//! The commands of this domain, as data.

use crate::catalogue::CommandSpec;

/// A command of this domain.
#[derive(Debug, Clone, PartialEq)]
pub enum PeopleCommand {}

/// The commands, in the order of help.
pub const SPECS: &[CommandSpec] = &[];

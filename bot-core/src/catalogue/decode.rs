//! From what was typed to a command with typed arguments. Only this may reject, so that the wording is the same on
//! every surface.

use std::collections::HashMap;

use super::{Command, CommandSpec, RawInvocation, Value};
use crate::error::UserError;
use crate::phrase;
use crate::time::Frame;

/// Decoded arguments by name. The getters give `None` for an argument that was not given.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Args(pub HashMap<&'static str, Value>);

/// The command that the words name; a near miss is answered with "did you mean".
pub fn find(_raw: &RawInvocation) -> Result<&'static CommandSpec, UserError> {
    Err(UserError::new(phrase!("command-unknown")))
}

/// The command with its typed arguments.
pub fn decode(spec: &'static CommandSpec, _raw: &RawInvocation, _frame: &Frame) -> Result<Command, UserError> {
    (spec.build)(Args::default())
}

/// The nearest of the candidates by edit distance, if one is near enough to be meant.
pub fn nearest<'a>(_wanted: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    candidates.into_iter().next()
}

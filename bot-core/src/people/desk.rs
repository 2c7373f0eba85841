//! The use cases of this domain: load, decide, save.

use super::command::PeopleCommand;
use crate::desk::{Answer, Desk};
use crate::error::Outcome;

/// Carries out a command.
pub async fn run(_desk: &mut Desk<'_>, command: PeopleCommand) -> Outcome<Answer> {
    match command {}
}

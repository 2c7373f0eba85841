//! `help [topic]`.

use crate::catalogue::CommandSpec;
use crate::desk::{Answer, Desk};
use crate::error::Outcome;

/// `help`
#[derive(Debug, Clone, PartialEq)]
pub struct HelpCommand {
    /// A command or an area.
    pub topic: Option<String>,
}

/// The command.
pub const SPECS: &[CommandSpec] = &[];

/// Carries it out.
pub async fn run(_desk: &mut Desk<'_>, _command: HelpCommand) -> Outcome<Answer> {
    Err(crate::error::Fault::Invariant("help is not in the catalogue yet").into())
}

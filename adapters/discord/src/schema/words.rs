//! Which words a command goes by in Discord: its own, but for one that others go on from.

use muster_core::catalogue::{CommandSpec, specs};

/// What a command that others go on from goes by, if it shows something: `/me show`.
const SHOW: &str = "show";
/// And if it takes something: `/broadcast new`.
const NEW: &str = "new";

/// The words by which a command is called.
pub fn of(spec: &CommandSpec) -> Vec<&'static str> {
    let mut words: Vec<_> = spec.words().collect();
    if is_gone_on_from(spec) {
        words.push(if spec.args.is_empty() { SHOW } else { NEW });
    }
    words
}

/// The command that is called by these words.
pub fn named(words: &[&str]) -> Option<&'static CommandSpec> {
    specs().find(|spec| of(spec) == words)
}

/// Whether the words of other commands begin with all of this one's.
fn is_gone_on_from(spec: &CommandSpec) -> bool {
    specs().any(|other| {
        let rest = other.path.strip_prefix(spec.path);
        rest.is_some_and(|rest| rest.starts_with(' '))
    })
}

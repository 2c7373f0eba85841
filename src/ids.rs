//! The bot's source of ids and secrets: the operating system.

use muster_core::ids::IdSource;

/// Random bytes from the operating system.
#[derive(Debug, Clone, Copy, Default)]
pub struct OsRandom;

impl IdSource for OsRandom {
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place where the bot draws random bytes"
    )]
    #[expect(
        clippy::expect_used,
        reason = "without randomness there are no safe ids; nothing can go on"
    )]
    fn fill(&self, bytes: &mut [u8]) {
        getrandom::fill(bytes).expect("the operating system gives random bytes");
    }
}

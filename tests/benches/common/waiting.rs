//! Waiting.

use std::time::{Duration, Instant};

/// Waits that long.
pub(crate) fn wait(length: Duration) {
    let until = Instant::now() + length;
    // A thread may be woken for no reason.
    while let Some(rest) = until
        .checked_duration_since(Instant::now())
        .filter(|rest| !rest.is_zero())
    {
        std::thread::park_timeout(rest);
    }
}

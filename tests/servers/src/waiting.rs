//! Waiting for what must come about, without sleeping for it.

use std::time::Duration;

use tokio::sync::watch;

/// How long a test waits for something that must come: long enough for the slowest machine.
pub(crate) const PATIENCE: Duration = Duration::from_mins(1);

/// Looks after each change until something is found. Panics, naming what it waited for and what there is to see, if that does
/// not come about.
pub(crate) async fn found<T>(
    changed: &watch::Sender<()>,
    what: &str,
    find: impl Fn() -> Option<T>,
    summary: impl FnOnce() -> String,
) -> T {
    let mut changed = changed.subscribe();
    let found = async {
        loop {
            changed.mark_unchanged();
            if let Some(found) = find() {
                return found;
            }
            changed.changed().await.expect("whoever changes it is here");
        }
    };
    let found = tokio::time::timeout(PATIENCE, found).await;
    found.unwrap_or_else(|_| panic!("waited {PATIENCE:?} in vain until {what}; {}", summary()))
}

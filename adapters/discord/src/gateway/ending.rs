//! The end of connections in due form, when nothing is to be received any more.

use std::time::Duration;

use tokio::sync::watch;
use tokio::time::timeout;

/// How long that may take.
const PATIENCE: Duration = Duration::from_secs(1);

/// The connections that are open, and whether they are to end.
#[derive(Debug, Default)]
pub(crate) struct Ending {
    wanted: watch::Sender<bool>,
    open: watch::Sender<usize>,
}

/// An open connection.
#[derive(Debug)]
pub(super) struct Open<'a>(&'a Ending);

impl Drop for Open<'_> {
    fn drop(&mut self) {
        self.0.open.send_modify(|open| *open -= 1);
    }
}

impl Ending {
    /// Ends every connection, and none is made after that.
    pub(crate) async fn end(&self) {
        self.wanted.send_replace(true);
        let mut open = self.open.subscribe();
        // Whoever hears nothing is not waited for.
        let _ = timeout(PATIENCE, open.wait_for(|open| *open == 0)).await;
    }

    /// One more connection.
    pub(super) fn opened(&self) -> Open<'_> {
        self.open.send_modify(|open| *open += 1);
        Open(self)
    }

    /// Waits until connections are to end.
    pub(super) async fn wanted(&self) {
        let _ = self.wanted.subscribe().wait_for(|wanted| *wanted).await;
    }
}

//! Who is told that there may be something to do. A hint and no more: whoever misses one looks by themselves after a
//! while.

use tokio::sync::{Notify, watch};

/// The bell of one node.
#[derive(Debug, Default)]
pub(super) struct Wake {
    /// Counts the hints.
    rung: watch::Sender<u64>,
    /// Counts those of other nodes.
    heard: watch::Sender<u64>,
    /// There is something that other nodes should hear of.
    spread: Notify,
}

impl Wake {
    /// A command or due work was committed: wakes the parts of this node, and has the others told.
    pub(super) fn everyone(&self) {
        count(&self.rung);
        self.spread.notify_one();
    }

    /// Wakes the parts of this node alone.
    pub(super) fn this_node(&self) {
        count(&self.rung);
    }

    /// Something was heard from another node.
    pub(super) fn heard(&self) {
        count(&self.rung);
        count(&self.heard);
    }

    /// An ear for every hint.
    pub(super) fn ear(&self) -> watch::Receiver<u64> {
        self.rung.subscribe()
    }

    /// An ear for those of other nodes.
    pub(super) fn ear_for_others(&self) -> watch::Receiver<u64> {
        self.heard.subscribe()
    }

    /// Waits until the other nodes should be told something.
    pub(super) async fn to_be_spread(&self) {
        self.spread.notified().await;
    }
}

fn count(hints: &watch::Sender<u64>) {
    hints.send_modify(|hints| *hints = hints.wrapping_add(1));
}

//! What the socket, the webhook and the test share.

use super::world::State;
use crate::shared::Stateful;

pub(super) use crate::shared::pause;

/// All of it.
pub(super) type Shared = crate::shared::Shared<State>;

impl Stateful for State {
    fn take_news(&mut self) -> bool {
        std::mem::take(&mut self.queue.news)
    }

    fn takes_connections(&self) -> bool {
        self.open
    }
}

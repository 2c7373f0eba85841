//! Events on their way to the bot: pushed as they happen, or fetched.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use tokio::io::AsyncBufReadExt as _;
use tokio::sync::watch;
use tokio::time::timeout;

use super::connection::{Connection, pause};
use crate::profile::Profile;
use crate::wire::{Event, Reply};

/// How long whoever wants to be told of events waits until the one before is gone: of a process that was just killed
/// the connection may still be there.
const HAND_OVER: Duration = Duration::from_millis(50);

impl Connection {
    /// Tells of events as they happen, until the connection ends or somebody else listens.
    pub(super) async fn push(&mut self) -> io::Result<()> {
        let mut changed = self.shared.changed.subscribe();
        if !self.shared.state().pushes() {
            return self.write(&bad("this platform pushes no events")).await;
        }
        self.change(|state| state.listens(self.number));
        loop {
            changed.mark_unchanged();
            let Some((events, next)) = self.pushed() else {
                return Ok(());
            };
            if events.is_empty() {
                self.until_changed(&mut changed).await?;
            } else {
                self.shared.changed.send_replace(());
                self.watch_the_clock(&events);
                self.write(&Reply::Events { events, next }).await?;
            }
        }
    }

    /// The next events, which are gone with that; none where the connection is not listened to any more.
    fn pushed(&self) -> Option<(Vec<Event>, u64)> {
        let mut state = self.state().filter(|state| state.listening.contains(&self.number))?;
        let (events, next) = state.tell();
        state.acknowledge(next);
        Some((events, next))
    }

    /// Whoever has no first answer in time is told that the bot did not respond.
    fn watch_the_clock(&self, events: &[Event]) {
        let within = self.shared.state().options.respond_within;
        for event in events {
            let (shared, event) = (Arc::clone(&self.shared), event.event.clone());
            tokio::spawn(async move {
                pause(within).await;
                shared.change(|state| state.has_waited(&event));
            });
        }
    }

    /// The next events once there are some; none where the connection ended.
    pub(super) async fn poll(&mut self, acknowledged: Option<u64>) -> io::Result<Option<Reply>> {
        let mut changed = self.shared.changed.subscribe();
        if self.shared.state().pushes() {
            return Ok(Some(bad("this platform pushes its events")));
        }
        if !self.has_its_turn(&mut changed).await {
            self.shared.change(|state| state.seen.conflicts += 1);
            return Ok(Some(Reply::Conflict));
        }
        self.change(|state| {
            state.fetches(self.number);
            state.acknowledge(acknowledged.unwrap_or_default());
        });
        loop {
            changed.mark_unchanged();
            let Some((events, next)) = self.state().map(|mut state| state.tell()) else {
                return Ok(None);
            };
            if !events.is_empty() {
                self.shared.changed.send_replace(());
                return Ok(Some(Reply::Events { events, next }));
            }
            self.until_changed(&mut changed).await?;
        }
    }

    /// Whether nobody else is being told of events, where only one may be.
    async fn has_its_turn(&self, changed: &mut watch::Receiver<()>) -> bool {
        let free = || {
            let state = self.shared.state();
            let only_one = state.options.profile == Profile::NoIdempotency;
            !only_one || state.listening.iter().all(|number| *number == self.number)
        };
        let freed = changed.wait_for(|()| free());
        matches!(timeout(HAND_OVER, freed).await, Ok(Ok(_)))
    }

    /// Waits for a change; an error once the connection has ended.
    async fn until_changed(&mut self, changed: &mut watch::Receiver<()>) -> io::Result<()> {
        tokio::select! {
            _ = changed.changed() => Ok(()),
            // Nothing more is asked for on this connection before there is an answer.
            _ = self.stream.fill_buf() => Err(io::ErrorKind::UnexpectedEof.into()),
        }
    }
}

fn bad(why: &str) -> Reply {
    Reply::BadRequest(why.to_owned())
}

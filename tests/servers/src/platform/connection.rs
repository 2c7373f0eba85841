//! The platform's side of the connections.

use std::io;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{UnixListener, UnixStream};
use tokio::sync::watch;
use tokio::time::timeout;

use super::faults::Fault;
use super::state::{State, too_many};
use crate::profile::Profile;
use crate::wire::{Event, Reply, Request};

/// How long whoever wants to be told of events waits until the one before is gone: of a process that was just killed
/// the connection may still be there.
const HAND_OVER: Duration = Duration::from_millis(50);

/// What all connections share.
#[derive(Debug)]
pub(super) struct Shared {
    state: Mutex<State>,
    /// Marked after every change.
    pub(super) changed: watch::Sender<()>,
    /// Marked to cut every connection.
    pub(super) cut: watch::Sender<()>,
}

impl Shared {
    pub(super) fn new(state: State) -> Self {
        Self {
            state: Mutex::new(state),
            changed: watch::Sender::new(()),
            cut: watch::Sender::new(()),
        }
    }

    pub(super) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Changes something, and wakes whoever waits for a change.
    pub(super) fn change<T>(&self, change: impl FnOnce(&mut State) -> T) -> T {
        let outcome = change(&mut self.state());
        self.changed.send_replace(());
        outcome
    }
}

/// Takes connections until it is aborted.
pub(super) async fn take_all(shared: Arc<Shared>, listener: UnixListener) {
    for number in 0.. {
        // An error here is of the one connection that was to be taken.
        if let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(Connection::new(number, Arc::clone(&shared), stream).live());
        }
    }
}

struct Connection {
    number: u64,
    shared: Arc<Shared>,
    stream: BufReader<UnixStream>,
    cut: watch::Receiver<()>,
    /// How many times all connections were cut before; more say that this one was.
    cuts: u64,
}

impl Connection {
    fn new(number: u64, shared: Arc<Shared>, stream: UnixStream) -> Self {
        let cut = shared.cut.subscribe();
        let cuts = shared.state().cuts;
        Self {
            number,
            shared,
            stream: BufReader::new(stream),
            cut,
            cuts,
        }
    }

    async fn live(mut self) {
        let mut cut = self.cut.clone();
        tokio::select! {
            biased;
            _ = cut.changed() => {}
            // The other side sees that it ended.
            _ = self.serve() => {}
        }
        self.shared.change(|state| state.hung_up(self.number));
    }

    /// The state, unless the connection was cut: what is not carried out by then never is.
    fn state(&self) -> Option<MutexGuard<'_, State>> {
        let state = self.shared.state();
        (state.open && state.cuts == self.cuts).then_some(state)
    }

    /// Changes something, unless the connection was cut.
    fn change<T>(&self, change: impl FnOnce(&mut State) -> T) -> Option<T> {
        let outcome = change(&mut *self.state()?);
        self.shared.changed.send_replace(());
        Some(outcome)
    }

    /// Serves until the connection ends, or a fault ends it.
    async fn serve(&mut self) -> io::Result<()> {
        while let Some(request) = self.read().await? {
            let reply = match request {
                Request::Listen => return self.push().await,
                Request::Poll { acknowledged } => self.poll(acknowledged).await?,
                request => self.carry_out(request).await,
            };
            match reply {
                Some(reply) => self.write(&reply).await?,
                None => return Ok(()),
            }
        }
        Ok(())
    }

    async fn read(&mut self) -> io::Result<Option<Request>> {
        let mut line = Vec::new();
        self.stream.read_until(b'\n', &mut line).await?;
        // A line without an end was cut off, and is no request.
        match line.last() {
            Some(b'\n') => Ok(Some(serde_json::from_slice(&line)?)),
            _ => Ok(None),
        }
    }

    async fn write(&mut self, reply: &Reply) -> io::Result<()> {
        let mut line = serde_json::to_vec(reply)?;
        line.push(b'\n');
        self.stream.write_all(&line).await
    }

    /// The answer; none where the connection is cut.
    async fn carry_out(&self, request: Request) -> Option<Reply> {
        let fault = self.change(|state| state.strike(&request))?;
        let act = |request| self.change(|state| state.act(request));
        match fault {
            None => act(request),
            Some(Fault::Refuse(refusal)) => Some(Reply::Refused(refusal)),
            Some(Fault::TooMany { scope, retry_after }) => Some(too_many(scope, retry_after)),
            Some(Fault::Unavailable) => Some(Reply::Unavailable),
            Some(Fault::DropBefore) => None,
            Some(Fault::DropAfter) => {
                act(request);
                None
            }
            Some(Fault::Delay(length)) => {
                pause(length).await;
                act(request)
            }
            Some(Fault::AnswerLate(length)) => {
                let reply = act(request);
                pause(length).await;
                reply
            }
        }
    }

    /// Tells of events as they happen, until the connection ends or somebody else listens.
    async fn push(&mut self) -> io::Result<()> {
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
    async fn poll(&mut self, acknowledged: Option<u64>) -> io::Result<Option<Reply>> {
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

#[expect(
    clippy::disallowed_methods,
    reason = "a platform's deadlines and delays are its own, not the bot's"
)]
async fn pause(length: Duration) {
    tokio::time::sleep(length).await;
}

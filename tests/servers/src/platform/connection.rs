//! The platform's side of the connections.

use std::io;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{UnixListener, UnixStream};
use tokio::sync::watch;

use super::faults::Fault;
use super::state::{State, too_many};
use crate::wire::{Reply, Request};

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

pub(super) struct Connection {
    pub(super) number: u64,
    pub(super) shared: Arc<Shared>,
    pub(super) stream: BufReader<UnixStream>,
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
    pub(super) fn state(&self) -> Option<MutexGuard<'_, State>> {
        let state = self.shared.state();
        (state.open && state.cuts == self.cuts).then_some(state)
    }

    /// Changes something, unless the connection was cut.
    pub(super) fn change<T>(&self, change: impl FnOnce(&mut State) -> T) -> Option<T> {
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

    pub(super) async fn write(&mut self, reply: &Reply) -> io::Result<()> {
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
}

#[expect(
    clippy::disallowed_methods,
    reason = "a platform's deadlines and delays are its own, not the bot's"
)]
pub(super) async fn pause(length: Duration) {
    tokio::time::sleep(length).await;
}

//! Connections to the server, each with one request at a time.

use std::io;
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::UnixStream;
use tokio::sync::Semaphore;
use tokio::time::timeout;

use crate::wire::{Reply, Request};

/// The most connections at once, one file descriptor each.
const AT_ONCE: usize = 256;

/// Why a request has no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Failure {
    /// The server certainly did not get it.
    NotSent,
    /// The server may have got it.
    CutOff,
}

/// One connection.
#[derive(Debug)]
pub(super) struct Line(BufReader<UnixStream>);

impl Line {
    pub(super) async fn write(&mut self, request: &Request) -> io::Result<()> {
        let mut line = serde_json::to_vec(request)?;
        line.push(b'\n');
        self.0.write_all(&line).await
    }

    pub(super) async fn read(&mut self) -> io::Result<Reply> {
        let mut line = Vec::new();
        self.0.read_until(b'\n', &mut line).await?;
        match line.last() {
            Some(b'\n') => Ok(serde_json::from_slice(&line)?),
            _ => Err(io::ErrorKind::UnexpectedEof.into()),
        }
    }
}

/// All connections to one server.
#[derive(Debug)]
pub(super) struct Lines {
    socket: PathBuf,
    patience: Duration,
    idle: Mutex<Vec<Line>>,
    free: Semaphore,
}

impl Lines {
    pub(super) const fn new(socket: PathBuf, patience: Duration) -> Self {
        Self {
            socket,
            patience,
            idle: Mutex::new(Vec::new()),
            free: Semaphore::const_new(AT_ONCE),
        }
    }

    /// A new connection.
    pub(super) async fn open(&self) -> io::Result<Line> {
        Ok(Line(BufReader::new(UnixStream::connect(&self.socket).await?)))
    }

    /// Makes the request once.
    pub(super) async fn ask(&self, request: &Request) -> Result<Reply, Failure> {
        // It is never closed.
        let _permit = self.free.acquire().await.map_err(|_| Failure::NotSent)?;
        let mut line = self.send(request).await.map_err(|_| Failure::NotSent)?;
        match timeout(self.patience, line.read()).await {
            Ok(Ok(reply)) => {
                self.idle().push(line);
                Ok(reply)
            }
            Ok(Err(_)) | Err(_) => Err(Failure::CutOff),
        }
    }

    /// Writes the request to a connection. A write that fails left out the end of the line at least, without which the
    /// server takes nothing; so after a connection that was lost while it was idle the next one may be tried.
    async fn send(&self, request: &Request) -> io::Result<Line> {
        loop {
            let idle = self.idle().pop();
            let Some(mut line) = idle else { break };
            if line.write(request).await.is_ok() {
                return Ok(line);
            }
        }
        let mut line = self.open().await?;
        line.write(request).await?;
        Ok(line)
    }

    fn idle(&self) -> MutexGuard<'_, Vec<Line>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

//! A port: its connections, how many and how long, and their end.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};
use tokio::time::timeout;

use super::bounds::{self, Bounds};
use crate::config::Listen;

/// How long to wait when the machine has no connections left to give.
const BREATH: Duration = Duration::from_millis(500);

/// A port that is taken, and not yet served.
#[derive(Debug)]
pub struct Listener {
    socket: TcpListener,
    address: SocketAddr,
    bounds: Bounds,
}

/// A port cannot be taken.
#[derive(Debug, thiserror::Error)]
#[error("{}: cannot listen at {}: {error}", .listen.place, .listen.address)]
pub struct CannotListen {
    listen: Listen,
    error: io::Error,
}

impl Listener {
    /// Takes the port. Whoever connects from now on waits until it is served.
    pub async fn bind(listen: &Listen, bounds: Bounds) -> Result<Self, CannotListen> {
        let taken = async {
            let socket = TcpListener::bind(listen.address).await?;
            let address = socket.local_addr()?;
            Ok((socket, address))
        };
        match taken.await {
            Ok((socket, address)) => Ok(Self {
                socket,
                address,
                bounds,
            }),
            Err(error) => Err(CannotListen {
                listen: listen.clone(),
                error,
            }),
        }
    }

    /// Where it listens: with port 0 configured, the port that was free.
    pub const fn address(&self) -> SocketAddr {
        self.address
    }

    /// Serves the routes until `end` comes. Then nobody new is let in, what is under way is finished as far as the
    /// bounds allow, and it returns.
    pub async fn serve(self, routes: Router, end: impl Future<Output = ()> + Send) {
        let Self { socket, bounds, .. } = self;
        let routes = bounds::keep(routes, bounds);
        let seats = Arc::new(Semaphore::new(bounds.connections as usize));
        let (ended, ending) = watch::channel(());
        tokio::select! {
            () = end => {}
            () = async {
                while let Ok(seat) = seats.clone().acquire_owned().await {
                    let stream = next_connection(&socket).await;
                    tokio::spawn(converse(stream, routes.clone(), bounds, ending.clone(), seat));
                }
            } => {}
        }
        drop((socket, ended));
        // All seats are free once the last connection has ended.
        let _ = seats.acquire_many(bounds.connections).await;
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "the machine's own limits pass with time; no clock knows when"
)]
async fn next_connection(socket: &TcpListener) -> TcpStream {
    loop {
        match socket.accept().await {
            Ok((stream, _)) => return stream,
            // Whoever came has gone again.
            Err(error) if is_the_others(&error) => {}
            Err(error) => {
                tracing::warn!(%error, "no connection can be taken at the moment");
                tokio::time::sleep(BREATH).await;
            }
        }
    }
}

fn is_the_others(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::ConnectionRefused | io::ErrorKind::ConnectionAborted | io::ErrorKind::ConnectionReset
    )
}

/// One connection to its end: its own, the listener's (`ending` says so by being dropped), or the end of its time.
async fn converse(
    stream: TcpStream,
    routes: Router,
    bounds: Bounds,
    mut ending: watch::Receiver<()>,
    seat: OwnedSemaphorePermit,
) {
    let mut connection = std::pin::pin!(
        http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(bounds.head)
            .max_buf_size(bounds.head_bytes)
            .serve_connection(TokioIo::new(stream), TowerToHyperService::new(routes))
    );
    let by_itself = async {
        tokio::select! {
            // What went wrong is between the two sides; nothing of it is logged.
            _ = connection.as_mut() => true,
            _ = ending.changed() => false,
        }
    };
    if !timeout(bounds.connection, by_itself).await.unwrap_or(false) {
        connection.as_mut().graceful_shutdown();
        let _ = timeout(bounds.grace, connection).await;
    }
    drop(seat);
}

//! The listeners on real sockets.
//!
//! - `bounds`: time, size and number
//! - `ending`: a regular end
//! - `routes`: what the two listeners say
//! - here: a server for a test, and a client that says no more than it is told to

mod bounds;
mod ending;
mod routes;

use std::net::SocketAddr;
use std::time::Duration;

use axum::Router;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use super::{Bounds, Listener};
use crate::config::Listen;

/// A listener that serves until it is told to end.
struct Serving {
    address: SocketAddr,
    end: oneshot::Sender<()>,
    served: JoinHandle<()>,
}

async fn serve(routes: Router, bounds: Bounds) -> Serving {
    let listener = Listener::bind(&anywhere(), bounds).await.unwrap();
    let address = listener.address();
    let (end, ended) = oneshot::channel();
    let served = tokio::spawn(listener.serve(routes, async { ended.await.unwrap() }));
    Serving { address, end, served }
}

/// The address of a listener that serves as long as the test lasts.
async fn serve_on(routes: Router, bounds: Bounds) -> SocketAddr {
    let listener = Listener::bind(&anywhere(), bounds).await.unwrap();
    let address = listener.address();
    tokio::spawn(listener.serve(routes, std::future::pending()));
    address
}

fn anywhere() -> Listen {
    Listen {
        address: "127.0.0.1:0".parse().unwrap(),
        place: "MUSTER_ADMIN_LISTEN".to_owned(),
    }
}

/// So short that a test can wait for it, so long that a busy machine does not mistake it.
const SHORT: Duration = Duration::from_millis(100);

/// An answer, as it came.
struct Answer {
    status: u16,
    head: String,
    body: String,
}

impl Answer {
    fn read(text: &str) -> Self {
        let (head, body) = text.split_once("\r\n\r\n").expect("a whole answer");
        let status = head.strip_prefix("HTTP/1.1 ").unwrap()[..3].parse().unwrap();
        Self {
            status,
            head: head.to_lowercase(),
            body: body.to_owned(),
        }
    }

    fn header(&self, name: &str) -> Option<&str> {
        let mut lines = self.head.lines();
        lines.find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
    }
}

async fn connect(address: SocketAddr) -> TcpStream {
    TcpStream::connect(address).await.unwrap()
}

async fn say(stream: &mut TcpStream, text: &str) {
    stream.write_all(text.as_bytes()).await.unwrap();
}

/// What comes until the other side closes.
async fn everything(stream: &mut TcpStream) -> String {
    let mut bytes = Vec::new();
    let mut buffer = [0; 4096];
    // A side that closes with something unread resets.
    while let Ok(read @ 1..) = stream.read(&mut buffer).await {
        bytes.extend_from_slice(&buffer[..read]);
    }
    String::from_utf8(bytes).unwrap()
}

/// Asks for a path on a connection of its own.
async fn get(address: SocketAddr, path: &str) -> Answer {
    ask(
        address,
        &format!("GET {path} HTTP/1.1\r\nHost: desk\r\nConnection: close\r\n\r\n"),
    )
    .await
}

/// Says that on a connection of its own.
async fn ask(address: SocketAddr, request: &str) -> Answer {
    let mut stream = connect(address).await;
    say(&mut stream, request).await;
    Answer::read(&everything(&mut stream).await)
}

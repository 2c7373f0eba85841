//! What the running binary tells of itself over HTTP.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::{Duration, Instant};

/// How long a test waits for what must come about.
const PATIENCE: Duration = Duration::from_mins(1);
/// How long it leaves the machine to others before it asks again.
const PAUSE: Duration = Duration::from_millis(10);

/// Status and body of a page.
pub fn get(address: SocketAddr, path: &str) -> (u16, String) {
    let mut stream = TcpStream::connect(address).unwrap();
    write!(stream, "GET {path} HTTP/1.1\r\nHost: desk\r\nConnection: close\r\n\r\n").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    (head.split(' ').nth(1).unwrap().parse().unwrap(), body.to_owned())
}

/// Asks for the figures until they say that.
pub fn wait_until(address: SocketAddr, what: &str, holds: impl Fn(&Told) -> bool) -> Told {
    let began = Instant::now();
    loop {
        let told = Told(get(address, "/metrics").1);
        if holds(&told) {
            return told;
        }
        assert!(
            began.elapsed() < PATIENCE,
            "waited {PATIENCE:?} in vain until {what}: {}",
            told.0
        );
        std::thread::park_timeout(PAUSE);
    }
}

/// The figures as they were at one moment.
#[derive(Debug)]
pub struct Told(pub String);

impl Told {
    /// The sample of that name, with its labels as they stand in the text.
    pub fn value(&self, sample: &str) -> u64 {
        let value = self.values(sample).next();
        value.unwrap_or_else(|| panic!("{sample} is not told: {}", self.0))
    }

    /// All samples whose name begins so.
    fn values<'a>(&'a self, name: &'a str) -> impl Iterator<Item = u64> + 'a {
        let samples = self.0.lines().filter(move |line| line.starts_with(name));
        samples.map(|line| line.rsplit_once(' ').unwrap().1.parse().unwrap())
    }

    /// Whether nothing waits: no event, no message, nothing that is due.
    pub fn is_quiet(&self) -> bool {
        let waiting = ["muster_inbox_waiting", "muster_outbox_waiting", "muster_due_waiting"];
        waiting.into_iter().all(|name| self.values(name).sum::<u64>() == 0)
    }
}

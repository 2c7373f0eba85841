//! The clock of a process that is tested: somebody outside holds it, and moves it over a Unix socket.
//!
//! The test listens, since it outlives the process. It sends an instant a line (RFC 3339, the present one first), and
//! each line comes back once the clock shows it.

use std::io;
use std::path::Path;
use std::sync::Arc;

use muster_core::clock::Instant;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::UnixStream;

use super::DeskClock;

/// A clock that stands wherever the other side of that socket sets it; by the time it is there it has been set once.
/// When the other side goes away it stands for good.
pub async fn follow(socket: &Path) -> io::Result<Arc<DeskClock>> {
    let mut stream = BufReader::new(UnixStream::connect(socket).await?);
    let clock = Arc::new(DeskClock::default());
    if !follow_once(&mut stream, &clock).await? {
        return Err(io::Error::new(io::ErrorKind::UnexpectedEof, "nobody told it the time"));
    }
    let followed = clock.clone();
    tokio::spawn(async move {
        loop {
            match follow_once(&mut stream, &followed).await {
                Ok(true) => {}
                Ok(false) => return,
                Err(error) => return tracing::warn!(%error, "the clock is not moved from outside any more"),
            }
        }
    });
    Ok(clock)
}

/// Sets the clock to the next instant that is sent, and says so; `false` when no more come.
async fn follow_once(stream: &mut BufReader<UnixStream>, clock: &DeskClock) -> io::Result<bool> {
    let mut line = String::new();
    if stream.read_line(&mut line).await? == 0 {
        return Ok(false);
    }
    let at: Instant = line.trim_end().parse().map_err(io::Error::other)?;
    clock.set(Some(at));
    stream.write_all(line.as_bytes()).await?;
    Ok(true)
}

#[cfg(test)]
mod tests {
    use muster_core::chrono::TimeDelta;
    use muster_core::clock::Clock;
    use muster_test_servers::clock::ClockControl;
    use tokio::runtime::Runtime;

    use super::*;
    use crate::clock::Timer;

    fn nine() -> Instant {
        "2026-12-01T09:00:00Z".parse().unwrap()
    }

    fn follow_by(runtime: &Runtime, control: &ClockControl) -> Arc<DeskClock> {
        let socket = control.address().strip_prefix("unix:").unwrap();
        runtime.block_on(follow(Path::new(socket))).unwrap()
    }

    #[test]
    fn every_process_stands_where_the_test_set_it_once_the_test_goes_on() {
        let runtime = Runtime::new().unwrap();
        let control = ClockControl::start(nine());
        control.set(nine() + TimeDelta::hours(1));
        let one = follow_by(&runtime, &control);
        let other = follow_by(&runtime, &control);
        assert_eq!(one.now(), nine() + TimeDelta::hours(1));
        for step in 1..100 {
            let at = nine() + TimeDelta::microseconds(step);
            control.set(at);
            assert_eq!((one.now(), other.now()), (at, at));
        }
    }

    #[test]
    fn whoever_waits_for_the_instant_is_woken() {
        let runtime = Runtime::new().unwrap();
        let control = ClockControl::start(nine());
        let timer = Timer::new(follow_by(&runtime, &control));
        let waiting = runtime.spawn(async move { timer.sleep_until(nine() + TimeDelta::days(1)).await });
        control.set(nine() + TimeDelta::days(1));
        runtime.block_on(waiting).unwrap();
    }

    #[test]
    fn a_process_that_is_gone_is_not_waited_for_and_the_next_one_is() {
        let control = ClockControl::start(nine());
        let first = Runtime::new().unwrap();
        follow_by(&first, &control);
        drop(first);
        control.set(nine() + TimeDelta::hours(1));
        let second = Runtime::new().unwrap();
        let clock = follow_by(&second, &control);
        assert_eq!(clock.now(), nine() + TimeDelta::hours(1));
        control.set(nine() + TimeDelta::hours(2));
        assert_eq!(clock.now(), nine() + TimeDelta::hours(2));
    }

    #[test]
    fn a_clock_whose_test_went_away_stands() {
        let runtime = Runtime::new().unwrap();
        let control = ClockControl::start(nine());
        let clock = follow_by(&runtime, &control);
        drop(control);
        assert_eq!(clock.now(), nine());
    }
}

//! The platform, and what its clock shows beside the machine's.

use std::time::{Duration, Instant};

use muster::clock::DeskClock;
use muster_core::chrono::TimeDelta;
use muster_core::clock::{self, Clock as _};
use muster_test_servers::platform::{Options, TestPlatform};
use muster_test_servers::profile::Profile;

use crate::waiting::wait;

/// A platform that knows no keys and has the tightest limits: 30 messages a second over all, one a second to a chat.
pub(crate) const PROFILE: Profile = Profile::NoIdempotency;
/// How many messages a second its account may send.
pub(crate) const LIMIT: u32 = 30;
/// How often it is looked what came.
const GLANCE: Duration = Duration::from_millis(5);

/// The account of the `n`th person with a private chat.
pub(crate) fn chat(n: usize) -> String {
    format!("p{n:06}")
}

/// A platform that counts strictly, with people on it.
pub(crate) struct Stage {
    pub(crate) platform: TestPlatform,
    /// When it started, by the clock that never goes back.
    started: Instant,
    /// The same by the clock of the desk.
    started_at: clock::Instant,
    /// How far off both may be at most.
    pub(crate) error: Duration,
}

impl Stage {
    /// One on which ana and so many others have a private chat with the bot.
    pub(crate) fn with(chats: usize) -> Self {
        let options = Options::new(PROFILE).real_rates().enforce(PROFILE.real_rates());
        let (before, before_at) = (Instant::now(), DeskClock::default().now());
        let platform = options.start();
        // It started somewhere in between.
        let error = before.elapsed() / 2;
        platform.administrator("ana");
        platform.start_private("ana");
        for n in 0..chats {
            platform.start_private(&chat(n));
        }
        Self {
            platform,
            started: before + error,
            started_at: before_at + delta(error),
            error,
        }
    }

    /// When that was by the clock of the desk.
    pub(crate) fn instant(&self, at: Duration) -> clock::Instant {
        self.started_at + delta(at)
    }

    /// How long after `began` that was.
    pub(crate) fn since(&self, began: Instant, at: Duration) -> Duration {
        (self.started + at).saturating_duration_since(began)
    }

    /// Waits until there is something to be found, at most so long. It is only looked at now and then: whoever waits
    /// for every change slows down what changes.
    pub(crate) fn find_within<T>(
        &self,
        patience: Duration,
        find: impl Fn(&muster_test_servers::platform::Seen) -> Option<T>,
    ) -> Option<T> {
        let began = Instant::now();
        loop {
            if let Some(found) = self.platform.look(&find) {
                return Some(found);
            }
            if began.elapsed() > patience {
                return None;
            }
            wait(GLANCE);
        }
    }

    /// The same for what must come.
    pub(crate) fn find<T>(&self, find: impl Fn(&muster_test_servers::platform::Seen) -> Option<T>) -> T {
        let found = self.find_within(Duration::from_mins(1), find);
        found.expect("it comes within a minute")
    }

    /// Has ana type that in her private chat; when the answer came, since the start of the platform.
    pub(crate) fn answered(&self, event: &str) -> Duration {
        self.find(|seen| seen.answers_to(event).next().map(|shown| shown.at))
    }
}

/// A length as the desk's clock counts it.
pub(crate) fn delta(length: Duration) -> TimeDelta {
    TimeDelta::from_std(length).expect("a length of minutes")
}

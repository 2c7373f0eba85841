//! How much may be asked: whether a request may be made now, by what Discord said of those before it (Discord API
//! documentation, "Rate Limits").
//!
//! Nothing waits here. What may not be asked now is a pause that the caller hands on, and whoever paces messages waits.

use std::collections::{HashMap, VecDeque};
use std::time::{Duration, Instant};

use muster_core::surface::PauseScope;
use reqwest::StatusCode;
use reqwest::header::HeaderMap;

use super::endpoints::Route;
use super::failure::Failure;

/// The most requests within a second, of the 50 that Discord takes.
const MOST_A_SECOND: usize = 45;
const SECOND: Duration = Duration::from_secs(1);
/// The most requests without leave within [`WHILE`], of the 10,000 after which Discord hears nothing from an address any
/// more ("Invalid Request Limit").
const MOST_INVALID: usize = 9_000;
const WHILE: Duration = Duration::from_mins(10);
/// How many buckets are kept before those are thrown away that are full again.
const MANY_BUCKETS: usize = 512;

/// What is known of what may be asked.
#[derive(Debug, Default)]
pub(crate) struct Limits {
    /// When the requests of the last second were made, but for those that count for nothing in all.
    latest: VecDeque<Instant>,
    /// Until when nothing may be asked at all.
    closed_until: Option<Instant>,
    /// Which endpoints share a bucket, as Discord names it.
    names: HashMap<&'static str, String>,
    buckets: HashMap<(String, String), Bucket>,
    /// When requests were refused that had no leave.
    invalid: VecDeque<Instant>,
}

/// What may still be asked of one endpoint about one thing, until it may be asked anew.
#[derive(Debug, Clone, Copy)]
struct Bucket {
    left: u32,
    until: Instant,
}

/// What an answer says of what may be asked.
#[derive(Debug, Default, Clone, PartialEq)]
pub(crate) struct Said {
    bucket: Option<String>,
    left: Option<u32>,
    reset_after: Option<Duration>,
    pub(crate) retry_after: Option<Duration>,
    pub(crate) is_global: bool,
    is_invalid: bool,
}

impl Said {
    pub(crate) fn of(status: StatusCode, headers: &HeaderMap) -> Self {
        let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
        let seconds = |name: &str| Duration::try_from_secs_f64(text(name)?.parse().ok()?).ok();
        let scope = text("x-ratelimit-scope");
        let is_invalid = match status {
            StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN => true,
            // A limit that all who ask share is nobody's fault.
            StatusCode::TOO_MANY_REQUESTS => scope != Some("shared"),
            _ => false,
        };
        Self {
            bucket: text("x-ratelimit-bucket").map(ToOwned::to_owned),
            left: text("x-ratelimit-remaining").and_then(|left| left.parse().ok()),
            reset_after: seconds("x-ratelimit-reset-after"),
            retry_after: seconds("retry-after"),
            is_global: text("x-ratelimit-global").is_some() || scope == Some("global"),
            is_invalid,
        }
    }
}

impl Limits {
    /// Whether a request may be made now; then it counts.
    pub(crate) fn admit(&mut self, route: &Route, now: Instant) -> Result<(), Failure> {
        let wait = |scope, until: Instant| {
            let after = until.saturating_duration_since(now).max(Duration::from_millis(1));
            Err(Failure::TooMany { scope, after })
        };
        forget(&mut self.invalid, now, WHILE);
        if self.invalid.len() >= MOST_INVALID
            && let Some(first) = self.invalid.front()
        {
            return wait(PauseScope::Account, *first + WHILE);
        }
        if let Some(until) = self.closed_until.filter(|until| *until > now && !route.free) {
            return wait(PauseScope::Account, until);
        }
        let key = self.key(route);
        let bucket = self.buckets.get_mut(&key).filter(|bucket| bucket.until > now);
        if let Some(Bucket { left: 0, until }) = bucket {
            return wait(PauseScope::Chat, *until);
        }
        if !route.free {
            forget(&mut self.latest, now, SECOND);
            if self.latest.len() >= MOST_A_SECOND
                && let Some(first) = self.latest.front()
            {
                return wait(PauseScope::Account, *first + SECOND);
            }
            self.latest.push_back(now);
        }
        if let Some(bucket) = bucket {
            bucket.left -= 1;
        }
        Ok(())
    }

    /// Takes in what an answer says.
    pub(crate) fn heard(&mut self, route: &Route, said: &Said, now: Instant) {
        if said.is_invalid {
            self.invalid.push_back(now);
        }
        if let Some(name) = &said.bucket {
            self.names.insert(route.endpoint, name.clone());
        }
        let (Some(left), Some(reset_after)) = (said.left, said.reset_after) else {
            return;
        };
        if self.buckets.len() >= MANY_BUCKETS {
            self.buckets.retain(|_, bucket| bucket.until > now);
        }
        let until = now + reset_after;
        let key = self.key(route);
        let bucket = self.buckets.entry(key).or_insert(Bucket { left, until });
        // Answers overtake each other, also one that demanded a pause: of the same span the one counts that leaves less.
        *bucket = if bucket.until > now {
            Bucket {
                left: bucket.left.min(left),
                until: bucket.until.max(until),
            }
        } else {
            Bucket { left, until }
        };
    }

    /// A pause was demanded.
    pub(crate) fn paused(&mut self, route: &Route, scope: PauseScope, after: Duration, now: Instant) {
        let until = now + after;
        match scope {
            PauseScope::Account => self.closed_until = Some(until),
            PauseScope::Chat => {
                let key = self.key(route);
                self.buckets.insert(key, Bucket { left: 0, until });
            }
        }
    }

    fn key(&self, route: &Route) -> (String, String) {
        let name = self.names.get(route.endpoint).map_or(route.endpoint, String::as_str);
        (name.to_owned(), route.about.clone())
    }
}

/// Drops what is older than that.
fn forget(times: &mut VecDeque<Instant>, now: Instant, age: Duration) {
    while times
        .front()
        .is_some_and(|time| now.saturating_duration_since(*time) >= age)
    {
        times.pop_front();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn route(endpoint: &'static str, about: &str) -> Route {
        Route {
            endpoint,
            about: about.to_owned(),
            free: false,
        }
    }

    fn said(bucket: &str, left: u32, reset_after: u64) -> Said {
        Said {
            bucket: Some(bucket.to_owned()),
            left: Some(left),
            reset_after: Some(Duration::from_secs(reset_after)),
            ..Said::default()
        }
    }

    fn wait(limits: &mut Limits, route: &Route, now: Instant) -> Option<(PauseScope, u64)> {
        match limits.admit(route, now) {
            Ok(()) => None,
            Err(Failure::TooMany { scope, after }) => Some((scope, after.as_secs())),
            Err(other) => panic!("{other}"),
        }
    }

    #[test]
    fn a_bucket_that_is_empty_waits_and_others_do_not() {
        let (mut limits, start) = (Limits::default(), Instant::now());
        let here = route("send", "1");
        assert_eq!(wait(&mut limits, &here, start), None);
        limits.heard(&here, &said("a", 1, 5), start);
        assert_eq!(wait(&mut limits, &here, start), None);
        assert_eq!(wait(&mut limits, &here, start), Some((PauseScope::Chat, 5)));
        assert_eq!(wait(&mut limits, &route("send", "2"), start), None);
        assert_eq!(wait(&mut limits, &here, start + Duration::from_secs(5)), None);
    }

    #[test]
    fn endpoints_of_one_bucket_share_it() {
        let (mut limits, start) = (Limits::default(), Instant::now());
        limits.heard(&route("edit", "1"), &said("a", 3, 5), start);
        limits.heard(&route("send", "1"), &said("a", 0, 5), start);
        assert_eq!(
            wait(&mut limits, &route("edit", "1"), start),
            Some((PauseScope::Chat, 5))
        );
    }

    #[test]
    fn no_more_than_forty_five_are_asked_in_a_second_but_for_what_is_free() {
        let (mut limits, start) = (Limits::default(), Instant::now());
        for about in 0..MOST_A_SECOND {
            assert_eq!(wait(&mut limits, &route("send", &about.to_string()), start), None);
        }
        let one_more = route("send", "x");
        assert_eq!(wait(&mut limits, &one_more, start), Some((PauseScope::Account, 1)));
        let free = Route {
            free: true,
            ..route("respond", "1")
        };
        assert_eq!(wait(&mut limits, &free, start), None);
        assert_eq!(wait(&mut limits, &one_more, start + SECOND), None);
    }

    #[test]
    fn a_pause_that_is_demanded_is_kept() {
        let (mut limits, start) = (Limits::default(), Instant::now());
        limits.paused(&route("send", "1"), PauseScope::Chat, Duration::from_secs(9), start);
        assert_eq!(
            wait(&mut limits, &route("send", "1"), start),
            Some((PauseScope::Chat, 9))
        );
        assert_eq!(wait(&mut limits, &route("send", "2"), start), None);
        limits.paused(&route("send", "2"), PauseScope::Account, Duration::from_secs(3), start);
        assert_eq!(
            wait(&mut limits, &route("send", "3"), start),
            Some((PauseScope::Account, 3))
        );
    }

    #[test]
    fn no_answer_that_comes_later_shortens_a_pause() {
        let (mut limits, start) = (Limits::default(), Instant::now());
        let here = route("private_chat", "");
        limits.heard(&here, &said("a", 4, 5), start);
        limits.paused(&here, PauseScope::Chat, Duration::from_mins(1), start);
        limits.heard(&here, &said("a", 3, 5), start);
        assert_eq!(
            wait(&mut limits, &here, start + Duration::from_secs(30)),
            Some((PauseScope::Chat, 30))
        );
    }

    #[test]
    fn before_discord_hears_nothing_any_more_nothing_is_asked() {
        let (mut limits, start) = (Limits::default(), Instant::now());
        let forbidden = Said::of(StatusCode::FORBIDDEN, &HeaderMap::new());
        for _ in 0..MOST_INVALID {
            limits.heard(&route("send", "1"), &forbidden, start);
        }
        let later = start + Duration::from_mins(4);
        assert_eq!(
            wait(&mut limits, &route("send", "1"), later),
            Some((PauseScope::Account, 360))
        );
        assert_eq!(wait(&mut limits, &route("send", "1"), start + WHILE), None);
    }

    #[test]
    fn buckets_that_are_full_again_are_thrown_away() {
        let (mut limits, start) = (Limits::default(), Instant::now());
        for second in 0..10 * u64::try_from(MANY_BUCKETS).unwrap() {
            let now = start + Duration::from_secs(second);
            limits.heard(&route("send", &second.to_string()), &said("a", 4, 5), now);
        }
        assert!(limits.buckets.len() <= MANY_BUCKETS, "{}", limits.buckets.len());
    }

    #[test]
    fn a_limit_that_all_share_is_no_fault_of_ours() {
        let mut headers = HeaderMap::new();
        headers.insert("x-ratelimit-scope", "shared".parse().unwrap());
        headers.insert("retry-after", "1337".parse().unwrap());
        let shared = Said::of(StatusCode::TOO_MANY_REQUESTS, &headers);
        assert!(!shared.is_invalid && shared.retry_after == Some(Duration::from_secs(1_337)));
        headers.insert("x-ratelimit-scope", "global".parse().unwrap());
        assert!(Said::of(StatusCode::TOO_MANY_REQUESTS, &headers).is_global);
    }
}

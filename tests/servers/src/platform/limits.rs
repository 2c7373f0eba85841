//! The strictest reading of a platform's limits: no request beyond them is carried out.

use std::collections::{HashMap, VecDeque};
use std::time::Duration;

use muster_core::chrono::TimeDelta;
use muster_core::surface::{Limit, PauseScope, Rates};

use crate::wire::Chat;

/// That a request is too much.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TooMany {
    pub(super) scope: PauseScope,
    pub(super) retry_after: Duration,
}

/// What one limit remembers of one chat, or of the whole account.
#[derive(Debug)]
enum Meter {
    Window {
        most: usize,
        span: Duration,
        taken: VecDeque<Duration>,
    },
    Bucket {
        burst: u32,
        every: Duration,
        full_at: Duration,
    },
}

impl Meter {
    fn new(limit: &Limit) -> Self {
        match *limit {
            Limit::Window { most, span } => Self::Window {
                most: usize::try_from(most).unwrap_or(usize::MAX),
                span: length(span),
                taken: VecDeque::new(),
            },
            Limit::Bucket { burst, every } => Self::Bucket {
                burst,
                every: length(every),
                full_at: Duration::ZERO,
            },
        }
    }

    /// How long until it allows one more.
    fn wait(&mut self, now: Duration) -> Duration {
        match self {
            Self::Window { most, span, taken } => {
                while taken.front().is_some_and(|first| *first + *span <= now) {
                    taken.pop_front();
                }
                match taken.front() {
                    Some(first) if taken.len() >= *most => (*first + *span).saturating_sub(now),
                    _ => Duration::ZERO,
                }
            }
            Self::Bucket { burst, every, full_at } => {
                let after = (*full_at).max(now) + *every;
                after.saturating_sub(now + *every * *burst)
            }
        }
    }

    fn take(&mut self, now: Duration) {
        match self {
            Self::Window { taken, .. } => taken.push_back(now),
            Self::Bucket { every, full_at, .. } => *full_at = (*full_at).max(now) + *every,
        }
    }
}

fn length(span: TimeDelta) -> Duration {
    span.to_std().expect("a limit's span is positive")
}

/// The limits, and what was sent.
#[derive(Debug)]
pub(super) struct Limits {
    rates: Rates,
    account: Vec<Meter>,
    chats: HashMap<Chat, Vec<Meter>>,
}

impl Limits {
    pub(super) fn new(rates: Rates) -> Self {
        Self {
            rates,
            account: rates.account.iter().map(Meter::new).collect(),
            chats: HashMap::new(),
        }
    }

    /// Counts a request in that chat, at that moment since the start, if it is not too much.
    pub(super) fn take(&mut self, chat: &Chat, answers: bool, now: Duration) -> Result<(), TooMany> {
        if answers && self.rates.free_answers {
            return Ok(());
        }
        let limits = match chat {
            Chat::Room(_) => self.rates.room,
            Chat::Private(_) => self.rates.private,
        };
        let of_chat = self.chats.entry(chat.clone());
        let of_chat = of_chat.or_insert_with(|| limits.iter().map(Meter::new).collect());
        for (scope, meters) in [
            (PauseScope::Account, &mut self.account),
            (PauseScope::Chat, &mut *of_chat),
        ] {
            let retry_after = meters.iter_mut().map(|meter| meter.wait(now)).max().unwrap_or_default();
            if !retry_after.is_zero() {
                return Err(TooMany { scope, retry_after });
            }
        }
        for meter in self.account.iter_mut().chain(of_chat) {
            meter.take(now);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile::Profile;

    fn ms(number: u64) -> Duration {
        Duration::from_millis(number)
    }

    fn room(name: &str) -> Chat {
        Chat::Room(name.to_owned())
    }

    #[test]
    fn a_window_is_any_span_of_its_length() {
        let mut limits = Limits::new(Profile::NoIdempotency.real_rates());
        let wait = |scope, retry_after| Err(TooMany { scope, retry_after });
        assert_eq!(limits.take(&room("a"), true, ms(0)), Ok(()));
        assert_eq!(limits.take(&room("a"), true, ms(999)), wait(PauseScope::Chat, ms(1)));
        for number in 1..30 {
            assert_eq!(limits.take(&room(&number.to_string()), true, ms(500)), Ok(()));
        }
        assert_eq!(limits.take(&room("b"), true, ms(999)), wait(PauseScope::Account, ms(1)));
        assert_eq!(limits.take(&room("a"), true, ms(1_000)), Ok(()));
        for second in 2..20 {
            assert_eq!(limits.take(&room("a"), true, ms(second * 1_000)), Ok(()));
        }
        let breach = limits.take(&room("a"), true, ms(20_000));
        assert_eq!(breach, wait(PauseScope::Chat, ms(40_000)));
    }

    #[test]
    fn a_bucket_empties_and_fills() {
        let mut limits = Limits::new(Profile::TransactionIds.real_rates());
        for _ in 0..10 {
            assert_eq!(limits.take(&room("a"), false, ms(0)), Ok(()));
        }
        let scope = PauseScope::Account;
        let retry_after = ms(4_000);
        assert_eq!(
            limits.take(&room("a"), false, ms(1_000)),
            Err(TooMany { scope, retry_after })
        );
        assert_eq!(limits.take(&room("a"), false, ms(5_000)), Ok(()));
        assert!(limits.take(&room("b"), false, ms(5_000)).is_err());
    }

    #[test]
    fn an_answer_may_be_free() {
        let mut limits = Limits::new(Profile::Deadline.real_rates());
        for _ in 0..100 {
            assert_eq!(limits.take(&room("a"), true, ms(0)), Ok(()));
        }
        for _ in 0..5 {
            assert_eq!(limits.take(&room("a"), false, ms(0)), Ok(()));
        }
        assert!(limits.take(&room("a"), false, ms(0)).is_err());
    }
}

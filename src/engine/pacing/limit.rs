//! One [`Limit`] at work: what was sent, and when one more may be.

use std::collections::VecDeque;

use muster_core::chrono::TimeDelta;
use muster_core::clock::Instant;
use muster_core::surface::Limit;

use super::trips::GRAIN;

/// When a limit lets one more through. The later of two is the greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gate {
    /// It does.
    Open,
    /// From then on.
    From(Instant),
    /// Not before an attempt that is under way has ended.
    Shut,
}

impl Gate {
    pub(super) fn admits(self, now: Instant) -> bool {
        match self {
            Self::Open => true,
            Self::From(at) => at <= now,
            Self::Shut => false,
        }
    }
}

/// One limit at work. It keeps the ends of attempts; everything that it is asked takes the lead, by how much a message
/// counts before its attempt has ended (`trips`), so that what is learned of the network later holds for all of them.
#[derive(Debug)]
pub(super) struct Meter {
    under_way: usize,
    past: Past,
}

#[derive(Debug)]
enum Past {
    /// The ends of the last `most` attempts, in order: older ones can decide nothing any more.
    Window {
        most: usize,
        span: TimeDelta,
        ended: VecDeque<Instant>,
    },
    /// When the bucket is full again: its whole state (the "theoretical arrival time" of ATM's cell rate algorithm).
    Bucket {
        burst: usize,
        every: TimeDelta,
        full: Option<Instant>,
    },
}

impl Meter {
    /// Nothing has been sent.
    pub(super) fn new(limit: &Limit) -> Self {
        let past = match *limit {
            Limit::Window { most, span } => Past::Window {
                most: most.max(1) as usize,
                span,
                ended: VecDeque::new(),
            },
            Limit::Bucket { burst, every } => Past::Bucket {
                burst: burst.max(1) as usize,
                every,
                full: None,
            },
        };
        Self { under_way: 0, past }
    }

    /// An attempt has its slot. While it is under way it may still count at any later instant.
    pub(super) fn begin(&mut self) {
        self.under_way += 1;
    }

    /// The attempt was not made after all.
    pub(super) fn give_back(&mut self) {
        self.under_way -= 1;
    }

    /// The attempt has ended.
    pub(super) fn end(&mut self, at: Instant) {
        self.under_way -= 1;
        self.count(at);
    }

    /// One more attempt that ended at that instant.
    pub(super) fn count(&mut self, at: Instant) {
        match &mut self.past {
            Past::Window { most, ended, .. } => {
                // Attempts end nearly in order, so that the place is nearly always the last.
                let later = ended.iter().rev().take_while(|&&end| end > at).count();
                ended.insert(ended.len() - later, at);
                if ended.len() > *most {
                    ended.pop_front();
                }
            }
            Past::Bucket { every, full, .. } => *full = Some(full.map_or(at, |full| full.max(at)) + *every),
        }
    }

    /// When one more may begin.
    pub(super) fn gate(&self, lead: TimeDelta) -> Gate {
        match &self.past {
            Past::Window { most, span, ended } => match (ended.len() + self.under_way).checked_sub(*most) {
                None => Gate::Open,
                Some(oldest) => ended
                    .get(oldest)
                    .map_or(Gate::Shut, |&end| Gate::From(end - lead + *span)),
            },
            Past::Bucket { burst, every, full } => match burst.checked_sub(self.under_way + 1) {
                None => Gate::Shut,
                Some(room) => full.map_or(Gate::Open, |full| Gate::From(full - lead - times(*every, room))),
            },
        }
    }

    /// When one more could begin at the earliest if so many went ahead of it, each as soon as this limit lets it.
    pub(super) fn earliest(&self, ahead: usize, now: Instant, lead: TimeDelta) -> Instant {
        match &self.past {
            Past::Window { most, span, ended } => {
                // The one that has to be a span old is a whole number of rounds before it.
                let rounds = ahead / most + 1;
                let known = ended.len() + self.under_way;
                let first = match (known + ahead).checked_sub(rounds * most) {
                    None => now,
                    Some(nth) => now.max(ended.get(nth).map_or(now, |&end| end - lead) + *span),
                };
                first + times(*span, rounds - 1)
            }
            Past::Bucket { burst, every, full } => {
                let full = full.map_or(now, |full| now.max(full - lead));
                let waits = (self.under_way + ahead + 1).saturating_sub(*burst);
                let room = burst.saturating_sub(self.under_way + ahead + 1);
                now.max(full + times(*every, waits) - times(*every, room))
            }
        }
    }

    /// When it is as good as new, whatever is learned of the network until then.
    pub(super) fn recovered(&self) -> Gate {
        if self.under_way > 0 {
            return Gate::Shut;
        }
        let strictly = match &self.past {
            Past::Window { span, ended, .. } => ended.back().map(|&end| end + *span),
            Past::Bucket { full, .. } => *full,
        };
        strictly.map_or(Gate::Open, |at| Gate::From(at + GRAIN))
    }
}

fn times(delta: TimeDelta, n: usize) -> TimeDelta {
    delta * i32::try_from(n).unwrap_or(i32::MAX)
}

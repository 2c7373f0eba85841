//! The labels of the metrics. Each is one of a few words that stand in the program: never an id, a name or a text.

use muster_core::store::OutboxKind;
use muster_core::surface::{Platform, Refusal, Skipped, Verdict};

/// Labels with their values. What is only known while the bot runs does not fit in.
pub(super) type Labels<const N: usize> = [(&'static str, &'static str); N];

/// What came of an event that was taken from the inbox.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CommandOutcome {
    /// It took effect, or was refused with a sentence.
    Answered,
    /// It took effect, and there was nothing to say of it.
    Silent,
    /// It had taken effect before.
    Repeated,
    /// It met a fault, and was answered with an apology.
    Failed,
    /// It came when too much had been asked for, and was not carried out.
    Declined,
}

impl CommandOutcome {
    /// Every outcome.
    pub const ALL: [Self; 5] = [
        Self::Answered,
        Self::Silent,
        Self::Repeated,
        Self::Failed,
        Self::Declined,
    ];

    const fn code(self) -> &'static str {
        match self {
            Self::Answered => "answered",
            Self::Silent => "silent",
            Self::Repeated => "repeated",
            Self::Failed => "failed",
            Self::Declined => "declined",
        }
    }
}

pub(super) const VERDICTS: [&str; 6] = ["delivered", "retry", "paused", "refused", "moved", "unknown"];

pub(super) const fn by_platform(platform: Platform) -> Labels<1> {
    [("platform", platform.code())]
}

pub(super) const fn by_kind(platform: Platform, kind: OutboxKind) -> Labels<2> {
    [("platform", platform.code()), ("kind", kind.code())]
}

pub(super) const fn by_verdict(platform: Platform, verdict: &'static str) -> Labels<2> {
    [("platform", platform.code()), ("verdict", verdict)]
}

pub(super) const fn by_reason(platform: Platform, refusal: Refusal) -> Labels<2> {
    [("platform", platform.code()), ("reason", refusal_code(refusal))]
}

pub(super) const fn by_skipped(platform: Platform, why: Skipped) -> Labels<2> {
    let why = match why {
        Skipped::UnknownKind => "unknown_kind",
        Skipped::Malformed => "malformed",
        Skipped::Panicked => "panicked",
    };
    [("platform", platform.code()), ("reason", why)]
}

pub(super) const fn by_outcome(outcome: CommandOutcome) -> Labels<1> {
    [("outcome", outcome.code())]
}

pub(super) const fn verdict_code(verdict: &Verdict) -> &'static str {
    match verdict {
        Verdict::Delivered { .. } => "delivered",
        Verdict::Retry { .. } => "retry",
        Verdict::Paused { .. } => "paused",
        Verdict::Refused(_) => "refused",
        Verdict::Moved(_) => "moved",
        Verdict::Unknown => "unknown",
    }
}

const fn refusal_code(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::Blocked => "blocked",
        Refusal::NeverStarted => "never_started",
        Refusal::PrivateClosed => "private_closed",
        Refusal::Deactivated => "deactivated",
        Refusal::Left => "left",
        Refusal::Forbidden => "forbidden",
        Refusal::Closed => "closed",
        Refusal::Gone => "gone",
        Refusal::TooLong => "too_long",
        Refusal::Unreachable => "unreachable",
    }
}

//! What became of an attempt, as the core knows it.

use std::time::Duration;

use muster_core::chrono::TimeDelta;
use muster_core::surface::{PauseScope, Refusal, Verdict};

use crate::api::failure::{Failure, Refused, UNKNOWN_TOKEN};

/// How long an old message is not edited after it was too often.
const OLD_EDITS: Duration = Duration::from_mins(1);
/// How long a slow channel takes nothing.
const SLOW: Duration = Duration::from_secs(5);

/// What became of an attempt that failed. `to_person`: it was for somebody in private.
pub(crate) fn verdict(failure: &Failure, to_person: bool) -> Verdict {
    let paused = |scope, length| Verdict::Paused {
        scope,
        length: time_delta(length),
    };
    match failure {
        Failure::NotSent(_) | Failure::Unavailable => Verdict::Retry { after: None },
        // The same message under the same nonce is shown once.
        Failure::CutOff(_) | Failure::Unreadable => Verdict::Unknown,
        Failure::TooMany { scope, after } => paused(*scope, *after),
        Failure::Refused(_) if failure.is_token_refused() => {
            tracing::error!("{UNKNOWN_TOKEN}");
            Verdict::Retry { after: None }
        }
        Failure::Refused(Refused { code: 30_046, .. }) => paused(PauseScope::Chat, OLD_EDITS),
        Failure::Refused(Refused {
            code: 20_016 | 20_028, ..
        }) => paused(PauseScope::Chat, SLOW),
        Failure::Refused(refused) => Verdict::Refused(refusal(refused, to_person)),
    }
}

/// Why a message will never be delivered ("JSON Error Codes").
fn refusal(refused: &Refused, to_person: bool) -> Refusal {
    match refused.code {
        50_007 | 50_278 => Refusal::PrivateClosed,
        10_013 => Refusal::Deactivated,
        10_003 | 10_004 | 10_008 | 50_005 => Refusal::Gone,
        50_083 | 160_005 | 50_024 => Refusal::Closed,
        40_005 | 50_035 => Refusal::TooLong,
        50_001 | 50_013 | 50_009 | 20_009 | 200_000 | 200_001 | 160_002 | 340_013 => Refusal::Forbidden,
        _ => {
            tracing::warn!(
                discord.status = refused.status,
                discord.code = refused.code,
                "Discord refuses a message for a reason that is not known"
            );
            match refused.status {
                404 => Refusal::Gone,
                413 => Refusal::TooLong,
                403 if to_person => Refusal::PrivateClosed,
                _ => Refusal::Forbidden,
            }
        }
    }
}

/// That long, as the core counts time.
fn time_delta(length: Duration) -> TimeDelta {
    TimeDelta::from_std(length).unwrap_or(TimeDelta::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(status: u16, code: u32) -> Verdict {
        verdict(&Failure::Refused(Refused { status, code }), false)
    }

    #[test]
    fn a_refusal_says_why() {
        for (status, code, why) in [
            (403, 50_007, Refusal::PrivateClosed),
            (403, 50_278, Refusal::PrivateClosed),
            (404, 10_003, Refusal::Gone),
            (404, 10_008, Refusal::Gone),
            (404, 10_013, Refusal::Deactivated),
            (403, 50_001, Refusal::Forbidden),
            (403, 50_013, Refusal::Forbidden),
            (400, 50_083, Refusal::Closed),
            (403, 160_005, Refusal::Closed),
            (400, 50_035, Refusal::TooLong),
            (413, 40_005, Refusal::TooLong),
            (413, 0, Refusal::TooLong),
            (404, 0, Refusal::Gone),
            (403, 1, Refusal::Forbidden),
        ] {
            assert_eq!(refused(status, code), Verdict::Refused(why), "{status} {code}");
        }
    }

    #[test]
    fn what_passes_is_a_pause() {
        let paused = |scope, seconds| Verdict::Paused {
            scope,
            length: TimeDelta::seconds(seconds),
        };
        assert_eq!(refused(429, 30_046), paused(PauseScope::Chat, 60));
        let too_many = Failure::TooMany {
            scope: PauseScope::Account,
            after: Duration::from_secs(7),
        };
        assert_eq!(verdict(&too_many, false), paused(PauseScope::Account, 7));
    }

    #[test]
    fn what_may_have_arrived_is_never_said_not_to_have() {
        assert_eq!(verdict(&Failure::CutOff(String::new()), false), Verdict::Unknown);
        assert_eq!(verdict(&Failure::Unreadable, true), Verdict::Unknown);
        for failure in [Failure::NotSent(String::new()), Failure::Unavailable] {
            assert_eq!(verdict(&failure, false), Verdict::Retry { after: None });
        }
        assert_eq!(refused(401, 0), Verdict::Retry { after: None });
    }
}

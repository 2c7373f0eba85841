//! How long to wait after an attempt that failed.

use chrono::TimeDelta;

/// The most attempts at a message: with the pauses between them about four hours, which outlasts most outages of a
/// platform. What came to nothing by then is told in the reports.
pub const MOST_ATTEMPTS: u32 = 24;

/// The pause after the first attempt.
const SHORTEST: TimeDelta = TimeDelta::seconds(2);
/// The longest pause.
const LONGEST: TimeDelta = TimeDelta::minutes(15);

/// The pause after the `attempt`th attempt, from 1: twice as long each time, up to a quarter of an hour, and of that at
/// least a half. `chance` from 0 to 1 says how much, so that what failed together does not come again together.
pub fn backoff(attempt: u32, chance: f64) -> TimeDelta {
    let doubled = SHORTEST * 2_i32.saturating_pow(attempt.saturating_sub(1).min(16));
    let whole = doubled.min(LONGEST);
    let spread = whole.as_seconds_f64() / 2.0 * chance.clamp(0.0, 1.0);
    #[expect(
        clippy::cast_possible_truncation,
        reason = "at most a quarter of an hour in microseconds"
    )]
    let spread = TimeDelta::microseconds((spread * 1e6) as i64);
    whole / 2 + spread
}

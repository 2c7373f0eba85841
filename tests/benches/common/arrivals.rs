//! Instants as they come by chance.

use std::time::Duration;

use muster_test_servers::dice::Dice;

const SEED: u64 = 20_261_126;

/// Instants as they come by chance at that rate, the same ones each time: the gaps between them follow an exponential
/// distribution.
pub(crate) fn arrivals(a_second: f64, load: Duration) -> Vec<Duration> {
    let mut dice = Dice::new(SEED);
    let mut at = Duration::ZERO;
    let mut arrivals = Vec::new();
    loop {
        let chance = u32::try_from(dice.below(u64::from(u32::MAX))).unwrap_or_default();
        let chance = (f64::from(chance) + 1.0) / (f64::from(u32::MAX) + 1.0);
        at += Duration::from_secs_f64(-chance.ln() / a_second);
        if at > load {
            return arrivals;
        }
        arrivals.push(at);
    }
}

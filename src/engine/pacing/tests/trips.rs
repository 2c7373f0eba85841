//! What is concluded from how long attempts take.

use std::iter::repeat_n;

use muster_core::chrono::TimeDelta;

use super::super::trips::{GRAIN, Trips};

fn after(trips: impl IntoIterator<Item = i64>) -> TimeDelta {
    let mut seen = Trips::default();
    trips
        .into_iter()
        .for_each(|millis| seen.note(TimeDelta::milliseconds(millis)));
    seen.lead() + GRAIN
}

#[test]
fn a_few_attempts_say_nothing() {
    assert_eq!(after([]), TimeDelta::zero());
    assert_eq!(after([80; 63]), TimeDelta::zero());
}

#[test]
fn a_steady_trip_is_made_good_whole() {
    assert_eq!(after([80; 64]), TimeDelta::milliseconds(80));
    assert_eq!(after(repeat_n(80, 5_000)), TimeDelta::milliseconds(80));
}

#[test]
fn what_varies_is_taken_off_and_a_trip_that_varies_by_itself_is_not_made_good() {
    assert_eq!(after((0..100).map(|n| 60 + n % 2 * 20)), TimeDelta::milliseconds(50));
    assert_eq!(after((0..100).map(|n| 20 + n)), TimeDelta::zero());
}

#[test]
fn one_faster_attempt_takes_the_trust_back_at_once() {
    assert_eq!(after([80; 900].into_iter().chain([20])), TimeDelta::zero());
}

#[test]
fn a_network_that_became_slower_is_trusted_again_in_time() {
    assert_eq!(after([20; 100].into_iter().chain([80; 900])), TimeDelta::zero());
    assert_eq!(
        after([20; 100].into_iter().chain(repeat_n(80, 2_000))),
        TimeDelta::milliseconds(80)
    );
}

//! Nothing is refused, and the allowed rate is reached.
//!
//! The allowed rate is that of an ideal sender, who knows all messages beforehand and when each arrives: [`Play::ideal`] is
//! what it needs between the first message and the last. At the end of a run a few chats that have more left than the
//! others are at their own limits, which costs the whole run about one percent; the rate while the queue is well filled
//! is that of the first nine tenths.
//!
//! Where arrivals lie anywhere inside round trips of 20 to 200 ms, a sender that is to be right must hold a slot for
//! its span and a round trip: `most / (span + 110 ms)` on average, which is 90 % of a window of a second, and all of a
//! bucket, which is in arrears by more than a round trip while it is in use. Where round trips take 60 to 80 ms, all but
//! about 20 ms of them are made good: 98 % of a window of a second.

use muster_core::chrono::TimeDelta;
use muster_core::surface::Rates;

use super::platform::least_time;
use super::play::{Network, Play};
use super::{DISCORD, MATRIX, TELEGRAM, Urgency, ms};

const SEED: u64 = 7;

/// Sends 20,000 messages of all urgencies to 400 chats; the share of the allowed rate that was reached, over all and
/// while the queue was well filled, in hundredths of a percent.
fn share(rates: Rates, network: Network) -> (i64, i64) {
    let mut play = Play::new(rates, network, SEED);
    play.load(20_000, 400, &Urgency::ALL);
    let all = play.run() - ms(0);
    assert_eq!(play.platform.refused, 0, "messages were refused");
    let share = |ideal: TimeDelta, took: TimeDelta| 10_000 * ideal.num_milliseconds() / took.num_milliseconds();
    let filled = &play.sent[..18_000];
    let filled = share(least_time(&rates.account[0], 18_000), filled[17_999].began - ms(0));
    let all = share(play.ideal(), all);
    println!("{network:?}, seed {SEED}: {all} of 10000 over all, {filled} while the queue was well filled");
    (all, filled)
}

fn reaches(rates: Rates, network: Network, over_all: i64, while_filled: i64) {
    let (all, filled) = share(rates, network);
    assert!(
        all >= over_all && filled >= while_filled,
        "{network:?}: {all}, {filled}"
    );
}

#[test]
fn without_delay() {
    for rates in [TELEGRAM, DISCORD, MATRIX] {
        reaches(rates, Network::None, 9_800, 9_950);
    }
}

#[test]
fn with_a_constant_delay() {
    for rates in [TELEGRAM, DISCORD, MATRIX] {
        reaches(rates, Network::Constant, 9_800, 9_950);
    }
}

#[test]
fn with_the_usual_jitter() {
    reaches(TELEGRAM, Network::USUAL, 9_650, 9_750);
    reaches(DISCORD, Network::USUAL, 9_650, 9_750);
    reaches(MATRIX, Network::USUAL, 9_980, 9_980);
}

#[test]
fn with_wild_jitter() {
    reaches(TELEGRAM, Network::Wild, 8_850, 8_950);
    reaches(DISCORD, Network::Wild, 8_850, 8_950);
    reaches(MATRIX, Network::Wild, 9_980, 9_980);
}

/// Nobody can know beforehand that a network becomes faster. The first attempt that ends sooner tells it.
#[test]
fn a_network_that_becomes_faster_at_a_stroke_costs_one_refusal_at_most() {
    let mut play = Play::new(TELEGRAM, Network::Faster(100), SEED);
    play.load(6_000, 400, &Urgency::ALL);
    play.run();
    println!("{} refused", play.platform.refused);
    assert!(play.platform.refused <= 1);
}

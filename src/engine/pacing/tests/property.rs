//! Whatever the limits, the tickets and the network: nothing is refused, nothing is lost or sent twice.

use muster_core::chrono::TimeDelta;
use muster_core::surface::{Limit, Rates};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::play::{Network, Play, some_chat};
use super::{Urgency, ms};

fn limit() -> impl Strategy<Value = Limit> {
    prop_oneof![
        (1..40_u32, 1..8_000_i64).prop_map(|(most, span)| Limit::Window {
            most,
            span: TimeDelta::milliseconds(span),
        }),
        (1..12_u32, 1..3_000_i64).prop_map(|(burst, every)| Limit::Bucket {
            burst,
            every: TimeDelta::milliseconds(every),
        }),
    ]
}

fn limits() -> impl Strategy<Value = &'static [Limit]> {
    // An adapter's limits are constants, so a test's have to stay for good.
    vec(limit(), 0..3).prop_map(|limits| &*limits.leak())
}

prop_compose! {
    fn rates()(account in limits(), private in limits(), room in limits()) -> Rates {
        Rates { account, private, room, free_answers: false }
    }
}

fn network() -> impl Strategy<Value = Network> {
    prop_oneof![
        Just(Network::None),
        Just(Network::Constant),
        Just(Network::Wild),
        (0..100_u64, 0..100_u64).prop_map(|(least, more)| Network::Jitter(least, more)),
    ]
}

/// When it is pushed (ms), to which chat, and how much it presses.
fn pushed() -> impl Strategy<Value = (i64, u64, Urgency)> {
    (0..20_000_i64, 0..6_u64, prop::sample::select(&Urgency::ALL))
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 128,
        rng_seed: RngSeed::Fixed(1),
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn nothing_is_refused_lost_or_sent_twice(
        rates in rates(),
        network in network(),
        seed: u64,
        pushes in vec(pushed(), 1..300),
    ) {
        let mut play = Play::new(rates, network, seed);
        for (at, chat, urgency) in pushes {
            play.push(ms(at), &some_chat(chat), urgency);
        }
        play.run();
        prop_assert_eq!(play.platform.refused, 0);
    }
}

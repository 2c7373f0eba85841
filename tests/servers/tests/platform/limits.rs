//! What the adapter declares, and what a strict platform allows.

use muster_core::chrono::TimeDelta;
use muster_core::surface::{Courier as _, PauseScope, Rates, Verdict};
use muster_test_servers::platform::{Options, TestPlatform};
use muster_test_servers::profile::Profile;

use crate::bot::{adapter, delivery, to_room};

#[tokio::test]
async fn an_adapter_declares_no_rates_or_the_real_ones() {
    for profile in Profile::ALL {
        let platform = TestPlatform::start(profile);
        let unlimited = Rates {
            free_answers: profile.real_rates().free_answers,
            ..Rates::UNLIMITED
        };
        assert_eq!(adapter(&platform).caps().rates, unlimited);
        let platform = Options::new(profile).real_rates().start();
        assert_eq!(adapter(&platform).caps().rates, profile.real_rates());
    }
}

#[tokio::test]
async fn what_is_too_much_is_refused_and_counted() {
    let profile = Profile::NoIdempotency;
    let platform = Options::new(profile).enforce(profile.real_rates()).start();
    let adapter = adapter(&platform);
    let message = |number, room| delivery(number, to_room(profile.platform(), room), "Hello");
    assert!(matches!(
        adapter.deliver(&message(1, "kitchen")).await,
        Verdict::Delivered { .. }
    ));
    let verdict = adapter.deliver(&message(2, "kitchen")).await;
    let Verdict::Paused { scope, length } = verdict else {
        panic!("{verdict:?}")
    };
    assert_eq!(scope, PauseScope::Chat);
    assert!(
        length > TimeDelta::zero() && length <= TimeDelta::seconds(1),
        "{length}"
    );
    assert!(matches!(
        adapter.deliver(&message(3, "garden")).await,
        Verdict::Delivered { .. }
    ));
    assert_eq!((platform.seen().breaches, platform.count()), (1, 2));

    platform.put_clock_forward(std::time::Duration::from_secs(1));
    assert!(matches!(
        adapter.deliver(&message(2, "kitchen")).await,
        Verdict::Delivered { .. }
    ));
    assert_eq!(platform.seen().breaches, 1);
}

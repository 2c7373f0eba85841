//! Each fault gives the verdict that tells the engine the truth.

use std::collections::BTreeSet;
use std::time::Duration;

use muster_core::chrono::TimeDelta;
use muster_core::surface::{Courier as _, Edit, PauseScope, Refusal, Verdict};
use muster_test_servers::platform::{Fault, Operation, Options, TestPlatform, When};
use muster_test_servers::profile::Profile;
use tokio::task::JoinSet;

use crate::bot::{adapter, card, delivery, room, to_person, to_room};

#[tokio::test]
async fn a_fault_gives_its_verdict_and_is_carried_out_or_not() {
    let retry_after = Duration::from_micros(1_500_500);
    let length = TimeDelta::milliseconds(1_501);
    let too_many = |scope| Fault::TooMany { scope, retry_after };
    let paused = |scope| Verdict::Paused { scope, length };
    let short = Duration::from_millis(5);
    let done = Verdict::Delivered {
        receipt: Some("m1".to_owned()),
    };
    for profile in Profile::ALL {
        for (fault, verdict, shown) in [
            (
                Fault::Refuse(Refusal::Forbidden),
                Verdict::Refused(Refusal::Forbidden),
                0,
            ),
            (Fault::Delay(short), done.clone(), 1),
            (Fault::AnswerLate(short), done.clone(), 1),
            (too_many(PauseScope::Account), paused(PauseScope::Account), 0),
            (too_many(PauseScope::Chat), paused(PauseScope::Chat), 0),
            (Fault::DropBefore, Verdict::Unknown, 0),
            (Fault::DropAfter, Verdict::Unknown, 1),
            (Fault::Unavailable, Verdict::Retry { after: None }, 0),
        ] {
            let platform = TestPlatform::start(profile);
            let adapter = adapter(&platform);
            platform.fault(When::next(1), fault);
            let message = delivery(1, to_room(profile.platform(), "kitchen"), "Hello");
            assert_eq!(adapter.deliver(&message).await, verdict, "{profile}: {fault:?}");
            assert_eq!(platform.count(), shown, "{profile}: {fault:?}");
            let message = delivery(2, to_room(profile.platform(), "kitchen"), "Hello");
            let verdict = adapter.deliver(&message).await;
            assert!(
                matches!(verdict, Verdict::Delivered { .. }),
                "only the next one: {verdict:?}"
            );
        }
    }
}

#[tokio::test]
async fn an_edit_meets_faults_too() {
    let profile = Profile::NoIdempotency;
    let platform = TestPlatform::start(profile);
    let adapter = adapter(&platform);
    platform.fault(When::next(1).of(Operation::Edit), Fault::DropAfter);
    adapter
        .deliver(&delivery(1, to_room(profile.platform(), "kitchen"), "0 of 2"))
        .await;
    let edit = Edit {
        room: room(profile.platform(), "kitchen"),
        message: "m1".to_owned(),
        language: muster_core::locale::Language::English,
        prefix: muster_core::people::Prefix::default(),
        card: card("1 of 2"),
    };
    assert_eq!(adapter.edit(&edit).await, Verdict::Unknown);
    assert_eq!(platform.messages()[0].text, "1 of 2");
}

#[tokio::test]
async fn a_fault_meets_what_it_is_about() {
    let profile = Profile::TransactionIds;
    let platform = TestPlatform::start(profile);
    let adapter = adapter(&platform);
    platform.fault(When::every(3).in_room("kitchen"), Fault::Unavailable);
    platform.fault(When::always().to_person("ben"), Fault::Refuse(Refusal::Blocked));
    platform.fault(
        When::always().also(|attempt| attempt.text.contains("rain")),
        Fault::DropBefore,
    );
    let mut verdicts = Vec::new();
    for number in 0..6 {
        let to = to_room(profile.platform(), "kitchen");
        verdicts.push(adapter.deliver(&delivery(number, to, "Hello")).await);
    }
    let unavailable: Vec<_> = (0..6)
        .filter(|n| verdicts[*n] == Verdict::Retry { after: None })
        .collect();
    assert_eq!(unavailable, [2, 5]);
    let to_ben = delivery(7, to_person(profile.platform(), "ben"), "Hello");
    assert_eq!(adapter.deliver(&to_ben).await, Verdict::Refused(Refusal::Blocked));
    let rain = delivery(8, to_room(profile.platform(), "garden"), "Not in the rain");
    assert_eq!(adapter.deliver(&rain).await, Verdict::Unknown);
    assert_eq!(platform.seen().faults, 4);
    platform.clear_faults();
    assert!(matches!(adapter.deliver(&rain).await, Verdict::Delivered { .. }));
}

#[tokio::test]
async fn what_cannot_be_sent_is_certainly_not_delivered() {
    let profile = Profile::NoIdempotency;
    let platform = TestPlatform::start(profile);
    let adapter = adapter(&platform);
    let message = |number| delivery(number, to_room(profile.platform(), "kitchen"), "Hello");
    assert!(matches!(adapter.deliver(&message(1)).await, Verdict::Delivered { .. }));
    platform.begin_outage();
    let verdict = adapter.deliver(&message(2)).await;
    // The idle connection may take a request before it is cut.
    assert!(
        matches!(verdict, Verdict::Retry { .. } | Verdict::Unknown),
        "{verdict:?}"
    );
    assert_eq!(adapter.deliver(&message(3)).await, Verdict::Retry { after: None });
    platform.end_outage();
    assert!(matches!(adapter.deliver(&message(4)).await, Verdict::Delivered { .. }));
}

#[tokio::test]
async fn a_request_without_an_answer_is_given_up() {
    let profile = Profile::TransactionIds;
    let platform = Options::new(profile).patience(Duration::from_millis(50)).start();
    let adapter = adapter(&platform);
    platform.fault(When::next(1), Fault::AnswerLate(Duration::from_mins(10)));
    platform.fault(When::next(1), Fault::Delay(Duration::from_millis(100)));
    let message = delivery(1, to_room(profile.platform(), "kitchen"), "Hello");
    assert_eq!(adapter.deliver(&message).await, Verdict::Unknown);
    assert_eq!(platform.count(), 1, "it was carried out at once");
    let late = delivery(2, to_room(profile.platform(), "kitchen"), "Hello");
    assert_eq!(adapter.deliver(&late).await, Verdict::Unknown);
    platform
        .until("it is carried out late", |seen| seen.messages.len() == 2)
        .await;
}

#[tokio::test]
async fn under_random_faults_every_verdict_is_true() {
    for profile in Profile::ALL {
        let seed = 20_261_202;
        let platform = TestPlatform::start(profile);
        platform.random_faults(400, seed);
        let adapter = adapter(&platform);
        let mut sending = JoinSet::new();
        for number in 0..400 {
            let adapter = adapter.clone();
            let to = to_room(profile.platform(), "kitchen");
            sending.spawn(async move {
                let verdict = adapter.deliver(&delivery(number, to, &format!("job-{number}"))).await;
                (format!("job-{number}"), verdict)
            });
        }
        let verdicts = sending.join_all().await;
        let messages = platform.messages();
        let shown: BTreeSet<&str> = messages.iter().map(|shown| shown.text.as_str()).collect();
        assert_eq!(shown.len(), messages.len(), "seed {seed}: something is shown twice");
        let mut kinds = [0; 5];
        for (text, verdict) in &verdicts {
            let is_shown = shown.contains(text.as_str());
            let kind = match (verdict, is_shown) {
                (Verdict::Delivered { .. }, true) => 0,
                (Verdict::Retry { .. }, false) => 1,
                (Verdict::Paused { .. }, false) => 2,
                (Verdict::Unknown, true) => 3,
                (Verdict::Unknown, false) => 4,
                (verdict, is_shown) => panic!("seed {seed}: {verdict:?} of {text}, shown: {is_shown}"),
            };
            kinds[kind] += 1;
        }
        assert!(
            kinds.iter().all(|count| *count > 0),
            "seed {seed}: not all happened: {kinds:?}"
        );
        assert!(platform.seen().faults > 100, "seed {seed}");
    }
}

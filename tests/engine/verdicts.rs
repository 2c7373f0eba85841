//! What the platform says of a message, and what becomes of it then.

use std::time::Duration;

use muster_core::chrono::TimeDelta;
use muster_core::surface::{PauseScope, Refusal};
use muster_test_servers::clock::ClockControl;
use muster_test_servers::platform::{Fault, TestPlatform, When};
use muster_test_servers::profile::Profile;

use crate::bot;
use crate::scene::{answer, answers, ask, connected, each_is_answered_once, nine, square, wind};

const PAUSE: Duration = Duration::from_millis(1_500);

fn too_many(scope: PauseScope, retry_after: Duration) -> Fault {
    Fault::TooMany { scope, retry_after }
}

/// How long after the event was told its answer was seen.
fn took(platform: &TestPlatform, event: &str) -> Duration {
    let shown = answer(platform, event);
    shown
        .at
        .saturating_sub(platform.seen().event(event).unwrap().told_at.unwrap())
}

#[test]
fn too_much_in_a_chat_pauses_that_chat_for_so_long_and_keeps_its_order() {
    let platform = square(Profile::TransactionIds);
    let run = bot::on_sqlite(&[&platform]).start();
    connected(&platform);
    platform.fault(When::next(1).in_room("main"), too_many(PauseScope::Chat, PAUSE));
    let paused: Vec<_> = (0..5)
        .map(|n| platform.say("main", "ana", &format!("task add Bag {n}")))
        .collect();
    let other = platform.say("kitchen", "ben", "task list");
    let shown = answers(&platform, &paused);
    assert!(took(&platform, &other) < PAUSE, "{:?}", took(&platform, &other));
    assert!(took(&platform, &paused[0]) >= PAUSE);
    let receipts: Vec<usize> = shown.iter().map(|shown| shown.receipt[1..].parse().unwrap()).collect();
    assert!(receipts.is_sorted(), "{receipts:?}");
    let told = run.wait_until_quiet();
    assert_eq!(
        told.value("muster_delivery_attempts_total{platform=\"matrix\",verdict=\"paused\"}"),
        1
    );
    assert_eq!(run.end(), Some(0));
}

#[test]
fn too_much_in_all_pauses_everything() {
    let platform = square(Profile::TransactionIds);
    let run = bot::on_sqlite(&[&platform]).start();
    connected(&platform);
    platform.fault(When::next(1).in_room("main"), too_many(PauseScope::Account, PAUSE));
    let first = platform.say("main", "ana", "task list");
    run.wait_until_told("it is paused", |told| {
        told.value("muster_delivery_attempts_total{platform=\"matrix\",verdict=\"paused\"}") == 1
    });
    let attempts = platform.seen().attempts;
    let other = platform.say("kitchen", "ben", "task list");
    answers(&platform, &[first.clone(), other.clone()]);
    assert!(took(&platform, &first) >= PAUSE);
    assert!(answer(&platform, &other).at >= platform.seen().event(&first).unwrap().told_at.unwrap() + PAUSE);
    assert_eq!(platform.seen().attempts, attempts + 2, "nothing was tried meanwhile");
    assert_eq!(run.end(), Some(0));
}

#[test]
fn a_pause_is_no_attempt() {
    let platform = square(Profile::TransactionIds);
    let run = bot::on_sqlite(&[&platform]).start();
    connected(&platform);
    platform.fault(When::next(60), too_many(PauseScope::Chat, Duration::from_millis(5)));
    ask(&platform, "main", "ana", "task list");
    assert_eq!(platform.seen().attempts, 61);
    assert_eq!(run.end(), Some(0));
}

#[test]
fn a_platform_that_cannot_is_tried_again_with_pauses_and_not_for_ever() {
    let (platform, clock) = (square(Profile::TransactionIds), ClockControl::start(nine()));
    let run = bot::on_sqlite(&[&platform]).by(&clock).start();
    connected(&platform);
    platform.fault(When::always().in_room("main"), Fault::Unavailable);
    platform.say("main", "ana", "task list");
    for attempts in 1..=24 {
        wind(&clock, TimeDelta::minutes(16), &platform, "the next attempt", |seen| {
            seen.attempts >= attempts
        });
    }
    assert!(clock.now() - nine() > TimeDelta::hours(4), "with pauses");
    run.wait_until_quiet();
    for _ in 0..4 {
        clock.set(clock.now() + TimeDelta::minutes(16));
        ask(&platform, "kitchen", "ben", "task list");
    }
    assert_eq!(platform.seen().attempts, 24 + 4);
    assert_eq!(run.end(), Some(0));
}

#[test]
fn what_is_refused_is_settled_with_its_reason() {
    let platform = square(Profile::TransactionIds);
    let run = bot::on_sqlite(&[&platform]).start();
    connected(&platform);
    platform.fault(When::next(1).in_room("main"), Fault::Refuse(Refusal::Forbidden));
    platform.say("main", "ana", "task list");
    let told = run.wait_until_told("it was refused", |told| {
        told.value("muster_delivery_refusals_total{platform=\"matrix\",reason=\"forbidden\"}") == 1 && told.is_quiet()
    });
    assert_eq!(
        told.value("muster_delivery_attempts_total{platform=\"matrix\",verdict=\"refused\"}"),
        1
    );
    ask(&platform, "main", "ana", "task list");
    assert_eq!(platform.seen().attempts, 2);
    assert_eq!(run.end(), Some(0));
}

#[test]
fn an_answer_that_was_cut_off_is_seen_once_where_the_platform_knows_it_again_and_else_marked() {
    for profile in Profile::ALL {
        let platform = square(profile);
        let run = bot::on_sqlite(&[&platform]).start();
        connected(&platform);
        ask(&platform, "kitchen", "ana", "task list");
        platform.fault(When::next(1).in_room("main"), Fault::DropAfter);
        let words = platform.say("main", "ana", "task list");
        platform.wait_until("it was tried twice", |seen| seen.attempts >= 3);
        run.wait_until_quiet();
        platform.fault(When::next(1).in_room("main"), Fault::DropAfter);
        let card = platform.say("main", "ana", "task add Bags");
        answer(&platform, &card);
        run.wait_until_quiet();
        let seen = platform.seen();
        let texts: Vec<_> = seen.answers_to(&words).map(|shown| shown.text.clone()).collect();
        each_is_answered_once(&seen, &[card]);
        if profile == Profile::NoIdempotency {
            assert_eq!(texts.len(), 2, "{texts:#?}");
            assert!(
                !texts[0].contains("(possibly repeated)") && texts[1].contains("(possibly repeated)"),
                "{texts:#?}"
            );
            let repeated = "muster_delivery_possibly_repeated_total{platform=\"telegram\"}";
            assert_eq!(run.told().value(repeated), 1);
        } else {
            assert_eq!(texts.len(), 1, "{profile}: {texts:#?}");
            assert!(!texts[0].contains("(possibly repeated)"), "{profile}: {texts:#?}");
        }
        assert_eq!(run.end(), Some(0));
    }
}

#[test]
fn after_an_outage_everything_arrives() {
    for profile in [Profile::NoIdempotency, Profile::TransactionIds] {
        let platform = square(profile);
        let run = bot::on_sqlite(&[&platform]).start();
        connected(&platform);
        ask(&platform, "main", "ana", "task add Bags");
        platform.fault(When::always(), Fault::Unavailable);
        let before: Vec<_> = (0..10).map(|_| platform.say("main", "ana", "task list")).collect();
        let retries = format!(
            "muster_delivery_attempts_total{{platform=\"{}\",verdict=\"retry\"}}",
            profile.platform().code()
        );
        run.wait_until_told("the answers are tried", |told| told.value(&retries) >= 10);
        platform.begin_outage();
        platform.clear_faults();
        let tried = run.told().value(&retries);
        let during: Vec<_> = ["ben", "cleo"]
            .map(|who| platform.say("kitchen", who, "task list"))
            .into();
        run.wait_until_told("they are tried again", |told| told.value(&retries) >= tried + 5);
        platform.end_outage();
        let events = [before, during].concat();
        answers(&platform, &events);
        run.wait_until_quiet();
        each_is_answered_once(&platform.seen(), &events);
        assert_eq!(run.end(), Some(0));
    }
}

#[test]
fn what_was_for_a_room_that_moved_goes_where_it_is_now() {
    let platform = square(Profile::NoIdempotency);
    let run = bot::on_sqlite(&[&platform]).start();
    connected(&platform);
    ask(&platform, "main", "ana", "task add Bags");
    platform.fault(When::next(1), Fault::Unavailable);
    let waits = platform.say("main", "ana", "task add Tables");
    platform.wait_until("it was tried", |seen| seen.faults == 1);
    platform.move_room("main", "hall");
    let later = platform.say("main", "ana", "task add Chairs");
    let shown = answers(&platform, &[waits, later]);
    assert!(shown.iter().all(|shown| shown.chat.room() == "hall"), "{shown:#?}");
    run.wait_until_quiet();
    assert_eq!(platform.messages_in("hall").len(), 2);
    assert_eq!(run.end(), Some(0));
}

//! A regular end: what is under way is finished, what is held is handed back, and the next start goes on at once.

use std::time::{Duration, Instant};

use muster_core::chrono::TimeDelta;
use muster_test_servers::clock::ClockControl;
use muster_test_servers::platform::{Fault, When};
use muster_test_servers::profile::Profile;

use crate::bot;
use crate::scene::{answers, ask, connected, each_is_answered_once, nine, square};
use muster_test_servers::full;

/// How long an end may take.
const DRAIN: Duration = Duration::from_secs(11);

#[test]
fn an_end_while_messages_are_under_way_loses_and_doubles_nothing() {
    for profile in [Profile::NoIdempotency, Profile::TransactionIds] {
        let platform = square(profile);
        // It stands: what is not handed back is held for ever.
        let clock = ClockControl::start(nine());
        let bot = bot::on_sqlite(&[&platform]).by(&clock);
        let mut run = bot.start();
        connected(&platform);
        let mut events = vec![platform.say("main", "ana", "team list")];
        answers(&platform, &events);
        for round in 1..=3 {
            events.extend((0..60).map(|n| {
                let room = ["main", "kitchen", "attic"][n % 3];
                platform.say(room, &format!("p{round}-{}", n % 20), "task add Bags")
            }));
            let enough = events.len() - 40;
            platform.wait_until("some are answered", |seen| seen.messages.len() >= enough);
            let began = Instant::now();
            assert_eq!(run.end(), Some(0));
            assert!(began.elapsed() < DRAIN, "{:?}", began.elapsed());
            run = bot.start();
        }
        answers(&platform, &events);
        run.wait_until_quiet();
        assert_eq!(run.end(), Some(0));
        each_is_answered_once(&platform.seen(), &events);
        assert_eq!(platform.count(), events.len(), "nothing else was said");
    }
}

#[test]
fn an_end_waits_for_a_platform_that_answers_late() {
    let platform = square(Profile::NoIdempotency);
    let clock = ClockControl::start(nine());
    let bot = bot::on_sqlite(&[&platform]).by(&clock);
    let run = bot.start();
    connected(&platform);
    ask(&platform, "main", "ana", "task list");
    platform.fault(When::next(8), Fault::AnswerLate(Duration::from_secs(2)));
    let rooms = ["a", "b", "c", "d", "e", "f", "g", "h"];
    let events = rooms.map(|room| platform.say(room, "ana", "task list"));
    platform.wait_until("all are under way", |seen| seen.faults == 8);
    let began = Instant::now();
    assert_eq!(run.end(), Some(0));
    assert!(began.elapsed() < DRAIN, "{:?}", began.elapsed());
    let run = bot.start();
    connected(&platform);
    ask(&platform, "main", "ana", "task list");
    run.wait_until_quiet();
    assert_eq!(run.end(), Some(0));
    each_is_answered_once(&platform.seen(), &events);
}

#[test]
fn an_end_does_not_wait_for_a_platform_that_never_answers() {
    if !full() {
        return;
    }
    let platform = square(Profile::TransactionIds);
    let clock = ClockControl::start(nine());
    let bot = bot::on_sqlite(&[&platform]).by(&clock);
    let run = bot.start();
    connected(&platform);
    platform.fault(When::next(1), Fault::Delay(Duration::from_mins(2)));
    let event = platform.say("main", "ana", "help");
    platform.wait_until("it is under way", |seen| seen.faults == 1);
    let began = Instant::now();
    assert_eq!(run.end(), Some(0));
    assert!(
        began.elapsed() < DRAIN + Duration::from_secs(1),
        "{:?}",
        began.elapsed()
    );
    let run = bot.start();
    connected(&platform);
    clock.set(nine() + TimeDelta::minutes(1));
    answers(&platform, &[event]);
    assert_eq!(run.end(), Some(0));
}

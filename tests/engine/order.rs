//! Within a room events are carried out in the order in which they came; rooms are independent of each other; what memory
//! does not hold is kept.

use muster_core::chrono::TimeDelta;
use muster_test_servers::clock::ClockControl;
use muster_test_servers::platform::TestPlatform;
use muster_test_servers::profile::Profile;

use crate::bot;
use crate::scene::{Lock, answer, answers, ask, connected, database, each_is_answered_once, nine, square};
use muster_test_servers::full;

#[test]
fn two_hundred_commands_in_a_room_are_answered_in_their_order() {
    // Where an answer is given in place, each at its event, it waits for no other.
    for profile in [Profile::NoIdempotency, Profile::TransactionIds] {
        let platform = square(profile);
        let bot = bot::on_sqlite(&[&platform]);
        let run = bot.start();
        connected(&platform);
        ask(&platform, "main", "ana", "team list");
        let events: Vec<_> = (0..200).map(|n| say_nth(&platform, n)).collect();
        are_in_order(&platform, &events);
        assert_eq!(run.end(), Some(0));
    }
}

#[test]
fn a_slow_room_delays_no_other_and_keeps_its_order() {
    let (platform, database) = (square(Profile::TransactionIds), database());
    let bot = bot::on_database(&[&platform], database.url());
    let run = bot.start();
    connected(&platform);
    ask(&platform, "main", "ana", "shift add Canvass sat 10am-1pm needs:2");
    // So that nothing else waits for the shift.
    run.wait_until_quiet();
    let lock = Lock::on_shift(&database, 1);
    let slow = platform.say("main", "ben", "shift claim S1");
    let behind: Vec<_> = (0..40).map(|n| say_nth(&platform, n)).collect();
    for room in ["kitchen", "attic", "cellar"] {
        ask(&platform, room, "cleo", "help");
    }
    let seen = platform.seen();
    let waiting = behind
        .iter()
        .chain([&slow])
        .all(|event| seen.answers_to(event).count() == 0);
    assert!(waiting, "the others were answered while the slow room waited");
    lock.release();
    assert!(answer(&platform, &slow).text.contains("You are in S1"));
    are_in_order(&platform, &behind);
    assert_eq!(run.end(), Some(0));
}

#[test]
fn more_than_memory_holds_is_carried_out_in_order_also_after_a_kill() {
    let (platform, database) = (square(Profile::TransactionIds), database());
    let clock = ClockControl::start(nine());
    let bot = bot::on_database(&[&platform], database.url()).by(&clock);
    let run = bot.start();
    connected(&platform);
    ask(&platform, "main", "ana", "shift add Canvass sat 10am-1pm needs:2");
    // So that nothing else waits for the shift.
    run.wait_until_quiet();
    let lock = Lock::on_shift(&database, 1);
    let mut events = vec![platform.say("main", "ben", "shift claim S1")];
    let most = if full() { 1_000 } else { 300 };
    for n in 0..most {
        events.push(say_nth(&platform, n));
        if n % 100 == 99 {
            accepted(&platform, &events);
            // So that nobody asks too much at once.
            clock.set(clock.now() + TimeDelta::seconds(10));
        }
    }
    accepted(&platform, &events);
    run.kill();
    let run = bot.start();
    clock.set(clock.now() + TimeDelta::minutes(1));
    connected(&platform);
    lock.release();
    are_in_order(&platform, &events[1..]);
    assert_eq!(run.end(), Some(0));
}

/// One of fifty people adds a task.
fn say_nth(platform: &TestPlatform, n: usize) -> String {
    platform.say("main", &format!("p{}", n % 50), &format!("task add Bag {n}"))
}

/// Waits until the bot has accepted all of them.
fn accepted(platform: &TestPlatform, events: &[String]) {
    platform.wait_until("the events are accepted", |seen| {
        events.iter().all(|event| seen.event(event).unwrap().acknowledged)
    });
}

/// The answers to commands that add tasks came in the order of asking, and so did the effects.
fn are_in_order(platform: &TestPlatform, events: &[String]) {
    let answers = answers(platform, events);
    each_is_answered_once(&platform.seen(), events);
    let receipts: Vec<usize> = answers
        .iter()
        .map(|shown| shown.receipt[1..].parse().unwrap())
        .collect();
    assert!(receipts.is_sorted(), "{receipts:?}");
    for (n, shown) in answers.iter().enumerate() {
        assert!(
            shown.text.contains(&format!("T{} · Bag {n}\n", n + 1)),
            "{n}: {}",
            shown.text
        );
    }
}

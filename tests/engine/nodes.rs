//! Several nodes on one database: each platform is served by one of them, and by the next one when that is gone.

use muster_core::chrono::TimeDelta;
use muster_test_servers::clock::ClockControl;
use muster_test_servers::platform::{Fault, Options, TestPlatform, When};
use muster_test_servers::postgres::TestDatabase;
use muster_test_servers::profile::Profile;

use crate::bot::{self, Bot, Run};
use crate::scene::{
    answer, answers, ask, ask_private, connected, database, each_is_answered_once, joins, nine, square, wind,
};
use muster_test_servers::bot::told::get;

/// Two starts that serve the same platform; the first one holds it.
struct Pair {
    platform: TestPlatform,
    clock: ClockControl,
    holder: Run,
    other: Run,
    database: TestDatabase,
}

fn pair() -> Pair {
    // Only one may be told of events here: a second one would be a conflict.
    let (platform, clock, database) = (square(Profile::NoIdempotency), ClockControl::start(nine()), database());
    let bots = [(); 2].map(|()| bot::on_database(&[&platform], database.url()).by(&clock));
    let holder = bots[0].start();
    connected(&platform);
    let other = bots[1].start();
    other.admin();
    Pair {
        platform,
        clock,
        holder,
        other,
        database,
    }
}

fn ready(run: &Run) -> (u16, String) {
    get(run.admin(), "/readyz")
}

#[test]
fn one_of_two_nodes_serves_and_both_say_which() {
    let Pair {
        platform,
        clock,
        holder,
        other,
        database: _kept,
    } = pair();
    let mut events = Vec::new();
    for minute in 0..5 {
        clock.set(nine() + TimeDelta::seconds(7 * minute));
        if minute == 0 {
            ask(&platform, "main", "ana", "task list");
        }
        events.extend((0..8).map(|n| platform.say("main", &format!("p{n}"), "task add Bags")));
        answers(&platform, &events);
    }
    let held = |by| (200, format!("store: answers\ntelegram: held by {by} node\n"));
    assert_eq!(ready(&holder), held("this"));
    assert_eq!(ready(&other), held("another"));
    let held = "muster_lease_held{platform=\"telegram\"}";
    assert_eq!((holder.told().value(held), other.told().value(held)), (1, 0));
    let received = "muster_events_received_total{platform=\"telegram\"}";
    assert_eq!((holder.told().value(received), other.told().value(received)), (41, 0));
    assert_eq!((other.end(), holder.end()), (Some(0), Some(0)));
    let seen = platform.seen();
    assert_eq!(seen.conflicts, 0);
    each_is_answered_once(&seen, &events);
}

#[test]
fn a_holder_that_is_killed_is_replaced_when_its_lease_has_run_out() {
    let Pair {
        platform,
        clock,
        holder,
        other,
        database: _kept,
    } = pair();
    ask(&platform, "main", "ana", "shift add Canvass sat 10am-1pm needs:2");
    platform.fault(When::always(), Fault::Unavailable);
    let pending: Vec<_> = (0..10)
        .map(|n| platform.say("kitchen", &format!("p{n}"), "task list"))
        .collect();
    platform.wait_until("they are tried", |seen| seen.faults >= 10);
    holder.kill();
    platform.clear_faults();
    let later = platform.say("main", "ana", "task list");
    clock.set(nine() + TimeDelta::seconds(14));
    let nobodys = ready(&other);
    assert_eq!(
        nobodys.1, "store: answers\ntelegram: held by another node\n",
        "not before its time"
    );
    wind(
        &clock,
        TimeDelta::seconds(5),
        &platform,
        "the other one is connected",
        |seen| seen.connected,
    );
    assert!(clock.now() <= nine() + TimeDelta::seconds(34), "soon: {}", clock.now());
    clock.set(clock.now() + TimeDelta::seconds(10));
    answers(&platform, &pending);
    answer(&platform, &later);
    assert_eq!(ready(&other).1, "store: answers\ntelegram: held by this node\n");
    other.wait_until_quiet();
    assert_eq!(other.end(), Some(0));
    each_is_answered_once(&platform.seen(), &pending);
    each_is_answered_once(&platform.seen(), &[later]);
}

/// The clock stands: the other one is told.
#[test]
fn a_holder_that_ends_is_replaced_at_once() {
    let Pair {
        platform,
        clock: _stands,
        holder,
        other,
        database: _kept,
    } = pair();
    let before = ask(&platform, "main", "ana", "task add Bags").answers.unwrap();
    assert_eq!(holder.end(), Some(0));
    let after = platform.say("main", "ana", "task list");
    answer(&platform, &after);
    each_is_answered_once(&platform.seen(), &[before, after]);
    assert_eq!(other.end(), Some(0));
}

/// The clocks stand: nothing is found by looking every few seconds.
#[test]
fn what_one_node_does_reaches_the_readers_that_another_one_serves() {
    let (clock, database) = (ClockControl::start(nine()), database());
    let square = square(Profile::TransactionIds);
    let hall = Options::new(Profile::NoIdempotency).place("hall", "Hall").start();
    hall.administrator("zoe");
    hall.start_private("zoe");
    let bots = [&square, &hall].map(|platform| bot::on_database(&[platform], database.url()).by(&clock));
    let runs = bots.each_ref().map(Bot::start);
    [&square, &hall].into_iter().for_each(connected);
    ask(&square, "main", "ana", "team list");
    let linked = joins(&square, "ana", &hall, ("foyer", "zoe"));
    assert!(linked.contains("belongs to the group"), "{linked}");
    ask_private(&hall, "ben", "me");
    ask(&hall, "foyer", "ben", "team list");
    ask(&square, "main", "ana", "task add Bags for:ben");
    hall.wait_until("ben hears of it", |seen| {
        seen.messages_to("ben")
            .any(|shown| shown.text.starts_with("ana gave you T1."))
    });
    // And a card that stands here follows what is done there.
    ask(&square, "main", "ana", "shift add Canvass sat 10am-1pm needs:1");
    // With nothing but the card in the answer, which would be edited away first.
    ask(&hall, "foyer", "zoe", "team list");
    let card = ask(&hall, "foyer", "zoe", "shift show S1");
    ask(&square, "main", "ana", "shift claim S1");
    hall.wait_until("the card is full", |seen| {
        seen.message(&card.receipt).unwrap().text.contains("1 of 1")
    });
    assert!(runs.map(Run::end).iter().all(|code| *code == Some(0)));
}

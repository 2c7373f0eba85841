//! A platform whose events do not say who administers a place is asked, where a command looks at it and only there.

use muster_core::chrono::TimeDelta;
use muster_test_servers::clock::ClockControl;
use muster_test_servers::platform::{Fault, Operation, When};
use muster_test_servers::profile::Profile;

use crate::bot;
use crate::scene::{answer, ask, connected, nine, square, wind};

#[test]
fn it_is_asked_for_founding_and_no_more() {
    let platform = square(Profile::NoIdempotency);
    let run = bot::on_sqlite(&[&platform]).start();
    connected(&platform);
    let refused = ask(&platform, "main", "ben", "shift list").text;
    assert!(refused.starts_with("This place has no group yet."), "{refused}");
    ask(&platform, "main", "ben", "help");
    let founded = ask(&platform, "main", "ana", "shift list").text;
    assert!(founded.contains("I founded the group"), "{founded}");
    for who in ["ana", "ben", "cleo"] {
        ask(&platform, "main", who, "shift list");
    }
    assert_eq!(platform.seen().asked, 2);
    assert_eq!(run.end(), Some(0));
}

#[test]
fn what_the_platform_does_not_say_now_is_asked_again_in_order() {
    let platform = square(Profile::NoIdempotency);
    platform.fault(When::next(2).of(Operation::Standing), Fault::Unavailable);
    let run = bot::on_sqlite(&[&platform]).start();
    connected(&platform);
    let first = platform.say("main", "ana", "task add Print flyers");
    let second = platform.say("main", "ben", "task add Bring tables");
    let first = answer(&platform, &first).text;
    assert!(first.contains("T1 · Print flyers"), "{first}");
    assert!(first.contains("I founded the group"), "{first}");
    let second = answer(&platform, &second).text;
    assert!(second.contains("T2 · Bring tables"), "{second}");
    assert_eq!(platform.seen().asked, 3);
    assert_eq!(run.log().with("ERROR").len(), 0);
    assert_eq!(run.end(), Some(0));
}

#[test]
fn a_platform_that_never_says_ends_in_an_apology() {
    let (platform, clock) = (square(Profile::NoIdempotency), ClockControl::start(nine()));
    platform.fault(When::always().of(Operation::Standing), Fault::Unavailable);
    let run = bot::on_sqlite(&[&platform]).by(&clock).start();
    connected(&platform);
    let event = platform.say("main", "ana", "task add Print flyers");
    wind(
        &clock,
        TimeDelta::seconds(1),
        &platform,
        "somebody apologises",
        |seen| {
            seen.answers_to(&event)
                .any(|shown| shown.text.contains("Something went wrong on my side"))
        },
    );
    let asked = platform.seen().asked;
    assert!((10..=13).contains(&asked), "asked {asked} times");
    assert_eq!(run.log().with("ERROR").len(), 1);
    let helped = ask(&platform, "main", "ben", "help").text;
    assert!(helped.contains("What I can do here"), "{helped}");
    assert_eq!(run.end(), Some(0));
}

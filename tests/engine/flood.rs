//! Whoever asks too much at once is told so once; nobody else notices.

use muster_test_servers::clock::ClockControl;
use muster_test_servers::profile::Profile;

use crate::bot;
use crate::scene::{answers, ask, connected, each_is_answered_once, nine, square};

#[test]
fn sixty_commands_at_once_are_twenty_and_one_polite_answer() {
    let platform = square(Profile::TransactionIds);
    let clock = ClockControl::start(nine());
    let bot = bot::on_sqlite(&[&platform]).by(&clock);
    let run = bot.start();
    connected(&platform);
    ask(&platform, "main", "ana", "team list");
    let events: Vec<_> = (0..60)
        .map(|n| platform.say("main", "ben", &format!("task add Bag {n}")))
        .collect();
    // Order is kept in a room: when this is answered, everything before it was.
    ask(&platform, "main", "cleo", "help");
    let seen = platform.seen();
    each_is_answered_once(&seen, &events[..=20]);
    let texts: Vec<_> = events
        .iter()
        .map(|event| seen.answers_to(event).next().map(|shown| &shown.text))
        .collect();
    for (n, text) in texts.iter().enumerate() {
        match n {
            0..20 => assert!(
                text.is_some_and(|text| text.contains(&format!("T{} · Bag {n}", n + 1))),
                "{n}: {text:?}"
            ),
            20 => assert!(
                text.is_some_and(|text| text.starts_with("That was a lot at once.")),
                "{text:?}"
            ),
            _ => assert_eq!(*text, None, "{n}"),
        }
    }
    assert_eq!(
        run.told().value("muster_events_declined_total{platform=\"matrix\"}"),
        40
    );
    assert!(
        ask(&platform, "kitchen", "ana", "task list")
            .text
            .starts_with("20 tasks")
    );
    assert_eq!(run.end(), Some(0));
}

#[test]
fn two_hundred_people_claim_at_once_and_each_is_answered() {
    let platform = square(Profile::TransactionIds);
    let bot = bot::on_sqlite(&[&platform]);
    let run = bot.start();
    connected(&platform);
    ask(&platform, "main", "ana", "shift add Canvass sat 10am-1pm needs:50");
    let events: Vec<_> = (0..200)
        .map(|n| platform.say("main", &format!("p{n}"), "shift claim S1"))
        .collect();
    let answers = answers(&platform, &events);
    each_is_answered_once(&platform.seen(), &events);
    let seated = answers
        .iter()
        .filter(|shown| shown.text.contains("You are in S1"))
        .count();
    assert_eq!(seated, 50);
    assert_eq!(run.end(), Some(0));
}

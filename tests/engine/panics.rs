//! A bug in one thing ends that thing alone: it is logged once, whoever waits is told, and everything else goes on.

use muster_core::chrono::TimeDelta;
use muster_test_servers::clock::ClockControl;
use muster_test_servers::platform::{Seen, TestPlatform};
use muster_test_servers::profile::Profile;

use crate::bot;
use crate::scene::{answer, answers, ask, connected, each_is_answered_once, nine, square, wind};

#[test]
fn a_command_that_panics_is_answered_with_the_reference_of_its_log_line() {
    for profile in Profile::ALL {
        let platform = square(profile);
        let bot = bot::on_sqlite(&[&platform]).with("MUSTER_LOG", "warn,muster=debug");
        let run = bot.start_failing("dispatch.handle=panic@2");
        connected(&platform);
        ask(&platform, "main", "ana", "task add Bags");
        let panicked = platform.say("main", "ana", "task add Krumplestein");
        let reference = reference_in(&answer(&platform, &panicked).text);
        let others: Vec<_> = ["main", "kitchen"]
            .map(|room| platform.say(room, "ben", "task add Tables"))
            .into();
        let answered = answers(&platform, &others);
        assert!(
            answered.iter().all(|shown| shown.text.contains("Tables")),
            "{answered:#?}"
        );
        let logged = run.log().with(&reference);
        assert_eq!(logged.len(), 1, "{logged:#?}");
        assert!(
            logged[0].contains("ERROR") && logged[0].contains("a command failed"),
            "{}",
            logged[0]
        );
        assert_eq!(run.log().with("ERROR").len(), 1);
        assert_eq!(run.log().with("panicked at").len(), 0);
        assert_eq!(run.log().with("Krumplestein").len(), 0);
        let told = run.told();
        assert_eq!(told.value("muster_panics_total"), 1);
        assert_eq!(told.value("muster_commands_total{outcome=\"failed\"}"), 1);
        assert_eq!(run.end(), Some(0));
        let run = bot.start();
        connected(&platform);
        assert!(
            ask(&platform, "kitchen", "ana", "task list")
                .text
                .starts_with("3 tasks")
        );
        each_is_answered_once(&platform.seen(), &[panicked]);
        assert_eq!(run.end(), Some(0));
    }
}

#[test]
fn due_work_that_panics_is_done_later() {
    let (platform, clock) = (square(Profile::TransactionIds), ClockControl::start(nine()));
    let bot = bot::on_sqlite(&[&platform]).by(&clock);
    let run = bot.start_failing("tick.due=panic@1");
    connected(&platform);
    ask(&platform, "main", "ana", "remind here in 1h Leave for the hall");
    ask(&platform, "main", "ana", "remind here in 1h Bring the keys");
    clock.set(nine() + TimeDelta::hours(1));
    let reminders = |text: &str| {
        platform
            .messages()
            .iter()
            .filter(|shown| shown.answers.is_none() && shown.text.contains(text))
            .count()
    };
    run.log().wait_for("due work failed, and is tried again");
    // The other one does not wait for it.
    platform.wait_until("one reminder is there", |seen| {
        seen.messages.iter().any(|shown| shown.answers.is_none())
    });
    assert_eq!(reminders("Leave for the hall") + reminders("Bring the keys"), 1);
    wind(&clock, TimeDelta::seconds(1), &platform, "both are there", |seen| {
        seen.messages.iter().filter(|shown| shown.answers.is_none()).count() == 2
    });
    assert_eq!((reminders("Leave for the hall"), reminders("Bring the keys")), (1, 1));
    assert_eq!(run.told().value("muster_panics_total"), 1);
    assert_eq!(run.end(), Some(0));
}

#[test]
fn due_work_that_was_done_is_not_done_again_after_a_panic() {
    let (platform, clock) = (square(Profile::NoIdempotency), ClockControl::start(nine()));
    let bot = bot::on_sqlite(&[&platform]).by(&clock);
    let run = bot.start_failing("tick.done=panic@1");
    connected(&platform);
    ask(&platform, "main", "ana", "remind here in 1h Leave for the hall");
    ask(&platform, "main", "ana", "remind here in 2h Bring the keys");
    let unasked = |seen: &Seen| seen.messages.iter().filter(|shown| shown.answers.is_none()).count();
    clock.set(nine() + TimeDelta::hours(1));
    run.log().wait_for("a task died, and is started again");
    wind(&clock, TimeDelta::seconds(1), &platform, "it is there", |seen| {
        unasked(seen) == 1
    });
    clock.set(nine() + TimeDelta::hours(2));
    platform.wait_until("the next one is there", |seen| unasked(seen) == 2);
    run.wait_until_quiet();
    assert_eq!(unasked(&platform.seen()), 2);
    assert_eq!(run.end(), Some(0));
}

/// What is cancelled while it waits to be tried again is not waited for.
#[test]
fn due_work_that_panics_and_is_cancelled_leaves_the_bot_idle() {
    let (platform, clock) = (square(Profile::TransactionIds), ClockControl::start(nine()));
    let bot = bot::on_sqlite(&[&platform]).by(&clock);
    let run = bot.start_failing("tick.due=panic@1");
    connected(&platform);
    ask(&platform, "main", "ana", "remind here in 1h Leave for the hall");
    clock.set(nine() + TimeDelta::hours(1));
    run.log().wait_for("due work failed, and is tried again");
    ask(&platform, "main", "ana", "remind cancel R1");
    clock.set(nine() + TimeDelta::hours(1) + TimeDelta::minutes(1));
    ask(&platform, "main", "ana", "help");
    run.wait_until_quiet();
    let before = run.processor_time();
    std::thread::park_timeout(std::time::Duration::from_secs(1));
    let spent = run.processor_time() - before;
    assert!(spent < 0.2, "an idle bot spent {spent} s of a second");
    assert_eq!(run.end(), Some(0));
}

#[test]
fn a_panic_at_any_point_costs_nobody_an_answer() {
    let points = [
        "intake.received",
        "intake.accepted",
        "dispatch.handled",
        "delivery.leased",
        "delivery.sending",
        "delivery.sent",
        "delivery.settled",
        "edit.sent",
        "lease.taken",
    ];
    for point in points {
        println!("{point}");
        let platform = square(Profile::TransactionIds);
        let bot = bot::on_sqlite(&[&platform]);
        let run = bot.start_failing(&format!("{point}=panic@1"));
        connected(&platform);
        served(&platform);
        let told = run.wait_until_quiet();
        assert_eq!(told.value("muster_panics_total"), 1, "{point}");
        assert_eq!(run.log().with("panicked at").len(), 0, "{point}");
        assert_eq!(run.log().with("ERROR").len(), 1, "{point}");
        assert_eq!(run.end(), Some(0), "{point}");
    }
}

/// What passes the points: commands, news of somebody, and a card that changes.
fn served(platform: &TestPlatform) {
    let shift = platform.say("main", "ana", "shift add Canvass sat 10am-1pm needs:2");
    let mut events = vec![shift.clone()];
    answers(platform, &events);
    events.push(platform.say_private("ben", "me"));
    answers(platform, &events);
    events.extend(["ben", "cleo", "dev"].map(|who| platform.say("kitchen", who, "shift claim S1")));
    answers(platform, &events);
    events.push(platform.say("main", "ana", "task add Bags for:ben"));
    platform.wait_until("the card is full", |seen| {
        seen.answers_to(&shift).any(|card| card.text.contains("2 of 2"))
    });
    platform.wait_until("ben hears of his task", |seen| {
        seen.messages_to("ben")
            .any(|shown| shown.text.starts_with("ana gave you T1."))
    });
    answers(platform, &events);
    each_is_answered_once(&platform.seen(), &events);
}

/// The eight digits of an apology.
fn reference_in(apology: &str) -> String {
    assert!(apology.starts_with("Something went wrong on my side"), "{apology}");
    let mut words = apology.rsplit(|letter: char| !letter.is_ascii_hexdigit());
    words.find(|word| word.len() == 8).unwrap().to_owned()
}

//! What fell due while the bot was down comes late, once, and says so; restarts lose and double nothing.

use muster_core::chrono::TimeDelta;
use muster_core::clock::Instant;
use muster_test_servers::clock::ClockControl;
use muster_test_servers::platform::{Seen, Shown, TestPlatform};
use muster_test_servers::profile::Profile;

use crate::bot;
use crate::scene::{ask, ask_private, connected, nine, square};
use muster_test_servers::full;

/// What was said without being asked for.
fn unasked(seen: &Seen) -> Vec<&Shown> {
    seen.messages.iter().filter(|shown| shown.answers.is_none()).collect()
}

#[test]
fn a_reminder_that_fell_due_while_the_bot_was_down_comes_late_and_once() {
    let (platform, clock) = (square(Profile::TransactionIds), ClockControl::start(nine()));
    let bot = bot::on_sqlite(&[&platform]).by(&clock);
    let run = bot.start();
    connected(&platform);
    ask(&platform, "main", "ana", "remind here every day 9am Stand-up");
    ask_private(&platform, "ana", "remind me in 1h Call Dev");
    run.wait_until_quiet();
    run.kill();
    clock.set(nine() + TimeDelta::days(4) + TimeDelta::hours(3));
    for _ in 0..2 {
        let run = bot.start();
        connected(&platform);
        platform.wait_until("both are there", |seen| unasked(seen).len() >= 2);
        run.wait_until_quiet();
        run.kill();
    }
    let seen = platform.seen();
    let unasked = unasked(&seen);
    assert_eq!(unasked.len(), 2, "{unasked:#?}");
    let (own, room) = if unasked[0].is_private() {
        (unasked[0], unasked[1])
    } else {
        (unasked[1], unasked[0])
    };
    assert!(
        own.text.contains("Call Dev") && own.text.contains("This comes late"),
        "{}",
        own.text
    );
    assert!(
        room.text
            .contains("This comes late, once for all the times that I missed:"),
        "{}",
        room.text
    );
    for day in ["Wed 2 Dec", "Thu 3 Dec", "Fri 4 Dec", "Sat 5 Dec"] {
        assert_eq!(room.text.matches(day).count(), 1, "{day}: {}", room.text);
    }
}

#[test]
fn a_shift_reminds_by_its_ladder_and_a_poll_closes() {
    let (platform, clock) = (square(Profile::TransactionIds), ClockControl::start(nine()));
    let run = bot::on_sqlite(&[&platform]).by(&clock).start();
    connected(&platform);
    ask(&platform, "main", "ana", "shift add Canvass fri 10am-1pm needs:2");
    ask_private(&platform, "ben", "me");
    ask(&platform, "main", "ben", "shift claim S1");
    ask(
        &platform,
        "main",
        "ana",
        "poll new Pizza or tacos? pizza, tacos until:thu 18:00",
    );
    ask(&platform, "main", "ben", "poll vote P1 tacos");
    // Friday 10:00 is three days and an hour away.
    let mut steps = Vec::new();
    let mut before = 0;
    for hour in 1..=76 {
        clock.set(nine() + TimeDelta::hours(hour));
        run.wait_until_quiet();
        let seen = platform.seen();
        steps.extend(
            unasked(&seen)[before..]
                .iter()
                .map(|shown| (hour, shown.chat.room(), shown.text.clone())),
        );
        before = unasked(&seen).len();
    }
    let of = |place: &str, words: &str| -> Vec<i64> {
        let found = steps
            .iter()
            .filter(|(_, room, text)| room == place && text.contains(words));
        found.map(|(hour, ..)| *hour).collect()
    };
    assert_eq!(of("@ben", "S1"), [73 - 24, 73 - 2], "{steps:#?}");
    let closed = of("main", "P1");
    assert_eq!(closed.last(), Some(&(2 * 24 + 9)), "{steps:#?}");
    assert!(ask(&platform, "main", "ana", "poll show P1").text.contains("closed"));
    assert_eq!(run.end(), Some(0));
}

#[test]
fn restarts_every_hour_change_nothing_that_people_see() {
    let hours = if full() { 48 } else { 26 };
    let whole = days(hours, |_| false);
    assert!(whole.len() > 12, "{whole:#?}");
    assert_eq!(days(hours, |_| true), whole);
}

/// What people see hour by hour, where the bot is started again in the hours that are named.
fn days(hours: i64, is_restarted: impl Fn(i64) -> bool) -> Vec<(i64, String, String)> {
    let (platform, clock) = (square(Profile::NoIdempotency), ClockControl::start(nine()));
    let bot = bot::on_sqlite(&[&platform]).by(&clock);
    let mut run = bot.start();
    connected(&platform);
    begin(&platform);
    run.wait_until_quiet();
    let mut steps = Vec::new();
    let mut before = platform.count();
    for hour in 1..=hours {
        let at: Instant = nine() + TimeDelta::hours(hour);
        if is_restarted(hour) {
            // Killed, or ended, and what is due falls due before it is back.
            if hour % 2 == 0 {
                run.kill();
            } else {
                assert_eq!(run.end(), Some(0));
            }
            clock.set(at);
            run = bot.start();
        } else {
            clock.set(at);
        }
        run.wait_until_told("it serves", |told| {
            told.value("muster_lease_held{platform=\"telegram\"}") == 1
        });
        run.wait_until_quiet();
        let messages = platform.messages();
        let mut new: Vec<_> = messages[before..]
            .iter()
            .map(|shown| (hour, shown.chat.room(), shown.text.clone()))
            .collect();
        new.sort();
        steps.append(&mut new);
        before = messages.len();
    }
    assert_eq!(run.end(), Some(0));
    steps
}

/// A desk on which something happens in most hours.
fn begin(platform: &TestPlatform) {
    ask(platform, "main", "ana", "shift add Canvass tomorrow 10am-1pm needs:2");
    for who in ["ben", "cleo"] {
        ask_private(platform, who, "me");
        ask(platform, "main", who, "shift claim S1");
    }
    ask(platform, "main", "ana", "task add Bags due:tomorrow 12:00 for:ben");
    ask(
        platform,
        "main",
        "ana",
        "poll new Pizza or tacos? pizza, tacos until:today 20:00",
    );
    ask(platform, "main", "ben", "poll vote P1 tacos");
    for n in [2, 3, 5, 7, 11, 13, 17, 19, 23] {
        ask(platform, "kitchen", "cleo", &format!("remind here in {n}h Kettle {n}"));
    }
    ask(platform, "kitchen", "ana", "remind here every day 14:00 Dishes");
    ask_private(platform, "ben", "remind me every day 22:00 Sleep");
}

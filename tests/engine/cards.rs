//! A posted card follows what it shows, wherever that is changed, at a bounded pace, and through kills.

use std::time::Duration;

use muster_test_servers::clock::ClockControl;
use muster_test_servers::platform::{Fault, Operation, Options, Shown, TestPlatform, When};
use muster_test_servers::profile::Profile;

use crate::bot;
use crate::scene::{answers, ask, ask_private, connected, joins, nine, square};

const SHIFT: &str = "shift add Canvass sat 10am-1pm needs:2";

/// Waits until the card shows that.
fn shows(platform: &TestPlatform, card: &Shown, words: &str) -> Shown {
    platform.wait_until_some(&format!("the card shows {words:?}"), |seen| {
        seen.message(&card.receipt)
            .filter(|shown| shown.text.contains(words))
            .cloned()
    })
}

#[test]
fn a_card_follows_what_is_done_in_another_room() {
    for profile in Profile::ALL {
        let platform = square(profile);
        let run = bot::on_sqlite(&[&platform]).start();
        connected(&platform);
        let card = ask(&platform, "main", "ana", SHIFT);
        assert!(card.text.contains("0 of 2"), "{}", card.text);
        ask(&platform, "kitchen", "ben", "shift claim S1");
        shows(&platform, &card, "1 of 2");
        ask_private(&platform, "ben", "shift drop S1 now");
        shows(&platform, &card, "0 of 2");
        assert_eq!(run.end(), Some(0));
    }
}

#[test]
fn many_changes_are_few_edits_and_the_last_one_is_shown() {
    let platform = square(Profile::NoIdempotency);
    let run = bot::on_sqlite(&[&platform]).start();
    connected(&platform);
    let card = ask(&platform, "main", "ana", "shift add Canvass sat 10am-1pm needs:80");
    let claims: Vec<_> = (0..80)
        .map(|n| platform.say(&format!("room{}", n % 8), &format!("p{n}"), "shift claim S1"))
        .collect();
    answers(&platform, &claims);
    let shown = shows(&platform, &card, "80 of 80");
    let told_at = platform.seen().event(&claims[0]).unwrap().told_at.unwrap();
    let took = platform.messages().last().unwrap().at.saturating_sub(told_at);
    // One every two seconds at most, the first at once and the last after the last claim.
    let budget = usize::try_from(took.as_secs() / 2).unwrap() + 2;
    assert!(
        shown.earlier.len() <= budget,
        "{} edits in {took:?}",
        shown.earlier.len()
    );
    assert_eq!(run.end(), Some(0));
}

#[test]
fn a_board_follows_whatever_it_shows_and_the_newest_one_does() {
    let platform = square(Profile::NoIdempotency);
    let run = bot::on_sqlite(&[&platform]).start();
    connected(&platform);
    ask(&platform, "main", "ana", SHIFT);
    let first = ask(&platform, "main", "ana", "group board");
    assert!(first.text.contains("Canvass · 2 seats open"), "{}", first.text);
    ask(&platform, "kitchen", "ben", "shift claim S1");
    shows(&platform, &first, "Canvass · 1 seat open");
    let newest = ask(&platform, "main", "ana", "group board");
    ask(&platform, "kitchen", "ben", "task add Print flyers");
    shows(&platform, &newest, "T1 · Print flyers");
    ask(&platform, "kitchen", "cleo", "shift claim S1");
    let last = shows(&platform, &newest, "Tasks to be done");
    assert!(!last.text.contains("T2"), "{}", last.text);
    let first = platform.seen().message(&first.receipt).unwrap().clone();
    assert!(!first.text.contains("T1 · Print flyers"), "{}", first.text);
    assert_eq!(run.end(), Some(0));
}

#[test]
fn a_kill_between_a_change_and_its_edit_leaves_no_old_card() {
    for point in ["dispatch.handled=kill@2", "edit.sent=kill@1"] {
        let platform = square(Profile::TransactionIds);
        let bot = bot::on_sqlite(&[&platform]);
        let run = bot.start_failing(point);
        connected(&platform);
        let card = ask(&platform, "main", "ana", SHIFT);
        platform.say("kitchen", "ben", "shift claim S1");
        assert_eq!(run.ends(), None, "{point}");
        let run = bot.start();
        shows(&platform, &card, "1 of 2");
        ask(&platform, "kitchen", "cleo", "shift claim S1");
        shows(&platform, &card, "2 of 2");
        assert_eq!(run.end(), Some(0), "{point}");
    }
}

#[test]
fn an_old_card_that_somebody_presses_shows_what_there_is_today() {
    let platform = square(Profile::TransactionIds);
    let run = bot::on_sqlite(&[&platform]).start();
    connected(&platform);
    let card = ask(&platform, "main", "ana", SHIFT);
    let later = [(); 3].map(|()| ask(&platform, "main", "ana", "shift show S1"));
    ask(&platform, "kitchen", "ben", "shift claim S1");
    for followed in &later {
        shows(&platform, followed, "1 of 2");
    }
    run.wait_until_quiet();
    let old = platform.seen().message(&card.receipt).cloned().unwrap();
    assert!(old.text.contains("0 of 2"), "later ones are followed: {}", old.text);
    platform.press_on(&old, "ben", "Claim");
    shows(&platform, &card, "1 of 2");
    assert_eq!(run.end(), Some(0));
}

#[test]
fn an_edit_that_fails_for_a_while_is_made_later() {
    let platform = square(Profile::TransactionIds);
    let run = bot::on_sqlite(&[&platform]).start();
    connected(&platform);
    let card = ask(&platform, "main", "ana", SHIFT);
    platform.fault(When::next(1).of(Operation::Edit), Fault::Unavailable);
    platform.fault(
        When::next(1).of(Operation::Edit),
        Fault::TooMany {
            scope: muster_core::surface::PauseScope::Chat,
            retry_after: Duration::from_millis(300),
        },
    );
    ask(&platform, "kitchen", "ben", "shift claim S1");
    shows(&platform, &card, "1 of 2");
    assert_eq!(run.end(), Some(0));
}

#[test]
fn a_card_that_is_gone_is_forgotten() {
    let (platform, clock) = (square(Profile::TransactionIds), ClockControl::start(nine()));
    let run = bot::on_sqlite(&[&platform]).by(&clock).start();
    connected(&platform);
    let card = ask(&platform, "main", "ana", SHIFT);
    platform.delete_room("main");
    let refused = "muster_edit_attempts_total{platform=\"matrix\",verdict=\"refused\"}";
    ask(&platform, "kitchen", "ben", "shift claim S1");
    run.wait_until_told("the edit is refused", |told| told.value(refused) == 1);
    clock.set(nine() + muster_core::chrono::TimeDelta::minutes(1));
    let other = ask(&platform, "kitchen", "ana", "shift show S1");
    ask(&platform, "attic", "cleo", "shift claim S1");
    shows(&platform, &other, "2 of 2");
    assert_eq!(run.told().value(refused), 1);
    assert_eq!(platform.seen().message(&card.receipt).unwrap().earlier.len(), 0);
    assert_eq!(run.end(), Some(0));
}

#[test]
fn the_last_seat_taken_on_one_platform_is_taken_on_the_card_of_the_other() {
    let square = square(Profile::TransactionIds);
    let guild = Options::new(Profile::Deadline).place("guild", "Guild").start();
    guild.administrator("zoe");
    let run = bot::on_sqlite(&[&square, &guild]).start();
    [&square, &guild].into_iter().for_each(connected);
    ask(&square, "main", "ana", "team list");
    joins(&square, "ana", &guild, ("lobby", "zoe"));
    let here = ask(&square, "main", "ana", "shift add Canvass sat 10am-1pm needs:1");
    let there = ask(&guild, "lobby", "zoe", "shift show S1");
    assert!(there.text.contains("0 of 1"), "{}", there.text);
    square.press_on(&here, "ben", "Claim");
    for (platform, card) in [(&square, &here), (&guild, &there)] {
        let card = shows(platform, card, "1 of 1");
        assert!(card.text.contains("ben"), "{}", card.text);
    }
    let late = ask(&guild, "lobby", "yan", "shift claim S1").text;
    assert!(late.contains("waiting list"), "{late}");
    assert_eq!(run.end(), Some(0));
}

//! What is not asked for and what is not answered: the bot comes and goes, and messages are edited.

use muster_core::surface::{Content, Notice};
use muster_test_servers::platform::TestPlatform;
use muster_test_servers::profile::Profile;
use muster_test_servers::wire::Chat;

use crate::bot::{self, Run};
use crate::scene::{answer, ask, connected, square};

fn notices(platform: &TestPlatform, notice: Notice) -> String {
    platform.act(Chat::Room("main".to_owned()), "ana", Content::Noticed(notice))
}

/// Waits until so many events were ended in silence.
fn silent(run: &Run, events: u64) {
    let silent = "muster_commands_total{outcome=\"silent\"}";
    run.wait_until_told("it is ended in silence", |told| told.value(silent) == events);
}

#[test]
fn the_bot_is_welcome_wherever_it_comes() {
    for profile in Profile::ALL {
        let platform = square(profile);
        let run = bot::on_sqlite(&[&platform]).start();
        connected(&platform);
        let welcome = answer(&platform, &notices(&platform, Notice::Arrived));
        assert!(welcome.text.starts_with("I keep a group's shifts"), "{}", welcome.text);
        let founded = answer(&platform, &platform.press_on(&welcome, "ana", "Found a group here"));
        assert!(founded.text.contains("I founded the group"), "{}", founded.text);
        assert_eq!(run.end(), Some(0), "{profile:?}");
    }
}

#[test]
fn the_bot_that_was_taken_out_says_nothing_and_goes_on_when_it_is_back() {
    let platform = square(Profile::TransactionIds);
    let run = bot::on_sqlite(&[&platform]).start();
    connected(&platform);
    ask(&platform, "main", "ana", "task add Bags");
    notices(&platform, Notice::Removed);
    silent(&run, 1);
    let back = answer(&platform, &notices(&platform, Notice::Arrived));
    assert!(back.text.starts_with("I am back."), "{}", back.text);
    let tasks = ask(&platform, "main", "ana", "task list");
    assert!(tasks.text.contains("Bags"), "{}", tasks.text);
    assert_eq!(run.end(), Some(0));
}

#[test]
fn an_edited_message_runs_if_its_earlier_form_was_refused() {
    let platform = square(Profile::NoIdempotency);
    let bot = bot::on_sqlite(&[&platform]);
    let run = bot.start();
    connected(&platform);
    ask(&platform, "main", "ana", "task list");
    let typed = platform.say("main", "ana", "task ad Bags");
    let refused = answer(&platform, &typed);
    assert!(refused.text.contains("task add Bags"), "{}", refused.text);
    assert_eq!(run.end(), Some(0));

    let run = bot.start();
    let added = answer(&platform, &platform.edit("main", "ana", &typed, "task add Bags"));
    assert!(added.text.contains("Bags"), "{}", added.text);
    platform.edit("main", "ana", &typed, "task add Tables");
    silent(&run, 1);
    let tasks = ask(&platform, "main", "ana", "task list");
    assert!(!tasks.text.contains("Tables"), "{}", tasks.text);
    assert_eq!(run.end(), Some(0));
}

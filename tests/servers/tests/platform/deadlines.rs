//! Events that wait for their first answer: deferring it, missing it, and answers that are cut off.

use std::time::Duration;

use muster_core::surface::{Courier as _, Inbound, Verdict};
use muster_test_servers::platform::{Fault, FirstAnswer, Operation, Options, Seen, TestPlatform, When};
use muster_test_servers::profile::Profile;

use crate::bot::{Bot, answer_to, delivery};

const DEFER_AFTER: Duration = Duration::from_millis(60);
const RESPOND_WITHIN: Duration = Duration::from_millis(240);

/// A platform whose people are in a hurry.
fn hurried() -> TestPlatform {
    Options::new(Profile::Deadline)
        .deadlines(DEFER_AFTER, RESPOND_WITHIN)
        .start()
}

/// One that waits for the bot as long as it takes.
fn patient() -> TestPlatform {
    let long = Duration::from_mins(10);
    Options::new(Profile::Deadline).deadlines(long, long).start()
}

/// One whose people are so patient that only the deferral hurries.
fn half_hurried() -> TestPlatform {
    Options::new(Profile::Deadline)
        .deadlines(DEFER_AFTER, Duration::from_mins(10))
        .start()
}

fn first_answer(seen: &Seen, event: &str) -> Option<(FirstAnswer, Duration)> {
    seen.event(event)?.first_answer
}

async fn deferral(platform: &TestPlatform, event: &str) -> (FirstAnswer, Duration) {
    platform
        .until_some("the answer is deferred", |seen| first_answer(seen, event))
        .await
}

async fn answer(bot: &Bot, inbound: &Inbound, number: u128, text: &str) -> Verdict {
    bot.adapter.deliver(&delivery(number, answer_to(inbound), text)).await
}

#[tokio::test]
async fn an_answer_in_time_is_shown_in_place() {
    let platform = patient();
    let bot = Bot::start(&platform).await;
    let public = platform.say("kitchen", "ana", "shift list");
    let private = platform.say("kitchen", "ana", "remind list");
    for (number, inbound) in (0..).zip(bot.heard(2).await) {
        let verdict = answer(&bot, &inbound, number, "Nothing yet").await;
        assert!(matches!(verdict, Verdict::Delivered { receipt: Some(_) }));
    }
    let seen = platform.seen();
    assert_eq!(seen.answer_in_place(&public).unwrap().only_for, None);
    let private = seen.answer_in_place(&private).unwrap();
    assert_eq!(private.only_for.as_deref(), Some("ana"));
    assert!(private.is_private() && seen.messages_in("kitchen").count() == 2);
}

#[tokio::test]
async fn an_answer_is_deferred_at_a_second_and_a_half() {
    let platform = TestPlatform::start(Profile::Deadline);
    let _bot = Bot::start(&platform).await;
    let event = platform.say("kitchen", "ana", "shift list");
    let (answer, took) = deferral(&platform, &event).await;
    assert_eq!(answer, FirstAnswer::Deferral { private: false });
    assert!(
        took >= Duration::from_millis(1_500) && took < Duration::from_secs(3),
        "{took:?}"
    );
}

#[tokio::test]
async fn a_deferral_says_whether_the_answer_will_be_private() {
    let platform = half_hurried();
    let bot = Bot::start(&platform).await;
    let public = platform.say("kitchen", "ana", "shift list");
    let private = platform.say("kitchen", "ana", "remind list");
    let in_private = platform.say_private("ana", "remind list");
    let heard = bot.heard(3).await;
    for (event, private) in [(&public, false), (&private, true), (&in_private, false)] {
        let (answer, took) = deferral(&platform, event).await;
        assert_eq!(answer, FirstAnswer::Deferral { private }, "{event}");
        assert!(took >= DEFER_AFTER);
    }
    for (number, inbound) in (0..).zip(&heard) {
        let verdict = answer(&bot, inbound, number, "Nothing yet").await;
        assert!(matches!(verdict, Verdict::Delivered { receipt: Some(_) }));
    }
    let seen = platform.seen();
    assert_eq!(seen.answer_in_place(&public).unwrap().only_for, None);
    assert_eq!(seen.answer_in_place(&private).unwrap().only_for.as_deref(), Some("ana"));
    assert!(seen.answer_in_place(&in_private).unwrap().is_for("ana"));
    assert_eq!((seen.messages.len(), seen.not_responded().count()), (3, 0));
}

#[tokio::test]
async fn what_was_answered_is_not_deferred() {
    let platform = Options::new(Profile::Deadline)
        .deadlines(Duration::from_millis(500), Duration::from_mins(10))
        .start();
    let bot = Bot::start(&platform).await;
    let answered = platform.say("kitchen", "ana", "shift list");
    let inbound = bot.heard(1).await.remove(0);
    answer(&bot, &inbound, 1, "Nothing yet").await;
    // By the time that a later event is deferred, this one would have been.
    let later = platform.say("kitchen", "ana", "task list");
    deferral(&platform, &later).await;
    let seen = platform.seen();
    assert_eq!(seen.attempts, 2, "one answer and one deferral");
    assert_eq!(first_answer(&seen, &answered).unwrap().0, FirstAnswer::Message);
}

#[tokio::test]
async fn people_are_told_when_the_bot_does_not_respond() {
    let platform = hurried();
    platform.fault(When::always().of(Operation::Defer), Fault::Unavailable);
    let bot = Bot::start(&platform).await;
    let public = platform.say("kitchen", "ana", "shift list");
    let private = platform.say("kitchen", "ana", "remind list");
    platform
        .until("both were in vain", |seen| seen.not_responded().count() == 2)
        .await;

    // Too late for an answer in place; what one person may see never goes to the room.
    for (number, inbound) in (1..).zip(bot.heard(2).await) {
        let verdict = answer(&bot, &inbound, number, "Nothing yet").await;
        assert!(matches!(verdict, Verdict::Delivered { .. }));
    }
    let seen = platform.seen();
    assert!(seen.answer_in_place(&public).is_none() && seen.answer_in_place(&private).is_none());
    assert!(seen.messages_in("kitchen").eq(seen.answers_to(&public)));
    assert!(seen.messages_to("ana").eq(seen.answers_to(&private)));
    assert_eq!(seen.messages.len(), 2);
}

#[tokio::test]
async fn an_answer_that_was_cut_off_is_not_doubled() {
    let platform = patient();
    let bot = Bot::start(&platform).await;
    let event = platform.say("kitchen", "ana", "shift list");
    let inbound = bot.heard(1).await.remove(0);
    platform.fault(When::next(1).of(Operation::Respond), Fault::DropAfter);
    assert_eq!(answer(&bot, &inbound, 1, "Nothing yet").await, Verdict::Unknown);
    assert_eq!(platform.count(), 1);

    // By another process, which never heard the event.
    drop(bot);
    let bot = Bot::start(&platform).await;
    let verdict = answer(&bot, &inbound, 1, "Nothing yet").await;
    let receipt = Some("m1".to_owned());
    assert_eq!(verdict, Verdict::Delivered { receipt });
    let seen = platform.seen();
    assert_eq!(seen.messages.len(), 1);
    let shown = seen.answer_in_place(&event).unwrap();
    assert_eq!((shown.known_again, shown.earlier.len()), (1, 0));
}

#[tokio::test]
async fn an_answer_that_has_to_be_tried_again_is_deferred_meanwhile() {
    let platform = half_hurried();
    let bot = Bot::start(&platform).await;
    let event = platform.say("kitchen", "ana", "shift list");
    let inbound = bot.heard(1).await.remove(0);
    platform.fault(When::next(1).of(Operation::Respond), Fault::Unavailable);
    assert_eq!(
        answer(&bot, &inbound, 1, "Nothing yet").await,
        Verdict::Retry { after: None }
    );
    deferral(&platform, &event).await;
    let verdict = answer(&bot, &inbound, 1, "Nothing yet").await;
    assert!(matches!(verdict, Verdict::Delivered { .. }));
    assert_eq!(platform.seen().answer_in_place(&event).unwrap().text, "Nothing yet");
}

#[tokio::test]
async fn a_deferral_that_is_cut_off_is_tried_again() {
    let platform = half_hurried();
    let _bot = Bot::start(&platform).await;
    platform.fault(When::next(2).of(Operation::Defer), Fault::DropBefore);
    let event = platform.say("kitchen", "ana", "shift list");
    deferral(&platform, &event).await;
    assert_eq!(platform.seen().faults, 2);
}

#[tokio::test]
async fn an_answer_in_place_expires() {
    let platform = half_hurried();
    let bot = Bot::start(&platform).await;
    let event = platform.say("kitchen", "ana", "remind list");
    let inbound = bot.heard(1).await.remove(0);
    deferral(&platform, &event).await;
    platform.put_clock_forward(Duration::from_mins(15));
    let verdict = answer(&bot, &inbound, 1, "Nothing yet").await;
    assert!(matches!(verdict, Verdict::Delivered { .. }));
    assert_eq!(platform.messages_in("kitchen"), []);
    assert_eq!(platform.messages_to("ana").len(), 1);
}

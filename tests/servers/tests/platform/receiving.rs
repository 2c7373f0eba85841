//! What people do reaches the bot, and is not lost where the profile promises that.

use muster_core::surface::{Content, Standing};
use muster_test_servers::platform::{Options, TestPlatform};
use muster_test_servers::profile::Profile;

use crate::bot::{Bot, Manner, room};

const FETCHING: [Profile; 2] = [Profile::NoIdempotency, Profile::TransactionIds];

#[tokio::test]
async fn the_bot_hears_who_did_what_and_where() {
    for profile in Profile::ALL {
        let platform = Options::new(profile).place("square", "The Square").start();
        platform.administrator("ana");
        platform.name("ana", "Ana Lima");
        let bot = Bot::start(&platform).await;
        let said = platform.say("kitchen", "ana", "shift list");
        let pressed = platform.press("kitchen", "ben", "1AAA.undo");
        let whispered = platform.say_private("ben", "me");
        let heard = bot.heard(3).await;

        let ids: Vec<_> = heard.iter().map(|inbound| inbound.event.clone()).collect();
        assert_eq!(ids, [said, pressed, whispered]);
        assert_eq!(heard[0].room, room(profile.platform(), "kitchen"));
        assert_eq!(heard[0].place_name, "The Square");
        assert_eq!(heard[0].author.name, "Ana Lima");
        let tells = |standing| {
            if profile.tells_standing() {
                standing
            } else {
                Standing::Untold
            }
        };
        assert_eq!(heard[0].author.standing, tells(Standing::Administrator));
        assert_eq!(heard[0].content, Content::Typed("shift list".to_owned()));
        assert_eq!(heard[1].author.standing, tells(Standing::Member));
        assert_eq!(heard[1].content, Content::Action("1AAA.undo".to_owned()));
        assert_eq!(heard[2].room, room(profile.platform(), "@ben"));
        assert_eq!(heard[2].author.name, "ben");
    }
}

#[tokio::test]
async fn what_is_accepted_is_acknowledged_after_it() {
    for profile in FETCHING {
        let platform = TestPlatform::start(profile);
        let bot = Bot::start(&platform).await;
        let event = platform.say("kitchen", "ana", "shift list");
        platform
            .until("the event is acknowledged", |seen| {
                seen.event(&event).unwrap().acknowledged
            })
            .await;
        assert_eq!(bot.heard_ids(1).await, [event]);
    }
}

#[tokio::test]
async fn a_bot_that_is_killed_before_it_acknowledges_is_told_again() {
    for profile in FETCHING {
        let platform = TestPlatform::start(profile);
        let killed = Bot::of_manner(&platform, Manner::NeverReturns, 0).await;
        let event = platform.say("kitchen", "ana", "shift list");
        assert_eq!(killed.heard_ids(1).await, [event.as_str()]);
        drop(killed);

        let bot = Bot::start(&platform).await;
        let later = platform.say("kitchen", "ana", "task list");
        assert_eq!(bot.heard_ids(2).await, [event.as_str(), later.as_str()]);
        platform
            .until("both are acknowledged", |seen| {
                seen.events.iter().all(|event| event.acknowledged)
            })
            .await;
        drop(bot);
        let bot = Bot::start(&platform).await;
        let last = platform.say("kitchen", "ana", "poll list");
        assert_eq!(bot.heard_ids(1).await, [last]);
        assert_eq!(platform.seen().event(&event).unwrap().told, 2);
    }
}

#[tokio::test]
async fn what_the_store_does_not_take_comes_again() {
    for profile in FETCHING {
        let platform = TestPlatform::start(profile);
        let mut bot = Bot::of_manner(&platform, Manner::Accepts, 1).await;
        let event = platform.say("kitchen", "ana", "shift list");
        assert_eq!(
            bot.cut().await,
            "the test platform has to tell again: the store takes no events"
        );
        assert!(!platform.seen().event(&event).unwrap().acknowledged);
        bot.receive_again();
        assert_eq!(bot.heard_ids(1).await, [event]);
    }
}

#[tokio::test]
async fn what_is_pushed_waits_a_moment_for_the_store() {
    let platform = TestPlatform::start(Profile::Deadline);
    let bot = Bot::of_manner(&platform, Manner::Accepts, 2).await;
    let event = platform.say("kitchen", "ana", "shift list");
    assert_eq!(bot.heard_ids(1).await, [event]);
}

#[tokio::test]
async fn what_is_pushed_is_lost_with_the_bot() {
    let platform = TestPlatform::start(Profile::Deadline);
    let killed = Bot::of_manner(&platform, Manner::NeverReturns, 0).await;
    let heard = platform.say("kitchen", "ana", "shift list");
    killed.heard(1).await;
    drop(killed);
    platform.until("the bot is gone", |seen| !seen.connected).await;
    let unheard = platform.say("kitchen", "ana", "task list");
    assert!(platform.seen().event(&unheard).unwrap().did_not_respond);

    let bot = Bot::start(&platform).await;
    let later = platform.say("kitchen", "ana", "poll list");
    assert_eq!(bot.heard_ids(1).await, [later.as_str()]);
    platform.tell_again(&heard);
    assert_eq!(bot.heard_ids(2).await, [later, heard]);
}

#[tokio::test]
async fn a_platform_that_resumes_tells_of_what_has_no_answer() {
    let platform = Options::new(Profile::Deadline).resumes().start();
    let killed = Bot::of_manner(&platform, Manner::NeverReturns, 0).await;
    let heard = platform.say("kitchen", "ana", "shift list");
    killed.heard(1).await;
    drop(killed);
    platform.until("the bot is gone", |seen| !seen.connected).await;
    let unheard = platform.say("kitchen", "ana", "task list");

    let bot = Bot::start(&platform).await;
    let mut ids = bot.heard_ids(2).await;
    ids.sort();
    assert_eq!(ids, [heard, unheard]);
}

#[tokio::test]
async fn whoever_listens_last_is_told() {
    let platform = TestPlatform::start(Profile::Deadline);
    let mut first = Bot::start(&platform).await;
    let second = Bot::start_beside(&platform, Manner::Accepts, 0);
    assert_eq!(first.cut().await, "the test platform ended the connection");
    let event = platform.say("kitchen", "ana", "shift list");
    assert_eq!(second.heard_ids(1).await, [event]);
}

#[tokio::test]
async fn only_one_at_a_time_may_fetch_without_idempotency() {
    let platform = TestPlatform::start(Profile::NoIdempotency);
    let first = Bot::start(&platform).await;
    let mut second = Bot::start_beside(&platform, Manner::Accepts, 0);
    assert_eq!(
        second.cut().await,
        "the test platform tells somebody else of the events"
    );
    assert_eq!(platform.seen().conflicts, 1);
    let event = platform.say("kitchen", "ana", "shift list");
    assert_eq!(first.heard_ids(1).await, [event]);
}

#[tokio::test]
async fn an_outage_cuts_the_bot_and_ends() {
    for profile in Profile::ALL {
        let platform = TestPlatform::start(profile);
        let mut bot = Bot::start(&platform).await;
        platform.begin_outage();
        assert_eq!(bot.cut().await, "the test platform ended the connection");
        bot.receive_again();
        assert_eq!(bot.cut().await, "the test platform cannot be reached: entity not found");
        platform.end_outage();
        bot.receive_again();
        platform.until("the bot is back", |seen| seen.connected).await;
        let event = platform.say("kitchen", "ana", "shift list");
        assert_eq!(bot.heard_ids(1).await, [event]);
    }
}

#[tokio::test]
async fn every_event_may_be_told_several_times_and_out_of_order() {
    for profile in Profile::ALL {
        let platform = TestPlatform::start(profile);
        platform.shuffle_events(3, 8, 20_261_201);
        let bot = Bot::start(&platform).await;
        let said: Vec<_> = (0..20)
            .map(|n| platform.say("kitchen", "ana", &format!("task add job-{n}")))
            .collect();
        let full_windows = bot.heard_ids(48).await;
        assert_eq!(full_windows.len(), 48, "the last window is held");
        platform.flush();
        let heard = bot.heard_ids(60).await;
        assert_eq!(heard.len(), 60);
        for event in &said {
            assert_eq!(heard.iter().filter(|id| *id == event).count(), 3, "{event}");
        }
        let in_order: Vec<_> = said.iter().flat_map(|event| [event, event, event]).collect();
        assert_ne!(heard.iter().collect::<Vec<_>>(), in_order);
    }
}

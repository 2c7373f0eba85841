//! getUpdates: offsets, limits, waiting, and only one at a time.

use muster_test_servers::telegram::BotApi;
use serde_json::{Value, json};

use crate::bot::{Bot, refused, wrong};

const OTHER: &str = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running";
const WEBHOOK: &str =
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";

fn texts(updates: &Value) -> Vec<&str> {
    let updates = updates.as_array().unwrap().iter();
    updates
        .map(|update| update["message"]["text"].as_str().unwrap())
        .collect()
}

fn number(updates: &Value, index: usize) -> i64 {
    updates[index]["update_id"].as_i64().unwrap()
}

#[test]
fn an_offset_acknowledges_what_is_below_it() {
    let api = BotApi::start();
    let (bot, ana) = (Bot::new(&api), api.person("ana"));
    for text in ["/start", "one", "two"] {
        ana.says(&ana, text);
    }
    let all = bot.asks("getUpdates", json!({})).unwrap();
    assert_eq!(texts(&all), ["/start", "one", "two"]);
    assert_eq!(
        bot.asks("getUpdates", json!({})).unwrap(),
        all,
        "nothing was acknowledged"
    );
    assert_eq!(number(&all, 2), number(&all, 0) + 2);

    let later = bot.asks("getUpdates", json!({ "offset": number(&all, 1) })).unwrap();
    assert_eq!(texts(&later), ["one", "two"]);
    let later = bot.asks("getUpdates", json!({})).unwrap();
    assert_eq!(
        texts(&later),
        ["one", "two"],
        "what was acknowledged does not come again"
    );

    let last = bot.asks("getUpdates", json!({ "offset": -1 })).unwrap();
    assert_eq!(texts(&last), ["two"]);
    assert_eq!(texts(&bot.asks("getUpdates", json!({})).unwrap()), ["two"]);
    let none = bot
        .asks("getUpdates", json!({ "offset": number(&all, 2) + 1 }))
        .unwrap();
    assert_eq!((none, api.look(|seen| seen.pending)), (json!([]), 0));
}

#[test]
fn no_more_come_than_were_asked_for() {
    let api = BotApi::start();
    let (bot, ana) = (Bot::new(&api), api.person("ana"));
    for number in 0..120 {
        ana.says(&ana, &number.to_string());
    }
    let two = bot.asks("getUpdates", json!({ "limit": 2 })).unwrap();
    assert_eq!(texts(&two), ["0", "1"]);
    let most = bot.asks("getUpdates", json!({ "limit": 100 })).unwrap();
    assert_eq!(most.as_array().unwrap().len(), 100);
    assert_eq!(
        bot.asks("getUpdates", json!({})).unwrap(),
        most,
        "100 where nothing is said"
    );
}

#[test]
fn a_poll_wakes_as_soon_as_something_happens() {
    let api = BotApi::start();
    let (bot, ana) = (Bot::new(&api), api.person("ana"));
    let poll = bot.meanwhile("getUpdates", json!({ "timeout": 50 }));
    api.wait_until("the bot waits", |seen| seen.polling);
    ana.says(&ana, "awake");
    assert_eq!(texts(&poll.join().unwrap().unwrap()), ["awake"]);
    assert!(!api.look(|seen| seen.polling));
    assert_eq!(
        bot.asks("getUpdates", json!({ "timeout": 50 }))
            .unwrap()
            .as_array()
            .unwrap()
            .len(),
        1
    );
}

#[test]
fn a_poll_ends_when_its_time_is_up() {
    let api = BotApi::start();
    assert_eq!(
        Bot::new(&api).asks("getUpdates", json!({ "timeout": 1 })).unwrap(),
        json!([])
    );
}

#[test]
fn the_first_of_two_polls_is_ended() {
    let api = BotApi::start();
    let (bot, ana) = (Bot::new(&api), api.person("ana"));
    let first = bot.meanwhile("getUpdates", json!({ "timeout": 50 }));
    api.wait_until("the first waits", |seen| seen.polling);
    let second = bot.meanwhile("getUpdates", json!({ "timeout": 50 }));
    assert_eq!(wrong(first.join().unwrap()), refused(409, OTHER));
    assert_eq!(api.look(|seen| seen.conflicts), 1);
    ana.says(&ana, "for the second");
    assert_eq!(texts(&second.join().unwrap().unwrap()), ["for the second"]);
}

#[test]
fn nothing_is_fetched_while_there_is_a_webhook() {
    let api = BotApi::start();
    let bot = Bot::new(&api);
    let poll = bot.meanwhile("getUpdates", json!({ "timeout": 50 }));
    api.wait_until("the bot waits", |seen| seen.polling);
    bot.asks("setWebhook", json!({ "url": "http://127.0.0.1:9/" })).unwrap();
    let ended = wrong(poll.join().unwrap());
    assert_eq!(ended, refused(409, "Conflict: terminated by setWebhook request"));
    assert_eq!(wrong(bot.asks("getUpdates", json!({}))), refused(409, WEBHOOK));
    bot.asks("deleteWebhook", json!({})).unwrap();
    assert_eq!(bot.asks("getUpdates", json!({})).unwrap(), json!([]));
}

#[test]
fn kinds_of_updates_are_asked_for() {
    let api = BotApi::start();
    let (bot, ana, ben) = (Bot::new(&api), api.person("ana"), api.person("ben"));
    let ward = api.supergroup("Ward 3", &ana);
    ward.adds_bot(&ana);
    ward.promotes_bot(&ana, muster_test_servers::telegram::Rights::none());
    bot.hears();
    ben.joins(&ward);
    let kinds = |updates: Vec<Value>| -> Vec<String> {
        let kind = |update: &Value| {
            update
                .as_object()
                .unwrap()
                .keys()
                .find(|name| *name != "update_id")
                .cloned()
        };
        updates.iter().filter_map(kind).collect()
    };
    assert_eq!(kinds(bot.hears()), ["message"], "chat_member is not told unasked");

    bot.asks("getUpdates", json!({ "allowed_updates": ["chat_member"] }))
        .unwrap();
    ben.leaves(&ward);
    assert_eq!(kinds(bot.hears()), ["chat_member"], "what was asked for is remembered");
    bot.asks("getUpdates", json!({ "allowed_updates": [] })).unwrap();
    ben.joins(&ward);
    assert_eq!(kinds(bot.hears()), ["message"]);
}

#[test]
fn whatever_is_pushed_is_told_as_it_is() {
    let api = BotApi::start();
    let bot = Bot::new(&api);
    api.push_raw_update(json!({ "brand_new_kind": { "x": 1 } }));
    api.push_raw_update(json!({ "message": "no object" }));
    let updates = bot.hears();
    assert_eq!(updates[0]["brand_new_kind"]["x"], 1);
    assert_eq!(updates[1]["message"], "no object");
    assert_eq!(
        updates[1]["update_id"].as_i64(),
        updates[0]["update_id"].as_i64().map(|id| id + 1)
    );
}

#[test]
fn a_token_and_a_path_are_looked_at() {
    let api = BotApi::start();
    let stranger = Bot::with_token(&api, "1:wrong");
    assert_eq!(wrong(stranger.asks("getMe", json!({}))), refused(401, "Unauthorized"));
    let answer = reqwest::blocking::get(format!("{}/somewhere", api.url())).unwrap();
    let lost = crate::bot::read(answer.status().as_u16(), &answer.text().unwrap());
    assert_eq!(wrong(lost), refused(404, "Not Found"));
}

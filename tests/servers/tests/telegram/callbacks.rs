//! Taps on buttons, and their answers.

use std::time::Duration;

use muster_test_servers::telegram::{BotApi, CallbackId, Options};
use serde_json::json;

use crate::bot::{Bot, refused, wrong};

const TOO_OLD: &str = "Bad Request: query is too old and response timeout expired or query ID is invalid";

fn answer(bot: &Bot, tap: &CallbackId, text: &str) -> Result<serde_json::Value, crate::bot::Refused> {
    bot.asks(
        "answerCallbackQuery",
        json!({ "callback_query_id": tap.0, "text": text, "show_alert": true }),
    )
}

#[test]
fn a_tap_is_told_and_answered_once() {
    let api = BotApi::start();
    let (bot, ana) = (Bot::new(&api), api.person("ana"));
    let ward = api.supergroup("Ward 3", &ana);
    ward.adds_bot(&ana);
    let card = bot.shows(
        &ward,
        "Canvass",
        &json!([[{ "text": "No", "callback_data": "n" }, { "text": "Yes", "callback_data": "y" }]]),
    );
    bot.hears();
    let tap = ana.taps(&ward, card, "Yes");
    let heard = &bot.hears()[0]["callback_query"];
    assert_eq!((&heard["id"], &heard["data"]), (&json!(tap.0), &json!("y")));
    assert_eq!(heard["from"]["id"], ana.id().0);
    assert_eq!(heard["message"]["text"], "Canvass");
    assert_eq!(heard["message"]["reply_markup"]["inline_keyboard"][0][0]["text"], "No");
    assert!(heard["chat_instance"].is_string());

    assert_eq!(answer(&bot, &tap, "You are in").unwrap(), true);
    assert_eq!(wrong(answer(&bot, &tap, "again")), refused(400, TOO_OLD));
    api.look(|seen| {
        let toast = seen.answer_to(&tap).unwrap();
        assert_eq!(
            (toast.text.as_deref(), toast.alert, toast.person),
            (Some("You are in"), true, ana.id())
        );
        assert_eq!(seen.toasts_of(&ana).count(), 1);
    });
    assert_ne!(ana.taps(&ward, card, 0), tap);
}

#[test]
fn a_tap_gets_too_old() {
    let api = BotApi::start();
    let (bot, ana) = (Bot::new(&api), api.person("ana"));
    ana.starts_bot();
    let card = bot.shows(&ana, "Canvass", &json!([[{ "text": "Yes", "callback_data": "y" }]]));
    let (first, second) = (ana.taps(&ana, card, "Yes"), ana.taps(&ana, card, "Yes"));
    assert!(answer(&bot, &first, "in time").is_ok());
    api.expire_callbacks();
    assert_eq!(wrong(answer(&bot, &second, "late")), refused(400, TOO_OLD));
    let third = ana.taps(&ana, card, "Yes");
    api.put_clock_forward(Duration::from_secs(15));
    assert_eq!(wrong(answer(&bot, &third, "late")), refused(400, TOO_OLD));
    assert_eq!(
        wrong(answer(&bot, &CallbackId("never".to_owned()), "x")),
        refused(400, TOO_OLD)
    );

    let api = Options::new().callbacks_last(Duration::ZERO).start();
    let (bot, ana) = (Bot::new(&api), api.person("ana"));
    let tap = ana.sends_callback(&ana, muster_test_servers::telegram::MessageId(1), "forged");
    assert_eq!(wrong(answer(&bot, &tap, "late")), refused(400, TOO_OLD));
}

#[test]
fn what_a_tapped_message_was_may_be_unknown() {
    let api = BotApi::start();
    let (bot, ana) = (Bot::new(&api), api.person("ana"));
    ana.starts_bot();
    bot.hears();
    ana.sends_callback(&ana, muster_test_servers::telegram::MessageId(50), "old");
    let heard = &bot.hears()[0]["callback_query"]["message"];
    assert_eq!((&heard["date"], &heard["message_id"]), (&json!(0), &json!(50)));
}

#[test]
fn a_link_starts_the_bot_or_takes_it_into_a_group() {
    let api = BotApi::start();
    let (bot, ana) = (Bot::new(&api), api.person("ana"));
    let ward = api.supergroup("Ward 3", &ana);
    ward.adds_bot(&ana);
    let links = json!([[
        { "text": "Start", "url": "https://t.me/muster_bot?start=g1" },
        { "text": "Add", "url": "https://t.me/muster_bot?startgroup=g2" },
    ]]);
    let card = bot.shows(&ward, "Welcome", &links);
    bot.hears();
    ana.presses_start_button(&ward, card, "Start");
    assert_eq!(bot.hears_texts(), ["/start g1"]);
    assert!(bot.says(&ana, "hello").is_ok());
    let ward_4 = api.group("Ward 4", &ana);
    ana.presses_startgroup_button(&ward, card, "Add", &ward_4);
    assert_eq!(bot.hears_texts(), ["/start@muster_bot g2"]);
}

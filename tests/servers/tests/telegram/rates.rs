//! How much is too much.

use std::time::Duration;

use muster_test_servers::telegram::{BotApi, Options, Rate, Rates};
use serde_json::json;

use crate::bot::{Bot, Refused, wrong};

fn strict() -> (BotApi, Bot) {
    let api = Options::new().rates(Rates::TELEGRAM).start();
    let bot = Bot::new(&api);
    (api, bot)
}

fn retry_after(refused: &Refused) -> i64 {
    let seconds = refused.parameters["retry_after"].as_i64().unwrap();
    assert_eq!(refused.code, 429);
    assert_eq!(refused.description, format!("Too Many Requests: retry after {seconds}"));
    seconds
}

#[test]
fn telegrams_rates_are_as_documented() {
    let (second, minute) = (Duration::from_secs(1), Duration::from_mins(1));
    assert_eq!(Rates::TELEGRAM.chat, Rate::new(1, second));
    assert_eq!(Rates::TELEGRAM.in_all, Rate::new(30, second));
    assert_eq!(Rates::TELEGRAM.group, Rate::new(20, minute));
}

#[test]
fn one_message_a_while_in_a_chat() {
    // However slow the machine is, it is not as slow as that.
    let (length, rates) = (Duration::from_hours(1), Rates::TELEGRAM);
    let chat = Rate::new(rates.chat.most, length);
    let api = Options::new().rates(Rates { chat, ..rates }).start();
    let bot = Bot::new(&api);
    let ana = api.person("ana");
    ana.starts_bot();
    let card = bot.says(&ana, "one").unwrap();
    assert_eq!(retry_after(&wrong(bot.says(&ana, "two"))), 3_600);
    let edit = json!({ "chat_id": ana.id().0, "message_id": card.0, "text": "two" });
    assert_eq!(retry_after(&wrong(bot.asks("editMessageText", edit))), 3_600);
    assert!(
        bot.asks("getChat", json!({ "chat_id": ana.id().0 })).is_ok(),
        "questions are free"
    );
    let tap = ana.sends_callback(&ana, card, "x");
    assert!(
        bot.asks("answerCallbackQuery", json!({ "callback_query_id": tap.0 }))
            .is_ok(),
        "answers are free"
    );
    api.put_clock_forward(length);
    assert!(bot.says(&ana, "three").is_ok());
    assert_eq!(api.refused_for_rate(), 2);
}

#[test]
fn twenty_messages_a_minute_in_a_group() {
    let (api, bot) = strict();
    let ana = api.person("ana");
    let ward = api.supergroup("Ward 3", &ana);
    ward.adds_bot(&ana);
    for number in 0..20 {
        bot.says(&ward, &number.to_string()).unwrap();
        api.put_clock_forward(Duration::from_secs(1));
    }
    let wait = retry_after(&wrong(bot.says(&ward, "too much")));
    assert!((1..=40).contains(&wait), "{wait}");
    api.put_clock_forward(Duration::from_secs(wait.unsigned_abs()));
    assert!(bot.says(&ward, "again").is_ok());
}

#[test]
fn thirty_messages_a_second_in_all() {
    let (api, bot) = strict();
    let people: Vec<_> = (0..31).map(|number| api.person(&format!("person_{number}"))).collect();
    for person in &people {
        person.starts_bot();
    }
    // However slow the machine is, the thirty-first within the same second is too much.
    let sent = people
        .iter()
        .map(|person| bot.says(person, "hello"))
        .take_while(Result::is_ok)
        .count();
    assert!(sent >= 30, "{sent}");
    assert_eq!(api.refused_for_rate(), u64::from(sent == 30));
}

#[test]
fn without_rates_nothing_is_too_much() {
    let api = BotApi::start();
    let (bot, ana) = (Bot::new(&api), api.person("ana"));
    ana.starts_bot();
    assert!((0..100).all(|number| bot.says(&ana, &number.to_string()).is_ok()));
    assert_eq!(api.refused_for_rate(), 0);
}

//! How much is too much.

use std::time::Duration;

use muster_test_servers::discord::{Discord, Options, Rate, Rates, Seen};
use reqwest::header::HeaderMap;
use serde_json::{Value, json};

use crate::bot::{Bot, scene_with, wrong};

fn strict(rates: Rates) -> (Discord, Bot) {
    let discord = Options::strict().rates(rates).start();
    let bot = Bot::new(&discord);
    (discord, bot)
}

fn header<'a>(headers: &'a HeaderMap, name: &str) -> &'a str {
    headers.get(name).map_or("", |value| value.to_str().unwrap())
}

#[test]
fn rates_are_as_documented() {
    let rates = Rates::discord();
    assert_eq!(rates.global, Rate::seconds(50, 1));
    assert_eq!(rates.invalid, Rate::new(10_000, Duration::from_mins(10)));
}

#[test]
fn five_messages_in_five_seconds_in_a_channel() {
    // However slow the machine is, it is not as slow as that.
    let rates = Rates {
        routes: vec![("create_message", Rate::seconds(5, 3_600))],
        ..Rates::discord()
    };
    let (discord, bot) = strict(rates);
    let ward = discord.guild("Ward 3");
    let (room, other) = (ward.general(), ward.channel("canvass"));
    let path = format!("/channels/{}/messages", room.id());
    let say = || bot.raw("POST", &path, &json!({ "content": "x" })).unwrap();
    for left in (0..5).rev() {
        let (status, headers, _) = say();
        assert_eq!((status, header(&headers, "x-ratelimit-limit")), (200, "5"));
        assert_eq!(header(&headers, "x-ratelimit-remaining"), left.to_string());
        assert!(!header(&headers, "x-ratelimit-bucket").is_empty());
        assert!(header(&headers, "x-ratelimit-reset-after").parse::<f64>().unwrap() > 3_000.0);
    }
    let (status, headers, body) = say();
    assert_eq!((status, header(&headers, "x-ratelimit-scope")), (429, "user"));
    assert_eq!(header(&headers, "retry-after"), "3600");
    let body: Value = serde_json::from_str(&body).unwrap();
    assert_eq!((&body["global"], &body["code"]), (&json!(false), &json!(0)));
    assert!(body["retry_after"].as_f64().unwrap() > 3_000.0);
    assert!(bot.says(&other, "x").is_ok(), "another channel");
    discord.put_clock_forward(Duration::from_hours(1));
    assert!(bot.says(&room, "x").is_ok());
    assert_eq!(
        discord.look(|seen| (seen.all_refused_for_rate(), seen.invalid_requests)),
        (1, 1)
    );
}

#[test]
fn all_requests_together_but_not_those_of_interactions() {
    let rates = Rates {
        global: Rate::seconds(3, 3_600),
        ..Rates::generous()
    };
    let mut scene = scene_with(Options::generous().rates(rates).start());
    // The first one registered the commands.
    assert!((0..2).all(|_| scene.bot.gets("/users/@me").is_ok()));
    let (status, headers, body) = scene.bot.raw("GET", "/users/@me", &Value::Null).unwrap();
    assert_eq!((status, header(&headers, "x-ratelimit-global")), (429, "true"));
    assert!(body.contains("\"global\":true"), "{body}");
    let (_, heard) = scene.asked("/shift list");
    assert!(scene.bot.answers(&heard, 5, json!({})).is_ok());
    let more = scene
        .bot
        .by_token("PATCH", &heard, "/messages/@original", json!({ "content": "x" }));
    assert!(more.is_ok());
}

#[test]
fn too_many_invalid_requests_shut_the_bot_out() {
    let rates = Rates {
        invalid: Rate::seconds(3, 600),
        ..Rates::generous()
    };
    let (discord, bot) = strict(rates);
    let stranger = bot.with_token("other");
    for _ in 0..3 {
        assert_eq!(wrong(stranger.gets("/users/@me")), (401, 0));
    }
    let (status, _, page) = bot.raw("GET", "/users/@me", &Value::Null).unwrap();
    assert_eq!(status, 429);
    assert!(page.starts_with("<html>"), "{page}");
    assert_eq!(discord.look(|seen| seen.invalid_requests), 4);
    discord.put_clock_forward(Duration::from_mins(11));
    assert!(bot.gets("/users/@me").is_ok());
}

#[test]
fn by_default_nothing_is_too_much() {
    let discord = Discord::start();
    let (bot, room) = (Bot::new(&discord), discord.guild("Ward 3").general());
    assert!((0..100).all(|number| bot.says(&room, &number.to_string()).is_ok()));
    assert_eq!(discord.look(Seen::all_refused_for_rate), 0);
}

//! What Telegram finds in a text by itself, and whom it calls.

use muster_test_servers::telegram::{BotApi, MessageId, Person};
use serde_json::{Value, json};

use crate::bot::Bot;

fn called(api: &BotApi) -> Vec<String> {
    api.pings().into_iter().map(|ping| ping.person).collect()
}

fn mention(person: &Person, offset: usize, length: usize) -> Value {
    let user = json!({ "id": person.id().0, "is_bot": false, "first_name": "Somebody" });
    json!({ "type": "text_mention", "offset": offset, "length": length, "user": user })
}

#[test]
fn a_name_in_a_text_calls_whoever_is_there() {
    let api = BotApi::start();
    let (bot, ana, ben, cem) = (
        Bot::new(&api),
        api.person("ana"),
        api.person("benjamin"),
        api.person("cem"),
    );
    let ward = api.supergroup("Ward 3", &ana);
    ward.adds_bot(&ana);
    ward.has(&ben);
    bot.says(&ward, "Thanks @Benjamin and @cem_tg!").unwrap();
    assert_eq!(called(&api), ["benjamin"], "the other one is not there");
    assert_eq!(cem.username().as_deref(), Some("cem_tg"));
    let entities = json!([mention(&ana, 0, 3), mention(&cem, 4, 3)]);
    bot.asks(
        "sendMessage",
        json!({ "chat_id": ward.id().0, "text": "Ana Cem", "entities": entities }),
    )
    .unwrap();
    assert_eq!(called(&api), ["benjamin", "ana"]);
    assert_eq!(api.pings()[1].message, MessageId(3));
    ana.says(&ward, "/thank @benjamin");
    assert_eq!(api.pings().len(), 2, "what people write is theirs");
}

#[test]
fn nobody_is_called_from_within_code_or_a_link() {
    let api = BotApi::start();
    let (bot, ana, ben) = (Bot::new(&api), api.person("ana"), api.person("benjamin"));
    let ward = api.supergroup("Ward 3", &ana);
    ward.adds_bot(&ana);
    ward.has(&ben);
    for (kind, more) in [
        ("code", Value::Null),
        ("pre", Value::Null),
        ("text_link", json!("https://example.org")),
    ] {
        let mut entity = json!({ "type": kind, "offset": 0, "length": 9 });
        if !more.is_null() {
            entity["url"] = more;
        }
        bot.asks(
            "sendMessage",
            json!({ "chat_id": ward.id().0, "text": "@benjamin", "entities": [entity] }),
        )
        .unwrap();
    }
    bot.says(&ward, "mail@benjamin.org, https://t.me/@benjamin").unwrap();
    assert_eq!(called(&api), Vec::<String>::new());
    let bold = json!({ "type": "bold", "offset": 0, "length": 9 });
    bot.asks(
        "sendMessage",
        json!({ "chat_id": ward.id().0, "text": "@benjamin", "entities": [bold] }),
    )
    .unwrap();
    assert_eq!(called(&api), ["benjamin"], "bold does not help");
    assert_eq!(api.breaches(), []);
}

#[test]
fn the_server_finds_entities_as_tdlib_does() {
    let api = BotApi::start();
    let (bot, ana) = (Bot::new(&api), api.person("ana"));
    ana.starts_bot();
    let cases = [
        ("@abc @abcd", "@abc <mention>@abcd</mention>"),
        ("x@abcd (@abcd) @abcdé", "x@abcd (<mention>@abcd</mention>) @abcdé"),
        ("😀 @abcd", "😀 <mention>@abcd</mention>"),
        (
            "/a /b_1@muster_bot 1/2 //c /d/",
            "<bot_command>/a</bot_command> <bot_command>/b_1@muster_bot</bot_command> 1/2 //c /d/",
        ),
        ("#1 #ward3 #año", "#1 <hashtag>#ward3</hashtag> <hashtag>#año</hashtag>"),
        (
            "see example.org/x. or https://a.b/c?d=e, 1.5",
            "see <url>example.org/x</url>. or <url>https://a.b/c?d=e</url>, 1.5",
        ),
        ("ana@example.org", "<email>ana@example.org</email>"),
    ];
    for (text, seen) in cases {
        bot.says(&ana, text).unwrap();
        assert_eq!(api.look(|all| all.last_from_bot(&ana).unwrap().rendered()), seen);
    }
}

#[test]
fn people_without_a_username_are_named_by_their_clients() {
    let api = BotApi::start();
    let (bot, ana, ben) = (Bot::new(&api), api.person("ana"), api.person("benjamin"));
    ben.takes_username(None);
    ana.says_naming(&ana, "/thank Ben", &[("Ben", &ben)]);
    let heard = &bot.hears()[0]["message"]["entities"];
    assert_eq!(
        (&heard[1]["type"], &heard[1]["user"]["id"]),
        (&json!("text_mention"), &json!(ben.id().0))
    );
    assert!(heard[1]["user"].get("username").is_none());
}

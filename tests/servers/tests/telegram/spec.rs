//! Requests that the specification does not know.

use muster_test_servers::telegram::{BotApi, Options};
use serde_json::{Value, json};

use crate::bot::{Bot, refused, wrong};

/// A server that validates; `None`, with a word about it, where the specification is not there.
#[expect(
    clippy::print_stdout,
    reason = "whoever reads the tests' output learns what they did not prove"
)]
fn validating() -> Option<(BotApi, Bot)> {
    let api = BotApi::start();
    if !api.is_validating() {
        println!("shared/specs/telegram-bot-api.json is not there: nothing is held against it");
        return None;
    }
    api.person("ana").starts_bot();
    let bot = Bot::new(&api);
    Some((api, bot))
}

/// A request is refused, and the breach says that.
#[track_caller]
fn found(method: &str, parameters: Value, what: &str) {
    let Some((api, bot)) = validating() else { return };
    let refused = wrong(bot.asks(method, parameters));
    let breaches = api.breaches();
    assert!(
        breaches.iter().any(|breach| breach.what.contains(what)),
        "{what}: {breaches:#?}, {refused:?}"
    );
    assert_eq!(refused.code, 400);
    assert_eq!(api.look(|seen| seen.sent), 0);
}

fn with(more: Value) -> Value {
    let mut message = json!({ "chat_id": 6_000_000_001_i64, "text": "x" });
    for (name, value) in more.as_object().unwrap() {
        message[name] = value.clone();
    }
    message
}

#[test]
fn an_unknown_method_is_found() {
    let Some((api, bot)) = validating() else { return };
    let unknown = wrong(bot.asks("sendMesage", json!({})));
    assert_eq!(unknown, refused(404, "Not Found: method not found"));
    assert_eq!(api.breaches().len(), 1);
    let known = wrong(bot.asks("sendDice", json!({ "chat_id": 6_000_000_001_i64 })));
    assert_eq!(known, refused(400, "Bad Request: not played by this server"));
    assert_eq!(api.breaches().len(), 2);
}

#[test]
fn fields_are_known_there_and_of_their_type() {
    found(
        "sendMessage",
        with(json!({ "disable_web_page_preview": true })),
        "no field disable_web_page_preview",
    );
    found(
        "sendMessage",
        json!({ "chat_id": 6_000_000_001_i64 }),
        "text is missing",
    );
    found(
        "sendMessage",
        with(json!({ "message_thread_id": "seven" })),
        "message_thread_id: \"seven\" is not an Integer",
    );
    found(
        "sendMessage",
        with(json!({ "disable_notification": 1 })),
        "disable_notification: 1 is not a Boolean",
    );
    found(
        "sendMessage",
        with(json!({ "entities": {} })),
        "entities: {} is not an Array",
    );
    found("sendMessage", with(json!({ "chat_id": 1.5 })), "chat_id: 1.5");
    found(
        "sendDocument",
        json!({ "chat_id": 6_000_000_001_i64 }),
        "document is missing",
    );
}

#[test]
fn objects_are_looked_into() {
    let entity = |entity: Value| with(json!({ "entities": [entity] }));
    found(
        "sendMessage",
        entity(json!({ "type": "bold", "offset": 0 })),
        "entities[0]: the field length is missing",
    );
    found(
        "sendMessage",
        entity(json!({ "type": "bold", "offset": 0, "length": 1, "size": 2 })),
        "no field size",
    );
    let user = json!({ "id": 5, "first_name": "Ana" });
    let mention = json!({ "type": "text_mention", "offset": 0, "length": 1, "user": user });
    found("sendMessage", entity(mention), "user: the field is_bot is missing");
    let keyboard = |button: Value| with(json!({ "reply_markup": { "inline_keyboard": [[button]] } }));
    found(
        "sendMessage",
        keyboard(json!({ "text": "x", "data": "y" })),
        "inline_keyboard[0][0]: there is no field data",
    );
    found(
        "sendMessage",
        keyboard(json!({ "callback_data": "y" })),
        "the field text is missing",
    );
    found(
        "sendMessage",
        with(json!({ "reply_parameters": { "id": 5 } })),
        "reply_parameters: ",
    );
    found(
        "sendMessage",
        with(json!({ "link_preview_options": { "disabled": true } })),
        "no field disabled",
    );
    let commands = json!([{ "command": "shift" }]);
    found(
        "setMyCommands",
        json!({ "commands": commands }),
        "commands[0]: the field description is missing",
    );
}

#[test]
fn one_of_several_types_must_fit() {
    let commands = json!([{ "command": "shift", "description": "Shifts" }]);
    let scoped = |scope: Value| json!({ "commands": commands, "scope": scope });
    found("setMyCommands", scoped(json!({ "type": "everywhere" })), "scope.type");
    found("setMyCommands", scoped(json!({ "type": "chat" })), "chat_id is missing");
    found(
        "setMyCommands",
        scoped(json!({ "type": "chat_member", "chat_id": 5 })),
        "user_id is missing",
    );
    let Some((api, bot)) = validating() else { return };
    for scope in [
        json!({ "type": "default" }),
        json!({ "type": "all_chat_administrators" }),
        json!({ "type": "chat", "chat_id": 6_000_000_001_i64 }),
        json!({ "type": "chat_member", "chat_id": 6_000_000_001_i64, "user_id": 6_000_000_001_i64 }),
    ] {
        bot.asks("setMyCommands", scoped(scope)).unwrap();
    }
    assert_eq!(api.breaches(), []);
}

#[test]
fn nothing_is_held_against_it_where_that_is_switched_off() {
    let api = Options::new().without_validation().start();
    assert!(!api.is_validating());
    let bot = Bot::new(&api);
    api.person("ana").starts_bot();
    assert!(bot.asks("sendMessage", with(json!({ "unheard_of": 1 }))).is_ok());
    assert_eq!(api.breaches(), []);
}

/// What the server itself says is held against it too.
#[test]
fn updates_are_as_specified() {
    let Some((api, bot)) = validating() else { return };
    let (ana, ben) = (api.person("ana"), api.person("ben"));
    let forum = api.forum("Ward 3", &ana);
    forum.adds_bot(&ana);
    forum.promotes_bot(&ana, muster_test_servers::telegram::Rights::all());
    let topic = forum.opens_topic(&ana, "Doors");
    ana.says_in_topic(&forum, topic, "/shifts #ward3");
    ana.as_anonymous_admin(&forum).says("/hello");
    ben.joins(&forum);
    forum.restricts_bot(&ana);
    forum.removes_bot(&ana);
    let card = bot.shows(&ana, "card", &json!([[{ "text": "Yes", "callback_data": "y" }]]));
    ana.taps(&ana, card, "Yes");
    ana.sends_callback(&ana, muster_test_servers::telegram::MessageId(77), "old");
    let old = api.group("Old", &ana);
    old.adds_bot(&ana);
    drop(old.migrates());
    for update in bot.hears() {
        // Telegram sends it, and does not say so any more.
        let known = |wrong: &String| wrong.contains("all_members_are_administrators");
        let wrong = api
            .unlike_specified("Update", &update)
            .into_iter()
            .filter(|wrong| !known(wrong));
        assert_eq!(wrong.collect::<Vec<_>>(), Vec::<String>::new(), "{update:#}");
    }
    for (method, kind) in [("getMe", "User"), ("getWebhookInfo", "WebhookInfo")] {
        let answer = bot.asks(method, json!({})).unwrap();
        assert_eq!(api.unlike_specified(kind, &answer), Vec::<String>::new(), "{answer:#}");
    }
    let chat = bot.asks("getChat", json!({ "chat_id": ana.id().0 })).unwrap();
    assert_eq!(api.unlike_specified("ChatFullInfo", &chat), Vec::<String>::new());
}

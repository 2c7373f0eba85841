//! For each row of the table what is just allowed, and what is not.

use serde_json::{Value, json};

/// A row's name, the method, what is just allowed, and what is not.
pub(super) struct Case {
    pub(super) rule: &'static str,
    pub(super) method: &'static str,
    pub(super) allowed: Value,
    pub(super) broken: Value,
}

fn case(rule: &'static str, method: &'static str, allowed: Value, broken: Value) -> Case {
    Case {
        rule,
        method,
        allowed,
        broken,
    }
}

fn text(text: &str) -> Value {
    json!({ "chat_id": 6_000_000_001_i64, "text": text })
}

fn entities(said: &str, entities: Value) -> Value {
    let mut message = text(said);
    message["entities"] = entities;
    message
}

fn entity(kind: &str, offset: usize, length: usize) -> Value {
    json!({ "type": kind, "offset": offset, "length": length })
}

fn buttons(rows: Value) -> Value {
    let mut message = text("x");
    message["reply_markup"] = json!({ "inline_keyboard": rows });
    message
}

fn button(data: &str) -> Value {
    json!({ "text": "x", "callback_data": data })
}

fn link(payload: &str) -> Value {
    buttons(json!([[{ "text": "x", "url": format!("https://t.me/muster_bot?start={payload}") }]]))
}

fn document(caption: &str) -> Value {
    json!({ "chat_id": 6_000_000_001_i64, "document": "file", "caption": caption })
}

fn commands(command: &str, description: &str, count: usize) -> Value {
    json!({ "commands": vec![json!({ "command": command, "description": description }); count] })
}

fn time(more: Value) -> Value {
    let mut entity = entity("date_time", 0, 1);
    for (name, value) in more.as_object().unwrap() {
        entity[name] = value.clone();
    }
    entities("x", json!([entity]))
}

fn hook(name: &str, value: Value) -> Value {
    json!({ "url": "http://127.0.0.1:9/", name: value })
}

/// All of them.
pub(super) fn all() -> Vec<Case> {
    of_texts().into_iter().chain(of_buttons()).chain(of_the_bot()).collect()
}

fn of_texts() -> Vec<Case> {
    let (say, answer) = (
        "sendMessage",
        |text: &str| json!({ "callback_query_id": "1", "text": text }),
    );
    let hundred: Vec<_> = (0..100).map(|offset| entity("bold", offset, 1)).collect();
    let more: Vec<_> = (0..101).map(|offset| entity("bold", offset, 1)).collect();
    let long = "x".repeat(101);
    vec![
        case("text is there", say, text("x"), text(" \n ")),
        // An emoji is two units.
        case(
            "text is short",
            say,
            text(&"😀".repeat(2_048)),
            text(&("😀".repeat(2_048) + "x")),
        ),
        case(
            "caption is short",
            "sendDocument",
            document(&"x".repeat(1_024)),
            document(&"x".repeat(1_025)),
        ),
        case(
            "callback answer is short",
            "answerCallbackQuery",
            answer(&"é".repeat(200)),
            answer(&"é".repeat(201)),
        ),
        case(
            "entities only",
            say,
            text("x"),
            json!({ "chat_id": 6_000_000_001_i64, "text": "x", "parse_mode": "HTML" }),
        ),
        case(
            "few entities",
            say,
            entities(&long, hundred.into()),
            entities(&long, more.into()),
        ),
        case(
            "entities within the text",
            say,
            entities("xx", json!([entity("bold", 1, 1)])),
            entities("xx", json!([entity("bold", 1, 2)])),
        ),
        case(
            "entities on whole symbols",
            say,
            entities("😀x", json!([entity("bold", 0, 2)])),
            entities("😀x", json!([entity("bold", 1, 2)])),
        ),
        case(
            "entities nest",
            say,
            entities("xxx", json!([entity("bold", 0, 3), entity("italic", 1, 1)])),
            entities("xxx", json!([entity("bold", 0, 2), entity("italic", 1, 2)])),
        ),
        case(
            "code contains nothing",
            say,
            entities("xxx", json!([entity("code", 0, 1), entity("bold", 1, 2)])),
            entities("xxx", json!([entity("code", 0, 3), entity("bold", 1, 2)])),
        ),
        case(
            "date_time has a time",
            say,
            time(json!({ "unix_time": 5 })),
            time(json!({})),
        ),
        case(
            "date_time format",
            say,
            time(json!({ "unix_time": 5, "date_time_format": "wDt" })),
            time(json!({ "unix_time": 5, "date_time_format": "tD" })),
        ),
        case(
            "text_link has a URL",
            say,
            entities(
                "x",
                json!([{ "type": "text_link", "offset": 0, "length": 1, "url": "https://a.org" }]),
            ),
            entities("x", json!([entity("text_link", 0, 1)])),
        ),
    ]
}

fn of_buttons() -> Vec<Case> {
    let say = "sendMessage";
    let row = |count: usize| vec![button("y"); count];
    let rows = |count: usize| vec![row(5); count];
    let twice = json!({ "text": "x", "callback_data": "y", "url": "https://a.org" });
    vec![
        case(
            "row of buttons",
            say,
            buttons(json!([row(8)])),
            buttons(json!([row(9)])),
        ),
        case(
            "buttons in all",
            say,
            buttons(json!(rows(20))),
            buttons(json!([rows(20), vec![row(1)]].concat())),
        ),
        case(
            "button label",
            say,
            buttons(json!([[button("y")]])),
            buttons(json!([[{ "text": " ", "callback_data": "y" }]])),
        ),
        case(
            "button kind",
            say,
            buttons(json!([[{ "text": "x", "callback_data": "y", "style": "danger" }]])),
            buttons(json!([[twice]])),
        ),
        case(
            "callback data",
            say,
            buttons(json!([[button(&"é".repeat(32))]])),
            buttons(json!([[button(&("é".repeat(32) + "x"))]])),
        ),
        case(
            "start payload",
            say,
            link(&"a-_Z".repeat(16)),
            link(&("a-_Z".repeat(16) + "x")),
        ),
        case("start payload", say, link("x"), link("a.b")),
    ]
}

fn of_the_bot() -> Vec<Case> {
    let menu = "setMyCommands";
    vec![
        case(
            "command name",
            menu,
            commands(&"a_1".repeat(10), "x", 1),
            commands("Shift", "x", 1),
        ),
        case(
            "command name",
            menu,
            commands(&"a".repeat(32), "x", 1),
            commands(&"a".repeat(33), "x", 1),
        ),
        case(
            "command description",
            menu,
            commands("a", &"é".repeat(256), 1),
            commands("a", &"é".repeat(257), 1),
        ),
        case(
            "commands in all",
            menu,
            commands("a", "x", 100),
            commands("a", "x", 101),
        ),
        case(
            "bot description",
            "setMyDescription",
            json!({ "description": "x".repeat(512) }),
            json!({ "description": "x".repeat(513) }),
        ),
        case(
            "bot short description",
            "setMyShortDescription",
            json!({ "short_description": "x".repeat(120) }),
            json!({ "short_description": "x".repeat(121) }),
        ),
        case(
            "bot name",
            "setMyName",
            json!({ "name": "x".repeat(64) }),
            json!({ "name": "x".repeat(65) }),
        ),
        case(
            "updates a call",
            "getUpdates",
            json!({ "limit": 100 }),
            json!({ "limit": 101 }),
        ),
        case(
            "webhook secret is short",
            "setWebhook",
            hook("secret_token", json!("x".repeat(256))),
            hook("secret_token", json!("x".repeat(257))),
        ),
        case(
            "webhook secret characters",
            "setWebhook",
            hook("secret_token", json!("a-_Z")),
            hook("secret_token", json!("a.b")),
        ),
        case(
            "webhook connections",
            "setWebhook",
            hook("max_connections", json!(100)),
            hook("max_connections", json!(101)),
        ),
    ]
}

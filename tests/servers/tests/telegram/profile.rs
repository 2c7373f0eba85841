//! What the bot says of itself.

use muster_test_servers::telegram::BotApi;
use serde_json::json;

use crate::bot::{Bot, refused, wrong};

#[test]
fn a_menu_has_a_scope_and_a_language() {
    let api = BotApi::start();
    let bot = Bot::new(&api);
    let (english, spanish) = (
        json!([{ "command": "shift", "description": "Shifts" }]),
        json!([{ "command": "turno", "description": "Turnos" }]),
    );
    let groups = json!({ "type": "all_group_chats" });
    bot.asks("setMyCommands", json!({ "commands": english })).unwrap();
    bot.asks(
        "setMyCommands",
        json!({ "commands": spanish, "scope": groups, "language_code": "es" }),
    )
    .unwrap();
    let menu = |parameters| bot.asks("getMyCommands", parameters).unwrap();
    assert_eq!(menu(json!({})), english);
    assert_eq!(menu(json!({ "scope": { "type": "default" } })), english);
    assert_eq!(menu(json!({ "scope": groups, "language_code": "es" })), spanish);
    assert_eq!(menu(json!({ "scope": groups })), json!([]));
    assert_eq!(api.menu(&groups, "es"), Some(spanish));
    bot.asks("deleteMyCommands", json!({})).unwrap();
    assert_eq!(menu(json!({})), json!([]));
    let lost = json!({ "commands": english, "scope": { "type": "chat", "chat_id": 5 } });
    assert_eq!(
        wrong(bot.asks("setMyCommands", lost)),
        refused(400, "Bad Request: chat not found")
    );
    assert_eq!(api.breaches(), []);
}

#[test]
fn words_have_a_language() {
    let api = BotApi::start();
    let bot = Bot::new(&api);
    for (set, get, field) in [
        ("setMyName", "getMyName", "name"),
        ("setMyDescription", "getMyDescription", "description"),
        ("setMyShortDescription", "getMyShortDescription", "short_description"),
    ] {
        bot.asks(set, json!({ field: "Muster" })).unwrap();
        bot.asks(set, json!({ field: "Muster (es)", "language_code": "es" }))
            .unwrap();
        let said = |language: &str| bot.asks(get, json!({ "language_code": language })).unwrap()[field].clone();
        assert_eq!((said("es"), said("fr")), (json!("Muster (es)"), json!("Muster")));
    }
    let me = bot.asks("getMe", json!({})).unwrap();
    assert_eq!(
        (&me["username"], &me["is_bot"], &me["can_join_groups"]),
        (&json!("muster_bot"), &json!(true), &json!(true))
    );
}

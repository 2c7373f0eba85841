//! Where the bot may write, and where not.

use muster_test_servers::telegram::{BotApi, Rights};
use serde_json::json;

use crate::bot::{Bot, refused, wrong};

#[test]
fn people_are_written_to_when_they_started_the_bot() {
    let api = BotApi::start();
    let (bot, ana) = (Bot::new(&api), api.person("ana"));
    let never = refused(403, "Forbidden: bot can't initiate conversation with a user");
    assert_eq!(wrong(bot.says(&ana, "hello")), never);
    ana.starts_bot();
    assert!(bot.says(&ana, "hello").is_ok());
    bot.hears();
    ana.blocks_bot();
    assert_eq!(
        wrong(bot.says(&ana, "hello")),
        refused(403, "Forbidden: bot was blocked by the user")
    );
    ana.starts_bot_with("again-1");
    assert!(bot.says(&ana, "hello").is_ok());
    let heard = bot.hears();
    let door = |index: usize| heard[index]["my_chat_member"]["new_chat_member"]["status"].clone();
    assert_eq!((door(0), door(1)), (json!("kicked"), json!("member")));
    assert_eq!(heard[2]["message"]["text"], "/start again-1");
    ana.deactivates();
    assert_eq!(
        wrong(bot.says(&ana, "hello")),
        refused(403, "Forbidden: user is deactivated")
    );
}

#[test]
fn a_chat_must_be_there() {
    let api = BotApi::start();
    let bot = Bot::new(&api);
    let lost = refused(400, "Bad Request: chat not found");
    for chat in [json!(1), json!(-1), json!("@nobody_there")] {
        assert_eq!(
            wrong(bot.asks("sendMessage", json!({ "chat_id": chat, "text": "x" }))),
            lost
        );
    }
}

#[test]
fn the_bot_is_in_a_group_or_not() {
    let api = BotApi::start();
    let (bot, ana) = (Bot::new(&api), api.person("ana"));
    for (group, kind) in [
        (api.group("Ward 3", &ana), "group"),
        (api.supergroup("Ward 4", &ana), "supergroup"),
    ] {
        let absent = refused(403, &format!("Forbidden: bot is not a member of the {kind} chat"));
        let kicked = refused(403, &format!("Forbidden: bot was kicked from the {kind} chat"));
        assert_eq!(wrong(bot.says(&group, "hello")), absent);
        group.adds_bot(&ana);
        let card = bot.says(&group, "hello").unwrap();
        bot.asks("leaveChat", json!({ "chat_id": group.id().0 })).unwrap();
        assert_eq!(wrong(bot.says(&group, "hello")), absent);
        group.adds_bot(&ana);
        bot.hears();
        group.removes_bot(&ana);
        let heard = bot.hears();
        assert_eq!(heard[0]["my_chat_member"]["new_chat_member"]["status"], "kicked");
        assert_eq!(heard[1]["message"]["left_chat_member"]["username"], "muster_bot");
        assert_eq!(wrong(bot.says(&group, "hello")), kicked);
        let edit = json!({ "chat_id": group.id().0, "message_id": card.0, "text": "x" });
        assert_eq!(wrong(bot.asks("editMessageText", edit)), kicked);
    }
}

#[test]
fn the_bot_may_be_kept_from_writing() {
    let api = BotApi::start();
    let (bot, ana) = (Bot::new(&api), api.person("ana"));
    let ward = api.supergroup("Ward 3", &ana);
    ward.adds_bot(&ana);
    let card = bot.says(&ward, "hello").unwrap();
    let no_right = refused(400, "Bad Request: not enough rights to send text messages to the chat");
    ward.restricts_bot(&ana);
    assert_eq!(wrong(bot.says(&ward, "hello")), no_right);
    let edit = json!({ "chat_id": ward.id().0, "message_id": card.0, "text": "x" });
    assert!(
        bot.asks("editMessageText", edit).is_ok(),
        "what it said before it may change"
    );
    ward.demotes_bot(&ana);
    ward.lets_members_write(false);
    assert_eq!(wrong(bot.says(&ward, "hello")), no_right);
    ward.promotes_bot(&ana, Rights::none());
    assert!(bot.says(&ward, "hello").is_ok());
    let statuses: Vec<_> = bot
        .hears()
        .iter()
        .filter_map(|update| {
            update["my_chat_member"]["new_chat_member"]["status"]
                .as_str()
                .map(str::to_owned)
        })
        .collect();
    assert_eq!(statuses, ["member", "restricted", "member", "administrator"]);
}

#[test]
fn a_channel_is_for_its_administrators() {
    let api = BotApi::start();
    let (bot, ana) = (Bot::new(&api), api.person("ana"));
    let news = api.channel("News", &ana);
    assert_eq!(
        wrong(bot.says(&news, "hello")),
        refused(403, "Forbidden: bot is not a member of the channel chat")
    );
    news.adds_bot(&ana, Rights::none());
    assert_eq!(
        wrong(bot.says(&news, "hello")),
        refused(400, "Bad Request: need administrator rights in the channel chat")
    );
    news.adds_bot(&ana, Rights::none().and("can_post_messages"));
    assert!(bot.says(&news, "hello").is_ok());
}

#[test]
fn a_group_moves_and_says_where_to() {
    let api = BotApi::start();
    let (bot, ana, ben) = (Bot::new(&api), api.person("ana"), api.person("ben"));
    let old = api.group("Ward 3", &ana);
    old.adds_bot(&ana);
    old.has(&ben);
    let card = bot.says(&old, "card").unwrap();
    bot.hears();
    let new = old.migrates();
    let heard = bot.hears();
    assert_eq!(
        (
            &heard[0]["message"]["chat"]["id"],
            &heard[0]["message"]["migrate_to_chat_id"]
        ),
        (&json!(old.id().0), &json!(new.id().0))
    );
    assert_eq!(
        (
            &heard[1]["message"]["chat"]["id"],
            &heard[1]["message"]["migrate_from_chat_id"]
        ),
        (&json!(new.id().0), &json!(old.id().0))
    );
    assert_eq!(heard[1]["message"]["chat"]["type"], "supergroup");

    let moved = wrong(bot.says(&old, "hello"));
    assert_eq!(
        (moved.code, moved.description.as_str()),
        (400, "Bad Request: group chat was upgraded to a supergroup chat")
    );
    assert_eq!(moved.parameters, json!({ "migrate_to_chat_id": new.id().0 }));
    let edit = bot.asks(
        "editMessageText",
        json!({ "chat_id": old.id().0, "message_id": card.0, "text": "x" }),
    );
    assert_eq!(wrong(edit).parameters, json!({ "migrate_to_chat_id": new.id().0 }));
    assert!(bot.says(&new, "hello").is_ok());
    let count = bot
        .asks("getChatMemberCount", json!({ "chat_id": new.id().0 }))
        .unwrap();
    assert_eq!(count, 3, "the members moved");
}

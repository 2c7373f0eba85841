//! Topics and pins.

use muster_test_servers::telegram::{BotApi, MessageId, Rights, TopicId};
use serde_json::json;

use crate::bot::{Bot, refused, wrong};

#[test]
fn a_topic_is_named_and_may_be_closed() {
    let api = BotApi::start();
    let (bot, ana) = (Bot::new(&api), api.person("ana"));
    let forum = api.forum("Ward 3", &ana);
    forum.adds_bot(&ana);
    let doors = forum.opens_topic(&ana, "Doors");
    bot.hears();
    let say = |topic: TopicId| {
        bot.asks(
            "sendMessage",
            json!({ "chat_id": forum.id().0, "text": "x", "message_thread_id": topic.0 }),
        )
    };
    let sent = say(doors).unwrap();
    assert_eq!(
        (&sent["message_thread_id"], &sent["is_topic_message"]),
        (&json!(doors.0), &json!(true))
    );
    assert_eq!(sent["reply_to_message"]["forum_topic_created"]["name"], "Doors");
    assert_eq!(
        wrong(say(TopicId(1))),
        refused(400, "Bad Request: message thread not found")
    );

    ana.says_in_topic(&forum, doors, "/shifts");
    let heard = bot.hears();
    assert_eq!(heard[0]["message"]["message_thread_id"], doors.0);
    assert_eq!(
        (
            &heard[0]["message"]["chat"]["is_forum"],
            &heard[0]["message"]["is_topic_message"]
        ),
        (&json!(true), &json!(true))
    );

    forum.closes_topic(&ana, doors);
    assert_eq!(wrong(say(doors)), refused(400, "Bad Request: TOPIC_CLOSED"));
    assert!(bot.says(&forum, "general").is_ok());
    forum.closes_general_topic(true);
    assert_eq!(
        wrong(bot.says(&forum, "general")),
        refused(400, "Bad Request: TOPIC_CLOSED")
    );
    let to = json!({ "message_id": sent["message_id"] });
    let reply = bot.asks(
        "sendMessage",
        json!({ "chat_id": forum.id().0, "text": "x", "reply_parameters": to }),
    );
    assert_eq!(
        wrong(reply),
        refused(400, "Bad Request: TOPIC_CLOSED"),
        "a reply goes where its original is"
    );
    forum.reopens_topic(&ana, doors);
    assert!(say(doors).is_ok());
    forum.deletes_topic(doors);
    assert_eq!(wrong(say(doors)), refused(400, "Bad Request: message thread not found"));
    let plain = api.group("Plain", &ana);
    plain.adds_bot(&ana);
    let lost = bot.asks(
        "sendMessage",
        json!({ "chat_id": plain.id().0, "text": "x", "message_thread_id": 5 }),
    );
    assert_eq!(wrong(lost), refused(400, "Bad Request: message thread not found"));
}

#[test]
fn pins_need_a_right() {
    let api = BotApi::start();
    let (bot, ana) = (Bot::new(&api), api.person("ana"));
    let ward = api.supergroup("Ward 3", &ana);
    ward.adds_bot(&ana);
    let card = bot.says(&ward, "card").unwrap();
    let ask =
        |method: &str, message: MessageId| bot.asks(method, json!({ "chat_id": ward.id().0, "message_id": message.0 }));
    let no_right = refused(
        400,
        "Bad Request: not enough rights to manage pinned messages in the chat",
    );
    assert_eq!(wrong(ask("pinChatMessage", card)), no_right);
    ward.promotes_bot(&ana, Rights::none().and("can_pin_messages"));
    bot.hears();
    let lost = ask("pinChatMessage", MessageId(99));
    assert_eq!(wrong(lost), refused(400, "Bad Request: message to pin not found"));
    ask("pinChatMessage", card).unwrap();
    assert_eq!(bot.hears()[0]["message"]["pinned_message"]["text"], "card");
    assert!(api.look(|seen| seen.message(&ward, card).unwrap().pinned));
    let chat = bot.asks("getChat", json!({ "chat_id": ward.id().0 })).unwrap();
    assert_eq!(chat["pinned_message"]["message_id"], card.0);
    ask("unpinChatMessage", card).unwrap();
    assert_eq!(
        wrong(ask("unpinChatMessage", card)),
        refused(400, "Bad Request: message to unpin not found")
    );
}

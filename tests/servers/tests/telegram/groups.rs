//! Groups: who is in them, and what the bot is told of that.

use muster_test_servers::telegram::{BotApi, Rights};
use serde_json::json;

use crate::bot::{Bot, refused, wrong};

#[test]
fn the_bot_is_told_when_it_is_taken_in() {
    let api = BotApi::start();
    let (bot, ana) = (Bot::new(&api), api.person("ana"));
    let ward = api.group("Ward 3", &ana);
    ward.adds_bot(&ana);
    let heard = bot.hears();
    let change = &heard[0]["my_chat_member"];
    assert_eq!(
        (
            &change["old_chat_member"]["status"],
            &change["new_chat_member"]["status"]
        ),
        (&json!("left"), &json!("member"))
    );
    assert_eq!(
        (&change["chat"]["title"], &change["from"]["id"]),
        (&json!("Ward 3"), &json!(ana.id().0))
    );
    assert_eq!(heard[1]["message"]["new_chat_members"][0]["username"], "muster_bot");
    ward.renames(&ana, "Ward 3b");
    let renamed = &bot.hears()[0]["message"];
    assert_eq!(
        (&renamed["new_chat_title"], &renamed["chat"]["title"]),
        (&json!("Ward 3b"), &json!("Ward 3b"))
    );
}

#[test]
fn who_is_what_can_be_asked() {
    let api = BotApi::start();
    let (bot, ana, ben, cem) = (Bot::new(&api), api.person("ana"), api.person("ben"), api.person("cem"));
    let ward = api.supergroup("Ward 3", &ana);
    ward.adds_bot(&ana);
    let status = |user: i64| {
        let member = bot
            .asks("getChatMember", json!({ "chat_id": ward.id().0, "user_id": user }))
            .unwrap();
        member["status"].as_str().unwrap().to_owned()
    };
    assert_eq!(
        (status(ana.id().0), status(ben.id().0)),
        ("creator".to_owned(), "left".to_owned())
    );
    ben.joins(&ward);
    ward.promotes(&ben, Rights::none().and("can_manage_chat"));
    ward.has(&cem);
    assert_eq!(
        (status(ben.id().0), status(cem.id().0)),
        ("administrator".to_owned(), "member".to_owned())
    );
    let administrators = bot
        .asks("getChatAdministrators", json!({ "chat_id": ward.id().0 }))
        .unwrap();
    assert_eq!(administrators.as_array().unwrap().len(), 2);
    assert_eq!(administrators[1]["can_manage_chat"], true);
    assert_eq!(administrators[1]["can_pin_messages"], false);
    ward.demotes(&ben);
    ward.bans(&cem);
    assert_eq!(
        (status(ben.id().0), status(cem.id().0)),
        ("member".to_owned(), "kicked".to_owned())
    );
    ben.leaves(&ward);
    assert_eq!(status(ben.id().0), "left");
    let nobody = bot.asks("getChatMember", json!({ "chat_id": ward.id().0, "user_id": 5 }));
    assert_eq!(wrong(nobody), refused(400, "Bad Request: invalid user_id specified"));
    let private = bot.asks("getChatAdministrators", json!({ "chat_id": ana.id().0 }));
    assert_eq!(
        wrong(private),
        refused(400, "Bad Request: there are no administrators in the private chat")
    );
    assert_eq!(api.breaches(), []);
}

#[test]
fn an_anonymous_administrator_is_the_group() {
    let api = BotApi::start();
    let (bot, ana) = (Bot::new(&api), api.person("ana"));
    let ward = api.supergroup("Ward 3", &ana);
    ward.adds_bot(&ana);
    let card = bot.shows(&ward, "card", &json!([[{ "text": "Yes", "callback_data": "y" }]]));
    bot.hears();
    let nobody = ana.as_anonymous_admin(&ward);
    nobody.says("/settings");
    nobody.replies(card, "why?");
    let heard = bot.hears();
    let from = &heard[0]["message"]["from"];
    assert_eq!(
        (&from["id"], &from["is_bot"], &from["username"]),
        (&json!(1_087_968_824), &json!(true), &json!("GroupAnonymousBot"))
    );
    assert_eq!(heard[0]["message"]["sender_chat"]["id"], ward.id().0);
    assert_eq!(
        heard[1]["message"]["reply_to_message"]["reply_markup"]["inline_keyboard"][0][0]["text"],
        "Yes"
    );
    ana.taps(&ward, card, "Yes");
    assert_eq!(
        bot.hears()[0]["callback_query"]["from"]["id"],
        ana.id().0,
        "a tap is her own"
    );
    let administrators = bot
        .asks("getChatAdministrators", json!({ "chat_id": ward.id().0 }))
        .unwrap();
    assert_eq!(administrators[0]["is_anonymous"], true);
}

#[test]
fn a_post_of_a_channel_appears_in_its_discussion_group() {
    let api = BotApi::start();
    let (bot, ana) = (Bot::new(&api), api.person("ana"));
    let (news, talk) = (api.channel("News", &ana), api.supergroup("Talk", &ana));
    news.is_discussed_in(&talk);
    news.adds_bot(&ana, Rights::all());
    talk.adds_bot(&ana);
    talk.promotes_bot(&ana, Rights::none());
    bot.hears();
    let (post, forward) = news.posts("/shifts");
    let heard = bot.hears();
    assert_eq!(heard[0]["channel_post"]["message_id"], post.0);
    assert!(heard[0]["channel_post"].get("from").is_none());
    let message = &heard[1]["message"];
    assert_eq!(message["message_id"], forward.unwrap().0);
    assert_eq!(
        (&message["is_automatic_forward"], &message["from"]["id"]),
        (&json!(true), &json!(777_000))
    );
    assert_eq!(
        message["sender_chat"]["id"],
        muster_test_servers::telegram::ChatId::from(&news).0
    );
    assert_eq!(message["forward_origin"]["message_id"], post.0);
}

#[test]
fn replies_carry_what_they_reply_to_but_no_more() {
    let api = BotApi::start();
    let (bot, ana) = (Bot::new(&api), api.person("ana"));
    let ward = api.supergroup("Ward 3", &ana);
    ward.adds_bot(&ana);
    let first = ana.says(&ward, "/first");
    let second = ana.replies(&ward, first, "/second");
    ana.replies(&ward, second, "/third");
    ana.edits(&ward, first, "/first again");
    bot.hears_texts();
    ana.replies(&ward, second, "/fourth");
    let heard = &bot.hears()[0]["message"];
    assert_eq!(heard["reply_to_message"]["text"], "/second");
    assert!(heard["reply_to_message"].get("reply_to_message").is_none());
    assert_eq!(
        heard["message_thread_id"], first.0,
        "replies in a supergroup are a thread"
    );
    assert!(heard.get("is_topic_message").is_none());
}

#[test]
fn an_edit_is_told() {
    let api = BotApi::start();
    let (bot, ana) = (Bot::new(&api), api.person("ana"));
    let said = ana.says(&ana, "/shfits");
    bot.hears();
    ana.edits(&ana, said, "/shifts");
    let heard = &bot.hears()[0]["edited_message"];
    assert_eq!(
        (&heard["text"], &heard["message_id"]),
        (&json!("/shifts"), &json!(said.0))
    );
    assert!(heard["edit_date"].is_i64());
    assert_eq!(heard["entities"][0]["type"], "bot_command");
}

//! Messages: what the bot sends, changes and deletes, however it asks.

use muster_test_servers::telegram::{BotApi, MessageId};
use reqwest::blocking::multipart::{Form, Part};
use serde_json::json;

use crate::bot::{Bot, refused, wrong};

const NOT_MODIFIED: &str = "Bad Request: message is not modified: specified new message content and reply markup are \
                            exactly the same as a current content and reply markup of the message";

#[test]
fn a_message_is_answered_and_seen() {
    let api = BotApi::start();
    let (bot, ana) = (Bot::new(&api), api.person("ana"));
    ana.starts_bot();
    let keyboard = json!([[{ "text": "Take it", "callback_data": "s1" }, { "text": "Start", "url": "https://t.me/muster_bot?start=s1" }]]);
    let sent = bot.asks(
        "SENDmessage",
        json!({
            "chat_id": ana.id().0,
            "text": " Canvass 😀 on Saturday ",
            "entities": [{ "type": "bold", "offset": 1, "length": 7 }, { "type": "italic", "offset": 9, "length": 2 }],
            "reply_markup": { "inline_keyboard": keyboard },
            "reply_parameters": { "message_id": 1 },
            "link_preview_options": { "is_disabled": true },
            "disable_notification": true,
        }),
    );
    let sent = sent.unwrap();
    assert_eq!(sent["text"], "Canvass 😀 on Saturday");
    assert_eq!(sent["entities"][1]["offset"], 8);
    assert_eq!(sent["from"]["username"], "muster_bot");
    assert_eq!(
        sent["chat"],
        json!({ "id": ana.id().0, "type": "private", "first_name": "Ana", "username": "ana_tg" })
    );
    assert_eq!(sent["reply_to_message"]["text"], "/start");
    assert_eq!(sent["reply_markup"]["inline_keyboard"], keyboard);
    assert_eq!(
        api.transcript(&ana),
        "ana> <bot_command>/start</bot_command>\nbot> <bold>Canvass</bold> <italic>😀</italic> on Saturday\n  [Take it] [Start]\n"
    );
    assert!(api.look(|seen| seen.last_from_bot(&ana).unwrap().silent));
    assert_eq!(api.breaches(), []);
}

#[test]
fn parameters_come_in_any_form() {
    let api = BotApi::start();
    let (bot, ana) = (Bot::new(&api), api.person("ana"));
    ana.starts_bot();
    let id = ana.id().to_string();
    let markup = r#"{"inline_keyboard":[[{"text":"Go","callback_data":"g"}]]}"#;
    let fields = [
        ("chat_id", id.as_str()),
        ("text", "42"),
        ("reply_markup", markup),
        ("protect_content", "true"),
    ];
    assert_eq!(bot.url_encoded("sendMessage", &fields).unwrap()["text"], "42");
    assert_eq!(bot.query("sendMessage", &fields).unwrap()["text"], "42");
    let form = fields.iter().fold(Form::new(), |form, (name, value)| {
        form.text((*name).to_owned(), (*value).to_owned())
    });
    assert_eq!(bot.form("sendMessage", form).unwrap()["text"], "42");
    assert_eq!(
        api.look(|seen| seen.from_bot(&ana).filter(|shown| shown.button("Go").is_some()).count()),
        3
    );
    assert_eq!(api.breaches(), []);
}

#[test]
fn a_document_is_kept() {
    let api = BotApi::start();
    let (bot, ana) = (Bot::new(&api), api.person("ana"));
    ana.starts_bot();
    let file = || {
        Part::bytes(b"a,b\n1,2\n".to_vec())
            .file_name("shifts.csv")
            .mime_str("text/csv")
            .unwrap()
    };
    let form = || {
        Form::new()
            .text("chat_id", ana.id().to_string())
            .text("caption", "All shifts")
    };
    let direct = bot.form("sendDocument", form().part("document", file())).unwrap();
    assert_eq!(direct["document"]["file_name"], "shifts.csv");
    let attached = form().text("document", "attach://upload").part("upload", file());
    assert_eq!(bot.form("sendDocument", attached).unwrap()["caption"], "All shifts");
    let again = json!({ "chat_id": ana.id().0, "document": direct["document"]["file_id"] });
    bot.asks("sendDocument", again).unwrap();
    let stale = bot.asks("sendDocument", json!({ "chat_id": ana.id().0, "document": "gone" }));
    assert_eq!(
        wrong(stale),
        refused(400, "Bad Request: wrong file identifier/HTTP URL specified")
    );
    let kept = api.look(|seen| {
        seen.from_bot(&ana)
            .map(|shown| shown.document.clone().unwrap())
            .collect::<Vec<_>>()
    });
    assert_eq!(kept.len(), 3);
    assert!(
        kept.iter()
            .all(|document| document.content == b"a,b\n1,2\n" && document.mime.as_deref() == Some("text/csv"))
    );
    assert_eq!(api.breaches(), []);
}

#[test]
fn an_edit_changes_what_is_seen() {
    let api = BotApi::start();
    let (bot, ana) = (Bot::new(&api), api.person("ana"));
    let hers = ana.starts_bot();
    let card = bot.shows(&ana, "0 of 2", &json!([[{ "text": "Take it", "callback_data": "s1" }]]));
    let edit = |message: MessageId, text: &str| {
        bot.asks(
            "editMessageText",
            json!({ "chat_id": ana.id().0, "message_id": message.0, "text": text }),
        )
    };
    let edited = edit(card, "1 of 2").unwrap();
    assert!(edited["edit_date"].is_i64());
    assert!(
        edited.get("reply_markup").is_none(),
        "an edit without a keyboard takes it away"
    );
    assert_eq!(wrong(edit(card, "1 of 2 ")), refused(400, NOT_MODIFIED));
    assert_eq!(
        wrong(edit(MessageId(99), "x")),
        refused(400, "Bad Request: message to edit not found")
    );
    assert_eq!(
        wrong(edit(hers, "x")),
        refused(400, "Bad Request: message can't be edited")
    );
    let markup = json!({ "inline_keyboard": [[{ "text": "Full", "callback_data": "f" }]] });
    let with_markup = json!({ "chat_id": ana.id().0, "message_id": card.0, "reply_markup": markup });
    bot.asks("editMessageReplyMarkup", with_markup.clone()).unwrap();
    assert_eq!(
        wrong(bot.asks("editMessageReplyMarkup", with_markup)),
        refused(400, NOT_MODIFIED)
    );
    api.look(|seen| {
        let shown = seen.message(&ana, card).unwrap();
        assert_eq!(
            (shown.text.as_str(), shown.earlier.first().unwrap().as_str()),
            ("1 of 2", "0 of 2")
        );
        assert_eq!(shown.buttons()[0].label, "Full");
        assert_eq!((seen.sent, seen.edited), (1, 2));
    });
}

#[test]
fn what_is_deleted_is_gone() {
    let api = BotApi::start();
    let (bot, ana) = (Bot::new(&api), api.person("ana"));
    ana.starts_bot();
    let ward = api.supergroup("Ward 3", &ana);
    ward.adds_bot(&ana);
    let hers = ana.says(&ward, "/hello");
    let its = bot.says(&ward, "hello").unwrap();
    let delete = |message: MessageId| {
        bot.asks(
            "deleteMessage",
            json!({ "chat_id": ward.id().0, "message_id": message.0 }),
        )
    };
    assert_eq!(
        wrong(delete(hers)),
        refused(400, "Bad Request: message can't be deleted")
    );
    assert_eq!(delete(its).unwrap(), true);
    assert_eq!(
        wrong(delete(its)),
        refused(400, "Bad Request: message to delete not found")
    );
    assert!(!api.transcript(&ward).contains("bot>"));
    ward.promotes_bot(
        &ana,
        muster_test_servers::telegram::Rights::none().and("can_delete_messages"),
    );
    assert_eq!(delete(hers).unwrap(), true);
}

#[test]
fn a_reply_needs_its_message() {
    let api = BotApi::start();
    let (bot, ana) = (Bot::new(&api), api.person("ana"));
    ana.starts_bot();
    let reply = |optional: bool| {
        let to = json!({ "message_id": 77, "allow_sending_without_reply": optional });
        bot.asks(
            "sendMessage",
            json!({ "chat_id": ana.id().0, "text": "x", "reply_parameters": to }),
        )
    };
    assert_eq!(
        wrong(reply(false)),
        refused(400, "Bad Request: message to be replied not found")
    );
    assert!(reply(true).unwrap().get("reply_to_message").is_none());
}

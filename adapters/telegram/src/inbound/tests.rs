//! Updates as Telegram sends them, and what they are for the bot.

use muster_core::ids::GroupId;
use muster_core::reply::action::ActionToken;
use muster_core::surface::{Content, Inbound, Notice, Standing};
use serde_json::{Value, json};

use super::{Me, Read, Reader, number};

const GROUP: i64 = -1_001_234;

fn reader() -> Reader {
    Reader {
        me: Me {
            id: 42,
            username: "muster_bot".to_owned(),
        },
        now: "2026-12-01T09:00:00Z".parse().unwrap(),
    }
}

fn read(update: &Value) -> Read {
    reader().read(update)
}

fn event(update: &Value) -> Inbound {
    match read(update) {
        Read::Event(event) => *event,
        other => panic!("no event: {other:?}"),
    }
}

fn ana() -> Value {
    json!({"id": 7, "is_bot": false, "first_name": "Ana", "last_name": "Ruiz", "username": "ana"})
}

fn group() -> Value {
    json!({"id": GROUP, "type": "supergroup", "title": "Ward 3"})
}

/// What Ana says in the group.
fn said(text: &str) -> Value {
    json!({"update_id": 1, "message": {"message_id": 5, "date": 1, "chat": group(), "from": ana(), "text": text}})
}

/// What she says to the bot alone.
fn whispered(text: &str) -> Value {
    let private = json!({"id": 7, "type": "private", "first_name": "Ana"});
    json!({"update_id": 1, "message": {"message_id": 5, "date": 1, "chat": private, "from": ana(), "text": text}})
}

fn typed(update: &Value) -> Option<String> {
    match read(update) {
        Read::Event(event) => match event.content {
            Content::Typed(text) => Some(text),
            other => panic!("not typed: {other:?}"),
        },
        Read::Nothing => None,
        other => panic!("{other:?}"),
    }
}

fn token(command: &str) -> String {
    ActionToken::new(GroupId(uuid::Uuid::nil()), command)
        .unwrap()
        .to_string()
}

/// Ana's reply to a card of the bot's with two buttons and a time.
fn replied(text: &str) -> Value {
    let mut update = said(text);
    update["message"]["reply_to_message"] = json!({
        "message_id": 4, "date": 1, "chat": group(), "text": "S1 · Canvass",
        "from": {"id": 42, "is_bot": true, "first_name": "Muster", "username": "muster_bot"},
        "entities": [{"type": "date_time", "offset": 0, "length": 2, "unix_time": 1}],
        "reply_markup": {"inline_keyboard": [[
            {"text": "Claim", "callback_data": token("shift claim S1")},
            {"text": "Who's in", "callback_data": token("shift roster S1")},
        ]]},
    });
    update
}

#[test]
fn a_command_is_typed_with_a_slash_in_one_word_or_several() {
    for (text, command) in [
        ("/shift claim S12", "shift claim S12"),
        ("/shift_claim S12", "shift claim S12"),
        ("/Shift_Claim@Muster_Bot S12", "shift claim S12"),
        ("/shift@muster_bot add Canvass\nsat 10am", "shift add Canvass\nsat 10am"),
        ("@muster_bot shift list", "shift list"),
        ("/undo", "undo"),
    ] {
        assert_eq!(typed(&said(text)).as_deref(), Some(command), "{text}");
    }
}

#[test]
fn in_a_group_only_what_is_meant_for_the_bot_is_a_command() {
    for text in [
        "shift claim S12",
        "/weather Madrid",
        "/shift@other_bot claim S1",
        "@ana shift list",
        "hello",
    ] {
        assert_eq!(typed(&said(text)), None, "{text}");
    }
    // A slip in a word of ours, and whatever is addressed, are answered.
    assert_eq!(typed(&said("/shfit claim S1")).as_deref(), Some("shfit claim S1"));
    assert_eq!(typed(&said("/weather@muster_bot")).as_deref(), Some("weather"));
}

#[test]
fn in_private_everything_is_a_command() {
    for (text, command) in [
        ("shift list", "shift list"),
        ("/me", "me"),
        ("hello", "hello"),
        ("/weather", "weather"),
        ("/start", "help"),
        (
            "/start 014D-2PF2-DBSQ-QG28-T5CY-4TQK-FF",
            "me link 014D-2PF2-DBSQ-QG28-T5CY-4TQK-FF",
        ),
    ] {
        assert_eq!(typed(&whispered(text)).as_deref(), Some(command), "{text}");
    }
    let event = event(&whispered("me"));
    assert!(event.room.private);
    assert_eq!(event.author.standing, Standing::Member);
}

#[test]
fn bringing_the_bot_by_a_link_joins_the_place_to_the_group_of_its_code() {
    let started = said("/start@muster_bot 014D-2PF2-DBSQ-QG28-T5CY-4TQK-FF");
    assert_eq!(
        typed(&started).as_deref(),
        Some("group link 014D-2PF2-DBSQ-QG28-T5CY-4TQK-FF")
    );
}

#[test]
fn a_reply_to_a_card_is_a_tap_on_its_button_or_a_command() {
    for (text, command) in [
        ("2", "shift roster S1"),
        ("claim", "shift claim S1"),
        ("Who's in", "shift roster S1"),
    ] {
        let event = event(&replied(text));
        assert_eq!(event.content, Content::Action(token(command)), "{text}");
        assert_eq!(event.on.as_deref(), Some("4"), "{text}");
    }
    assert_eq!(
        event(&replied("claim driver")).content,
        Content::Action(token("shift claim S1 driver"))
    );
    assert_eq!(typed(&replied("shift list")).as_deref(), Some("shift list"));
    assert_eq!(typed(&replied("thank you")), None);
}

#[test]
fn who_is_mentioned_without_a_name_is_told_by_their_account() {
    let mut update = said("/task assign T3 Évà 🌮 now");
    update["message"]["entities"] = json!([
        {"type": "bot_command", "offset": 0, "length": 5},
        {"type": "text_mention", "offset": 16, "length": 3, "user": {"id": 9, "is_bot": false, "first_name": "Évà"}},
    ]);
    assert_eq!(typed(&update).as_deref(), Some("task assign T3 <@9> 🌮 now"));
}

#[test]
fn a_tap_carries_its_token_and_its_card() {
    let update = json!({"update_id": 1, "callback_query": {
        "id": "99", "from": ana(), "chat_instance": "1", "data": token("shift claim S1"),
        "message": {"message_id": 4, "date": 0, "chat": group(), "message_thread_id": 8, "is_topic_message": true,
            "entities": [{"type": "something_new", "offset": 0, "length": 1}]},
    }});
    let event = event(&update);
    assert_eq!(event.event, "tap:99");
    assert_eq!(event.content, Content::Action(token("shift claim S1")));
    assert_eq!(event.on.as_deref(), Some("4"));
    assert_eq!(event.room.room, "-1001234/8");
    assert_eq!(event.room.place, "-1001234");
    assert_eq!(event.author.standing, Standing::Untold);
    assert_eq!(event.author.name, "Ana Ruiz");
}

#[test]
fn a_topic_is_a_room_of_its_own_and_a_thread_of_replies_is_not() {
    let mut update = said("/shift list");
    update["message"]["message_thread_id"] = json!(8);
    assert_eq!(event(&update).room.room, "-1001234");
    update["message"]["is_topic_message"] = json!(true);
    assert_eq!(event(&update).room.room, "-1001234/8");
}

#[test]
fn an_edited_message_names_the_one_that_it_was() {
    let mut update = said("/shift list");
    let mut message = update["message"].take();
    message["edit_date"] = json!(1_700_000_000);
    let event = event(&json!({"update_id": 2, "edited_message": message}));
    assert_eq!(event.event, "edit:-1001234:5:1700000000");
    assert_eq!(event.edits.as_deref(), Some("message:-1001234:5"));
}

#[test]
fn an_administrator_may_write_as_the_group_and_a_channel_has_no_rights() {
    let mut update = said("/shift list");
    update["message"]["from"] = json!({"id": 1_087_968_824, "is_bot": true, "first_name": "Group"});
    update["message"]["sender_chat"] = group();
    let author = event(&update).author;
    assert!(author.anonymous);
    assert_eq!((author.account.as_str(), author.name.as_str()), ("-1001234", "Ward 3"));
    assert_eq!(author.standing, Standing::Administrator);
    update["message"]["sender_chat"] = json!({"id": -1009, "type": "channel", "title": "News"});
    assert_eq!(event(&update).author.standing, Standing::Member);
    update["message"]["is_automatic_forward"] = json!(true);
    assert_eq!(read(&update), Read::Nothing);
}

#[test]
fn other_bots_and_channels_are_not_listened_to() {
    let mut update = said("/shift list");
    update["message"]["from"] = json!({"id": 8, "is_bot": true, "first_name": "Other"});
    assert_eq!(read(&update), Read::Nothing);
    let mut update = said("/shift list");
    update["message"]["chat"]["type"] = json!("channel");
    assert_eq!(read(&update), Read::Nothing);
}

fn membership(old: &str, new: &str) -> Value {
    let bot = json!({"id": 42, "is_bot": true, "first_name": "Muster"});
    json!({"update_id": 3, "my_chat_member": {"chat": group(), "from": ana(), "date": 1,
        "old_chat_member": {"status": old, "user": bot}, "new_chat_member": {"status": new, "user": bot}}})
}

#[test]
fn coming_and_going_are_noticed() {
    let notice = |update: &Value| event(update).content;
    assert_eq!(notice(&membership("left", "member")), Content::Noticed(Notice::Arrived));
    assert_eq!(
        notice(&membership("kicked", "administrator")),
        Content::Noticed(Notice::Arrived)
    );
    assert_eq!(
        notice(&membership("member", "kicked")),
        Content::Noticed(Notice::Removed)
    );
    assert_eq!(read(&membership("member", "administrator")), Read::Nothing);
    let mut left = said("");
    left["message"]["left_chat_member"] = json!({"id": 9, "is_bot": false, "first_name": "Ben"});
    let event = event(&left);
    assert_eq!(
        (event.content, event.author.account.as_str()),
        (Content::Noticed(Notice::Gone), "9")
    );
}

#[test]
fn a_group_that_became_a_supergroup_is_told_from_both_sides() {
    let moved = Content::Noticed(Notice::Moved { from: "-5".to_owned() });
    let old = json!({"update_id": 1, "message": {"message_id": 9, "date": 1, "migrate_to_chat_id": GROUP,
        "chat": {"id": -5, "type": "group", "title": "Ward 3"}, "from": ana()}});
    let new = json!({"update_id": 2, "message": {"message_id": 1, "date": 1, "migrate_from_chat_id": -5,
        "chat": group(), "from": ana()}});
    for update in [old, new] {
        let event = event(&update);
        assert_eq!((&event.content, event.room.place.as_str()), (&moved, "-1001234"));
    }
}

#[test]
fn what_is_unknown_or_broken_is_told_apart_and_has_its_number() {
    let unknown = json!({"update_id": 8, "something_new": {"text": "/shift list"}});
    assert_eq!((read(&unknown), number(&unknown)), (Read::UnknownKind, Some(8)));
    for broken in [
        json!({"update_id": 8, "message": 3}),
        json!({"update_id": 8, "message": {"text": "x"}}),
    ] {
        assert_eq!((read(&broken), number(&broken)), (Read::Malformed, Some(8)), "{broken}");
    }
    assert_eq!((read(&json!({})), number(&json!({}))), (Read::Malformed, None));
    assert_eq!(read(&json!(null)), Read::Malformed);
}

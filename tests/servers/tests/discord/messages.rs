//! Messages: what the bot sends, changes, pins and deletes.

use std::time::Duration;

use muster_test_servers::discord::{Author, MessageId};
use reqwest::blocking::multipart::{Form, Part};
use serde_json::{Value, json};

use crate::bot::{message_id, scene, wrong};

#[test]
fn a_message_is_answered_heard_and_seen() {
    let mut scene = scene();
    let embed = json!({
        "title": "Canvass",
        "description": "<t:1750000000:F> in <#1>",
        "fields": [{ "name": "Who", "value": "2 of 4" }],
        "footer": { "text": "S12" },
    });
    let link = json!({ "type": 2, "style": 5, "label": "Map", "url": "https://a.org" });
    let off = json!({ "type": 2, "style": 2, "label": "Full", "custom_id": "f", "disabled": true });
    let menu = json!({ "type": 3, "custom_id": "m", "placeholder": "Which", "options": [{ "label": "One", "value": "1" }, { "label": "Two", "value": "2" }] });
    let rows = json!([{ "type": 1, "components": [link, off] }, { "type": 1, "components": [menu] }]);
    let body = json!({ "content": format!("Hello <@{}> ", scene.ana.id()), "embeds": [embed], "components": rows, "allowed_mentions": { "parse": [] } });
    let sent = scene.bot.sends(&scene.room, body).unwrap();
    assert_eq!(sent["embeds"][0]["type"], "rich");
    assert_eq!(
        sent["components"][1]["components"][0]["id"], 5,
        "every component has its number"
    );
    assert_eq!(scene.ear.hears("MESSAGE_CREATE")["id"], sent["id"]);
    assert_eq!(
        scene.discord.transcript(&scene.room),
        "bot> Hello @ana\n  | *Canvass*\n  | {Sunday, 15 June 2025 15:06} in <#1>\n  | Who: 2 of 4\n  | -- S12\n  [Map: https://a.org] [Full (off)]\n  [Which ▾ One | Two]\n"
    );
    assert_eq!(scene.discord.pings(), []);
    assert_eq!(scene.discord.breaches(), []);
    scene.ana.selects(message_id(&sent), "Which", &["Two"]);
    let heard = scene.ear.hears("INTERACTION_CREATE");
    assert_eq!(
        (&heard["data"]["values"], &heard["data"]["component_type"]),
        (&json!(["2"]), &json!(3))
    );
}

#[test]
fn an_edit_changes_what_it_names() {
    let mut scene = scene();
    let sent = scene
        .bot
        .sends(
            &scene.room,
            json!({ "content": "0 of 2", "embeds": [{ "title": "Canvass" }] }),
        )
        .unwrap();
    let path = format!("/channels/{}/messages/{}", scene.room.id(), message_id(&sent));
    let edited = scene.bot.asks("PATCH", &path, json!({ "content": "1 of 2" })).unwrap();
    assert!(edited["edited_timestamp"].is_string());
    assert_eq!(edited["embeds"][0]["title"], "Canvass");
    assert_eq!(scene.ear.hears("MESSAGE_UPDATE")["content"], "1 of 2");
    assert_eq!(
        wrong(scene.bot.asks("PATCH", &path, json!({ "content": "", "embeds": [] }))),
        (400, 50_006)
    );
    scene.discord.look(|seen| {
        let shown = seen.last_from_bot(&scene.room).unwrap();
        assert_eq!(
            (shown.earlier.as_slice(), shown.as_sent().text.as_str()),
            (&["0 of 2".to_owned()][..], "0 of 2")
        );
        assert_eq!((seen.sent, seen.edited), (1, 1));
    });
    let hers = scene.ana.says(&scene.room, "hello");
    let path = format!("/channels/{}/messages/{hers}", scene.room.id());
    assert_eq!(
        wrong(scene.bot.asks("PATCH", &path, json!({ "content": "x" }))),
        (403, 50_005)
    );
    let path = format!("/channels/{}/messages/99", scene.room.id());
    assert_eq!(
        wrong(scene.bot.asks("PATCH", &path, json!({ "content": "x" }))),
        (404, 10_008)
    );
}

#[test]
fn files_come_in_parts() {
    let scene = scene();
    let file = || {
        Part::bytes(b"a,b\n".to_vec())
            .file_name("shifts.csv")
            .mime_str("text/csv")
            .unwrap()
    };
    let payload = json!({ "content": "All shifts", "attachments": [{ "id": 0, "description": "a table" }] });
    let form = Form::new()
        .text("payload_json", payload.to_string())
        .part("files[0]", file());
    let path = format!("/channels/{}/messages", scene.room.id());
    let sent = scene.bot.form("POST", &path, form).unwrap();
    assert_eq!(
        (&sent["attachments"][0]["filename"], &sent["attachments"][0]["size"]),
        (&json!("shifts.csv"), &json!(4))
    );
    assert_eq!(
        scene.discord.transcript(&scene.room),
        "bot> (shifts.csv: a table) All shifts\n"
    );
    let kept = scene
        .discord
        .look(|seen| seen.last_from_bot(&scene.room).unwrap().documents[0].clone());
    assert_eq!(
        (kept.content.as_slice(), kept.description.as_deref()),
        (&b"a,b\n"[..], Some("a table"))
    );
    assert_eq!(scene.discord.breaches(), []);
    let stray = Form::new()
        .text("payload_json", "{\"content\":\"x\"}")
        .text("content", "y");
    assert_eq!(wrong(scene.bot.form("POST", &path, stray)), (400, 50_035));
}

#[test]
fn a_message_is_known_again_by_its_nonce() {
    let scene = scene();
    let body = |enforce: bool| json!({ "content": "hello", "nonce": "n1", "enforce_nonce": enforce });
    let first = scene.bot.sends(&scene.room, body(true)).unwrap();
    assert_eq!(first["nonce"], "n1");
    assert_eq!(scene.bot.sends(&scene.room, body(true)).unwrap()["id"], first["id"]);
    assert_ne!(scene.bot.sends(&scene.room, body(false)).unwrap()["id"], first["id"]);
    assert_eq!(scene.discord.look(|seen| (seen.sent, seen.repeated)), (2, 1));
    scene.discord.put_clock_forward(Duration::from_mins(3));
    assert_ne!(
        scene.bot.sends(&scene.room, body(true)).unwrap()["id"],
        first["id"],
        "only for minutes"
    );
}

#[test]
fn a_reply_needs_its_message() {
    let scene = scene();
    let hers = scene.ana.says(&scene.room, "hello");
    let reply = |to: MessageId, strict: bool| {
        let to = json!({ "message_id": to.to_string(), "fail_if_not_exists": strict });
        scene.bot.sends(
            &scene.room,
            json!({ "content": "hi", "message_reference": to, "allowed_mentions": { "parse": [] } }),
        )
    };
    let sent = reply(hers, true).unwrap();
    assert_eq!(
        (&sent["type"], &sent["referenced_message"]["content"]),
        (&json!(19), &json!("hello"))
    );
    assert_eq!(wrong(reply(MessageId(5), true)), (400, 50_035));
    assert_eq!(reply(MessageId(5), false).unwrap()["type"], 0);
}

#[test]
fn pins_are_set_by_either_path() {
    let mut scene = scene();
    let ids = ["one", "two"].map(|text| scene.bot.says(&scene.room, text).unwrap());
    let path = format!("/channels/{}", scene.room.id());
    scene
        .bot
        .asks("PUT", &format!("{path}/messages/pins/{}", ids[0]), Value::Null)
        .unwrap();
    scene.ear.hears("CHANNEL_PINS_UPDATE");
    scene
        .bot
        .asks("PUT", &format!("{path}/pins/{}", ids[1]), Value::Null)
        .unwrap();
    let pinned = scene.bot.gets(&format!("{path}/messages/pins")).unwrap();
    assert_eq!(pinned["items"].as_array().unwrap().len(), 2);
    scene
        .bot
        .asks("DELETE", &format!("{path}/messages/pins/{}", ids[0]), Value::Null)
        .unwrap();
    assert_eq!(scene.bot.gets(&format!("{path}/pins")).unwrap()[0]["content"], "two");
    assert!(scene.discord.transcript(&scene.room).contains("bot> two (pinned)\n"));
}

#[test]
fn what_is_deleted_is_gone() {
    let mut scene = scene();
    let (hers, its) = (
        scene.ana.says(&scene.room, "hello"),
        scene.bot.says(&scene.room, "hi").unwrap(),
    );
    let delete = |id: MessageId| {
        scene.bot.asks(
            "DELETE",
            &format!("/channels/{}/messages/{id}", scene.room.id()),
            Value::Null,
        )
    };
    assert_eq!(wrong(delete(hers)), (403, 50_013));
    delete(its).unwrap();
    assert_eq!(scene.ear.hears("MESSAGE_DELETE")["id"], its.to_string());
    assert_eq!(wrong(delete(its)), (404, 10_008));
    assert_eq!(scene.discord.transcript(&scene.room), "ana> hello\n");
}

#[test]
fn messages_are_read_in_order() {
    let scene = scene();
    let ids: Vec<_> = ["a", "b", "c", "d"]
        .iter()
        .map(|text| scene.bot.says(&scene.room, text).unwrap())
        .collect();
    let read = |query: &str| {
        let path = format!("/channels/{}/messages{query}", scene.room.id());
        let read = scene.bot.gets(&path).unwrap();
        read.as_array()
            .unwrap()
            .iter()
            .map(|message| message["content"].as_str().unwrap().to_owned())
            .collect::<String>()
    };
    assert_eq!(read(""), "dcba");
    assert_eq!(read("?limit=2"), "dc");
    assert_eq!(read(&format!("?before={}&limit=1", ids[2])), "b");
    assert_eq!(read(&format!("?after={}&limit=2", ids[0])), "cb");
}

#[test]
fn only_one_person_sees_what_is_for_one() {
    let mut scene = scene();
    let (_, heard) = scene.asked("/shift list");
    scene
        .bot
        .answers(&heard, 4, json!({ "content": "psst", "flags": 64 }))
        .unwrap();
    let ben = scene.ward.member("ben");
    assert!(scene.discord.transcript_for(&scene.ana, &scene.room).contains("psst"));
    assert!(!scene.discord.transcript_for(&ben, &scene.room).contains("psst"));
    let id = scene
        .discord
        .look(|seen| seen.only_for(&scene.ana, &scene.room).next().unwrap().id);
    let path = format!("/channels/{}/messages/{id}", scene.room.id());
    assert_eq!(
        wrong(scene.bot.gets(&path)),
        (404, 10_008),
        "nor the bot, by the channel"
    );
    scene.ana.dismisses(id);
    assert_eq!(
        scene
            .discord
            .look(|seen| seen.messages_for(&scene.ana, &scene.room).count()),
        0
    );
}

#[test]
fn people_edit_reply_and_delete() {
    let mut scene = scene();
    let hers = scene.ana.says(&scene.room, "hello");
    let reply = scene.ana.replies(hers, "again");
    scene.ana.edits(hers, "good day");
    assert_eq!(
        scene.discord.transcript(&scene.room),
        "ana> good day (edited)\nana> again\n"
    );
    scene.ear.hears("MESSAGE_UPDATE");
    scene.ana.deletes(reply);
    assert_eq!(scene.ear.hears("MESSAGE_DELETE")["id"], reply.to_string());
    let author = scene.discord.look(|seen| seen.message(hers).unwrap().author);
    assert_eq!(author, Author::Person(scene.ana.id()));
}

//! Whom messages of the bot's call.

use muster_test_servers::discord::{Permissions, Pinged};
use serde_json::{Value, json};

use crate::bot::{Scene, scene};

fn called(scene: &Scene, text: &str, allowed: Value) -> Vec<Pinged> {
    let mut body = json!({ "content": text });
    if !allowed.is_null() {
        body["allowed_mentions"] = allowed;
    }
    scene.bot.sends(&scene.room, body).unwrap();
    let last = scene.discord.look(|seen| seen.last_from_bot(&scene.room).unwrap().id);
    let pings = scene.discord.pings().into_iter().filter(|ping| ping.message == last);
    pings.map(|ping| ping.whom).collect()
}

fn person(name: &str) -> Pinged {
    Pinged::Person(name.to_owned())
}

#[test]
fn by_default_a_message_calls_everybody_whom_it_names() {
    let scene = scene();
    let role = scene.ward.role("Captains", Permissions::NONE);
    let text = format!("@everyone @here <@{}> <@&{role}>", scene.ana.id());
    assert_eq!(
        called(&scene, &text, Value::Null),
        [person("ana")],
        "it may call nobody else"
    );
    scene.ward.role_is_mentionable(role, true);
    assert_eq!(
        called(&scene, &text, Value::Null),
        [Pinged::Role("Captains".to_owned()), person("ana")]
    );
    scene.ward.bot_may(Permissions::BOT | Permissions::MENTION_EVERYONE);
    let all = [
        Pinged::Everyone,
        Pinged::Here,
        Pinged::Role("Captains".to_owned()),
        person("ana"),
    ];
    assert_eq!(called(&scene, &text, Value::Null), all);
    assert_eq!(called(&scene, &text, json!({ "parse": [] })), []);
    assert_eq!(
        called(&scene, &text, json!({ "parse": ["everyone"] })),
        [Pinged::Everyone, Pinged::Here]
    );
    assert_eq!(
        called(&scene, &text, json!({ "users": [scene.ana.id().to_string()] })),
        [person("ana")]
    );
    assert_eq!(called(&scene, &text, json!({ "users": ["5"] })), [], "named by nobody");
    assert_eq!(
        called(&scene, &format!("`{text}`"), Value::Null),
        [],
        "code calls nobody"
    );
}

#[test]
fn an_answer_calls_people_by_default() {
    let mut scene = scene();
    scene.ward.bot_may(Permissions::BOT | Permissions::MENTION_EVERYONE);
    let (_, heard) = scene.asked("/shift list");
    let text = format!("@everyone <@{}>", scene.ana.id());
    scene.bot.answers(&heard, 4, json!({ "content": text })).unwrap();
    let pings = scene.discord.pings();
    assert_eq!(
        pings.iter().map(|ping| ping.whom.clone()).collect::<Vec<_>>(),
        [person("ana")]
    );
}

#[test]
fn whoever_does_not_see_it_is_not_called() {
    let mut scene = scene();
    let ben = scene.ward.member("ben");
    let (_, heard) = scene.asked("/shift list");
    let text = format!("<@{}>", ben.id());
    scene
        .bot
        .answers(&heard, 4, json!({ "content": text, "flags": 64 }))
        .unwrap();
    assert_eq!(scene.discord.pings(), []);
}

#[test]
fn a_reply_calls_its_author_unless_it_says_otherwise() {
    let scene = scene();
    let hers = scene.ana.says(&scene.room, "hello");
    let reply = |allowed: Value| {
        let mut body = json!({ "content": "hi", "message_reference": { "message_id": hers.to_string() } });
        if !allowed.is_null() {
            body["allowed_mentions"] = allowed;
        }
        let before = scene.discord.pings().len();
        scene.bot.sends(&scene.room, body).unwrap();
        scene.discord.pings().len() - before
    };
    assert_eq!(reply(Value::Null), 1);
    assert_eq!(reply(json!({ "parse": [] })), 0);
    assert_eq!(reply(json!({ "parse": [], "replied_user": true })), 1);
}

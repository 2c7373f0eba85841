//! Who may do what where.

use muster_test_servers::discord::{ChannelId, Permissions};
use serde_json::{Value, json};

use crate::bot::{scene, wrong};

#[test]
fn the_bot_needs_permissions() {
    let scene = scene();
    let room = scene.ward.channel("canvass");
    let says = || scene.bot.says(&room, "x");
    assert!(says().is_ok());
    room.denies_bot(Permissions::SEND_MESSAGES);
    assert_eq!(wrong(says()), (403, 50_013));
    room.denies_bot(Permissions::VIEW_CHANNEL);
    assert_eq!(wrong(says()), (403, 50_001));
    room.denies_bot(Permissions::EMBED_LINKS);
    assert!(says().is_ok());
    let embeds = scene.bot.sends(&room, json!({ "embeds": [{ "title": "x" }] }));
    assert_eq!(wrong(embeds), (403, 50_013));
    room.denies_bot(Permissions::NONE);
    let id = says().unwrap();
    let pin = || {
        scene.bot.asks(
            "PUT",
            &format!("/channels/{}/messages/pins/{id}", room.id()),
            Value::Null,
        )
    };
    scene.ward.bot_may(Permissions::NONE);
    assert_eq!(wrong(pin()), (403, 50_013), "everybody may not pin");
    scene.ward.bot_may(Permissions::ADMINISTRATOR);
    room.denies_bot(Permissions::ALL);
    assert!(pin().is_ok(), "administrators are denied nothing");
}

#[test]
fn what_is_gone_is_unknown() {
    let scene = scene();
    let room = scene.ward.channel("canvass");
    room.is_deleted();
    assert_eq!(wrong(scene.bot.says(&room, "x")), (404, 10_003));
    assert_eq!(wrong(scene.bot.says(ChannelId(5), "x")), (404, 10_003));
    assert_eq!(wrong(scene.bot.gets("/guilds/5")), (404, 10_004));
    let guild = format!("/guilds/{}", scene.ward.id());
    assert_eq!(wrong(scene.bot.gets(&format!("{guild}/members/5"))), (404, 10_013));
    let ben = scene.discord.person("ben");
    assert_eq!(
        wrong(scene.bot.gets(&format!("{guild}/members/{}", ben.id()))),
        (404, 10_007)
    );
    assert_eq!(
        scene.bot.gets(&format!("{guild}/members/{}", scene.ana.id())).unwrap()["user"]["username"],
        "ana"
    );
    assert_eq!(scene.bot.gets(&guild).unwrap()["name"], "Ward 3");
    assert_eq!(
        wrong(scene.bot.gets(&format!("{guild}/members"))),
        (403, 50_001),
        "privileged"
    );
    assert_eq!(
        scene
            .bot
            .gets(&format!("{guild}/roles"))
            .unwrap()
            .as_array()
            .unwrap()
            .len(),
        2
    );
    assert_eq!(
        scene.bot.gets(&format!("{guild}/channels")).unwrap()[0]["name"],
        "general"
    );
    scene.ward.removes_bot();
    assert_eq!(wrong(scene.bot.gets(&guild)), (403, 50_001));
    assert_eq!(wrong(scene.bot.says(&scene.room, "x")), (403, 50_001));
}

#[test]
fn nothing_can_be_said_in_a_category() {
    let scene = scene();
    assert_eq!(wrong(scene.bot.says(&scene.ward.category("Wards"), "x")), (400, 50_008));
    assert!(scene.bot.says(&scene.ward.voice_channel("Talk"), "x").is_ok());
}

#[test]
fn threads_open_again_unless_they_are_locked() {
    let mut scene = scene();
    let thread = scene.room.thread(&scene.ana, "Saturday");
    thread.is_archived();
    let sent = scene.bot.says(&thread, "x").unwrap();
    let heard = scene.ear.hears("THREAD_UPDATE");
    assert_eq!(heard["thread_metadata"]["archived"], true);
    assert_eq!(scene.ear.hears("THREAD_UPDATE")["thread_metadata"]["archived"], false);
    thread.is_locked();
    assert_eq!(wrong(scene.bot.says(&thread, "x")), (400, 50_083));
    let edit = format!("/channels/{}/messages/{sent}", thread.id());
    assert_eq!(
        wrong(scene.bot.asks("PATCH", &edit, json!({ "content": "y" }))),
        (400, 50_083)
    );
    thread.is_reopened();
    assert!(scene.bot.says(&thread, "x").is_ok());
    let made = scene.bot.asks(
        "POST",
        &format!("/channels/{}/threads", scene.room.id()),
        json!({ "name": "Sunday", "type": 11 }),
    );
    assert_eq!(made.unwrap()["name"], "Sunday");
    let card = scene.bot.says(&scene.room, "card").unwrap();
    let from = format!("/channels/{}/messages/{card}/threads", scene.room.id());
    assert_eq!(
        scene.bot.asks("POST", &from, json!({ "name": "Talk" })).unwrap()["id"],
        card.to_string()
    );
    assert_eq!(
        wrong(scene.bot.asks("POST", &from, json!({ "name": "Talk" }))),
        (400, 160_004)
    );
}

#[test]
fn an_interaction_says_who_may_what() {
    let mut scene = scene();
    let captains = scene.ward.role("Captains", Permissions::MANAGE_GUILD);
    scene.ward.gives(&scene.ana, captains);
    scene.room.denies_bot(Permissions::SEND_MESSAGES);
    let (_, heard) = scene.asked("/shift list");
    let bits = |value: &Value| Permissions(value.as_str().unwrap().parse().unwrap());
    assert!(bits(&heard["member"]["permissions"]).has(Permissions::MANAGE_GUILD));
    assert_eq!(heard["member"]["roles"], json!([captains.to_string()]));
    assert!(!bits(&heard["app_permissions"]).has(Permissions::SEND_MESSAGES));
    scene
        .bot
        .answers(&heard, 4, json!({ "content": "all the same" }))
        .unwrap();
}

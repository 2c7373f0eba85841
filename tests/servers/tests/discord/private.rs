//! Private channels, and why nothing can be written there.

use muster_test_servers::discord::{Options, Person, Rate, Rates};
use serde_json::{Value, json};

use crate::bot::{Asked, Bot, scene, wrong};

fn opened(bot: &Bot, person: &Person) -> Asked {
    bot.asks(
        "POST",
        "/users/@me/channels",
        json!({ "recipient_id": person.id().to_string() }),
    )
}

#[test]
fn a_private_channel_is_opened_and_written_in() {
    let mut scene = scene();
    let channel = opened(&scene.bot, &scene.ana).unwrap();
    assert_eq!(
        (&channel["type"], &channel["recipients"][0]["username"]),
        (&json!(1), &json!("ana"))
    );
    assert_eq!(channel["id"], scene.ana.private().id().to_string());
    assert_eq!(opened(&scene.bot, &scene.ana).unwrap()["id"], channel["id"]);
    scene.bot.says(&scene.ana.private(), "hello").unwrap();
    assert_eq!(scene.discord.transcript(&scene.ana.private()), "bot> hello\n");
    let asked = scene.ana.runs(&scene.ana.private(), "/shift list");
    let heard = loop {
        let heard = scene.ear.hears("INTERACTION_CREATE");
        if heard["context"] == 1 {
            break heard;
        }
    };
    assert!(heard.get("member").is_none() && heard["user"]["username"] == "ana");
    scene.bot.answers(&heard, 4, json!({ "content": "nothing" })).unwrap();
    assert!(scene.discord.look(|seen| seen.answering(asked).is_some()));
    assert_eq!(scene.discord.breaches(), []);
}

#[test]
fn doors_are_closed_in_several_ways() {
    let scene = scene();
    let private = scene.ana.private();
    scene.ana.closes_private();
    assert_eq!(wrong(scene.bot.says(&private, "x")), (403, 50_007));
    scene.ana.opens_private();
    assert!(scene.bot.says(&private, "x").is_ok());
    scene.ward.loses(&scene.ana);
    assert_eq!(wrong(scene.bot.says(&private, "x")), (403, 50_278));
    let nobody = scene
        .bot
        .asks("POST", "/users/@me/channels", json!({ "recipient_id": "5" }));
    assert_eq!(wrong(nobody), (400, 50_033));
    let thread = json!({ "name": "x" });
    let thread = scene
        .bot
        .asks("POST", &format!("/channels/{}/threads", private.id()), thread);
    assert_eq!(wrong(thread), (403, 50_003));
    assert_eq!(scene.discord.look(|seen| seen.invalid_requests), 3);
}

#[test]
fn too_many_are_not_opened_at_once() {
    let rates = Rates {
        openings: Rate::seconds(1, 60),
        ..Rates::generous()
    };
    let discord = Options::generous().rates(rates).start();
    let ward = discord.guild("Ward 3");
    let bot = Bot::new(&discord);
    assert!(opened(&bot, &ward.member("ana")).is_ok());
    assert!(opened(&bot, &ward.member("ana")).is_ok(), "it is open");
    assert_eq!(wrong(opened(&bot, &ward.member("ben"))), (403, 40_003));
    discord.put_clock_forward(std::time::Duration::from_mins(1));
    assert!(opened(&bot, &ward.member("ben")).is_ok());
    assert_eq!(bot.gets("/users/@me").unwrap()["bot"], Value::Bool(true));
}

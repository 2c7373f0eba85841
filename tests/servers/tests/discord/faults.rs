//! Faults on demand.

use std::time::{Duration, Instant};

use muster_test_servers::discord::{Fault, Often};
use serde_json::{Value, json};

use crate::bot::{Scene, scene, wrong};

fn shown(scene: &Scene) -> usize {
    scene.discord.look(|seen| seen.from_bot(&scene.room).count())
}

fn raw(scene: &Scene) -> Option<(u16, String)> {
    let path = format!("/channels/{}/messages", scene.room.id());
    let (status, _, body) = scene.bot.raw("POST", &path, &json!({ "content": "x" }))?;
    Some((status, body))
}

#[test]
fn a_server_error_is_json_or_a_page() {
    let scene = scene();
    let error = |status: u16, html: bool| Fault::ServerError { status, html };
    scene.discord.fault("create_message", Often::Once, error(500, false));
    scene.discord.fault("create_message", Often::Once, error(502, true));
    assert_eq!(wrong(scene.bot.says(&scene.room, "x")), (500, 0));
    let (status, page) = raw(&scene).unwrap();
    assert_eq!((status, page.starts_with("<html>")), (502, true));
    assert_eq!(shown(&scene), 0);
    assert!(scene.bot.says(&scene.room, "x").is_ok());
    assert_eq!(
        scene
            .discord
            .look(|seen| (seen.faults, seen.requests("create_message"))),
        (2, 3)
    );
}

#[test]
fn a_connection_is_cut_before_or_after() {
    let scene = scene();
    scene
        .discord
        .fault("create_message", Often::Times(2), Fault::DropBefore);
    assert_eq!((raw(&scene), raw(&scene), shown(&scene)), (None, None, 0));
    scene.discord.fault("create_message", Often::Once, Fault::DropAfter);
    assert_eq!((raw(&scene), shown(&scene)), (None, 1));
    scene.discord.fault("create_message", Often::Once, Fault::MalformedJson);
    let (status, body) = raw(&scene).unwrap();
    assert_eq!((status, serde_json::from_str::<Value>(&body).is_err()), (200, true));
    assert_eq!(shown(&scene), 2);
}

#[test]
fn an_answer_takes_its_time() {
    let scene = scene();
    let length = Duration::from_millis(50);
    scene.discord.fault("create_message", Often::Once, Fault::Slow(length));
    let begun = Instant::now();
    scene.bot.says(&scene.room, "x").unwrap();
    assert!(begun.elapsed() >= length);
}

#[test]
fn anything_can_be_refused_in_one_channel() {
    let scene = scene();
    let other = scene.ward.channel("canvass");
    let too_many = Fault::TooMany {
        retry_after: Duration::from_millis(1_500),
        global: false,
    };
    scene
        .discord
        .fault_in(&scene.room, "create_message", Often::Always, too_many);
    let (status, body) = raw(&scene).unwrap();
    assert_eq!((status, body.contains("\"retry_after\":1.5")), (429, true));
    assert!(scene.bot.says(&other, "x").is_ok());
    scene.discord.clear_faults();
    let refused = Fault::Refused {
        status: 403,
        code: 50_007,
        message: "Cannot send messages to this user".to_owned(),
    };
    scene.discord.fault("create_message", Often::Once, refused);
    assert_eq!(wrong(scene.bot.says(&scene.room, "x")), (403, 50_007));
}

#[test]
fn the_way_to_the_gateway_fails_and_answers_do() {
    let mut scene = scene();
    let error = Fault::ServerError {
        status: 503,
        html: true,
    };
    scene.discord.fault("get_bot_gateway", Often::Once, error.clone());
    let (status, ..) = scene.bot.raw("GET", "/gateway/bot", &Value::Null).unwrap();
    assert_eq!(status, 503);
    assert!(
        scene.bot.gets("/gateway").unwrap()["url"]
            .as_str()
            .unwrap()
            .starts_with("ws://127.0.0.1:")
    );
    scene.discord.fault_in(
        &scene.room,
        "create_interaction_response",
        Often::Once,
        Fault::DropAfter,
    );
    let (_, heard) = scene.asked("/shift list");
    let path = crate::bot::callback(&heard);
    assert!(scene.bot.raw("POST", &path, &json!({ "type": 5 })).is_none());
    assert_eq!(
        wrong(scene.bot.answers(&heard, 5, json!({}))),
        (400, 40_060),
        "it was carried out"
    );
}

#[test]
fn an_outage_ends() {
    let mut scene = scene();
    scene.discord.begin_outage();
    assert_eq!(scene.ear.next(), crate::ear::Heard::Cut);
    assert_eq!(raw(&scene), None);
    scene.discord.end_outage();
    assert!(scene.bot.says(&scene.room, "x").is_ok());
    let mut again = scene.ear.resumed(&scene.discord);
    assert_eq!(again.hears("RESUMED")["_trace"].as_array().unwrap().len(), 1);
}

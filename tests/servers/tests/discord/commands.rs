//! The commands of the bot, and who types what.

use std::panic::{AssertUnwindSafe, catch_unwind};

use muster_test_servers::discord::Permissions;
use serde_json::{Value, json};

use crate::bot::{Scene, scene, shift_commands, wrong};

/// What a person is told who cannot do what the test wants.
fn panics<T: std::fmt::Debug>(act: impl FnOnce() -> T) -> String {
    let panic = catch_unwind(AssertUnwindSafe(act)).unwrap_err();
    let words = panic.downcast_ref::<String>().cloned();
    words.unwrap_or_else(|| (*panic.downcast_ref::<&str>().unwrap()).to_owned())
}

fn refused(scene: &Scene, text: &str) -> String {
    panics(|| scene.ana.runs(&scene.room, text))
}

#[test]
fn only_what_is_registered_can_be_typed() {
    let scene = scene();
    assert_eq!(
        refused(&scene, "/shfit"),
        "/shfit is not registered here; there are: shift"
    );
    assert!(refused(&scene, "/shift drop").contains("\"drop\" is no sub-command; there are: list, add, claim"));
    assert!(refused(&scene, "/shift add titel:x").contains("\"titel:x\" is no option; there are: title, when"));
    assert!(refused(&scene, "/shift add when:now").contains("\"title\" is required"));
    assert!(refused(&scene, "/shift add title:x needs:many").contains("\"many\" can not be given for needs"));
    assert!(refused(&scene, "/shift add title:x needs:100").contains("can not be given for needs"));
    assert!(refused(&scene, "/shift add title:x kind:Phone").contains("no choice of kind; there are: Door to door"));
    assert!(refused(&scene, "/shift add title:x lead:@zoe").contains("can not be given for lead"));
    assert!(panics(|| scene.ana.types(&scene.room, "/shift add title:x")).contains("not completed"));
}

#[test]
fn only_those_who_may_can_type() {
    let scene = scene();
    let mut commands = shift_commands();
    commands[0]["default_member_permissions"] = Permissions::MANAGE_GUILD.0.to_string().into();
    commands[0]["contexts"] = json!([0]);
    scene.bot.registers(commands).unwrap();
    assert!(refused(&scene, "/shift list").contains("it needs MANAGE_GUILD"));
    let captains = scene.ward.role("Captains", Permissions::MANAGE_GUILD);
    scene.ward.gives(&scene.ana, captains);
    scene.ana.runs(&scene.room, "/shift list");
    assert!(panics(|| scene.ana.runs(&scene.ana.private(), "/shift list")).contains("not registered here"));
    scene.room.denies_everybody(Permissions::USE_APPLICATION_COMMANDS);
    assert!(refused(&scene, "/shift list").contains("may not"));
    let ben = scene.discord.person("ben");
    assert!(panics(|| ben.says(&scene.room, "hello")).contains("ben may not VIEW_CHANNEL in #general"));
}

#[test]
fn commands_are_typed_in_the_language_of_the_client() {
    let mut scene = scene();
    scene.ana.speaks("es-ES");
    scene.ward.speaks("fr");
    let (_, heard) = scene.asked("/turno añadir title:x");
    assert_eq!(
        (&heard["data"]["name"], &heard["locale"]),
        (&json!("shift"), &json!("es-ES"))
    );
    assert_eq!(heard["data"]["options"][0]["name"], "add");
    assert_eq!(heard["guild_locale"], "fr");
}

#[test]
fn commands_are_set_all_at_once() {
    let scene = scene();
    let first = scene.bot.registers(shift_commands()).unwrap();
    let second = scene.bot.registers(shift_commands()).unwrap();
    assert_eq!(first[0]["id"], second[0]["id"], "of the same name the same command");
    let path = format!("/applications/{}/commands", scene.discord.bot());
    let more = json!({ "name": "poll", "description": "Polls" });
    let poll = scene.bot.asks("POST", &path, more).unwrap();
    assert_eq!(scene.bot.gets(&path).unwrap().as_array().unwrap().len(), 2);
    scene.ana.runs(&scene.room, "/poll");
    let own = format!("{path}/{}", poll["id"].as_str().unwrap());
    scene.bot.asks("DELETE", &own, Value::Null).unwrap();
    assert_eq!(wrong(scene.bot.gets(&own)), (404, 10_063));
    assert_eq!(scene.discord.commands().len(), 1);
    let local = format!(
        "/applications/{}/guilds/{}/commands",
        scene.discord.bot(),
        scene.ward.id()
    );
    scene
        .bot
        .asks("PUT", &local, json!([{ "name": "here", "description": "Only here" }]))
        .unwrap();
    scene.ana.runs(&scene.room, "/here");
    let other = scene.discord.guild("Ward 4");
    other.lets_in(&scene.ana);
    assert!(panics(|| scene.ana.runs(&other.general(), "/here")).contains("not registered here"));
    assert_eq!(scene.discord.breaches(), []);
}

#[test]
fn only_what_is_seen_can_be_tapped() {
    let mut scene = scene();
    let rows = json!([{ "type": 1, "components": [
        { "type": 2, "style": 1, "label": "Claim", "custom_id": "c" },
        { "type": 2, "style": 1, "label": "Full", "custom_id": "f", "disabled": true },
        { "type": 2, "style": 5, "label": "Map", "url": "https://a.org" },
    ] }]);
    let (asked, heard) = scene.asked("/shift list");
    scene
        .bot
        .answers(&heard, 4, json!({ "content": "psst", "flags": 64, "components": rows }))
        .unwrap();
    let id = scene.discord.look(|seen| seen.answering(asked).unwrap().id);
    let ben = scene.ward.member("ben");
    assert!(panics(|| ben.taps(id, "Claim")).contains("ben sees no message"));
    assert!(panics(|| scene.ana.taps(id, "Drop")).contains("no button Label(\"Drop\")"));
    assert!(panics(|| scene.ana.taps(id, "Full")).contains("not told of"));
    assert!(panics(|| scene.ana.taps(id, "Map")).contains("not told of"));
    scene.ana.taps(id, 0);
    let heard = scene.ear.hears("INTERACTION_CREATE");
    assert_eq!(heard["message"]["flags"], 64);
    scene.ana.sends_component(id, "forged");
    assert_eq!(scene.ear.hears("INTERACTION_CREATE")["data"]["custom_id"], "forged");
}

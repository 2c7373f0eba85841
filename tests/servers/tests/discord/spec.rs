//! Requests that the specification does not know, and answers that are as it says.

use muster_test_servers::discord::{Discord, Intents, Options};
use serde_json::{Value, json};

use crate::bot::{Scene, scene, scene_with, wrong};
use crate::ear::Ear;

/// A server that validates; `None`, with a word about it, where the specification is not there.
#[expect(
    clippy::print_stdout,
    reason = "whoever reads the tests' output learns what they did not prove"
)]
fn validating() -> Option<Scene> {
    let scene = scene();
    if !scene.discord.is_validating() {
        println!("shared/specs/discord-openapi.json is not there: nothing is held against it");
        return None;
    }
    Some(scene)
}

/// A message is refused, and the breach says that.
#[track_caller]
fn found(body: Value, what: &str) {
    let Some(scene) = validating() else { return };
    let refused = scene.bot.sends(&scene.room, body).unwrap_err();
    assert_eq!((refused.status, refused.code), (400, 50_035));
    let breaches = scene.discord.breaches();
    assert!(
        breaches.iter().any(|breach| breach.what.contains(what)),
        "{what}: {breaches:#?}"
    );
    assert_eq!(scene.discord.look(|seen| seen.sent), 0);
}

#[test]
fn fields_are_known_and_of_their_type() {
    found(json!({ "content": "x", "text": "y" }), "text: There is no field text");
    found(json!({ "content": 5 }), "content: 5 is not string or null");
    found(json!({ "content": "x", "tts": "yes" }), "tts: ");
    found(
        json!({ "content": "x", "message_reference": {} }),
        "message_reference.message_id: This field is required",
    );
    found(
        json!({ "content": "x", "allowed_mentions": { "parse": ["all"] } }),
        "allowed_mentions.parse[0]: Value must be one of",
    );
    found(
        json!({ "embeds": [{ "title": "x", "colour": 5 }] }),
        "embeds[0].colour: There is no field colour",
    );
    found(
        json!({ "embeds": [{ "title": "x", "color": -1 }] }),
        "embeds[0].color: -1 is too little",
    );
    found(
        json!({ "embeds": [{ "title": "x", "timestamp": "today" }] }),
        "embeds[0].timestamp",
    );
    let button = |button: Value| json!({ "content": "x", "components": [{ "type": 1, "components": [button] }] });
    found(
        button(json!({ "type": 2, "custom_id": "a", "label": "b" })),
        "components[0].components[0].style: This field is required",
    );
    found(
        button(json!({ "type": 2, "style": 9, "custom_id": "a", "label": "b" })),
        "components[0].components[0].style: Value must be one of",
    );
}

#[test]
fn what_says_nothing_is_overlooked() {
    let scene = scene();
    let body = json!({ "content": "x", "unheard_of": null, "more": [], "less": false });
    scene.bot.sends(&scene.room, body).unwrap();
    assert_eq!(scene.discord.breaches(), []);
}

#[test]
fn a_refusal_is_a_tree_along_the_fields() {
    let scene = scene();
    let long = "x".repeat(257);
    let refused = scene
        .bot
        .sends(&scene.room, json!({ "embeds": [{ "title": long }] }))
        .unwrap_err();
    let error = &refused.errors["embeds"]["0"]["title"]["_errors"][0];
    assert_eq!(refused.message, "Invalid Form Body");
    assert_eq!(
        error,
        &json!({ "code": "BASE_TYPE_MAX_LENGTH", "message": "Must be 256 or fewer in length." })
    );
}

#[test]
fn paths_methods_and_parameters_are_known() {
    let Some(scene) = validating() else { return };
    assert_eq!(wrong(scene.bot.gets("/unheard/of")), (404, 0));
    assert_eq!(wrong(scene.bot.asks("PUT", "/users/@me", json!({}))), (405, 0));
    assert_eq!(wrong(scene.bot.gets("/users/@me/connections")), (501, 0));
    let messages = format!("/channels/{}/messages", scene.room.id());
    assert_eq!(wrong(scene.bot.gets(&format!("{messages}?limit=101"))), (400, 50_035));
    assert_eq!(
        wrong(scene.bot.gets(&format!("{messages}?around_here=5"))),
        (400, 50_035)
    );
    assert_eq!(wrong(scene.bot.gets("/channels/general/messages")), (400, 50_035));
    assert_eq!(scene.discord.breaches().len(), 6, "{:#?}", scene.discord.breaches());
    let request = scene
        .bot
        .request("POST", &messages)
        .header("Content-Type", "application/json")
        .body("{");
    assert_eq!(request.send().unwrap().status(), 400);
    let request = scene.bot.request("POST", &messages).body("content=x");
    assert_eq!(request.send().unwrap().status(), 400);
}

#[test]
fn nothing_is_held_against_it_where_that_is_switched_off() {
    let scene = scene_with(Options::generous().without_validation().start());
    assert!(!scene.discord.is_validating());
    assert!(
        scene
            .bot
            .sends(&scene.room, json!({ "content": "x", "unheard_of": 1 }))
            .is_ok()
    );
    assert_eq!(scene.discord.breaches(), []);
}

#[track_caller]
fn is_like(discord: &Discord, kind: &str, value: &Value) {
    let wrong = discord.unlike_specified(kind, value);
    // What the server says besides is what Discord says besides: the specification is of what is promised.
    let wrong: Vec<_> = wrong
        .into_iter()
        .filter(|wrong| !wrong.contains("There is no field"))
        .collect();
    assert_eq!(wrong, Vec::<String>::new(), "{kind}: {value:#}");
}

/// What the server itself says is held against it too.
#[test]
fn answers_are_as_specified() {
    let Some(mut scene) = validating() else { return };
    let is_like = |kind: &str, value: &Value| is_like(&scene.discord, kind, value);
    let sent = scene
        .bot
        .sends(
            &scene.room,
            json!({ "content": "x", "nonce": "n", "embeds": [{ "title": "y" }] }),
        )
        .unwrap();
    is_like("MessageResponse", &sent);
    is_like("UserPIIResponse", &scene.bot.gets("/users/@me").unwrap());
    is_like(
        "PrivateApplicationResponse",
        &scene.bot.gets("/applications/@me").unwrap(),
    );
    is_like("GatewayBotResponse", &scene.bot.gets("/gateway/bot").unwrap());
    let guild = format!("/guilds/{}", scene.ward.id());
    is_like("GuildWithCountsResponse", &scene.bot.gets(&guild).unwrap());
    is_like(
        "GuildMemberResponse",
        &scene.bot.gets(&format!("{guild}/members/{}", scene.ana.id())).unwrap(),
    );
    is_like(
        "GuildRoleResponse",
        &scene.bot.gets(&format!("{guild}/roles")).unwrap()[0],
    );
    is_like(
        "GuildChannelResponse",
        &scene.bot.gets(&format!("{guild}/channels")).unwrap()[0],
    );
    is_like(
        "PrivateChannelResponse",
        &scene
            .bot
            .gets(&format!("/channels/{}", scene.ana.private().id()))
            .unwrap(),
    );
    let commands = scene
        .bot
        .gets(&format!("/applications/{}/commands", scene.discord.bot()))
        .unwrap();
    is_like("ApplicationCommandResponse", &commands[0]);
    scene.ana.runs(&scene.room, "/shift list");
    let heard = scene.ear.hears("INTERACTION_CREATE");
    let path = format!("{}?with_response=true", crate::bot::callback(&heard));
    let told = scene
        .bot
        .asks("POST", &path, json!({ "type": 4, "data": { "content": "x" } }))
        .unwrap();
    is_like("InteractionCallbackResponse", &told);
    assert_eq!(scene.discord.breaches(), []);
}

#[test]
fn a_large_world_is_told_in_pieces() {
    let discord = Options::generous().without_validation().start();
    let guilds: Vec<_> = (0..120).map(|number| discord.guild(&number.to_string())).collect();
    let mut ear = Ear::connected_as(&discord, json!([0, 1]), Intents::GUILDS);
    for guild in &guilds {
        assert_eq!(ear.hears("GUILD_CREATE")["id"], guild.id().to_string());
    }
}

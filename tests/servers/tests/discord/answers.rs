//! What people ask of the bot, and how it answers.

use std::time::Duration;

use muster_test_servers::discord::{Answer, Choice};
use serde_json::{Value, json};

use crate::bot::{Scene, callback, message_id, scene, wrong};

fn claim_row() -> Value {
    json!([{ "type": 1, "components": [
        { "type": 2, "style": 1, "label": "Claim", "custom_id": "c1" },
        { "type": 2, "style": 2, "label": "Drop", "custom_id": "d1" },
    ] }])
}

#[test]
fn a_command_is_typed_heard_and_answered() {
    let mut scene = scene();
    let team = scene
        .ward
        .role("Captains", muster_test_servers::discord::Permissions::NONE);
    scene.ward.member("ben");
    let (asked, heard) = scene.asked(
        "/shift add title:Canvass at 5:30 when:sat 10am-1pm needs:2 lead:@ben team:@Captains room:#general secret:true kind:Door to door",
    );
    assert_eq!(heard["data"]["name"], "shift");
    let add = &heard["data"]["options"][0];
    assert_eq!((&add["name"], &add["type"]), (&json!("add"), &json!(1)));
    let values: Vec<_> = add["options"]
        .as_array()
        .unwrap()
        .iter()
        .map(|option| &option["value"])
        .collect();
    let ben = scene.discord.person("ben").id().to_string();
    let general = scene.room.id().to_string();
    let expected = json!([
        "Canvass at 5:30",
        "sat 10am-1pm",
        2,
        ben,
        team.to_string(),
        general,
        true,
        "d2d"
    ]);
    assert_eq!(json!(values), expected);
    let resolved = &heard["data"]["resolved"];
    assert_eq!(resolved["users"][&ben]["username"], "ben");
    assert!(resolved["members"][&ben]["permissions"].is_string());
    assert_eq!(resolved["roles"][team.to_string()]["name"], "Captains");
    assert_eq!(resolved["channels"][&general]["name"], "general");
    assert_eq!(heard["member"]["user"]["id"], scene.ana.id().to_string());
    for field in [
        "locale",
        "guild_locale",
        "app_permissions",
        "context",
        "entitlements",
        "attachment_size_limit",
    ] {
        assert!(!heard[field].is_null(), "{field}");
    }
    scene
        .bot
        .answers(
            &heard,
            4,
            json!({ "content": "Canvass on Saturday", "components": claim_row() }),
        )
        .unwrap();
    assert_eq!(
        scene.discord.transcript(&scene.room),
        "ana> /shift add title:Canvass at 5:30 when:sat 10am-1pm needs:2 lead:@ben team:@Captains room:#general secret:true \
         kind:Door to door\nbot> Canvass on Saturday\n  [Claim] [Drop]\n"
    );
    assert!(scene.discord.look(|seen| seen.answering(asked).is_some()));
    assert_eq!(scene.discord.breaches(), []);
}

#[test]
fn an_answer_is_given_once() {
    let mut scene = scene();
    let (_, heard) = scene.asked("/shift list");
    let answer = |kind: u64| scene.bot.answers(&heard, kind, json!({ "content": "nothing" }));
    assert_eq!(wrong(answer(7)), (400, 50_035), "there is no message to change");
    assert_eq!(wrong(answer(8)), (400, 50_035));
    answer(4).unwrap();
    assert_eq!(wrong(answer(4)), (400, 40_060));
    let mut other = heard.clone();
    other["token"] = "wrong".into();
    assert_eq!(
        wrong(scene.bot.answers(&other, 4, json!({ "content": "x" }))),
        (404, 10_062)
    );
}

#[test]
fn how_long_the_first_answer_took_is_kept() {
    let mut scene = scene();
    let (asked, heard) = scene.asked("/shift list");
    assert_eq!(scene.discord.first_answer(asked), None);
    scene.discord.put_clock_forward(Duration::from_secs(2));
    scene.bot.answers(&heard, 4, json!({ "content": "here" })).unwrap();
    scene.discord.put_clock_forward(Duration::from_secs(2));
    let took = scene.discord.first_answer(asked).unwrap();
    assert!(
        (Duration::from_secs(2)..Duration::from_secs(4)).contains(&took),
        "{took:?}"
    );
}

#[test]
fn nobody_waits_longer_than_three_seconds() {
    let mut scene = scene();
    let (asked, heard) = scene.asked("/shift list");
    scene.discord.put_clock_forward(Duration::from_secs(2));
    assert_eq!(scene.discord.answer(asked), Answer::Waiting);
    scene.discord.put_clock_forward(Duration::from_secs(1));
    assert_eq!(scene.discord.answer(asked), Answer::Failed);
    assert_eq!(
        wrong(scene.bot.answers(&heard, 4, json!({ "content": "late" }))),
        (404, 10_062)
    );
    let seen = "ana> /shift list\nDiscord (only ana)> The application did not respond\n";
    assert_eq!(scene.discord.transcript_for(&scene.ana, &scene.room), seen);
    let ben = scene.ward.member("ben");
    assert_eq!(scene.discord.transcript_for(&ben, &scene.room), "");
}

#[test]
fn time_passes_by_itself_too() {
    let discord = muster_test_servers::discord::Options::generous()
        .first_answer_within(Duration::from_millis(30))
        .start();
    let mut scene = crate::bot::scene_with(discord);
    let (asked, _) = scene.asked("/shift list");
    assert_eq!(scene.discord.wait_for_answer(asked), Answer::Failed);
}

#[test]
fn the_bot_may_think_first() {
    let mut scene = scene();
    let (asked, heard) = scene.asked("/shift list");
    scene.bot.answers(&heard, 5, json!({ "flags": 64 })).unwrap();
    assert!(matches!(scene.discord.answer(asked), Answer::Thinking(_)));
    let thinking = "ana> /shift list\nbot (only ana)> is thinking…\n";
    assert_eq!(scene.discord.transcript(&scene.room), thinking);
    let said = scene
        .bot
        .by_token("PATCH", &heard, "/messages/@original", json!({ "content": "nothing" }))
        .unwrap();
    assert_eq!(said["flags"], 64);
    assert_eq!(
        scene.discord.transcript(&scene.room),
        "ana> /shift list\nbot (only ana)> nothing\n"
    );
    let got = scene
        .bot
        .by_token("GET", &heard, "/messages/@original", Value::Null)
        .unwrap();
    assert_eq!(got["content"], "nothing");
    scene
        .bot
        .by_token("POST", &heard, "", json!({ "content": "and more" }))
        .unwrap();
    assert_eq!(
        scene.discord.look(|seen| seen.messages(&scene.room).count()),
        1,
        "what follows is for all"
    );
    scene
        .bot
        .by_token("DELETE", &heard, "/messages/@original", Value::Null)
        .unwrap();
    let gone = scene.bot.by_token("GET", &heard, "/messages/@original", Value::Null);
    assert_eq!(wrong(gone), (404, 10_008));
    scene.discord.put_clock_forward(Duration::from_mins(15));
    let late = scene.bot.by_token("POST", &heard, "", json!({ "content": "late" }));
    assert_eq!(wrong(late), (401, 50_027));
}

#[test]
fn what_follows_a_deferral_is_the_answer() {
    let mut scene = scene();
    let (asked, heard) = scene.asked("/shift list");
    scene.bot.answers(&heard, 5, json!({})).unwrap();
    let said = scene
        .bot
        .by_token("POST", &heard, "", json!({ "content": "nothing", "flags": 64 }))
        .unwrap();
    assert_eq!(scene.discord.answer(asked), Answer::Message(message_id(&said)));
    assert_eq!(
        scene.discord.look(|seen| seen.messages(&scene.room).count()),
        1,
        "and as public as it was"
    );
}

#[test]
fn thoughts_end_after_a_quarter_of_an_hour() {
    let mut scene = scene();
    let (asked, heard) = scene.asked("/shift list");
    scene.bot.answers(&heard, 5, json!({})).unwrap();
    scene.discord.put_clock_forward(Duration::from_mins(15));
    assert_eq!(scene.discord.answer(asked), Answer::Failed);
    assert!(
        scene
            .discord
            .transcript(&scene.room)
            .contains("The application did not respond")
    );
}

#[test]
fn there_is_no_answer_to_change_before_there_is_one() {
    let mut scene = scene();
    let (_, heard) = scene.asked("/shift list");
    let early = scene
        .bot
        .by_token("PATCH", &heard, "/messages/@original", json!({ "content": "x" }));
    assert_eq!(wrong(early), (404, 10_015));
}

fn tapped(scene: &mut Scene) -> (Value, muster_test_servers::discord::MessageId) {
    let card = scene
        .bot
        .sends(&scene.room, json!({ "content": "0 of 2", "components": claim_row() }))
        .unwrap();
    let card = message_id(&card);
    scene.ana.taps(card, "Claim");
    (scene.ear.hears("INTERACTION_CREATE"), card)
}

#[test]
fn a_tap_changes_the_card() {
    let mut scene = scene();
    let (heard, card) = tapped(&mut scene);
    assert_eq!(heard["type"], 3);
    assert_eq!(
        (&heard["data"]["custom_id"], &heard["data"]["component_type"]),
        (&json!("c1"), &json!(2))
    );
    assert_eq!(heard["message"]["id"], card.to_string());
    scene.bot.answers(&heard, 7, json!({ "content": "1 of 2" })).unwrap();
    scene
        .bot
        .by_token("POST", &heard, "", json!({ "content": "You are in", "flags": 64 }))
        .unwrap();
    assert_eq!(
        scene.discord.transcript(&scene.room),
        "bot> 1 of 2 (edited)\n  [Claim] [Drop]\nbot (only ana)> You are in\n"
    );
    let (heard, _) = tapped(&mut scene);
    scene.bot.answers(&heard, 6, Value::Null).unwrap();
    scene
        .bot
        .by_token(
            "PATCH",
            &heard,
            "/messages/@original",
            json!({ "content": "2 of 2", "components": [] }),
        )
        .unwrap();
    assert!(
        scene
            .discord
            .transcript(&scene.room)
            .ends_with("bot> 2 of 2 (edited)\n")
    );
    assert_eq!(scene.discord.breaches(), []);
}

#[test]
fn choices_come_while_something_is_typed() {
    let mut scene = scene();
    let typed = scene.ana.types(&scene.room, "/shift claim shift:s1");
    let heard = scene.ear.hears("INTERACTION_CREATE");
    assert_eq!(heard["type"], 4);
    let option = &heard["data"]["options"][0]["options"][0];
    assert_eq!((&option["value"], &option["focused"]), (&json!("s1"), &json!(true)));
    assert_eq!(
        wrong(scene.bot.answers(&heard, 4, json!({ "content": "x" }))),
        (400, 50_035)
    );
    let choices = json!([{ "name": "S12 · Sat 10:00 Ward 3 · 2 left", "value": "S12" }]);
    scene.bot.answers(&heard, 8, json!({ "choices": choices })).unwrap();
    let offered = Choice {
        name: "S12 · Sat 10:00 Ward 3 · 2 left".to_owned(),
        value: "S12".into(),
    };
    assert_eq!(scene.discord.wait_for_answer(typed), Answer::Choices(vec![offered]));
    scene.ana.picks(typed, "S12 · Sat 10:00 Ward 3 · 2 left");
    let heard = scene.ear.hears("INTERACTION_CREATE");
    assert_eq!(heard["type"], 2);
    assert_eq!(
        heard["data"]["options"][0]["options"][0],
        json!({ "type": 3, "name": "shift", "value": "S12" })
    );
}

#[test]
fn a_form_is_opened_filled_in_and_sent() {
    let mut scene = scene();
    let (asked, heard) = scene.asked("/shift add title:x");
    let input = |label: &str, more: Value| {
        let mut input = json!({ "type": 4, "custom_id": label, "style": 1, "label": label });
        input.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        json!({ "type": 1, "components": [input] })
    };
    let inputs = [
        input("Title", json!({ "max_length": 10 })),
        input("When", json!({ "required": false })),
        input("Needs", json!({ "value": "2" })),
    ];
    scene
        .bot
        .answers(
            &heard,
            9,
            json!({ "custom_id": "f1", "title": "A shift", "components": inputs }),
        )
        .unwrap();
    let Answer::Form(form) = scene.discord.wait_for_answer(asked) else {
        panic!("no form")
    };
    assert_eq!((form.title.as_str(), form.custom_id.as_str()), ("A shift", "f1"));
    let sent = scene.ana.fills(asked, &[("Title", "Canvass")]);
    let heard = scene.ear.hears("INTERACTION_CREATE");
    assert_eq!(heard["type"], 5);
    let values: Vec<_> = (0..3)
        .map(|row| heard["data"]["components"][row]["components"][0]["value"].clone())
        .collect();
    assert_eq!(values, ["Canvass", "", "2"]);
    assert_eq!(
        wrong(scene.bot.answers(
            &heard,
            9,
            json!({ "custom_id": "f2", "title": "x", "components": inputs })
        )),
        (400, 50_035)
    );
    let path = format!("{}?with_response=true", callback(&heard));
    let body = json!({ "type": 4, "data": { "content": "There it is" } });
    let told = scene.bot.asks("POST", &path, body).unwrap();
    assert_eq!(told["resource"]["message"]["content"], "There it is");
    assert_eq!(
        scene.discord.transcript(&scene.room),
        "ana> (A shift)\nbot> There it is\n"
    );
    assert!(scene.discord.look(|seen| seen.answering(sent).is_some()));
    assert_eq!(scene.discord.breaches().len(), 1, "a form does not open a form");
}

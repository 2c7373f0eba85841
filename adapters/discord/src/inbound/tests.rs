//! Events as Discord sends them, and what they are for the bot.

use muster_core::ids::GroupId;
use muster_core::reply::action::ActionToken;
use muster_core::surface::{Content, Inbound, Notice, Standing};
use serde_json::{Value, json};

use super::{Asked, Read, Reader};
use crate::account::{Guilds, Me};

/// Events in the order that they come.
struct Desk {
    guilds: Guilds,
}

impl Desk {
    fn new() -> Self {
        let guilds = Guilds::default();
        guilds.called("7", "Ward 3");
        Self { guilds }
    }

    fn read(&self, name: &str, held: &Value) -> Read {
        let me = Me {
            application: "40".to_owned(),
            user: "42".to_owned(),
        };
        let reader = Reader {
            me,
            guilds: &self.guilds,
        };
        let frame = json!({"op": 0, "t": name, "s": 9, "d": held}).to_string();
        reader.read(name, 9, &frame, "2026-12-01T09:00:00Z".parse().unwrap())
    }

    fn said(&self, name: &str, held: &Value) -> Option<Inbound> {
        match self.read(name, held) {
            Read::Said(inbound) => Some(*inbound),
            Read::Nothing => None,
            other => panic!("{other:?}"),
        }
    }
}

fn user(id: &str, name: &str) -> Value {
    json!({"id": id, "username": name.to_lowercase(), "global_name": name, "discriminator": "0", "avatar": null})
}

fn message(content: &str) -> Value {
    json!({"id": "5", "channel_id": "70", "guild_id": "7", "type": 0, "content": content, "author": user("1", "Ana"),
        "member": {"nick": "Ana R.", "roles": ["100"], "joined_at": "2026-01-01T00:00:00Z"},
        "mentions": [user("42", "Muster")], "timestamp": "2026-12-01T09:00:00Z", "edited_timestamp": null})
}

fn whispered(content: &str) -> Value {
    json!({"id": "5", "channel_id": "71", "type": 0, "content": content, "author": user("1", "Ana"), "mentions": []})
}

fn typed(name: &str, message: &Value) -> Option<String> {
    Desk::new().said(name, message).map(|inbound| match inbound.content {
        Content::Typed(text) => text,
        other => panic!("not typed: {other:?}"),
    })
}

fn interaction(kind: u8, data: &Value) -> Value {
    json!({"id": "6", "type": kind, "token": "hush", "guild_id": "7", "channel_id": "70", "data": data,
        "member": {"user": user("1", "Ana"), "nick": null, "roles": ["100", "101"], "permissions": "32"}})
}

fn asked(interaction: &Value) -> Asked {
    match Desk::new().read("INTERACTION_CREATE", interaction) {
        Read::Asked(asked) => *asked,
        other => panic!("{other:?}"),
    }
}

fn token(command: &str) -> String {
    ActionToken::new(GroupId(uuid::Uuid::nil()), command)
        .unwrap()
        .to_string()
}

#[test]
fn in_a_server_only_what_is_addressed_to_the_bot_is_a_command() {
    for (text, command) in [
        ("<@42> shift claim S12", Some("shift claim S12")),
        ("<@!42>   /shift list", Some("shift list")),
        ("<@42> task assign T3 <@!9>", Some("task assign T3 <@9>")),
        ("<@42>", Some("help")),
        ("ask <@42> about it", None),
        ("", None),
    ] {
        assert_eq!(typed("MESSAGE_CREATE", &message(text)).as_deref(), command, "{text}");
    }
    let mut unmentioned = message("");
    unmentioned["mentions"] = json!([]);
    assert_eq!(typed("MESSAGE_CREATE", &unmentioned), None);
}

#[test]
fn in_private_everything_is_a_command() {
    for (text, command) in [
        ("shift list", "shift list"),
        ("/me", "me"),
        ("hello", "hello"),
        ("<@42> me", "me"),
    ] {
        assert_eq!(
            typed("MESSAGE_CREATE", &whispered(text)).as_deref(),
            Some(command),
            "{text}"
        );
    }
}

#[test]
fn a_message_says_who_and_where() {
    let told = Desk::new().said("MESSAGE_CREATE", &message("<@42> me")).unwrap();
    insta::assert_snapshot!(serde_json::to_string_pretty(&told).unwrap());
    let private = Desk::new().said("MESSAGE_CREATE", &whispered("me")).unwrap();
    assert_eq!(
        (
            private.room.private,
            private.room.place.as_str(),
            private.place_name.as_str()
        ),
        (true, "71", "Ana")
    );
    assert_eq!(private.author.standing, Standing::Member);
}

#[test]
fn bots_webhooks_and_what_nobody_wrote_are_not_listened_to() {
    let changed = |name: &str, value: Value| {
        let mut message = message("<@42> me");
        message[name] = value;
        typed("MESSAGE_CREATE", &message)
    };
    assert_eq!(changed("webhook_id", json!("3")), None);
    assert_eq!(changed("type", json!(6)), None);
    assert_eq!(
        changed(
            "author",
            json!({"id": "8", "username": "other", "global_name": null, "bot": true})
        ),
        None
    );
}

#[test]
fn an_edited_message_names_its_first_form_and_a_link_that_was_looked_up_is_no_edit() {
    let mut edited = message("<@42> shift claim S1");
    assert_eq!(Desk::new().said("MESSAGE_UPDATE", &edited), None);
    edited["edited_timestamp"] = json!("2026-12-01T09:01:00.000000+00:00");
    let edited = Desk::new().said("MESSAGE_UPDATE", &edited).unwrap();
    assert_eq!(edited.event, "edit:5:2026-12-01T09:01:00.000000+00:00");
    assert_eq!(edited.edits.as_deref(), Some("message:5"));
}

#[test]
fn a_reply_to_a_card_names_a_button() {
    let replied = |text: &str| {
        let mut message = message(text);
        message["type"] = json!(19);
        message["referenced_message"] = json!({"id": "4", "author": user("42", "Muster"), "components": [{"type": 1, "components": [
            {"type": 2, "style": 1, "label": "Claim", "custom_id": token("shift claim S1")},
            {"type": 2, "style": 2, "label": "Who's in", "custom_id": token("shift roster S1")},
        ]}]});
        Desk::new().said("MESSAGE_CREATE", &message)
    };
    let tapped = replied("2").unwrap();
    assert_eq!(tapped.content, Content::Action(token("shift roster S1")));
    assert_eq!(tapped.on.as_deref(), Some("4"));
    assert_eq!(
        replied("claim driver").unwrap().content,
        Content::Action(token("shift claim S1 driver"))
    );
    assert_eq!(
        replied("shift list").unwrap().content,
        Content::Typed("shift list".to_owned())
    );
    assert_eq!(replied("thanks"), None);
}

#[test]
fn a_slash_command_says_who_what_they_may_and_how_to_answer() {
    let data = json!({"id": "3", "type": 1, "name": "shift", "options": [{"name": "claim", "type": 1, "options": [
        {"name": "shift", "type": 3, "value": "S12"}, {"name": "for", "type": 6, "value": "9"}]}]});
    let Asked {
        inbound,
        answer,
        may_open,
    } = asked(&interaction(2, &data));
    insta::assert_snapshot!(serde_json::to_string_pretty(&inbound).unwrap());
    assert_eq!(inbound.answer_by.as_deref(), Some("all/6/hush"));
    assert!(may_open && !answer.only_they());
    assert!(!format!("{answer:?}").contains("hush"));
}

#[test]
fn a_private_command_and_a_tap_are_answered_to_one_person() {
    let me = json!({"name": "me", "options": [{"name": "show", "type": 1, "options": []}]});
    assert!(asked(&interaction(2, &me)).answer.only_they());
    let tap = |flags: u64| {
        let mut tap = interaction(3, &json!({"custom_id": token("shift claim S1"), "component_type": 2}));
        tap["message"] = json!({"id": "80", "flags": flags});
        asked(&tap)
    };
    let on_card = tap(0);
    assert!(on_card.answer.only_they());
    assert_eq!(on_card.inbound.on.as_deref(), Some("80"));
    assert_eq!(on_card.inbound.content, Content::Action(token("shift claim S1")));
    assert_eq!(tap(64).inbound.on, None, "nobody but they sees that card");
    let mut private = interaction(3, &json!({"custom_id": token("shift claim S1"), "component_type": 2}));
    private["guild_id"] = Value::Null;
    private["member"] = Value::Null;
    private["user"] = user("1", "Ana");
    assert!(!asked(&private).answer.only_they());
}

#[test]
fn a_choice_of_a_menu_is_a_tap() {
    let data = json!({"custom_id": "menu", "component_type": 3, "values": [token("poll vote P4 #26")]});
    assert_eq!(
        asked(&interaction(3, &data)).inbound.content,
        Content::Action(token("poll vote P4 #26"))
    );
}

#[test]
fn whoever_may_manage_the_server_administers_it() {
    let standing = |permissions: &str| {
        let mut interaction = interaction(2, &json!({"name": "undo"}));
        interaction["member"]["permissions"] = json!(permissions);
        asked(&interaction).inbound.author.standing
    };
    assert_eq!(standing("8"), Standing::Administrator);
    assert_eq!(standing("32"), Standing::Administrator);
    assert_eq!(standing("2048"), Standing::Member);
}

#[test]
fn an_interaction_that_is_not_as_described_is_malformed() {
    for broken in [
        json!({}),
        json!({"id": "x"}),
        interaction(3, &json!({})),
        interaction(5, &json!({})),
    ] {
        assert_eq!(
            Desk::new().read("INTERACTION_CREATE", &broken),
            Read::Malformed,
            "{broken}"
        );
    }
    let mut elsewhere = interaction(2, &json!({"name": "undo"}));
    elsewhere["id"] = json!("../6");
    assert_eq!(Desk::new().read("INTERACTION_CREATE", &elsewhere), Read::Malformed);
    assert_eq!(
        Desk::new().read("INTERACTION_CREATE", &interaction(99, &json!({}))),
        Read::UnknownKind
    );
    assert_eq!(Desk::new().read("GUILD_ROLE_UPDATE", &json!({})), Read::Nothing);
    assert_eq!(Desk::new().read("SOMETHING_NEW", &json!({})), Read::UnknownKind);
}

fn guild(id: &str, joined_at: &str) -> Value {
    json!({"id": id, "name": "Ward 4", "joined_at": joined_at, "unavailable": false, "system_channel_id": null, "channels": [
        {"id": "91", "type": 4, "position": 0}, {"id": "93", "type": 0, "position": 2}, {"id": "92", "type": 0, "position": 1},
    ]})
}

#[test]
fn a_server_is_new_when_the_bot_came_to_it_and_not_whenever_a_session_begins() {
    let long_ago = "2026-01-01T00:00:00+00:00";
    let desk = Desk::new();
    assert_eq!(
        desk.read("READY", &json!({"guilds": [{"id": "8", "unavailable": true}]})),
        Read::Nothing
    );
    assert_eq!(desk.said("GUILD_CREATE", &guild("8", long_ago)), None, "it was listed");
    assert_eq!(desk.guilds.name("8").as_deref(), Some("Ward 4"));
    let arrived = desk
        .said("GUILD_CREATE", &guild("9", "2026-12-01T08:59:59.5+00:00"))
        .unwrap();
    assert_eq!(arrived.content, Content::Noticed(Notice::Arrived));
    assert_eq!((arrived.room.place.as_str(), arrived.room.room.as_str()), ("9", "92"));
    assert_eq!(arrived.event, "arrived:9:2026-12-01T08:59:59.5+00:00");
    assert!(arrived.author.anonymous);
    // It could not be reached for a while.
    assert_eq!(
        desk.said("GUILD_DELETE", &json!({"id": "8", "unavailable": true})),
        None
    );
    assert_eq!(desk.said("GUILD_CREATE", &guild("8", long_ago)), None);
}

#[test]
fn a_server_that_the_bot_came_to_while_the_desk_was_down_is_new_for_an_hour() {
    for (joined_at, is_new) in [
        ("2026-12-01T08:30:00+00:00", true),
        ("2026-12-01T07:30:00+00:00", false),
    ] {
        let desk = Desk::new();
        desk.read("READY", &json!({"guilds": [{"id": "8", "unavailable": true}]}));
        let told = desk.said("GUILD_CREATE", &guild("8", joined_at));
        assert_eq!(told.is_some(), is_new, "{joined_at}");
    }
}

#[test]
fn the_bot_greets_where_discord_does() {
    let mut guild = guild("9", "2026-12-01T08:59:00+00:00");
    guild["system_channel_id"] = json!("95");
    assert_eq!(Desk::new().said("GUILD_CREATE", &guild).unwrap().room.room, "95");
}

#[test]
fn a_server_that_the_bot_was_taken_out_of_is_told() {
    let desk = Desk::new();
    let removed = desk.said("GUILD_DELETE", &json!({"id": "7"})).unwrap();
    assert_eq!(
        (removed.content, removed.place_name.as_str()),
        (Content::Noticed(Notice::Removed), "Ward 3")
    );
    assert_eq!(desk.guilds.name("7"), None);
}

#[test]
fn a_server_may_have_another_name() {
    let desk = Desk::new();
    desk.read("GUILD_UPDATE", &json!({"id": "7", "name": "Ward III"}));
    assert_eq!(
        desk.said("MESSAGE_CREATE", &message("<@42> me")).unwrap().place_name,
        "Ward III"
    );
}

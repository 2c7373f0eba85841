//! Events as they come from a homeserver, and what the core is told of them.

use muster_core::surface::{Content, Inbound, Notice, Standing};
use serde_json::{Value, json};

use super::command::Me;
use super::{Below, Here, Read, Reader};
use crate::place;
use crate::render::Offer;

const ANA: &str = "@ana:example.org";
const MUSTER: &str = "@muster:example.org";
const TOKEN: &str = "1AZNjaPIBcACAAAAAAAAAAQ.";

fn event(sender: &str, kind: &str, content: &Value) -> Value {
    json!({
        "event_id": "$said", "sender": sender, "type": kind, "origin_server_ts": 1_796_482_800_000_i64,
        "content": content, "unsigned": { "age": 1500 },
    })
}

fn text(body: &str) -> Value {
    json!({ "msgtype": "m.text", "body": body })
}

fn read_in(private: bool, event: &Value) -> Read {
    let me = Me {
        id: MUSTER.to_owned(),
        name: "Muster".to_owned(),
    };
    let here = Here {
        room: place::address("!room", "!room", private),
        name: "Ward 3".to_owned(),
    };
    let now = "2026-12-01T09:00:00Z".parse().unwrap();
    let reader = Reader {
        me: &me,
        here: &here,
        now,
    };
    reader.read(event, Some("Ana"))
}

fn said(body: &str) -> Option<Inbound> {
    match read_in(false, &event(ANA, "m.room.message", &text(body))) {
        Read::Event(inbound) => Some(*inbound),
        _ => None,
    }
}

fn typed(inbound: &Inbound) -> (Option<&str>, &str) {
    match &inbound.content {
        Content::Typed(text) => (inbound.prefix.as_deref(), text),
        other => panic!("{other:?}"),
    }
}

fn offers() -> Vec<Offer> {
    [
        ("✅", "Claim", "shift claim S1"),
        ("❌", "Can't make it", "shift drop S1"),
    ]
    .map(|(key, label, command)| Offer {
        key: key.to_owned(),
        label: label.to_owned(),
        token: format!("{TOKEN}{command}"),
    })
    .to_vec()
}

#[test]
fn in_a_room_only_what_is_meant_for_the_bot_is_heard() {
    for (body, heard) in [
        ("!shift claim S1", Some((Some("!"), "shift claim S1"))),
        ("  !shfit claim S1", Some((Some("!"), "shfit claim S1"))),
        ("%%shift list", Some((Some("%%"), "shift list"))),
        ("(shift list", Some((Some("("), "shift list"))),
        ("Muster: shift list", Some((None, "shift list"))),
        ("muster, !shift list", Some((None, "shift list"))),
        ("@muster:example.org shift list", Some((None, "shift list"))),
        ("@muster: shift list", Some((None, "shift list"))),
        ("Muster is great", None),
        ("mustering: shift list", None),
        ("shift list", None),
        ("!weather", None),
        ("!!!!shift list", None),
        ("! shift list", None),
        ("/shift list", None),
        ("", None),
        ("   ", None),
        ("👍", None),
    ] {
        assert_eq!(said(body).as_ref().map(typed), heard, "{body:?}");
    }
}

#[test]
fn in_private_everything_is_a_command() {
    for (body, command) in [
        ("shift list", "shift list"),
        ("!shift list", "shift list"),
        ("hello", "hello"),
    ] {
        let Read::Event(inbound) = read_in(true, &event(ANA, "m.room.message", &text(body))) else {
            panic!("{body:?}")
        };
        assert_eq!(typed(&inbound), (None, command));
        assert_eq!(inbound.author.standing, Standing::Member);
    }
}

#[test]
fn what_the_bot_itself_or_another_bot_says_is_not_heard() {
    for (sender, msgtype) in [
        (MUSTER, "m.text"),
        (ANA, "m.notice"),
        (ANA, "m.emote"),
        (ANA, "m.image"),
    ] {
        let content = json!({ "msgtype": msgtype, "body": "!shift list" });
        let read = read_in(false, &event(sender, "m.room.message", &content));
        assert!(matches!(read, Read::Nothing), "{sender} {msgtype}: {read:?}");
    }
}

#[test]
fn how_long_ago_it_was_said_is_the_servers_to_say() {
    let of_age = |age: Option<i64>| {
        let mut event = event(ANA, "m.room.message", &text("!shift list"));
        event["unsigned"] = age.map_or_else(|| json!({}), |age| json!({ "age": age }));
        let Read::Event(inbound) = read_in(false, &event) else {
            panic!("{event}")
        };
        let ago = inbound.said_at.map(|said_at| inbound.received_at - said_at);
        ago.map(|ago| ago.num_milliseconds())
    };
    let two_hours = 2 * 60 * 60 * 1000;
    assert_eq!(of_age(Some(two_hours)), Some(two_hours));
    assert_eq!(of_age(Some(0)), Some(0));
    // The server's clock was set back in between.
    assert_eq!(of_age(Some(-5_000)), Some(0));
    assert_eq!(of_age(None), None);
}

#[test]
fn somebody_goes_by_their_whole_account_as_their_handle() {
    let inbound = said("!shift list").unwrap();
    assert_eq!(inbound.author.handle.as_deref(), Some("ana:example.org"));
}

#[test]
fn an_edit_says_what_it_says_now_of_the_first_form() {
    let content = json!({
        "msgtype": "m.text", "body": "* !shift claim S2",
        "m.new_content": text("!shift claim S2"),
        "m.relates_to": { "rel_type": "m.replace", "event_id": "$first" },
    });
    let Read::Event(inbound) = read_in(false, &event(ANA, "m.room.message", &content)) else {
        panic!()
    };
    assert_eq!(typed(&inbound), (Some("!"), "shift claim S2"));
    assert_eq!(inbound.edits.as_deref(), Some("$first"));
}

#[test]
fn who_is_mentioned_is_named_by_account_and_a_quote_is_left_out() {
    let content = json!({
        "msgtype": "m.text", "body": "> <@eve:x> !task done T9\n\n!shift claim S1 for:Ben B.",
        "formatted_body": "!shift claim S1 for:<a href=\"https://matrix.to/#/@ben:example.org\">Ben B.</a>",
        "m.mentions": { "user_ids": ["@ben:example.org"] },
        "m.relates_to": { "m.in_reply_to": { "event_id": "$eves" } },
    });
    let Read::Event(inbound) = read_in(false, &event(ANA, "m.room.message", &content)) else {
        panic!()
    };
    assert_eq!(typed(&inbound), (Some("!"), "shift claim S1 for:<@@ben:example.org>"));
}

fn about(event: &Value) -> Option<Inbound> {
    match read_in(false, event) {
        Read::About(about) => about.settled(&offers()),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_reply_and_a_reaction_mean_what_the_card_offers() {
    let reply = |body: &str| {
        let mut content = text(body);
        content["m.relates_to"] = json!({ "m.in_reply_to": { "event_id": "$card" } });
        about(&event(ANA, "m.room.message", &content))
    };
    let action = |command: &str| Content::Action(format!("{TOKEN}{command}"));
    let claimed = reply("claim").unwrap();
    assert_eq!(claimed.content, action("shift claim S1"));
    assert_eq!(claimed.on.as_deref(), Some("$card"));
    assert_eq!(claimed.answer_by, None);
    assert_eq!(reply("2").unwrap().content, action("shift drop S1"));
    assert_eq!(reply("thanks!").map(|inbound| inbound.content), None);
    let reaction = |key: &str| {
        let content = json!({ "m.relates_to": { "rel_type": "m.annotation", "event_id": "$card", "key": key } });
        about(&event(ANA, "m.reaction", &content))
    };
    let dropped = reaction("❌\u{fe0f}").unwrap();
    assert_eq!(dropped.content, action("shift drop S1"));
    let below = Below::read(&dropped.answer_by.unwrap());
    assert_eq!(
        below,
        Some(Below {
            message: "$card".to_owned(),
            whose: ANA.to_owned()
        })
    );
    assert!(reaction("🎉").is_none());
}

#[test]
fn a_thread_is_a_room_of_its_own_and_talk_in_it_is_about_its_first_message() {
    let mut content = text("claim");
    content["m.relates_to"] = json!({
        "rel_type": "m.thread", "event_id": "$card", "is_falling_back": true, "m.in_reply_to": { "event_id": "$other" },
    });
    let inbound = about(&event(ANA, "m.room.message", &content)).unwrap();
    assert_eq!(inbound.room.room, "!room/$card");
    assert_eq!(inbound.on.as_deref(), Some("$card"));
}

#[test]
fn both_spellings_of_a_vote_are_read() {
    let options: Vec<Offer> = (1..=3)
        .map(|number| Offer {
            key: format!("#{number}"),
            label: format!("Option {number}"),
            token: format!("{TOKEN}poll vote P4 #{number}"),
        })
        .collect();
    let relates_to = json!({ "rel_type": "m.reference", "event_id": "$poll" });
    let unstable = |chosen: &[&str]| {
        let content = json!({ "m.relates_to": relates_to, "org.matrix.msc3381.poll.response": { "answers": chosen } });
        event(ANA, "org.matrix.msc3381.poll.response", &content)
    };
    let stable = |chosen: &[&str]| {
        let content = json!({ "m.relates_to": relates_to, "m.selections": chosen });
        event(ANA, "m.poll.response", &content)
    };
    for (event, command) in [
        (unstable(&["#2"]), "poll vote P4 #2"),
        (stable(&["#2"]), "poll vote P4 #2"),
        (unstable(&["#3", "#1"]), "poll vote P4 #1 #3"),
        (stable(&[]), "poll vote P4 abstain"),
        (unstable(&["#9"]), "poll vote P4 abstain"),
    ] {
        let Read::About(about) = read_in(false, &event) else {
            panic!("{event}")
        };
        let content = about.settled(&options).unwrap().content;
        assert_eq!(content, Content::Action(format!("{TOKEN}{command}")), "{event}");
        let Read::About(about) = read_in(false, &event) else {
            panic!("{event}")
        };
        assert!(about.settled(&[]).is_none(), "somebody else's poll");
    }
}

#[test]
fn coming_and_going_is_noticed() {
    let member = |who: &str, sender: &str, before: &str, now: &str| {
        let mut event = event(sender, "m.room.member", &json!({ "membership": now }));
        event["state_key"] = json!(who);
        event["unsigned"] = json!({ "prev_content": { "membership": before }, "prev_sender": ANA });
        match read_in(false, &event) {
            Read::Event(inbound) => match inbound.content {
                Content::Noticed(notice) => Some((notice, inbound.author.account)),
                other => panic!("{other:?}"),
            },
            _ => None,
        }
    };
    let told = |notice, account: &str| Some((notice, account.to_owned()));
    assert_eq!(member(MUSTER, MUSTER, "invite", "join"), told(Notice::Arrived, ANA));
    assert_eq!(member(MUSTER, MUSTER, "join", "join"), None, "it changed its name");
    assert_eq!(member(MUSTER, ANA, "join", "leave"), told(Notice::Removed, ANA));
    assert_eq!(
        member("@ben:x", "@ben:x", "join", "leave"),
        told(Notice::Gone, "@ben:x")
    );
    assert_eq!(member("@ben:x", ANA, "join", "ban"), told(Notice::Gone, "@ben:x"));
    assert_eq!(member("@ben:x", "@ben:x", "invite", "leave"), None);
    assert_eq!(member("@ben:x", "@ben:x", "invite", "join"), None);
}

#[test]
fn what_is_odd_stops_nothing() {
    for (event, malformed) in [
        (json!(null), true),
        (json!({ "event_id": 7, "sender": ANA, "type": "m.room.message" }), true),
        (
            event(ANA, "m.room.message", &json!({ "msgtype": "m.text", "body": 7 })),
            true,
        ),
        (event(ANA, "m.room.message", &json!([])), true),
        (
            event(ANA, "m.reaction", &json!({ "m.relates_to": { "key": "✅" } })),
            true,
        ),
        (event(ANA, "m.room.message", &json!({})), false),
        (event(ANA, "m.room.topic", &json!({})), false),
    ] {
        let read = read_in(false, &event);
        assert_eq!(matches!(read, Read::Malformed), malformed, "{event}: {read:?}");
    }
    assert!(matches!(
        read_in(false, &event(ANA, "org.example.new", &json!({}))),
        Read::UnknownKind
    ));
}

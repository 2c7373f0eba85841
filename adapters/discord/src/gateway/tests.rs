//! The gateway's life, from its side of the connection.

use std::sync::Arc;

use muster_core::reply::form::{Field, Form};
use muster_core::surface::{Content, Inbound, Skipped};
use serde_json::{Value, json};
use tokio::sync::mpsc::UnboundedReceiver;

use super::ending::Ending;
use super::session::Sessions;
use super::starts::Starts;
use super::wire::Wire;
use super::{Listening, listen};
use crate::account::Account;
use crate::testing::{Asked, Gateway, Kept, Seen, account};
use crate::unanswered::Unanswered;

/// An account that listens, and what it hears.
struct Desk {
    account: Arc<Account>,
    sessions: Sessions,
    starts: Starts,
    ending: Ending,
    unanswered: Unanswered,
    kept: Kept,
    accepted: UnboundedReceiver<Inbound>,
    asked: Asked,
}

impl Desk {
    async fn at(gateway: &Gateway) -> Self {
        let described = gateway.described();
        Self::told(move |_| (200, described.clone())).await
    }

    async fn told(answer: impl FnMut(&Seen) -> (u16, Value) + Send + 'static) -> Self {
        let (account, asked) = account(answer).await;
        let (kept, accepted) = Kept::new();
        Self {
            unanswered: Unanswered::new(account.clone()),
            account,
            sessions: Sessions::default(),
            starts: Starts::default(),
            ending: Ending::default(),
            kept,
            accepted,
            asked,
        }
    }
}

/// Listens while Discord does that; what ended it, if it ended before.
macro_rules! while_listening {
    ($desk:ident, $does:expr) => {{
        let to = Listening {
            account: &$desk.account,
            sessions: &$desk.sessions,
            starts: &$desk.starts,
            ending: &$desk.ending,
            unanswered: &$desk.unanswered,
            intake: &$desk.kept,
            turns: None,
        };
        tokio::select! {
            cut = listen(to, None) => Err(cut.to_string()),
            done = $does => Ok(done),
        }
    }};
}

fn said(number: u64) -> Value {
    json!({"id": number.to_string(), "channel_id": "71", "type": 0, "content": format!("help {number}"),
        "author": {"id": "1", "username": "ana", "global_name": "Ana"}})
}

fn interaction(kind: u8, data: &Value) -> Value {
    let user = json!({"id": "1", "username": "ana", "global_name": "Ana"});
    json!({"id": "5", "type": kind, "token": "tok", "application_id": "40", "version": 1, "locale": "en-US",
        "guild_id": "7", "channel_id": "70", "data": data, "member": {"user": user, "roles": [], "permissions": "32"}})
}

async fn heard(accepted: &mut UnboundedReceiver<Inbound>) -> String {
    accepted.recv().await.unwrap().event
}

#[tokio::test]
async fn a_session_is_begun_and_resumed_behind_what_was_accepted() {
    let gateway = Gateway::open().await;
    let mut desk = Desk::at(&gateway).await;
    let accepted = &mut desk.accepted;
    let life = async {
        let mut first = gateway.connection(45_000).await;
        let identify = first.frame(2).await;
        assert_eq!(
            (&identify["token"], &identify["shard"]),
            (&json!("token"), &json!([0, 1]))
        );
        assert_eq!(identify["intents"], 1 | 1 << 9 | 1 << 12);
        first.ready("s1", &gateway.url()).await;
        first.event(2, "MESSAGE_CREATE", said(10)).await;
        assert_eq!(heard(accepted).await, "message:10");
        first.close(4_000).await;
        let mut second = gateway.connection(45_000).await;
        assert_eq!(
            second.frame(6).await,
            json!({"token": "token", "session_id": "s1", "seq": 2})
        );
        second.event(3, "RESUMED", json!({})).await;
        second.event(4, "MESSAGE_CREATE", said(11)).await;
        assert_eq!(heard(accepted).await, "message:11");
        // Discord may ask for that at any time.
        second.send(json!({"op": 7, "d": null})).await;
        let mut third = gateway.connection(45_000).await;
        assert_eq!(third.frame(6).await["seq"], 4);
    };
    assert_eq!(while_listening!(desk, life), Ok(()));
}

#[tokio::test]
async fn what_the_store_did_not_take_is_sent_again() {
    let gateway = Gateway::open().await;
    let mut desk = Desk::at(&gateway).await;
    *desk.kept.is_open.lock().unwrap() = false;
    let life = async {
        let mut first = gateway.connection(45_000).await;
        first.frame(2).await;
        first.ready("s1", &gateway.url()).await;
        first.event(2, "MESSAGE_CREATE", said(10)).await;
        while first.any().await.is_some() {}
        std::future::pending::<()>().await;
    };
    let cut = while_listening!(desk, life).unwrap_err();
    assert!(cut.contains("the store takes none"), "{cut}");
    *desk.kept.is_open.lock().unwrap() = true;
    let accepted = &mut desk.accepted;
    let life = async {
        let mut second = gateway.connection(45_000).await;
        assert!(second.frame(6).await["seq"].as_u64().unwrap() < 2);
        second.event(2, "MESSAGE_CREATE", said(10)).await;
        assert_eq!(heard(accepted).await, "message:10");
    };
    assert_eq!(while_listening!(desk, life), Ok(()));
}

#[tokio::test]
async fn a_session_that_is_not_valid_any_more_is_begun_anew() {
    let gateway = Gateway::open().await;
    let desk = Desk::at(&gateway).await;
    desk.sessions.are_of(1);
    let old = super::session::Session {
        id: "old".to_owned(),
        resume_url: None,
        accepted: 9,
    };
    desk.sessions.set(0, Some(old));
    let life = async {
        let mut first = gateway.connection(45_000).await;
        assert_eq!(first.frame(6).await["session_id"], "old");
        first.send(json!({"op": 9, "d": false})).await;
        let mut second = gateway.connection(45_000).await;
        second.frame(2).await;
    };
    assert_eq!(while_listening!(desk, life), Ok(()));
}

#[tokio::test]
async fn a_connection_on_which_nobody_answers_is_given_up() {
    let gateway = Gateway::open().await;
    let mut desk = Desk::at(&gateway).await;
    let accepted = &mut desk.accepted;
    let life = async {
        let mut first = gateway.connection(60).await;
        assert_eq!(first.any().await.unwrap()["op"], 2);
        first.ready("s1", &gateway.url()).await;
        first.event(2, "MESSAGE_CREATE", said(10)).await;
        heard(accepted).await;
        // Signs of life come, and no answer goes back.
        while first.any().await.is_some() {}
        let mut second = gateway.connection(45_000).await;
        assert_eq!(second.frame(6).await["seq"], 2);
    };
    assert_eq!(while_listening!(desk, life), Ok(()));
}

#[tokio::test]
async fn what_only_an_operator_can_mend_is_said_plainly() {
    for (code, words) in [
        (4_004, "does not know the token"),
        (4_014, "Privileged Gateway Intents"),
        (4_011, "so few shards"),
    ] {
        let gateway = Gateway::open().await;
        let desk = Desk::at(&gateway).await;
        let life = async {
            let mut first = gateway.connection(45_000).await;
            first.frame(2).await;
            first.close(code).await;
            std::future::pending::<()>().await;
        };
        let cut = while_listening!(desk, life).unwrap_err();
        assert!(cut.contains(words), "{code}: {cut}");
    }
}

#[tokio::test]
async fn without_its_address_no_other_gateway_is_used() {
    for answer in [
        (500, json!({})),
        (200, json!({})),
        (404, json!({})),
        (
            200,
            json!({"url": "", "shards": 1, "session_start_limit":
        {"total": 1, "remaining": 1, "reset_after": 0, "max_concurrency": 1}}),
        ),
    ] {
        let desk = Desk::told(move |_| answer.clone()).await;
        let cut = while_listening!(desk, std::future::pending::<()>());
        assert!(cut.is_err());
    }
    let desk = Desk::told(|_| (401, json!({"message": "401: Unauthorized", "code": 0}))).await;
    let cut = while_listening!(desk, std::future::pending::<()>()).unwrap_err();
    assert!(cut.contains("MUSTER_DISCORD_TOKEN"), "{cut}");
}

#[tokio::test]
async fn what_is_not_known_is_counted_and_the_rest_goes_on() {
    let gateway = Gateway::open().await;
    let mut desk = Desk::at(&gateway).await;
    let accepted = &mut desk.accepted;
    let life = async {
        let mut connection = gateway.connection(45_000).await;
        connection.frame(2).await;
        connection.ready("s1", &gateway.url()).await;
        connection.event(2, "SOMETHING_NEW", json!({})).await;
        connection.event(3, "MESSAGE_CREATE", json!({"id": 5})).await;
        connection.event(4, "TYPING_START", json!({})).await;
        connection.send(json!({"op": 77, "d": null})).await;
        connection.event(5, "MESSAGE_CREATE", said(10)).await;
        heard(accepted).await
    };
    assert_eq!(while_listening!(desk, life), Ok("message:10".to_owned()));
    let mut skipped = desk.kept.skipped.into_inner().unwrap();
    skipped.sort_by_key(|why| *why == Skipped::Malformed);
    assert_eq!(
        skipped,
        [
            Skipped::UnknownKind,
            Skipped::UnknownKind,
            Skipped::Malformed,
            Skipped::Malformed
        ]
    );
}

#[tokio::test]
async fn a_command_that_wants_a_form_opens_it_and_is_no_event() {
    let gateway = Gateway::open().await;
    let mut desk = Desk::at(&gateway).await;
    let field = Field {
        name: "title",
        label: "Title".to_owned(),
        hint: "Canvass Ward 3".to_owned(),
        value: String::new(),
        required: true,
        long: false,
        max: 100,
    };
    *desk.kept.form.lock().unwrap() = Some(Form {
        title: "Post a shift".to_owned(),
        token: "1token".to_owned(),
        fields: vec![field],
    });
    let (accepted, asked) = (&mut desk.accepted, &mut desk.asked);
    let life = async {
        let mut connection = gateway.connection(45_000).await;
        connection.frame(2).await;
        connection.ready("s1", &gateway.url()).await;
        assert_eq!(asked.next().await.line, "GET /gateway/bot");
        let add =
            json!({"id": "3", "type": 1, "name": "shift", "options": [{"name": "add", "type": 1, "options": []}]});
        connection.event(2, "INTERACTION_CREATE", interaction(2, &add)).await;
        let opened = asked.next().await;
        assert_eq!(
            (opened.line.as_str(), &opened.body["type"]),
            ("POST /interactions/5/tok/callback", &json!(9))
        );
        insta::assert_snapshot!(serde_json::to_string_pretty(&opened.body).unwrap());
        let filled = json!({"custom_id": "1token", "components": [
            {"type": 18, "id": 1, "component": {"type": 4, "id": 2, "custom_id": "title", "value": "Canvass"}},
            {"type": 1, "id": 3, "components": [{"type": 4, "id": 4, "custom_id": "note", "value": " "}]},
        ]});
        connection.event(3, "INTERACTION_CREATE", interaction(5, &filled)).await;
        accepted.recv().await.unwrap().content
    };
    let filled = Content::Filled {
        token: "1token".to_owned(),
        named: vec![("title".to_owned(), "Canvass".to_owned())],
    };
    assert_eq!(while_listening!(desk, life), Ok(filled));
}

#[tokio::test]
async fn whoever_types_is_offered_what_could_come_next() {
    let gateway = Gateway::open().await;
    let mut desk = Desk::at(&gateway).await;
    let asked = &mut desk.asked;
    let life = async {
        let mut connection = gateway.connection(45_000).await;
        connection.frame(2).await;
        connection.ready("s1", &gateway.url()).await;
        asked.next().await;
        let option = json!({"name": "shift", "type": 3, "value": "S1", "focused": true});
        let typing = json!({"id": "3", "type": 1, "name": "shift", "options": [{"name": "claim", "type": 1, "options": [option]}]});
        connection.event(2, "INTERACTION_CREATE", interaction(4, &typing)).await;
        asked.next().await.body
    };
    let offered = json!({"type": 8, "data": {"choices": [{"name": "S1!", "value": "S1"}]}});
    assert_eq!(while_listening!(desk, life), Ok(offered));
}

#[tokio::test]
async fn an_encrypted_gateway_is_tried_and_its_failure_told() {
    // The library would panic here if it knew no provider of cryptography, or more than one.
    let gateway = Gateway::open().await;
    let url = gateway.url().replace("ws://", "wss://");
    let (connected, ()) = tokio::join!(Wire::connect(&url, 0), gateway.refuse());
    let why = connected.err().unwrap();
    assert!(why.0.contains("the gateway cannot be reached"), "{why:?}");
}

#[tokio::test]
async fn there_are_as_many_shards_as_discord_recommends() {
    let gateway = Gateway::open().await;
    let mut described = gateway.described();
    described["shards"] = json!(2);
    described["session_start_limit"]["max_concurrency"] = json!(16);
    let desk = Desk::told(move |_| (200, described.clone())).await;
    let life = async {
        let (mut shards, mut open) = (Vec::new(), Vec::new());
        for _ in 0..2 {
            let mut connection = gateway.connection(45_000).await;
            shards.push(connection.frame(2).await["shard"].to_string());
            connection.ready("s", &gateway.url()).await;
            open.push(connection);
        }
        shards.sort();
        shards
    };
    assert_eq!(
        while_listening!(desk, life),
        Ok(vec!["[0,2]".to_owned(), "[1,2]".to_owned()])
    );
}

//! What goes wrong at a door, and at no other.

use std::time::Duration;

use muster_test_servers::matrix::{Door, Fault, NewRoom, Often, Synapse};
use reqwest::blocking::{Client, Response};
use serde_json::{Value, json};

use crate::scene::Pair;

/// A bot of a few lines: it says something to that room through a door.
fn says(door: &Door, pair: &Pair, transaction: &str) -> reqwest::Result<Response> {
    let client = Client::builder().no_proxy().tls_built_in_root_certs(false);
    let url = format!(
        "{}/_matrix/client/v3/rooms/{}/send/m.room.message/{transaction}",
        door.url(),
        pair.room
    );
    let said = client.build()?.put(url).bearer_auth(pair.ana.token());
    said.json(&json!({ "msgtype": "m.text", "body": transaction })).send()
}

fn plain() -> Pair {
    Pair::on(Synapse::shared(), NewRoom::named("Ward 3"))
}

#[test]
fn a_lost_answer_is_no_second_message() {
    let pair = plain();
    let door = Synapse::shared().door();
    door.fault("send", Often::Once, Fault::DropBefore);
    door.fault_in(&pair.room, "send", Often::Once, Fault::DropAfter);
    assert!(says(&door, &pair, "one").is_err());
    assert!(says(&door, &pair, "two").is_err());
    pair.read("ana> two\n");
    assert!(says(&door, &pair, "two").unwrap().status().is_success());
    assert!(says(&door, &pair, "one").unwrap().status().is_success());
    pair.read("ana> two\nana> one\n");
    assert_eq!(door.requests("send"), 4);
}

#[test]
fn refusals_are_in_the_words_of_a_homeserver() {
    let pair = plain();
    let door = Synapse::shared().door();
    let after = Duration::from_millis(1500);
    door.fault("send", Often::Once, Fault::TooMany { after });
    let refused = says(&door, &pair, "one").unwrap();
    assert_eq!(
        (refused.status().as_u16(), &refused.headers()["retry-after"]),
        (429, &"2".parse().unwrap())
    );
    assert_eq!(refused.json::<Value>().unwrap()["retry_after_ms"], 1500);
    let code = "M_FORBIDDEN".to_owned();
    door.fault("send", Often::Always, Fault::Refused { status: 403, code });
    let refused = says(&door, &pair, "two").unwrap();
    assert_eq!(refused.json::<Value>().unwrap()["errcode"], "M_FORBIDDEN");
    door.clear_faults();
    door.fault("send", Often::Once, Fault::ServerError(502));
    assert_eq!(says(&door, &pair, "three").unwrap().status().as_u16(), 502);
    assert!(says(&door, &pair, "four").unwrap().status().is_success());
    pair.read("ana> four\n");
}

#[test]
fn an_outage_at_one_door_is_nobody_elses() {
    let pair = plain();
    let door = Synapse::shared().door();
    door.begin_outage();
    assert!(says(&door, &pair, "one").is_err());
    pair.ben.says(&pair.room, "Is the bot there?");
    door.end_outage();
    assert!(says(&door, &pair, "two").unwrap().status().is_success());
    pair.read("ben> Is the bot there?\nana> two\n");
}

#[test]
fn what_came_with_a_sync_is_heard_of_when_the_next_one_is_asked_for() {
    let pair = plain();
    let door = Synapse::shared().door();
    let syncs = |since: Option<String>| {
        let client = Client::builder().no_proxy().tls_built_in_root_certs(false).build();
        let since = since.map(|since| format!("?since={since}")).unwrap_or_default();
        let url = format!("{}/_matrix/client/v3/sync{since}", door.url());
        let answer = client.unwrap().get(url).bearer_auth(pair.ana.token()).send();
        let answer: Value = answer.unwrap().json().unwrap();
        answer["next_batch"].as_str().unwrap().to_owned()
    };
    let said = pair.ben.says(&pair.room, "Is the bot there?");
    let next = syncs(None);
    assert!(!door.has_heard(&said));
    syncs(Some(next));
    assert!(door.has_heard(&said));
}

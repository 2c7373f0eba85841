//! Events as Synapse sends them.

use muster_core::chrono::TimeDelta;
use muster_core::clock::Instant;
use muster_core::surface::Inbound;
use serde_json::{Value, json};

use super::command::Me;
use super::{Here, Read, Reader};
use crate::place;

fn noon() -> Instant {
    "2026-12-01T12:00:00Z".parse().unwrap()
}

fn read(event: &Value) -> Inbound {
    let me = Me {
        id: "@muster:example.org".to_owned(),
        name: "Muster".to_owned(),
    };
    let here = Here {
        room: place::address("!ward:example.org", "!ward:example.org", false),
        name: "Ward 3".to_owned(),
    };
    let reader = Reader {
        me: &me,
        here: &here,
        now: noon(),
    };
    match reader.read(event, None) {
        Read::Event(event) => *event,
        other => panic!("an event, not {other:?}"),
    }
}

/// A command that the server says to be so old, in milliseconds.
fn said(age: Option<i64>) -> Value {
    json!({
        "event_id": "$said",
        "sender": "@ana:example.org",
        "type": "m.room.message",
        "content": { "msgtype": "m.text", "body": "!shift claim S1" },
        // The clock of whoever sent it, of which nothing depends.
        "origin_server_ts": 1,
        "unsigned": age.map_or_else(|| json!({}), |age| json!({ "age": age })),
    })
}

#[test]
fn when_something_was_said_is_the_servers_to_say() {
    let two_hours = 2 * 60 * 60 * 1000;
    assert_eq!(read(&said(Some(two_hours))).said_at, Some(noon() - TimeDelta::hours(2)));
    assert_eq!(read(&said(Some(0))).said_at, Some(noon()));
    // The server's clock was set back in between.
    assert_eq!(read(&said(Some(-5_000))).said_at, Some(noon()));
    assert_eq!(read(&said(None)).said_at, None);
}

//! Events that nobody can read: stepped over and counted.

use muster_test_servers::bot::told::Told;
use muster_test_servers::matrix::EventId;
use serde_json::{Value, json};

use crate::scene::Seal;
use crate::station::Station;

fn skipped(told: &Told, reason: &str) -> u64 {
    told.value(&format!(
        "muster_events_skipped_total{{platform=\"matrix\",reason=\"{reason}\"}}"
    ))
}

/// Not as the specification has them. In the clear the homeserver refuses some of them; what is encrypted it cannot see.
fn malformed(real: &EventId) -> Vec<(&'static str, Value)> {
    let message = |name: &str, odd: Value| {
        let mut content = json!({ "msgtype": "m.text", "body": "!task add odd" });
        content[name] = odd;
        ("m.room.message", content)
    };
    vec![
        message("body", json!(5)),
        message("body", Value::Null),
        message("msgtype", json!(["m.text"])),
        message("formatted_body", json!({})),
        message("m.relates_to", json!("a thread")),
        message("m.relates_to", json!({ "rel_type": 7 })),
        message("m.relates_to", json!({ "m.in_reply_to": "$1" })),
        message("m.mentions", json!(["@ana:muster.test"])),
        message("m.new_content", json!("new")),
        ("m.reaction", json!({})),
        (
            "m.reaction",
            json!({ "m.relates_to": { "rel_type": "m.annotation", "event_id": real.0 } }),
        ),
        ("m.poll.response", json!({ "m.selections": 3 })),
        ("org.matrix.msc3381.poll.response", json!({ "m.relates_to": [] })),
    ]
}

#[test]
fn what_nobody_can_read_is_stepped_over_and_counted() {
    for seal in Seal::ALL {
        let station = Station::founded(seal);
        let before = station.run().wait_until_quiet();
        for kind in ["org.example.telepathy", "m.future"] {
            station.ana.sends(&station.room, kind, &json!({ "thought": [1, 2] }));
        }
        let real = station.ana.says(&station.room, "what a day");
        let mut taken = 0;
        for (kind, content) in malformed(&real) {
            match seal {
                // Reactions are in the clear everywhere.
                Seal::Encrypted if kind == "m.reaction" => {}
                Seal::Encrypted => {
                    station.ana.sends(&station.room, kind, &content);
                    taken += 1;
                }
                Seal::Plain => {
                    let path = format!("v3/rooms/{}/send/{kind}/odd-{taken}", station.room);
                    taken += u64::from(station.ana.tries("PUT", &path, Some(&content)).is_ok());
                }
            }
        }
        station.asks(&station.ana, "!task add fine");
        assert_eq!((station.tasks("odd"), station.tasks("fine")), (0, 1));
        let told = station.run().wait_until_quiet();
        let more = |reason| skipped(&told, reason) - skipped(&before, reason);
        assert_eq!((more("unknown_kind"), more("malformed")), (2, taken));
        assert_eq!((more("panicked"), told.value("muster_panics_total")), (0, 0));
        station.ends_well();
    }
}

/// What looks encrypted and is not is somebody's who may be told so, and no more.
#[test]
fn what_only_looks_encrypted_stops_nothing() {
    let station = Station::founded(Seal::Plain);
    for (n, content) in [
        json!({}),
        json!({ "algorithm": "m.megolm.v1.aes-sha2" }),
        json!({ "algorithm": "m.megolm.v1.aes-sha2", "session_id": "none", "ciphertext": "none", "sender_key": "k", "device_id": "D" }),
        json!({ "algorithm": 3, "ciphertext": {} }),
    ]
    .into_iter()
    .enumerate()
    {
        let path = format!("v3/rooms/{}/send/m.room.encrypted/seal-{n}", station.room);
        station.ana.asks("PUT", &path, Some(&content));
    }
    station.asks(&station.ana, "!task add fine");
    assert_eq!(station.run().wait_until_quiet().value("muster_panics_total"), 0);
    station.ends_well();
}

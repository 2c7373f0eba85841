//! What people say, and what the others see of it.

use muster_test_servers::matrix::{EventId, NewRoom, Sealed, Shown, Spelling, Synapse};
use serde_json::json;

use crate::scene::Pair;

#[test]
fn two_people_read_each_other_and_the_homeserver_reads_neither() {
    let pair = Pair::encrypted();
    pair.ana.says(&pair.room, "Rain tomorrow");
    pair.ben.wait_until(&pair.room, "ana is read", |room| {
        room.from(&pair.ana)
            .any(|shown| shown.body() == "Rain tomorrow" && shown.sealed == Sealed::Read)
    });
    pair.ben.notes(&pair.room, "Bring umbrellas");
    pair.read("ana> Rain tomorrow\nben> Bring umbrellas\n");
    let events = pair.ana.events(&pair.room);
    let kinds: Vec<_> = events.iter().map(|event| event["type"].as_str().unwrap()).collect();
    assert!(kinds.ends_with(&["m.room.encrypted", "m.room.encrypted"]), "{kinds:?}");
    let sent_by = pair
        .ana
        .look_at(&pair.room, |room| room.from(&pair.ben).next().unwrap().device.clone());
    assert_eq!(sent_by.as_deref(), Some(pair.ben.device()));
}

#[test]
fn in_a_plain_room_all_is_in_the_clear() {
    let pair = Pair::on(Synapse::shared(), NewRoom::named("Ward 3"));
    let said = pair.ana.calls(&pair.room, &pair.ben, "ben: are you there?");
    let shown = pair
        .ben
        .wait_until_some(&pair.room, "it is there", |room| room.message(&said).cloned());
    assert_eq!((shown.sealed, shown.msgtype()), (Sealed::Open, "m.text"));
    assert_eq!(shown.mentions(), Some(vec![pair.ben.id().clone()]));
    let pings = pair.ben.look_at(&pair.room, |room| room.pings.clone());
    assert_eq!(pings.len(), 1);
    assert_eq!(
        (&pings[0].message, &pings[0].whom),
        (&said, &Some(pair.ben.id().clone()))
    );
}

#[test]
fn edits_replies_threads_and_reactions_are_seen() {
    let pair = Pair::encrypted();
    let said = pair.ana.says(&pair.room, "Canvass at 10");
    let reply = pair.ben.replies(&pair.room, &said, "Where?");
    pair.ana.edits(&pair.room, &said, "Canvass at 11");
    pair.ana.says_in_thread(&pair.room, &said, "At the library");
    let reaction = pair.ben.reacts(&pair.room, &said, "👍");
    pair.read("ana> Canvass at 11 (edited)\n  [👍 ben]\nben> ↩ Where?\nana> (in the thread) At the library\n");
    pair.ben.redacts(&pair.room, &reaction);
    pair.ben.redacts(&pair.room, &reply);
    pair.read("ana> Canvass at 11 (edited)\nana> (in the thread) At the library\n");
    let shown = message(&pair, &said);
    assert_eq!(
        (shown.edits(), shown.at_first()["body"].as_str()),
        (1, Some("Canvass at 10"))
    );
}

#[test]
fn somebody_elses_message_is_not_edited() {
    let pair = Pair::encrypted();
    let said = pair.ana.says(&pair.room, "Canvass at 10");
    pair.ben.edits(&pair.room, &said, "Canvass at 4 in the night");
    pair.ben.says(&pair.room, "Ha");
    pair.read("ana> Canvass at 10\nben> Ha\n");
}

#[test]
fn files_are_opened_in_the_clear_and_encrypted() {
    for room in [NewRoom::named("Ward 3"), NewRoom::named("Ward 3").encrypted()] {
        let pair = Pair::on(Synapse::shared(), room);
        pair.ana.sends_file(&pair.room, "shifts.ics", b"BEGIN:VCALENDAR");
        pair.read("ana> (shifts.ics) shifts.ics\n");
        let shown = pair.ben.look_at(&pair.room, |room| room.all()[0].clone());
        assert_eq!(pair.ben.opens(&shown), b"BEGIN:VCALENDAR");
    }
}

#[test]
fn polls_are_answered_in_both_spellings() {
    let pair = Pair::encrypted();
    let poll = pair.ana.sends(
        &pair.room,
        "org.matrix.msc3381.poll.start",
        &json!({
            "org.matrix.msc1767.text": "Where?",
            "org.matrix.msc3381.poll.start": {
                "kind": "org.matrix.msc3381.poll.disclosed",
                "max_selections": 1,
                "question": { "org.matrix.msc1767.text": "Where?" },
                "answers": [
                    { "id": "lib", "org.matrix.msc1767.text": "Library" },
                    { "id": "hall", "org.matrix.msc1767.text": "Hall" },
                ],
            },
        }),
    );
    pair.ben.votes(&pair.room, &poll, &["hall"], Spelling::Unstable);
    pair.ana.votes(&pair.room, &poll, &["hall"], Spelling::Stable);
    pair.ben.votes(&pair.room, &poll, &["lib"], Spelling::Stable);
    pair.read("ana> Where?\n  Library: ben\n  Hall: ana\n");
    let asked = message(&pair, &poll).poll().unwrap();
    assert_eq!((asked.most, asked.disclosed), (1, true));
}

#[test]
fn what_leaves_open_whom_it_calls_is_a_breach_of_its_authors() {
    for room in [NewRoom::named("Ward 3"), NewRoom::named("Ward 3").encrypted()] {
        let pair = Pair::on(Synapse::shared(), room);
        let said = pair.ana.says(&pair.room, "Rain tomorrow");
        pair.ana.edits(&pair.room, &said, "Rain today");
        pair.ben.reacts(&pair.room, &said, "👍");
        let open = json!({ "msgtype": "m.text", "body": "ana, look" });
        let silent = pair.ben.sends(&pair.room, "m.room.message", &open);
        let half = pair.ben.sends(
            &pair.room,
            "m.room.message",
            &json!({
                "msgtype": "m.text", "body": "* ana, look here", "m.mentions": {}, "m.new_content": open,
                "m.relates_to": { "rel_type": "m.replace", "event_id": silent.0 },
            }),
        );
        pair.ana.wait_until(&pair.room, "both are seen", |room| {
            room.message(&silent).is_some_and(|shown| shown.edits() == 1)
        });
        let seen = pair.ana.look(|seen| {
            let breaches = seen.breaches(pair.ben.id());
            breaches.map(|breach| breach.event.clone()).collect::<Vec<_>>()
        });
        assert_eq!(seen, [silent, half]);
        assert_eq!(Synapse::shared().breaches(&pair.ana), []);
        assert!(Synapse::shared().breaches(&pair.ben).len() >= 2);
    }
}

fn message(pair: &Pair, id: &EventId) -> Shown {
    pair.ben.look_at(&pair.room, |room| room.message(id).cloned()).unwrap()
}

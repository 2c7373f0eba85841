//! What goes wrong between the bot and its homeserver.

use std::time::{Duration, Instant};

use muster_test_servers::bot::told::Told;
use muster_test_servers::matrix::{EventId, Fault, Often, Options, Synapse};
use serde_json::json;

use crate::scene::Seal;
use crate::station::Station;

fn attempts(told: &Told, verdict: &str) -> u64 {
    told.value(&format!(
        "muster_delivery_attempts_total{{platform=\"matrix\",verdict=\"{verdict}\"}}"
    ))
}

#[test]
fn what_fails_on_its_way_out_arrives_once() {
    let faults = [
        Fault::ServerError(502),
        Fault::DropBefore,
        Fault::DropAfter,
        Fault::Slow(Duration::from_secs(2)),
        Fault::Refused {
            status: 500,
            code: "M_UNKNOWN".to_owned(),
        },
    ];
    for seal in Seal::ALL {
        let station = Station::founded(seal);
        let said: Vec<EventId> = faults
            .iter()
            .enumerate()
            .map(|(n, fault)| {
                station.door.fault("send", Often::Once, fault.clone());
                let said = station.ana.says(&station.room, &format!("!task add job-{n}"));
                station.answer_to(&station.ana, &said);
                said
            })
            .collect();
        station.answers_once(&said);
        assert_eq!(station.tasks("job-"), faults.len());
        station.ends_well();
    }
}

/// A member comes, so that the room's key has to be handed out anew, and that goes wrong.
#[test]
fn keys_that_fail_on_their_way_out_are_handed_out_again() {
    let station = Station::founded(Seal::Encrypted);
    for (n, request) in ["sendToDevice", "keys/claim", "keys/query", "members"]
        .into_iter()
        .enumerate()
    {
        for fault in [Fault::ServerError(502), Fault::DropAfter] {
            station.door.fault(request, Often::Once, fault);
        }
        let member = station.member("ben");
        let said = member.says(&station.room, &format!("!task add job-{n}"));
        for person in [&member, &station.ana] {
            person.wait_until(&station.room, "an answer", |room| {
                room.reply_to(&said)
                    .is_some_and(|answer| answer.body().contains("job-"))
            });
        }
    }
    assert_eq!(station.tasks("job-"), 4);
    station.ends_well();
}

#[test]
fn what_fails_on_its_way_in_is_heard_once() {
    for seal in Seal::ALL {
        let station = Station::founded(seal);
        let faults = [
            Fault::ServerError(502),
            Fault::DropAfter,
            Fault::DropBefore,
            Fault::Refused {
                status: 429,
                code: "M_LIMIT_EXCEEDED".to_owned(),
            },
        ];
        for fault in faults {
            station.door.fault("sync", Often::Once, fault);
        }
        station.door.cut_connections();
        let said: Vec<EventId> = (0..3)
            .map(|n| station.ana.says(&station.room, &format!("!task add job-{n}")))
            .collect();
        station.answers_once(&said);
        assert_eq!(station.tasks("job-"), 3);
        station.ends_well();
    }
}

/// How long the homeserver says to wait.
const PAUSE: Duration = Duration::from_secs(3);

#[test]
fn too_much_in_one_room_is_a_pause_of_the_whole_account() {
    let station = Station::founded(Seal::Plain);
    let home = station.home(Seal::Plain);
    station
        .ana
        .wait_until(&home, "the help", |room| room.from(&station.muster).next().is_some());
    station.run().wait_until_quiet();
    let (before, began) = (station.door.requests("send"), Instant::now());
    station.door.fault("send", Often::Once, Fault::TooMany { after: PAUSE });
    let first = station.ana.says(&station.room, "!task add job-0");
    station
        .run()
        .wait_until_told("it is too much", |told| attempts(told, "paused") == 1);
    let mut said: Vec<EventId> = (1..4)
        .map(|n| station.ana.says(&station.room, &format!("!task add job-{n}")))
        .collect();
    said.push(first);
    station.ana.says(&home, "task add job-4");
    station.ana.wait_until(&home, "an answer", |room| {
        room.from(&station.muster).any(|shown| shown.body().contains("job-4"))
    });
    assert!(began.elapsed() >= PAUSE, "answered after {:?}", began.elapsed());
    station.answers_once(&said);
    // One in vain, and one for each of five answers.
    assert_eq!(station.door.requests("send") - before, 6);
    assert_eq!(attempts(&station.run().told(), "paused"), 1);
    station.ends_well();
}

#[test]
fn a_real_limit_loses_nothing() {
    let station = Station::founded(Seal::Encrypted);
    station.run().wait_until_quiet();
    station.synapse.sets_rate(&station.muster, 1, 2);
    let said: Vec<EventId> = (0..8)
        .map(|n| station.ana.says(&station.room, &format!("!task add job-{n}")))
        .collect();
    station.answers_once(&said);
    let paused = attempts(&station.run().told(), "paused");
    assert!((1..=16).contains(&paused), "{paused} times it was too much");
    assert_eq!(station.tasks("job-"), 8);
    station.ends_well();
}

/// As Synapse is delivered, and the bot too.
#[test]
fn the_default_pace_is_never_too_much() {
    let synapse = Options::new().messages(0.2, 10).start();
    let station = Station::founded_on(&synapse, Seal::Plain, |bot| {
        bot.with("MUSTER_MATRIX_RATE_LIMIT", "synapse")
    });
    let people = [station.ana.clone(), station.member("ben")];
    let said: Vec<EventId> = (0..10)
        .map(|n| people[n % 2].says(&station.room, &format!("!task add job-{n}")))
        .collect();
    station.answers_once(&said);
    assert_eq!(attempts(&station.run().told(), "paused"), 0);
    station.ends_well();
}

#[test]
fn an_outage_of_the_homeserver_is_survived() {
    let synapse = Options::new().start();
    let station = Station::founded_on(&synapse, Seal::Encrypted, |bot| bot);
    for how in [Synapse::stop, Synapse::kill] {
        how(&synapse);
        station.run().log().wait_for("the platform cannot be heard");
        synapse.start_again();
        let said: Vec<EventId> = (0..2)
            .map(|n| station.ana.says(&station.room, &format!("!task add job-{n}")))
            .collect();
        station.answers_once(&said);
    }
    assert_eq!(station.tasks("job-"), 4);
    station.ends_well();
}

#[test]
fn where_it_may_not_write_it_does_not_try_again_and_again() {
    for seal in Seal::ALL {
        let station = Station::founded(seal);
        let card = station.asks(&station.ana, "!shift add Canvass next sat 10am needs:9");
        station.run().wait_until_quiet();
        let levels = station.ana.state(&station.room, "m.room.power_levels", "").unwrap();
        let mut silent = levels.clone();
        silent["events_default"] = json!(50);
        station
            .ana
            .sets_state(&station.room, "m.room.power_levels", "", &silent);
        let before = station.door.requests("send");
        let said = station.ana.says(&station.room, "!shift claim S1");
        station
            .run()
            .wait_until_told("it is refused", |told| attempts(told, "refused") > 0);
        station.run().wait_until_quiet();
        let tried = station.door.requests("send") - before;
        assert!(tried <= 3, "tried {tried} times");
        assert_eq!(station.answers(&said), 0);
        station
            .ana
            .sets_state(&station.room, "m.room.power_levels", "", &levels);
        let dropped = station.asks(&station.ana, "!shift show S1");
        assert!(dropped.body().contains("1 of 9"), "{}", dropped.body());
        assert!(!card.body().contains("1 of 9"));
        station.ends_well();
    }
}

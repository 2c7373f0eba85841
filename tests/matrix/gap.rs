//! What is said while the bot is away.

use muster_test_servers::matrix::EventId;

use crate::scene::Seal;
use crate::station::Station;

/// More than the homeserver tells of a room at once.
const MANY: usize = 130;

#[test]
fn what_is_said_while_it_is_away_is_carried_out_once_when_it_is_back() {
    for seal in Seal::ALL {
        let mut station = Station::founded(seal);
        station.kill();
        let said: Vec<EventId> = (0..3)
            .map(|n| station.ana.says(&station.room, &format!("!task add job-{n}")))
            .collect();
        station.start();
        station.answers_once(&said);
        assert_eq!(station.tasks("job-"), 3);
        station.ends_well();
    }
}

/// Nothing happens after it, so that the homeserver tells the same again.
#[test]
fn what_was_the_last_that_came_before_a_crash_is_carried_out_once() {
    for seal in Seal::ALL {
        let mut station = Station::founded(seal);
        for point in ["intake.received", "intake.accepted"] {
            station.run().wait_until_quiet();
            station.kill();
            let victim = station.bot.start_failing(&format!("{point}=kill@1"));
            let said = station.ana.says(&station.room, &format!("!task add {point}"));
            assert_eq!(victim.ends(), None);
            station.start();
            station.answers_once(&[said]);
            assert_eq!(station.tasks(point), 1);
        }
        station.ends_well();
    }
}

/// What the homeserver leaves out is read from the room's history, in the order in which it was said.
#[test]
fn more_than_is_told_at_once_is_carried_out_once_too() {
    for seal in Seal::ALL {
        let mut station = Station::founded(seal);
        station.kill();
        let mut said = Vec::new();
        for n in 0..MANY {
            if n % 13 == 0 {
                said.push(station.ana.says(&station.room, &format!("!task add job-{n:03}")));
            } else {
                station.ana.says(&station.room, "what a day");
            }
        }
        station.start();
        station.answers_once(&said);
        let tasks = station.asks(&station.ana, "!task list");
        let first = tasks.body().find("job-000").expect("the first is there");
        assert!(first < tasks.body().find("job-117").unwrap(), "{}", tasks.body());
        assert_eq!(tasks.body().matches("job-").count(), said.len());
        // And once more, as after a crash in the middle of it.
        station.restart();
        station.answers_once(&said);
        station.ends_well();
    }
}

#[test]
fn what_was_said_before_it_came_is_not_for_it() {
    let mut station = Station::founded(Seal::Plain);
    let ana = &station.ana;
    let old = ana.creates(Seal::Plain.room("Ward 4"));
    let long = ana.creates(Seal::Plain.room("Ward 5"));
    ana.says(&old, "!task add said before");
    for n in 0..MANY {
        ana.says(&long, &format!("!task add said before {n}"));
    }
    ana.invites(&old, &station.muster);
    ana.wait_until_with(&old, &station.muster);
    // And one where it is invited while it is away.
    station.kill();
    station.ana.invites(&long, &station.muster);
    station.ana.says(&long, "!task add said to nobody");
    station.start();
    for room in [&old, &long] {
        station.ana.wait_until_with(room, &station.muster);
        let said = station.ana.says(room, "!task list");
        let list = station
            .ana
            .wait_until_some(room, "the list", |room| room.reply_to(&said).cloned());
        assert!(!list.body().contains("said"), "{}", list.body());
        let from_it = station.ana.look_at(room, |room| room.from(&station.muster).count());
        assert_eq!(from_it, 2, "the welcome and the list");
    }
    station.ends_well();
}

#[test]
fn an_edited_message_runs_only_if_its_earlier_text_was_refused() {
    for seal in Seal::ALL {
        let mut station = Station::founded(seal);
        let refused = station.ana.says(&station.room, "!shift clame S1");
        let words = station.answer_to(&station.ana, &refused);
        assert!(words.body().contains("clame"), "{}", words.body());
        station.ana.edits(&station.room, &refused, "!task add mended");
        station.ana.wait_until(&station.room, "it is carried out", |room| {
            let mut messages = room.from(&station.muster);
            messages.any(|shown| shown.body().contains("mended"))
        });
        let done = station.ana.says(&station.room, "!task add first");
        station.answer_to(&station.ana, &done);
        station.ana.edits(&station.room, &done, "!task add second");
        assert_eq!(station.tasks("second"), 0);
        assert_eq!((station.tasks("mended"), station.tasks("first")), (1, 1));
        // Said and edited while it is away, it is what it was said to be in the end, or what it was at first; once.
        station.kill();
        let away = station.ana.says(&station.room, "!task add away");
        station.ana.edits(&station.room, &away, "!task add away");
        station.start();
        station.answer_to(&station.ana, &away);
        station.run().wait_until_quiet();
        assert_eq!(station.tasks("away"), 1);
        station.ends_well();
    }
}

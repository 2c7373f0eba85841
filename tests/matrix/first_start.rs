//! The first start, cut off again and again: the account is logged in, the device and the account's keys are made, the
//! secrets are stored, and in the end there is one device, signed, and a recovery key that is worth something.

use std::fs;
use std::time::{Duration, Instant};

use muster_test_servers::bot::{Bot, Run};
use muster_test_servers::matrix::{Account, Door, Fault, Often, Person, Synapse};

use crate::scene::{BINARY, Seal, ends_well, serving};

/// What it asks for while it becomes somebody, and how often until it is cut off.
const MOMENTS: [(&str, u64); 10] = [
    ("login", 1),
    ("keys/upload", 1),
    ("keys/query", 1),
    ("keys/device_signing", 1),
    ("keys/signatures", 1),
    ("room_keys", 1),
    ("room_keys", 2),
    ("user", 1),
    ("user", 2),
    ("user", 4),
];
/// How often it is looked.
const GLANCE: Duration = Duration::from_millis(5);
const PATIENCE: Duration = Duration::from_secs(30);

/// Kills it once that was asked so often, or all is done.
fn kills_after(run: Run, door: &Door, request: &str, times: u64) {
    let began = Instant::now();
    let before = door.requests(request);
    let is_done = || !run.log().with("recovery-key.txt").is_empty() || door.requests("sync") > 3;
    while door.requests(request) < before + times && !is_done() && began.elapsed() < PATIENCE {
        std::thread::park_timeout(GLANCE);
    }
    run.kill();
}

/// A command in an encrypted room, which it reads and answers.
fn converses(ana: &Person, door: &Door, run: &Run, muster: &Account) {
    let before = door.requests("sync");
    run.wait_until_told("it listens", |_| door.requests("sync") > before + 1);
    let room = ana.creates(Seal::Encrypted.room("Ward 3").inviting(muster));
    ana.wait_until_with(&room, muster);
    let said = ana.says(&room, "!task add job-1");
    ana.wait_until(&room, "an answer", |room| {
        room.reply_to(&said)
            .is_some_and(|answer| answer.body().contains("job-1"))
    });
}

#[test]
fn a_first_start_that_is_cut_off_anywhere_leaves_one_signed_device_and_a_key() {
    let synapse = Synapse::shared();
    let ana = synapse.person("ana");
    for (request, times) in MOMENTS {
        is_somebody_in_the_end(synapse, &ana, |bot, door| {
            kills_after(bot.start(), door, request, times);
        });
    }
}

#[test]
fn nor_does_it_matter_what_it_did_not_hear_of() {
    let synapse = Synapse::shared();
    let ana = synapse.person("ana");
    for (request, _) in MOMENTS.into_iter().filter(|(_, times)| *times == 1) {
        is_somebody_in_the_end(synapse, &ana, |bot, door| {
            door.fault(request, Often::Once, Fault::DropAfter);
            kills_after(bot.start(), door, request, 1);
        });
    }
}

/// After a start that was cut off so.
fn is_somebody_in_the_end(synapse: &Synapse, ana: &Person, cut_off: impl FnOnce(&Bot, &Door)) {
    let (muster, door) = (synapse.account("muster"), synapse.door());
    let bot = serving(Bot::on_sqlite(BINARY), &door.url(), &muster);
    cut_off(&bot, &door);
    door.clear_faults();
    let run = bot.start();
    converses(ana, &door, &run, &muster);
    let devices = ana.devices_of(&muster);
    assert!(devices.len() == 1 && devices[0].cross_signed, "{devices:?}");
    assert_eq!(run.end(), Some(0));

    // The key is good for a new device.
    fs::rename(bot.folder().join("muster-matrix"), bot.folder().join("lost")).unwrap();
    let key = fs::read_to_string(bot.folder().join("lost/recovery-key.txt")).unwrap();
    bot.does(&["adopt", "matrix"]).unwrap();
    let run = bot.start_with(&[("MUSTER_MATRIX_RECOVERY_KEY", key.trim())]);
    run.log().wait_for("the recovery key opened the account's secrets");
    run.wait_until_told("the device is signed", |_| {
        ana.devices_of(&muster).iter().all(|device| device.cross_signed)
    });
    ends_well(synapse, &muster, run);
}

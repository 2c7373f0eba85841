//! The folder of the session and its keys, and the two ways to log in.

use std::fs;
use std::path::PathBuf;

use muster_test_servers::bot::{Bot, Run};
use muster_test_servers::matrix::{Account, Door, Synapse};

use crate::scene::{BINARY, Seal, ends_well, serving};
use crate::station::Station;

/// A bot that keeps its session there, as that account.
fn on_store_of(station: &Station<'_>, account: &Account) -> Bot {
    let store = station.bot.folder().join("muster-matrix");
    serving(Bot::on_sqlite(BINARY), &station.door.url(), account)
        .with("MUSTER_MATRIX_STORE", &store.display().to_string())
}

/// It ends at once, and says why and what to do.
fn is_refused(run: Run, words: [&str; 2]) {
    for words in words {
        run.log().wait_for(words);
    }
    assert!(!matches!(run.ends(), Some(0) | None));
}

#[test]
fn a_store_that_is_in_use_or_somebody_elses_is_refused() {
    let mut station = Station::founded(Seal::Plain);
    let second = on_store_of(&station, &station.muster).start();
    is_refused(
        second,
        ["the store is in use by another process", "MUSTER_MATRIX_STORE"],
    );
    station.asks(&station.ana, "!task add job-1");
    station.kill();
    let other = station.synapse.account("other");
    let way_out = format!("MUSTER_MATRIX_USER (key matrix.user) to {}", station.muster.id());
    is_refused(
        on_store_of(&station, &other).start(),
        ["the store belongs to the device", &way_out],
    );
    station.start();
    station.asks(&station.ana, "!task add job-2");
    station.ends_well();
}

#[test]
fn a_store_that_is_not_whole_is_refused() {
    let mut station = Station::founded(Seal::Plain);
    station.kill();
    let session: PathBuf = station.bot.folder().join("muster-matrix/session.json");
    let whole = fs::read(&session).unwrap();
    fs::remove_file(&session).unwrap();
    is_refused(
        station.bot.start(),
        [
            "keys and no session.json",
            "from the same backup, or move the folder away",
        ],
    );
    for damaged in [&b""[..], b"{", b"[]", &whole[..whole.len() / 2]] {
        fs::write(&session, damaged).unwrap();
        is_refused(
            station.bot.start(),
            ["session.json in the store is damaged", "from a backup, or move it away"],
        );
    }
    fs::write(&session, &whole).unwrap();
    station.start();
    station.asks(&station.ana, "!task list");
    station.ends_well();
}

/// A bot that is told a token instead of a password.
fn by_token(door: &Door, account: &Account, token: &str) -> Bot {
    Bot::on_sqlite(BINARY)
        .with("MUSTER_MATRIX_HOMESERVER", &door.url())
        .with("MUSTER_MATRIX_USER", &account.id().0)
        .with("MUSTER_MATRIX_TOKEN", token)
        .with("MUSTER_MATRIX_RATE_LIMIT", "none")
}

#[test]
fn a_token_is_enough_and_one_that_ends_is_said_once() {
    let synapse = Synapse::shared();
    let (muster, ana, door) = (synapse.account("muster"), synapse.person("ana"), synapse.door());
    let device = muster.devices().remove(0);
    let run = by_token(&door, &muster, muster.token()).start();
    let room = ana.creates(Seal::Encrypted.room("Ward 3").inviting(&muster));
    ana.wait_until_with(&room, &muster);
    let said = ana.says(&room, "!task add job-1");
    let answer = ana.wait_until_some(&room, "an answer", |room| room.reply_to(&said).cloned());
    assert_eq!(answer.device.as_deref(), Some(device.as_str()));
    let devices = ana.devices_of(&muster);
    assert!(devices.len() == 1 && devices[0].cross_signed, "{devices:?}");

    synapse.deletes_device(&muster, &device);
    is_given_up(&run, &door);
    ends_well(synapse, &muster, run);
}

#[test]
fn a_token_that_was_never_known_is_said_once() {
    let synapse = Synapse::shared();
    let (muster, door) = (synapse.account("muster"), synapse.door());
    let run = by_token(&door, &muster, "syt_nobody_knows_it").start();
    is_given_up(&run, &door);
    assert_eq!(run.end(), Some(0));
}

/// One line at error level, and silence: it is not cut off, so that it does not try again.
fn is_given_up(run: &Run, door: &Door) {
    let line = run.log().wait_for("the homeserver does not know this session");
    assert!(line.contains("ERROR") && line.contains("MUSTER_MATRIX_TOKEN"), "{line}");
    let asked = || ["account", "login", "sync"].map(|what| door.requests(what));
    let before = asked();
    let told = run.wait_until_quiet();
    assert_eq!(told.value("muster_connection_cuts_total{platform=\"matrix\"}"), 0);
    assert_eq!(asked(), before);
    assert_eq!(run.log().with("the homeserver does not know this session").len(), 1);
}

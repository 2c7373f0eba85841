//! Keys: messages that the bot has none for, the keys it keeps, and its device's place among the account's.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::PathBuf;

use muster_test_servers::bot::Bot;
use muster_test_servers::matrix::Device;

use crate::scene::Seal;
use crate::station::Station;

/// What is said where a message cannot be decrypted.
const UNREADABLE: &str = "could not decrypt your message";

/// Where a bot keeps its session and its keys.
fn store(bot: &Bot) -> PathBuf {
    bot.folder().join("muster-matrix")
}

/// The bot's devices, as Ana sees them.
fn devices(station: &Station<'_>) -> Vec<Device> {
    station.ana.devices_of(&station.muster)
}

/// A member whose messages the bot can read asks.
fn doctor(station: &Station<'_>) -> String {
    let ben = station.member("ben");
    station.asks(&ben, "!doctor").body().to_owned()
}

#[test]
fn what_cannot_be_decrypted_is_told_once_and_carried_out_once_when_its_key_comes() {
    for is_restarted in [false, true] {
        let mut station = Station::founded(Seal::Encrypted);
        station.ana.withholds_keys(&station.room, &station.muster);
        let said = ["job-1", "job-2"].map(|job| station.ana.says(&station.room, &format!("!task add {job}")));
        station.ana.wait_until(&station.room, "what to do", |room| {
            let mut messages = room.from(&station.muster);
            messages.any(|shown| shown.body().contains(UNREADABLE))
        });
        let report = doctor(&station);
        assert!(report.contains("could not decrypt 2 messages"), "{report}");
        assert_eq!(station.says(UNREADABLE), 1, "once a session");
        if is_restarted {
            station.kill();
        }
        station.ana.hands_over_keys(&station.room, &station.muster);
        if is_restarted {
            station.start();
        }
        station.answers_once(&said);
        let report = doctor(&station);
        assert!(!report.contains("could not decrypt"), "{report}");
        assert_eq!(station.tasks("job-"), 2);
        assert_eq!(station.says(UNREADABLE), 1);
        station.ends_well();
    }
}

/// The key came with a synchronisation of which nothing was accepted before the bot was killed.
#[test]
fn a_key_that_came_before_a_crash_is_used_after_it() {
    let mut station = Station::founded(Seal::Encrypted);
    station.ana.withholds_keys(&station.room, &station.muster);
    let said = station.ana.says(&station.room, "!task add job-1");
    station.ana.wait_until(&station.room, "what to do", |room| {
        let mut messages = room.from(&station.muster);
        messages.any(|shown| shown.body().contains(UNREADABLE))
    });
    station.kill();
    station.ana.hands_over_keys(&station.room, &station.muster);
    let victim = station.bot.start_failing("intake.received=kill@1");
    assert_eq!(victim.ends(), None);
    station.start();
    station.answers_once(&[said]);
    assert_eq!(station.tasks("job-1"), 1);
    station.ends_well();
}

#[test]
fn one_device_keeps_its_keys_through_every_start() {
    let mut station = Station::founded(Seal::Encrypted);
    let before = devices(&station);
    assert_eq!(before.len(), 1, "{before:?}");
    assert!(before[0].cross_signed, "{before:?}");
    let file = store(&station.bot).join("recovery-key.txt");
    let key = fs::read_to_string(&file).unwrap();
    let written = fs::metadata(&file).unwrap();
    assert_eq!(written.permissions().mode() & 0o777, 0o600);
    assert_eq!(
        fs::metadata(store(&station.bot)).unwrap().permissions().mode() & 0o777,
        0o700
    );
    for start in 0..3 {
        station.restart();
        let answer = station.asks(&station.ana, &format!("!task add job-{start}"));
        assert_eq!(answer.device.as_ref(), Some(&before[0].id), "{answer:?}");
    }
    assert_eq!(devices(&station), before);
    assert_eq!(fs::read_to_string(&file).unwrap(), key);
    assert_eq!(
        fs::metadata(&file).unwrap().modified().unwrap(),
        written.modified().unwrap()
    );
    let report = doctor(&station);
    assert!(!report.contains("verified"), "{report}");
    station.ends_well();
}

/// For good: from now on another one is served from.
fn loses_its_store(station: &mut Station<'_>) {
    station.kill();
    fs::remove_dir_all(store(&station.bot)).unwrap();
    station.bot.does(&["adopt", "matrix"]).unwrap();
}

#[test]
fn a_lost_store_is_a_new_device_which_the_recovery_key_has_signed() {
    let mut station = Station::founded(Seal::Encrypted);
    let first = devices(&station).remove(0).id;
    let key = fs::read_to_string(store(&station.bot).join("recovery-key.txt")).unwrap();
    loses_its_store(&mut station);

    station.start();
    station.run().log().wait_for("the account has not signed this device");
    station.asks(&station.ana, "!task add job-1");
    let unsigned = devices(&station);
    assert!(
        unsigned.iter().any(|device| device.id != first && !device.cross_signed),
        "{unsigned:?}"
    );
    let report = doctor(&station);
    assert!(report.contains("My device is not verified"), "{report}");
    assert!(
        !store(&station.bot).join("recovery-key.txt").exists(),
        "there is one already"
    );
    loses_its_store(&mut station);

    station.bot =
        std::mem::replace(&mut station.bot, Bot::on_sqlite("none")).with("MUSTER_MATRIX_RECOVERY_KEY", key.trim());
    station.start();
    station
        .run()
        .log()
        .wait_for("the recovery key opened the account's secrets");
    station.asks(&station.ana, "!task add job-2");
    let signed = devices(&station);
    let news = signed
        .iter()
        .filter(|device| unsigned.iter().all(|old| old.id != device.id));
    let news: Vec<_> = news.collect();
    assert!(matches!(news[..], [Device { cross_signed: true, .. }]), "{signed:?}");
    let report = doctor(&station);
    assert!(!report.contains("verified"), "{report}");
    station.ends_well();
}

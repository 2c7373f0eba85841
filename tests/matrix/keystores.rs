//! Several nodes: the account is served from the one store of keys that it is pinned to.

use std::fs;
use std::path::PathBuf;

use muster_test_servers::bot::{Bot, Run, told};
use muster_test_servers::matrix::{Account, EventId, Synapse};
use muster_test_servers::postgres;
use tokio::runtime::Runtime;

use crate::scene::{BINARY, Seal, bot_on};
use crate::station::Station;

const IS_PINNED: &str = "its account is pinned to another store of keys";

fn keys_of(bot: &Bot) -> PathBuf {
    bot.folder().join("muster-matrix")
}

/// It says why it does not serve the account, and what to type.
fn does_not_serve(run: &Run) {
    let line = run.log().wait_for(IS_PINNED);
    assert!(line.contains("type: muster adopt matrix"), "{line}");
    let (status, told) = told::get(run.admin(), "/readyz");
    assert_eq!(status, 503, "{told}");
    let why = "matrix: nobody holds it, and this node cannot: its account is pinned to another store of keys";
    assert!(told.contains(why), "{told}");
}

/// Two nodes on one database, the first of which serves the account.
#[test]
fn a_node_without_the_keys_never_serves_the_account_and_one_to_which_they_moved_does() {
    let (_, database) = Runtime::new().unwrap().block_on(postgres::fresh());
    let elsewhere = |account: &Account, url: &str| bot_on(url, database.url(), account).with("MUSTER_LEASE", "3s");
    let mut station = Station::founded_on(Synapse::shared(), Seal::Encrypted, |bot| {
        bot.with("MUSTER_DATABASE_URL", database.url())
            .with("MUSTER_LEASE", "3s")
    });
    let second = elsewhere(&station.muster, &station.door.url());
    let run = second.start();
    let (status, told) = told::get(run.admin(), "/readyz");
    assert!(status == 200 && told.contains("matrix: held by another node"), "{told}");

    let devices = station.muster.devices();
    station.kill();
    let said = station.ana.says(&station.room, "!task add job-1");
    does_not_serve(&run);
    assert_eq!(station.muster.devices(), devices, "it makes no device of its own");
    run.kill();

    fs::remove_dir_all(keys_of(&second)).unwrap();
    fs::rename(keys_of(&station.bot), keys_of(&second)).unwrap();
    let run = second.start();
    let answer = station.answer_to(&station.ana, &said);
    assert!(answer.body().contains("job-1"), "{}", answer.body());
    assert_eq!(station.muster.devices(), devices);
    assert_eq!(run.end(), Some(0));
}

fn answers(station: &Station<'_>, said: &EventId) -> Vec<String> {
    station.ana.look_at(&station.room, |room| {
        let replies = room.messages().filter(|shown| shown.reply_to().as_ref() == Some(said));
        replies.map(|shown| shown.body().to_owned()).collect()
    })
}

/// The answer was seen, and nobody wrote that down; then the keys are gone. A new device's messages are new to the server.
#[test]
fn after_a_lost_store_what_was_on_its_way_comes_once_more_and_says_so() {
    let mut station = Station::founded(Seal::Plain);
    station.run().wait_until_quiet();
    station.kill();
    let mut run = station.bot.start_failing("delivery.sent=kill@1");
    let said = station.ana.says(&station.room, "!team list");
    station.answer_to(&station.ana, &said);
    while !run.has_ended() {
        std::thread::yield_now();
    }
    fs::remove_dir_all(keys_of(&station.bot)).unwrap();
    station.start();
    does_not_serve(station.run());
    station.kill();

    let adopted = station.bot.does(&["adopt", "matrix"]).unwrap();
    assert!(adopted.contains("Messages on their way: 1."), "{adopted}");
    station.start();
    station.ana.wait_until(&station.room, "the answer once more", |room| {
        room.messages()
            .filter(|shown| shown.reply_to().as_ref() == Some(&said))
            .count()
            == 2
    });
    let answers = answers(&station, &said);
    assert!(!answers[0].contains("(possibly repeated)"), "{answers:?}");
    assert!(answers[1].contains("(possibly repeated)"), "{answers:?}");
    station.asks(&station.ana, "!task add job-1");
    station.ends_well();
}

#[test]
fn an_account_that_is_not_configured_is_not_adopted() {
    let refused = Bot::on_sqlite(BINARY).does(&["adopt", "matrix"]).unwrap_err();
    assert!(refused.contains("set MUSTER_MATRIX_HOMESERVER"), "{refused}");
}

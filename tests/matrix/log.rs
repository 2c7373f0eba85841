//! Secrets, what people say and what they are called stay out of the log, whatever is logged and whatever goes wrong.

use std::fs;
use std::time::Duration;

use muster_test_servers::bot::{Bot, Run};
use muster_test_servers::matrix::{Account, Fault, NewRoom, Often, Person, RoomId, Synapse};
use muster_test_servers::unlikely::WORDS;
use serde_json::{Value, json};

use crate::scene::{BINARY, Seal, ends_well, serving};

/// Somebody whose name does not stand in their account.
fn somebody(synapse: &Synapse, name: &str) -> Person {
    let account = synapse.account("somebody");
    let path = format!("v3/profile/{}/displayname", account.id());
    account.asks("PUT", &path, Some(&json!({ "displayname": name })));
    synapse.client_of(account)
}

/// All that is secret of a bot.
fn secrets(bot: &Bot, account: &Account) -> Vec<String> {
    let store = bot.folder().join("muster-matrix");
    let session: Value = serde_json::from_slice(&fs::read(store.join("session.json")).unwrap()).unwrap();
    let key = fs::read_to_string(store.join("recovery-key.txt")).unwrap();
    let token = session["access_token"].as_str().unwrap();
    let password = account.password();
    vec![
        password.to_owned(),
        password.replace(' ', "+"),
        token.to_owned(),
        key.trim().to_owned(),
    ]
}

/// Nothing that is secret is in the log; it is a log of everything.
fn is_discreet(run: &Run, more: &[String]) {
    let log = run.log().with("");
    for part in ["TRACE hyper", "DEBUG reqwest", "DEBUG sqlx", "INFO muster"] {
        assert!(
            log.iter().any(|line| line.contains(part)),
            "everything is logged, {part} too"
        );
    }
    for secret in WORDS.iter().copied().chain(more.iter().map(String::as_str)) {
        let secret = secret.to_lowercase();
        let told = log.iter().find(|line| line.to_lowercase().contains(&secret));
        assert_eq!(told, None, "{secret} is in the log");
    }
}

/// People who talk: commands, a reaction, nonsense, and a private room with a file.
fn conversation(synapse: &Synapse, muster: &Account, seal: Seal) -> (Person, RoomId) {
    let (ana, ben) = (somebody(synapse, WORDS[0]), somebody(synapse, WORDS[2]));
    let room = ana.creates(seal.room(WORDS[1]).inviting(muster).inviting(&ben));
    ben.accepts(&room);
    ana.wait_until_with(&room, muster);
    let asks = |person: &Person, text: &str| {
        let said = person.says(&room, text);
        person.wait_until_some(&room, "an answer", |room| room.reply_to(&said).cloned())
    };
    let card = asks(
        &ana,
        &format!("!shift add {} next sat 10am-1pm needs:1 at:{}", WORDS[3], WORDS[4]),
    );
    ben.reacts(&room, &card.id, "✅");
    for text in [format!("!task add {}", WORDS[5]), format!("!shift clame {}", WORDS[6])] {
        asks(&ben, &text);
    }
    ben.says(&room, WORDS[7]);
    let home = match seal {
        Seal::Plain => NewRoom::direct(muster),
        Seal::Encrypted => NewRoom::direct(muster).encrypted(),
    };
    let home = ben.creates(home);
    ben.wait_until_with(&home, muster);
    ben.says(&home, &format!("me timezone {}", WORDS[8]));
    ben.says(&home, "me export");
    ben.wait_until(&home, "the file is there", |room| {
        room.from(muster).any(|shown| shown.file_name().is_some())
    });
    (ben, home)
}

#[test]
fn a_conversation_leaves_no_word_and_no_secret_in_the_log() {
    for seal in Seal::ALL {
        let synapse = Synapse::shared();
        let muster = synapse.account("muster");
        let bot = serving(Bot::on_sqlite(BINARY), &synapse.url(), &muster).with("MUSTER_LOG", "trace");
        let run = bot.start();
        conversation(synapse, &muster, seal);
        run.wait_until_quiet();
        is_discreet(&run, &secrets(&bot, &muster));
        ends_well(synapse, &muster, run);
    }
}

#[test]
fn nor_does_what_goes_wrong_in_it() {
    let synapse = Synapse::shared();
    let (muster, door) = (synapse.account("muster"), synapse.door());
    let bot = serving(Bot::on_sqlite(BINARY), &door.url(), &muster).with("MUSTER_LOG", "trace");
    let run = bot.start();
    let (ben, home) = conversation(synapse, &muster, Seal::Encrypted);
    let refused = |status, code: &str| Fault::Refused {
        status,
        code: code.to_owned(),
    };
    for fault in [
        Fault::TooMany {
            after: Duration::from_secs(1),
        },
        Fault::DropBefore,
        Fault::DropAfter,
        Fault::ServerError(502),
        refused(400, "M_SOMETHING_NEW"),
        refused(403, "M_FORBIDDEN"),
    ] {
        let asked = door.requests("send");
        door.fault("send", Often::Once, fault);
        ben.says(&home, &format!("task list {}", WORDS[5]));
        run.wait_until_told("it is tried", |_| door.requests("send") > asked);
    }
    for fault in [
        Fault::DropAfter,
        Fault::ServerError(502),
        refused(400, "M_SOMETHING_NEW"),
    ] {
        let asked = door.requests("sync");
        door.fault("sync", Often::Once, fault);
        ben.says(&home, WORDS[6]);
        run.wait_until_told("it is tried", |_| door.requests("sync") > asked + 1);
    }
    ben.withholds_keys(&home, &muster);
    ben.says(&home, WORDS[7]);
    ben.wait_until(&home, "what to do", |room| {
        room.from(&muster)
            .any(|shown| shown.body().contains("could not decrypt"))
    });
    is_discreet(&run, &secrets(&bot, &muster));
    run.kill();
    // With a recovery key in its settings, which is of no use, and a password that is wrong.
    let store = bot.folder().join("muster-matrix");
    let known = secrets(&bot, &muster);
    fs::remove_dir_all(store).unwrap();
    bot.does(&["adopt", "matrix"]).unwrap();
    let wrong = [
        ("MUSTER_MATRIX_RECOVERY_KEY", known[3].as_str()),
        ("MUSTER_MATRIX_PASSWORD", "Snorvelock of the tests"),
    ];
    let run = bot.start_with(&wrong);
    run.log().wait_for("the platform cannot be heard");
    is_discreet(&run, &known);
    assert_eq!(run.end(), Some(0));
}

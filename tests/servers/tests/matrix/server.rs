//! Synapse, started and stopped.

use std::fs;

use muster_test_servers::matrix::{NewRoom, Options, Synapse};
use serde_json::json;

use crate::scene::Pair;

#[test]
fn it_knows_after_an_outage_what_it_knew_before() {
    let synapse = Options::new().start();
    let url = synapse.url();
    let pair = Pair::on(&synapse, NewRoom::named("Ward 3").encrypted());
    pair.ana.says(&pair.room, "Before");
    pair.read("ana> Before\n");
    synapse.stop();
    synapse.start_again();
    pair.ben.says(&pair.room, "After");
    pair.read("ana> Before\nben> After\n");
    synapse.kill();
    synapse.start_again();
    pair.ana.says(&pair.room, "And again");
    pair.read("ana> Before\nben> After\nana> And again\n");
    assert_eq!(synapse.url(), url);
}

#[test]
fn what_it_takes_of_messages_is_set() {
    let synapse = Options::new().messages(0.01, 2).start();
    let ana = synapse.account("ana");
    let room = ana.creates(NewRoom::named("Ward 3"));
    let says = |number: u32| {
        let path = format!("v3/rooms/{room}/send/m.room.message/{number}");
        ana.tries("PUT", &path, Some(&json!({ "msgtype": "m.text", "body": "Hello" })))
    };
    let refused = (0..20).find_map(|number| says(number).err()).unwrap();
    assert_eq!(
        (refused.status, refused.answer["errcode"].as_str()),
        (429, Some("M_LIMIT_EXCEEDED"))
    );
    synapse.lifts_rate(&ana);
    assert!((20..40).all(|number| says(number).is_ok()));
}

#[test]
fn nothing_of_it_is_left_when_it_is_dropped() {
    let of_ours = || {
        let processes = fs::read_dir("/proc").unwrap().flatten();
        let lines = processes.filter_map(|process| fs::read_to_string(process.path().join("cmdline")).ok());
        lines.filter(|line| line.contains("homeserver.py")).collect::<Vec<_>>()
    };
    let synapse = Synapse::start(Options::new());
    let folder = synapse.folder().to_str().unwrap().to_owned();
    assert!(of_ours().iter().any(|line| line.contains(&folder)));
    drop(synapse);
    assert!(!of_ours().iter().any(|line| line.contains(&folder)));
    assert!(!fs::exists(folder).unwrap());
}

#[tokio::test]
async fn a_test_with_a_runtime_waits_without_blocking_it() {
    let synapse = Options::new().start();
    let (ana, ben) = (synapse.person("ana"), synapse.person("ben"));
    let room = ana.creates(NewRoom::named("Ward 3").encrypted().inviting(&ben));
    ben.comes_into(&room).await;
    ana.until_with(&room, &ben).await;
    let said = ana.says(&room, "Rain tomorrow");
    ben.until(&room, "ana is read", |room| room.message(&said).is_some())
        .await;
}

//! What the operator sees of the running binary, and what the world does.

use std::net::TcpListener;

use muster_test_servers::profile::Profile;

use crate::bot;
use crate::scene::{Lock, ask, connected, database, square};
use muster_test_servers::bot::told::get;

#[test]
fn the_operator_sees_health_holders_and_figures() {
    let platform = square(Profile::TransactionIds);
    let run = bot::on_sqlite(&[&platform]).start();
    connected(&platform);
    ask(&platform, "main", "ana", "help");
    let admin = run.admin();
    assert_eq!(get(admin, "/healthz"), (200, "ok\n".to_owned()));
    let ready = "store: answers\nmatrix: held by this node\n";
    assert_eq!(get(admin, "/readyz"), (200, ready.to_owned()));
    let told = run.wait_until_quiet();
    assert_eq!(told.value("muster_lease_held{platform=\"matrix\"}"), 1);
    assert_eq!(told.value("muster_commands_total{outcome=\"answered\"}"), 1);
    assert_eq!(told.value("muster_events_received_total{platform=\"matrix\"}"), 1);
    assert_eq!(told.value("muster_panics_total"), 0);
    assert_eq!(told.value("muster_faults_total"), 0);
    assert_eq!(get(admin, "/").0, 404);
    assert_eq!(run.end(), Some(0));
}

#[test]
fn what_waits_is_seen() {
    let (platform, database) = (square(Profile::TransactionIds), database());
    let run = bot::on_database(&[&platform], database.url()).start();
    connected(&platform);
    ask(&platform, "main", "ana", "shift add Canvass sat 10am-1pm needs:2");
    run.wait_until_quiet();
    let lock = Lock::on_shift(&database, 1);
    for who in ["ben", "cleo", "dev"] {
        platform.say("main", who, "shift claim S1");
    }
    run.wait_until_told("three events wait", |told| told.value("muster_inbox_waiting") == 3);
    lock.release();
    run.wait_until_quiet();
    assert_eq!(run.end(), Some(0));
}

#[test]
fn the_world_finds_nothing_yet() {
    let platform = square(Profile::TransactionIds);
    let run = bot::on_sqlite(&[&platform])
        .with("MUSTER_PUBLIC_LISTEN", "127.0.0.1:0")
        .start();
    let line = run.log().wait_for("the world is listened to address=");
    let public = line.rsplit_once('=').unwrap().1.parse().unwrap();
    for path in ["/", "/metrics", "/healthz", "/calendar/x"] {
        assert_eq!(get(public, path), (404, String::new()), "{path}");
    }
    assert_eq!(run.end(), Some(0));
}

#[test]
fn a_port_that_is_taken_is_said_at_once() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let platform = square(Profile::TransactionIds);
    let bot = bot::on_sqlite(&[&platform]);
    for variable in ["MUSTER_ADMIN_LISTEN", "MUSTER_PUBLIC_LISTEN"] {
        let run = bot.start_with(&[(variable, &address)]);
        let said = run.log().wait_for("muster: ");
        let sentence = format!("muster: {variable}: cannot listen at {address}: ");
        assert!(said.starts_with(&sentence), "{said}");
        assert_eq!(run.ends(), Some(1));
    }
    assert_eq!(platform.seen().events.len(), 0, "nothing was received");
}

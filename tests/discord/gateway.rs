//! What goes wrong with the connection on which events come.

use std::net::TcpListener;
use std::time::Duration;

use muster_test_servers::discord::{Answer, Fault, InteractionId, Often, Options};
use serde_json::json;

use crate::scene::{Ward, bot, ends_well, listens};

/// What somebody asked for is done, once.
fn is_done_once(ward: &Ward, asked: InteractionId, words: &str) {
    let told = ward.answer(asked).words();
    assert!(told.contains(words), "{told}");
    ward.run.wait_until_quiet();
    let list = ward.asks(&ward.ana, "/task list").words();
    assert_eq!(list.matches(words).count(), 1, "{list}");
    assert_eq!(ward.discord.look(|seen| seen.failed), 0);
}

/// Ana asks for a task.
fn asks(ward: &Ward, words: &str) -> InteractionId {
    ward.ana.runs(&ward.room, &format!("/task add title:{words}"))
}

fn begun(ward: &Ward) -> (u64, u64) {
    ward.discord.look(|seen| (seen.identifies, seen.resumes))
}

#[test]
fn a_connection_that_breaks_is_taken_up_where_it_ended() {
    let ward = Ward::founded();
    for (number, words) in ["Maps", "Pens", "Water"].into_iter().enumerate() {
        match number {
            0 => ward.discord.cuts_gateway(),
            1 => ward.discord.asks_to_reconnect(),
            _ => ward.discord.invalidates_sessions(true),
        }
        // Nobody listens just now.
        let asked = asks(&ward, words);
        is_done_once(&ward, asked, words);
        assert_eq!(begun(&ward), (1, number as u64 + 1), "{words}");
    }
    ward.ends_well();
}

#[test]
fn a_session_that_is_gone_is_begun_anew() {
    let ward = Ward::founded();
    ward.discord.invalidates_sessions(false);
    ward.discord
        .wait_until("it listens again", |seen| seen.connected == 1 && seen.identifies == 2);
    let asked = asks(&ward, "Maps");
    is_done_once(&ward, asked, "Maps");
    ward.discord.forgets_sessions();
    ward.discord.cuts_gateway();
    ward.discord
        .wait_until("it listens again", |seen| seen.connected == 1 && seen.identifies == 3);
    let asked = asks(&ward, "Pens");
    is_done_once(&ward, asked, "Pens");
    let greetings = ward.discord.look(|seen| {
        let from_bot = seen.from_bot(&ward.room);
        from_bot
            .filter(|shown| shown.button("Found a group here").is_some())
            .count()
    });
    assert_eq!(greetings, 1, "the server is not greeted again");
    ward.ends_well();
}

#[test]
fn an_event_that_is_told_twice_is_carried_out_once() {
    let ward = Ward::founded();
    let home = ward.ana.private();
    let message = json!({
        "id": "1300000000000000001", "channel_id": home.id().to_string(), "type": 0,
        "content": "task add Maps", "timestamp": "2026-11-26T12:00:00+00:00", "mentions": [],
        "author": { "id": ward.ana.id().to_string(), "username": "ana", "discriminator": "0" },
    });
    for _ in 0..3 {
        ward.discord
            .pushes_raw_event("MESSAGE_CREATE", None, &message.to_string());
    }
    ward.discord
        .wait_until("it is done", |seen| seen.from_bot(&home).count() == 1);
    ward.discord.cuts_gateway();
    let told = ward.answer(ward.ana.runs(&ward.room, "/task list")).words();
    assert_eq!(told.matches("Maps").count(), 1, "{told}");
    ward.run.wait_until_quiet();
    assert_eq!(crate::scene::from_bot(&ward.discord, &home), 1);
    ward.ends_well();
}

#[test]
fn a_connection_on_which_nobody_answers_is_given_up() {
    let ward = Ward::on(Options::generous().heartbeat(Duration::from_millis(400)).start()).founds();
    ward.discord.misses_acknowledgements(true);
    ward.discord
        .wait_until("it is made again", |seen| seen.connections >= 2);
    ward.discord.misses_acknowledgements(false);
    let asked = asks(&ward, "Maps");
    is_done_once(&ward, asked, "Maps");
    ward.discord.freezes_gateway(true);
    let connections = ward.discord.look(|seen| seen.connections);
    ward.discord
        .wait_until("it is made again", |seen| seen.connections > connections);
    ward.discord.freezes_gateway(false);
    let asked = asks(&ward, "Pens");
    is_done_once(&ward, asked, "Pens");
    assert_eq!(begun(&ward).0, 1, "the session stays");
    ward.ends_well();
}

#[test]
fn events_that_nobody_knows_are_stepped_over_and_counted() {
    let ward = Ward::founded();
    let guild = Some(ward.guild.id());
    ward.discord.pushes_raw_event("TELEPATHY_CREATE", guild, "{\"from\":1}");
    ward.discord
        .pushes_raw_event("INTERACTION_CREATE", guild, "{\"id\":[]}");
    ward.discord.pushes_raw_event("MESSAGE_CREATE", guild, "7");
    let asked = asks(&ward, "Maps");
    is_done_once(&ward, asked, "Maps");
    let told = ward.run.told();
    let skipped = |reason: &str| {
        told.value(&format!(
            "muster_events_skipped_total{{platform=\"discord\",reason=\"{reason}\"}}"
        ))
    };
    assert_eq!(
        (skipped("unknown_kind"), skipped("malformed"), skipped("panicked")),
        (1, 2, 0)
    );
    assert_eq!(begun(&ward), (1, 0), "the connection stays");
    ward.ends_well();
}

#[test]
fn where_the_gateway_is_cannot_be_had_nobody_else_is_asked() {
    let discord = Options::generous().start();
    let guild = discord.guild_without_bot("Ward 3");
    let ana = guild.member("Ana");
    // Whatever leaves this machine goes by way of that.
    let elsewhere = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    elsewhere.set_nonblocking(true).unwrap();
    let proxy = format!("http://{}", elsewhere.local_addr().unwrap());
    for fault in [
        Fault::ServerError {
            status: 500,
            html: false,
        },
        Fault::DropBefore,
        Fault::MalformedJson,
    ] {
        discord.fault("get_bot_gateway", Often::Once, fault);
    }
    let run = bot(&discord).with("HTTPS_PROXY", &proxy).start();
    run.log().wait_for("the platform cannot be heard");
    listens(&discord);
    guild.adds_bot();
    let answer = discord.wait_for_answer(ana.runs(&guild.general(), "/help"));
    assert!(matches!(answer, Answer::Message(_)), "{answer:?}");
    assert_eq!(discord.look(|seen| seen.faults), 3);
    let asked = elsewhere.accept().map(drop).map_err(|error| error.kind());
    assert_eq!(asked, Err(std::io::ErrorKind::WouldBlock), "nobody else was asked");
    ends_well(run, &discord);
}

//! Faults on demand.

use std::time::{Duration, Instant};

use muster_test_servers::telegram::{BotApi, Fault, Often, Person};
use serde_json::{Value, json};

use crate::bot::{Bot, read, refused, wrong};

fn scene() -> (BotApi, Bot, Person) {
    let api = BotApi::start();
    let (bot, ana) = (Bot::new(&api), api.person("ana"));
    ana.starts_bot();
    (api, bot, ana)
}

fn message(to: &Person) -> Value {
    json!({ "chat_id": to.id().0, "text": "hello" })
}

fn shown(api: &BotApi, to: &Person) -> usize {
    api.look(|seen| seen.from_bot(to).count())
}

#[test]
fn a_server_error_is_json_or_a_page() {
    let (api, bot, ana) = scene();
    api.fault(
        "sendMessage",
        Often::Once,
        Fault::ServerError {
            status: 500,
            html: false,
        },
    );
    api.fault(
        "sendMessage",
        Often::Once,
        Fault::ServerError {
            status: 502,
            html: true,
        },
    );
    let failed = wrong(bot.asks("sendMessage", message(&ana)));
    assert_eq!(failed, refused(500, "Internal Server Error"));
    let (status, page) = bot.raw("sendMessage", &message(&ana)).unwrap();
    assert_eq!(status, 502);
    assert!(page.starts_with("<html>"), "{page}");
    assert_eq!(shown(&api, &ana), 0);
    assert!(bot.says(&ana, "hello").is_ok());
    assert_eq!(api.look(|seen| seen.faults), 2);
}

#[test]
fn a_connection_is_cut_before_or_after() {
    let (api, bot, ana) = scene();
    api.fault("sendMessage", Often::Times(2), Fault::DropBefore);
    assert_eq!(bot.raw("sendMessage", &message(&ana)), None);
    assert_eq!(bot.raw("sendMessage", &message(&ana)), None);
    assert_eq!(shown(&api, &ana), 0);
    api.fault("sendmessage", Often::Once, Fault::DropAfter);
    assert_eq!(bot.raw("sendMessage", &message(&ana)), None);
    assert_eq!(shown(&api, &ana), 1);
    assert!(bot.says(&ana, "hello").is_ok());
    assert_eq!(api.look(|seen| seen.requests("sendMessage")), 4);
}

#[test]
fn an_answer_is_broken_though_it_happened() {
    let (api, bot, ana) = scene();
    api.fault("sendMessage", Often::Once, Fault::MalformedJson);
    let (status, body) = bot.raw("sendMessage", &message(&ana)).unwrap();
    assert_eq!(status, 200);
    assert!(serde_json::from_str::<Value>(&body).is_err(), "{body}");
    assert_eq!(shown(&api, &ana), 1);
}

#[test]
fn an_answer_takes_its_time() {
    let (api, bot, ana) = scene();
    let length = Duration::from_millis(50);
    api.fault("sendMessage", Often::Once, Fault::Slow(length));
    let begun = Instant::now();
    bot.says(&ana, "hello").unwrap();
    assert!(begun.elapsed() >= length);
}

#[test]
fn too_much_is_said_until_the_faults_are_cleared() {
    let (api, bot, ana) = scene();
    let ben = api.person("ben");
    ben.starts_bot();
    api.fault_in(&ana, "sendMessage", Often::Always, Fault::TooMany { retry_after: 7 });
    for _ in 0..3 {
        let too_much = wrong(bot.says(&ana, "hello"));
        assert_eq!(
            (too_much.code, too_much.description.as_str()),
            (429, "Too Many Requests: retry after 7")
        );
        assert_eq!(too_much.parameters, json!({ "retry_after": 7 }));
    }
    assert!(bot.says(&ben, "hello").is_ok(), "another chat");
    api.clear_faults();
    assert!(bot.says(&ana, "hello").is_ok());
}

#[test]
fn any_refusal_can_be_ordered() {
    let (api, bot, ana) = scene();
    let description = "Forbidden: the group chat was deleted".to_owned();
    api.fault(
        "sendMessage",
        Often::Once,
        Fault::Refused {
            code: 403,
            description: description.clone(),
        },
    );
    assert_eq!(wrong(bot.says(&ana, "hello")), refused(403, &description));
}

#[test]
fn updates_meet_faults_too() {
    let (api, bot, _ana) = scene();
    api.fault("getUpdates", Often::Once, Fault::DropAfter);
    assert_eq!(bot.raw("getUpdates", &json!({})), None);
    assert_eq!(bot.hears_texts(), ["/start"], "nothing was acknowledged");
}

#[test]
fn an_outage_ends() {
    let (api, bot, ana) = scene();
    bot.hears();
    let poll = std::thread::spawn({
        let bot = bot.clone();
        move || bot.raw("getUpdates", &json!({ "timeout": 50 }))
    });
    api.wait_until("the bot waits", |seen| seen.polling);
    api.begin_outage();
    assert_eq!(poll.join().unwrap(), None, "whoever waits is cut off");
    assert_eq!(bot.raw("sendMessage", &message(&ana)), None);
    api.end_outage();
    let (status, body) = bot.raw("sendMessage", &message(&ana)).unwrap();
    assert!(read(status, &body).is_ok());
    assert_eq!(shown(&api, &ana), 1);
}

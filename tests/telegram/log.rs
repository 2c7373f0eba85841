//! The token, what people say and what they are called stay out of the log, whatever is logged and whatever goes wrong.

use muster_test_servers::bot::{Bot, Run};
use muster_test_servers::telegram::{BotApi, Fault, Group, Often, Person};
use muster_test_servers::unlikely::WORDS;

use crate::http::{free_port, post};
use crate::scene::{answer_after, bot, reply_to, toast, whispers};

/// A bot that logs everything.
fn talkative(api: &BotApi) -> Bot {
    bot(api).with("MUSTER_LOG", "trace")
}

/// Nothing that is secret is in the log; it is a log of everything.
fn is_discreet(run: &Run, api: &BotApi, more: &[&str]) {
    let token = api.token();
    let (_, half) = token.split_once(':').unwrap();
    let log = run.log().with("");
    for part in ["TRACE hyper", "DEBUG reqwest", "DEBUG sqlx", "INFO muster"] {
        assert!(
            log.iter().any(|line| line.contains(part)),
            "everything is logged, {part} too"
        );
    }
    for secret in [token.as_str(), half].iter().chain(more).chain(&WORDS) {
        let secret = secret.to_lowercase();
        let told = log.iter().find(|line| line.to_lowercase().contains(&secret));
        assert_eq!(told, None, "{secret} is in the log");
    }
}

/// People who talk: commands, a tap, a file, nonsense, and what the bot will not do.
fn conversation(api: &BotApi) -> (Person, Group) {
    let ana = api.person(WORDS[0]);
    let group = api.supergroup(WORDS[1], &ana);
    group.adds_bot(&ana);
    let said = ana.says(
        &group,
        &format!("/shift add {} next sat 10am-1pm needs:1 at:{}", WORDS[3], WORDS[4]),
    );
    let card = reply_to(api, &group, said);
    let ben = api.person(WORDS[2]);
    ben.joins(&group);
    toast(api, &ben.taps(&group, card.id, "Claim"));
    ben.starts_bot();
    for text in [
        format!("task add {}", WORDS[5]),
        format!("shift clame {}", WORDS[6]),
        WORDS[7].to_owned(),
        format!("me timezone {}", WORDS[8]),
    ] {
        whispers(api, &ben, &text);
    }
    let exported = ben.says(&ben, "me export");
    api.wait_until("the file is there", |seen| {
        let mut later = seen.from_bot(&ben).filter(|shown| shown.id > exported);
        later.any(|shown| shown.document.is_some())
    });
    (ben, group)
}

#[test]
fn a_conversation_leaves_no_word_and_no_token_in_the_log() {
    let api = BotApi::start();
    let run = talkative(&api).start();
    conversation(&api);
    run.wait_until_quiet();
    is_discreet(&run, &api, &[]);
    assert_eq!(run.end(), Some(0));
}

#[test]
fn nor_does_what_goes_wrong_in_it() {
    let api = BotApi::start();
    let run = talkative(&api).start();
    let (ben, group) = conversation(&api);
    let faults = [
        Fault::TooMany { retry_after: 1 },
        Fault::DropBefore,
        Fault::DropAfter,
        Fault::MalformedJson,
        Fault::ServerError {
            status: 502,
            html: true,
        },
        Fault::Refused {
            code: 400,
            description: "Bad Request: something new".to_owned(),
        },
        Fault::Refused {
            code: 401,
            description: "Unauthorized".to_owned(),
        },
    ];
    for fault in faults {
        api.fault("sendMessage", Often::Once, fault);
        let met = api.look(|seen| seen.faults);
        ben.says(&ben, &format!("task list {}", WORDS[5]));
        api.wait_until("the fault is met", |seen| seen.faults > met);
    }
    for fault in [Fault::DropAfter, Fault::MalformedJson] {
        let met = api.look(|seen| seen.faults);
        api.fault("getUpdates", Often::Once, fault);
        ben.says(&ben, WORDS[6]);
        api.wait_until("the fault is met", |seen| seen.faults > met);
    }
    api.push_raw_update(serde_json::json!({ "message": { "text": WORDS[7] } }));
    api.push_spoilt_update(&format!("\"message\":{{\"text\":\"{}\\ud800\"}}", WORDS[7]));
    api.cut_connections();
    ben.blocks_bot();
    group.removes_bot(&api.person(WORDS[0]));
    api.wait_until("all is acknowledged", |seen| seen.pending == 0);
    is_discreet(&run, &api, &[]);
    assert_eq!(run.end(), Some(0));
}

#[test]
fn nor_do_a_server_that_is_not_there_and_one_that_does_not_know_the_token() {
    let api = BotApi::start();
    let nowhere = format!("http://{}", free_port());
    let run = talkative(&api).start_with(&[("MUSTER_TELEGRAM_API_URL", &nowhere)]);
    run.log().wait_for("the platform cannot be heard");
    is_discreet(&run, &api, &[&api.token()]);
    assert_eq!(run.end(), Some(0));
    let other = "7000000001:BBF-another_token_of_the_tests_987654";
    let run = talkative(&api).start_with(&[("MUSTER_TELEGRAM_TOKEN", other)]);
    run.log().wait_for("Telegram does not know the token");
    is_discreet(&run, &api, &[other, "another_token"]);
    assert_eq!(run.end(), Some(0));
}

#[test]
fn nor_do_updates_that_are_sent() {
    let api = BotApi::start();
    let door = free_port();
    let (url, wrong) = (format!("http://{door}/Snorvelock"), "Plimtoggle");
    let run = talkative(&api)
        .with("MUSTER_PUBLIC_LISTEN", &door.to_string())
        .with("MUSTER_TELEGRAM_WEBHOOK_URL", &url)
        .start();
    let (ben, _) = conversation(&api);
    let secret = api.webhook_secret().unwrap();
    let header = "X-Telegram-Bot-Api-Secret-Token";
    assert_eq!(
        post(door, "/Snorvelock", &[(header, wrong)], b"{\"Jabberfusk\":1}"),
        404
    );
    assert_eq!(
        post(door, "/Snorvelock", &[(header, &secret)], b"{\"Jabberfusk\":"),
        200
    );
    assert_eq!(
        post(door, "/Snorvelock", &[(header, &secret)], b"{\"Jabberfusk\":1}"),
        200
    );
    let said = ben.says(&ben, "help");
    answer_after(&api, &ben, said);
    run.wait_until_quiet();
    is_discreet(&run, &api, &[&secret]);
    assert_eq!(run.end(), Some(0));
}

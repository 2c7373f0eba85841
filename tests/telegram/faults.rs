//! What goes wrong between the bot and Telegram: updates that nobody can read, another program with the same token,
//! servers that fail, limits.

use muster_core::chrono::TimeDelta;
use muster_core::clock::Instant;
use muster_test_servers::bot::told::Told;
use muster_test_servers::clock::ClockControl;
use muster_test_servers::telegram::{BotApi, Fault, MessageId, Often, Person};
use serde_json::json;

use crate::http::{address_in, post};
use crate::scene::{Ward, answer_after, bot, ends_well, whispers};

fn skipped(told: &Told, reason: &str) -> u64 {
    told.value(&format!(
        "muster_events_skipped_total{{platform=\"telegram\",reason=\"{reason}\"}}"
    ))
}

/// Somebody who has started the bot.
fn somebody(api: &BotApi, name: &str) -> Person {
    let person = api.person(name);
    person.has_started_bot();
    person
}

#[test]
fn what_nobody_can_read_is_stepped_over_and_counted() {
    let api = BotApi::start();
    let ana = somebody(&api, "Ana");
    // All of it is in the first answer, which one of them spoils.
    let before = ana.says(&ana, "me");
    api.push_raw_update(json!({ "telepathy": { "from": 1 } }));
    api.push_raw_update(json!({ "message": { "chat": "nowhere" } }));
    api.push_raw_update(json!({ "message": null, "callback_query": [1, 2] }));
    api.push_spoilt_update(r#""message":{"text":"\ud800"}"#);
    api.push_spoilt_update(r#""message":"#);
    let after = ana.says(&ana, "help");
    let run = bot(&api).start();
    answer_after(&api, &ana, before);
    answer_after(&api, &ana, after);
    api.wait_until("all are acknowledged", |seen| seen.pending == 0 && seen.polling);
    let told = run.wait_until_quiet();
    assert_eq!((skipped(&told, "unknown_kind"), skipped(&told, "malformed")), (1, 4));
    assert_eq!(skipped(&told, "panicked"), 0);
    let received = told.value("muster_events_received_total{platform=\"telegram\"}");
    assert_eq!((received, told.value("muster_panics_total")), (2, 0));
    // One by one behind what is spoilt, and no more often.
    let fetched = api.look(|seen| seen.requests("getUpdates"));
    assert!(fetched < 15, "fetched {fetched} times");
    ends_well(run, &api);
}

#[test]
fn an_update_without_a_number_is_not_fetched_without_a_pause() {
    let api = BotApi::start();
    let ana = somebody(&api, "Ana");
    let run = bot(&api).start();
    whispers(&api, &ana, "me");
    api.push_raw_update(json!({ "update_id": "first", "message": {} }));
    run.log().wait_for("an update cannot be read, nor its number");
    let fetched = api.look(|seen| seen.requests("getUpdates"));
    assert!(fetched < 10, "fetched {fetched} times");
    // What comes after it leads past it.
    whispers(&api, &ana, "help");
    api.wait_until("all are acknowledged", |seen| seen.pending == 0);
    ends_well(run, &api);
}

#[test]
fn another_program_with_the_same_token_is_named_and_survived() {
    let api = BotApi::start();
    let ana = somebody(&api, "Ana");
    let run = bot(&api).start();
    whispers(&api, &ana, "me");
    api.wait_until("the bot waits for updates", |seen| seen.polling);
    let path = format!("/bot{}/getUpdates", api.token());
    assert_eq!(post(address_in(&api.url()), &path, &[], b"{\"timeout\":0}"), 200);
    let line = run.log().wait_for("the platform cannot be heard");
    assert!(
        line.contains("another program receives for this bot at the same time, with the same token"),
        "{line}"
    );
    whispers(&api, &ana, "help");
    assert!(api.look(|seen| seen.conflicts) >= 1);
    assert!(run.told().value("muster_connection_cuts_total{platform=\"telegram\"}") >= 1);
    ends_well(run, &api);
}

#[test]
fn servers_that_fail_while_updates_are_fetched_lose_none() {
    let api = BotApi::start();
    let ana = somebody(&api, "Ana");
    let faults = [
        Fault::MalformedJson,
        Fault::ServerError {
            status: 502,
            html: true,
        },
        Fault::DropAfter,
        Fault::ServerError {
            status: 500,
            html: false,
        },
        Fault::DropBefore,
    ];
    let number = faults.len() as u64;
    for fault in faults {
        api.fault("getUpdates", Often::Once, fault);
    }
    let said: Vec<MessageId> = (0..3).map(|n| ana.says(&ana, &format!("task show T{n}"))).collect();
    let run = bot(&api).start();
    for _ in &said {
        api.wait_until("it is answered", |seen| seen.from_bot(&ana).count() >= said.len());
    }
    api.wait_until("all are acknowledged", |seen| seen.pending == 0);
    run.wait_until_quiet();
    assert_eq!(api.look(|seen| seen.from_bot(&ana).count()), said.len(), "each once");
    assert_eq!(api.look(|seen| seen.faults), number);
    ends_well(run, &api);
}

#[test]
fn an_outage_is_survived() {
    let ward = Ward::founded();
    ward.api.begin_outage();
    ward.run.log().wait_for("the platform cannot be heard");
    let said = ward.ana.says(&ward.group, "/task add Bags");
    ward.api.end_outage();
    assert!(ward.answer_to(said).text.contains("Bags"));
    ward.run.wait_until_quiet();
    let api = &ward.api;
    let answers = api.look(|seen| {
        seen.from_bot(&ward.group)
            .filter(|shown| shown.text.contains("Bags"))
            .count()
    });
    assert_eq!(answers, 1);
    ward.ends_well();
}

/// Three people, each alone with a bot by that clock.
struct Three {
    api: BotApi,
    clock: ClockControl,
    people: [Person; 3],
    run: muster_test_servers::bot::Run,
}

/// How long the server says to wait, in seconds.
const PAUSE: u64 = 30;

impl Three {
    fn new() -> Self {
        let api = BotApi::start();
        let clock = ClockControl::start(nine());
        let people = ["Ana", "Ben", "Cleo"].map(|name| somebody(&api, name));
        let run = bot(&api).by(&clock).start();
        Self {
            api,
            clock,
            people,
            run,
        }
    }

    /// The next message to that person is too much.
    fn is_too_much_for(&self, person: usize) {
        let fault = Fault::TooMany { retry_after: PAUSE };
        self.api
            .fault_in(&self.people[person], "sendMessage", Often::Once, fault);
    }

    fn says(&self, person: usize) -> MessageId {
        self.people[person].says(&self.people[person], "me")
    }

    fn paused(&self, times: u64) {
        self.api.wait_until("it is too much", |seen| seen.faults == times);
        self.run.wait_until_told("that is known", |told| {
            told.value("muster_delivery_attempts_total{platform=\"telegram\",verdict=\"paused\"}") == times
        });
    }

    fn is_silent_to(&self, person: usize) {
        assert_eq!(self.api.look(|seen| seen.from_bot(&self.people[person]).count()), 0);
    }

    /// The pause is over: each of them is answered, once.
    fn go_on(self) {
        let over = i64::try_from(PAUSE).unwrap() + 1;
        self.clock.set(self.clock.now() + TimeDelta::seconds(over));
        for person in &self.people {
            answer_after(&self.api, person, MessageId(0));
        }
        self.run.wait_until_quiet();
        for person in &self.people {
            assert_eq!(self.api.look(|seen| seen.from_bot(person).count()), 1);
        }
        ends_well(self.run, &self.api);
    }
}

fn nine() -> Instant {
    "2026-12-01T14:00:00Z".parse().unwrap()
}

/// The clock stands: whoever is answered did not wait.
#[test]
fn a_pause_of_one_chat_keeps_nobody_else_waiting() {
    let three = Three::new();
    three.is_too_much_for(0);
    three.says(0);
    three.paused(1);
    for other in [1, 2] {
        let said = three.says(other);
        answer_after(&three.api, &three.people[other], said);
    }
    three.is_silent_to(0);
    three.go_on();
}

#[test]
fn two_chats_that_are_paused_at_once_are_a_pause_of_the_account() {
    let three = Three::new();
    three.is_too_much_for(0);
    three.is_too_much_for(1);
    three.says(0);
    three.paused(1);
    three.says(1);
    three.paused(2);
    let asked = three.api.look(|seen| seen.requests("sendMessage"));
    three.says(2);
    three.run.wait_until_told("it is carried out", |told| {
        told.value("muster_commands_total{outcome=\"answered\"}") == 3
    });
    let before_its_end = i64::try_from(PAUSE).unwrap() - 1;
    three.clock.set(nine() + TimeDelta::seconds(before_its_end));
    three.run.wait_until_told("three answers wait", |told| {
        told.value("muster_outbox_waiting{platform=\"telegram\",kind=\"answer\"}") == 3
    });
    (0..3).for_each(|person| three.is_silent_to(person));
    assert_eq!(three.api.look(|seen| seen.requests("sendMessage")), asked);
    three.go_on();
}

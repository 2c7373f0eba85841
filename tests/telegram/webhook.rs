//! Updates that Telegram sends to the bot: accepted first, then acknowledged, by whichever node they reach.

use std::net::SocketAddr;

use muster_test_servers::bot::{Bot, Run};
use muster_test_servers::postgres;
use muster_test_servers::telegram::{BotApi, ChatId, Person, UserId};
use serde_json::{Value, json};
use tokio::runtime::Runtime;

use crate::http::{free_port, post, post_in_chunks};
use crate::scene::{answer_after, bot, bot_on, ends_well, reply_to, whispers};

const PATH: &str = "/telegram-door";
const SECRET: &str = "X-Telegram-Bot-Api-Secret-Token";
const RECEIVED: &str = "muster_events_received_total{platform=\"telegram\"}";
const REPEATED: &str = "muster_events_repeated_total{platform=\"telegram\"}";
/// More than a body may have.
const TOO_LARGE: usize = (1 << 20) + 1;

/// A bot to which updates are sent at `door`, and which listens there itself or not.
fn at(bot: Bot, listens: SocketAddr, door: SocketAddr) -> Bot {
    bot.with("MUSTER_PUBLIC_LISTEN", &listens.to_string())
        .with("MUSTER_TELEGRAM_WEBHOOK_URL", &format!("http://{door}{PATH}"))
}

/// Ana, who founded a group, and the bot's door.
struct Door {
    api: BotApi,
    ana: Person,
    address: SocketAddr,
    run: Run,
    secret: String,
}

impl Door {
    fn open() -> Self {
        let api = BotApi::start();
        let ana = api.person("Ana");
        ana.has_started_bot();
        let door = free_port();
        let run = at(bot(&api), door, door).start();
        let group = api.supergroup("Ward 3", &ana);
        group.adds_bot(&ana);
        let founded = ana.says(&group, "/group set timezone New York");
        reply_to(&api, &group, founded);
        let secret = api.webhook_secret().unwrap();
        Self {
            api,
            ana,
            address: door,
            run,
            secret,
        }
    }

    /// Posts it with that secret.
    fn posts(&self, secret: &str, body: &[u8]) -> u16 {
        post(self.address, PATH, &[(SECRET, secret)], body)
    }

    fn received(&self) -> u64 {
        self.run.told().value(RECEIVED)
    }
}

/// An update as Telegram sends it.
fn said(person: &Person, message: i64, text: &str) -> Value {
    let from = json!({ "id": UserId::from(person).0, "is_bot": false, "first_name": "Ana" });
    let chat = json!({ "id": ChatId::from(person).0, "type": "private", "first_name": "Ana" });
    json!({
        "update_id": 900_000_000 + message,
        "message": { "message_id": message, "date": 1_796_000_000, "chat": chat, "from": from, "text": text },
    })
}

#[test]
fn only_whoever_knows_the_secret_is_let_in() {
    let door = Door::open();
    let before = door.received();
    let body = said(&door.ana, 5_001, "task list").to_string();
    for wrong in ["", "x", &door.secret[1..], &format!("{}0", door.secret)] {
        assert_eq!(door.posts(wrong, body.as_bytes()), 404, "{wrong}");
    }
    assert_eq!(post(door.address, PATH, &[], body.as_bytes()), 404, "without one");
    assert_eq!(post(door.address, "/", &[(SECRET, &door.secret)], body.as_bytes()), 404);
    assert_eq!(door.received(), before, "nothing is accepted");
    assert_eq!(door.posts(&door.secret, body.as_bytes()), 200);
    assert_eq!(door.received(), before + 1, "it is accepted before it is acknowledged");
    ends_well(door.run, &door.api);
}

#[test]
fn what_is_sent_again_has_no_second_effect() {
    let door = Door::open();
    let body = said(&door.ana, 5_001, "task add Bags").to_string();
    for _ in 0..3 {
        assert_eq!(door.posts(&door.secret, body.as_bytes()), 200);
    }
    let told = door.run.wait_until_quiet();
    assert_eq!(told.value(REPEATED), 2);
    let answers = door.api.look(|seen| {
        seen.from_bot(&door.ana)
            .filter(|shown| shown.text.contains("Bags"))
            .count()
    });
    assert_eq!(answers, 1, "{}", door.api.transcript(&door.ana));
    ends_well(door.run, &door.api);
}

#[test]
fn what_is_too_large_or_cannot_be_read_is_not_sent_again_and_again() {
    let door = Door::open();
    let before = door.received();
    let large = vec![b' '; TOO_LARGE];
    assert_eq!(door.posts(&door.secret, &large), 413);
    assert_eq!(
        post_in_chunks(door.address, PATH, &[(SECRET, &door.secret)], &large),
        413
    );
    for nothing in ["", "{", "[]", "{\"update_id\":1,\"message\":3}", "\u{fffd}"] {
        assert_eq!(door.posts(&door.secret, nothing.as_bytes()), 200, "{nothing}");
    }
    assert_eq!(
        door.posts(&door.secret, b"{\"update_id\":1,\"message\":{\"text\":\"\\ud800\"}}"),
        200
    );
    let told = door.run.told();
    assert_eq!(
        told.value("muster_events_skipped_total{platform=\"telegram\",reason=\"malformed\"}"),
        6
    );
    assert_eq!(told.value(RECEIVED), before);
    whispers(&door.api, &door.ana, "help");
    ends_well(door.run, &door.api);
}

#[test]
fn a_bot_that_fetched_before_is_sent_what_waited_and_may_fetch_again() {
    let api = BotApi::start();
    let ana = api.person("Ana");
    ana.has_started_bot();
    let fetching = bot(&api);
    let run = fetching.start();
    whispers(&api, &ana, "me");
    assert_eq!(run.end(), Some(0));
    let waiting = ana.says(&ana, "me");
    let door = free_port();
    let url = format!("http://{door}{PATH}");
    let sent = [
        ("MUSTER_PUBLIC_LISTEN", door.to_string()),
        ("MUSTER_TELEGRAM_WEBHOOK_URL", url),
    ];
    let sent = sent.each_ref().map(|(name, value)| (*name, value.as_str()));
    let run = fetching.start_with(&sent);
    answer_after(&api, &ana, waiting);
    whispers(&api, &ana, "help");
    assert_eq!(run.end(), Some(0));
    let waiting = ana.says(&ana, "me");
    let run = fetching.start();
    answer_after(&api, &ana, waiting);
    assert_eq!(api.webhook_secret(), None);
    ends_well(run, &api);
}

/// The door is the other node's: whatever is sent reaches a node that does not serve the account.
#[test]
fn a_node_that_does_not_serve_accepts_for_the_one_that_does() {
    let api = BotApi::start();
    let ana = api.person("Ana");
    ana.has_started_bot();
    let database = Runtime::new().unwrap().block_on(postgres::migrated());
    let (here, door) = (free_port(), free_port());
    let node = |listens| at(bot_on(&api, database.url()), listens, door);
    let (serving, other) = (node(here), node(door));
    let serving = serving.start();
    serving.log().wait_for("this node serves the platform");
    let other = other.start();
    other.log().wait_for("the world is listened to");
    for text in ["me", "help", "me"] {
        whispers(&api, &ana, text);
    }
    api.wait_until("all is acknowledged", |seen| seen.pending == 0);
    serving.wait_until_quiet();
    assert_eq!(api.look(|seen| seen.from_bot(&ana).count()), 3, "each is answered once");
    assert_eq!((serving.told().value(RECEIVED), other.told().value(RECEIVED)), (0, 3));
    let answered = "muster_commands_total{outcome=\"answered\"}";
    assert_eq!((serving.told().value(answered), other.told().value(answered)), (3, 0));
    // It is gone: the one at the door takes over.
    assert_eq!(serving.end(), Some(0));
    whispers(&api, &ana, "help");
    ends_well(other, &api);
}

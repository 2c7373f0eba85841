//! Webhooks: in order, with the secret, again and again until they are taken.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

use muster_test_servers::telegram::{BotApi, Options};
use serde_json::{Value, json};

use crate::bot::{Bot, refused, wrong};

const PATIENCE: Duration = Duration::from_mins(1);

/// What the bot's own server was sent.
#[derive(Debug)]
struct Delivered {
    secret: Option<String>,
    update: Value,
}

/// The bot's own server: it answers with the given statuses, then with 200.
struct Hook {
    url: String,
    delivered: Receiver<Delivered>,
}

impl Hook {
    fn answering(statuses: Vec<u16>) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let url = format!("http://{}/hook", listener.local_addr().unwrap());
        let (sender, delivered) = channel();
        let mut statuses = statuses.into_iter();
        thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                let status = statuses.next().unwrap_or(200);
                if serve(stream, status, &sender).is_none() {
                    return;
                }
            }
        });
        Self { url, delivered }
    }

    fn next(&self) -> Delivered {
        self.delivered.recv_timeout(PATIENCE).unwrap()
    }

    fn next_text(&self) -> String {
        self.next().update["message"]["text"].as_str().unwrap().to_owned()
    }
}

/// One request a connection; `None` when the test is over.
fn serve(stream: TcpStream, status: u16, sender: &Sender<Delivered>) -> Option<()> {
    let mut reader = BufReader::new(stream);
    let (mut length, mut secret) = (0, None);
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).ok()?;
        let Some((name, value)) = line.trim().split_once(": ") else {
            if line.trim().is_empty() {
                break;
            }
            continue;
        };
        match name.to_lowercase().as_str() {
            "content-length" => length = value.parse().ok()?,
            "x-telegram-bot-api-secret-token" => secret = Some(value.to_owned()),
            _ => {}
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    let update = serde_json::from_slice(&body).ok()?;
    let answer = format!("HTTP/1.1 {status} Said\r\ncontent-length: 0\r\nconnection: close\r\n\r\n");
    sender.send(Delivered { secret, update }).ok()?;
    reader.get_mut().write_all(answer.as_bytes()).ok()
}

#[test]
fn updates_come_in_order_with_the_secret() {
    let api = BotApi::start();
    let (bot, ana, hook) = (Bot::new(&api), api.person("ana"), Hook::answering(vec![]));
    ana.says(&ana, "before");
    let settings = json!({ "url": hook.url, "secret_token": "open_Sesame-1", "max_connections": 1 });
    bot.asks("setWebhook", settings).unwrap();
    ana.says(&ana, "after");
    let first = hook.next();
    assert_eq!(first.secret.as_deref(), Some("open_Sesame-1"));
    assert_eq!(first.update["message"]["text"], "before");
    assert_eq!(hook.next_text(), "after");
    api.wait_until("both were taken", |seen| seen.pending == 0);
    let info = bot.asks("getWebhookInfo", json!({})).unwrap();
    assert_eq!(
        (&info["url"], &info["pending_update_count"]),
        (&json!(hook.url), &json!(0))
    );
    assert_eq!(info["max_connections"], 1);
}

#[test]
fn an_update_that_is_not_taken_comes_again() {
    let api = BotApi::start();
    let (bot, ana, hook) = (Bot::new(&api), api.person("ana"), Hook::answering(vec![500, 403]));
    bot.asks("setWebhook", json!({ "url": hook.url })).unwrap();
    ana.says(&ana, "one");
    ana.says(&ana, "two");
    let heard: Vec<_> = (0..4).map(|_| hook.next_text()).collect();
    assert_eq!(heard, ["one", "one", "one", "two"], "what comes later waits");
    let info = bot.asks("getWebhookInfo", json!({})).unwrap();
    let said = info["last_error_message"].as_str().unwrap();
    assert!(said.starts_with("Wrong response from the webhook: 403"), "{said}");
    assert!(info["last_error_date"].is_i64());
}

#[test]
fn what_is_not_taken_holds_up_no_other_chat() {
    let api = Options::new().webhook_back_off(PATIENCE).start();
    let (bot, ana, ben) = (Bot::new(&api), api.person("ana"), api.person("ben"));
    let hook = Hook::answering(vec![500]);
    bot.asks("setWebhook", json!({ "url": hook.url, "max_connections": 1 }))
        .unwrap();
    ana.says(&ana, "refused");
    assert_eq!(hook.next_text(), "refused");
    ben.says(&ben, "taken");
    assert_eq!(hook.next_text(), "taken");
    api.wait_until("one is left", |seen| seen.pending == 1);
    bot.asks("deleteWebhook", json!({})).unwrap();
    assert_eq!(bot.hears_texts(), ["refused"], "what was not taken can be fetched");
}

#[test]
fn a_server_that_is_not_there_is_tried_again() {
    let api = BotApi::start();
    let (bot, ana) = (Bot::new(&api), api.person("ana"));
    let free = TcpListener::bind(("127.0.0.1", 0)).unwrap().local_addr().unwrap();
    bot.asks("setWebhook", json!({ "url": format!("http://{free}/") }))
        .unwrap();
    ana.says(&ana, "hello");
    let said = loop {
        let info = bot.asks("getWebhookInfo", json!({})).unwrap();
        assert_eq!(info["pending_update_count"], 1);
        if let Some(said) = info["last_error_message"].as_str() {
            break said.to_owned();
        }
    };
    assert_eq!(said, "Connection refused");
    bot.asks("setWebhook", json!({ "url": "", "drop_pending_updates": true }))
        .unwrap();
    assert_eq!(bot.hears_texts(), Vec::<String>::new());
}

#[test]
fn outside_of_this_machine_only_https_will_do() {
    let api = Options::new().https_only().start();
    let bot = Bot::new(&api);
    let set = |url: &str| bot.asks("setWebhook", json!({ "url": url }));
    let unsafe_url = refused(
        400,
        "Bad Request: bad webhook: An HTTPS URL must be provided for webhook",
    );
    let port = refused(
        400,
        "Bad Request: bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443",
    );
    assert_eq!(wrong(set("http://127.0.0.1:8080/")), unsafe_url);
    assert_eq!(wrong(set("https://muster.example:9000/hook")), port);
    assert_eq!(api.breaches().len(), 2);
    assert_eq!(set("https://muster.example:8443/hook").unwrap(), true);
    let lenient = BotApi::start();
    let bot = Bot::new(&lenient);
    let far = bot.asks("setWebhook", json!({ "url": "http://muster.example/hook" }));
    assert_eq!(wrong(far), unsafe_url);
}

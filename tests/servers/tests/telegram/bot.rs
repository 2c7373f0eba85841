//! A bot of a few lines: it asks, and reads the answer.

use std::thread::{self, JoinHandle};

use muster_test_servers::telegram::{BotApi, ChatId, MessageId};
use reqwest::blocking::Client;
use reqwest::blocking::multipart::Form;
use serde_json::{Value, json};

/// A bot.
#[derive(Debug, Clone)]
pub(crate) struct Bot {
    client: Client,
    root: String,
}

/// An error that the server answered with.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Refused {
    pub(crate) code: i64,
    pub(crate) description: String,
    pub(crate) parameters: Value,
}

impl Bot {
    pub(crate) fn new(api: &BotApi) -> Self {
        Self::with_token(api, &api.token())
    }

    pub(crate) fn with_token(api: &BotApi, token: &str) -> Self {
        Self {
            client: Client::builder()
                .no_proxy()
                .tls_built_in_root_certs(false)
                .timeout(None)
                .build()
                .unwrap(),
            root: format!("{}/bot{token}", api.url()),
        }
    }

    /// The answer, or nothing where there was none that could be read.
    pub(crate) fn raw(&self, method: &str, parameters: &Value) -> Option<(u16, String)> {
        let url = format!("{}/{method}", self.root);
        let answer = self.client.post(url).json(parameters).send().ok()?;
        Some((answer.status().as_u16(), answer.text().ok()?))
    }

    pub(crate) fn asks(&self, method: &str, parameters: Value) -> Result<Value, Refused> {
        let (status, body) = self.raw(method, &parameters).unwrap();
        read(status, &body)
    }

    pub(crate) fn form(&self, method: &str, form: Form) -> Result<Value, Refused> {
        let answer = self
            .client
            .post(format!("{}/{method}", self.root))
            .multipart(form)
            .send()
            .unwrap();
        read(answer.status().as_u16(), &answer.text().unwrap())
    }

    pub(crate) fn url_encoded(&self, method: &str, fields: &[(&str, &str)]) -> Result<Value, Refused> {
        let answer = self
            .client
            .post(format!("{}/{method}", self.root))
            .form(fields)
            .send()
            .unwrap();
        read(answer.status().as_u16(), &answer.text().unwrap())
    }

    pub(crate) fn query(&self, method: &str, fields: &[(&str, &str)]) -> Result<Value, Refused> {
        let answer = self
            .client
            .get(format!("{}/{method}", self.root))
            .query(fields)
            .send()
            .unwrap();
        read(answer.status().as_u16(), &answer.text().unwrap())
    }

    pub(crate) fn says(&self, chat: impl Into<ChatId>, text: &str) -> Result<MessageId, Refused> {
        let sent = self.asks("sendMessage", json!({ "chat_id": chat.into().0, "text": text }))?;
        Ok(MessageId(sent["message_id"].as_i64().unwrap()))
    }

    pub(crate) fn shows(&self, chat: impl Into<ChatId>, text: &str, keyboard: &Value) -> MessageId {
        let markup = json!({ "inline_keyboard": keyboard });
        let message = json!({ "chat_id": chat.into().0, "text": text, "reply_markup": markup });
        MessageId(
            self.asks("sendMessage", message).unwrap()["message_id"]
                .as_i64()
                .unwrap(),
        )
    }

    /// All updates that wait, which are acknowledged with that.
    pub(crate) fn hears(&self) -> Vec<Value> {
        let updates = self.asks("getUpdates", json!({})).unwrap();
        let updates = updates.as_array().unwrap().clone();
        if let Some(last) = updates.last() {
            let next = last["update_id"].as_i64().unwrap() + 1;
            self.asks("getUpdates", json!({ "offset": next, "limit": 1 })).unwrap();
        }
        updates
    }

    /// The texts of the messages among the updates that wait.
    pub(crate) fn hears_texts(&self) -> Vec<String> {
        let updates = self.hears();
        let texts = updates.iter().filter_map(|update| update["message"]["text"].as_str());
        texts.map(str::to_owned).collect()
    }

    /// Asks on a thread of its own.
    pub(crate) fn meanwhile(&self, method: &'static str, parameters: Value) -> JoinHandle<Result<Value, Refused>> {
        let bot = self.clone();
        thread::spawn(move || bot.asks(method, parameters))
    }
}

pub(crate) fn read(status: u16, body: &str) -> Result<Value, Refused> {
    let mut body: Value = serde_json::from_str(body).unwrap();
    if body["ok"] == true {
        assert_eq!(status, 200);
        return Ok(body["result"].take());
    }
    assert_eq!(body["error_code"], status);
    Err(Refused {
        code: body["error_code"].as_i64().unwrap(),
        description: body["description"].as_str().unwrap().to_owned(),
        parameters: body["parameters"].take(),
    })
}

/// A refusal in those words, with nothing beside them.
pub(crate) fn refused(code: i64, description: &str) -> Refused {
    Refused {
        code,
        description: description.to_owned(),
        parameters: Value::Null,
    }
}

/// What went wrong with something that had to.
pub(crate) fn wrong<T: std::fmt::Debug>(answer: Result<T, Refused>) -> Refused {
    answer.unwrap_err()
}

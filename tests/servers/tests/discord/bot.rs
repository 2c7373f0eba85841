//! A bot of a few lines: it asks, and reads the answer.

use muster_test_servers::discord::{ChannelId, Discord, InteractionId, MessageId};
use reqwest::blocking::multipart::Form;
use reqwest::blocking::{Client, RequestBuilder, Response};
use reqwest::header::HeaderMap;
use serde_json::{Value, json};

use crate::ear::Ear;

/// A bot.
#[derive(Debug, Clone)]
pub(crate) struct Bot {
    client: Client,
    root: String,
    token: String,
    application: String,
}

/// An error that the server answered with.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Refused {
    pub(crate) status: u16,
    pub(crate) code: u64,
    pub(crate) message: String,
    pub(crate) errors: Value,
}

pub(crate) type Asked = Result<Value, Refused>;

impl Bot {
    pub(crate) fn new(discord: &Discord) -> Self {
        let client = Client::builder()
            .no_proxy()
            .tls_built_in_root_certs(false)
            .timeout(None);
        Self {
            client: client.build().unwrap(),
            root: format!("{}/api/v10", discord.url()),
            token: discord.token(),
            application: discord.bot().to_string(),
        }
    }

    /// The same with another token.
    pub(crate) fn with_token(&self, token: &str) -> Self {
        Self {
            token: token.to_owned(),
            ..self.clone()
        }
    }

    /// A request that is not sent yet.
    pub(crate) fn request(&self, method: &str, path: &str) -> RequestBuilder {
        let request = self
            .client
            .request(method.parse().unwrap(), format!("{}{path}", self.root));
        request.header("Authorization", format!("Bot {}", self.token))
    }

    /// The answer, or nothing where there was none that could be read.
    pub(crate) fn raw(&self, method: &str, path: &str, body: &Value) -> Option<(u16, HeaderMap, String)> {
        let request = self.request(method, path);
        let request = if body.is_null() { request } else { request.json(body) };
        let answer = request.send().ok()?;
        let (status, headers) = (answer.status().as_u16(), answer.headers().clone());
        Some((status, headers, answer.text().ok()?))
    }

    pub(crate) fn asks(&self, method: &str, path: &str, body: Value) -> Asked {
        let (status, _, body) = self.raw(method, path, &body).unwrap();
        read(status, &body)
    }

    pub(crate) fn gets(&self, path: &str) -> Asked {
        self.asks("GET", path, Value::Null)
    }

    pub(crate) fn form(&self, method: &str, path: &str, form: Form) -> Asked {
        let answer: Response = self.request(method, path).multipart(form).send().unwrap();
        read(answer.status().as_u16(), &answer.text().unwrap())
    }

    /// Sends a message.
    pub(crate) fn sends(&self, channel: impl Into<ChannelId>, body: Value) -> Asked {
        self.asks("POST", &format!("/channels/{}/messages", channel.into()), body)
    }

    pub(crate) fn says(&self, channel: impl Into<ChannelId>, text: &str) -> Result<MessageId, Refused> {
        Ok(message_id(&self.sends(channel, json!({ "content": text }))?))
    }

    /// Gives the first answer to an interaction that was heard.
    pub(crate) fn answers(&self, heard: &Value, kind: u64, data: Value) -> Asked {
        self.asks("POST", &callback(heard), json!({ "type": kind, "data": data }))
    }

    /// Answers by the token of an interaction.
    pub(crate) fn by_token(&self, method: &str, heard: &Value, rest: &str, body: Value) -> Asked {
        let token = heard["token"].as_str().unwrap();
        self.asks(method, &format!("/webhooks/{}/{token}{rest}", self.application), body)
    }

    /// Registers commands.
    pub(crate) fn registers(&self, commands: Value) -> Asked {
        self.asks("PUT", &format!("/applications/{}/commands", self.application), commands)
    }
}

pub(crate) fn callback(heard: &Value) -> String {
    let (id, token) = (heard["id"].as_str().unwrap(), heard["token"].as_str().unwrap());
    format!("/interactions/{id}/{token}/callback")
}

pub(crate) fn message_id(message: &Value) -> MessageId {
    MessageId(message["id"].as_str().unwrap().parse().unwrap())
}

pub(crate) fn read(status: u16, body: &str) -> Asked {
    if body.is_empty() {
        assert_eq!(status, 204);
        return Ok(Value::Null);
    }
    let mut body: Value = serde_json::from_str(body).unwrap();
    if status == 200 {
        return Ok(body);
    }
    Err(Refused {
        status,
        code: body["code"].as_u64().unwrap(),
        message: body["message"].as_str().unwrap().to_owned(),
        errors: body["errors"].take(),
    })
}

/// What went wrong with something that had to: the status and the code.
pub(crate) fn wrong(asked: Result<impl std::fmt::Debug, Refused>) -> (u16, u64) {
    let refused = asked.unwrap_err();
    (refused.status, refused.code)
}

/// The schema of `/shift` with a few of everything.
pub(crate) fn shift_commands() -> Value {
    let text = |name: &str| json!({ "type": 3, "name": name, "description": name });
    json!([{
        "name": "shift",
        "description": "Shifts",
        "name_localizations": { "es-ES": "turno" },
        "options": [
            { "type": 1, "name": "list", "description": "What is open" },
            { "type": 1, "name": "add", "description": "A new shift", "name_localizations": { "es-ES": "añadir" }, "options": [
                { "type": 3, "name": "title", "description": "What", "required": true },
                text("when"),
                { "type": 4, "name": "needs", "description": "How many", "min_value": 1, "max_value": 99 },
                { "type": 6, "name": "lead", "description": "Who leads" },
                { "type": 8, "name": "team", "description": "For whom" },
                { "type": 7, "name": "room", "description": "Where" },
                { "type": 5, "name": "secret", "description": "Hidden" },
                { "type": 3, "name": "kind", "description": "Which kind", "choices": [{ "name": "Door to door", "value": "d2d" }] },
            ] },
            { "type": 1, "name": "claim", "description": "Take one", "options": [
                { "type": 3, "name": "shift", "description": "Which", "required": true, "autocomplete": true },
            ] },
        ],
    }])
}

/// A server with a guild and a bot that listens, with its commands.
pub(crate) struct Scene {
    pub(crate) discord: Discord,
    pub(crate) bot: Bot,
    pub(crate) ear: Ear,
    pub(crate) ward: muster_test_servers::discord::Guild,
    pub(crate) ana: muster_test_servers::discord::Person,
    pub(crate) room: muster_test_servers::discord::Room,
}

/// Everything is in place.
pub(crate) fn scene() -> Scene {
    scene_with(Discord::start())
}

pub(crate) fn scene_with(discord: Discord) -> Scene {
    let ward = discord.guild("Ward 3");
    let (ana, room) = (ward.member("ana"), ward.general());
    let bot = Bot::new(&discord);
    bot.registers(shift_commands()).unwrap();
    let mut ear = Ear::connected(&discord);
    ear.hears("GUILD_CREATE");
    Scene {
        discord,
        bot,
        ear,
        ward,
        ana,
        room,
    }
}

impl Scene {
    /// Ana runs a command, and the bot hears it.
    pub(crate) fn asked(&mut self, text: &str) -> (InteractionId, Value) {
        let asked = self.ana.runs(&self.room, text);
        (asked, self.ear.hears("INTERACTION_CREATE"))
    }
}

//! What is asked of Discord (discord.com/developers/docs, "Resources" and "Interactions"), and what is read of its answers.
//!
//! Every body that can mention somebody comes from [`render`](crate::render), which says whom it mentions: nobody, unless
//! the card does.

use reqwest::Method;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::render::Document;

/// A request that can be made.
#[derive(Debug)]
pub(crate) struct Request {
    pub(crate) method: Method,
    /// What stands behind the version in the address.
    pub(crate) path: Vec<String>,
    pub(crate) query: Option<&'static str>,
    pub(crate) route: Route,
    pub(crate) body: Body,
}

/// What Discord counts requests by: the endpoint, and the channel, server or interaction that it is about.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Route {
    pub(crate) endpoint: &'static str,
    pub(crate) about: String,
    /// Whether the request carries a token of its own in place of the bot's, and counts for nothing in all.
    pub(crate) free: bool,
}

/// What goes with a request.
#[derive(Debug)]
pub(crate) enum Body {
    None,
    Json(Value),
    WithFiles(Value, Vec<Document>),
}

impl Body {
    /// A body, and the files that go with it.
    pub(crate) fn new(body: Value, files: Vec<Document>) -> Self {
        if files.is_empty() {
            Self::Json(body)
        } else {
            Self::WithFiles(body, files)
        }
    }
}

fn request(method: Method, endpoint: &'static str, about: &str, path: &[&str], body: Body) -> Request {
    Request {
        method,
        path: path.iter().map(ToString::to_string).collect(),
        query: None,
        route: Route {
            endpoint,
            about: about.to_owned(),
            free: false,
        },
        body,
    }
}

fn free(request: Request) -> Request {
    Request {
        route: Route {
            free: true,
            ..request.route
        },
        ..request
    }
}

/// Where the gateway is, and how often a connection may be begun.
pub(crate) fn gateway() -> Request {
    request(Method::GET, "gateway", "", &["gateway", "bot"], Body::None)
}

/// Who the bot is.
pub(crate) fn application() -> Request {
    request(Method::GET, "application", "", &["applications", "@me"], Body::None)
}

/// The commands that are registered, in all languages.
pub(crate) fn commands(application: &str) -> Request {
    let path = ["applications", application, "commands"];
    Request {
        query: Some("with_localizations=true"),
        ..request(Method::GET, "commands", "", &path, Body::None)
    }
}

/// Registers these commands and no others.
pub(crate) fn register(application: &str, commands: Value) -> Request {
    let path = ["applications", application, "commands"];
    request(Method::PUT, "register", "", &path, Body::Json(commands))
}

/// The private chat with somebody; it is made where there is none.
pub(crate) fn private_chat(account: &str) -> Request {
    let body = Body::Json(json!({ "recipient_id": account }));
    request(Method::POST, "private_chat", "", &["users", "@me", "channels"], body)
}

/// A message to a channel.
pub(crate) fn send(channel: &str, body: Body) -> Request {
    request(Method::POST, "send", channel, &["channels", channel, "messages"], body)
}

/// Another text for a message that was sent.
pub(crate) fn edit(channel: &str, message: &str, body: Body) -> Request {
    let path = ["channels", channel, "messages", message];
    request(Method::PATCH, "edit", channel, &path, body)
}

/// Keeps a message among the pinned ones of its channel.
pub(crate) fn pin(channel: &str, message: &str) -> Request {
    let path = ["channels", channel, "messages", "pins", message];
    request(Method::PUT, "pin", channel, &path, Body::None)
}

/// The first response to an interaction.
pub(crate) fn respond(interaction: &str, token: &str, body: Body) -> Request {
    let path = ["interactions", interaction, token, "callback"];
    let request = request(Method::POST, "respond", interaction, &path, body);
    Request {
        query: Some("with_response=true"),
        ..free(request)
    }
}

/// Another text for the first response to an interaction.
pub(crate) fn edit_response(application: &str, token: &str, body: Body) -> Request {
    let path = ["webhooks", application, token, "messages", "@original"];
    free(request(Method::PATCH, "edit_response", token, &path, body))
}

/// A server: its owner, and its roles.
pub(crate) fn guild(guild: &str) -> Request {
    request(Method::GET, "guild", guild, &["guilds", guild], Body::None)
}

/// A channel, with what is allowed there.
pub(crate) fn channel(channel: &str) -> Request {
    request(Method::GET, "channel", channel, &["channels", channel], Body::None)
}

/// Somebody in a server.
pub(crate) fn member(guild: &str, account: &str) -> Request {
    let path = ["guilds", guild, "members", account];
    request(Method::GET, "member", guild, &path, Body::None)
}

/// Whoever has that id.
#[derive(Debug, Deserialize)]
pub(crate) struct WithId {
    pub(crate) id: String,
}

/// The bot's application.
#[derive(Debug, Deserialize)]
pub(crate) struct Application {
    pub(crate) id: String,
    pub(crate) bot: Option<WithId>,
}

/// What a first response led to.
#[derive(Debug, Deserialize)]
pub(crate) struct Responded {
    resource: Option<Resource>,
}

#[derive(Debug, Deserialize)]
struct Resource {
    message: Option<WithId>,
}

impl Responded {
    /// The id of the message that it is.
    pub(crate) fn message(self) -> Option<String> {
        Some(self.resource?.message?.id)
    }
}

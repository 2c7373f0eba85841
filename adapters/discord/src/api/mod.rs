//! Requests to Discord's API.
//!
//! - [`Api`]: one request, and what is known of it afterwards
//! - [`endpoints`]: what is asked, and what is read of the answers
//! - [`failure`]: why a request has no result; `limits`: whether it may be made now
//!
//! The library's own requests are not used: they hide the headers that say how much may be asked, they carry the tokens of
//! interactions in their errors, and where the gateway's address cannot be had they go to Discord's. See `docs/DESIGN.md`.

pub(crate) mod endpoints;
pub(crate) mod failure;
pub(crate) mod limits;

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use reqwest::multipart::{Form, Part};
use reqwest::{Client, RequestBuilder, Response, Url};
use serde::de::DeserializeOwned;

use endpoints::{Body, Request};
use failure::Failure;
use limits::{Limits, Said};

/// Discord's own API.
const DISCORD: &str = "https://discord.com";
/// The version of the API that is spoken (Discord API documentation, "API Versioning").
const VERSION: [&str; 2] = ["api", "v10"];
/// Who asks, as Discord wants it said ("User Agent").
const USER_AGENT: &str = concat!(
    "DiscordBot (https://github.com/muster, ",
    env!("CARGO_PKG_VERSION"),
    ")"
);
/// How long a request may take, from its first byte out to its last byte in: shorter than a message is held while it is sent.
const PATIENCE: Duration = Duration::from_secs(20);
/// How long one may take that carries a file.
const PATIENCE_WITH_A_FILE: Duration = Duration::from_secs(40);
/// How long a connection lies idle before it is closed from this side: shorter than the server keeps it, since a request
/// that meets a connection which is being closed is cut off.
const IDLE: Duration = Duration::from_secs(20);

/// The bot's account at a server of Discord's API. Its `Debug` form keeps the token secret.
#[derive(Clone)]
pub(crate) struct Api {
    client: Client,
    server: Url,
    token: String,
    limits: Arc<Mutex<Limits>>,
}

impl fmt::Debug for Api {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Api")
            .field("server", &self.server.as_str())
            .finish_non_exhaustive()
    }
}

impl Api {
    /// The account of that token, at Discord's own server unless another one is named.
    pub(crate) fn new(token: &str, server: Option<Url>) -> Result<Self, String> {
        let client = Client::builder()
            .user_agent(USER_AGENT)
            .timeout(PATIENCE)
            .pool_idle_timeout(IDLE)
            // A redirection would carry the token to another server.
            .redirect(reqwest::redirect::Policy::none())
            .build()
            .map_err(|error| error.to_string())?;
        let server = match server {
            Some(server) => server,
            None => DISCORD.parse().map_err(|_| "Discord's address is none".to_owned())?,
        };
        Ok(Self {
            client,
            server: versioned(server)?,
            token: token.to_owned(),
            limits: Arc::default(),
        })
    }

    pub(crate) fn token(&self) -> &str {
        &self.token
    }

    fn limits(&self) -> MutexGuard<'_, Limits> {
        self.limits.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Makes a request whose answer is read.
    pub(crate) async fn ask<T: DeserializeOwned>(&self, request: Request) -> Result<T, Failure> {
        let body = self.made(request).await?;
        serde_json::from_slice(&body).map_err(|_| Failure::Unreadable)
    }

    /// Makes a request whose answer says nothing more.
    pub(crate) async fn tell(&self, request: Request) -> Result<(), Failure> {
        self.made(request).await.map(drop)
    }

    async fn made(&self, request: Request) -> Result<Vec<u8>, Failure> {
        self.limits().admit(&request.route, Instant::now())?;
        let response = self
            .built(&request)
            .send()
            .await
            .map_err(|error| Failure::of_connection(&error))?;
        let status = response.status();
        let said = Said::of(status, response.headers());
        self.limits().heard(&request.route, &said, Instant::now());
        let body = read(response).await?;
        if status.is_success() {
            return Ok(body);
        }
        let failure = Failure::of_answer(status, &said, &body);
        if let Failure::TooMany { scope, after } = &failure {
            self.limits().paused(&request.route, *scope, *after, Instant::now());
        }
        Err(failure)
    }

    fn built(&self, request: &Request) -> RequestBuilder {
        let mut url = self.server.clone();
        if let Ok(mut path) = url.path_segments_mut() {
            path.extend(&request.path);
        }
        url.set_query(request.query);
        let mut built = self.client.request(request.method.clone(), url);
        if !request.route.free {
            built = built.header("Authorization", format!("Bot {}", self.token));
        }
        match &request.body {
            Body::None => built,
            Body::Json(body) => built.json(body),
            Body::WithFiles(body, files) => {
                let form = files.iter().enumerate().fold(
                    Form::new().text("payload_json", body.to_string()),
                    |form, (index, file)| {
                        let part = Part::bytes(file.content.clone()).file_name(file.name.clone());
                        form.part(format!("files[{index}]"), part)
                    },
                );
                built.timeout(PATIENCE_WITH_A_FILE).multipart(form)
            }
        }
    }
}

/// The server's address with the version of its API, which it may end in already.
fn versioned(mut server: Url) -> Result<Url, String> {
    let known = server.path().trim_end_matches('/').ends_with("/api/v10");
    let mut path = server
        .path_segments_mut()
        .map_err(|()| "the server's address takes no path".to_owned())?;
    path.pop_if_empty();
    if !known {
        path.extend(VERSION);
    }
    drop(path);
    Ok(server)
}

async fn read(response: Response) -> Result<Vec<u8>, Failure> {
    let body = response.bytes().await.map_err(|error| Failure::of_connection(&error))?;
    Ok(body.to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_token_is_in_no_debug_form() {
        let api = Api::new("hush.hush", None).unwrap();
        let shown = format!("{api:?}");
        assert!(
            !shown.contains("hush") && shown.contains("https://discord.com/api/v10"),
            "{shown}"
        );
    }

    #[test]
    fn the_version_of_the_api_is_said_once() {
        for server in [
            "http://127.0.0.1:8080",
            "http://127.0.0.1:8080/",
            "http://127.0.0.1:8080/api/v10/",
        ] {
            let versioned = versioned(server.parse().unwrap()).unwrap();
            assert_eq!(
                versioned.as_str().trim_end_matches('/'),
                "http://127.0.0.1:8080/api/v10",
                "{server}"
            );
        }
    }
}

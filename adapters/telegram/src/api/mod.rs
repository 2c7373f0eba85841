//! Requests to the Bot API, by the client of its library.
//!
//! - [`Api`]: one request, and what is known of it afterwards
//! - [`methods`]: the methods that are asked, with the fields that the library does not know yet
//! - [`failure`]: why a request has no result, and what that tells of a message
//!
//! The library's own requests are not used: after a server's error they wait ten seconds whatever it concerns, and they
//! read whole answers, which fails at the first field that is newer than they are (an entity of a kind that they do not
//! know, in a message of our own). See `docs/DESIGN.md`.

pub(crate) mod failure;
pub(crate) mod methods;

use std::fmt;
use std::time::Duration;

use reqwest::multipart::Form;
use reqwest::{RequestBuilder, StatusCode, Url};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use teloxide_core::Bot;
use teloxide_core::net::default_reqwest_settings;
use teloxide_core::requests::Payload;

use failure::{Failure, Refused};

/// How long a request may take, from its first byte out to its last byte in: shorter than a message is held while it is sent.
const PATIENCE: Duration = Duration::from_secs(20);
/// How long one may take that carries a file.
const PATIENCE_WITH_A_FILE: Duration = Duration::from_secs(40);
/// How long a connection lies idle before it is closed from this side: shorter than the server keeps it, since a request
/// that meets a connection which is being closed is cut off.
const IDLE: Duration = Duration::from_secs(20);

/// The bot's account at a Bot API server. Its `Debug` form keeps the token secret, which the library's does not.
#[derive(Clone)]
pub(crate) struct Api {
    bot: Bot,
}

impl fmt::Debug for Api {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Api")
            .field("server", &self.bot.api_url().as_str())
            .finish_non_exhaustive()
    }
}

/// What the server says of every request (Bot API, "Making requests").
#[derive(Deserialize)]
struct Answer<T> {
    ok: bool,
    result: Option<T>,
    error_code: Option<u16>,
    description: Option<String>,
    #[serde(default)]
    parameters: Parameters,
}

#[derive(Default, Deserialize)]
struct Parameters {
    migrate_to_chat_id: Option<i64>,
    retry_after: Option<u32>,
}

impl Api {
    /// The account of that token, at Telegram's own server unless another one is named.
    pub(crate) fn new(token: &str, server: Option<Url>) -> reqwest::Result<Self> {
        let client = default_reqwest_settings()
            .timeout(PATIENCE)
            .pool_idle_timeout(IDLE)
            .build()?;
        let bot = Bot::with_client(token, client);
        Ok(Self {
            bot: match server {
                Some(server) => bot.set_api_url(server),
                None => bot,
            },
        })
    }

    /// Makes a request.
    pub(crate) async fn ask<P>(&self, payload: &P) -> Result<P::Output, Failure>
    where
        P: Payload + Serialize + Sync,
        P::Output: DeserializeOwned,
    {
        let mut request = self.request(P::NAME)?.json(payload);
        if let Some(longer) = payload.timeout_hint() {
            request = request.timeout(PATIENCE + longer);
        }
        answered(request).await
    }

    /// Makes a request that carries a file.
    pub(crate) async fn ask_with_file<T: DeserializeOwned>(&self, method: &str, form: Form) -> Result<T, Failure> {
        answered(self.request(method)?.timeout(PATIENCE_WITH_A_FILE).multipart(form)).await
    }

    fn request(&self, method: &str) -> Result<RequestBuilder, Failure> {
        let mut url = self.bot.api_url();
        url.path_segments_mut()
            .map_err(|()| Failure::NotSent("the server's address takes no path".to_owned()))?
            .pop_if_empty()
            .extend([&format!("bot{}", self.bot.token()), method]);
        Ok(self.bot.client().post(url))
    }
}

async fn answered<T: DeserializeOwned>(request: RequestBuilder) -> Result<T, Failure> {
    let response = request.send().await.map_err(Failure::of_connection)?;
    let status = response.status();
    let body = response.bytes().await.map_err(Failure::of_connection)?;
    read(status, &body)
}

fn read<T: DeserializeOwned>(status: StatusCode, body: &[u8]) -> Result<T, Failure> {
    if status.is_server_error() {
        return Err(Failure::CutOff(format!("the server answers {status}")));
    }
    match serde_json::from_slice::<Answer<T>>(body) {
        Ok(Answer {
            ok: true,
            result: Some(result),
            ..
        }) => Ok(result),
        Ok(answer) if !answer.ok => Err(refused(status, answer)),
        Ok(_) | Err(_) => Err(Failure::Unreadable(body.to_vec())),
    }
}

fn refused<T>(status: StatusCode, answer: Answer<T>) -> Failure {
    let Parameters {
        migrate_to_chat_id,
        retry_after,
    } = answer.parameters;
    if let Some(seconds) = retry_after {
        return Failure::TooMany(Duration::from_secs(seconds.into()));
    }
    if let Some(chat) = migrate_to_chat_id {
        return Failure::Migrated(chat);
    }
    Failure::Refused(Refused {
        code: answer.error_code.unwrap_or_else(|| status.as_u16()),
        description: answer.description.unwrap_or_default(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_bool(status: u16, body: &str) -> Result<bool, Failure> {
        read(StatusCode::from_u16(status).unwrap(), body.as_bytes())
    }

    #[test]
    fn an_answer_is_a_result_or_says_why_there_is_none() {
        assert_eq!(read_bool(200, r#"{"ok":true,"result":true}"#), Ok(true));
        let blocked = r#"{"ok":false,"error_code":403,"description":"Forbidden: bot was blocked by the user"}"#;
        assert_eq!(
            read_bool(403, blocked),
            Err(Failure::Refused(Refused {
                code: 403,
                description: "Forbidden: bot was blocked by the user".to_owned()
            }))
        );
        let moved = r#"{"ok":false,"error_code":400,"description":"x","parameters":{"migrate_to_chat_id":-1007}}"#;
        assert_eq!(read_bool(400, moved), Err(Failure::Migrated(-1007)));
        let slow_down = r#"{"ok":false,"error_code":429,"description":"x","parameters":{"retry_after":9}}"#;
        assert_eq!(read_bool(429, slow_down), Err(Failure::TooMany(Duration::from_secs(9))));
    }

    #[test]
    fn what_nobody_can_read_may_have_been_done() {
        for (status, body) in [
            (502, "<html>Bad Gateway</html>"),
            (
                500,
                r#"{"ok":false,"error_code":500,"description":"Internal Server Error"}"#,
            ),
        ] {
            assert!(matches!(read_bool(status, body), Err(Failure::CutOff(_))), "{body}");
        }
        for body in ["", "{", r#"{"ok":true}"#, r#"{"ok":true,"result":3}"#] {
            assert!(matches!(read_bool(200, body), Err(Failure::Unreadable(_))), "{body}");
        }
    }

    #[test]
    fn the_token_is_in_no_debug_form() {
        let api = Api::new("123:secret", None).unwrap();
        let shown = format!("{api:?}");
        assert!(
            !shown.contains("secret") && shown.contains("api.telegram.org"),
            "{shown}"
        );
    }
}

//! Why a request has no result, and what that tells.

use std::fmt;
use std::time::Duration;

use muster_core::surface::{Cut, PauseScope};
use reqwest::StatusCode;
use serde::Deserialize;

use super::limits::Said;

/// What to say where the server knows no account of the token.
pub(crate) const UNKNOWN_TOKEN: &str = "Discord does not know the token (MUSTER_DISCORD_TOKEN, key discord.token)";

/// The pause where Discord wants one and does not say how long.
const SOME_PAUSE: Duration = Duration::from_secs(1);

/// What Discord says of a private chat that is one too many ("You are opening direct messages too fast").
const OPENS_TOO_MANY: u32 = 40_003;
/// For how long none is opened then: Discord does not say how long. Nothing else waits for that.
const OPENS_NONE_FOR: Duration = Duration::from_secs(30);

/// Why a request has no result. The words are for the log: nothing of what was sent, and no token.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Failure {
    /// The server certainly did not get it.
    #[error("the server cannot be reached: {0}")]
    NotSent(String),
    /// The server is there, and certainly did not do it.
    #[error("the server is not available")]
    Unavailable,
    /// The server may have done it.
    #[error("the request was cut off: {0}")]
    CutOff(String),
    /// The server did it, and nobody can read what it says of it.
    #[error("the server's answer cannot be read")]
    Unreadable,
    /// The server did not do it.
    #[error("{0}")]
    Refused(Refused),
    /// It was not done, since too much was asked: it may be asked again after that.
    #[error("too many requests: again after {} ms", .after.as_millis())]
    TooMany {
        /// What has to pause.
        scope: PauseScope,
        /// For how long.
        after: Duration,
    },
}

/// What the server says of a request that it did not do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Refused {
    /// HTTP's status.
    pub(crate) status: u16,
    /// Discord's own code ("JSON Error Codes"); 0 where it gives none.
    pub(crate) code: u32,
}

impl fmt::Display for Refused {
    /// The numbers alone: Discord's words may repeat what was sent.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Discord refuses with {}, code {}", self.status, self.code)
    }
}

/// What Discord says where it does not do what was asked.
#[derive(Default, Deserialize)]
struct Answer {
    #[serde(default)]
    code: u32,
    retry_after: Option<f64>,
    global: Option<bool>,
}

impl Failure {
    pub(crate) fn of_connection(error: &reqwest::Error) -> Self {
        // The words underneath: those above hold the address, and it a token.
        if error.is_connect() || error.is_builder() {
            Self::NotSent(root(error))
        } else {
            Self::CutOff(root(error))
        }
    }

    /// What an answer means that is no success.
    pub(crate) fn of_answer(status: StatusCode, said: &Said, body: &[u8]) -> Self {
        let answer: Answer = serde_json::from_slice(body).unwrap_or_default();
        match status {
            StatusCode::TOO_MANY_REQUESTS => {
                let told = answer
                    .retry_after
                    .and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
                let is_global = said.is_global || answer.global == Some(true);
                Self::TooMany {
                    scope: if is_global {
                        PauseScope::Account
                    } else {
                        PauseScope::Chat
                    },
                    after: told.or(said.retry_after).unwrap_or(SOME_PAUSE),
                }
            }
            StatusCode::SERVICE_UNAVAILABLE => Self::Unavailable,
            status if status.is_server_error() => Self::CutOff(format!("the server answers {}", status.as_u16())),
            _ if answer.code == OPENS_TOO_MANY => Self::TooMany {
                scope: PauseScope::Chat,
                after: OPENS_NONE_FOR,
            },
            status => Self::Refused(Refused {
                status: status.as_u16(),
                code: answer.code,
            }),
        }
    }

    /// Discord's code, where it refused.
    pub(crate) const fn code(&self) -> Option<u32> {
        match self {
            Self::Refused(refused) => Some(refused.code),
            _ => None,
        }
    }

    /// Whether the server knows no account of that token.
    pub(crate) const fn is_token_refused(&self) -> bool {
        matches!(
            self,
            Self::Refused(Refused {
                status: 401,
                code: 0 | 40_001
            })
        )
    }
}

impl From<Failure> for Cut {
    /// Why nothing is received, in words for the operator.
    fn from(failure: Failure) -> Self {
        Self(if failure.is_token_refused() {
            UNKNOWN_TOKEN.to_owned()
        } else {
            failure.to_string()
        })
    }
}

/// What went wrong underneath, without what merely passed it on.
fn root(error: &reqwest::Error) -> String {
    let Some(mut cause) = std::error::Error::source(error) else {
        // The library's own words, which hold the address.
        return if error.is_timeout() {
            "no answer in time"
        } else {
            "no request"
        }
        .to_owned();
    };
    while let Some(next) = cause.source() {
        cause = next;
    }
    cause.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn failure(status: u16, body: &str) -> Failure {
        let status = StatusCode::from_u16(status).unwrap();
        Failure::of_answer(
            status,
            &Said::of(status, &reqwest::header::HeaderMap::new()),
            body.as_bytes(),
        )
    }

    #[test]
    fn an_answer_says_why_there_is_no_result() {
        let refused = |status, code| Failure::Refused(Refused { status, code });
        assert_eq!(failure(403, r#"{"message":"x","code":50007}"#), refused(403, 50_007));
        assert_eq!(failure(404, "<html>"), refused(404, 0));
        assert_eq!(failure(503, ""), Failure::Unavailable);
        assert!(matches!(failure(502, ""), Failure::CutOff(_)));
        let too_many = |scope, millis| Failure::TooMany {
            scope,
            after: Duration::from_millis(millis),
        };
        let body = r#"{"message":"You are being rate limited.","retry_after":1.5,"global":false}"#;
        assert_eq!(failure(429, body), too_many(PauseScope::Chat, 1_500));
        let body = r#"{"message":"x","retry_after":64.57,"global":true,"code":0}"#;
        assert_eq!(failure(429, body), too_many(PauseScope::Account, 64_570));
        assert_eq!(failure(429, ""), too_many(PauseScope::Chat, 1_000));
        assert_eq!(failure(403, r#"{"code":40003}"#), too_many(PauseScope::Chat, 30_000));
    }

    #[test]
    fn a_refused_token_is_told_from_a_refused_answer() {
        assert!(failure(401, r#"{"message":"401: Unauthorized","code":0}"#).is_token_refused());
        assert!(!failure(401, r#"{"message":"Invalid Webhook Token","code":50027}"#).is_token_refused());
    }

    #[tokio::test]
    async fn no_address_is_in_a_failure() {
        let client = reqwest::Client::new();
        let error = client
            .get("http://127.0.0.1:1/interactions/1/hush")
            .send()
            .await
            .unwrap_err();
        let failure = Failure::of_connection(&error);
        assert!(
            matches!(failure, Failure::NotSent(_)) && !failure.to_string().contains("hush"),
            "{failure}"
        );
    }
}

//! Requests of the tests' own, straight to the homeserver's socket, whatever goes wrong at its doors.

use std::path::Path;
use std::sync::mpsc;

use reqwest::Method;
use serde_json::Value;
use tokio::runtime::Handle;

use super::passing;

/// What the homeserver did not do.
#[derive(Debug, Clone, PartialEq)]
pub struct Refused {
    /// The status.
    pub status: u16,
    /// The whole answer, with its `errcode`.
    pub answer: Value,
}

/// The homeserver's API.
#[derive(Debug, Clone)]
pub(super) struct Api {
    client: reqwest::Client,
    runtime: Handle,
}

impl Api {
    /// That of the homeserver which listens on that socket.
    pub(super) fn of(socket: &Path, runtime: &Handle) -> Self {
        Self {
            client: passing::to(socket),
            runtime: runtime.clone(),
        }
    }

    /// Asks for something by its path, as the owner of a token.
    pub(super) fn asks(
        &self,
        token: Option<&str>,
        method: &str,
        path: &str,
        body: Option<&Value>,
    ) -> Result<Value, Refused> {
        let answered = self.tries(token, method, path, body);
        let (status, answer) = answered.unwrap_or_else(|error| panic!("{method} {path}: {error:?}"));
        if status < 300 {
            Ok(answer)
        } else {
            Err(Refused { status, answer })
        }
    }

    /// The same where perhaps nobody listens.
    pub(super) fn tries(
        &self,
        token: Option<&str>,
        method: &str,
        path: &str,
        body: Option<&Value>,
    ) -> reqwest::Result<(u16, Value)> {
        let method = Method::from_bytes(method.as_bytes()).expect("a method");
        let mut request = self.client.request(method, format!("http://homeserver{path}"));
        if let Some(token) = token {
            request = request.bearer_auth(token);
        }
        if let Some(body) = body {
            request = request.json(body);
        }
        // On another thread, so that a test may ask within a runtime and without one.
        let (said, answer) = mpsc::channel();
        self.runtime.spawn(async move {
            let answered = async {
                let answer = request.send().await?;
                Ok((answer.status().as_u16(), answer.json().await?))
            };
            // Whoever asked has ended, where nobody hears it.
            let _ = said.send(answered.await);
        });
        answer.recv().expect("the runtime is there")
    }
}

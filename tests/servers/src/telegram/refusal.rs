//! How a request is refused, in Telegram's own words: programs compare them.

use std::fmt::Display;

use serde_json::{Value, json};

use super::ids::ChatId;

/// What a method answers.
pub(super) type Answer = Result<Value, Refusal>;

/// Why there is no result.
#[derive(Debug, Clone)]
pub(super) struct Refusal {
    /// It is also the status of the HTTP answer.
    pub(super) code: u16,
    pub(super) description: String,
    parameters: Option<Value>,
}

impl Refusal {
    fn new(code: u16, description: String) -> Self {
        Self {
            code,
            description,
            parameters: None,
        }
    }

    pub(super) fn bad(what: impl Display) -> Self {
        Self::new(400, format!("Bad Request: {what}"))
    }

    pub(super) fn forbidden(what: impl Display) -> Self {
        Self::new(403, format!("Forbidden: {what}"))
    }

    pub(super) fn conflict(what: &str) -> Self {
        Self::new(409, format!("Conflict: {what}"))
    }

    pub(super) fn unauthorized() -> Self {
        Self::new(401, "Unauthorized".to_owned())
    }

    pub(super) fn not_found() -> Self {
        Self::new(404, "Not Found".to_owned())
    }

    pub(super) fn unknown_method() -> Self {
        Self::new(404, "Not Found: method not found".to_owned())
    }

    pub(super) fn too_many(retry_after: u64) -> Self {
        Self {
            parameters: Some(json!({ "retry_after": retry_after })),
            ..Self::new(429, format!("Too Many Requests: retry after {retry_after}"))
        }
    }

    pub(super) fn upgraded(new: ChatId) -> Self {
        Self {
            parameters: Some(json!({ "migrate_to_chat_id": new.0 })),
            ..Self::bad("group chat was upgraded to a supergroup chat")
        }
    }

    pub(super) fn body(&self) -> String {
        let mut body = json!({ "ok": false, "error_code": self.code, "description": self.description });
        if let Some(parameters) = &self.parameters {
            body["parameters"] = parameters.clone();
        }
        body.to_string()
    }
}

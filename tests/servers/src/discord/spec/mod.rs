//! The machine-readable HTTP API (`OpenAPI` 3.1): which operations there are, and what they take.
//!
//! It is no part of this project. It is looked for beside the checkout, as `shared/specs/discord-openapi.json` in one
//! of the folders above; where it is not, nothing is checked, and
//! [`Discord::is_validating`](super::Discord::is_validating) says so.

mod check;
mod request;
mod values;

use std::sync::OnceLock;

use serde_json::Value;

use super::http::segments_match;
use crate::published;

/// What the file is called.
const FILE: &str = "discord-openapi.json";

/// The whole of it.
#[derive(Debug)]
pub(super) struct Spec(Value);

impl Spec {
    /// Read once a process; `None` where the file is not there.
    pub(super) fn shared() -> Option<&'static Self> {
        static SPEC: OnceLock<Option<Spec>> = OnceLock::new();
        let read = || {
            let text = published::find(FILE)?;
            Some(Spec(
                serde_json::from_str(&text).expect("the API as it is published by machines"),
            ))
        };
        SPEC.get_or_init(read).as_ref()
    }

    /// The name of the operation at that path, played here or not.
    pub(super) fn operation_at(&self, method: &str, path: &str) -> Option<&str> {
        let paths = self.0["paths"].as_object()?;
        let mut at = paths.iter().filter(|(template, _)| segments_match(template, path));
        at.find_map(|(_, item)| item[method.to_lowercase()]["operationId"].as_str())
    }

    /// Whether there is anything at that path.
    pub(super) fn knows_path(&self, path: &str) -> bool {
        let paths = self.0["paths"].as_object();
        paths.is_some_and(|paths| paths.keys().any(|template| segments_match(template, path)))
    }

    /// The name of the operation of a template of ours.
    #[cfg(test)]
    pub(super) fn operation_of(&self, method: &str, template: &str) -> Option<&str> {
        self.0["paths"][template][method.to_lowercase()]["operationId"].as_str()
    }
}

//! A request from its bytes: JSON, or a form with files.

use std::collections::BTreeMap;

use axum::body::to_bytes;
use axum::extract::Request;
use axum::http::header::CONTENT_TYPE;
use serde_json::Value;

use super::call::Call;
use super::routes::Route;
use crate::discord::refusal::{Refusal, Wrong};
use crate::uploads::{self, Part};

/// A request is at most that long (Create Message, "Limitations": 25 MiB).
const MOST_BYTES: usize = 25 << 20;

/// The request for that operation.
pub(super) async fn call(route: Route, request: Request) -> Result<Call, Refusal> {
    let query = form_urlencoded::parse(request.uri().query().unwrap_or_default().as_bytes())
        .into_owned()
        .collect();
    let mut call = Call {
        operation: route.operation,
        parameters: route.parameters,
        query,
        body: Value::Null,
        is_multipart: false,
        files: BTreeMap::new(),
        stray: Vec::new(),
    };
    let kind = request.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    let kind = kind.unwrap_or_default().to_owned();
    if kind.starts_with("multipart/form-data") {
        call.is_multipart = true;
        parts(&mut call, request).await?;
        return Ok(call);
    }
    let body = to_bytes(request.into_body(), MOST_BYTES).await;
    let body = body.map_err(|_| Refusal::new(413, 40_005, "Request entity too large"))?;
    if body.is_empty() {
        return Ok(call);
    }
    if !kind.starts_with("application/json") {
        let wrong = Wrong::at(
            &[],
            "CONTENT_TYPE_INVALID",
            "Expected \"Content-Type\" header to be one of {'application/json'}.",
        );
        return Err(Refusal::invalid_form(&[wrong]));
    }
    call.body = serde_json::from_slice(&body).map_err(|_| Refusal::not_json())?;
    Ok(call)
}

async fn parts(call: &mut Call, request: Request) -> Result<(), Refusal> {
    let broken = || Refusal::invalid_form(&[Wrong::at(&[], "CONTENT_TYPE_INVALID", "The form is not whole")]);
    for (name, part) in uploads::parts(request).await.ok_or_else(broken)? {
        match (file_number(&name), part) {
            (Some(number), Part::File(file)) => drop(call.files.insert(number, file)),
            (None, Part::Field(text)) if name == "payload_json" => {
                call.body = serde_json::from_str(&text).map_err(|_| Refusal::not_json())?;
            }
            _ => call.stray.push(name),
        }
    }
    Ok(())
}

/// `files[3]`
fn file_number(name: &str) -> Option<u64> {
    name.strip_prefix("files[")?.strip_suffix(']')?.parse().ok()
}

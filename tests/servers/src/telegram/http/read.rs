//! A request from its bytes: JSON, a form, a form with files, or behind the question mark.

use axum::body::{Bytes, to_bytes};
use axum::extract::Request;
use axum::http::header::CONTENT_TYPE;
use serde_json::{Map, Value};

use super::call::Call;
use crate::telegram::refusal::Refusal;
use crate::uploads::{self, Part};

/// Telegram takes files of 50 MB.
const MOST_BYTES: usize = 64 << 20;

/// The request for that method.
pub(super) async fn call(name: &str, request: Request) -> Result<Call, Refusal> {
    let mut call = Call::new(name);
    form(&mut call, request.uri().query().unwrap_or_default().as_bytes());
    let kind = request.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    let kind = kind.unwrap_or_default().to_owned();
    if kind.starts_with("multipart/form-data") {
        parts(&mut call, request).await?;
    } else {
        let body = to_bytes(request.into_body(), MOST_BYTES).await;
        let body = body.map_err(|_| Refusal::bad("the body is not whole, or too long"))?;
        if kind.starts_with("application/json") {
            json(&mut call, &body)?;
        } else if kind.starts_with("application/x-www-form-urlencoded") {
            form(&mut call, &body);
        }
    }
    call.settle();
    Ok(call)
}

fn form(call: &mut Call, body: &[u8]) {
    for (name, value) in form_urlencoded::parse(body) {
        call.give(&name, Value::String(value.into_owned()));
    }
}

fn json(call: &mut Call, body: &Bytes) -> Result<(), Refusal> {
    if body.is_empty() {
        return Ok(());
    }
    let fields: Map<String, Value> =
        serde_json::from_slice(body).map_err(|_| Refusal::bad("can't parse the JSON object"))?;
    for (name, value) in fields {
        call.give(&name, value);
    }
    Ok(())
}

async fn parts(call: &mut Call, request: Request) -> Result<(), Refusal> {
    let parts = uploads::parts(request).await;
    for (name, part) in parts.ok_or_else(|| Refusal::bad("the form is not whole"))? {
        match part {
            Part::File(file) => drop(call.files.insert(name, file)),
            Part::Field(value) => call.give(&name, value.into()),
        }
    }
    Ok(())
}

//! What happens to a request: from its path to its answer, with the faults that meet it.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::Request;
use axum::http::{StatusCode, header::CONTENT_TYPE};
use axum::response::Response;

use super::call::Call;
use super::read;
use crate::serving::cut;
use crate::telegram::faults::Fault;
use crate::telegram::refusal::Refusal;
use crate::telegram::shared::{Shared, pause};
use crate::telegram::updates;

/// Answers a request.
pub(super) async fn answer(shared: Arc<Shared>, request: Request) -> Response {
    let answered = match method(&shared, request.uri().path()) {
        Ok(method) => read::call(&method, request).await,
        Err(refusal) => Err(refusal),
    };
    match answered {
        Ok(call) => with_faults(&shared, &call).await,
        Err(refusal) => refused(&refusal),
    }
}

/// The method that a path names, where its token is the bot's.
fn method(shared: &Shared, path: &str) -> Result<String, Refusal> {
    let rest = path.strip_prefix("/bot").ok_or_else(Refusal::not_found)?;
    let (token, method) = rest.split_once('/').ok_or_else(Refusal::not_found)?;
    // A colon may be written as %3A.
    let token = token.replace("%3A", ":").replace("%3a", ":");
    if token == shared.state().options.token {
        Ok(method.to_owned())
    } else {
        Err(Refusal::unauthorized())
    }
}

async fn with_faults(shared: &Arc<Shared>, call: &Call) -> Response {
    let fault = shared.change(|state| state.meets(call));
    match &fault {
        Some(Fault::DropBefore) => return cut(),
        Some(Fault::ServerError { status, html: true }) => return page(*status),
        Some(Fault::ServerError { status, html: false }) => return failed(*status),
        Some(Fault::TooMany { retry_after }) => return refused(&Refusal::too_many(*retry_after)),
        Some(Fault::Refused { code, description }) => return json(*code, plainly(*code, description)),
        Some(Fault::Slow(length)) => pause(*length).await,
        Some(Fault::DropAfter | Fault::MalformedJson) | None => {}
    }
    let response = perform(shared, call).await;
    match fault {
        Some(Fault::DropAfter) => cut(),
        Some(Fault::MalformedJson) => json(200, "{\"ok\":true,\"result\":{\"message_id\":".to_owned()),
        _ => response,
    }
}

async fn perform(shared: &Arc<Shared>, call: &Call) -> Response {
    let answered = if call.method == "getupdates" {
        updates::get_updates(shared, call).await
    } else {
        let answer = shared.change(|state| state.perform(call));
        answer.map(|result| format!("{{\"ok\":true,\"result\":{result}}}"))
    };
    match answered {
        Ok(body) => json(200, body),
        Err(refusal) => refused(&refusal),
    }
}

fn refused(refusal: &Refusal) -> Response {
    json(refusal.code, refusal.body())
}

fn plainly(code: u16, description: &str) -> String {
    serde_json::json!({ "ok": false, "error_code": code, "description": description }).to_string()
}

fn failed(status: u16) -> Response {
    let words = StatusCode::from_u16(status)
        .ok()
        .and_then(|status| status.canonical_reason());
    json(status, plainly(status, words.unwrap_or_default()))
}

/// As a proxy in front of Telegram answers where it reaches nothing.
fn page(status: u16) -> Response {
    let mut response = json(
        status,
        "<html><head><title>Bad Gateway</title></head></html>".to_owned(),
    );
    let kind = axum::http::HeaderValue::from_static("text/html");
    response.headers_mut().insert(CONTENT_TYPE, kind);
    response
}

fn json(status: u16, body: String) -> Response {
    let mut response = Response::new(Body::from(body));
    *response.status_mut() = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let kind = axum::http::HeaderValue::from_static("application/json");
    response.headers_mut().insert(CONTENT_TYPE, kind);
    response
}

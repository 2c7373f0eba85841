//! An answer's status, body and headers.

use std::time::Duration;

use axum::body::Body;
use axum::http::{HeaderName, HeaderValue, StatusCode, header::CONTENT_TYPE};
use axum::response::Response;
use serde_json::json;

use crate::discord::rates::{Told, TooMuch};
use crate::discord::refusal::{Answer, Refusal};

/// What a request is answered with.
pub(super) fn answered(answer: &Answer) -> Response {
    match answer {
        Ok(Some(value)) => with_body(200, value.to_string()),
        Ok(None) => empty(204),
        Err(refusal) => refused(refusal),
    }
}

pub(super) fn refused(refusal: &Refusal) -> Response {
    with_body(refusal.status, refusal.body().to_string())
}

/// The request was too much.
pub(super) fn too_much(much: &TooMuch) -> Response {
    if much.shut_out {
        let mut response = page(
            429,
            "<html><head><title>Access denied | discord.com used Cloudflare</title></head></html>",
        );
        add(&mut response, "retry-after", &much.retry_after.as_secs().to_string());
        return response;
    }
    let message = if much.global {
        "You are being blocked from accessing our API temporarily due to exceeding our global rate limit."
    } else {
        "You are being rate limited."
    };
    let seconds = much.retry_after.as_secs_f64();
    let body = json!({ "message": message, "retry_after": (seconds * 1_000.0).ceil() / 1_000.0, "global": much.global, "code": 0 });
    let mut response = with_body(429, body.to_string());
    add(&mut response, "retry-after", &format!("{}", seconds.ceil()));
    add(
        &mut response,
        "x-ratelimit-scope",
        if much.global { "global" } else { "user" },
    );
    if much.global {
        add(&mut response, "x-ratelimit-global", "true");
    }
    response
}

/// As a proxy in front of Discord answers where it reaches nothing.
pub(super) fn bad_gateway(status: u16) -> Response {
    page(status, "<html><head><title>Bad Gateway</title></head></html>")
}

/// An error without a reason.
pub(super) fn failed(status: u16) -> Response {
    let words = StatusCode::from_u16(status)
        .ok()
        .and_then(|status| status.canonical_reason());
    let message = format!("{status}: {}", words.unwrap_or_default());
    with_body(status, json!({ "message": message, "code": 0 }).to_string())
}

/// The headers that say how much may be asked yet.
pub(super) fn tell(response: &mut Response, told: &Told, unix_ms: i64) {
    let reset = Duration::from_millis(u64::try_from(unix_ms).unwrap_or_default()) + told.reset_after;
    add(response, "x-ratelimit-limit", &told.limit.to_string());
    add(response, "x-ratelimit-remaining", &told.remaining.to_string());
    add(response, "x-ratelimit-reset", &format!("{:.3}", reset.as_secs_f64()));
    add(
        response,
        "x-ratelimit-reset-after",
        &format!("{:.3}", told.reset_after.as_secs_f64()),
    );
    add(response, "x-ratelimit-bucket", &told.bucket);
}

fn add(response: &mut Response, name: &'static str, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        response.headers_mut().insert(HeaderName::from_static(name), value);
    }
}

pub(super) fn with_body(status: u16, body: String) -> Response {
    let mut response = Response::new(Body::from(body));
    *response.status_mut() = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    response
        .headers_mut()
        .insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    response
}

fn page(status: u16, text: &'static str) -> Response {
    let mut response = with_body(status, text.to_owned());
    response
        .headers_mut()
        .insert(CONTENT_TYPE, HeaderValue::from_static("text/html"));
    response
}

fn empty(status: u16) -> Response {
    let mut response = with_body(status, String::new());
    response.headers_mut().remove(CONTENT_TYPE);
    response
}

/// Broken JSON, though everything was done.
pub(super) fn broken() -> Response {
    with_body(200, "{\"id\":".to_owned())
}

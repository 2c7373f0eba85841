//! How much of everything a listener takes: connections, time and bytes.

use std::time::Duration;

use axum::Router;
use axum::body::{Body, HttpBody};
use axum::extract::{Request, State};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, HeaderName, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use http_body_util::Limited;

/// The bounds of a listener.
#[derive(Debug, Clone, Copy)]
pub struct Bounds {
    /// How many connections at once; more wait until one ends.
    pub connections: u32,
    /// How long a request's head may take to come, and a connection may lie idle between two requests.
    pub head: Duration,
    /// How many bytes a request's head may have; at least 8192.
    pub head_bytes: usize,
    /// How many bytes a request's body may have.
    pub body_bytes: usize,
    /// How long an answer may take, the request's body included.
    pub answer: Duration,
    /// How long a connection lasts, so that nobody reads an answer for ever.
    pub connection: Duration,
    /// How long a connection that is to end may take to finish what is under way.
    pub grace: Duration,
}

impl Bounds {
    /// For the operator's few machines.
    pub const PRIVATE: Self = Self {
        connections: 32,
        body_bytes: 1024,
        ..Self::PUBLIC
    };

    /// For the world: a platform's event has some kilobytes.
    pub const PUBLIC: Self = Self {
        connections: 512,
        head: Duration::from_secs(10),
        head_bytes: 16 * 1024,
        body_bytes: 1024 * 1024,
        answer: Duration::from_secs(20),
        connection: Duration::from_mins(2),
        grace: Duration::from_secs(10),
    };
}

/// What every answer says unless its route says otherwise: nothing here is a page with scripts, nothing is shown inside
/// another page, nothing is kept on the way, and no address (it may be a secret) is told to anybody else.
const HEADERS: [(HeaderName, HeaderValue); 5] = [
    (CACHE_CONTROL, HeaderValue::from_static("no-store")),
    (
        CONTENT_SECURITY_POLICY,
        HeaderValue::from_static("default-src 'none'; frame-ancestors 'none'"),
    ),
    (REFERRER_POLICY, HeaderValue::from_static("no-referrer")),
    (X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    (X_FRAME_OPTIONS, HeaderValue::from_static("DENY")),
];

/// The same routes within those bounds.
pub(super) fn keep(routes: Router, bounds: Bounds) -> Router {
    routes
        .layer(middleware::from_fn_with_state(bounds, bounded))
        .layer(middleware::map_response(with_headers))
}

async fn bounded(State(bounds): State<Bounds>, request: Request, next: Next) -> Response {
    // Whoever says how long the body is is told at once; of everybody else no more is read.
    if request.body().size_hint().lower() > bounds.body_bytes as u64 {
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    }
    let request = request.map(|body| Body::new(Limited::new(body, bounds.body_bytes)));
    tokio::time::timeout(bounds.answer, next.run(request))
        .await
        .unwrap_or_else(|_| StatusCode::REQUEST_TIMEOUT.into_response())
}

async fn with_headers(mut response: Response) -> Response {
    for (name, value) in HEADERS {
        response.headers_mut().entry(name).or_insert(value);
    }
    response
}

//! What happens to a request that comes through a door: it is passed on, with the faults that meet it.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::Request;
use axum::http::header::{CONNECTION, CONTENT_LENGTH, CONTENT_TYPE, HOST, RETRY_AFTER, TRANSFER_ENCODING};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::response::Response;
use reqwest::Client;
use serde_json::json;

use super::asked::Asked;
use super::door::State;
use super::faults::Fault;
use crate::serving::cut;
use crate::shared::{Shared, pause};

/// A client to the homeserver that listens on that socket.
pub(super) fn to(socket: &Path) -> Client {
    // Behind a socket of this kind Synapse asks whoever passes a request on where it came from.
    let from = [("x-forwarded-for", "127.0.0.1"), ("x-forwarded-proto", "http")];
    let header = |(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value));
    let from: HeaderMap = from.map(header).into_iter().collect();
    let client = Client::builder()
        .unix_socket(socket)
        .default_headers(from)
        .no_proxy()
        .tls_built_in_root_certs(false)
        .redirect(reqwest::redirect::Policy::none());
    client.build().expect("a client to the homeserver")
}

/// Passes a request on, and its answer back.
pub(super) async fn pass(shared: Arc<Shared<State>>, homeserver: Client, request: Request) -> Response {
    let asked = Asked::by(request.uri().path());
    let query = request.uri().query().unwrap_or_default();
    let fault = shared.change(|state| state.meets(&asked, query));
    match &fault {
        Some(Fault::DropBefore) => return cut(),
        Some(Fault::ServerError(status)) => return page(*status),
        Some(Fault::Refused { status, code }) => return refused(*status, code),
        Some(Fault::TooMany { after }) => return too_many(*after),
        Some(Fault::Slow(length)) => pause(*length).await,
        Some(Fault::DropAfter) | None => {}
    }
    let answer = passed_on(&homeserver, request).await;
    match (answer, fault) {
        (Ok((answer, body)), None | Some(Fault::Slow(_))) => {
            if asked.is_sync() {
                shared.change(|state| state.heard.brings(&body));
            }
            answer.map(|()| Body::from(body))
        }
        // Lost, or nobody is there.
        _ => cut(),
    }
}

async fn passed_on(homeserver: &Client, request: Request) -> reqwest::Result<(Response<()>, Bytes)> {
    let (mut head, body) = request.into_parts();
    let body = to_bytes(body, usize::MAX).await.unwrap_or_default();
    for own in [HOST, CONNECTION, CONTENT_LENGTH, TRANSFER_ENCODING] {
        head.headers.remove(own);
    }
    let path = head.uri.path_and_query().map_or("/", |path| path.as_str());
    let passed_on = homeserver
        .request(head.method, format!("http://homeserver{path}"))
        .headers(head.headers)
        .body(body);
    let answer = passed_on.send().await?;
    let (status, mut headers) = (answer.status(), answer.headers().clone());
    for own in [CONNECTION, CONTENT_LENGTH, TRANSFER_ENCODING] {
        headers.remove(own);
    }
    let mut response = Response::new(());
    *response.status_mut() = status;
    *response.headers_mut() = headers;
    Ok((response, answer.bytes().await?))
}

/// As a proxy in front of a homeserver answers where it reaches nothing.
fn page(status: u16) -> Response {
    let page = "<html><head><title>Bad Gateway</title></head></html>";
    answer(status, "text/html", page.to_owned())
}

fn refused(status: u16, code: &str) -> Response {
    let body = json!({ "errcode": code, "error": "the test wants it so" });
    answer(status, "application/json", body.to_string())
}

fn too_many(after: Duration) -> Response {
    let after = u64::try_from(after.as_millis()).unwrap_or(u64::MAX);
    let body = json!({ "errcode": "M_LIMIT_EXCEEDED", "error": "Too Many Requests", "retry_after_ms": after });
    let mut response = answer(429, "application/json", body.to_string());
    // In whole seconds, as Synapse has it.
    let seconds = HeaderValue::from(after.div_ceil(1000));
    response.headers_mut().insert(RETRY_AFTER, seconds);
    response
}

fn answer(status: u16, kind: &'static str, body: String) -> Response {
    let mut response = Response::new(Body::from(body));
    *response.status_mut() = StatusCode::from_u16(status).expect("a status");
    response
        .headers_mut()
        .insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    response
}

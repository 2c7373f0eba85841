//! The socket.

use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::extract::ws::{CloseFrame, Message, WebSocket};
use axum::extract::{FromRequestParts as _, Request, WebSocketUpgrade};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use serde_json::json;

use super::Order;
use crate::discord::shared::{Shared, pause};

/// Takes a connection to the gateway.
pub(in crate::discord) async fn accept(shared: Arc<Shared>, request: Request) -> Response {
    let query = request.uri().query().unwrap_or_default().to_owned();
    let (mut parts, _) = request.into_parts();
    match WebSocketUpgrade::from_request_parts(&mut parts, &()).await {
        Ok(upgrade) => upgrade.on_upgrade(move |socket| serve(shared, socket, query)),
        Err(_) => StatusCode::BAD_REQUEST.into_response(),
    }
}

/// What is wrong with how the gateway was asked for.
fn wrong(query: &str) -> Option<(u16, &'static str)> {
    let asked = |name: &str| {
        form_urlencoded::parse(query.as_bytes()).find_map(|(key, value)| (key == name).then(|| value.into_owned()))
    };
    if asked("v").is_some_and(|version| version != "10") {
        return Some((4_012, "invalid API version"));
    }
    let is_plain = asked("encoding").is_none_or(|encoding| encoding == "json") && asked("compress").is_none();
    (!is_plain).then_some((4_002, "this server speaks plain JSON"))
}

async fn serve(shared: Arc<Shared>, mut socket: WebSocket, query: String) {
    let (mut news, mut cut) = (shared.news.subscribe(), shared.cut.subscribe());
    let heartbeat = shared.state().options.heartbeat;
    let connection = shared.change(|state| {
        let connection = state.gateway.open();
        state.seen.connections += 1;
        let hello =
            json!({ "t": null, "s": null, "op": 10, "d": { "heartbeat_interval": millis(heartbeat), "_trace": [] } });
        state.gateway.order(connection, Order::Say(hello.to_string()));
        if let Some((code, why)) = wrong(&query) {
            state.close(connection, code, why);
        }
        connection
    });
    // A client that is silent for so long is gone: two beats are missing.
    let patience = heartbeat * 3;
    let (mut code, mut closes, mut heard) = (None, false, Instant::now());
    loop {
        let due = shared.change(|state| state.due(connection));
        if let Some(closed) = carry_out(&mut socket, due).await {
            closes = closed;
            break;
        }
        tokio::select! {
            biased;
            _ = cut.changed() => break,
            message = socket.recv() => match message {
                Some(Ok(Message::Text(text))) => {
                    heard = Instant::now();
                    shared.change(|state| state.receive(connection, text.as_str()));
                }
                Some(Ok(Message::Close(frame))) => {
                    code = frame.map(|frame| frame.code);
                    closes = true;
                    break;
                }
                Some(Ok(_)) => {}
                Some(Err(_)) | None => break,
            },
            _ = news.changed() => {}
            () = pause(patience.saturating_sub(heard.elapsed())) => {
                heard = Instant::now();
                let silent = Order::Close(4_000, "no heartbeat".to_owned());
                shared.change(|state| state.gateway.order(connection, silent));
            }
        }
    }
    shared.change(|state| state.ended(connection, code));
    if closes {
        part(&mut socket).await;
    }
}

/// Both sides say that they close, and what was sent arrives; nobody waits long for that.
async fn part(socket: &mut WebSocket) {
    let gone = async { while let Some(Ok(_)) = socket.recv().await {} };
    tokio::select! {
        () = gone => {}
        () = pause(Duration::from_secs(1)) => {}
    }
}

fn millis(length: Duration) -> u64 {
    u64::try_from(length.as_millis()).unwrap_or(u64::MAX)
}

/// Sends what is due; where the connection ends with that, whether it is closed in due form.
async fn carry_out(socket: &mut WebSocket, due: Vec<Order>) -> Option<bool> {
    for order in due {
        match order {
            Order::Say(text) => {
                if socket.send(Message::Text(text.into())).await.is_err() {
                    return Some(false);
                }
            }
            Order::Close(code, why) => {
                let frame = CloseFrame {
                    code,
                    reason: why.into(),
                };
                let _ = socket.send(Message::Close(Some(frame))).await;
                return Some(true);
            }
            Order::Cut => return Some(false),
        }
    }
    None
}

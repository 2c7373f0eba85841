//! `/calendar/<secret>.ics`: somebody's own calendar, for whoever has its address.

use std::sync::Arc;

use axum::Router;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use axum::routing::get;

use crate::engine::Engine;

/// The route.
pub fn routes(engine: Arc<Engine>) -> Router {
    Router::new()
        .route("/calendar/{file}", get(calendar))
        .with_state(engine)
}

/// The calendar. What was ended is as if it had never been, and so is what could be no address.
async fn calendar(State(engine): State<Arc<Engine>>, file: Result<Path<String>, PathRejection>) -> Response {
    let file = file.map(|Path(file)| file).unwrap_or_default();
    let Some(secret) = file.strip_suffix(".ics") else {
        return StatusCode::NOT_FOUND.into_response();
    };
    match engine.calendar(secret).await {
        Ok(Some(text)) => ([(CONTENT_TYPE, "text/calendar; charset=utf-8")], text).into_response(),
        Ok(None) => StatusCode::NOT_FOUND.into_response(),
        Err(_) => StatusCode::SERVICE_UNAVAILABLE.into_response(),
    }
}

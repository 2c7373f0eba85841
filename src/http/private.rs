//! The private listener: `/healthz`, `/readyz` and `/metrics`.

use std::fmt::Write;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use axum::routing::get;
use muster_core::error::Fault;
use tokio::runtime::Handle;
use tokio::time::timeout;

use super::health::{Health, Holder, Probe};
use crate::engine::metrics::Metrics;

/// How long the store may take to answer before it counts as silent.
const PATIENCE: Duration = Duration::from_secs(5);

/// What `/metrics` is written in.
const OPENMETRICS: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

/// What the private listener tells from.
#[derive(Clone)]
pub struct Told {
    pub(super) health: Health,
    pub(super) metrics: Metrics,
    pub(super) probe: Arc<dyn Probe>,
    pub(super) patience: Duration,
}

impl Told {
    /// From which vital tasks live, from what was counted, and from what the engine says when it is asked.
    pub const fn new(health: Health, metrics: Metrics, probe: Arc<dyn Probe>) -> Self {
        Self {
            health,
            metrics,
            probe,
            patience: PATIENCE,
        }
    }

    /// What the store says, if it says it in time. Whoever works with the store logs why not.
    async fn answered<T>(&self, asked: impl Future<Output = Result<T, Fault>>) -> Option<T> {
        timeout(self.patience, asked).await.ok()?.ok()
    }
}

impl std::fmt::Debug for Told {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Told")
            .field("health", &self.health)
            .finish_non_exhaustive()
    }
}

/// The three routes.
pub fn routes(told: Told) -> Router {
    Router::new()
        .route("/healthz", get(healthz))
        .route("/readyz", get(readyz))
        .route("/metrics", get(metrics))
        .with_state(told)
}

/// Whether the process is of use: if not, it should be started again.
async fn healthz(State(told): State<Told>) -> (StatusCode, String) {
    let dead = told.health.dead();
    if dead.is_empty() {
        return (StatusCode::OK, "ok\n".to_owned());
    }
    let mut text = String::new();
    for (task, why) in dead {
        let _ = writeln!(text, "{task}: {why}");
    }
    (StatusCode::SERVICE_UNAVAILABLE, text)
}

/// Whether everybody who writes to the bot is heard: by this node, or by another one.
async fn readyz(State(told): State<Told>) -> (StatusCode, String) {
    let Some(holders) = told.answered(told.probe.holders()).await else {
        return (StatusCode::SERVICE_UNAVAILABLE, "store: does not answer\n".to_owned());
    };
    let mut text = "store: answers\n".to_owned();
    for (platform, holder) in &holders {
        let _ = writeln!(text, "{}: {holder}", platform.code());
    }
    let everything_is_held = holders
        .iter()
        .all(|(_, holder)| matches!(holder, Holder::ThisNode | Holder::AnotherNode));
    let status = if everything_is_held {
        StatusCode::OK
    } else {
        StatusCode::SERVICE_UNAVAILABLE
    };
    (status, text)
}

/// What was counted, and how much waits. While the store is silent the latter is left out, and the rest is told.
async fn metrics(State(told): State<Told>) -> impl IntoResponse {
    let depths = told.answered(told.probe.depths()).await;
    told.metrics.tasks_live(Handle::current().metrics().num_alive_tasks());
    let text = told.metrics.encode(depths.as_ref());
    ([(CONTENT_TYPE, OPENMETRICS)], text)
}

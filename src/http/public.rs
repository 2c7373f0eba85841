//! The public listener: webhooks and calendar feeds, once something mounts them, and 404 for everything else.
//!
//! TLS ends at the proxy in front of it.

use axum::Router;
use axum::http::StatusCode;

/// Everything that is mounted, each part with paths of its own. What nobody mounted does not exist, and the answer
/// repeats nothing of what was asked.
pub fn routes(mounted: impl IntoIterator<Item = Router>) -> Router {
    let routes = mounted.into_iter().fold(Router::new(), Router::merge);
    routes.fallback(async || StatusCode::NOT_FOUND)
}

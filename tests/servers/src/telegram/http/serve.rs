//! Routes.

use std::sync::Arc;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request};

use super::answer::answer;
use crate::telegram::shared::Shared;

/// All paths look alike, so there is one route.
pub(in crate::telegram) fn routes(shared: &Arc<Shared>) -> Router {
    let shared = Arc::clone(shared);
    let every = move |request: Request| answer(Arc::clone(&shared), request);
    Router::new().fallback(every).layer(DefaultBodyLimit::disable())
}

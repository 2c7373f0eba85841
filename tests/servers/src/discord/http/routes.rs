//! Which operation a path means.

use std::sync::Arc;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request};

use super::answer::answer;
use crate::discord::methods::{OPERATIONS, Operation};
use crate::discord::shared::Shared;

/// An operation with what stands in its path.
#[derive(Debug)]
pub(super) struct Route {
    pub(super) operation: &'static Operation,
    pub(super) parameters: Vec<(&'static str, String)>,
}

/// All paths go one way: the table of operations says which is which.
pub(in crate::discord) fn routes(shared: &Arc<Shared>) -> Router {
    let shared = Arc::clone(shared);
    let every = move |request: Request| answer(Arc::clone(&shared), request);
    Router::new().fallback(every).layer(DefaultBodyLimit::disable())
}

/// The operation at that path; of several the one that stands first in the table.
pub(super) fn find(method: &str, path: &str) -> Option<Route> {
    let mut operations = OPERATIONS.iter().filter(|operation| operation.method == method);
    operations.find_map(|operation| {
        let parameters = parameters(operation.path, path)?;
        Some(Route { operation, parameters })
    })
}

/// What stands in a path in place of `{…}`; nothing where it is another path.
fn parameters(template: &'static str, path: &str) -> Option<Vec<(&'static str, String)>> {
    if !segments_match(template, path) {
        return None;
    }
    let pairs = template.split('/').zip(path.split('/'));
    let named = pairs.filter_map(|(name, value)| {
        let name = name.strip_prefix('{')?.strip_suffix('}')?;
        Some((name, value.replace("%40", "@")))
    });
    Some(named.collect())
}

/// Whether a path is of that template.
pub(in crate::discord) fn segments_match(template: &str, path: &str) -> bool {
    if template.split('/').count() != path.split('/').count() {
        return false;
    }
    let mut pairs = template.split('/').zip(path.split('/'));
    pairs.all(|(expected, given)| (expected.starts_with('{') && !given.is_empty()) || expected == given)
}

//! The socket: requests in, answers out.
//!
//! - [`call`]: a request's parameters, however they were sent
//! - [`read`]: from the bytes
//! - `serve`: routes
//! - [`answer`]: what happens to a request, faults included

mod answer;
mod call;
mod read;
mod serve;

pub(super) use call::Call;
#[cfg(test)]
pub(super) use call::TEXTS;
pub(super) use serve::routes;

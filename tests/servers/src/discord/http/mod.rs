//! The socket: requests in, answers out.
//!
//! - [`call`]: a request's parameters and body, however they were sent
//! - [`read`]: from the bytes
//! - [`routes`]: which operation a path means
//! - [`answer`]: what happens to a request, faults included
//! - [`told`]: the answer's status, body and headers

mod answer;
mod call;
mod read;
mod routes;
mod told;

pub(super) use call::Call;
pub(super) use routes::{routes, segments_match};

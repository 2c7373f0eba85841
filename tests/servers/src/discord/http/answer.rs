//! What happens to a request: from its path to its answer, with the faults that meet it.

use std::sync::Arc;

use axum::extract::Request;
use axum::http::header::{AUTHORIZATION, UPGRADE};
use axum::response::Response;

use super::call::Call;
use super::{read, routes, told};
use crate::discord::faults::Fault;
use crate::discord::gateway;
use crate::discord::rates::{Told, TooMuch};
use crate::discord::refusal::Refusal;
use crate::discord::shared::{Shared, pause};
use crate::discord::world::State;
use crate::serving::cut;

/// Where the API is; no other version is played.
const ROOT: &str = "/api/v10";

/// Answers a request.
pub(super) async fn answer(shared: Arc<Shared>, request: Request) -> Response {
    if request.headers().contains_key(UPGRADE) {
        return gateway::accept(shared, request).await;
    }
    let (method, path) = (request.method().as_str().to_owned(), request.uri().path().to_owned());
    let route = path.strip_prefix(ROOT).and_then(|path| routes::find(&method, path));
    let Some(route) = route else {
        return shared.change(|state| told::refused(&state.no_route(&method, &path)));
    };
    let given = request
        .headers()
        .get(AUTHORIZATION)
        .and_then(|given| given.to_str().ok());
    let is_authorized = shared.state().is_authorized(given);
    match read::call(route, request).await {
        Ok(call) => with_faults(&shared, &call, is_authorized).await,
        Err(refusal) => {
            shared.change(|state| state.seen.breach(&path, refusal.body().to_string()));
            told::refused(&refusal)
        }
    }
}

async fn with_faults(shared: &Arc<Shared>, call: &Call, is_authorized: bool) -> Response {
    let fault = shared.change(|state| state.meets(call));
    match &fault {
        Some(Fault::DropBefore) => return cut(),
        Some(Fault::ServerError { status, html: true }) => return told::bad_gateway(*status),
        Some(Fault::ServerError { status, html: false }) => return told::failed(*status),
        Some(Fault::TooMany { retry_after, global }) => {
            let much = TooMuch {
                retry_after: *retry_after,
                global: *global,
                shut_out: false,
            };
            return counted(shared, told::too_much(&much));
        }
        Some(Fault::Refused { status, code, message }) => {
            return counted(shared, told::refused(&Refusal::new(*status, *code, message)));
        }
        Some(Fault::Slow(length)) => pause(*length).await,
        Some(Fault::DropAfter | Fault::MalformedJson) | None => {}
    }
    let response = counted(shared, perform(shared, call, is_authorized));
    match fault {
        Some(Fault::DropAfter) => cut(),
        Some(Fault::MalformedJson) => told::broken(),
        _ => response,
    }
}

fn perform(shared: &Arc<Shared>, call: &Call, is_authorized: bool) -> Response {
    shared.change(|state| {
        let now = state.now();
        if let Some(much) = state.pace.is_shut_out(&state.options.rates, now) {
            return told::too_much(&much);
        }
        if call.operation.needs_token && !is_authorized {
            return told::refused(&Refusal::unauthorized());
        }
        let (header, taken) = state.pace_for(call);
        let mut response = match taken {
            Ok(()) => told::answered(&state.perform(call)),
            Err(much) => {
                *state.seen.refused_for_rate.entry(call.operation.name).or_default() += 1;
                told::too_much(&much)
            }
        };
        told::tell(&mut response, &header, state.unix_ms());
        response
    })
}

/// Counts an answer that speaks of an invalid request.
fn counted(shared: &Arc<Shared>, response: Response) -> Response {
    if matches!(response.status().as_u16(), 401 | 403 | 429) {
        shared.change(|state| {
            let now = state.now();
            state.seen.invalid_requests += 1;
            state.pace.count_invalid(&state.options.rates, now);
        });
    }
    response
}

impl State {
    fn is_authorized(&self, given: Option<&str>) -> bool {
        let token = given.and_then(|given| given.strip_prefix("Bot "));
        token == Some(self.options.token.as_str()) && !self.gateway.token_gone
    }

    /// The fault that meets that request.
    fn meets(&mut self, call: &Call) -> Option<Fault> {
        self.lapse();
        self.seen.count_request(call.operation.name);
        let about = self.about(call);
        let fault = self.faults.strike(call.operation.name, about.as_ref());
        self.seen.faults += u64::from(fault.is_some());
        fault
    }

    fn pace_for(&mut self, call: &Call) -> (Told, Result<(), TooMuch>) {
        let now = self.now();
        let is_free = call.is_of_interaction();
        self.pace
            .take(&self.options.rates, call.operation.name, call.major(), is_free, now)
    }

    fn no_route(&mut self, method: &str, path: &str) -> Refusal {
        let below = path.strip_prefix(ROOT);
        let known = self
            .spec
            .zip(below)
            .and_then(|(spec, path)| spec.operation_at(method, path));
        let name = known.map_or_else(|| format!("{method} {path}"), str::to_owned);
        let is_path = self.spec.zip(below).is_some_and(|(spec, path)| spec.knows_path(path));
        if known.is_some() {
            self.seen.breach(&name, "not played by this server".to_owned());
            return Refusal::new(501, 0, "not played by this server");
        }
        self.seen.breach(&name, "there is no such operation".to_owned());
        if is_path {
            Refusal::wrong_method()
        } else {
            Refusal::no_such_path()
        }
    }
}

//! A way to the homeserver on which things go wrong: whoever is tested comes through a door of their own, and the people
//! do not notice.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request};
use tokio::runtime::Runtime;

use super::asked::Asked;
use super::faults::{Fault, Faults, Often};
use super::heard::Heard;
use super::ids::{EventId, RoomId};
use super::passing;
use crate::serving;
use crate::shared::{Shared, Stateful};

/// An address of the homeserver's. Dropped means that it is gone, with all its connections.
#[derive(Debug)]
pub struct Door {
    shared: Arc<Shared<State>>,
    runtime: Option<Runtime>,
    address: SocketAddr,
}

#[derive(Debug)]
pub(super) struct State {
    open: bool,
    faults: Faults,
    requests: BTreeMap<String, u64>,
    pub(super) heard: Heard,
}

impl State {
    /// Counts a request, and tells the fault that meets it.
    pub(super) fn meets(&mut self, asked: &Asked, query: &str) -> Option<Fault> {
        if asked.is_sync() {
            self.heard.asks(query);
        }
        *self.requests.entry(asked.what.to_lowercase()).or_default() += 1;
        self.faults.strike(&asked.what.to_lowercase(), asked.room.as_ref())
    }
}

impl Stateful for State {
    fn take_news(&mut self) -> bool {
        false
    }

    fn takes_connections(&self) -> bool {
        self.open
    }
}

impl Door {
    /// To the homeserver that listens on that socket.
    pub(super) fn to(socket: &Path) -> Self {
        let runtime = serving::runtime("test-matrix");
        let shared = Arc::new(Shared::new(State {
            open: true,
            faults: Faults::default(),
            requests: BTreeMap::new(),
            heard: Heard::default(),
        }));
        let homeserver = passing::to(socket);
        let every = {
            let shared = Arc::clone(&shared);
            move |request: Request| passing::pass(Arc::clone(&shared), homeserver.clone(), request)
        };
        let routes = Router::new().fallback(every).layer(DefaultBodyLimit::disable());
        let (listener, address) = serving::bind();
        runtime.spawn(serving::take_all(Arc::clone(&shared), listener, routes));
        Self {
            shared,
            runtime: Some(runtime),
            address,
        }
    }

    /// Where it is: what the binary is told as its homeserver.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Orders a fault for what is asked so: `send`, `sync`, `join`, `createRoom`, `keys/upload` … Of several the one that was
    /// ordered first meets a request.
    pub fn fault(&self, what: &str, often: Often, fault: Fault) {
        self.shared.state().faults.order(what, None, often, fault);
    }

    /// The same for requests that are about that room.
    pub fn fault_in(&self, room: impl Into<RoomId>, what: &str, often: Often, fault: Fault) {
        let room = Some(room.into());
        self.shared.state().faults.order(what, room, often, fault);
    }

    /// Takes back all faults that were ordered.
    pub fn clear_faults(&self) {
        self.shared.state().faults.clear();
    }

    /// How often that was asked here, whatever became of it.
    pub fn requests(&self, what: &str) -> u64 {
        let state = self.shared.state();
        state.requests.get(&what.to_lowercase()).copied().unwrap_or_default()
    }

    /// Whether whoever comes this way has heard of an event: it came with a sync, and they asked for what comes after that.
    pub fn has_heard(&self, event: &EventId) -> bool {
        self.shared.state().heard.has(event)
    }

    /// Cuts every connection. What was not carried out by then may be or not.
    pub fn cut_connections(&self) {
        self.shared.cut.send_replace(());
    }

    /// Cuts every connection, and every one that is taken, until the outage is ended.
    pub fn begin_outage(&self) {
        self.shared.state().open = false;
        self.cut_connections();
    }

    /// Serves connections again.
    pub fn end_outage(&self) {
        self.shared.state().open = true;
    }

    /// The thread that serves it.
    pub(super) fn runtime(&self) -> &Runtime {
        self.runtime.as_ref().expect("it runs until it is dropped")
    }
}

impl Drop for Door {
    fn drop(&mut self) {
        // Without waiting, so that it may be dropped wherever a test ends.
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

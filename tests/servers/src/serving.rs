//! A server's thread and its connections: taken, served, and cut where a fault says so.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::response::Response;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::{Service as _, service_fn};
use hyper_util::rt::TokioIo;
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::runtime::Runtime;

use crate::shared::{Shared, Stateful};

/// Marks an answer that nobody gets, because the connection ends instead.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the connection is cut")]
struct Cut;

/// An answer that nobody gets.
pub(crate) fn cut() -> Response {
    let mut response = Response::new(Body::empty());
    response.extensions_mut().insert(Cut);
    response
}

/// A thread of that name for a server.
pub(crate) fn runtime(name: &str) -> Runtime {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .thread_name(name)
        .enable_all()
        .build();
    runtime.expect("a thread for the server")
}

/// A port of this machine, to be served within a runtime.
pub(crate) fn bind() -> (std::net::TcpListener, SocketAddr) {
    let listener = std::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port for the server");
    let address = listener.local_addr().expect("a socket has an address");
    listener.set_nonblocking(true).expect("a socket that does not block");
    (listener, address)
}

/// Takes connections until the server ends.
pub(crate) async fn take_all<S: Stateful>(shared: Arc<Shared<S>>, listener: std::net::TcpListener, routes: Router) {
    let listener = TcpListener::from_std(listener).expect("a socket for the server");
    while let Ok((stream, _)) = listener.accept().await {
        // An answer is one small packet, and somebody waits for it.
        let _ = stream.set_nodelay(true);
        if shared.state().takes_connections() {
            tokio::spawn(serve(Arc::clone(&shared), stream, routes.clone()));
        }
    }
}

async fn serve<S: Stateful>(shared: Arc<Shared<S>>, stream: TcpStream, routes: Router) {
    let mut cut = shared.cut.subscribe();
    let routes = TowerToHyperService::new(routes);
    let service = service_fn(move |request: hyper::Request<Incoming>| {
        let answer = routes.call(request);
        async move {
            let answer: Response = answer.await.map_err(|impossible| match impossible {})?;
            match answer.extensions().get::<Cut>() {
                Some(cut) => Err(*cut),
                None => Ok(answer),
            }
        }
    });
    let connection = http1::Builder::new().serve_connection(TokioIo::new(stream), service);
    tokio::select! {
        // Ends with an error where a fault cut it, or where the bot is gone: the test knows.
        _ = connection.with_upgrades() => {}
        _ = cut.changed() => {}
    }
}

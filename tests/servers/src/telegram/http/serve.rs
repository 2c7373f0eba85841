//! Connections: taken, served, and cut where a fault says so.

use std::sync::Arc;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request};
use axum::response::Response;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::{Service as _, service_fn};
use hyper_util::rt::TokioIo;
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};

use super::answer::answer;
use crate::telegram::shared::Shared;

/// Marks an answer that nobody gets, because the connection ends instead.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the connection is cut")]
pub(super) struct Cut;

/// Takes connections until the server ends.
pub(in crate::telegram) async fn take_all(shared: Arc<Shared>, listener: TcpListener) {
    let routes = routes(&shared);
    while let Ok((stream, _)) = listener.accept().await {
        // An answer is one small packet, and somebody waits for it.
        let _ = stream.set_nodelay(true);
        if shared.state().open {
            tokio::spawn(serve(Arc::clone(&shared), stream, routes.clone()));
        }
    }
}

/// All paths look alike, so there is one route.
fn routes(shared: &Arc<Shared>) -> Router {
    let shared = Arc::clone(shared);
    let every = move |request: Request| answer(Arc::clone(&shared), request);
    Router::new().fallback(every).layer(DefaultBodyLimit::disable())
}

async fn serve(shared: Arc<Shared>, stream: TcpStream, routes: Router) {
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
        _ = connection => {}
        _ = cut.changed() => {}
    }
}

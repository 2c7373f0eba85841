use std::sync::Arc;

use axum::routing;
use tokio::sync::Semaphore;

use super::*;

/// A route that says when somebody came, and answers when it may.
fn gated() -> (Router, Arc<Semaphore>, Arc<Semaphore>) {
    let (arrived, gate) = (Arc::new(Semaphore::new(0)), Arc::new(Semaphore::new(0)));
    let (came, open) = (arrived.clone(), gate.clone());
    let routes = Router::new().route(
        "/",
        routing::get(async move || {
            came.add_permits(1);
            let _ = open.acquire().await;
            "done"
        }),
    );
    (routes, arrived, gate)
}

#[tokio::test]
async fn what_is_under_way_is_finished_and_nobody_new_is_let_in() {
    let (routes, arrived, gate) = gated();
    let Serving { address, end, served } = serve(routes, Bounds::PUBLIC).await;
    let mut idle = connect(address).await;
    let under_way = tokio::spawn(get(address, "/"));
    arrived.acquire().await.unwrap().forget();
    end.send(()).unwrap();
    assert_eq!(everything(&mut idle).await, "", "an idle connection is closed");
    assert!(TcpStream::connect(address).await.is_err(), "the port is free");
    assert!(!served.is_finished(), "somebody is still answered");
    gate.add_permits(1);
    let answer = under_way.await.unwrap();
    assert_eq!((answer.status, answer.body.as_str()), (200, "done"));
    served.await.unwrap();
}

#[tokio::test]
async fn what_does_not_end_is_not_waited_for() {
    let (routes, arrived, _gate) = gated();
    let bounds = Bounds {
        grace: SHORT,
        ..Bounds::PUBLIC
    };
    let Serving { address, end, served } = serve(routes, bounds).await;
    let mut stream = connect(address).await;
    say(&mut stream, "GET / HTTP/1.1\r\nHost: desk\r\n\r\n").await;
    arrived.acquire().await.unwrap().forget();
    end.send(()).unwrap();
    served.await.unwrap();
    assert_eq!(everything(&mut stream).await, "");
}

#[tokio::test]
async fn a_port_that_is_taken_is_an_error_that_says_where_it_is_configured() {
    let first = Listener::bind(&anywhere(), Bounds::PRIVATE).await.unwrap();
    let listen = Listen {
        address: first.address(),
        ..anywhere()
    };
    let error = Listener::bind(&listen, Bounds::PRIVATE).await.unwrap_err().to_string();
    let begin = format!("MUSTER_ADMIN_LISTEN: cannot listen at {}: ", first.address());
    assert!(error.starts_with(&begin), "{error}");
}

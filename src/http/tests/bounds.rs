use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use axum::body::Bytes;
use axum::routing;
use tokio::sync::Semaphore;

use super::*;

fn echo() -> Router {
    Router::new().route("/echo", routing::post(async |body: Bytes| body))
}

fn chunked(chunks: &[&str]) -> String {
    let head = "POST /echo HTTP/1.1\r\nHost: desk\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n";
    let chunks = chunks.iter().map(|chunk| format!("{:x}\r\n{chunk}\r\n", chunk.len()));
    chunks.fold(head.to_owned(), |request, chunk| request + chunk.as_str()) + "0\r\n\r\n"
}

#[tokio::test]
async fn a_body_that_is_too_long_is_not_taken() {
    let bounds = Bounds {
        body_bytes: 10,
        ..Bounds::PUBLIC
    };
    let address = serve_on(echo(), bounds).await;
    let said = |length: usize| {
        format!(
            "POST /echo HTTP/1.1\r\nHost: desk\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{}",
            "x".repeat(length)
        )
    };
    assert_eq!(ask(address, &said(10)).await.body, "xxxxxxxxxx");
    assert_eq!(ask(address, &said(11)).await.status, 413);
    assert_eq!(ask(address, &chunked(&["hello", "hello"])).await.body, "hellohello");
    assert_eq!(ask(address, &chunked(&["hello", "hello", "!"])).await.status, 413);
}

#[tokio::test]
async fn a_head_that_is_too_long_is_not_taken() {
    let address = serve_on(echo(), Bounds::PUBLIC).await;
    let request = format!(
        "GET /{} HTTP/1.1\r\nHost: desk\r\n\r\n",
        "x".repeat(Bounds::PUBLIC.head_bytes)
    );
    let status = ask(address, &request).await.status;
    assert!(matches!(status, 414 | 431), "{status}");
}

#[tokio::test]
async fn a_head_that_does_not_come_is_not_waited_for() {
    let bounds = Bounds {
        head: SHORT,
        ..Bounds::PUBLIC
    };
    let address = serve_on(echo(), bounds).await;
    for begun in ["", "GET / HTTP/1.1\r\nHost: de"] {
        let mut stream = connect(address).await;
        say(&mut stream, begun).await;
        let said = everything(&mut stream).await;
        assert!(!said.contains(" 200 "), "{said}");
    }
    // Nor is the next one on a connection that goes on.
    let mut stream = connect(address).await;
    say(&mut stream, "GET / HTTP/1.1\r\nHost: desk\r\n\r\n").await;
    assert_eq!(Answer::read(&everything(&mut stream).await).status, 404);
}

#[tokio::test]
async fn an_answer_that_does_not_come_is_not_waited_for() {
    let stuck = Router::new().route("/stuck", routing::get(std::future::pending::<()>));
    let bounds = Bounds {
        answer: SHORT,
        ..Bounds::PUBLIC
    };
    let address = serve_on(echo().merge(stuck), bounds).await;
    assert_eq!(get(address, "/stuck").await.status, 408);
    let half = "POST /echo HTTP/1.1\r\nHost: desk\r\nContent-Length: 10\r\n\r\nhello";
    assert_eq!(ask(address, half).await.status, 408, "nor is a body");
}

#[tokio::test]
async fn an_answer_that_nobody_reads_does_not_keep_its_connection() {
    let large = Router::new().route("/large", routing::get(async || "x".repeat(64 << 20)));
    let bounds = Bounds {
        connections: 1,
        connection: SHORT,
        grace: SHORT,
        ..Bounds::PUBLIC
    };
    let address = serve_on(large, bounds).await;
    let mut lazy = connect(address).await;
    say(&mut lazy, "GET /large HTTP/1.1\r\nHost: desk\r\n\r\n").await;
    // There is one seat: this is served once the other one's time is over.
    assert_eq!(get(address, "/").await.status, 404);
}

#[tokio::test]
async fn no_more_connections_than_are_bound_are_served_at_once() {
    let (inside, most) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
    let (arrived, gate) = (Arc::new(Semaphore::new(0)), Arc::new(Semaphore::new(0)));
    let (now, highest, came, open) = (inside.clone(), most.clone(), arrived.clone(), gate.clone());
    let routes = Router::new().route(
        "/",
        routing::get(async move || {
            highest.fetch_max(now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
            came.add_permits(1);
            let _ = open.acquire().await;
            now.fetch_sub(1, Ordering::SeqCst);
        }),
    );
    let bounds = Bounds {
        connections: 2,
        ..Bounds::PUBLIC
    };
    let address = serve_on(routes, bounds).await;
    let asking: Vec<_> = (0..6)
        .map(|_| tokio::spawn(async move { get(address, "/").await.status }))
        .collect();
    arrived.acquire_many(2).await.unwrap().forget();
    gate.add_permits(6);
    for asked in asking {
        assert_eq!(asked.await.unwrap(), 200, "who waits comes in at last");
    }
    assert_eq!(most.load(Ordering::SeqCst), 2);
}

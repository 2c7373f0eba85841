use std::io::Write;
use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use axum::routing;
use muster_core::error::Fault;
use muster_core::store::OutboxKind;
use muster_core::surface::Platform;

use super::*;
use crate::engine::metrics::{Depths, Metrics};
use crate::http::private::Told;
use crate::http::{Health, Holder, Probe, private, public};

/// What the engine says in a test.
#[derive(Debug, Clone)]
enum Says {
    Holders(Vec<(Platform, Holder)>),
    Broken,
    Nothing,
}

#[async_trait]
impl Probe for Mutex<Says> {
    async fn holders(&self) -> Result<Vec<(Platform, Holder)>, Fault> {
        let says = self.lock().unwrap().clone();
        match says {
            Says::Holders(holders) => Ok(holders),
            Says::Broken => Err(Fault::Invariant("a test")),
            Says::Nothing => std::future::pending().await,
        }
    }

    async fn depths(&self) -> Result<Depths, Fault> {
        self.holders().await?;
        Ok(Depths {
            inbox: 3,
            due: 0,
            unknown: 0,
            outbox: vec![(Platform::Matrix, OutboxKind::Notice, 2)],
        })
    }
}

struct Desk {
    health: Health,
    metrics: Metrics,
    engine: Arc<Mutex<Says>>,
    address: SocketAddr,
}

impl Desk {
    async fn start() -> Self {
        let health = Health::default();
        let metrics = Metrics::new(&[Platform::Matrix]);
        let engine = Arc::new(Mutex::new(Says::Holders(Vec::new())));
        let told = Told {
            patience: SHORT,
            ..Told::new(health.clone(), metrics.clone(), engine.clone())
        };
        let address = serve_on(private::routes(told), Bounds::PRIVATE).await;
        Self {
            health,
            metrics,
            engine,
            address,
        }
    }

    async fn says(&self, says: Says, path: &str) -> (u16, String) {
        *self.engine.lock().unwrap() = says;
        let answer = get(self.address, path).await;
        (answer.status, answer.body)
    }
}

#[tokio::test]
async fn healthz_says_which_task_died() {
    let desk = Desk::start().await;
    let vital = desk.health.begin("delivery");
    let address = desk.address;
    let answer = get(address, "/healthz").await;
    assert_eq!((answer.status, answer.body.as_str()), (200, "ok\n"));
    drop(vital);
    let answer = get(address, "/healthz").await;
    assert_eq!((answer.status, answer.body.as_str()), (503, "delivery: ended\n"));
    let _vital = desk.health.begin("delivery");
    assert_eq!(get(address, "/healthz").await.status, 200);
}

#[tokio::test]
async fn readyz_says_who_holds_each_platform() {
    let desk = Desk::start().await;
    let nothing_configured = desk.says(Says::Holders(Vec::new()), "/readyz").await;
    assert_eq!(nothing_configured, (200, "store: answers\n".to_owned()));
    let mut holders = vec![
        (Platform::Discord, Holder::ThisNode),
        (Platform::Telegram, Holder::AnotherNode),
    ];
    let (status, text) = desk.says(Says::Holders(holders.clone()), "/readyz").await;
    let held = "store: answers\ndiscord: held by this node\ntelegram: held by another node\n";
    assert_eq!((status, text.as_str()), (200, held));
    holders.push((Platform::Matrix, Holder::Nobody));
    let (status, text) = desk.says(Says::Holders(holders), "/readyz").await;
    assert_eq!((status, text), (503, format!("{held}matrix: nobody holds it\n")));
}

#[tokio::test]
async fn readyz_says_that_the_store_is_broken_or_silent() {
    let desk = Desk::start().await;
    for says in [Says::Broken, Says::Nothing] {
        let answer = desk.says(says, "/readyz").await;
        assert_eq!(answer, (503, "store: does not answer\n".to_owned()));
    }
}

#[tokio::test]
async fn metrics_are_told_with_what_waits() {
    let desk = Desk::start().await;
    desk.metrics.connection_cut(Platform::Matrix);
    let answer = get(desk.address, "/metrics").await;
    assert_eq!(answer.status, 200);
    assert_eq!(
        answer.header("content-type"),
        Some("application/openmetrics-text; version=1.0.0; charset=utf-8")
    );
    for line in [
        "muster_connection_cuts_total{platform=\"matrix\"} 1\n",
        "muster_inbox_waiting 3\n",
        // The listener and this connection.
        "muster_tasks 2\n",
        "muster_outbox_waiting{platform=\"matrix\",kind=\"notice\"} 2\n",
    ] {
        assert!(answer.body.contains(line), "{line}{}", answer.body);
    }
    assert!(answer.body.ends_with("# EOF\n"));
    let (status, text) = desk.says(Says::Nothing, "/metrics").await;
    assert_eq!(status, 200, "what was counted is known without the store");
    assert!(
        text.contains("muster_connection_cuts_total") && !text.contains("muster_inbox_waiting"),
        "{text}"
    );
}

#[tokio::test]
async fn the_private_listener_reads_only() {
    let desk = Desk::start().await;
    let request = "POST /healthz HTTP/1.1\r\nHost: desk\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    assert_eq!(ask(desk.address, request).await.status, 405);
    assert_eq!(get(desk.address, "/").await.status, 404);
}

#[tokio::test]
async fn in_public_there_is_nothing_unless_it_is_mounted() {
    let bare = serve_on(public::routes([]), Bounds::PUBLIC).await;
    for path in ["/", "/healthz", "/readyz", "/metrics", "/calendar/secret.ics", "/%00"] {
        let answer = get(bare, path).await;
        assert_eq!((answer.status, answer.body.as_str()), (404, ""), "{path}");
    }
    let feeds = Router::new().route(
        "/calendar/{secret}",
        routing::get(async || ([("cache-control", "max-age=60")], "BEGIN:VCALENDAR")),
    );
    let hooks = Router::new().route("/telegram", routing::post(async |body: String| body));
    let mounted = serve_on(public::routes([feeds, hooks]), Bounds::PUBLIC).await;
    let answer = get(mounted, "/calendar/secret.ics").await;
    assert_eq!((answer.status, answer.body.as_str()), (200, "BEGIN:VCALENDAR"));
    assert_eq!(
        answer.header("cache-control"),
        Some("max-age=60"),
        "a route may say otherwise"
    );
    assert_eq!(answer.header("x-content-type-options"), Some("nosniff"));
    let request = "POST /telegram HTTP/1.1\r\nHost: desk\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello";
    let answer = ask(mounted, request).await;
    assert_eq!((answer.status, answer.body.as_str()), (200, "hello"));
    assert_eq!(get(mounted, "/metrics").await.status, 404);
}

#[tokio::test]
async fn every_answer_has_the_security_headers() {
    let address = serve_on(public::routes([]), Bounds::PUBLIC).await;
    let answer = get(address, "/anything").await;
    for (name, value) in [
        ("cache-control", "no-store"),
        ("content-security-policy", "default-src 'none'; frame-ancestors 'none'"),
        ("referrer-policy", "no-referrer"),
        ("x-content-type-options", "nosniff"),
        ("x-frame-options", "deny"),
    ] {
        assert_eq!(answer.header(name), Some(value), "{}", answer.head);
    }
    assert_eq!(answer.header("server"), None);
}

/// Everything that is logged, in memory.
#[derive(Debug, Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[tokio::test]
async fn nothing_of_a_request_is_logged() {
    let log = Log::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_writer(move || writer.clone())
        .finish();
    // The runtime of this test has this one thread.
    let _logging = tracing::subscriber::set_default(subscriber);
    tracing::trace!("everything is logged");
    let address = serve_on(public::routes([]), Bounds::PUBLIC).await;
    get(address, "/calendar/Krumplestein.ics?key=Snorvelock").await;
    ask(address, "GET /Krumplestein HTTP/9.9\r\nSnorvelock\r\n\r\n").await;
    let logged = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    assert!(logged.contains("everything is logged"));
    assert!(
        !logged.contains("Krumplestein") && !logged.contains("Snorvelock"),
        "{logged}"
    );
}

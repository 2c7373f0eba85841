//! `muster run`: the engine on the platforms that are configured, until it is asked to end.

mod platforms;

use std::sync::Arc;

use anyhow::{Context, Result, bail};
use muster_core::app::App;
use muster_core::clock::Clock;
use muster_core::store::Store;
use muster_core::surface::Platform;
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

use crate::clock::{DeskClock, Timer};
use crate::config::{Config, Listen};
use crate::ending::Ending;
use crate::engine::metrics::Metrics;
use crate::engine::probe::EngineProbe;
use crate::engine::{Engine, Node, Settings};
use crate::http::private::{self, Told};
use crate::http::{Bounds, Health, Listener, calendar, public};
use crate::ids::MachineIds;

use platforms::Platforms;

/// What to do where nothing is configured.
const NO_PLATFORM: &str = "no platform is configured: none of MUSTER_DISCORD_TOKEN, MUSTER_MATRIX_HOMESERVER and MUSTER_TELEGRAM_TOKEN is set. For the desk at this terminal, type: muster console";

/// Serves the platforms, and the listeners that are configured, until a signal asks it to end.
pub async fn run(config: Config, store: Arc<dyn Store>, mut ending: Ending) -> Result<()> {
    let clock = clock(&config).await?;
    let platforms = Platforms::new(&config, &clock)?;
    let Platforms { adapters, .. } = &platforms;
    if adapters.is_empty() {
        bail!(NO_PLATFORM);
    }
    let served: Vec<Platform> = adapters.iter().map(|adapter| adapter.platform()).collect();
    let (metrics, health) = (Metrics::new(&served), Health::default());
    let desk_clock: Arc<dyn Clock> = clock.clone();
    let ids = Arc::new(MachineIds::default());
    let mut app = App::new(store, desk_clock, ids.clone(), config.defaults.clone()).keeping(config.retention);
    if let Some(public_url) = &config.public_url {
        app = app.reached_at(public_url.as_str());
    }
    let engine = Arc::new(Engine::new(app, ids, Timer::new(clock), metrics.clone()));
    let probe = Arc::new(EngineProbe::new(engine.clone(), adapters.clone()));

    // Before anything is received: a port that is taken is found out now.
    let private = bind(config.admin_listen.as_ref(), Bounds::PRIVATE).await?;
    let public = bind(config.public_listen.as_ref(), Bounds::PUBLIC).await?;
    let end = CancellationToken::new();
    let mut listeners = JoinSet::new();
    if let Some(private) = private {
        let routes = private::routes(Told::new(health.clone(), metrics, probe));
        tracing::info!(address = %private.address(), "health and metrics are told");
        listeners.spawn(private.serve(routes, end.clone().cancelled_owned()));
    }
    if let Some(public) = public {
        tracing::info!(address = %public.address(), "the world is listened to");
        let mounted = platforms
            .routes(&engine)
            .into_iter()
            .chain([calendar::routes(engine.clone())]);
        listeners.spawn(public.serve(public::routes(mounted), end.clone().cancelled_owned()));
    }

    let node = Node {
        engine,
        adapters: platforms.adapters,
        settings: Settings {
            lease: config.lease,
            ..Settings::default()
        },
        health,
    };
    let running = node.start();
    ending.asked().await;
    tracing::info!("asked to end: finishing what is under way");
    running
        .stop()
        .await
        .context("what this node held could not be handed back; it is free in a minute")?;
    end.cancel();
    while listeners.join_next().await.is_some() {}
    Ok(())
}

async fn bind(listen: Option<&Listen>, bounds: Bounds) -> Result<Option<Listener>> {
    match listen {
        Some(listen) => Ok(Some(Listener::bind(listen, bounds).await?)),
        None => Ok(None),
    }
}

/// The machine's clock, unless a test holds it.
#[cfg(feature = "test-clock")]
async fn clock(config: &Config) -> Result<Arc<DeskClock>> {
    match &config.test_clock {
        Some(socket) => crate::clock::control::follow(socket).await.context("MUSTER_TEST_CLOCK"),
        None => Ok(Arc::default()),
    }
}

/// The machine's clock.
#[cfg(not(feature = "test-clock"))]
#[expect(
    clippy::unused_async,
    reason = "with the feature test-clock it waits for whoever holds the clock"
)]
async fn clock(_: &Config) -> Result<Arc<DeskClock>> {
    Ok(Arc::default())
}

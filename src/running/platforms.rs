//! The platforms that are configured.

use std::sync::Arc;

use anyhow::Result;
use axum::Router;
use muster_core::surface::Adapter;

use crate::clock::DeskClock;
use crate::config::Config;
use crate::engine::Engine;

/// The adapters of the platforms that are configured, and what they mount for the world.
#[derive(Default)]
pub(super) struct Platforms {
    pub(super) adapters: Vec<Arc<dyn Adapter>>,
    #[cfg(feature = "telegram")]
    telegram: Option<Arc<muster_adapter_telegram::TelegramAdapter>>,
}

impl Platforms {
    #[cfg_attr(
        not(any(
            feature = "discord",
            feature = "matrix",
            feature = "telegram",
            feature = "test-platform"
        )),
        expect(
            unused_mut,
            unused_variables,
            reason = "a desk that is built without platforms serves none"
        )
    )]
    pub(super) fn new(config: &Config, clock: &Arc<DeskClock>) -> Result<Self> {
        let mut platforms = Self::default();
        #[cfg(feature = "discord")]
        if let Some(settings) = config.discord.clone() {
            #[cfg(feature = "test-platform")]
            let settings = muster_adapter_discord::Settings {
                rates: config.test_rates.unwrap_or(settings.rates),
                ..settings
            };
            let discord = muster_adapter_discord::DiscordAdapter::new(settings, clock.clone())?;
            platforms.adapters.push(Arc::new(discord));
        }
        #[cfg(feature = "matrix")]
        if let Some(settings) = config.matrix.clone() {
            #[cfg(feature = "test-platform")]
            let settings = muster_adapter_matrix::Settings {
                rates: config.test_rates.unwrap_or(settings.rates),
                ..settings
            };
            let matrix = muster_adapter_matrix::MatrixAdapter::new(settings, clock.clone())?;
            platforms.adapters.push(Arc::new(matrix));
        }
        #[cfg(feature = "telegram")]
        if let Some(settings) = config.telegram.clone() {
            #[cfg(feature = "test-platform")]
            let settings = muster_adapter_telegram::Settings {
                rates: config.test_rates.unwrap_or(settings.rates),
                ..settings
            };
            let telegram = muster_adapter_telegram::TelegramAdapter::new(settings, clock.clone())?;
            platforms.telegram = Some(Arc::new(telegram));
            platforms
                .adapters
                .extend(platforms.telegram.clone().map(|one| one as Arc<dyn Adapter>));
        }
        #[cfg(feature = "test-platform")]
        platforms
            .adapters
            .extend(config.test_platforms.iter().map(|address| -> Arc<dyn Adapter> {
                Arc::new(muster_test_servers::adapter::TestAdapter::new(
                    address.clone(),
                    clock.clone(),
                ))
            }));
        Ok(platforms)
    }

    /// The routes of the platforms that send what happens.
    #[cfg_attr(
        not(feature = "telegram"),
        expect(unused_mut, unused_variables, reason = "no other platform sends anything")
    )]
    pub(super) fn routes(&self, engine: &Arc<Engine>) -> Vec<Router> {
        let mut routes = Vec::new();
        #[cfg(feature = "telegram")]
        if let Some(telegram) = &self.telegram {
            routes.extend(telegram.routes(engine.doorstep(telegram.platform())));
        }
        routes
    }
}

//! What the console asks of the bot, answered by the engine.

use std::sync::Arc;

use anyhow::Result;
use async_trait::async_trait;
use muster_adapter_console::courier::Gaze;
use muster_adapter_console::line::ClockMove;
use muster_adapter_console::screen::SharedScreen;
use muster_adapter_console::session::HostError;
use muster_adapter_console::{ConsoleCourier, Host, PLACE};
use muster_core::app::App;
use muster_core::catalogue::complete::{Choice, Query};
use muster_core::clock::{Clock, Instant};
use muster_core::door::Defaults;
use muster_core::error::Fault;
use muster_core::ids::IdSource;
use muster_core::locale::{Phrase, Voice};
use muster_core::phrase;
use muster_core::retention::Retention;
use muster_core::store::Store;
use muster_core::surface::{Inbound, Platform};
use muster_core::time::Moment;
use tokio::runtime::Handle;

use crate::clock::DeskClock;
use crate::clock::Timer;
use crate::engine::metrics::Metrics;
use crate::engine::{ByHand, Engine};
use crate::ids::MachineIds;

/// The engine behind a console.
#[derive(Debug)]
pub(super) struct EngineHost {
    engine: ByHand,
    ids: Arc<MachineIds>,
    clock: Arc<DeskClock>,
    gaze: Gaze,
    defaults: Defaults,
    runtime: Handle,
}

impl EngineHost {
    /// Starts the engine; the clock stands where an earlier session left it, if it was set by hand.
    pub(super) async fn start(
        store: Arc<dyn Store>,
        defaults: Defaults,
        retention: Retention,
        screen: &SharedScreen,
        gaze: &Gaze,
    ) -> Result<Self, Fault> {
        let clock = Arc::new(DeskClock::new(store.read().await?.hand_set_clock().await?));
        let ids = Arc::new(MachineIds::default());
        let app = App::new(store, clock.clone(), ids.clone(), defaults.clone()).keeping(retention);
        let courier = Box::new(ConsoleCourier::new(screen.clone(), gaze.clone()));
        let metrics = Metrics::new(&[Platform::Console]);
        let engine = Engine::new(app, ids.clone(), Timer::new(clock.clone()), metrics);
        let engine = ByHand::start(engine, Platform::Console, courier).await?;
        let host = Self {
            engine,
            ids,
            clock,
            gaze: gaze.clone(),
            defaults,
            runtime: Handle::current(),
        };
        host.gaze.speak_as(host.voice().await?);
        Ok(host)
    }

    /// What stands above the first prompt.
    pub(super) fn greeting(&self) -> String {
        self.gaze
            .text(&phrase!("console-greeting", version = word env!("CARGO_PKG_VERSION")))
    }

    pub(super) async fn run_due(&self) -> Result<(), Fault> {
        self.engine.run_due().await?;
        Ok(())
    }

    /// Waits until something may be due. A clock that stands brings nothing by itself.
    pub(super) async fn wait(&self) -> Result<(), Fault> {
        self.engine.wait().await
    }

    /// How the console itself speaks: as the rooms of its group.
    async fn voice(&self) -> Result<Voice, Fault> {
        let mut unit = self.engine.app().store().read().await?;
        let group = match unit.place(Platform::Console, PLACE).await? {
            Some(place) => unit.group(place.group).await?,
            None => None,
        };
        let (language, zone) = group.map_or((self.defaults.language, self.defaults.zone.clone()), |group| {
            (group.language, group.zone)
        });
        Ok(Voice {
            language,
            zone,
            now: self.now(),
        })
    }

    async fn set_clock(&self, at: Option<Instant>) -> Result<(), Fault> {
        let mut unit = self.engine.app().store().begin().await?;
        unit.set_hand_set_clock(at).await?;
        unit.commit().await?;
        self.clock.set(at);
        Ok(())
    }

    /// Moves the clock through every instant at which something happens, so that it happens at its own hour.
    async fn step_to(&self, target: Instant) -> Result<(), Fault> {
        while let Some(next) = self.engine.next_instant().await?.filter(|next| *next <= target) {
            self.set_clock(Some(next.max(self.now()))).await?;
            let voice = self.voice().await?;
            let hour = Moment::at(self.now(), voice.zone.clone());
            self.gaze
                .mark_hour(Some(voice.text(&phrase!("console-hour", moment = moment hour))));
            self.run_due().await?;
        }
        self.gaze.mark_hour(None);
        self.set_clock(Some(target)).await
    }

    async fn carry_out(&self, inbound: &Inbound) -> Result<(), Fault> {
        self.engine.accept(inbound).await?;
        self.engine.dispatch(inbound).await?;
        self.gaze.speak_as(self.voice().await?);
        self.run_due().await
    }

    async fn try_move_clock(&self, to: ClockMove) -> Result<Phrase, Fault> {
        if self
            .engine
            .app()
            .store()
            .read()
            .await?
            .has_accounts_beyond(Platform::Console)
            .await?
        {
            return Ok(phrase!("console-clock-real-people"));
        }
        let voice = self.voice().await?;
        let target = match to {
            ClockMove::Run => {
                self.set_clock(None).await?;
                self.run_due().await?;
                return Ok(phrase!("console-clock-runs", moment = moment Moment::at(self.now(), voice.zone)));
            }
            ClockMove::By(length) => self.now() + length,
            ClockMove::To(local) => voice.zone.resolve(local),
        };
        if self.clock.by_hand().is_none() {
            self.set_clock(Some(target.min(self.now()))).await?;
        }
        if target < self.now() {
            return Ok(phrase!("console-clock-back", moment = moment Moment::at(self.now(), voice.zone)));
        }
        self.step_to(target).await?;
        Ok(phrase!("console-clock-stands", moment = moment Moment::at(target, voice.zone)))
    }

    /// A fault of the console's own: logged once, here.
    fn log(&self, fault: &Fault) -> HostError {
        tracing::error!(error = fault as &dyn std::error::Error, "the console met a fault");
        HostError(self.gaze.text(&phrase!("console-fault")))
    }
}

#[async_trait]
impl Host for EngineHost {
    fn now(&self) -> Instant {
        self.clock.now()
    }

    fn event_id(&self) -> String {
        self.ids.uuid(self.now()).to_string()
    }

    async fn submit(&self, inbound: Inbound) -> Result<(), HostError> {
        self.carry_out(&inbound).await.map_err(|fault| self.log(&fault))
    }

    async fn move_clock(&self, to: ClockMove) -> Result<String, HostError> {
        let moved = async {
            let sentence = self.try_move_clock(to).await?;
            self.gaze.speak_as(self.voice().await?);
            Ok(self.gaze.text(&sentence))
        };
        moved.await.map_err(|fault| self.log(&fault))
    }

    fn complete(&self, query: &Query) -> Vec<Choice> {
        self.runtime
            .block_on(self.engine.app().complete(query))
            .unwrap_or_else(|fault| {
                self.log(&fault);
                Vec::new()
            })
    }
}

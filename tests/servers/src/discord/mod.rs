//! Discord, as far as a bot sees it: its gateway and its HTTP API over a socket of this machine, and the people on the
//! other side.
//!
//! It lives in the process of the test, on a thread of its own, and stays while the binary is killed and started again.
//! The binary reaches it by its [`url`](Discord::url). What the bot should not have asked for is recorded in
//! [`Seen::breaches`], whatever became of it.
//!
//! - here: [`Discord`], waiting for what people see, and faults
//! - [`options`]: what kind of server
//! - [`people`]: what people do: [`Person`], [`Guild`], [`Room`]
//! - [`seen`], `shown`, `component`, `markup`, `transcript`: what they see
//! - [`faults`]: what goes wrong, and when; [`rates`]: what is too much; `gateway::control`: what the gateway does
//! - `world`: who and what is there; [`permissions`]: who may do what
//! - `gateway`: how the bot hears; `http`: how it asks; `spec`, [`limits`]: what a request may be; `methods`: what it
//!   does; `refusal`: why not
//!
//! ```no_run
//! # use muster_test_servers::discord::Discord;
//! let discord = Discord::start();
//! let ward = discord.guild("Ward 3");
//! let (ana, room) = (ward.member("ana"), ward.general());
//! // … start the binary with `discord.url()` and `discord.token()` …
//! discord.wait_until("it listens", |seen| seen.connected == 1);
//! let asked = ana.runs(&room, "/shift add title:Canvass when:sat 10am-1pm needs:2");
//! discord.wait_until("the card is there", |seen| seen.answering(asked).is_some());
//! ```

mod component;
pub mod faults;
mod gateway;
mod http;
pub mod ids;
pub mod limits;
mod markup;
mod methods;
pub mod options;
pub mod people;
pub mod permissions;
pub mod rates;
mod refusal;
pub mod seen;
mod shared;
mod shown;
mod spec;
mod transcript;
mod world;

use std::sync::Arc;
use std::time::Duration;

use serde_json::Value;
use tokio::runtime::Runtime;

use crate::{serving, waiting};
use markup::Names;
use shared::Shared;
use world::State;

pub use faults::{Fault, Often};
pub use gateway::Intents;
pub use ids::{ChannelId, GuildId, InteractionId, MessageId, RoleId, UserId};
pub use options::Options;
pub use people::{Guild, Person, Room};
pub use permissions::Permissions;
pub use rates::{Rate, Rates};
pub use seen::{Answer, Author, Breach, Choice, Component, Document, Form, Ping, Pinged, Seen, Shown};

/// A Discord for one bot. Dropped means that it is gone, with all its connections.
#[derive(Debug)]
pub struct Discord {
    shared: Arc<Shared>,
    runtime: Option<Runtime>,
}

impl Discord {
    /// Starts one with nothing unusual.
    pub fn start() -> Self {
        Options::generous().start()
    }

    fn with(options: Options) -> Self {
        let runtime = serving::runtime("test-discord");
        let (listener, address) = serving::bind();
        let mut state = State::new(options);
        state.address = address;
        let shared = Arc::new(Shared::new(state));
        runtime.spawn(serving::take_all(Arc::clone(&shared), listener, http::routes(&shared)));
        runtime.spawn(world::keep(Arc::clone(&shared)));
        Self {
            shared,
            runtime: Some(runtime),
        }
    }

    /// Where it is: what the binary is told as `MUSTER_DISCORD_API_URL`.
    pub fn url(&self) -> String {
        format!("http://{}", self.shared.state().address)
    }

    /// The bot's token.
    pub fn token(&self) -> String {
        self.shared.state().options.token.clone()
    }

    /// The bot's number, which is its application's too.
    pub fn bot(&self) -> UserId {
        self.shared.state().bot
    }

    /// Whether requests are held against the specification, which is no part of this project.
    pub fn is_validating(&self) -> bool {
        self.shared.state().spec.is_some()
    }

    /// What is wrong with a value of that type, by the specification; nothing where nothing is held against it.
    pub fn unlike_specified(&self, kind: &str, value: &Value) -> Vec<String> {
        let spec = self.shared.state().spec;
        let wrong = spec.map(|spec| spec.check_type(kind, value)).unwrap_or_default();
        wrong.iter().map(refusal::Wrong::in_words).collect()
    }

    /// Something of what is seen, without waiting.
    pub fn look<T>(&self, at: impl FnOnce(&Seen) -> T) -> T {
        at(&self.shared.state().seen)
    }

    /// A channel as it is read by everybody together; what one person sees alone is marked.
    pub fn transcript(&self, channel: impl Into<ChannelId>) -> String {
        let state = self.shared.state();
        state.seen.transcript(channel.into(), &Names(&state))
    }

    /// A channel as that person reads it.
    pub fn transcript_for(&self, person: impl Into<UserId>, channel: impl Into<ChannelId>) -> String {
        let state = self.shared.state();
        state.seen.transcript_for(person.into(), channel.into(), &Names(&state))
    }

    /// A message and all that hangs on it, as it stands in a transcript.
    pub fn readable(&self, shown: &Shown) -> String {
        transcript::block(shown, &Names(&self.shared.state()))
    }

    /// The last of everything, for whoever reads why a test failed.
    pub fn summary(&self) -> String {
        let state = self.shared.state();
        state.seen.summary(&Names(&state))
    }

    /// Who was called by messages of the bot's.
    pub fn pings(&self) -> Vec<Ping> {
        self.look(|seen| seen.pings.clone())
    }

    /// What the bot should not have asked for. Tests assert that it is empty.
    pub fn breaches(&self) -> Vec<Breach> {
        self.look(|seen| seen.breaches.clone())
    }

    /// What became of something that was asked of the bot.
    pub fn answer(&self, asked: InteractionId) -> Answer {
        self.look(|seen| seen.answer(asked).clone())
    }

    /// How long something that was asked of the bot waited for its first answer, from when the bot was told of it until the
    /// answer came; none where none did.
    pub fn first_answer(&self, asked: InteractionId) -> Option<Duration> {
        let state = self.shared.state();
        let interaction = state.interactions.get(&asked)?;
        Some(interaction.acknowledged_at?.saturating_sub(interaction.at))
    }

    /// Waits until that holds, of what people saw. Panics, naming what it waited for, if it does not come about.
    pub async fn until(&self, what: &str, holds: impl Fn(&Seen) -> bool) {
        self.until_some(what, |seen| holds(seen).then_some(())).await;
    }

    /// Waits until there is something to be found in what people saw.
    pub async fn until_some<T>(&self, what: &str, find: impl Fn(&Seen) -> Option<T>) -> T {
        let find = || find(&self.shared.state().seen);
        waiting::found(&self.shared.changed, what, find, || self.summary()).await
    }

    /// [`until`](Self::until) for a test without a runtime.
    pub fn wait_until(&self, what: &str, holds: impl Fn(&Seen) -> bool) {
        self.runtime().block_on(self.until(what, holds));
    }

    /// [`until_some`](Self::until_some) for a test without a runtime.
    pub fn wait_until_some<T>(&self, what: &str, find: impl Fn(&Seen) -> Option<T>) -> T {
        self.runtime().block_on(self.until_some(what, find))
    }

    /// Waits for what becomes of something that was asked of the bot: a message, choices, a form, or that it failed.
    pub fn wait_for_answer(&self, asked: InteractionId) -> Answer {
        self.wait_until_some("the bot answers", |seen| {
            let answer = seen.answer(asked);
            (!matches!(answer, Answer::Waiting | Answer::Thinking(_))).then(|| answer.clone())
        })
    }

    fn runtime(&self) -> &Runtime {
        self.runtime.as_ref().expect("it runs until it is dropped")
    }

    /// Orders a fault for that operation, by its name in the specification: `create_message` … Of several the one that
    /// was ordered first meets a request.
    pub fn fault(&self, operation: &str, often: Often, fault: Fault) {
        self.shared.state().faults.order(operation, None, often, fault);
    }

    /// The same for requests that are about that channel, or about an interaction in it.
    pub fn fault_in(&self, channel: impl Into<ChannelId>, operation: &str, often: Often, fault: Fault) {
        let channel = Some(channel.into());
        self.shared.state().faults.order(operation, channel, often, fault);
    }

    /// Takes back all faults that were ordered.
    pub fn clear_faults(&self) {
        self.shared.state().faults.clear();
    }

    /// Cuts every connection. What was not carried out by then never is.
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

    /// Puts the platform's clock forward: rates pass, interactions lapse, messages are dated later.
    pub fn put_clock_forward(&self, length: Duration) {
        self.shared.change(|state| {
            state.put_forward += length;
            state.lapse();
        });
    }
}

impl Drop for Discord {
    fn drop(&mut self) {
        // Without waiting, so that it may be dropped wherever a test ends.
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

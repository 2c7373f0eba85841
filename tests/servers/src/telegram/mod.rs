//! Telegram, as far as a bot sees it: its Bot API over a socket of this machine, and the people on the other side.
//!
//! It lives in the process of the test, on a thread of its own, and stays while the binary is killed and started again.
//! The binary reaches it by its [`url`](BotApi::url). Its refusals are in Telegram's own words; what the bot should not
//! have asked for is recorded in [`Seen::breaches`], whatever became of it.
//!
//! - here: [`BotApi`], waiting for what people see, and faults
//! - [`options`]: what kind of server
//! - [`people`]: what people do: [`Person`], [`Group`], [`Channel`]
//! - [`seen`], `shown`, `transcript`: what they see
//! - [`faults`]: what goes wrong, and when; [`rates`]: what is too much
//! - `world`: who and what is there; `text`: entities, UTF-16
//! - `http`: the socket; `spec`, [`limits`]: what a request may be; `methods`: what it does; `refusal`: why not
//! - `updates`: fetched by the bot, or brought to its webhook
//!
//! ```no_run
//! # use muster_test_servers::telegram::BotApi;
//! let api = BotApi::start();
//! let ana = api.person("ana");
//! let ward = api.supergroup("Ward 3", &ana);
//! ward.adds_bot(&ana);
//! // … start the binary with `api.url()` and `api.token()` …
//! ana.says(&ward, "/shift add Canvass sat 10am-1pm needs:2");
//! api.wait_until("the card is there", |seen| seen.from_bot(&ward).count() == 1);
//! ```

pub mod faults;
mod http;
pub mod ids;
pub mod limits;
mod methods;
pub mod options;
pub mod people;
pub mod rates;
mod refusal;
pub mod seen;
mod shared;
mod shown;
mod spec;
mod text;
mod transcript;
mod updates;
mod world;

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use serde_json::Value;
use tokio::runtime::Runtime;

use crate::serving;
use crate::waiting;
use shared::Shared;
use world::State;

pub use faults::{Fault, Often};
pub use ids::{CallbackId, ChatId, MessageId, TopicId, UserId};
pub use options::Options;
pub use people::{Channel, Group, Person};
pub use rates::{Rate, Rates};
pub use seen::{Author, Breach, Button, Document, Ping, Seen, Shown, Toast};
pub use text::entity::Entity;
pub use world::{Rights, Status};

/// A Bot API server for one bot. Dropped means that it is gone, with all its connections.
#[derive(Debug)]
pub struct BotApi {
    shared: Arc<Shared>,
    runtime: Option<Runtime>,
    address: SocketAddr,
}

impl BotApi {
    /// Starts one with nothing unusual.
    pub fn start() -> Self {
        Options::new().start()
    }

    fn with(options: Options) -> Self {
        let runtime = serving::runtime("test-telegram");
        let shared = Arc::new(Shared::new(State::new(options)));
        let (listener, address) = serving::bind();
        runtime.spawn(serving::take_all(Arc::clone(&shared), listener, http::routes(&shared)));
        runtime.spawn(updates::deliver_all(Arc::clone(&shared)));
        Self {
            shared,
            runtime: Some(runtime),
            address,
        }
    }

    /// Where it is: what the binary is told as `MUSTER_TELEGRAM_API_URL`.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The bot's token.
    pub fn token(&self) -> String {
        self.shared.state().options.token.clone()
    }

    /// The bot's username, without the `@`.
    pub fn bot_username(&self) -> String {
        self.shared.state().options.username.clone()
    }

    /// Whether requests are held against the specification, which is no part of this project.
    pub fn is_validating(&self) -> bool {
        self.shared.state().spec.is_some()
    }

    /// What is wrong with a value of that type, by the specification; nothing where nothing is held against it.
    pub fn unlike_specified(&self, kind: &str, value: &Value) -> Vec<String> {
        let spec = self.shared.state().spec;
        spec.map(|spec| spec.check_type(kind, value)).unwrap_or_default()
    }

    /// Something of what is seen, without waiting.
    pub fn look<T>(&self, at: impl FnOnce(&Seen) -> T) -> T {
        at(&self.shared.state().seen)
    }

    /// A chat as it is read.
    pub fn transcript(&self, chat: impl Into<ChatId>) -> String {
        self.look(|seen| seen.transcript(chat))
    }

    /// The last of everything, for whoever reads why a test failed.
    pub fn summary(&self) -> String {
        self.look(Seen::summary)
    }

    /// Who was called by messages of the bot's.
    pub fn pings(&self) -> Vec<Ping> {
        self.look(|seen| seen.pings.clone())
    }

    /// What the bot should not have asked for. Tests assert that it is empty.
    pub fn breaches(&self) -> Vec<Breach> {
        self.look(|seen| seen.breaches.clone())
    }

    /// How many requests were more than the rates allow.
    pub fn refused_for_rate(&self) -> u64 {
        self.look(|seen| seen.refused_for_rate)
    }

    /// The menu of commands of exactly that scope and language (`""` for all others).
    pub fn menu(&self, scope: &Value, language: &str) -> Option<Value> {
        self.shared.state().profile.menu(scope, language).cloned()
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

    fn runtime(&self) -> &Runtime {
        self.runtime.as_ref().expect("it runs until it is dropped")
    }

    /// Orders a fault for that method. Of several the one that was ordered first meets a request.
    pub fn fault(&self, method: &str, often: Often, fault: Fault) {
        self.shared.state().faults.order(method, None, often, fault);
    }

    /// The same for requests that are about that chat.
    pub fn fault_in(&self, chat: impl Into<ChatId>, method: &str, often: Often, fault: Fault) {
        self.shared
            .state()
            .faults
            .order(method, Some(chat.into()), often, fault);
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

    /// Tells the bot of an update as it is, but for its number, if it has none: of one that no library knows, or that
    /// makes no sense.
    pub fn push_raw_update(&self, update: Value) {
        self.shared.change(|state| state.push_raw(ChatId(0), update));
    }

    /// Tells the bot of an update that spoils the whole answer it is in: what stands behind its number is no JSON.
    pub fn push_spoilt_update(&self, rest: &str) {
        self.shared.change(|state| state.push_spoilt(ChatId(0), rest));
    }

    /// The secret that comes with updates which are sent, where the bot set one.
    pub fn webhook_secret(&self) -> Option<String> {
        self.shared.state().webhook.as_ref()?.secret.clone()
    }

    /// From now on no tap that was made so far can be answered.
    pub fn expire_callbacks(&self) {
        self.shared
            .change(|state| state.taps.values_mut().for_each(|tap| tap.is_over = true));
    }

    /// Puts the platform's clock forward: rates pass, taps expire, messages are dated later.
    pub fn put_clock_forward(&self, length: Duration) {
        self.shared.change(|state| state.put_forward += length);
    }
}

impl Drop for BotApi {
    fn drop(&mut self) {
        // Without waiting, so that it may be dropped wherever a test ends.
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

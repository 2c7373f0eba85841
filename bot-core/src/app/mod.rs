//! The four doors: [`handle`](App::handle) · [`complete`](App::complete) · [`card`](App::card) · [`tick`](App::tick).
//!
//! - here: the bot, and what it is asked that changes nothing: [`form`](App::form), what a command still needs, asked in
//!   fields; [`asks`](App::asks), what the platform must be asked before an event is carried out
//! - `handle`: an event carried out; `event`: an event within a unit of work
//! - `agenda`: what falls due; `scrub`: what must not stay, and what was kept long enough
//! - `post`: messages on their way out; `copies`: posted cards that are kept up to date

mod agenda;
mod copies;
mod event;
mod handle;
mod post;
mod scrub;
#[cfg(test)]
mod tests;

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::catalogue::complete::{Choice, Query};
use crate::clock::{Clock, Instant};
use crate::door::{self, Defaults};
use crate::error::Fault;
use crate::ids::{GroupId, IdSource, Reference};
use crate::locale::Voice;
use crate::people::link::Code;
use crate::reply::Card;
use crate::reply::form::Form;
use crate::retention::Retention;
use crate::store::{Store, StoreError, UnitOfWork};
use crate::surface::Inbound;
use crate::work::Work;

pub use crate::door::Needs;
pub use crate::store::Lease;
pub use agenda::Ahead;
pub use handle::Handled;
pub use post::Attempted;

/// How often a unit of work is run again when it met another one.
const ATTEMPTS: u32 = 8;

/// The bot, without IO.
#[derive(Clone)]
pub struct App {
    store: Arc<dyn Store>,
    clock: Arc<dyn Clock>,
    ids: Arc<dyn IdSource>,
    defaults: Defaults,
    retention: Retention,
    public_url: Option<Arc<str>>,
    /// Whether a scrub may be owed: not known at first.
    may_owe_scrub: Arc<AtomicBool>,
}

impl fmt::Debug for App {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("App")
            .field("defaults", &self.defaults)
            .finish_non_exhaustive()
    }
}

impl App {
    /// The bot on that store, with that clock and source of ids; `defaults` serve groups that set nothing.
    pub fn new(store: Arc<dyn Store>, clock: Arc<dyn Clock>, ids: Arc<dyn IdSource>, defaults: Defaults) -> Self {
        Self {
            store,
            clock,
            ids,
            defaults,
            retention: Retention::default(),
            public_url: None,
            may_owe_scrub: Arc::new(AtomicBool::new(true)),
        }
    }

    /// The same, which keeps what has ended that long.
    #[must_use]
    pub fn keeping(mut self, retention: Retention) -> Self {
        self.retention = retention;
        self
    }

    /// The same, which the world reaches at that web address: it has no slash at its end.
    #[must_use]
    pub fn reached_at(mut self, public_url: &str) -> Self {
        self.public_url = Some(public_url.into());
        self
    }

    /// The store behind it.
    pub fn store(&self) -> &Arc<dyn Store> {
        &self.store
    }

    /// The clock behind it.
    pub fn clock(&self) -> &Arc<dyn Clock> {
        &self.clock
    }

    fn work<'a>(&'a self, unit: &'a mut dyn UnitOfWork, now: Instant) -> Work<'a> {
        Work {
            unit,
            ids: &*self.ids,
            now,
            public_url: self.public_url.as_deref(),
        }
    }

    /// Commits, and keeps in mind whether a scrub is owed then.
    async fn commit(&self, unit: Box<dyn UnitOfWork>) -> Result<(), Fault> {
        let owes_scrub = unit.owes_scrub();
        let committed = unit.commit().await;
        if owes_scrub {
            // Even if it was not: nobody knows whether it was.
            self.may_owe_scrub.store(true, Ordering::Release);
        }
        Ok(committed?)
    }

    /// What the platform is to be asked before that event is carried out. Reads only.
    pub async fn asks(&self, inbound: &Inbound) -> Result<Needs, Fault> {
        Ok(door::needs(&*self.store, inbound, &self.defaults, self.clock.now()).await?)
    }

    /// What could come next at the end of a half-typed command. Reads only.
    pub async fn complete(&self, query: &Query) -> Result<Vec<Choice>, Fault> {
        let mut unit = self.store.read().await?;
        crate::catalogue::complete::choices(&mut *unit, query, &self.defaults, self.clock.now()).await
    }

    /// The form that an event asks for: of a command that is invoked without its arguments by somebody who may use it.
    /// `None` where it is to be accepted as it is. Reads only.
    pub async fn form(&self, inbound: &Inbound) -> Result<Option<Form>, Fault> {
        let mut unit = self.store.read().await?;
        Ok(door::form::ask(&mut *unit, inbound, &self.defaults, self.clock.now()).await?)
    }

    /// The card of a shift, task, reminder, poll or broadcast as a reader of that voice sees it today; `None` if there is none.
    pub async fn card(&self, group: GroupId, reference: Reference, voice: &Voice) -> Result<Option<Card>, Fault> {
        let mut unit = self.store.read().await?;
        door::card(
            &mut self.work(&mut *unit, self.clock.now()),
            group,
            reference.into(),
            voice,
        )
        .await
    }

    /// The calendar at the address with that secret, as iCalendar; `None` where none is: it is no secret, or was ended. Reads
    /// only.
    pub async fn calendar(&self, secret: &str) -> Result<Option<String>, Fault> {
        let Some(secret) = Code::parse(secret) else {
            return Ok(None);
        };
        let mut unit = self.store.read().await?;
        crate::calendar::feed::read(&mut *unit, secret, &self.defaults, self.clock.now()).await
    }
}

/// Runs a unit of work, and runs it again from the start where it met another one.
async fn again_if_contended<T, F>(unit: impl Fn() -> F) -> Result<T, Fault>
where
    F: Future<Output = Result<T, Fault>>,
{
    for _ in 1..ATTEMPTS {
        match unit().await {
            Err(Fault::Store(StoreError::Contended)) => {}
            outcome => return outcome,
        }
    }
    unit().await
}

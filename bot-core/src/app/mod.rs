//! The four doors: [`handle`](App::handle) · [`complete`](App::complete) · [`card`](App::card) · [`tick`](App::tick).
//!
//! Beside them, for whoever runs it: [`form`](App::form), what a command still needs, asked in fields; [`asks`](App::asks), what
//! the platform must be asked before an event is carried out; `event`, an event within a unit of work; `post`, what is done
//! with messages on their way out; `copies`, keeping posted cards
//! up to date; and, here, `scrub` and `forget`.

mod copies;
mod event;
mod post;
#[cfg(test)]
mod tests;

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use chrono::TimeDelta;

use crate::catalogue::complete::{Choice, Query};
use crate::clock::{Clock, Instant};
use crate::door::{self, Defaults, Said};
use crate::due;
use crate::error::{Fault, Stop};
use crate::ids::{GroupId, IdSource, Reference};
use crate::locale::{Phrase, Voice};
use crate::people::link::Code;
use crate::phrase;
use crate::poll;
use crate::reply::form::Form;
use crate::reply::{Card, refusal};
use crate::retention::{self, Retention};
use crate::store::{Due, Ended, OutboxRow, Store, StoreError, UnitOfWork};
use crate::surface::{Inbound, Told};
use crate::work::Work;

use event::Event;

pub use crate::door::Needs;
pub use crate::store::Lease;
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

/// What came of an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Handled {
    /// It took effect, or was refused; here is the answer, already leased to the node that asked.
    Answered(Box<OutboxRow>),
    /// It had taken effect before: its answer is in the outbox or already delivered.
    Repeated,
    /// It took effect, and there is nothing to say of it.
    Silent,
}

/// What lies ahead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ahead {
    /// The lines of the agenda that are due.
    pub due: Vec<Due>,
    /// When its first line is due, if it has any.
    pub next: Option<Instant>,
    /// Whether a scrub is owed.
    pub owes_scrub: bool,
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

    /// What the platform is to be asked before that event is carried out. Reads only.
    pub async fn asks(&self, inbound: &Inbound) -> Result<Needs, Fault> {
        Ok(door::needs(&*self.store, inbound, &self.defaults, self.clock.now()).await?)
    }

    /// Carries out an event, once: its effects, its answer and its inbox row are one unit of work.
    pub async fn handle(&self, inbound: &Inbound, lease: Lease<'_>) -> Result<Handled, Fault> {
        self.handle_told(inbound, &Told::default(), lease).await
    }

    /// The same with what the platform told when it was [asked](Self::asks).
    pub async fn handle_told(&self, inbound: &Inbound, told: &Told, lease: Lease<'_>) -> Result<Handled, Fault> {
        let known = told.standing.map(|standing| {
            let mut inbound = inbound.clone();
            inbound.author.standing = standing;
            inbound
        });
        let inbound = known.as_ref().unwrap_or(inbound);
        again_if_contended(|| self.handle_once(inbound, told, lease)).await
    }

    async fn handle_once(&self, inbound: &Inbound, told: &Told, lease: Lease<'_>) -> Result<Handled, Fault> {
        let now = self.clock.now();
        let mut unit = self.store.begin().await?;
        let Some(event) = Event::new(&mut *unit, inbound, lease).await? else {
            return Ok(Handled::Repeated);
        };
        if !door::is_addressed(&mut *unit, inbound).await? {
            return self.end(unit, event, Ended::Refused).await;
        }
        if !door::may_take_effect(&mut *unit, inbound).await? {
            return self.end(unit, event, Ended::TookEffect).await;
        }
        let rights = told.rights.as_ref();
        match door::act(&mut self.work(&mut *unit, now), inbound, rights, &self.defaults).await {
            Ok(Some(said)) => {
                copies::follow_again(&mut self.work(&mut *unit, now), inbound).await?;
                self.answer(unit, event, said, Ended::TookEffect).await
            }
            Ok(None) => self.end(unit, event, Ended::TookEffect).await,
            Err(Stop::Fault(fault)) => Err(fault),
            Err(Stop::User(error)) => {
                drop(unit);
                let mut unit = self.store.begin().await?;
                if error.confidential {
                    poll::secret::owe_scrub(&mut *unit, &*self.ids).await?;
                }
                copies::follow_again(&mut self.work(&mut *unit, now), inbound).await?;
                Box::pin(door::entry::follow_roles(&mut self.work(&mut *unit, now), inbound)).await?;
                let voice = door::voice_to(&mut *unit, inbound, &self.defaults, now).await?;
                let said = Said::once(refusal::card(&error, &voice), &voice);
                self.answer(unit, event.let_go(), said, Ended::Refused).await
            }
        }
    }

    /// Ends an event that met a fault, with an apology that carries the log line's reference: it is not tried again.
    pub async fn apologise(&self, inbound: &Inbound, lease: Lease<'_>, reference: &str) -> Result<Handled, Fault> {
        let apology = phrase!("fault-apology", reference = word reference);
        again_if_contended(|| self.end_with(inbound, lease, &apology)).await
    }

    /// Ends an event that came when its author, or everybody in its room, had asked for too much; they are told when it is
    /// listened again.
    pub async fn decline(&self, inbound: &Inbound, lease: Lease<'_>, wait: TimeDelta) -> Result<Handled, Fault> {
        // Whole minutes, and not before it is so.
        let wait = TimeDelta::minutes((wait.num_seconds().max(1) + 59) / 60);
        let told = phrase!("flood-wait", wait = duration wait);
        again_if_contended(|| self.end_with(inbound, lease, &told)).await
    }

    /// Ends an event without carrying it out. Whoever asked for nothing hears of nothing.
    async fn end_with(&self, inbound: &Inbound, lease: Lease<'_>, told: &Phrase) -> Result<Handled, Fault> {
        let mut unit = self.store.begin().await?;
        let Some(event) = Event::new(&mut *unit, inbound, lease).await? else {
            return Ok(Handled::Repeated);
        };
        if !door::is_addressed(&mut *unit, inbound).await? {
            return self.end(unit, event, Ended::Refused).await;
        }
        if inbound.is_notice() || !door::may_take_effect(&mut *unit, inbound).await? {
            return self.end(unit, event, Ended::TookEffect).await;
        }
        let voice = door::voice_to(&mut *unit, inbound, &self.defaults, self.clock.now()).await?;
        let said = Said::once(voice.say(told), &voice);
        self.answer(unit, event, said, Ended::Refused).await
    }

    /// Writes the answer and the end of the event, and commits.
    async fn answer(
        &self,
        mut unit: Box<dyn UnitOfWork>,
        event: Event<'_>,
        said: Said,
        ended: Ended,
    ) -> Result<Handled, Fault> {
        let now = self.clock.now();
        let is_farewell = said.is_farewell;
        let row = door::answer_row(&*self.ids, now, event.inbound, event.lease, said);
        unit.enqueue(&row).await?;
        if is_farewell {
            unit.forget_event(event.inbound).await?;
        } else {
            event.finish(&mut *unit, ended, now).await?;
        }
        self.commit(unit).await?;
        Ok(Handled::Answered(Box::new(row)))
    }

    /// Writes the end of an event of which nothing is said, and commits.
    async fn end(&self, mut unit: Box<dyn UnitOfWork>, event: Event<'_>, ended: Ended) -> Result<Handled, Fault> {
        event.finish(&mut *unit, ended, self.clock.now()).await?;
        self.commit(unit).await?;
        Ok(Handled::Silent)
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

    /// Carries out what is due, at most `limit` lines of the agenda, each in a unit of work of its own; how many.
    pub async fn tick(&self, limit: u32) -> Result<u32, Fault> {
        let mut done = 0;
        for line in &self.due(limit).await? {
            done += u32::from(self.carry_out(line).await?);
        }
        Ok(done)
    }

    /// The lines of the agenda that are due, at most `limit`.
    pub async fn due(&self, limit: u32) -> Result<Vec<Due>, Fault> {
        Ok(self.store.read().await?.due(self.clock.now(), limit).await?)
    }

    /// What is to be done now, and when the next line falls due: at most `limit` lines.
    pub async fn ahead(&self, limit: u32) -> Result<Ahead, Fault> {
        let mut unit = self.store.read().await?;
        let due = unit.due(self.clock.now(), limit).await?;
        let next = match due.first() {
            Some(first) => Some(first.at),
            None => unit.next_due().await?,
        };
        let owes_scrub = !unit.scrubs_owed().await?.is_empty();
        if owes_scrub {
            // Somebody else may have left it.
            self.may_owe_scrub.store(true, Ordering::Release);
        }
        Ok(Ahead { due, next, owes_scrub })
    }

    /// Whether a [scrub](Self::scrub) may be owed: it was put off, or nobody has looked yet.
    pub fn may_owe_scrub(&self) -> bool {
        self.may_owe_scrub.load(Ordering::Acquire)
    }

    /// Carries out one line of the agenda, unless somebody else has; whether it did.
    pub async fn carry_out(&self, line: &Due) -> Result<bool, Fault> {
        again_if_contended(|| self.settle(line)).await
    }

    async fn settle(&self, line: &Due) -> Result<bool, Fault> {
        let now = self.clock.now();
        let mut unit = self.store.begin().await?;
        let stood = unit.settle(line).await?;
        if stood {
            due::run(&mut self.work(&mut *unit, now), line).await?;
            self.commit(unit).await?;
        }
        Ok(stood)
    }

    /// Takes off the disk what must not stay there (the link of a closed secret poll); whether nothing of that is left
    /// to do. What a crash left undone is done when this is called after the next start.
    pub async fn scrub(&self) -> Result<bool, Fault> {
        if !self.may_owe_scrub.swap(false, Ordering::AcqRel) {
            return Ok(true);
        }
        let scrubbed = self.scrub_what_is_owed().await;
        if !matches!(scrubbed, Ok(true)) {
            self.may_owe_scrub.store(true, Ordering::Release);
        }
        scrubbed
    }

    async fn scrub_what_is_owed(&self) -> Result<bool, Fault> {
        let owed = self.store.read().await?.scrubs_owed().await?;
        if owed.is_empty() {
            return Ok(true);
        }
        if !self.store.scrub().await? {
            return Ok(false);
        }
        let mut unit = self.store.begin().await?;
        unit.scrubs_done(&owed).await?;
        unit.commit().await?;
        Ok(true)
    }

    /// Forgets what has ended and was [kept](retention) long enough; how many rows.
    pub async fn forget(&self) -> Result<u64, Fault> {
        let mut unit = self.store.begin().await?;
        let forgotten = retention::forget(&mut *unit, self.retention, self.clock.now()).await?;
        unit.commit().await?;
        Ok(forgotten)
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

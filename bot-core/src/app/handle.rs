//! An event carried out, or ended without that.

use chrono::TimeDelta;

use super::event::Event;
use super::{App, again_if_contended, copies};
use crate::door::{self, Said};
use crate::error::{Fault, Stop};
use crate::locale::Phrase;
use crate::phrase;
use crate::poll;
use crate::reply::refusal;
use crate::store::{Ended, Lease, OutboxRow, UnitOfWork};
use crate::surface::{Inbound, Told};

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

impl App {
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
}

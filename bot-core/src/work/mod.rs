//! What every use case works with, whoever set it off: the unit of work, the hour, fresh ids, and the post.
//!
//! - here: [`Work`], its ids, the audit log, the agenda, and how people are spoken to
//! - `cards`: saving what cards show
//! - `post`: messages to rooms and to people, [`Personal`] ones after their quiet hours and pause

mod cards;
mod post;

pub use post::{Patience, Personal, Written};

use std::fmt;

use crate::clock::Instant;
use crate::error::Fault;
use crate::ids::{AuditId, GroupId, IdSource, Kind, PersonId, Reference, TeamId};
use crate::locale::Voice;
use crate::people::{Group, Person};
use crate::store::{AuditEntry, Due, DueAct, StoreResult, Subject, UnitOfWork};

/// A unit of work under way.
pub struct Work<'a> {
    /// The transaction.
    pub unit: &'a mut dyn UnitOfWork,
    /// Fresh ids and secrets.
    pub ids: &'a dyn IdSource,
    /// The present instant; it does not move within a unit of work.
    pub now: Instant,
    /// Where the world reaches this desk, if it does: a web address without a slash at its end.
    pub public_url: Option<&'a str>,
}

impl fmt::Debug for Work<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Work").field("now", &self.now).finish_non_exhaustive()
    }
}

impl Work<'_> {
    /// The next reference of that kind in the group, never given twice.
    pub async fn next_reference(&mut self, group: GroupId, kind: Kind) -> StoreResult<Reference> {
        Ok(Reference::new(kind, self.unit.next_number(group, kind).await?))
    }

    /// Writes a line of the audit log.
    pub async fn audit(
        &mut self,
        group: GroupId,
        actor: PersonId,
        act: &str,
        subject: Option<Reference>,
        person: Option<PersonId>,
    ) -> StoreResult<()> {
        let entry = AuditEntry {
            id: AuditId::new(self.ids, self.now),
            group,
            at: self.now,
            actor,
            act: act.to_owned(),
            subject: subject.map(|reference| reference.to_string()),
            person,
        };
        self.unit.record(&entry).await
    }

    /// A group that something kept belongs to.
    pub async fn group(&mut self, id: GroupId) -> Result<Group, Fault> {
        let group = self.unit.group(id).await?;
        group.ok_or(Fault::Invariant("what belongs to a group has that group"))
    }

    /// The name of a person; empty for nobody we know, and for a former member who was forgotten.
    pub async fn name_of(&mut self, person: PersonId) -> StoreResult<String> {
        let person = self.unit.person(person).await?;
        Ok(person.map(|person| person.name).unwrap_or_default())
    }

    /// The name of the team that something belongs to, if it belongs to one.
    pub async fn name_of_team(&mut self, group: GroupId, team: Option<TeamId>) -> StoreResult<Option<String>> {
        let Some(team) = team else { return Ok(None) };
        let teams = self.unit.teams(group).await?;
        Ok(teams.into_iter().find(|known| known.id == team).map(|team| team.name))
    }

    /// Puts those acts on the agenda for the subject, in place of everything that stood there for it.
    pub async fn plan_anew(
        &mut self,
        group: GroupId,
        subject: Subject,
        acts: impl IntoIterator<Item = (Instant, DueAct), IntoIter: Send> + Send,
    ) -> StoreResult<()> {
        self.unit.unschedule(group, subject, None).await?;
        for (at, act) in acts {
            let due = Due {
                at,
                group,
                subject,
                act,
                person: None,
            };
            self.unit.schedule(&due).await?;
        }
        Ok(())
    }

    /// How that person is spoken to in private: their own language and zone, else the group's.
    pub fn voice_of(&self, person: &Person, group: &Group) -> Voice {
        own_voice(person, &self.voice_of_room(group))
    }

    /// How a group's rooms are spoken to.
    pub fn voice_of_room(&self, group: &Group) -> Voice {
        Voice {
            language: group.language,
            zone: group.zone.clone(),
            now: self.now,
        }
    }
}

/// How somebody is spoken to in private: as `otherwise` where they have set no language or zone.
fn own_voice(person: &Person, otherwise: &Voice) -> Voice {
    Voice {
        language: person.language.unwrap_or(otherwise.language),
        zone: person.zone.as_ref().unwrap_or(&otherwise.zone).clone(),
        now: otherwise.now,
    }
}

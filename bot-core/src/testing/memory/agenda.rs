//! The agenda, in memory.

use std::collections::BTreeSet;

use async_trait::async_trait;

use super::MemoryUnit;
use crate::clock::Instant;
use crate::ids::{GroupId, PersonId};
use crate::store::{Agenda, Due, DueAct, StoreResult, Subject};

pub(super) type Rows = BTreeSet<Due>;

#[async_trait]
impl Agenda for MemoryUnit {
    async fn schedule(&mut self, due: &Due) -> StoreResult<()> {
        self.write()?.agenda.insert(due.clone());
        Ok(())
    }

    async fn unschedule(&mut self, group: GroupId, subject: Subject, person: Option<PersonId>) -> StoreResult<()> {
        let concerned =
            |due: &Due| due.group == group && due.subject == subject && (person.is_none() || due.person == person);
        self.write()?.agenda.retain(|due| !concerned(due));
        Ok(())
    }

    async fn due(&mut self, now: Instant, limit: u32) -> StoreResult<Vec<Due>> {
        let mut lines: Vec<_> = self.rows().agenda.iter().filter(|due| due.at <= now).cloned().collect();
        lines.sort_by_key(|due| (due.at, due.group, due.subject.id, due.person, due.act.code()));
        lines.truncate(limit as usize);
        Ok(lines)
    }

    async fn settle(&mut self, due: &Due) -> StoreResult<bool> {
        Ok(self.write()?.agenda.remove(due))
    }

    async fn next_due(&mut self) -> StoreResult<Option<Instant>> {
        Ok(self.rows().agenda.first().map(|due| due.at))
    }

    async fn release_held_lines(&mut self, person: PersonId, now: Instant) -> StoreResult<()> {
        let agenda = &mut self.write()?.agenda;
        let held: Vec<Due> = agenda
            .extract_if(.., |due| {
                due.person == Some(person) && due.act == DueAct::Held && due.at > now
            })
            .collect();
        agenda.extend(held.into_iter().map(|due| Due { at: now, ..due }));
        Ok(())
    }

    async fn reassign_agenda(&mut self, from: PersonId, into: PersonId) -> StoreResult<()> {
        let agenda = &mut self.write()?.agenda;
        let lines: Rows = std::mem::take(&mut **agenda);
        **agenda = lines
            .into_iter()
            .map(|due| Due {
                person: due.person.map(|person| if person == from { into } else { person }),
                ..due
            })
            .collect();
        Ok(())
    }
}

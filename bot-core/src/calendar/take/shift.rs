//! From one date of an event to a shift.

use chrono::NaiveDateTime;
use uuid::Uuid;

use super::event::key;
use super::known::{self, Known};
use super::{Fate, OPERATOR, Taken, Taking};
use crate::calendar::{Entry, Event};
use crate::error::Fault;
use crate::ids::{Kind, Reference, ShiftId, TeamId};
use crate::shift::series::Field;
use crate::shift::{Cancelled, Needs, Roster, Shift, notice, plan};
use crate::store::Imported;

impl Taking<'_, '_> {
    /// Takes one shift: of that date, where the event has several.
    pub(super) async fn shift(
        &mut self,
        entry: &Entry,
        event: &Event,
        date: Option<NaiveDateTime>,
        known: &Known,
    ) -> Result<Taken, Fault> {
        let date = date.map(key).unwrap_or_default();
        let (team, remark) = self.team(event.team.as_deref());
        let fingerprint = known::fingerprint(event)?;
        let answer = |fate, number: Option<u32>| Taken {
            line: entry.line,
            title: event.title.clone(),
            fate,
            references: number
                .map(|number| Reference::new(Kind::Shift, number))
                .into_iter()
                .collect(),
            remark: remark.clone(),
        };
        let row = known.row(&date);
        let id = match (row, known.own) {
            (Some(row), _) if row.subject.kind != Kind::Shift => {
                return Ok(Taken::refused(
                    entry,
                    "the same UID was taken as something else than a shift before",
                ));
            }
            (Some(row), _) => Some(row.subject.id),
            (None, Some(own)) if date.is_empty() => Some(own),
            _ => None,
        };
        let before = match id {
            Some(id) => self.roster(id).await?,
            None => None,
        };
        let Some(before) = before else {
            let shift = self.new_shift(event, team).await?;
            self.remember(entry, date, shift.id.0, fingerprint).await?;
            return Ok(answer(Fate::Added, Some(shift.number)));
        };
        let number = Some(before.shift.number);
        let older = match row {
            Some(row) => known::is_older(entry, row),
            None => entry.sequence < before.shift.version,
        };
        if older {
            return Ok(answer(Fate::Older, number));
        }
        if row.is_some_and(|row| row.fingerprint == fingerprint) {
            return Ok(answer(Fate::Unchanged, number));
        }
        let id = before.shift.id.0;
        let fate = self.change(before, event, team, true).await?;
        if matches!(fate, Fate::Changed) || (row.is_some() && fate == Fate::Unchanged) {
            self.remember(entry, date, id, fingerprint).await?;
        }
        Ok(answer(fate, number))
    }

    async fn roster(&mut self, id: Uuid) -> Result<Option<Roster>, Fault> {
        let group = self.group.id;
        Ok(match self.work.unit.shift_number(group, ShiftId(id)).await? {
            Some(number) => self.work.unit.shift_for_update(group, number).await?,
            None => None,
        })
    }

    async fn remember(&mut self, entry: &Entry, date: String, id: Uuid, fingerprint: String) -> Result<(), Fault> {
        let row = known::row(self.group.id, entry, date, (Kind::Shift, id), fingerprint);
        Ok(self.work.unit.save_imported(&row).await?)
    }

    async fn new_shift(&mut self, event: &Event, team: Option<TeamId>) -> Result<Shift, Fault> {
        let group = self.group.id;
        let work = &mut *self.work;
        let shift = Shift {
            id: ShiftId::new(work.ids, work.now),
            group,
            number: work.next_reference(group, Kind::Shift).await?.number,
            title: event.title.clone(),
            start: event.start.clone(),
            end: event.end.clone(),
            whole_days: false,
            place: event.place.clone(),
            team,
            note: event.note.clone(),
            cutoff: event.cutoff,
            opens: event.opens,
            needs: event.needs.clone().unwrap_or(Needs::Anyone),
            series: None,
            cancelled: event.cancelled.then_some(Cancelled {
                at: work.now,
                reason: None,
            }),
            version: 0,
            turn: 0,
        };
        let shift = Shift {
            whole_days: event.whole_days,
            ..shift
        };
        work.save_shift(&shift).await?;
        Ok(shift)
    }

    /// Takes what a file says of one date of a series: it is that date's own from then on.
    pub(super) async fn date_of_series(
        &mut self,
        entry: &Entry,
        event: &Event,
        date: NaiveDateTime,
        before: Roster,
    ) -> Result<Taken, Fault> {
        let (team, remark) = self.team(event.team.as_deref());
        let (id, reference) = (before.shift.id.0, before.shift.reference());
        let fate = self.change(before, event, team, true).await?;
        if fate == Fate::Changed {
            let fingerprint = known::fingerprint(event)?;
            self.remember(entry, key(date), id, fingerprint).await?;
        }
        Ok(Taken {
            line: entry.line,
            title: event.title.clone(),
            fate,
            references: vec![reference],
            remark,
        })
    }

    /// Changes a shift to what the file says; whoever is on it hears of it. What is said of one date of a series is that
    /// date's `own`; what is said of the series leaves what is a date's own.
    pub(super) async fn change(
        &mut self,
        before: Roster,
        event: &Event,
        team: Option<TeamId>,
        own: bool,
    ) -> Result<Fate, Fault> {
        let work = &mut *self.work;
        let mut header = before.shift.clone();
        let said = Shift {
            title: event.title.clone(),
            start: event.start.clone(),
            end: event.end.clone(),
            whole_days: event.whole_days,
            place: event.place.clone(),
            note: event.note.clone(),
            team: team.or(header.team),
            cutoff: event.cutoff.or(header.cutoff),
            opens: event.opens.or(header.opens),
            needs: event.needs.clone().unwrap_or_else(|| header.needs.clone()),
            ..header.clone()
        };
        for field in Field::ALL {
            if own || !before.shift.is_own(field) {
                take_field(&mut header, &said, field, own);
            }
        }
        if event.cancelled && header.cancelled.is_none() {
            header.cancelled = Some(Cancelled {
                at: work.now,
                reason: None,
            });
        }
        if header == before.shift {
            return Ok(Fate::Unchanged);
        }
        let mut after = before.clone();
        let Ok(moves) = after.put_header_back(header, work.now) else {
            return Ok(Fate::Refused(
                "more people are on the shift than it would take then".to_owned(),
            ));
        };
        plan::save(work, Some(&before), &after).await?;
        if after.shift.ends_at() > work.now {
            if after.shift.cancelled.is_some() && before.shift.cancelled.is_none() {
                notice::cancelled(work, &after, OPERATOR).await?;
            } else if after.shift.when() != before.shift.when() && after.shift.cancelled.is_none() {
                notice::moved(work, &after, &before.shift.when(), OPERATOR).await?;
            } else if after.shift.cancelled.is_none() {
                notice::relocated(work, &before, &after, OPERATOR).await?;
            }
            notice::moves(work, &after, &moves, None).await?;
        }
        Ok(Fate::Changed)
    }

    /// Cancels the shift of a date that the file has no more; its reference, where that changed something.
    pub(super) async fn date_is_gone(&mut self, row: &Imported) -> Result<Option<Reference>, Fault> {
        let Some(before) = self.roster(row.subject.id).await? else {
            return Ok(None);
        };
        let work = &mut *self.work;
        let mut after = before.clone();
        if after.cancel(None, work.now).is_err() {
            return Ok(None);
        }
        plan::save(work, Some(&before), &after).await?;
        notice::cancelled(work, &after, OPERATOR).await?;
        Ok(Some(after.shift.reference()))
    }
}

/// Takes one field of what is said; one that changes a date of a series alone is its own from then on.
fn take_field(shift: &mut Shift, said: &Shift, field: Field, own: bool) {
    let before = shift.clone();
    match field {
        Field::Title => shift.title.clone_from(&said.title),
        Field::Hours => {
            shift.start = said.start.clone();
            shift.end.clone_from(&said.end);
            shift.whole_days = said.whole_days;
        }
        Field::Needs => shift.needs = said.needs.clone(),
        Field::Place => shift.place.clone_from(&said.place),
        Field::Team => shift.team = said.team,
        Field::Note => shift.note.clone_from(&said.note),
        Field::Cutoff => shift.cutoff = said.cutoff,
        Field::Opens => shift.opens = said.opens,
    }
    if *shift != before
        && own
        && let Some(of) = &mut shift.series
    {
        of.own.insert(field);
    }
}

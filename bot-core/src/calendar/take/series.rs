//! From an event that repeats to a series, and from a change of one date to that date of it.

use chrono::NaiveDateTime;
use uuid::Uuid;

use super::known::{self, Known};
use super::{Fate, Taken, Taking};
use crate::calendar::{Entry, Event, Repeats};
use crate::error::Fault;
use crate::ids::{Kind, SeriesId};
use crate::series::Dates;
use crate::shift::series::{MOST_SERIES, Series, Template, ahead};
use crate::shift::{Needs, Roster};
use crate::store::Imported;
use crate::time::Repeat;

impl Taking<'_, '_> {
    /// The series that was made of that row, or of that id.
    pub(super) async fn series(&mut self, row: Option<&Imported>, own: Option<Uuid>) -> Result<Option<Series>, Fault> {
        let id = match row {
            Some(row) if row.subject.kind == Kind::Shift => Some(row.subject.id),
            Some(_) => None,
            None => own,
        };
        let Some(id) = id else { return Ok(None) };
        Ok(self
            .work
            .unit
            .shift_series_for_update(self.group.id, SeriesId(id))
            .await?)
    }

    /// Takes an event whose rule has dates to come.
    pub(super) async fn repeating(
        &mut self,
        entry: &Entry,
        event: &Event,
        (repeats, rule): (&Repeats, &Repeat),
        known: &Known,
    ) -> Result<Taken, Fault> {
        let row = known.row("");
        let before = self.series(row, known.own).await?;
        let fingerprint = known::fingerprint(event)?;
        let (_, remark) = self.team(event.team.as_deref());
        let answer = |fate, references| Taken {
            line: entry.line,
            title: event.title.clone(),
            fate,
            references,
            remark: remark.clone(),
        };
        if before.is_none() && row.is_some_and(|row| row.subject.kind != Kind::Shift) {
            return Ok(Taken::refused(
                entry,
                "the same UID was taken as something else than a series before",
            ));
        }
        if before.as_ref().is_some_and(|before| before.ended) && row.is_none() {
            return Ok(answer(Fate::Unchanged, Vec::new()));
        }
        if let Some(before) = &before {
            let older = match row {
                Some(row) => known::is_older(entry, row),
                None => entry.sequence < before.version,
            };
            if older {
                return Ok(answer(Fate::Older, Vec::new()));
            }
            if row.is_some_and(|row| row.fingerprint == fingerprint) {
                return Ok(answer(Fate::Unchanged, Vec::new()));
            }
        } else if event.cancelled {
            return Ok(Taken::refused(
                entry,
                "the event is cancelled with all its dates, and was not known",
            ));
        } else if self.work.unit.count_shift_series(self.group.id).await? >= MOST_SERIES {
            return Ok(Taken::refused(
                entry,
                format!("the group has {MOST_SERIES} series that go on, which is the most"),
            ));
        }
        let mut series = self.as_said(event, repeats, rule, before.as_ref());
        let fate = match &before {
            None => Fate::Added,
            Some(before) if *before == series => Fate::Unchanged,
            Some(_) => Fate::Changed,
        };
        let mut references = Vec::new();
        if fate != Fate::Unchanged {
            if before.is_some() {
                references = self.change_dates(&series, event).await?;
            }
            let made = ahead::save(self.work, before.as_ref(), &mut series).await?;
            references.extend(made.iter().map(crate::shift::Shift::reference));
        }
        if fate != Fate::Unchanged || row.is_some() {
            let row = known::row(
                self.group.id,
                entry,
                String::new(),
                (Kind::Shift, series.id.0),
                fingerprint,
            );
            self.work.unit.save_imported(&row).await?;
        }
        Ok(answer(fate, references))
    }

    /// The series that the file describes, in place of what it was.
    fn as_said(&self, event: &Event, repeats: &Repeats, rule: &Repeat, before: Option<&Series>) -> Series {
        let (team, _) = self.team(event.team.as_deref());
        let was = before.map(|before| &before.template);
        let start = &event.start;
        let first = rule.occurrences(start.local).next().unwrap_or(start.local);
        Series {
            id: before.map_or_else(|| SeriesId::new(self.work.ids, self.work.now), |before| before.id),
            group: self.group.id,
            dates: Dates {
                rule: rule.anchored(first.date()),
                first,
                zone: start.zone.clone(),
                skipped: repeats.skipped.clone(),
            },
            length: event.end.as_ref().map(|end| end.local - start.local),
            whole_days: event.whole_days,
            template: Template {
                title: event.title.clone(),
                place: event.place.clone(),
                team: team.or(was.and_then(|was| was.team)),
                note: event.note.clone(),
                cutoff: event.cutoff.or(was.and_then(|was| was.cutoff)),
                opens: event.opens.or(was.and_then(|was| was.opens)),
                needs: event
                    .needs
                    .clone()
                    .or(was.map(|was| was.needs.clone()))
                    .unwrap_or(Needs::Anyone),
            },
            ended: event.cancelled || before.is_some_and(|before| before.ended && before.dates.rule == *rule),
            version: before.map_or(0, |before| before.version),
        }
    }

    /// Gives the dates that were made and are to come what the file says now; those that it has no more are cancelled.
    /// What was changed on one date alone stays.
    async fn change_dates(&mut self, series: &Series, event: &Event) -> Result<Vec<crate::ids::Reference>, Fault> {
        let (group, now) = (self.group.id, self.work.now);
        let mut changed = Vec::new();
        for date in self.work.unit.series_dates(group, series.id, now).await? {
            let Some(of) = &date.series else { continue };
            let still = series
                .dates
                .next_after(series.dates.moment(of.local).at - chrono::TimeDelta::seconds(1));
            let still = still.is_some_and(|still| still.local == of.local);
            let Some(before) = self.work.unit.shift_for_update(group, date.number).await? else {
                continue;
            };
            let as_said = series.date(date.id, date.number, series.dates.moment(of.local));
            let one = Event {
                title: as_said.title,
                note: as_said.note,
                place: as_said.place,
                start: as_said.start,
                end: as_said.end,
                whole_days: as_said.whole_days,
                repeats: None,
                cancelled: !still || event.cancelled,
                needs: Some(as_said.needs),
                team: None,
                cutoff: as_said.cutoff,
                opens: as_said.opens,
            };
            if self.change(before, &one, as_said.team, false).await? == Fate::Changed {
                changed.push(date.reference());
            }
        }
        Ok(changed)
    }

    /// The date of a series that a change speaks of, which is made where it was not yet; `None` where it is no date of it.
    pub(super) async fn date_of(&mut self, series: &Series, date: NaiveDateTime) -> Result<Option<Roster>, Fault> {
        let group = self.group.id;
        let moment = series.dates.moment(date);
        let just_before = moment.at - chrono::TimeDelta::seconds(1);
        let made = self.work.unit.series_dates(group, series.id, just_before).await?;
        let known = made
            .iter()
            .find(|shift| shift.series.as_ref().is_some_and(|of| of.local == date));
        let number = match known {
            Some(shift) => shift.number,
            None if series
                .dates
                .next_after(just_before)
                .is_some_and(|next| next.local == date) =>
            {
                ahead::make(self.work, series, moment).await?.number
            }
            None => return Ok(None),
        };
        Ok(self.work.unit.shift_for_update(group, number).await?)
    }
}

//! From an event to its shifts.

use std::collections::BTreeMap;

use chrono::{NaiveDateTime, TimeDelta};

use super::known::Known;
use super::{Fate, Taken, Taking};
use crate::calendar::{Entry, Event, Repeats};
use crate::clock::Instant;
use crate::error::Fault;
use crate::time::Moment;

/// How far ahead the dates of a rule without an end are taken.
const AHEAD: TimeDelta = TimeDelta::days(366);
/// The most dates of a rule that are taken one by one.
const MOST_DATES: usize = 400;

impl Taking<'_, '_> {
    /// Takes an event: as one shift, or date by date.
    pub(super) async fn event(&mut self, entry: &Entry, event: &Event, known: Known) -> Result<Taken, Fault> {
        let Some(repeats) = &event.repeats else {
            let date = entry.date.as_ref().map(|date| date.moment.local);
            return self.shift(entry, event, date, &known).await;
        };
        match dates(event, repeats, self.work.now) {
            Ok(dates) => self.date_by_date(entry, event, dates, &known).await,
            Err(reason) => Ok(Taken::refused(entry, reason)),
        }
    }

    async fn date_by_date(
        &mut self,
        entry: &Entry,
        event: &Event,
        dates: BTreeMap<NaiveDateTime, (Moment, Option<Moment>)>,
        known: &Known,
    ) -> Result<Taken, Fault> {
        let mut whole: Option<Taken> = None;
        let changed = self.changed_dates.get(&entry.uid).cloned().unwrap_or_default();
        for (date, (start, end)) in &dates {
            if changed.contains(date) {
                continue;
            }
            let one = Event {
                start: start.clone(),
                end: end.clone(),
                repeats: None,
                ..event.clone()
            };
            let taken = self.shift(entry, &one, Some(*date), known).await?;
            whole = Some(match whole {
                None => taken,
                Some(whole) => together(whole, taken),
            });
        }
        let gone = known.rows.iter().filter(|row| {
            let date: Option<NaiveDateTime> = row.date.parse().ok();
            date.is_some_and(|date| !dates.contains_key(&date) && !changed.contains(&date))
        });
        let gone: Vec<_> = gone.cloned().collect();
        let mut whole = whole.unwrap_or_else(|| Taken {
            fate: Fate::Unchanged,
            ..Taken::refused(entry, "")
        });
        for row in gone {
            if let Some(reference) = self.date_is_gone(&row).await? {
                whole.fate = Fate::Changed;
                whole.references.push(reference);
            }
        }
        if event.goes_on() {
            whole.remark = Some(
                "the event repeats without an end: its dates of the coming year are taken. Take the file again for later ones"
                    .to_owned(),
            );
        }
        if whole.references.is_empty() && changed.is_empty() {
            return Ok(Taken::refused(
                entry,
                "the event has no date: its rule or its EXDATEs leave none",
            ));
        }
        Ok(whole)
    }
}

impl Event {
    /// Whether it repeats without an end.
    fn goes_on(&self) -> bool {
        let rule = self.repeats.as_ref().and_then(|repeats| repeats.rule.as_ref());
        rule.is_some_and(|rule| rule.until().is_none() && rule.times().is_none())
    }
}

/// What became of an event of which this and that became of its dates.
fn together(whole: Taken, date: Taken) -> Taken {
    let fate = match (whole.fate, date.fate) {
        (Fate::Refused(reason), _) | (_, Fate::Refused(reason)) => Fate::Refused(reason),
        (Fate::Unchanged | Fate::Older, other) => other,
        (fate, Fate::Unchanged | Fate::Older) => fate,
        (Fate::Changed, _) | (_, Fate::Changed) => Fate::Changed,
        _ => Fate::Added,
    };
    Taken {
        fate,
        references: whole.references.into_iter().chain(date.references).collect(),
        remark: whole.remark.or(date.remark),
        ..whole
    }
}

/// Every date of an event, by the wall clock that its rule gives it, with its hours.
fn dates(
    event: &Event,
    repeats: &Repeats,
    now: Instant,
) -> Result<BTreeMap<NaiveDateTime, (Moment, Option<Moment>)>, String> {
    let hours = |start: Moment| {
        let end = event
            .end
            .as_ref()
            .map(|end| start.until(start.local + event.start.wall_length(end)));
        (start, end)
    };
    let mut dates = BTreeMap::new();
    match &repeats.rule {
        None => {
            dates.insert(event.start.local, (event.start.clone(), event.end.clone()));
        }
        Some(rule) if rule.until().is_none() && rule.times().is_none() => {
            let end = now + AHEAD;
            let coming = std::iter::successors(rule.next_after(&event.start, now), |last| {
                rule.next_after(&event.start, last.at)
            });
            for start in coming.take_while(|start| start.at <= end).take(MOST_DATES) {
                dates.insert(start.local, hours(start));
            }
        }
        Some(rule) => {
            for local in rule.occurrences(event.start.local).take(MOST_DATES + 1) {
                dates.insert(local, hours(Moment::new(local, event.start.zone.clone())));
            }
        }
    }
    for (start, end) in &repeats.extra {
        let (start, usual) = hours(start.clone());
        dates.insert(start.local, (start, end.clone().or(usual)));
    }
    dates.retain(|date, _| !repeats.skipped.contains(date));
    if dates.len() > MOST_DATES {
        return Err(format!("the event has more than {MOST_DATES} dates"));
    }
    Ok(dates)
}

//! From an event to its shifts.

use std::collections::BTreeMap;

use chrono::NaiveDateTime;

use super::known::Known;
use super::{Fate, Taken, Taking};
use crate::calendar::{Entry, Event, Repeats};
use crate::error::Fault;
use crate::time::{Moment, Repeat};

/// The most dates of a rule that are taken one by one.
const MOST_DATES: usize = 400;

impl Taking<'_, '_> {
    /// Takes an event: as one shift, or date by date.
    pub(super) async fn event(&mut self, entry: &Entry, event: &Event, known: Known) -> Result<Taken, Fault> {
        let Some(repeats) = &event.repeats else {
            return match &entry.date {
                Some(date) => self.one_date(entry, event, date.moment.local, &known).await,
                None => self.shift(entry, event, None, &known).await,
            };
        };
        let is_series = self.series(known.row(""), known.own).await?.is_some();
        if let Some(rule) = repeats
            .rule
            .as_ref()
            .filter(|rule| is_series || self.goes_on(rule, event))
        {
            let taken = self.repeating(entry, event, (repeats, rule), &known).await?;
            if matches!(taken.fate, Fate::Refused(_)) {
                return Ok(taken);
            }
            return self.beside(entry, event, repeats, &known, taken).await;
        }
        match dates(event, repeats) {
            Ok(dates) => self.date_by_date(entry, event, dates, &known).await,
            Err(reason) => Ok(Taken::refused(entry, reason)),
        }
    }

    /// Whether a rule has dates to come.
    fn goes_on(&self, rule: &Repeat, event: &Event) -> bool {
        rule.next_after(&event.start, self.work.now).is_some()
    }

    /// A change of one date: of a series, or of an event that was taken date by date.
    async fn one_date(
        &mut self,
        entry: &Entry,
        event: &Event,
        date: NaiveDateTime,
        known: &Known,
    ) -> Result<Taken, Fault> {
        if known.row(&key(date)).is_none()
            && let Some(series) = self.series(known.row(""), known.own).await?
            && let Some(before) = self.date_of(&series, date).await?
        {
            return self.date_of_series(entry, event, date, before).await;
        }
        self.shift(entry, event, Some(date), known).await
    }

    /// Takes the dates that an event has beside its rule.
    async fn beside(
        &mut self,
        entry: &Entry,
        event: &Event,
        repeats: &Repeats,
        known: &Known,
        mut taken: Taken,
    ) -> Result<Taken, Fault> {
        let changed = self.changed_dates.get(&entry.uid).cloned().unwrap_or_default();
        for (start, end) in &repeats.extra {
            if changed.contains(&start.local) {
                continue;
            }
            let usual = || {
                event
                    .end
                    .as_ref()
                    .map(|end| start.until(start.local + event.start.wall_length(end)))
            };
            let one = Event {
                start: start.clone(),
                end: end.clone().or_else(usual),
                repeats: None,
                ..event.clone()
            };
            let date = self.shift(entry, &one, Some(start.local), known).await?;
            taken = together(taken, date);
        }
        Ok(taken)
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
        if whole.references.is_empty() && changed.is_empty() {
            return Ok(Taken::refused(
                entry,
                "the event has no date: its rule or its EXDATEs leave none",
            ));
        }
        Ok(whole)
    }
}

/// How a date is written as a key.
pub(super) fn key(date: NaiveDateTime) -> String {
    date.format("%Y-%m-%dT%H:%M:%S").to_string()
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
fn dates(event: &Event, repeats: &Repeats) -> Result<BTreeMap<NaiveDateTime, (Moment, Option<Moment>)>, String> {
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

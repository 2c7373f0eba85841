//! Acts on the dates of a series.
//!
//! - [`reach`]: which dates an act means, or the question
//! - [`DateChange`], [`keep`]: what an act makes of them, written down with what takes it back
//! - `fields`: edit · `hours`: move, and another rule · `ending`: cancel, and no rule any more
//! - [`news`]: what people on the dates hear · `said`: what whoever acted sees

pub(in crate::shift) mod ending;
pub(in crate::shift) mod fields;
pub(in crate::shift) mod hours;
pub(in crate::shift) mod news;
mod reach;
pub(in crate::shift) mod said;

pub(super) use reach::{Reach, reach};

use chrono::NaiveDateTime;

use super::{for_update, header};
use crate::desk::Desk;
use crate::error::{Outcome, UserError};
use crate::ids::Reference;
use crate::phrase;
use crate::series::Scope;
use crate::shift::roster::Move;
use crate::shift::series::{Series, ahead};
use crate::shift::undo::{Left, ShiftUndo};
use crate::shift::{Roster, Shift, plan};
use crate::time::Moment;
use crate::undo::Undo;

/// A series and the dates that an act means. The series is locked.
pub(in crate::shift) struct Reached {
    /// As it was.
    pub(in crate::shift) before: Series,
    /// As the act makes it.
    pub(in crate::shift) series: Series,
    /// Which dates are meant.
    pub(in crate::shift) scope: Scope,
    /// The date that is named.
    pub(in crate::shift) named: Named,
    /// The dates that were made and are not past, the cancelled ones among them, by the rule's time.
    pub(in crate::shift) dates: Vec<Shift>,
    /// Those of them that the act made.
    pub(in crate::shift) made: Vec<Shift>,
}

/// The date that an act names.
pub(in crate::shift) enum Named {
    /// One that is a shift.
    Made(Box<Shift>),
    /// One that is not made yet.
    Ahead(Moment),
}

/// What an act makes of a date.
pub(in crate::shift) struct DateChange {
    /// As it was.
    pub(in crate::shift) before: Roster,
    /// As it is now.
    pub(in crate::shift) after: Roster,
    /// Who moved.
    pub(in crate::shift) moves: Vec<Move>,
}

impl DateChange {
    pub(in crate::shift) fn new(before: Roster) -> Self {
        Self {
            after: before.clone(),
            before,
            moves: Vec::new(),
        }
    }

    pub(in crate::shift) fn is_change(&self) -> bool {
        self.before != self.after
    }

    /// Its wall clock by the rule, as it was.
    pub(in crate::shift) fn local(&self) -> Option<NaiveDateTime> {
        local(&self.before.shift)
    }
}

/// The wall clock that the rule gives a date.
pub(in crate::shift) fn local(shift: &Shift) -> Option<NaiveDateTime> {
    shift.series.as_ref().map(|of| of.local)
}

impl Reached {
    /// The reference of the date that is named.
    pub(in crate::shift) fn named_number(&self) -> Option<u32> {
        match &self.named {
            Named::Made(shift) => Some(shift.number),
            Named::Ahead(_) => None,
        }
    }

    /// The wall clock that the rule gives the date that is named.
    pub(in crate::shift) fn named_local(&self) -> Option<NaiveDateTime> {
        match &self.named {
            Named::Made(shift) => local(shift),
            Named::Ahead(date) => Some(date.local),
        }
    }

    /// Makes the date that is named, if it is not.
    pub(in crate::shift) async fn make_named(&mut self, desk: &mut Desk<'_>) -> Outcome<Shift> {
        match &self.named {
            Named::Made(shift) => Ok((**shift).clone()),
            Named::Ahead(start) => {
                let shift = ahead::make(&mut desk.work, &self.series, start.clone()).await?;
                self.made.push(shift.clone());
                self.dates.push(shift.clone());
                self.named = Named::Made(Box::new(shift.clone()));
                Ok(shift)
            }
        }
    }

    /// Makes every date up to the one that is named, so that what happens from there on leaves what is before it.
    async fn make_up_to_named(&mut self, desk: &mut Desk<'_>) -> Outcome<()> {
        let Named::Ahead(last) = &self.named else { return Ok(()) };
        let made = ahead::make_until(&mut desk.work, &self.series, last).await?;
        let made = made.ok_or_else(|| UserError::new(phrase!("series-too-far", date = when self.series.when(last))))?;
        let named = made
            .last()
            .cloned()
            .ok_or_else(|| UserError::new(phrase!("series-nothing-left")))?;
        self.dates.extend(made.iter().cloned());
        self.made.extend(made);
        self.named = Named::Made(Box::new(named));
        Ok(())
    }

    /// From which wall clock of the rule on an act on several dates reaches.
    pub(in crate::shift) fn from(&self, desk: &Desk<'_>) -> Option<NaiveDateTime> {
        let now = desk.work.now;
        let coming = self.dates.iter().filter(|date| is_live(date) && date.start.at > now);
        match self.scope {
            Scope::All => {
                let next = self.series.dates.next_after(now).filter(|_| !self.series.ended);
                let coming = coming.filter_map(local).min();
                [coming, next.map(|next| next.local)].into_iter().flatten().min()
            }
            Scope::One | Scope::Later => self.named_local(),
        }
    }

    /// Locks the dates from that wall clock on, in the order of the rule: those that are on, or that are cancelled and
    /// keep their place in the rule.
    pub(in crate::shift) async fn lock(
        &mut self,
        desk: &mut Desk<'_>,
        from: NaiveDateTime,
    ) -> Outcome<(Vec<DateChange>, Vec<DateChange>)> {
        self.make_up_to_named(desk).await?;
        let (now, named) = (desk.work.now, self.named_number());
        let mut dates: Vec<&Shift> = self.dates.iter().filter(|date| local(date) >= Some(from)).collect();
        dates.sort_by_key(|date| (local(date), date.number));
        let numbers: Vec<u32> = dates
            .into_iter()
            .filter(|date| date.start.at > now || date.cancelled.is_some() || Some(date.number) == named)
            .map(|date| date.number)
            .collect();
        let (mut live, mut cancelled) = (Vec::new(), Vec::new());
        for number in numbers {
            let change = DateChange::new(for_update(desk, number).await?);
            let shift = &change.before.shift;
            if is_live(shift) && shift.ends_at() > now {
                desk.must_run(shift.team)?;
                live.push(change);
            } else if !is_live(shift) {
                cancelled.push(change);
            }
        }
        desk.must_run(self.series.template.team)?;
        Ok((live, cancelled))
    }
}

/// Whether a date is on.
pub(in crate::shift) const fn is_live(date: &Shift) -> bool {
    date.cancelled.is_none()
}

/// Writes down what an act made of a series and its dates, in that order of the dates, with what takes it back.
pub(in crate::shift) async fn keep(desk: &mut Desk<'_>, reached: &mut Reached, changes: &[DateChange]) -> Outcome<()> {
    save(desk, changes).await?;
    let before = Some(&reached.before).filter(|_| reached.made.is_empty());
    let made = ahead::save(&mut desk.work, before, &mut reached.series).await?;
    reached.made.extend(made);
    let dates = changes.iter().filter(|change| change.is_change()).map(|change| Left {
        before: change.before.shift.clone(),
        left: change.after.shift.version,
    });
    let undo = ShiftUndo::Dates {
        series: Box::new(reached.before.clone()),
        left: reached.series.version,
        dates: dates.collect(),
        made: reached.made.iter().map(|made| made.number).collect(),
    };
    desk.remember_undo(Undo::Shift(undo)).await
}

/// Writes the dates down, with everybody's reminders and a line of the log for each that was cancelled.
pub(in crate::shift) async fn save(desk: &mut Desk<'_>, changes: &[DateChange]) -> Outcome<()> {
    for DateChange { before, after, .. } in changes {
        plan::save(&mut desk.work, Some(before), after).await?;
        if is_live(&before.shift) && !is_live(&after.shift) {
            header::record_cancelled(desk, &after.shift).await?;
        }
    }
    Ok(())
}

/// The references of dates, as a sentence lists them.
pub(in crate::shift) fn references<'a>(dates: impl Iterator<Item = &'a Shift>) -> Vec<Reference> {
    dates.map(Shift::reference).collect()
}

//! How a task repeats: one at a time is to be done, and the next one comes when it is.

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

use super::Task;
use crate::clock::Instant;
use crate::ids::TeamId;
use crate::series::Course;
use crate::series::course::Date;
use crate::time::{Moment, Repeat};

/// The series that a task is one of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Series {
    /// The dates of the rule; those up to this task's have had theirs.
    pub course: Course,
    /// The date that this task is for, by the wall clock of the rule, wherever its due time was moved.
    pub date: NaiveDateTime,
    /// What all others are like, where this task was changed alone.
    pub usual: Option<Usual>,
}

/// What the tasks of a series have in common.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Usual {
    /// What is to be done.
    pub title: String,
    /// More about it.
    pub note: Option<String>,
    /// The team whose work it is.
    pub team: Option<TeamId>,
}

impl Series {
    /// The series that begins with a task due then.
    pub fn beginning(rule: Repeat, due: &Moment) -> Self {
        let course = Course::new(rule, due.local, due.zone.clone());
        Self {
            course: course.come_to(due.local),
            date: due.local,
            usual: None,
        }
    }
}

impl Task {
    /// Its rule, if it repeats.
    pub fn rule(&self) -> Option<&Repeat> {
        self.series.as_ref().map(|series| &series.course.dates.rule)
    }

    /// Its series while it is the one of it that is to be done.
    pub fn running(&self) -> Option<&Series> {
        self.series.as_ref().filter(|_| self.is_open())
    }

    /// The date of its series that it is for, due when it is due.
    pub fn in_hand(&self) -> Option<Date> {
        Some(Date {
            rule: self.series.as_ref()?.date,
            at: self.due.clone()?,
            text: None,
        })
    }

    /// What all tasks of its series are like.
    pub fn usual(&self) -> Usual {
        let usual = self.series.as_ref().and_then(|series| series.usual.clone());
        usual.unwrap_or_else(|| Usual {
            title: self.title.clone(),
            note: self.note.clone(),
            team: self.team,
        })
    }

    /// The same for the next date of its series after `now`, for whoever gets the next one: what was missed is not owed.
    /// `None` where none is to come.
    pub(super) fn on_next_date(&self, now: Instant) -> Option<Self> {
        let mut course = self.series.as_ref()?.course.clone();
        course.let_go(now);
        let date = course.next()?;
        course.take(&date);
        let usual = self.usual();
        Some(Self {
            title: date.text.clone().unwrap_or_else(|| usual.title.clone()),
            note: usual.note.clone(),
            team: usual.team,
            owner: self.keeper,
            due: Some(date.at),
            series: Some(Series {
                course,
                date: date.rule,
                usual: date.text.map(|_| usual),
            }),
            ..self.clone()
        })
    }

    /// The same with what all tasks of its series are like from here on; what this one has of its own it keeps.
    pub(super) fn with_usual(&self, change: impl Fn(&mut Usual)) -> Self {
        let (before, mut after) = (self.usual(), self.usual());
        change(&mut after);
        let mut task = self.clone();
        if self.title == before.title {
            task.title.clone_from(&after.title);
        }
        if self.note == before.note {
            task.note.clone_from(&after.note);
        }
        if self.team == before.team {
            task.team = after.team;
        }
        task.keep_apart(after);
        task
    }

    /// The same changed alone: all others are as they were.
    pub(super) fn alone(&self, change: impl Fn(&mut Self)) -> Self {
        let usual = self.usual();
        let mut task = self.clone();
        change(&mut task);
        task.keep_apart(usual);
        task
    }

    /// Remembers what the others are like where this one is not like them.
    fn keep_apart(&mut self, usual: Usual) {
        let alike = usual.title == self.title && usual.note == self.note && usual.team == self.team;
        if let Some(series) = &mut self.series {
            series.usual = (!alike).then_some(usual);
        }
    }

    /// Whether its due time is its own, and not that of its date.
    pub(super) fn was_moved(&self) -> bool {
        let by_rule = self
            .series
            .as_ref()
            .map(|series| series.course.dates.moment(series.date).at);
        by_rule.is_some_and(|by_rule| self.due.as_ref().is_none_or(|due| due.at != by_rule))
    }
}

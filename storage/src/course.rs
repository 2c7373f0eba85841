//! A series of which one date at a time is in hand, as its columns.

use std::collections::{BTreeMap, BTreeSet};

use muster_core::chrono::NaiveDateTime;
use muster_core::series::Course;
use muster_core::series::course::Own;
use muster_core::store::StoreResult;
use serde::{Deserialize, Serialize};

use crate::column::{Origin, json, word};

/// What the dates of a course are kept as; a row of before has a rule only.
pub(crate) struct CourseColumns<'a> {
    pub(crate) repeats: Option<&'a String>,
    pub(crate) first_local: Option<&'a String>,
    /// The column of the zone, and what stands there.
    pub(crate) zone: (&'static str, Option<&'a String>),
    pub(crate) past_local: Option<&'a String>,
    pub(crate) exceptions: Option<&'a String>,
}

/// The dates that are out of the ordinary.
#[derive(Default, Serialize, Deserialize)]
struct Exceptions {
    skipped: BTreeSet<NaiveDateTime>,
    own: BTreeMap<NaiveDateTime, Own>,
}

impl CourseColumns<'_> {
    /// The course, if there is one.
    pub(crate) fn read(&self, origin: Origin<'_>) -> StoreResult<Option<Course>> {
        let (Some(rule), Some(first)) = (self.repeats, self.first_local) else {
            return Ok(None);
        };
        let (zone_column, zone) = self.zone;
        let zone = origin.present(zone_column, zone)?;
        let rule = origin.word("repeats", rule)?;
        let first = origin.word("first_local", first)?;
        let mut course = Course::new(rule, first, origin.word(zone_column, zone)?);
        course.past = origin.word_if_any("past_local", self.past_local)?;
        if let Some(exceptions) = self.exceptions {
            let exceptions: Exceptions = origin.json("exceptions", exceptions)?;
            course.dates.skipped = exceptions.skipped;
            course.own = exceptions.own;
        }
        Ok(Some(course))
    }
}

/// What [`CourseColumns::exceptions`] reads; `None` where nothing is out of the ordinary.
pub(crate) fn exceptions(course: &Course) -> StoreResult<Option<String>> {
    if course.dates.skipped.is_empty() && course.own.is_empty() {
        return Ok(None);
    }
    let exceptions = Exceptions {
        skipped: course.dates.skipped.clone(),
        own: course.own.clone(),
    };
    json(&exceptions).map(Some)
}

/// A wall clock as a column.
pub(crate) fn local(local: Option<&NaiveDateTime>) -> StoreResult<Option<String>> {
    local.map(word).transpose()
}

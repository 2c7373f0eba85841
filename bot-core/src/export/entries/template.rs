//! A shift that is saved to be posted again, as a document shows it.

use serde::Serialize;

use crate::export::names::Names;
use crate::shift::template::ShiftTemplate;

/// A shift that is saved to be posted again.
#[derive(Debug, Serialize)]
pub(in crate::export) struct TemplateEntry {
    name: String,
    title: String,
    /// By the wall clock.
    length_seconds: Option<i64>,
    whole_days: bool,
    place: Option<String>,
    team: Option<String>,
    note: Option<String>,
    cutoff_seconds: Option<i64>,
    opens_seconds: Option<i64>,
    needs: String,
}

impl TemplateEntry {
    pub(in crate::export) fn new(names: &Names, template: ShiftTemplate) -> Self {
        let shift = template.shift;
        let seconds = |length: chrono::TimeDelta| length.num_seconds();
        Self {
            name: template.name,
            title: shift.title,
            length_seconds: template.length.map(seconds),
            whole_days: template.whole_days,
            place: shift.place,
            team: names.team(shift.team),
            note: shift.note,
            cutoff_seconds: shift.cutoff.map(seconds),
            opens_seconds: shift.opens.map(seconds),
            needs: shift.needs.to_string(),
        }
    }
}

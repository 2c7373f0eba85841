//! Shifts that are saved under a name, to be posted again: all but the day.

use serde::{Deserialize, Serialize};

use super::Shift;
use super::command::Add;
use super::series::Template;
use crate::ids::GroupId;
use crate::time::{Duration, When};

/// The most templates of a group.
pub const MOST_TEMPLATES: usize = 50;
/// The most characters of a template's name.
pub const TEMPLATE_CHARS: usize = 40;

/// A shift that can be posted again by its name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShiftTemplate {
    /// The group that it belongs to.
    pub group: GroupId,
    /// Its name, unique in the group without regard to case; at most [`TEMPLATE_CHARS`].
    pub name: String,
    /// How long the shift lasts by the wall clock, if that was said.
    pub length: Option<Duration>,
    /// Whether it takes whole days.
    pub whole_days: bool,
    /// What else the shift is made of.
    pub shift: Template,
}

impl ShiftTemplate {
    /// A shift as it is saved under that name.
    pub fn of(shift: &Shift, name: String) -> Self {
        Self {
            group: shift.group,
            name,
            length: shift.wall_length(),
            whole_days: shift.whole_days,
            shift: Template {
                title: shift.title.clone(),
                place: shift.place.clone(),
                team: shift.team,
                note: shift.note.clone(),
                cutoff: shift.cutoff,
                opens: shift.opens,
                needs: shift.needs.clone(),
            },
        }
    }

    /// What was typed, with the hours that the template gives it: those of the rule where only that has a clock.
    pub(super) fn timed(&self, add: Add) -> Add {
        let by_rule = !add.when.timed && add.repeat.as_ref().is_some_and(|repeat| repeat.timed);
        if by_rule {
            let repeat = add.repeat.map(|repeat| self.hours(repeat));
            return Add { repeat, ..add };
        }
        Add {
            when: self.hours(add.when),
            ..add
        }
    }

    /// The hours that were typed, as long as the template where they say no end of their own. A day alone is meant as a whole
    /// one where the template takes whole days.
    fn hours(&self, typed: When) -> When {
        let lacks_end = typed.end.is_none() && typed.timed != self.whole_days;
        match self.length.filter(|_| lacks_end) {
            Some(length) => When {
                end: Some(typed.start.lasting(length)),
                ..typed
            },
            None => typed,
        }
    }
}

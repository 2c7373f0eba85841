//! When a shift may be, and how it is edited, moved and cancelled.

use chrono::TimeDelta;

use super::needs::Needs;
use super::roster::{Move, Roster, has_role};
use super::{Cancelled, Seat, Shift};
use crate::clock::Instant;
use crate::error::UserError;
use crate::ids::TeamId;
use crate::locale::Phrase;
use crate::phrase;
use crate::time::{Duration, Moment, When};

/// The longest a shift may last.
pub const LONGEST: TimeDelta = TimeDelta::days(30);

/// When a shift begins and ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hours {
    /// When it begins.
    pub start: Moment,
    /// When it ends, if that was said.
    pub end: Option<Moment>,
    /// Whether they are whole days: the end is the midnight after the last of them.
    pub whole_days: bool,
}

/// What an edit changes; `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Edit {
    /// The title.
    pub title: Option<String>,
    /// How many it takes.
    pub needs: Option<Needs>,
    /// Where; `none` for nowhere in particular.
    pub place: Option<String>,
    /// The note; `none` for no note.
    pub note: Option<String>,
    /// The cut-off for dropping; `Some(None)` for none.
    pub cutoff: Option<Option<Duration>>,
    /// When sign-up opens; `Some(None)` for at once.
    pub opens: Option<Option<Duration>>,
    /// The team that runs it.
    pub team: Option<TeamChange>,
}

/// A change of the team that runs a shift.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TeamChange {
    /// That team.
    To(TeamId),
    /// No team: the captains of the group run it.
    Nobody,
}

/// What an edit writes to, beside the seats.
pub(super) struct Header<'a> {
    pub(super) title: &'a mut String,
    pub(super) place: &'a mut Option<String>,
    pub(super) note: &'a mut Option<String>,
    pub(super) cutoff: &'a mut Option<Duration>,
    pub(super) opens: &'a mut Option<Duration>,
    pub(super) team: &'a mut Option<TeamId>,
}

impl Edit {
    /// Writes what it changes.
    pub(super) fn write(&self, header: &mut Header<'_>) {
        let unless_none = |text: &String| (!is_none(text)).then(|| text.clone());
        if let Some(title) = &self.title {
            header.title.clone_from(title);
        }
        if let Some(place) = &self.place {
            *header.place = unless_none(place);
        }
        if let Some(note) = &self.note {
            *header.note = unless_none(note);
        }
        if let Some(cutoff) = self.cutoff {
            *header.cutoff = cutoff;
        }
        if let Some(opens) = self.opens {
            *header.opens = opens;
        }
        match self.team {
            Some(TeamChange::To(team)) => *header.team = Some(team),
            Some(TeamChange::Nobody) => *header.team = None,
            None => {}
        }
    }
}

/// Whether a typed value takes away what was there.
pub(crate) fn is_none(text: &str) -> bool {
    let text = text.trim();
    text == "-" || text.eq_ignore_ascii_case("none")
}

/// The hours of a shift, if a `<when>` gives some that are possible.
pub fn hours(when: &When, now: Instant) -> Result<Hours, UserError> {
    let refuse = |message| Err(UserError::new(message));
    let whole_days = when.is_whole_days();
    if !when.timed && !whole_days {
        return Err(needs_clock_time(when));
    }
    // a whole day is ahead until it is over
    let last_chance = when.end.as_ref().filter(|_| whole_days).unwrap_or(&when.start);
    if last_chance.at <= now {
        return refuse(phrase!("shift-in-the-past", when = when when));
    }
    if when.end.as_ref().is_some_and(|end| end.at - when.start.at > LONGEST) {
        return refuse(phrase!("shift-too-long", longest = duration LONGEST));
    }
    Ok(Hours {
        start: when.start.clone(),
        end: when.end.clone(),
        whole_days,
    })
}

/// Neither a clock time nor "all day": both ways on.
pub(super) fn needs_clock_time(when: &When) -> UserError {
    UserError::new(phrase!("shift-needs-clock-time", when = when when))
}

/// A change that changes nothing: nobody is told of it.
fn refusal(shift: &Shift, message: Phrase) -> UserError {
    UserError::new(message).type_next(format!("shift show {}", shift.reference()))
}

impl Roster {
    /// Edits the header; nobody is thrown out, and those who wait move up where there are more seats now.
    pub fn edit(&mut self, edit: &Edit, now: Instant) -> Result<Vec<Move>, UserError> {
        self.shift.must_be_live(now)?;
        let before = self.shift.clone();
        let moves = self.apply(edit, now)?;
        if self.shift == before {
            return Err(refusal(
                &self.shift,
                phrase!("shift-edit-same", shift = word before.reference()),
            ));
        }
        Ok(moves)
    }

    /// The same where it may change nothing, and then is no change.
    pub(super) fn apply(&mut self, edit: &Edit, now: Instant) -> Result<Vec<Move>, UserError> {
        let before = self.shift.clone();
        if let Some(needs) = &edit.needs {
            self.set_needs(needs.clone())?;
        }
        let shift = &mut self.shift;
        edit.write(&mut Header {
            title: &mut shift.title,
            place: &mut shift.place,
            note: &mut shift.note,
            cutoff: &mut shift.cutoff,
            opens: &mut shift.opens,
            team: &mut shift.team,
        });
        if *shift == before {
            return Ok(Vec::new());
        }
        shift.version += 1;
        self.ask_again_if_elsewhere(&before);
        Ok(self.promote(now))
    }

    /// Moves the shift; everybody keeps their seat. Without an end it lasts as long as before.
    pub fn move_to(&mut self, hours: Hours, now: Instant) -> Result<(), UserError> {
        self.shift.must_be_live(now)?;
        let before = self.shift.clone();
        let was = before.when();
        let shift = &mut self.shift;
        let kept = shift.wall_length().map(|length| hours.start.lasting(length));
        let kept = kept.filter(|_| hours.whole_days == shift.whole_days);
        shift.end = hours.end.or(kept);
        shift.start = hours.start;
        shift.whole_days = hours.whole_days;
        if shift.when() == was {
            let same = phrase!("shift-move-same", shift = word shift.reference(), when = when was);
            return Err(refusal(shift, same));
        }
        shift.version += 1;
        self.ask_again_if_elsewhere(&before);
        Ok(())
    }

    /// Cancels the shift. Its seats stay written down, so that the cancellation can be taken back.
    pub fn cancel(&mut self, reason: Option<String>, now: Instant) -> Result<(), UserError> {
        self.shift.must_be_live(now)?;
        self.shift.cancelled = Some(Cancelled { at: now, reason });
        self.shift.version += 1;
        Ok(())
    }

    /// Puts the header back as it was before an act, where everybody who is in fits it.
    pub(crate) fn put_header_back(&mut self, before: Shift, now: Instant) -> Result<Vec<Move>, UserError> {
        self.set_needs(before.needs.clone())?;
        let current = self.shift.clone();
        let shift = &mut self.shift;
        *shift = Shift {
            version: shift.version + 1,
            turn: shift.turn,
            ..before
        };
        self.ask_again_if_elsewhere(&current);
        Ok(if self.shift.cancelled.is_none() {
            self.promote(now)
        } else {
            Vec::new()
        })
    }

    /// Sets how many it takes, if that is enough for everybody who is in.
    fn set_needs(&mut self, needs: Needs) -> Result<(), UserError> {
        self.must_hold(&needs)?;
        for seat in &mut self.seats {
            match seat.role.as_deref().and_then(|role| needs.role(role)) {
                Some(need) => seat.role = Some(need.role.clone()),
                None if seat.is_in() => {} // what they came as; counts again if the role comes back
                None => seat.role = None,
            }
        }
        self.shift.needs = needs;
        self.withdraw_offers();
        Ok(())
    }

    fn must_hold(&self, needs: &Needs) -> Result<(), UserError> {
        let shift = self.shift.reference();
        let refuse = |message| Err(UserError::new(message).type_next(format!("shift roster {shift}")));
        if let Needs::Roles(roles) = needs {
            let homeless = |seat: &&Seat| !roles.iter().any(|need| has_role(seat, &need.role));
            if let Some(seat) = self.planned().find(homeless) {
                let have = self.planned().filter(|other| other.role == seat.role).count();
                return refuse(match &seat.role {
                    Some(role) => {
                        phrase!("shift-needs-below-role", shift = word shift, role = user role, have = number have, seats = number 0_u32)
                    }
                    None => phrase!("shift-needs-without-role", shift = word shift, have = number have),
                });
            }
            if let Some(need) = roles.iter().find(|need| need.seats < self.count_as(&need.role)) {
                let have = self.count_as(&need.role);
                return refuse(
                    phrase!("shift-needs-below-role", shift = word shift, role = user need.role, have = number have, seats = number need.seats),
                );
            }
        }
        match needs.total() {
            Some(total) if total < self.count_in() => refuse(
                phrase!("shift-needs-below", shift = word shift, have = number self.count_in(), seats = number total),
            ),
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::contract::fixtures::{at, zone};
    use crate::time::Dated;

    fn when(start: i64, end: Option<i64>) -> When {
        let moment = |minutes| Moment::at(at(minutes), zone("America/New_York"));
        When {
            start: moment(start),
            end: end.map(moment),
            timed: true,
            dated: Dated::Date,
            repeat: None,
        }
    }

    fn refusal(when: &When) -> String {
        hours(when, at(0)).unwrap_err().message.key.into_owned()
    }

    #[test]
    fn a_shift_begins_in_the_future_and_lasts_at_most_thirty_days() {
        let month = 30 * 24 * 60;
        assert_eq!(refusal(&when(0, None)), "shift-in-the-past");
        assert_eq!(refusal(&when(-10, Some(10))), "shift-in-the-past");
        assert_eq!(refusal(&when(1, Some(month + 2))), "shift-too-long");
        assert_eq!(hours(&when(1, Some(month + 1)), at(0)).unwrap().start.at, at(1));
    }

    #[test]
    fn a_day_is_no_time_to_begin() {
        let day = When {
            timed: false,
            ..when(60, None)
        };
        assert_eq!(refusal(&day), "shift-needs-clock-time");
    }
}

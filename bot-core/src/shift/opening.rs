//! When sign-up opens: so long before the start, so that each date of a series has its own.

use super::{Holder, Roster, Shift};
use crate::clock::Instant;
use crate::error::UserError;
use crate::phrase;
use crate::time::Moment;

impl Shift {
    /// When members may claim it, where that was said.
    pub fn opens_at(&self) -> Option<Instant> {
        Some(self.counted_from().at - self.opens?)
    }

    /// When members may claim it, where that is still to come.
    pub fn opens_later(&self, now: Instant) -> Option<Moment> {
        let at = self.opens_at()?;
        (at > now).then(|| Moment::at(at, self.start.zone.clone()))
    }
}

impl Roster {
    /// Refuses a claim of whoever has nothing on the shift yet and does not run it, until sign-up opens.
    pub(super) fn must_be_open_to(&self, holder: &Holder, now: Instant) -> Result<(), UserError> {
        let Some(opens) = self.shift.opens_later(now).filter(|_| self.seat_of(holder).is_none()) else {
            return Ok(());
        };
        let shift = self.shift.reference();
        let refusal = phrase!("shift-opens-later", shift = word shift, opens = moment opens);
        Err(UserError::new(refusal).type_next(format!("shift show {shift}")))
    }
}

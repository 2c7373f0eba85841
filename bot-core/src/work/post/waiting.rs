//! What holds personal messages back, and lets them go: quiet hours and pauses.

use chrono::TimeDelta;

use super::Patience;
use crate::clock::Instant;
use crate::locale::Phrase;
use crate::people::{ENDLESS, Group, Person};
use crate::phrase;
use crate::store::{Due, DueAct, StoreResult};
use crate::time::{QuietHours, Zone};
use crate::work::Work;

impl Work<'_> {
    /// Puts a line of the agenda that falls into the reader's quiet hours or pause off until they end, unless that would
    /// be too late; whether it was put off. So what is said then is true then.
    pub async fn hold(
        &mut self,
        due: &Due,
        reader: &Person,
        group: &Group,
        useless_after: Option<Instant>,
    ) -> StoreResult<bool> {
        let zone = self.voice_of(reader, group).zone;
        let release = self.release(reader, &zone, Patience::Waits);
        if release == self.now || useless_after.is_some_and(|end| end <= release) {
            return Ok(false);
        }
        let held = Due {
            at: release,
            act: DueAct::Held,
            person: Some(reader.id),
            ..due.clone()
        };
        self.unit.schedule(&held).await?;
        Ok(true)
    }

    /// When that person may be written to about a group's work: now, or when their quiet hours and pause are over.
    pub(crate) fn may_be_written_to(&self, reader: &Person, group: &Group) -> Instant {
        self.release(reader, &self.voice_of(reader, group).zone, Patience::Waits)
    }

    /// When that person may be written to: now, or when their pause ends, and their quiet hours after it.
    pub(super) fn release(&self, reader: &Person, zone: &Zone, patience: Patience) -> Instant {
        let paused = reader.pause.as_ref().filter(|_| patience == Patience::Waits);
        let free = paused.map_or(self.now, |pause| pause.end().max(self.now));
        if free == ENDLESS {
            return free;
        }
        let quiet = reader.quiet.filter(|_| patience != Patience::AtOnce);
        quiet.map_or(free, |quiet| quiet.release(free, zone).max(free))
    }

    /// Lets go what waits for that person as soon as their settings allow it now; when that is, and how many messages.
    /// What was held on the agenda is looked at anew, and may be held again.
    pub async fn release_held(&mut self, reader: &Person, zone: &Zone) -> StoreResult<(Instant, u64)> {
        let at = self.release(reader, zone, Patience::Waits);
        self.unit.release_held_lines(reader.id, self.now).await?;
        let messages = self.unit.release_held_messages(reader.id, at).await?;
        Ok((at, messages))
    }
}

/// Why something waited until that instant: what held it may have been changed or ended since.
pub(super) fn why_held(person: &Person, until: Instant, zone: &Zone) -> Phrase {
    let moment_before = until - TimeDelta::microseconds(1);
    let quiet_ended = |quiet: QuietHours| quiet.release(moment_before, zone) == until;
    if person.pause.as_ref().is_some_and(|pause| pause.end() == until) {
        phrase!("pause-held")
    } else if person.quiet.is_some_and(quiet_ended) {
        phrase!("quiet-held")
    } else {
        phrase!("held-until-now")
    }
}

//! How a number of shifts stands: how many are short of people, and how many seats are open.

use crate::locale::{Phrase, Voice};
use crate::phrase;
use crate::reply::Line;
use crate::shift::Roster;

/// Whether a shift has fewer people than it needs. One without a limit never has.
pub(super) fn is_short(roster: &Roster) -> bool {
    open(roster) > 0
}

fn open(roster: &Roster) -> u32 {
    roster.open().unwrap_or_default()
}

/// How a number of shifts stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Tally {
    pub(super) shifts: usize,
    pub(super) short: usize,
    /// How many seats are open.
    pub(super) open: u32,
    /// How many seats there are, taken or open.
    pub(super) seats: u32,
}

impl Tally {
    pub(super) fn of<'a>(rosters: impl IntoIterator<Item = &'a Roster>) -> Self {
        rosters.into_iter().fold(Self::default(), |tally, roster| Self {
            shifts: tally.shifts + 1,
            short: tally.short + usize::from(is_short(roster)),
            open: tally.open + open(roster),
            seats: tally.seats + roster.shift.needs.total().unwrap_or_default(),
        })
    }

    /// Whether half of the seats are open, or more.
    pub(super) const fn is_half_open(self) -> bool {
        self.open > 0 && self.open * 2 >= self.seats
    }

    /// "12 shifts · 5 short · 9 seats open"; "12 shifts · none short"
    pub(super) fn line(self, voice: &Voice) -> Line {
        voice.line(&self.phrase())
    }

    fn phrase(self) -> Phrase {
        match self.short {
            0 => phrase!("shift-week-none-short", shifts = number self.shifts),
            short => {
                phrase!("shift-week-counts", shifts = number self.shifts, short = number short, open = number self.open)
            }
        }
    }

    /// The same in as few words as fit above a day: "5 open", "✓", "–" where there is no shift.
    pub(super) fn brief(self, voice: &Voice) -> String {
        match self {
            Self { shifts: 0, .. } => "–".to_owned(),
            Self { short: 0, .. } => "✓".to_owned(),
            Self { open, .. } => voice.text(&phrase!("shift-week-open", open = number open)),
        }
    }
}

//! The commands of shifts: what they decode to. As data they stand in `specs` and `attendance`, and their forms in `forms`.

mod attendance;
mod forms;
mod specs;

use crate::series::Scope;
use crate::time::{Duration, When};

pub use attendance::{AttendanceCommand, Named, SPECS as ATTENDANCE_SPECS, WhoseHours};
pub use forms::FORMS;
pub use specs::SPECS;

/// A command of shifts. Shifts go by the number of their reference.
#[derive(Debug, Clone, PartialEq)]
pub enum ShiftCommand {
    /// `shift add`
    Add(Add),
    /// `shift list`
    List(Filter),
    /// `shift show`
    Show(u32),
    /// `shift claim`
    Claim {
        /// The shift.
        shift: u32,
        /// As what.
        role: Option<String>,
        /// For whom.
        whom: Whom,
    },
    /// `shift drop`
    Drop {
        /// The shift.
        shift: u32,
        /// Who drops out.
        whom: Whom,
        /// Whether nobody is to be looked for first.
        sure: bool,
    },
    /// `shift cover`
    Cover(u32),
    /// `shift ask`
    Ask {
        /// The shift.
        shift: u32,
        /// How many at a time.
        at_once: Option<u32>,
    },
    /// `shift decline`
    Decline(u32),
    /// `shift confirm`
    Confirm {
        /// The shift.
        shift: u32,
        /// The member who will come, by name; whoever types where none is named.
        member: Option<String>,
    },
    /// What is taken down on the day, and after it.
    Attendance(AttendanceCommand),
    /// `shift roster`
    Roster(u32),
    /// `shift calendar`
    Calendar(u32),
    /// `shift edit`
    Edit(Edit),
    /// `shift move`
    Move {
        /// The shift.
        target: Target,
        /// To when.
        when: When,
    },
    /// `shift cancel`
    Cancel {
        /// The shift.
        target: Target,
        /// Why.
        reason: Option<String>,
    },
    /// `shift save`
    Save {
        /// The shift.
        shift: u32,
        /// Under which name.
        template: String,
    },
    /// `shift templates`
    Templates,
    /// `shift forget`
    Forget(String),
    /// `shift copy week`
    CopyWeek(When),
}

/// The shift that an act means: where it is a date of a series, also which other dates.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Target {
    /// Its number.
    pub shift: u32,
    /// Which dates of its series; `None` where that is to be asked.
    pub dates: Option<Scope>,
    /// Not itself but the date of its series on that day.
    pub on: Option<When>,
}

/// `shift add`
#[derive(Debug, Clone, PartialEq)]
pub struct Add {
    /// What is to be done.
    pub title: String,
    /// When.
    pub when: When,
    /// How it repeats.
    pub repeat: Option<When>,
    /// How many it takes, as typed.
    pub needs: Option<String>,
    /// Where.
    pub place: Option<String>,
    /// The team that runs it, by name.
    pub team: Option<String>,
    /// What else is good to know.
    pub note: Option<String>,
    /// How long before the start members may drop it.
    pub cutoff: Option<Duration>,
    /// How long before the start members may claim it.
    pub opens: Option<Duration>,
}

/// Which shifts to list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filter {
    /// Of which kind.
    pub which: Which,
    /// Of which team, by name.
    pub team: Option<String>,
}

/// Which shifts to list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// All that are not over.
    Coming,
    /// Those that the person who asks is in or waits for.
    Mine,
    /// Those with open seats.
    Open,
    /// Those of today.
    Today,
    /// Those of the seven days from today.
    Week,
}

/// For whom a seat is claimed or dropped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Whom {
    /// For whoever types.
    Me,
    /// For a member, by name.
    Member(String),
    /// For a guest, by name.
    Guest(String),
}

/// `shift edit`: what is not given stays.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Edit {
    /// The shift.
    pub target: Target,
    /// What is to be done.
    pub title: Option<String>,
    /// How many it takes, as typed.
    pub needs: Option<String>,
    /// Where.
    pub place: Option<String>,
    /// The team that runs it, by name.
    pub team: Option<String>,
    /// What else is good to know.
    pub note: Option<String>,
    /// How long before the start members may drop it; `Some(None)` for as long as it has not begun.
    pub cutoff: Option<Option<Duration>>,
    /// How long before the start members may claim it; `Some(None)` for at once.
    pub opens: Option<Option<Duration>>,
    /// How it repeats.
    pub repeat: Option<Repeated>,
}

/// How a shift shall repeat.
#[derive(Debug, Clone, PartialEq)]
pub enum Repeated {
    /// By that rule.
    By(Box<When>),
    /// Not any more.
    Not,
}

//! What a decision can become: a task for each option that was chosen, or a shift at the time that was.

use chrono::TimeDelta;

use super::ballot::folded;
use super::result::{Tally, Verdict};
use super::tally::consent::Decision;
use super::{Poll, PollKind, draft};
use crate::broadcast::audience::Audience;
use crate::ids::TeamId;
use crate::locale::{Language, Voice};
use crate::time::{Dated, Frame, When, parse_when};

/// As what a decision is to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WorkKind {
    /// As a task, or several.
    Task,
    /// As a shift.
    Shift,
}

impl WorkKind {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Task, Self::Shift];

    /// The word that people type.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Task => "task",
            Self::Shift => "shift",
        }
    }

    /// The kind of that [`code`](Self::code), or `None`.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// What the decision of such a poll becomes where nobody says it.
    pub const fn usual(kind: PollKind) -> Self {
        match kind {
            PollKind::Availability => Self::Shift,
            _ => Self::Task,
        }
    }
}

/// What is to be done by the decision, a title each; nothing where none was taken, or the decision is to leave it.
pub(super) fn to_do<'a>(poll: &'a Poll, tally: &Tally) -> Vec<&'a str> {
    let question = poll.question.as_str();
    if tally.verdict(poll) == Verdict::Consent(Decision::Passed) {
        return vec![question];
    }
    let mut chosen = tally.decided(poll);
    chosen.retain(|option| !poll.is_none(*option));
    if asks_yes_or_no(poll) {
        chosen.retain(|option| *option == 1);
        return chosen.iter().map(|_| question).collect();
    }
    let title = |option: &u32| match poll.kind {
        PollKind::Availability => question,
        _ => poll.option(*option),
    };
    chosen.iter().map(title).collect()
}

/// Whether the options are yes and no, in one of our languages: what is to be done then stands in the question.
fn asks_yes_or_no(poll: &Poll) -> bool {
    let options = &poll.options[..poll.options.len() - usize::from(poll.terms.none)];
    let asked: Vec<String> = options.iter().map(|option| folded(option)).collect();
    Language::ALL.into_iter().any(|language| {
        let voice = Voice {
            language,
            zone: poll.closes.zone.clone(),
            now: poll.opened_at,
        };
        draft::yes_or_no(&voice)
            .iter()
            .map(|word| folded(word))
            .eq(asked.iter().cloned())
    })
}

/// The option that names the chosen time, and when that is. Its words are read again as of the opening, since only its start
/// was kept: they say whether it has an end. A day alone is all of that day.
pub(super) fn time(poll: &Poll, tally: &Tally) -> Option<(u32, When)> {
    let option = *tally.decided(poll).first()?;
    let index = usize::try_from(option).ok()?.checked_sub(1)?;
    let start = poll.terms.times.get(index)?;
    let read = Language::ALL.into_iter().find_map(|language| {
        let frame = Frame {
            now: poll.opened_at,
            zone: start.zone.clone(),
            language,
        };
        let when = parse_when(poll.option(option), &frame).ok()?;
        (when.start == *start).then_some(when)
    });
    let mut when = read.unwrap_or_else(|| When {
        start: start.clone(),
        end: None,
        timed: true,
        dated: Dated::Date,
        repeat: None,
    });
    if !when.timed && when.end.is_none() {
        when.end = Some(start.lasting(TimeDelta::days(1)));
    }
    Some((option, when))
}

/// The team whose poll it is, where only that team may vote: its work is the team's then.
pub(super) const fn team(poll: &Poll) -> Option<TeamId> {
    match poll.terms.who {
        Some(Audience::Team(team)) => Some(team),
        _ => None,
    }
}

//! What a poll goes by besides its kind: the method, the seats, who may vote, and what it takes to be decided.

use serde::{Deserialize, Serialize};

use super::PollKind;
use crate::broadcast::audience::Audience;
use crate::time::Moment;

/// The most points that a ballot gives an option, by score and by STAR.
pub const TOP_SCORE: u32 = 5;

/// How ranked ballots are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// Instant run-off: one seat.
    Irv,
    /// Single transferable vote by the Scottish rule: any number of seats.
    Stv,
    /// Single transferable vote by Meek's rule: any number of seats.
    Meek,
    /// Each option against each other one, by the strongest paths: one seat.
    Schulze,
    /// Each option against each other one, the strongest majorities first (Ranked Pairs): one seat.
    Pairs,
}

impl Method {
    /// Every method.
    pub const ALL: [Self; 5] = [Self::Irv, Self::Stv, Self::Meek, Self::Schulze, Self::Pairs];

    /// The word that people type.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Irv => "irv",
            Self::Stv => "stv",
            Self::Meek => "meek",
            Self::Schulze => "schulze",
            Self::Pairs => "pairs",
        }
    }

    /// The method of that [`code`](Self::code), or `None`.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|method| method.code() == code)
    }

    /// Whether it can fill several seats.
    pub const fn fills_seats(self) -> bool {
        matches!(self, Self::Stv | Self::Meek)
    }
}

/// How many must vote, abstentions among them, for the result to count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Quorum {
    /// So many people.
    Count(u32),
    /// That percentage of those who may vote, 1 to 100; a part of a person counts as one more.
    Percent(u32),
}

impl Quorum {
    /// The quorum as typed: `10` or `50%`; `None` where it is neither.
    pub fn read(typed: &str) -> Option<Self> {
        match typed.strip_suffix('%') {
            Some(percent) => percentage(percent).map(Self::Percent),
            None => typed.parse().ok().filter(|count| *count > 0).map(Self::Count),
        }
    }

    /// How many people it takes of so many who may vote.
    pub fn of(self, electorate: u32) -> u32 {
        match self {
            Self::Count(count) => count,
            Self::Percent(percent) => share(percent, electorate),
        }
    }
}

/// That percentage of so many, rounded up.
pub(crate) fn share(percent: u32, of: u32) -> u32 {
    let parts = u64::from(percent) * u64::from(of);
    u32::try_from(parts.div_ceil(100)).unwrap_or(u32::MAX)
}

/// A percentage from 1 to 100 as typed, with its sign or without.
pub(crate) fn percentage(typed: &str) -> Option<u32> {
    let percent = typed.strip_suffix('%').unwrap_or(typed).parse().ok()?;
    (1..=100).contains(&percent).then_some(percent)
}

/// What was set when the poll opened; it never changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Terms {
    /// How ranked ballots are counted; of other kinds nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub method: Option<Method>,
    /// How many options win.
    pub seats: u32,
    /// Whether the last option stands for "none of these".
    pub none: bool,
    /// How many must vote.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quorum: Option<Quorum>,
    /// The percentage of the ballots that choose something which the winner must have.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pass: Option<u32>,
    /// Who may vote, where it was said. The people themselves are kept apart, from the opening on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub who: Option<Audience>,
    /// When each option is, where a time is looked for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub times: Vec<Moment>,
}

impl Default for Terms {
    fn default() -> Self {
        Self {
            method: None,
            seats: 1,
            none: false,
            quorum: None,
            pass: None,
            who: None,
            times: Vec::new(),
        }
    }
}

impl Terms {
    /// Whether it was fixed at the opening who may vote.
    pub const fn fixes_electorate(&self) -> bool {
        self.who.is_some() || self.quorum.is_some()
    }

    /// How ranked ballots are counted, where nobody said it: several seats by the transferable vote.
    pub const fn usual_method(kind: PollKind, seats: u32) -> Option<Method> {
        match (kind, seats) {
            (PollKind::Ranked, 0 | 1) => Some(Method::Irv),
            (PollKind::Ranked, _) => Some(Method::Stv),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_of_people_is_rounded_up() {
        assert_eq!(Quorum::Percent(50).of(9), 5);
        assert_eq!(Quorum::Percent(50).of(10), 5);
        assert_eq!(Quorum::Percent(100).of(7), 7);
        assert_eq!(Quorum::Percent(1).of(0), 0);
        assert_eq!(Quorum::Count(10).of(3), 10);
    }

    #[test]
    fn a_quorum_is_a_number_of_people_or_a_percentage() {
        assert_eq!(Quorum::read("10"), Some(Quorum::Count(10)));
        assert_eq!(Quorum::read("50%"), Some(Quorum::Percent(50)));
        for typed in ["0", "0%", "101%", "half", "", "%", "-1"] {
            assert_eq!(Quorum::read(typed), None, "{typed}");
        }
    }

    #[test]
    fn a_poll_from_before_there_were_terms_has_one_seat_and_lets_everybody_vote() {
        let terms: Terms = serde_json::from_str("{}").unwrap();
        assert_eq!(terms, Terms::default());
        assert!(!terms.fixes_electorate());
    }
}

//! What is done in a transcript, line by line.

use std::fmt;

use muster_adapter_console::line::{self, ClockMove, Line};

/// A line at which something happens.
#[derive(Debug, Clone, Copy)]
pub(super) enum Act<'a> {
    /// Somebody types something, or does what stands in brackets.
    Does(Place<'a>, &'a str),
    /// The clock is moved.
    Clock(ClockMove),
    /// The cards are looked at.
    Cards,
}

/// Where something is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place<'a> {
    /// By whose account: `Ben on Discord`.
    pub(super) who: &'a str,
    /// In their private chat, or in the group's room on their platform.
    pub(super) in_private: bool,
}

impl<'a> Act<'a> {
    /// The act of a line; none where it is seen, or says nothing.
    pub(super) fn read(line: &'a str) -> Option<Self> {
        if line == ":cards" {
            return Some(Self::Cards);
        }
        if let Line::Clock(to) = line::read(line) {
            return Some(Self::Clock(to));
        }
        let (place, typed) = line.split_once("> ")?;
        Some(Self::Does(Place::read(place)?, typed))
    }
}

impl<'a> Place<'a> {
    fn read(place: &'a str) -> Option<Self> {
        let private = place.strip_suffix(", in private");
        let who = private.unwrap_or(place);
        who.contains(" on ").then_some(Self {
            who,
            in_private: private.is_some(),
        })
    }

    /// Somebody's private chat.
    pub(super) const fn private(who: &'a str) -> Self {
        Self { who, in_private: true }
    }

    /// What stands above a message in the group's room on a platform.
    pub(super) fn room_of(platform: &str) -> String {
        format!("[the room on {platform}]")
    }

    /// Somebody's name, and their platform.
    pub(super) fn name_and_platform(&self) -> (&'a str, &'a str) {
        self.who.split_once(" on ").expect("an account is on a platform")
    }
}

impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.in_private {
            write!(f, "[{}, in private]", self.who)
        } else {
            f.write_str(&Self::room_of(self.name_and_platform().1))
        }
    }
}

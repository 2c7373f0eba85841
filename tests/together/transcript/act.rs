//! What is done in a transcript, line by line.

use muster_adapter_console::line::{self, ClockMove, Line};

use crate::place::Place;

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

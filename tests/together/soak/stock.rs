//! What is done something to: the shifts and polls that the organizers post.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use super::script::{Act, Step};
use crate::scene::{Cards, Town};

/// How often a shift is posted, and a poll.
const SHIFT_EVERY: Duration = Duration::from_mins(1);
const POLL_EVERY: Duration = Duration::from_mins(2);
/// People care for so many of the latest shifts.
const CARED_FOR: usize = 3;
/// Seats of a shift: some of them fill up, and people wait.
const SEATS: usize = 24;

/// A shift, and its card in each of the rooms.
pub(super) struct Shift {
    pub(super) reference: String,
    pub(super) cards: Cards,
}

/// What somebody does something to.
pub(super) struct Latest {
    pub(super) shift: Arc<Shift>,
    pub(super) poll: String,
}

/// What was posted so far.
#[derive(Default)]
pub(super) struct Stock {
    shifts: Mutex<Vec<Arc<Shift>>>,
    polls: Mutex<usize>,
}

impl Stock {
    /// A first shift and a first poll.
    pub(super) fn begun(town: &Town) -> Self {
        let stock = Self::default();
        stock.grow(town, Duration::ZERO);
        stock
    }

    /// Posts what is to be posted at that moment, in whole seconds.
    pub(super) fn grow(&self, town: &Town, at: Duration) {
        if at.as_secs().is_multiple_of(SHIFT_EVERY.as_secs()) {
            self.post_shift(town);
        }
        if at.as_secs().is_multiple_of(POLL_EVERY.as_secs()) {
            let opened = town.asks(&town.ana, "poll new \"Lunch?\" Pizza Tacos Soup");
            assert!(opened.contains("Lunch?"), "{opened}");
            *self.polls.lock().unwrap() += 1;
        }
    }

    fn post_shift(&self, town: &Town) {
        let number = self.shifts.lock().unwrap().len() + 1;
        let reference = format!("S{number}");
        let added = town.asks(
            &town.ana,
            &format!("shift add Canvass {number} in {}d needs:{SEATS}", 3 + number),
        );
        assert!(added.contains(&format!("{reference} ")), "{added}");
        let cards = town.shown_everywhere(&format!("shift show {reference}"));
        self.shifts.lock().unwrap().push(Arc::new(Shift { reference, cards }));
    }

    /// One of the latest shifts, by chance, and the latest poll.
    pub(super) fn latest(&self, step: &Step) -> Latest {
        let shifts = self.shifts.lock().unwrap();
        let latest = &shifts[shifts.len().saturating_sub(CARED_FOR)..];
        Latest {
            shift: latest[step.one_of(latest.len())].clone(),
            poll: format!("P{}", self.polls.lock().unwrap()),
        }
    }

    /// All cards have followed: each says how many are in, as the bot says it now.
    pub(super) fn is_shown_everywhere(&self, town: &Town) {
        // By turns: twenty things that one person asks at once are too many.
        let askers = [&town.ana, &town.zoe].into_iter().cycle();
        for (shift, asker) in self.shifts.lock().unwrap().iter().zip(askers) {
            let now = town.asks(asker, &format!("shift show {}", shift.reference));
            assert!(now.contains(&shift.reference), "{now}");
            let mut words = now.split(" of ");
            let taken = words.next().and_then(|before| before.split_whitespace().last());
            town.cards_say(&shift.cards, &format!("{} of {SEATS}", taken.unwrap()));
        }
    }
}

impl Latest {
    /// What is typed for something that is typed in the room.
    pub(super) fn typed(&self, step: &Step) -> String {
        let (shift, poll) = (&self.shift.reference, &self.poll);
        match step.act {
            Act::List => "shift list".to_owned(),
            Act::Roster => format!("shift roster {shift}"),
            Act::Claim => format!("shift claim {shift}"),
            Act::Drop => format!("shift drop {shift}"),
            Act::Vote => format!("poll vote {poll} {}", 1 + step.one_of(3)),
            Act::Tap | Act::Reply | Act::Remind => unreachable!("it is not typed in the room"),
        }
    }
}

//! When the bot has done what there is to do. It keeps to the platform's pace by its clock, so that clock is wound on while
//! something waits; what happens, happens within the minute that the transcript tells.

use std::time::Duration;

use muster_core::chrono::TimeDelta;
use muster_core::clock::Instant;
use muster_core::store::{OutboxRow, OutboxState};
use muster_core::surface::Address;

use super::Stage;
use super::backstage::Backstage;

/// How long the machine is left to the bot before it is looked at again.
const PAUSE: Duration = Duration::from_millis(10);
/// The longest that a message is put off for the pace.
const A_MOMENT: TimeDelta = TimeDelta::seconds(2);
/// How often it is looked at in vain, at the most.
const MOST_LOOKS: u32 = 6_000;
/// How far the clock is wound on at a time while people's own messages are awaited between two acts …
const BETWEEN_ACTS: TimeDelta = TimeDelta::milliseconds(100);
/// … and until everything is out.
const AT_THE_END: TimeDelta = TimeDelta::seconds(1);

/// What the bot has to do.
#[derive(Debug)]
struct Work {
    /// Whether it has heard of everything, and done all of it.
    is_done: bool,
    /// What is to be sent.
    messages: Vec<OutboxRow>,
    /// When something falls due.
    due: Option<Instant>,
    /// When a card may be edited that shows something old.
    stale: Option<Instant>,
}

fn work(stage: &impl Stage) -> Work {
    let is_heard = stage.is_heard();
    Work::of(stage.backstage(), is_heard)
}

impl Work {
    fn of(backstage: &Backstage, is_heard: bool) -> Self {
        let now = backstage.clock.now();
        backstage.asks(async |unit| {
            let due = unit.next_due().await.unwrap();
            let mut stale = Vec::new();
            for platform in &backstage.platforms {
                stale.extend(unit.next_stale(*platform).await.unwrap());
            }
            Self {
                is_done: is_heard && unit.inbox_depth().await.unwrap() == 0 && due.is_none_or(|due| due > now),
                messages: unit.unsettled_messages().await.unwrap(),
                due,
                stale: stale.into_iter().min(),
            }
        })
    }

    /// When something goes out that is not held back for somebody.
    fn next_out(&self, now: Instant) -> Option<Instant> {
        let goes_out = |row: &&OutboxRow| !is_held_back(row, now);
        let messages = self.messages.iter().filter(goes_out).map(|row| row.not_before);
        messages.chain(self.stale).min()
    }

    /// When something happens next.
    fn next(&self) -> Option<Instant> {
        let sending = self.messages.iter().map(|row| row.not_before);
        sending.chain(self.due).min()
    }
}

/// Waits until every act has its effect, those on people's own messages included. What is for the group may wait.
pub(super) fn wait_for_effects(stage: &impl Stage) {
    wind(stage, BETWEEN_ACTS, |work, now| {
        work.messages
            .iter()
            .any(|row| is_personal(row) && !is_held_back(row, now))
    });
}

/// Waits until everything is answered that only that account may see.
pub fn wait_for_answers_to(stage: &impl Stage, account: &str) {
    let is_theirs = |row: &OutboxRow| match &row.to {
        Address::Room { only_for, .. } => only_for.as_deref() == Some(account),
        Address::Account { .. } => false,
    };
    wind(stage, BETWEEN_ACTS, |work, _| work.messages.iter().any(is_theirs));
}

/// Waits until everything is out that is not held back for somebody.
pub(super) fn wait_until_quiet(stage: &impl Stage) {
    wind(stage, AT_THE_END, |work, now| work.next_out(now).is_some());
}

/// Winds the clock on by such steps as long as everything is done and something waits for its turn.
fn wind(stage: &impl Stage, step: TimeDelta, something_waits: impl Fn(&Work, Instant) -> bool) {
    let clock = &stage.backstage().clock;
    for _ in 0..MOST_LOOKS {
        let (work, now) = (work(stage), clock.now());
        let waits = something_waits(&work, now);
        if work.is_done && !waits {
            return;
        }
        if work.is_done {
            clock.set(now + step);
        }
        std::thread::park_timeout(PAUSE);
    }
    panic!("wound the clock on in vain: {:#?}", work(stage));
}

/// The next instant at which something happens.
pub(super) fn next_instant(stage: &impl Stage) -> Option<Instant> {
    work(stage).next()
}

/// The same of a bot that has heard of everything.
pub fn next_instant_of(backstage: &Backstage) -> Option<Instant> {
    Work::of(backstage, true).next()
}

/// Waits until everything is out that is not held back for somebody, of a bot that keeps to no pace: what is on its way needs
/// no time of the clock's, and for what may only go out later the clock goes there.
pub fn wait_until_out(backstage: &Backstage, is_heard: impl Fn() -> bool) {
    let clock = &backstage.clock;
    for _ in 0..MOST_LOOKS {
        let (work, now) = (Work::of(backstage, is_heard()), clock.now());
        match work.next_out(now) {
            None if work.is_done => return,
            Some(next) if work.is_done && next > now => clock.set(next),
            _ => std::thread::park_timeout(PAUSE),
        }
    }
    panic!("waited in vain: {:#?}", Work::of(backstage, is_heard()));
}

const fn is_personal(row: &OutboxRow) -> bool {
    match &row.to {
        Address::Account { .. } => true,
        Address::Room { room, .. } => room.private,
    }
}

/// Whether it waits for somebody's quiet hours or pause to end. What was tried waits for nobody, and neither does what the
/// pace puts off for a moment: an adapter counts a second's requests by the machine's clock, and a season takes it a few.
fn is_held_back(row: &OutboxRow, now: Instant) -> bool {
    is_personal(row) && row.state == OutboxState::Pending && row.not_before > now + A_MOMENT
}

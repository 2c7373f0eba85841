//! What people do, and when: the same each time.

use std::time::Duration;

use muster_test_servers::dice::Dice;

/// How many volunteers there are, and how many times as much as in truth they do.
const VOLUNTEERS: u32 = 200;
const TIMES: u32 = 10;
const PLATFORMS: u32 = 3;
/// Before the end nobody sets a reminder that would fall due after it.
const LAST: Duration = Duration::from_mins(1);

/// What somebody does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Act {
    /// They look what there is.
    List,
    /// They look who is in.
    Roster,
    Claim,
    Drop,
    /// They tap on the card of a shift: to claim, to drop, or to see who is in.
    Tap,
    /// They reply to it.
    Reply,
    Vote,
    /// They set themselves a reminder for in a minute.
    Remind,
}

/// How often each of them does each in so much time, while it is busy.
const BUSY: Duration = Duration::from_hours(10);
const HABITS: [(Act, u32); 8] = [
    (Act::List, 20),
    (Act::Roster, 5),
    (Act::Claim, 7),
    (Act::Drop, 4),
    (Act::Tap, 10),
    (Act::Reply, 4),
    (Act::Vote, 7),
    (Act::Remind, 3),
];

/// Something that somebody does at some moment.
#[derive(Debug, Clone, Copy)]
pub(super) struct Step {
    /// After the beginning.
    pub(super) at: Duration,
    pub(super) act: Act,
    /// Who of those on this platform.
    pub(super) who: usize,
    /// Which shift, which button, which option.
    chance: usize,
}

impl Step {
    /// One of so many, by chance.
    pub(super) const fn one_of(&self, many: usize) -> usize {
        self.chance % many
    }
}

/// What so many people do on one platform in that time: one thing in each span, at some moment of it.
pub(super) fn script(seed: u64, people: usize, length: Duration) -> Vec<Step> {
    let mut dice = Dice::new(seed);
    let habits: u32 = HABITS.iter().map(|(_, often)| often).sum();
    let span = BUSY * PLATFORMS / (VOLUNTEERS * habits * TIMES);
    let mut steps = Vec::new();
    let mut begins = Duration::ZERO;
    while begins < length {
        let at = begins + span.mul_f64(f64::from(below(&mut dice, 1_000)) / 1_000.0);
        let act = habit(below(&mut dice, habits));
        let is_late = act == Act::Remind && at + LAST > length;
        steps.push(Step {
            at,
            act: if is_late { Act::List } else { act },
            who: below(&mut dice, u32::try_from(people).unwrap()) as usize,
            chance: below(&mut dice, 6 * 1_000_000) as usize,
        });
        begins += span;
    }
    steps
}

fn below(dice: &mut Dice, bound: u32) -> u32 {
    u32::try_from(dice.below(u64::from(bound))).unwrap()
}

fn habit(mut chance: u32) -> Act {
    for (act, often) in HABITS {
        match chance.checked_sub(often) {
            Some(rest) => chance = rest,
            None => return act,
        }
    }
    unreachable!("chance is below all habits together")
}

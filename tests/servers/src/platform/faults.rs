//! Faults on demand: which requests they meet, and what they do.

use std::fmt;
use std::time::Duration;

use muster_core::surface::{PauseScope, Refusal};

use crate::dice::Dice;
use crate::wire::Chat;

/// What goes wrong with a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// It is refused.
    Refuse(Refusal),
    /// It waits that long before it is carried out.
    Delay(Duration),
    /// It is carried out at once, and answered that long after.
    AnswerLate(Duration),
    /// It is refused for a while, as too much.
    TooMany {
        /// What has to pause.
        scope: PauseScope,
        /// For how long.
        retry_after: Duration,
    },
    /// The connection is cut before it is carried out.
    DropBefore,
    /// It is carried out, and the connection is cut before it is answered.
    DropAfter,
    /// The platform says that it cannot at the moment.
    Unavailable,
}

/// A kind of request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operation {
    /// A message that answers nothing in place.
    Send,
    /// The first answer to an event.
    Respond,
    /// A deferral.
    Defer,
    /// A later answer to an event.
    EditOriginal,
    /// A change to a message.
    Edit,
    /// What somebody is in the place.
    Standing,
}

/// A request as a fault meets it.
#[derive(Debug)]
pub struct Attempt<'a> {
    /// What it asks for.
    pub operation: Operation,
    /// Where, unless it speaks of what is not there.
    pub chat: Option<&'a Chat>,
    /// What it would show; nothing for a deferral.
    pub text: &'a str,
}

type Condition = Box<dyn Fn(&Attempt<'_>) -> bool + Send>;

/// Which requests a fault meets: messages of all kinds (no edits, no deferrals, no questions) unless it says otherwise.
pub struct When {
    how_often: HowOften,
    operations: Vec<Operation>,
    conditions: Vec<Condition>,
}

#[derive(Debug)]
enum HowOften {
    Next(u32),
    Every { nth: u32, met: u32 },
    Chance { per_mille: u64, dice: Dice },
    Always,
}

impl fmt::Debug for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("When")
            .field("how_often", &self.how_often)
            .field("operations", &self.operations)
            .finish_non_exhaustive()
    }
}

impl When {
    const fn new(how_often: HowOften) -> Self {
        Self {
            how_often,
            operations: Vec::new(),
            conditions: Vec::new(),
        }
    }

    /// The next so many.
    pub const fn next(count: u32) -> Self {
        Self::new(HowOften::Next(count))
    }

    /// Every so many: of `every(3)` the third, the sixth …
    pub const fn every(nth: u32) -> Self {
        Self::new(HowOften::Every { nth, met: 0 })
    }

    /// Each with that chance, by seeded dice.
    pub const fn chance(per_mille: u64, seed: u64) -> Self {
        let dice = Dice::new(seed);
        Self::new(HowOften::Chance { per_mille, dice })
    }

    /// All, until the faults are cleared.
    pub const fn always() -> Self {
        Self::new(HowOften::Always)
    }

    /// Only requests of that kind (or, called again, of that one too).
    #[must_use]
    pub fn of(mut self, operation: Operation) -> Self {
        self.operations.push(operation);
        self
    }

    /// Only in that room.
    #[must_use]
    pub fn in_room(self, room: &str) -> Self {
        self.there(Chat::Room(room.to_owned()))
    }

    /// Only in that person's private chat.
    #[must_use]
    pub fn to_person(self, person: &str) -> Self {
        self.there(Chat::Private(person.to_owned()))
    }

    fn there(self, chat: Chat) -> Self {
        self.also(move |attempt| attempt.chat == Some(&chat))
    }

    /// Only where this holds too.
    #[must_use]
    pub fn also(mut self, condition: impl Fn(&Attempt<'_>) -> bool + Send + 'static) -> Self {
        self.conditions.push(Box::new(condition));
        self
    }

    fn is_about(&self, attempt: &Attempt<'_>) -> bool {
        let operation = attempt.operation;
        let of_a_kind = if self.operations.is_empty() {
            !matches!(operation, Operation::Edit | Operation::Defer | Operation::Standing)
        } else {
            self.operations.contains(&operation)
        };
        of_a_kind && self.conditions.iter().all(|condition| condition(attempt))
    }

    fn strikes(&mut self, attempt: &Attempt<'_>) -> bool {
        if !self.is_about(attempt) {
            return false;
        }
        match &mut self.how_often {
            HowOften::Always => true,
            HowOften::Next(left) => {
                let strikes = *left > 0;
                *left = left.saturating_sub(1);
                strikes
            }
            HowOften::Every { nth, met } => {
                *met += 1;
                met.is_multiple_of(*nth)
            }
            HowOften::Chance { per_mille, dice } => dice.below(1_000) < *per_mille,
        }
    }
}

/// One of several faults, by seeded dice.
#[derive(Debug)]
struct Order {
    when: When,
    faults: Vec<Fault>,
    dice: Dice,
}

/// The faults that were ordered; the first that is about a request meets it.
#[derive(Debug, Default)]
pub(super) struct Faults(Vec<Order>);

impl Faults {
    /// Orders one of these faults, picked by dice of that seed.
    pub(super) fn order(&mut self, when: When, faults: Vec<Fault>, seed: u64) {
        let dice = Dice::new(seed);
        self.0.push(Order { when, faults, dice });
    }

    pub(super) fn clear(&mut self) {
        self.0.clear();
    }

    /// The fault that meets that request.
    pub(super) fn strike(&mut self, attempt: &Attempt<'_>) -> Option<Fault> {
        let order = self
            .0
            .iter_mut()
            .find_map(|order| order.when.strikes(attempt).then_some(order))?;
        Some(*order.dice.pick(&order.faults))
    }
}

//! The platform and the network before it, and what people have seen.

use muster_core::app::Attempted;
use muster_core::clock::Instant;
use muster_core::delivery;
use muster_core::surface::{PauseScope, Refusal, Verdict};

use super::node::Slot;
use super::scenario::room;
use super::{Act, Outbox, State, UNIT, id};

/// A request in the network.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Request {
    pub(super) message: usize,
    pub(super) is_marked: bool,
    /// The node that waits for the verdict, if it still does.
    pub(super) waits: Option<usize>,
    pub(super) began: Instant,
    /// The platform had shown it and forgotten it, when it was decided to send it.
    pub(super) was_forgotten: bool,
}

/// What becomes of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// It is shown, or known again, and the platform says so.
    Shows,
    /// The same, and the platform's word is lost.
    ShowsUnheard,
    /// It is lost on its way, or the node ended before it made it.
    Lost,
    /// 429.
    Pauses,
    /// 5xx, certainly not shown.
    Fails,
    /// The person blocked the bot.
    Refuses,
    /// The room goes by another address.
    Moves,
}

impl Outcome {
    pub(crate) const ALL: [Self; 7] = [
        Self::Shows,
        Self::ShowsUnheard,
        Self::Lost,
        Self::Pauses,
        Self::Fails,
        Self::Refuses,
        Self::Moves,
    ];

    const ORPHANED: [Self; 2] = [Self::Shows, Self::Lost];

    const fn is_shown(self) -> bool {
        matches!(self, Self::Shows | Self::ShowsUnheard)
    }

    fn verdict(self) -> Verdict {
        match self {
            Self::Shows => Verdict::Delivered { receipt: None },
            Self::ShowsUnheard | Self::Lost => Verdict::Unknown,
            Self::Pauses => Verdict::Paused {
                scope: PauseScope::Account,
                length: UNIT,
            },
            Self::Fails => Verdict::Retry { after: None },
            Self::Refuses => Verdict::Refused(Refusal::Blocked),
            Self::Moves => Verdict::Moved(room("annexe")),
        }
    }
}

/// What people have seen of a message, and what is true of it whether or not the store knows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Seen {
    pub(super) plain: u8,
    pub(super) marked: u8,
    /// How many requests reached the platform that it did not put off.
    pub(super) asked: u32,
    /// How many attempts were begun of which nobody knows for certain that they came to nothing.
    pub(super) uncertain: u32,
    /// When the platform showed it first, as far as it remembers.
    pub(super) since: Option<Instant>,
    pub(super) is_withdrawn: bool,
    /// It was written down what became of it.
    pub(super) is_ended: bool,
}

impl Seen {
    pub(super) const fn showings(&self) -> u8 {
        self.plain + self.marked
    }
}

impl Outbox {
    pub(super) fn outcomes(&self, request: &Request) -> &'static [Outcome] {
        match request.waits {
            Some(_) => self.scenario.outcomes,
            None => &Outcome::ORPHANED,
        }
    }

    /// Whether the platform showed it and does not know it again.
    pub(super) fn has_forgotten(&self, seen: &Seen, now: Instant) -> bool {
        let memory = self.caps.idempotent_for;
        seen.since
            .is_some_and(|since| memory.is_none_or(|memory| now - since >= memory))
    }

    pub(super) fn arrive(&self, state: &State, at: usize, outcome: Outcome) -> Result<State, String> {
        let mut next = state.fork();
        let request = next.network.remove(at);
        if !matches!(outcome, Outcome::Lost | Outcome::Pauses) {
            next.seen[request.message].asked += 1;
            let attempts = state.store.message(id(request.message), |row| row.attempts);
            let counted = attempts.map(|attempts| attempts - self.scenario.attempts_before());
            if counted.is_some_and(|counted| counted < next.seen[request.message].asked) {
                return Err("the platform was asked more often than was counted".to_owned());
            }
        }
        if outcome.is_shown() {
            self.show_it(&mut next, &request)?;
        }
        if let Some(node) = request.waits {
            self.hear(&mut next, node, &request, outcome);
        }
        Ok(next)
    }

    fn show_it(&self, next: &mut State, request: &Request) -> Result<(), String> {
        let now = next.now;
        let is_known =
            next.seen[request.message].since.is_some() && !self.has_forgotten(&next.seen[request.message], now);
        if is_known {
            return Ok(());
        }
        let is_card = self.scenario.is_card(request.message);
        let seen = &mut next.seen[request.message];
        // A request that was on its way when the platform forgot cannot be helped.
        let is_excused = self.caps.idempotent_for.is_some() && !request.was_forgotten;
        if request.is_marked {
            seen.marked += 1;
        } else {
            seen.plain += 1;
        }
        seen.since.get_or_insert(now);
        if self.caps.idempotent_for.is_some() {
            seen.since = Some(now);
        }
        if seen.is_withdrawn {
            return Err("what was withdrawn is shown".to_owned());
        }
        if is_excused && seen.showings() > 1 {
            // From here on it is another message to the platform.
            seen.plain = u8::from(!request.is_marked);
            seen.marked = u8::from(request.is_marked);
            return Ok(());
        }
        if is_card && seen.showings() > 1 {
            return Err("a card is shown twice".to_owned());
        }
        if seen.plain > 1 {
            return Err("it is shown twice without a mark".to_owned());
        }
        Ok(())
    }

    /// The verdict comes back, and what follows from it is decided.
    fn hear(&self, next: &mut State, node: usize, request: &Request, outcome: Outcome) {
        let Some(up) = &mut next.nodes[node].up else { return };
        let Slot::UnderWay(row) = &up.slots[request.message] else {
            return;
        };
        let (row, verdict) = (row.clone(), outcome.verdict());
        let after = delivery::after(&row, row.attempts + 1, request.began, &verdict, next.now, 0.0);
        let attempted = Attempted {
            row: row.as_ref().clone(),
            after: self.mutated_after(after),
            receipt: None,
            edits: None,
        };
        up.slots[request.message] = Slot::Ended {
            attempted: attempted.into(),
            is_certain: !matches!(verdict, Verdict::Unknown),
        };
    }
}

impl std::fmt::Display for Act {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Node(node, act) => write!(f, "{} {act:?}", ['A', 'B'][*node]),
            Self::Arrives(request, outcome) => write!(f, "request {request}: {outcome:?}"),
            Self::Withdraw => f.write_str("the organizer withdraws the broadcast"),
            Self::Tick => f.write_str("time passes"),
        }
    }
}

//! The steps of a node, and the laws that each must keep.

use std::sync::Arc;

use muster_core::app::Attempted;
use muster_core::delivery::{self, After, Before, MOST_ATTEMPTS};
use muster_core::store::{Hold, Lease, OutboxKind, OutboxRow, OutboxState, Store};
use muster_core::surface::{Platform, Refusal};

use super::mutation::Mutation;
use super::node::{NodeAct, Slot, Up};
use super::platform::Request;
use super::{HOLD, LEASE, Outbox, State, UNIT, at_once, id, is_settled};

const PLATFORM: Platform = Platform::Console;

impl Outbox {
    pub(super) fn node_step(&self, state: &State, node: usize, act: NodeAct) -> Result<State, String> {
        let mut next = state.fork();
        match act {
            NodeAct::Start => {
                next.nodes[node].starts += 1;
                next.nodes[node].up = Some(Up::new(next.seen.len()));
            }
            NodeAct::Ask => self.ask(&mut next, node),
            NodeAct::Fill => self.fill(&mut next, node, false)?,
            NodeAct::FillTooEarly => self.fill(&mut next, node, true)?,
            NodeAct::Decide(message) => self.decide(&mut next, node, message),
            NodeAct::Begin(message) => self.begin(&mut next, node, message, true)?,
            NodeAct::BeginUnheard(message) => self.begin(&mut next, node, message, false)?,
            NodeAct::Settle(message) => self.settle(&mut next, node, message, true)?,
            NodeAct::SettleUnheard(message) => self.settle(&mut next, node, message, false)?,
            NodeAct::HandBack => self.hand_back(&mut next, node),
            NodeAct::End | NodeAct::Crash => {
                next.nobody_waits(node);
                next.nodes[node].up = None;
            }
        }
        Ok(next)
    }

    /// Whether there is anything to be taken.
    pub(super) fn may_fill(&self, state: &State) -> bool {
        let next = at_once(async { state.store.read().await.unwrap().next_sending(PLATFORM).await });
        self.is(Mutation::LeasesWhatIsHeld) || next.unwrap().is_some_and(|next| next <= state.now)
    }

    /// `Station::ask_for_lease`, and what `take_lease` and `keep_lease` make of the answer.
    fn ask(&self, next: &mut State, node: usize) {
        let (now, owner) = (next.now, next.nodes[node].owner());
        let hold = next.unit(async |unit| {
            let hold = unit.hold(PLATFORM.code(), &owner, now, now + LEASE).await.unwrap();
            if hold == Hold::Taken {
                unit.take_over(PLATFORM, &owner, now).await.unwrap();
            }
            hold
        });
        if hold == Hold::Taken {
            self.mutate_take_over(next);
        }
        let Some(up) = &mut next.nodes[node].up else { return };
        let goes_on = match hold {
            Hold::Renewed => up.serves,
            // Somebody else had it meanwhile.
            Hold::Taken => up.serves && self.is(Mutation::GoesOnAfterALoss),
            Hold::Elsewhere => false,
        };
        up.serves = hold != Hold::Elsewhere;
        up.held_until = up.serves.then(|| now + LEASE);
        if !goes_on {
            up.slots.fill(Slot::Empty);
            next.nobody_waits(node);
        }
    }

    /// `Post::fill`.
    fn fill(&self, next: &mut State, node: usize, too_early: bool) -> Result<(), String> {
        let (now, owner) = (next.now, next.nodes[node].owner());
        let before: Vec<_> = (0..next.seen.len()).map(|message| next.row(message)).collect();
        self.mutate_before_lease(next, now);
        let lease = Lease {
            owner: &owner,
            until: now + HOLD,
        };
        let slots = next.nodes[node]
            .up
            .as_ref()
            .map(|up| up.slots.clone())
            .unwrap_or_default();
        let is_in_hand = |row: &OutboxRow| {
            let mut slots = slots.iter().enumerate();
            slots.any(|(message, slot)| id(message) == row.id && !matches!(slot, Slot::Empty))
        };
        let asks_whose = !self.is(Mutation::FillsWithoutTheAccount);
        let rows = next.unit(async |unit| {
            let mut rows = Vec::new();
            let leases = unit.leases().await.unwrap();
            if asks_whose && leases.iter().all(|lease| lease.owner != owner) {
                return rows;
            }
            for kind in OutboxKind::ALL {
                for row in unit.lease(PLATFORM, kind, lease, now, 64).await.unwrap() {
                    if is_in_hand(&row) {
                        if !self.is(Mutation::KeepsTheOlderCopy) {
                            rows.push(row);
                        }
                        continue;
                    }
                    if too_early {
                        unit.put_back(row.id, &owner, now + UNIT).await.unwrap();
                    } else {
                        rows.push(row);
                    }
                }
            }
            rows
        });
        for (message, before) in before.iter().enumerate() {
            let held = before
                .as_ref()
                .and_then(|row| row.leased_until)
                .filter(|until| *until > now);
            if held.is_some() && next.row(message) != *before {
                return Err("what somebody holds was taken from them".to_owned());
            }
        }
        let Some(up) = &mut next.nodes[node].up else {
            return Ok(());
        };
        for row in rows {
            let slot = up
                .slots
                .iter_mut()
                .enumerate()
                .find(|(message, _)| id(*message) == row.id);
            if let Some((_, slot @ (Slot::Empty | Slot::Queued(_)))) = slot {
                *slot = Slot::Queued(Arc::new(row));
            }
        }
        Ok(())
    }

    /// `Engine::prepare`.
    fn decide(&self, next: &mut State, node: usize, message: usize) {
        let was_forgotten = self.has_forgotten(&next.seen[message], next.now);
        let Some(up) = &mut next.nodes[node].up else {
            return;
        };
        let Slot::Queued(row) = up.slots[message].clone() else {
            return;
        };
        let before = match delivery::before(&row, &self.caps, next.now) {
            Before::LeaveUnknown if self.is(Mutation::SendsCardsAgain) => Before::AttemptMarked,
            Before::AttemptMarked if self.is(Mutation::MarksNothing) => Before::Attempt,
            before => before,
        };
        up.slots[message] = match before {
            Before::LeaveUnknown => Slot::Ended {
                attempted: Arc::new(Attempted {
                    row: row.as_ref().clone(),
                    after: After::Settled(OutboxState::Unknown),
                    receipt: None,
                    edits: None,
                }),
                is_certain: false,
            },
            before => Slot::Ready {
                row,
                before,
                was_forgotten,
            },
        };
    }

    /// `Post::begin` and `Post::send`; or `Post::put_back`, if the store's word was not heard.
    fn begin(&self, next: &mut State, node: usize, message: usize, is_heard: bool) -> Result<(), String> {
        let (now, owner) = (next.now, next.nodes[node].owner());
        let stored = next.row(message);
        self.mutate_before_begin(next, &owner);
        let lease = Lease {
            owner: &owner,
            until: now + HOLD,
        };
        let begun = at_once(self.app(next).begin(&[id(message)], lease)).unwrap();
        let has_begun = begun.contains(&id(message));
        let Some(up) = &mut next.nodes[node].up else {
            return Ok(());
        };
        let Slot::Ready {
            row,
            before,
            was_forgotten,
        } = up.slots[message].clone()
        else {
            return Ok(());
        };
        if !is_heard {
            up.slots[message] = Slot::Queued(row);
        } else if has_begun || self.is(Mutation::SendsBeforeCounting) {
            up.slots[message] = Slot::UnderWay(row);
            next.network.push(Request {
                message,
                is_marked: before == Before::AttemptMarked,
                waits: Some(node),
                began: now,
                was_forgotten,
            });
        } else {
            up.slots[message] = Slot::Empty;
        }
        if has_begun {
            self.mutate_after_begin(next, stored.as_ref());
            may_begin(stored.as_ref(), next.row(message).as_ref(), &owner)?;
            if next.seen[message].is_ended {
                return Err("what is settled is sent again".to_owned());
            }
            if before != Before::Attempt && next.seen[message].uncertain == 0 {
                return Err("what nobody can have seen is called doubtful".to_owned());
            }
            next.seen[message].uncertain += 1;
        }
        Ok(())
    }

    /// `Post::settle`.
    fn settle(&self, next: &mut State, node: usize, message: usize, is_heard: bool) -> Result<(), String> {
        let owner = next.nodes[node].owner();
        let Some(up) = &mut next.nodes[node].up else {
            return Ok(());
        };
        let Slot::Ended { attempted, is_certain } = up.slots[message].clone() else {
            return Ok(());
        };
        if is_heard {
            up.slots[message] = Slot::Empty;
        }
        let before = next.row(message);
        self.mutate_before_settle(next, &owner);
        at_once(
            self.app(next)
                .settle_attempts(&owner, std::slice::from_ref(&*attempted)),
        )
        .unwrap();
        let after = next.row(message);
        let is_theirs = before.as_ref().is_some_and(|row| row.owner.as_ref() == Some(&owner));
        let is_moved = matches!(attempted.after, After::AgainAt(..));
        if !is_theirs {
            if before != after && !is_moved {
                return Err("a late completion changed what is somebody else's".to_owned());
            }
            return Ok(());
        }
        match &attempted.after {
            After::Settled(state) => {
                self.may_end(next, message, *state)?;
                next.seen[message].is_ended = true;
            }
            After::Again(_) | After::AgainAt(..) if is_certain => next.seen[message].uncertain -= 1,
            After::Again(_) | After::AgainAt(..) => {}
        }
        self.mutate_after_settle(next);
        if is_moved || after.is_none_or(|row| is_settled(&row) || row.owner.is_none()) {
            Ok(())
        } else {
            Err("what was written down is still held".to_owned())
        }
    }

    /// `Running::stop`.
    fn hand_back(&self, next: &mut State, node: usize) {
        let (now, owner) = (next.now, next.nodes[node].owner());
        next.unit(async |unit| {
            unit.hand_back(&owner, now).await.unwrap();
            unit.let_go(&owner).await.unwrap();
        });
        self.mutate_hand_back(next);
        if let Some(up) = &mut next.nodes[node].up {
            up.is_stopping = true;
        }
    }

    /// What the report may say of a message.
    fn may_end(&self, next: &State, message: usize, end: OutboxState) -> Result<(), String> {
        let seen = &next.seen[message];
        let attempts = next.row(message).map(|row| row.attempts);
        let is_tried = attempts.is_none_or(|attempts| attempts >= MOST_ATTEMPTS);
        let is_untrue = match end {
            OutboxState::Delivered => seen.showings() == 0,
            OutboxState::Refused(Refusal::Unreachable) => seen.showings() > 0 || !is_tried,
            OutboxState::Unknown => seen.uncertain == 0 || !(is_tried || self.scenario.is_card(message)),
            _ => false,
        };
        if is_untrue {
            return Err(format!("it ends as {end:?}, which is not so"));
        }
        Ok(())
    }
}

impl State {
    /// The requests of a node go on without it.
    fn nobody_waits(&mut self, node: usize) {
        for request in &mut self.network {
            request.waits = request.waits.filter(|waits| *waits != node);
        }
    }
}

/// What must have been and must be so where an attempt is begun.
fn may_begin(before: Option<&OutboxRow>, after: Option<&OutboxRow>, owner: &str) -> Result<(), String> {
    let (Some(before), Some(after)) = (before, after) else {
        return Err("an attempt begins at a message that is gone".to_owned());
    };
    if before.owner.as_deref() != Some(owner) || before.state != OutboxState::Leased {
        return Err("an attempt begins at what the node does not hold, or has begun already".to_owned());
    }
    if after.attempts > MOST_ATTEMPTS {
        return Err("more attempts are made than there may be".to_owned());
    }
    Ok(())
}

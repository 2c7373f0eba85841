//! Two nodes, one platform's account, and messages on their way out.
//!
//! What is real: the store (the one in memory; the contract suite holds SQLite and PostgreSQL to the same answers), the
//! counting and writing down of attempts (`App::begin`, `App::settle_attempts`) and the rules (`delivery::before` and
//! `after`). What is told again here, step for step, is the order in which a station does these things (`node`), and the
//! platform (`platform`). `mutation` breaks each of them on purpose.
//!
//! Three habits of a node are needed beside the store's guards, as the last three mutations show: it asks whose the account
//! is in the unit of work that takes messages; it begins anew, with nothing in hand, when it had lost the account, though
//! it takes it again at once; and of a message that it takes a second time the newer copy counts.
//!
//! Time goes in units of [`UNIT`]: the account's lease lasts one, the hold on a message two, a pause or a back-off one.
//! Only what is ahead or how long ago it was tells states apart, and of owners only whether they still live; so neither
//! the clock nor the crashes need a bound, and a search that ends has seen every interleaving of any number of them.

mod key;
pub(crate) mod mutation;
mod node;
pub(crate) mod platform;
pub(crate) mod scenario;
mod show;
mod step;

use std::sync::Arc;

use muster_core::app::App;
use muster_core::chrono::TimeDelta;
use muster_core::clock::Instant;
use muster_core::ids::OutboxId;
use muster_core::store::{OutboxRow, OutboxState, Store, UnitOfWork};
use muster_core::surface::{Caps, Rates};
use muster_core::testing::{MemoryStore, SeededIds};

use crate::search::{Step, System};
use crate::{app, at_once};
use mutation::Mutation;
use node::{Node, NodeAct};
use platform::{Outcome, Request, Seen};
use scenario::Scenario;

/// The back-off after the last attempts: the clock goes in steps of this.
pub(crate) const UNIT: TimeDelta = TimeDelta::seconds(450);
/// How long a node holds the account.
const LEASE: TimeDelta = UNIT;
/// How long a node holds a message, and again from the beginning of an attempt.
const HOLD: TimeDelta = TimeDelta::seconds(2 * 450);

/// Where everything stands.
#[derive(Debug)]
pub(crate) struct State {
    now: Instant,
    store: MemoryStore,
    nodes: [Node; 2],
    network: Vec<Request>,
    seen: Vec<Seen>,
}

/// Something that can happen.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Act {
    Node(usize, NodeAct),
    /// What becomes of a request in the network.
    Arrives(usize, Outcome),
    /// The organizer takes the broadcast back.
    Withdraw,
    /// A unit of time passes.
    Tick,
}

/// The system under search.
#[derive(Debug)]
pub(crate) struct Outbox {
    pub(crate) scenario: Scenario,
    ids: Arc<SeededIds>,
    caps: Caps,
}

impl Outbox {
    pub(crate) fn new(scenario: Scenario) -> Self {
        let caps = Caps {
            message_chars: 2000,
            buttons: true,
            forms: false,
            ephemeral: true,
            prefix: false,
            edits: None,
            idempotent_for: scenario.memory(),
            rates: Rates::UNLIMITED,
        };
        Self {
            scenario,
            ids: Arc::new(SeededIds::new(1)),
            caps,
        }
    }

    fn is(&self, mutation: Mutation) -> bool {
        self.scenario.mutation == Some(mutation)
    }

    fn app(&self, state: &State) -> App {
        app(&state.store, &self.ids, state.now)
    }

    fn tick(state: &State) -> State {
        let mut next = state.fork();
        next.now += UNIT;
        next
    }

    fn withdraw(state: &State) -> Result<State, String> {
        let mut next = state.fork();
        let (group, broadcast) = scenario::BROADCAST;
        next.unit(async |unit| unit.withdraw(group, broadcast).await.unwrap());
        for (message, seen) in next.seen.iter_mut().enumerate() {
            if state.row(message).is_some() && next.store.message(id(message), |_| ()).is_none() {
                if seen.showings() > 0 {
                    return Err("what was withdrawn had been shown".to_owned());
                }
                seen.is_withdrawn = true;
            }
        }
        Ok(next)
    }
}

impl System for Outbox {
    type State = State;
    type Act = Act;

    fn starts(&self) -> Vec<State> {
        self.scenario.starts()
    }

    fn steps(&self, state: &State) -> Vec<Step<State, Act>> {
        let mut steps = Vec::new();
        for node in [0, 1] {
            for act in self.node_acts(state, node) {
                steps.push(Step {
                    act: Act::Node(node, act),
                    // The other node may stand still for ever, or be gone.
                    is_good: node == 0 && act.is_good(),
                    next: self.node_step(state, node, act),
                });
            }
        }
        for (at, request) in state.network.iter().enumerate() {
            for &outcome in self.outcomes(request) {
                steps.push(Step {
                    act: Act::Arrives(at, outcome),
                    is_good: outcome == Outcome::Shows && request.waits == Some(0),
                    next: self.arrive(state, at, outcome),
                });
            }
        }
        if self.scenario.may_be_withdrawn() {
            steps.push(Step {
                act: Act::Withdraw,
                is_good: false,
                next: Self::withdraw(state),
            });
        }
        steps.push(Step {
            act: Act::Tick,
            is_good: true,
            next: Ok(Self::tick(state)),
        });
        steps
    }

    fn key(&self, state: &State) -> Vec<u8> {
        key::of(self, state)
    }

    fn is_done(&self, state: &State) -> bool {
        (0..state.seen.len()).all(|message| state.row(message).is_none_or(|row| is_settled(&row)))
    }

    fn show(&self, state: &State) -> String {
        show::state(state)
    }
}

impl State {
    /// The same with a store of its own.
    fn fork(&self) -> Self {
        Self {
            now: self.now,
            store: self.store.fork(),
            nodes: self.nodes.clone(),
            network: self.network.clone(),
            seen: self.seen.clone(),
        }
    }

    fn row(&self, message: usize) -> Option<OutboxRow> {
        self.store.message(id(message), Clone::clone)
    }

    /// Does something in a unit of work, and commits.
    fn unit<T>(&self, act: impl AsyncFnOnce(&mut dyn UnitOfWork) -> T) -> T {
        let unit = async {
            let mut unit = self.store.begin().await.unwrap();
            let done = act(&mut *unit).await;
            unit.commit().await.unwrap();
            done
        };
        at_once(unit)
    }
}

fn id(message: usize) -> OutboxId {
    OutboxId(uuid::Uuid::from_u128(message as u128 + 1))
}

const fn is_settled(row: &OutboxRow) -> bool {
    matches!(
        row.state,
        OutboxState::Delivered | OutboxState::Refused(_) | OutboxState::Unknown
    )
}

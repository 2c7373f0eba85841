//! Two nodes, and events that come to either of them, again and again until they are acknowledged and sometimes after.
//!
//! The store and the carrying out are real (`receive`, `count_try`, `App::handle`); told again is the order in which a
//! station does these things. No lease is asked for: a node that lost it and has not noticed goes on, as either may here.

use std::fmt::{self, Display};
use std::sync::Arc;

use muster_core::app::{Handled, Lease};
use muster_core::chrono::TimeDelta;
use muster_core::ids::{GroupId, Kind, Reference};
use muster_core::locale::{Language, Voice};
use muster_core::store::{Received, Store};
use muster_core::surface::{Content, Inbound};
use muster_core::testing::{MemoryStore, SeededIds, World};
use muster_core::time::Zone;

use crate::search::{Step, System};
use crate::{BEGINNING, app, at_once};

/// Where everything stands.
#[derive(Debug)]
pub(crate) struct State {
    store: MemoryStore,
    /// What each node has in hand of each event; `None` while it is down.
    nodes: [Option<Vec<Hand>>; 2],
    /// Which events the platform was told are accepted.
    acknowledged: Vec<bool>,
}

/// An event in a node's hands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Hand {
    Empty,
    /// It came.
    Came,
    /// It was new, and is in the inbox.
    Accepted,
    /// It was in the inbox already.
    Repeated,
    /// It was accepted and acknowledged.
    Acknowledged,
    /// It was found in the inbox.
    Found,
    /// It was, and that it is tried again is counted.
    Counted,
}

/// Something that can happen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Doing {
    Start,
    Crash,
    Sweep,
    Deliver(usize),
    Receive(usize),
    Acknowledge(usize),
    CountTry(usize),
    CarryOut(usize),
}

/// What a node does, or meets.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Act(usize, Doing);

/// A rule broken on purpose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mutation {
    /// An event is acknowledged before it is in the inbox.
    AcknowledgesFirst,
    /// The inbox does not know an event again.
    KnowsNothingAgain,
    /// What waits in the inbox is not looked for.
    NeverSweeps,
}

/// The system under search.
#[derive(Debug)]
pub(crate) struct Inbox {
    events: Vec<Inbound>,
    group: GroupId,
    begin: MemoryStore,
    /// One source of ids, or two acts would make the same.
    ids: Arc<SeededIds>,
    mutation: Option<Mutation>,
}

impl Inbox {
    pub(crate) fn new(events: usize, mutation: Option<Mutation>) -> Self {
        let begin = MemoryStore::default();
        let mut world = World::on(Arc::new(begin.clone()));
        let mut typed = |text: &str| world.inbound("ana", "main".to_owned(), false, Content::Typed(text.to_owned()));
        let first = typed("task add Flyers");
        let events = (0..events).map(|_| typed("task add Posters")).collect();
        let ids = Arc::new(SeededIds::new(2027));
        let founded = at_once(app(&begin, &ids, BEGINNING).handle(&first, lease("a"))).unwrap();
        let Handled::Answered(answer) = founded else {
            panic!("the first command is answered");
        };
        let (group, _) = answer.about.unwrap();
        Self {
            events,
            group,
            begin,
            ids,
            mutation,
        }
    }

    /// How many of the events took effect.
    fn effects(&self, state: &State) -> usize {
        let voice = Voice {
            language: Language::English,
            zone: Zone::utc(),
            now: BEGINNING,
        };
        let app = app(&state.store, &self.ids, BEGINNING);
        let is_there = |number: &u32| {
            let card = app.card(self.group, Reference::new(Kind::Task, *number), &voice);
            at_once(card).unwrap().is_some()
        };
        (2..10).take_while(is_there).count()
    }

    fn received(&self, state: &State, event: usize) -> Option<Received> {
        at_once(async {
            let mut unit = state.store.read().await.unwrap();
            unit.inbox_state_for_update(&self.events[event]).await.unwrap()
        })
    }

    fn doings(&self, state: &State, node: usize) -> Vec<Doing> {
        let Some(hands) = &state.nodes[node] else {
            return vec![Doing::Start];
        };
        let mut doings = vec![Doing::Crash];
        if self.mutation != Some(Mutation::NeverSweeps) {
            doings.push(Doing::Sweep);
        }
        for (event, hand) in hands.iter().enumerate() {
            match hand {
                Hand::Empty => doings.push(Doing::Deliver(event)),
                Hand::Came => {
                    doings.push(Doing::Receive(event));
                    if self.mutation == Some(Mutation::AcknowledgesFirst) {
                        doings.push(Doing::Acknowledge(event));
                    }
                }
                // It is acknowledged and carried out side by side.
                Hand::Accepted => doings.extend([Doing::Acknowledge(event), Doing::CarryOut(event)]),
                Hand::Repeated => doings.push(Doing::Acknowledge(event)),
                Hand::Acknowledged | Hand::Counted => doings.push(Doing::CarryOut(event)),
                Hand::Found => doings.push(Doing::CountTry(event)),
            }
        }
        doings
    }

    fn step(&self, state: &State, node: usize, doing: Doing) -> Result<State, String> {
        let mut next = State {
            store: state.store.fork(),
            nodes: state.nodes.clone(),
            acknowledged: state.acknowledged.clone(),
        };
        next.nodes[node] = self.hands_after(&mut next, node, doing);
        let is_done = |event: &usize| self.received(&next, *event) == Some(Received::Done);
        let done = (0..self.events.len()).filter(is_done).count();
        if self.effects(&next) != done {
            return Err(format!(
                "{done} events are done, and {} took effect",
                self.effects(&next)
            ));
        }
        let is_lost = |event: usize| next.acknowledged[event] && self.received(&next, event).is_none();
        if (0..self.events.len()).any(is_lost) {
            return Err("what is not received is acknowledged".to_owned());
        }
        Ok(next)
    }

    fn hands_after(&self, next: &mut State, node: usize, doing: Doing) -> Option<Vec<Hand>> {
        let Some(mut hands) = next.nodes[node].clone() else {
            return Some(vec![Hand::Empty; self.events.len()]);
        };
        match doing {
            Doing::Start => {}
            Doing::Crash => return None,
            Doing::Deliver(event) => hands[event] = Hand::Came,
            Doing::Sweep => {
                for (event, hand) in hands.iter_mut().enumerate() {
                    if *hand == Hand::Empty && self.received(next, event) == Some(Received::Waiting) {
                        *hand = Hand::Found;
                    }
                }
            }
            Doing::Receive(event) => hands[event] = self.receive(next, event),
            Doing::Acknowledge(event) => {
                next.acknowledged[event] = true;
                hands[event] = match hands[event] {
                    Hand::Repeated => Hand::Empty,
                    _ => Hand::Acknowledged,
                };
            }
            Doing::CountTry(event) => hands[event] = self.count_try(next, event),
            Doing::CarryOut(event) => {
                let mut inbound = self.events[event].clone();
                if self.mutation == Some(Mutation::KnowsNothingAgain) {
                    inbound.event.push(['a', 'b'][node]);
                }
                at_once(app(&next.store, &self.ids, BEGINNING).handle(&inbound, lease(["a", "b"][node]))).unwrap();
                hands[event] = Hand::Empty;
            }
        }
        Some(hands)
    }

    /// `StationIntake::accept`.
    fn receive(&self, next: &State, event: usize) -> Hand {
        let received = at_once(async {
            let mut unit = next.store.begin().await.unwrap();
            let received = unit.receive(&self.events[event]).await.unwrap();
            unit.commit().await.unwrap();
            received
        });
        match received {
            Received::New => Hand::Accepted,
            Received::Waiting | Received::Done => Hand::Repeated,
        }
    }

    /// `Rooms::tries`.
    fn count_try(&self, next: &State, event: usize) -> Hand {
        if self.received(next, event) != Some(Received::Waiting) {
            return Hand::Empty;
        }
        at_once(async {
            let mut unit = next.store.begin().await.unwrap();
            unit.count_try(&self.events[event]).await.unwrap();
            unit.commit().await.unwrap();
        });
        Hand::Counted
    }
}

impl System for Inbox {
    type State = State;
    type Act = Act;

    fn starts(&self) -> Vec<State> {
        let idle = Some(vec![Hand::Empty; self.events.len()]);
        vec![State {
            store: self.begin.fork(),
            nodes: [idle.clone(), idle],
            acknowledged: vec![false; self.events.len()],
        }]
    }

    fn steps(&self, state: &State) -> Vec<Step<State, Act>> {
        let of = |node| self.doings(state, node).into_iter().map(move |doing| (node, doing));
        let step = |(node, doing)| Step {
            act: Act(node, doing),
            // What was acknowledged does not come again for certain.
            is_good: node == 0
                && match doing {
                    Doing::Crash => false,
                    Doing::Deliver(event) => !state.acknowledged[event],
                    _ => true,
                },
            next: self.step(state, node, doing),
        };
        of(0).chain(of(1)).map(step).collect()
    }

    fn key(&self, state: &State) -> Vec<u8> {
        self.show(state).into_bytes()
    }

    fn is_done(&self, state: &State) -> bool {
        (0..self.events.len()).all(|event| self.received(state, event) == Some(Received::Done))
    }

    fn show(&self, state: &State) -> String {
        let received: Vec<_> = (0..self.events.len())
            .map(|event| self.received(state, event))
            .collect();
        format!(
            "{:?} | {received:?} | acknowledged {:?}",
            state.nodes, state.acknowledged
        )
    }
}

impl Display for Act {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {:?}", ['A', 'B'][self.0], self.1)
    }
}

fn lease(owner: &str) -> Lease<'_> {
    Lease {
        owner,
        until: muster_core::chrono::DateTime::UNIX_EPOCH + TimeDelta::days(36500),
    }
}

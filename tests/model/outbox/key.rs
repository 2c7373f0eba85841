//! What tells states apart. Of an instant ahead counts how far it is, of one behind only whether the platform may have
//! forgotten since; of owners, whether they are this start of a node.

use muster_core::clock::Instant;
use muster_core::delivery::{After, Before};
use muster_core::store::{Later, OutboxRow, OutboxState, Store};
use muster_core::surface::{Address, Refusal};

use super::node::{Node, Slot};
use super::platform::Request;
use super::{Outbox, State, UNIT, at_once};

struct Key<'a> {
    system: &'a Outbox,
    state: &'a State,
    bytes: Vec<u8>,
}

pub(super) fn of(system: &Outbox, state: &State) -> Vec<u8> {
    let mut key = Key {
        system,
        state,
        bytes: Vec::with_capacity(64),
    };
    let leases = at_once(async { state.store.read().await.unwrap().leases().await.unwrap() });
    key.number(leases.len());
    for lease in leases {
        key.owner(Some(&lease.owner));
        key.ahead(Some(lease.until));
    }
    for message in 0..state.seen.len() {
        let known = state.store.message(super::id(message), |row| key.row(row));
        key.flag(known.is_some());
        let seen = &state.seen[message];
        key.bytes.extend([seen.plain, seen.marked]);
        key.number(seen.asked as usize);
        key.number(seen.uncertain as usize);
        key.behind(seen.since);
        key.flag(seen.is_withdrawn);
        key.flag(seen.is_ended);
    }
    for node in &state.nodes {
        key.node(node);
    }
    let mut requests: Vec<_> = state.network.iter().map(|request| key.request(request)).collect();
    requests.sort_unstable();
    for request in requests {
        key.bytes.extend(request);
    }
    key.bytes
}

impl Key<'_> {
    fn number(&mut self, number: usize) {
        self.bytes.push(u8::try_from(number).unwrap());
    }

    fn flag(&mut self, flag: bool) {
        self.bytes.push(u8::from(flag));
    }

    fn units(from: Instant, to: Instant) -> i64 {
        (to - from).num_seconds() / UNIT.num_seconds()
    }

    fn ahead(&mut self, instant: Option<Instant>) {
        let ahead = instant.map_or(0, |instant| 1 + Self::units(self.state.now, instant).max(0));
        self.bytes.push(u8::try_from(ahead).unwrap());
    }

    fn age(&self, instant: Option<Instant>) -> u8 {
        let memory = self.system.scenario.remembers.map_or(0, i64::from);
        let age = instant.map_or(0, |instant| 1 + Self::units(instant, self.state.now).clamp(0, memory));
        u8::try_from(age).unwrap()
    }

    fn behind(&mut self, instant: Option<Instant>) {
        self.bytes.push(self.age(instant));
    }

    fn owner(&mut self, owner: Option<&str>) {
        let lives = |owner| {
            let is_theirs = |node: &Node| node.up.is_some() && node.owner() == owner;
            self.state.nodes.iter().position(is_theirs)
        };
        let code = owner.map_or(0, |owner| lives(owner).map_or(3, |node| node + 1));
        self.number(code);
    }

    fn row(&mut self, row: &OutboxRow) {
        let state = match row.state {
            OutboxState::Pending => 0,
            OutboxState::Leased => 1,
            OutboxState::Sending => 2,
            OutboxState::Retry => 3,
            OutboxState::Delivered => 4,
            OutboxState::Unknown => 5,
            OutboxState::Refused(Refusal::Unreachable) => 6,
            OutboxState::Refused(_) => 7,
        };
        self.number(state);
        // The instant before which a message is not sent counts only while nobody holds it.
        let free_at = row
            .leased_until
            .or_else(|| (state == 0 || state == 3).then_some(row.not_before));
        self.ahead(free_at);
        self.owner(row.owner.as_deref());
        self.in_hand(row);
    }

    /// What counts of a copy in a node's hands.
    fn in_hand(&mut self, row: &OutboxRow) {
        self.number(row.attempts as usize);
        self.behind(row.doubtful_since);
        let is_moved = matches!(&row.to, Address::Room { room, .. } if room.room != "main");
        self.flag(is_moved);
    }

    fn node(&mut self, node: &Node) {
        let Some(up) = &node.up else {
            return self.bytes.push(9);
        };
        self.flag(up.serves);
        self.flag(up.is_stopping);
        self.ahead(up.held_until.filter(|until| *until > self.state.now));
        for slot in &up.slots {
            match slot {
                Slot::Empty => self.number(0),
                Slot::Queued(row) => {
                    self.number(1);
                    self.in_hand(row);
                }
                Slot::Ready {
                    row,
                    before,
                    was_forgotten,
                } => {
                    self.number(2 + usize::from(*before == Before::Attempt));
                    self.flag(*was_forgotten && self.system.scenario.remembers.is_some());
                    self.in_hand(row);
                }
                Slot::UnderWay(row) => {
                    self.number(4);
                    self.in_hand(row);
                }
                Slot::Ended { attempted, is_certain } => {
                    self.number(5 + usize::from(*is_certain));
                    self.in_hand(&attempted.row);
                    self.after(&attempted.after);
                }
            }
        }
    }

    fn after(&mut self, after: &After) {
        match after {
            After::Settled(OutboxState::Delivered) => self.number(0),
            After::Settled(OutboxState::Unknown) => self.number(1),
            After::Settled(OutboxState::Refused(Refusal::Unreachable)) => self.number(2),
            After::Settled(_) => self.number(3),
            After::Again(later) => self.later(4, *later),
            After::AgainAt(_, later) => self.later(5, *later),
        }
    }

    fn later(&mut self, code: usize, later: Later) {
        self.number(code);
        self.ahead(Some(later.not_before));
        self.flag(later.counts);
        self.behind(later.doubtful_since);
    }

    fn request(&self, request: &Request) -> [u8; 5] {
        [
            u8::try_from(request.message).unwrap(),
            u8::from(request.is_marked),
            request.waits.map_or(9, |node| u8::try_from(node).unwrap()),
            self.age(request.waits.map(|_| request.began)),
            u8::from(request.was_forgotten && self.system.scenario.remembers.is_some()),
        ]
    }
}

//! What is searched: which messages, on what platform, and how a node takes its lease.

use muster_core::chrono::TimeDelta;
use muster_core::delivery::MOST_ATTEMPTS;
use muster_core::ids::{GroupId, Kind, Reference};
use muster_core::locale::Language;
use muster_core::reply::Card;
use muster_core::store::{Hold, OutboxKind, OutboxRow, OutboxState};
use muster_core::surface::{Address, Platform, RoomAddress};
use muster_core::testing::MemoryStore;
use uuid::Uuid;

use super::mutation::Mutation;
use super::node::Node;
use super::platform::{Outcome, Seen};
use super::{HOLD, LEASE, State, UNIT, id};
use crate::BEGINNING;

pub(super) const BROADCAST: (GroupId, Reference) = (GroupId(Uuid::nil()), Reference::new(Kind::Reminder, 1));

/// A message, and how it came to be in the outbox.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Message {
    /// Nothing but words, free to be taken.
    Reminder,
    /// A card that is kept up to date, handed over in memory to the node that made it and holds it.
    Card,
    /// One person's copy of a broadcast.
    Copy,
    /// The answer to somebody who was forgotten, handed over like a card.
    Farewell,
}

/// What is searched.
#[derive(Debug, Clone)]
pub(crate) struct Scenario {
    pub(crate) messages: Vec<Message>,
    /// For how many units the platform knows a message again, if it does.
    pub(crate) remembers: Option<i32>,
    /// How many attempts are left of [`MOST_ATTEMPTS`].
    pub(crate) attempts: u32,
    /// What the platform may do with a request that somebody waits for.
    pub(crate) outcomes: &'static [Outcome],
    /// Whether a node looks at the clock before it sends, to see whether the account is certainly its own.
    pub(crate) looks_at_the_clock: bool,
    /// Whether the store's word may be lost after a commit, and a chat be so busy that a message goes back.
    pub(crate) is_rough: bool,
    pub(crate) mutation: Option<Mutation>,
}

impl Scenario {
    pub(crate) fn of(message: Message, remembers: Option<i32>) -> Self {
        Self {
            messages: vec![message],
            remembers,
            attempts: 2,
            outcomes: &Outcome::ALL,
            looks_at_the_clock: true,
            is_rough: true,
            mutation: None,
        }
    }

    pub(super) fn memory(&self) -> Option<TimeDelta> {
        self.remembers.map(|units| UNIT * units)
    }

    /// How many attempts were made before it begins.
    pub(super) const fn attempts_before(&self) -> u32 {
        MOST_ATTEMPTS - self.attempts
    }

    /// Whether two of it would contradict each other.
    pub(super) fn is_card(&self, message: usize) -> bool {
        self.messages[message] == Message::Card
    }

    pub(super) fn may_be_withdrawn(&self) -> bool {
        self.messages.contains(&Message::Copy)
    }

    /// Node A serves the account, and has in hand what was handed over to it.
    pub(super) fn starts(&self) -> Vec<State> {
        let now = BEGINNING;
        let mut state = State {
            now,
            store: MemoryStore::default(),
            nodes: [Node::new('a', self.messages.len()), Node::new('b', self.messages.len())],
            network: Vec::new(),
            seen: vec![Seen::default(); self.messages.len()],
        };
        let messages = self.messages.iter().enumerate();
        let rows: Vec<_> = messages.map(|(at, message)| self.row(at, *message, &state)).collect();
        let owner = state.nodes[0].owner();
        state.unit(async |unit| {
            let platform = Platform::Console.code();
            let hold = unit.hold(platform, &owner, now, now + LEASE).await.unwrap();
            assert_eq!(hold, Hold::Taken);
            for row in &rows {
                unit.enqueue(row).await.unwrap();
            }
        });
        for (at, row) in rows.into_iter().enumerate() {
            if row.state == OutboxState::Leased {
                state.nodes[0].is_handed(at, row);
            }
        }
        state.nodes[0].serves_until(now + LEASE);
        vec![state]
    }

    fn row(&self, at: usize, message: Message, state: &State) -> OutboxRow {
        let now = state.now;
        let (kind, about, in_hand) = match message {
            Message::Reminder => (OutboxKind::Reminder, None, false),
            Message::Card => (
                OutboxKind::Answer,
                Some((BROADCAST.0, Reference::new(Kind::Shift, 1).into())),
                true,
            ),
            Message::Copy => (OutboxKind::Broadcast, Some((BROADCAST.0, BROADCAST.1.into())), false),
            Message::Farewell => (OutboxKind::Farewell, None, true),
        };
        OutboxRow {
            id: id(at),
            key: format!("message/{at}"),
            kind,
            to: Address::Room {
                room: room("main"),
                only_for: None,
                answers: None,
            },
            person: None,
            author: None,
            card: Card::new().line("Bring a torch."),
            language: Language::English,
            about,
            state: if in_hand {
                OutboxState::Leased
            } else {
                OutboxState::Pending
            },
            not_before: now,
            created_at: now,
            owner: in_hand.then(|| state.nodes[0].owner()),
            leased_until: in_hand.then(|| now + HOLD),
            attempts: self.attempts_before(),
            doubtful_since: None,
        }
    }
}

pub(super) fn room(name: &str) -> RoomAddress {
    RoomAddress {
        platform: Platform::Console,
        place: "hall".to_owned(),
        room: name.to_owned(),
        private: false,
    }
}

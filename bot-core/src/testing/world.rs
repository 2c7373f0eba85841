//! A bot that a test talks to as people do, so that tests read like transcripts.
//!
//! ```
//! # async fn transcript() {
//! use muster_core::testing::World;
//! let mut world = World::memory();
//! world.at("2026-12-01 09:00");
//! let answer = world.say("ana", "help").await;
//! let fell_due = world.advance("2h").await;
//! # }
//! ```

use std::collections::HashMap;
use std::sync::Arc;

use chrono::{DateTime, TimeDelta};

use super::{HandClock, MemoryStore, SeededIds, post};
use crate::app::{App, Attempted, Handled, Lease};
use crate::clock::{Clock, Instant};
use crate::delivery::After;
use crate::door::Defaults;
use crate::error::Fault;
use crate::locale::Language;
use crate::reply::{Card, plain};
use crate::retention::Retention;
use crate::store::{OutboxRow, OutboxState, Store, StoreError};
use crate::surface::{Address, Author, Content, Inbound, Platform, Rights, RoomAddress, Standing, Told};

/// Where every world begins, in [`ZONE`].
const BEGINNING: &str = "2026-12-01 09:00";
/// The zone of the groups that are founded, and of the wall clock in [`World::at`].
const ZONE: &str = "America/New_York";
/// The place that every room belongs to; also the name of the group that is founded there.
const PLACE: &str = "console";
/// Who speaks as the place itself: an administrator of whom nobody is told who it is.
const ANONYMOUS: &str = "someone";
/// The node that takes what is to be sent.
const NODE: &str = "world";

/// A bot on a store, a clock that stands still, and people who talk. The first speaker administers the place, so that
/// their first command founds the group with them as its organizer.
#[derive(Debug)]
pub struct World {
    app: App,
    clock: Arc<HandClock>,
    room: String,
    administrator: Option<String>,
    events: u32,
    seen: Vec<String>,
    /// What becomes of private messages to an account, where they are not delivered.
    verdicts: HashMap<String, OutboxState>,
    /// What the bot may do in the rooms.
    rights: Rights,
}

impl World {
    /// A world on a fresh store in memory.
    pub fn memory() -> Self {
        Self::on(Arc::new(MemoryStore::default()))
    }

    /// A world on that store, at nine in the morning of Tuesday, 1 December 2026, in New York.
    pub fn on(store: Arc<dyn Store>) -> Self {
        let clock = Arc::new(HandClock::at(wall_clock(BEGINNING)));
        let defaults = Defaults {
            zone: serde_json::from_value(ZONE.into()).unwrap(),
            language: Language::English,
        };
        Self {
            app: App::new(store, clock.clone(), Arc::new(SeededIds::new(2026)), defaults),
            clock,
            room: "main".to_owned(),
            administrator: None,
            events: 0,
            seen: Vec::new(),
            verdicts: HashMap::new(),
            rights: Rights::default(),
        }
    }

    /// Sets the clock to a wall clock in New York, `2026-12-01 09:00`. Nothing falls due by that alone.
    pub fn at(&mut self, wall: &str) -> &mut Self {
        self.clock.set(wall_clock(wall));
        self
    }

    /// Keeps what has ended that long.
    pub fn keeping(&mut self, retention: Retention) -> &mut Self {
        self.app = self.app.clone().keeping(retention);
        self
    }

    /// Is reached by the world at that web address; at first it is not.
    pub fn reached_at(&mut self, public_url: &str) -> &mut Self {
        self.app = self.app.clone().reached_at(public_url);
        self
    }

    /// Goes to another room of the same place; every world begins in `main`.
    pub fn room(&mut self, room: &str) -> &mut Self {
        room.clone_into(&mut self.room);
        self
    }

    /// From now on private messages to somebody come to that: `ben` blocked the bot, say.
    pub fn private_messages_come_to(&mut self, name: &str, state: OutboxState) -> &mut Self {
        self.verdicts.insert(name.to_owned(), state);
        self
    }

    /// From now on the bot has those rights in the rooms; at first all that it needs.
    pub fn with_rights(&mut self, rights: Rights) -> &mut Self {
        self.rights = rights;
        self
    }

    /// The bot.
    pub const fn app(&self) -> &App {
        &self.app
    }

    /// The clock.
    pub fn clock(&self) -> &HandClock {
        &self.clock
    }

    /// Somebody types a command in the room; the answer as plain text. What only they see opens with a line that says so.
    pub async fn say(&mut self, name: &str, text: &str) -> String {
        let room = self.room.clone();
        self.act(name, room, false, Content::Typed(text.to_owned())).await
    }

    /// Somebody asks for something in the room that nobody else sees; the answer as plain text.
    pub async fn unseen(&mut self, name: &str, text: &str) -> String {
        let asked = self.inbound(name, self.room.clone(), false, Content::Typed(text.to_owned()));
        let row = self.answered(Inbound { unseen: true, ..asked }).await;
        self.deliver(&row).await;
        answer(&row, name)
    }

    /// Somebody types a command in their private room with the bot; the answer as plain text.
    pub async fn private(&mut self, name: &str, text: &str) -> String {
        self.act(name, format!("@{name}"), true, Content::Typed(text.to_owned()))
            .await
    }

    /// Somebody presses a button with that token in the room; the answer as plain text.
    pub async fn press(&mut self, name: &str, token: &str) -> String {
        self.does(name, Content::Action(token.to_owned())).await
    }

    /// Somebody does that in the room; the answer as plain text.
    pub async fn does(&mut self, name: &str, content: Content) -> String {
        let room = self.room.clone();
        self.act(name, room, false, content).await
    }

    /// Somebody types a command in the room; the answer as a card.
    pub async fn card(&mut self, name: &str, text: &str) -> Card {
        let inbound = self.inbound(name, self.room.clone(), false, Content::Typed(text.to_owned()));
        let row = self.answered(inbound).await;
        self.deliver(&row).await;
        row.card
    }

    async fn act(&mut self, name: &str, room: String, private: bool, content: Content) -> String {
        let inbound = self.inbound(name, room, private, content);
        let row = self.answered(inbound).await;
        self.deliver(&row).await;
        answer(&row, name)
    }

    /// Carries an event out, with what is asked for its sake: no event tells the standing of its author, and nobody knows
    /// who an anonymous one is.
    async fn answered(&self, mut inbound: Inbound) -> OutboxRow {
        let standing = std::mem::replace(&mut inbound.author.standing, Standing::Untold);
        let needs = self.app.asks(&inbound).await.unwrap();
        let told = Told {
            standing: needs.standing.then_some(standing),
            rights: needs.rights.then(|| self.rights.clone()),
        };
        answered_told(&self.app, &inbound, &told).await
    }

    /// The event of somebody's act, made the way [`say`](Self::say) makes it.
    pub fn inbound(&mut self, name: &str, room: String, private: bool, content: Content) -> Inbound {
        self.events += 1;
        let anonymous = name == ANONYMOUS;
        let standing = if !anonymous && *self.administrator.get_or_insert_with(|| name.to_owned()) == name {
            Standing::Administrator
        } else {
            Standing::Member
        };
        Inbound {
            event: self.events.to_string(),
            room: RoomAddress {
                platform: Platform::Console,
                place: PLACE.to_owned(),
                room,
                private,
            },
            place_name: PLACE.to_owned(),
            author: Author {
                account: if anonymous { PLACE } else { name }.to_owned(),
                name: name.to_owned(),
                standing,
                anonymous,
                handle: None,
                roles: Vec::new(),
            },
            content,
            on: None,
            edits: None,
            answer_by: None,
            prefix: None,
            said_at: None,
            unseen: false,
            received_at: self.clock.now(),
        }
    }

    /// Carries out what is due now and sends what may be sent now: `[#main] …` to a room, `[@ben] …` to an account.
    pub async fn post(&mut self) -> Vec<String> {
        let mut sent = Vec::new();
        while self.app.tick(100).await.unwrap() > 0 {}
        loop {
            let rows = self.lease().await;
            if rows.is_empty() {
                break;
            }
            for row in rows {
                self.deliver(&row).await;
                if self.verdict(&row) == OutboxState::Delivered {
                    sent.push(message(&row));
                }
            }
        }
        self.seen.extend_from_slice(&sent);
        sent
    }

    /// Everything that was sent since it was last asked for, answers not among it.
    pub fn seen(&mut self) -> Vec<String> {
        std::mem::take(&mut self.seen)
    }

    /// Lets time pass, `2h` or `1d12h` (w, d, h, m, s), stopping wherever something falls due or may be sent; what was sent.
    pub async fn advance(&mut self, length: &str) -> Vec<String> {
        self.pass_until(self.clock.now() + span(length)).await
    }

    /// Lets time pass until a wall clock in New York; what was sent.
    pub async fn advance_to(&mut self, wall: &str) -> Vec<String> {
        self.pass_until(wall_clock(wall)).await
    }

    /// Lets time pass while the bot is down; what was sent when it came back.
    pub async fn sleep_through(&mut self, length: &str) -> Vec<String> {
        self.clock.set(self.clock.now() + span(length));
        self.post().await
    }

    async fn pass_until(&mut self, end: Instant) -> Vec<String> {
        let mut sent = self.post().await;
        while let Some(next) = self.next().await.filter(|next| *next <= end) {
            assert!(next > self.clock.now(), "what is due at {next} does not get done");
            self.clock.set(next);
            sent.extend(self.post().await);
        }
        self.clock.set(end);
        sent
    }

    /// When something happens next.
    async fn next(&self) -> Option<Instant> {
        let mut unit = self.app.store().read().await.unwrap();
        let instants = [
            unit.next_due().await.unwrap(),
            post::next_sending(&mut *unit).await.unwrap(),
        ];
        instants.into_iter().flatten().min()
    }

    async fn lease(&self) -> Vec<OutboxRow> {
        let now = self.clock.now();
        let mut unit = self.app.store().begin().await.unwrap();
        let rows = post::lease(&mut *unit, NODE, now, now + TimeDelta::minutes(1), 100)
            .await
            .unwrap();
        unit.commit().await.unwrap();
        rows
    }

    async fn deliver(&self, row: &OutboxRow) {
        let now = self.clock.now();
        let hold = Lease {
            owner: NODE,
            until: now + TimeDelta::minutes(1),
        };
        let mut unit = self.app.store().begin().await.unwrap();
        assert!(
            unit.begin_sending(row.id, hold, now).await.unwrap(),
            "the world holds what it sends"
        );
        unit.commit().await.unwrap();
        let state = self.verdict(row);
        let attempted = Attempted {
            row: row.clone(),
            after: After::Settled(state),
            receipt: None,
            edits: None,
        };
        self.app.settle_attempts(NODE, &[attempted]).await.unwrap();
    }

    /// What the platform says of a message.
    fn verdict(&self, row: &OutboxRow) -> OutboxState {
        match &row.to {
            Address::Account { account, .. } => self.verdicts.get(account).copied(),
            Address::Room { .. } => None,
        }
        .unwrap_or(OutboxState::Delivered)
    }
}

/// Carries an event out, again where others came in between more often than the bot itself tries; its answer, which
/// nobody else takes to deliver.
pub async fn answered(app: &App, inbound: &Inbound) -> OutboxRow {
    answered_told(app, inbound, &Told::default()).await
}

/// The same as if the answer had been seen.
pub async fn answered_and_seen(app: &App, inbound: &Inbound) {
    let answer = answered(app, inbound).await;
    let mut unit = app.store().begin().await.unwrap();
    let settled = unit.settle_sending(answer.id, NODE, OutboxState::Delivered, app.clock().now());
    assert!(settled.await.unwrap(), "nobody else took it");
    unit.commit().await.unwrap();
}

/// The same with what the platform told for its sake.
async fn answered_told(app: &App, inbound: &Inbound, told: &Told) -> OutboxRow {
    let lease = Lease {
        owner: NODE,
        until: app.clock().now() + TimeDelta::days(365),
    };
    loop {
        match app.handle_told(inbound, told, lease).await {
            Err(Fault::Store(StoreError::Contended)) => {}
            handled => match handled.unwrap() {
                Handled::Answered(row) => return *row,
                Handled::Repeated => panic!("event {} came twice", inbound.event),
                Handled::Silent => panic!("event {} is not answered", inbound.event),
            },
        }
    }
}

fn answer(row: &OutboxRow, name: &str) -> String {
    let text = plain::render(&row.card);
    match &row.to {
        Address::Room { only_for: Some(_), .. } => format!("(only {name} sees this)\n{text}"),
        _ => text,
    }
}

fn message(row: &OutboxRow) -> String {
    let text = plain::render(&row.card);
    match &row.to {
        Address::Room { room, .. } => format!("[#{}] {text}", room.room),
        Address::Account { account, .. } => format!("[@{account}] {text}"),
    }
}

/// The instant of a wall clock in New York.
fn wall_clock(wall: &str) -> Instant {
    let local: jiff::civil::DateTime = wall.parse().unwrap();
    let at = local.in_tz(ZONE).unwrap().timestamp();
    DateTime::from_timestamp_micros(at.as_microsecond()).unwrap()
}

/// A length of time: numbers, each followed by w, d, h, m or s.
fn span(text: &str) -> TimeDelta {
    let mut total = TimeDelta::zero();
    for part in text.split_inclusive(|c: char| c.is_ascii_alphabetic()) {
        let (number, unit) = part.split_at(part.len() - 1);
        let count: i64 = number.parse().unwrap();
        total += match unit {
            "w" => TimeDelta::weeks(count),
            "d" => TimeDelta::days(count),
            "h" => TimeDelta::hours(count),
            "m" => TimeDelta::minutes(count),
            "s" => TimeDelta::seconds(count),
            _ => panic!("{text:?} is not a length of time"),
        };
    }
    total
}

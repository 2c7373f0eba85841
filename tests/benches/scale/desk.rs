//! A bot on a filled store, and people who talk to it.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use muster_adapter_console::PLACE;
use muster_core::app::App;
use muster_core::chrono::TimeDelta;
use muster_core::clock::{Clock, Instant};
use muster_core::door::Defaults;
use muster_core::ids::GroupId;
use muster_core::locale::Language;
use muster_core::reply::{Card, plain};
use muster_core::shift::search::Wanted;
use muster_core::store::{Store, UnitOfWork};
use muster_core::surface::{Author, Content, Inbound, Platform, RoomAddress, Standing};
use muster_core::testing::world::answered;
use muster_core::testing::{HandClock, SeededIds};
use muster_core::time::Zone;
use muster_storage::Database;
use tokio::runtime::Runtime;

use crate::shelf::{self, Kind, Shelved};
use crate::stock::Stock;

/// Nine in the morning of Tuesday, 1 December 2026, in New York.
const BEGINNING: &str = "2026-12-01T14:00:00Z";

/// How many are looked at in one step of a search.
const LOOKED_AT: u32 = 100;

/// A bot on a store.
#[derive(Clone)]
pub(crate) struct Desk {
    app: App,
    clock: Arc<HandClock>,
    seed: u64,
    events: Arc<AtomicU64>,
}

impl Desk {
    /// A bot on that store; `seed` keeps its ids and events apart from another's on the same one.
    pub(crate) fn on(store: Arc<dyn Store>, seed: u64) -> Self {
        let clock = Arc::new(HandClock::at(BEGINNING.parse().expect("an instant")));
        let defaults = Defaults {
            zone: Zone::parse("America/New_York").expect("a zone"),
            language: Language::English,
        };
        Self {
            app: App::new(store, clock.clone(), Arc::new(SeededIds::new(seed)), defaults),
            clock,
            seed,
            events: Arc::default(),
        }
    }

    pub(crate) fn now(&self) -> Instant {
        self.clock.now()
    }

    /// The group of the place that everybody talks in.
    pub(crate) async fn group(&self, unit: &mut dyn UnitOfWork) -> GroupId {
        let place = unit.place(Platform::Console, PLACE).await.expect("a place");
        place.expect("ana founded a group").group
    }

    pub(crate) async fn say(&self, name: &str, typed: &str) -> Card {
        let event = self.events.fetch_add(1, Ordering::Relaxed);
        let standing = if name == "ana" {
            Standing::Administrator
        } else {
            Standing::Member
        };
        let inbound = Inbound {
            event: format!("{}-{event}", self.seed),
            room: RoomAddress {
                platform: Platform::Console,
                place: PLACE.to_owned(),
                room: "main".to_owned(),
                private: false,
            },
            place_name: PLACE.to_owned(),
            author: Author::new(name, name, standing),
            content: Content::Typed(typed.to_owned()),
            on: None,
            edits: None,
            answer_by: None,
            prefix: None,
            said_at: None,
            unseen: false,
            received_at: self.now(),
        };
        answered(&self.app, &inbound).await.card
    }
}

/// A bot on a store of its own, for a bench.
pub(crate) struct Bench {
    desk: Desk,
    runtime: Runtime,
    /// Closed before its database goes.
    database: Database,
    _shelved: Shelved,
}

impl Bench {
    /// A desk with that stock.
    pub(crate) fn with(kind: Kind, stock: Stock) -> Self {
        let runtime = Runtime::new().expect("a runtime");
        let shelved = shelf::take(kind, stock);
        let database = runtime.block_on(shelved.open());
        let bench = Self {
            desk: Desk::on(database.store(), 2),
            runtime,
            database,
            _shelved: shelved,
        };
        bench.claim_and_drop();
        bench
    }

    /// Reads whom a shift may suit.
    pub(crate) fn looks_for_people(&self) {
        let people = self.runtime.block_on(async {
            let mut unit = self.database.store().read().await.expect("a unit of work");
            let group = self.desk.group(&mut *unit).await;
            let shift = unit.shift(group, 1).await.expect("a shift").expect("a shift").shift;
            let wanted = Wanted {
                group,
                shift: shift.id,
                team: None,
                skill: None,
                free: (shift.start.at, shift.ends_at()),
                since: self.desk.now() - TimeDelta::days(7),
                asks: 3,
            };
            unit.suitable(&wanted, LOOKED_AT).await.expect("people")
        });
        assert_eq!(people.len(), LOOKED_AT as usize);
    }

    /// What somebody sees of the coming week.
    pub(crate) fn week(&self) -> Card {
        let card = self.runtime.block_on(self.desk.say("ben", "shift list week"));
        let seen = plain::render(&card);
        assert!(
            seen.starts_with("501 shifts"),
            "those of the stock and the model: {seen}"
        );
        card
    }

    /// Two commands.
    pub(crate) fn claim_and_drop(&self) {
        self.runtime.block_on(async {
            self.desk.say("ben", "shift claim S1").await;
            self.desk.say("ben", "shift drop S1").await;
        });
    }

    /// A day passes, and what is due then is carried out.
    pub(crate) fn next_day(&self) -> u32 {
        self.desk.clock.set(self.desk.now() + TimeDelta::days(1));
        self.runtime.block_on(self.desk.app.tick(1_000)).expect("a tick")
    }

    /// Enters that many members in the register.
    pub(crate) fn crowd(&self, members: usize) {
        self.runtime.block_on(async {
            for member in 0..members {
                self.desk.say(&format!("member{member}"), "shift show S1").await;
            }
        });
    }

    /// Opens a poll among that many members and the two who are there already, and each of the many votes.
    pub(crate) fn poll(&self, voters: usize) {
        self.crowd(voters);
        let opened = self
            .runtime
            .block_on(self.desk.say("ana", "poll new Lunch? Pizza, Tacos who:everyone"));
        let card = plain::render(&opened);
        assert!(
            card.contains(&format!("of {}", voters + 2)),
            "who may vote is fixed: {card}"
        );
        for voter in 0..voters {
            self.votes(voter, "pizza");
        }
    }

    /// One of them votes, or changes their vote.
    pub(crate) fn votes(&self, voter: usize, choice: &str) {
        let (name, vote) = (format!("member{voter}"), format!("poll vote P1 {choice}"));
        let told = plain::render(&self.runtime.block_on(self.desk.say(&name, &vote)));
        assert!(told.contains("Your vote"), "{told}");
    }

    /// So many commands, claims and drops of one shift in turn, by that many members at once.
    pub(crate) fn rush(&self, members: usize, commands: usize) {
        self.runtime.block_on(async {
            let rushing: Vec<_> = (0..members)
                .map(|member| {
                    let desk = self.desk.clone();
                    tokio::spawn(async move {
                        let name = format!("member{member}");
                        for _ in 0..commands / members / 2 {
                            desk.say(&name, "shift claim S1").await;
                            desk.say(&name, "shift drop S1").await;
                        }
                    })
                })
                .collect();
            for member in rushing {
                member.await.expect("a member");
            }
        });
    }
}

//! What a message costs on its way out: its turn, and what is written down of it.
//!
//! `cargo bench --bench post`; the figures and what they mean stand in `docs/performance.md`.

use std::sync::Arc;

use divan::Bencher;
use divan::counter::ItemsCount;
use muster::engine::pacing::{Chat, Next, Pacer, Ticket, Urgency};
use muster_core::app::{App, Attempted, Lease};
use muster_core::chrono::{DateTime, TimeDelta};
use muster_core::clock::Instant;
use muster_core::delivery::After;
use muster_core::door::Defaults;
use muster_core::ids::OutboxId;
use muster_core::locale::Language;
use muster_core::reply::Card;
use muster_core::store::{OutboxKind, OutboxRow, OutboxState, Store};
use muster_core::surface::Address;
use muster_core::testing::{HandClock, SeededIds};
use muster_core::time::Zone;
use muster_storage::SqliteStore;
use muster_test_servers::profile::Profile;
use tempfile::TempDir;
use tokio::runtime::Runtime;

/// The platform with the tightest limits.
const PROFILE: Profile = Profile::NoIdempotency;
const MANY: usize = 100_000;

fn main() {
    divan::main();
}

fn beginning() -> Instant {
    DateTime::UNIX_EPOCH + TimeDelta::days(20_000)
}

fn ticket(n: usize) -> Ticket<usize> {
    Ticket {
        item: n,
        chat: Chat::Private(n.to_string().into()),
        urgency: Urgency::Broadcast,
        free: false,
    }
}

/// A pacer in which each of so many chats has a message waiting.
fn filled(chats: usize) -> Pacer<usize> {
    let mut pacer = Pacer::new(PROFILE.real_rates());
    for n in 0..chats {
        pacer.push(ticket(n), beginning());
    }
    pacer
}

/// A message is queued for each of so many chats.
#[divan::bench(args = [10, MANY])]
fn queue(bencher: Bencher<'_, '_>, chats: usize) {
    bencher
        .counter(ItemsCount::new(chats))
        .with_inputs(|| (0..chats).map(ticket).collect::<Vec<_>>())
        .bench_local_values(|tickets| {
            let mut pacer = Pacer::new(PROFILE.real_rates());
            for ticket in tickets {
                pacer.push(ticket, beginning());
            }
            pacer
        });
}

/// One message's turn comes, its attempt ends, and another one is queued for its chat, while so many chats wait.
#[divan::bench(args = [10, MANY], sample_size = 100)]
fn turn(bencher: Bencher<'_, '_>, chats: usize) {
    let mut pacer = filled(chats);
    let mut now = beginning();
    bencher.bench_local(|| {
        loop {
            match pacer.next(now) {
                Next::Send(permit, ticket) => {
                    pacer.ended(permit, now, now);
                    return pacer.push(ticket, now);
                }
                Next::Wait(until) => now = until,
                Next::Idle => panic!("they wait for nothing"),
            }
        }
    });
}

const NODE: &str = "the bench";
/// How many attempts are written down at once at the most.
const ATTEMPTS: usize = 64;

struct Post {
    app: App,
    store: SqliteStore,
    ids: SeededIds,
    runtime: Runtime,
    _folder: TempDir,
}

impl Post {
    fn new() -> Self {
        let runtime = Runtime::new().expect("a runtime");
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("muster.db");
        let store = runtime.block_on(async {
            let store = SqliteStore::open(path).await.expect("a database");
            store.migrate().await.expect("its tables");
            store
        });
        let defaults = Defaults {
            zone: Zone::utc(),
            language: Language::English,
        };
        let clock = Arc::new(HandClock::at(beginning()));
        Self {
            app: App::new(Arc::new(store.clone()), clock, Arc::new(SeededIds::new(1)), defaults),
            store,
            ids: SeededIds::new(2),
            runtime,
            _folder: folder,
        }
    }

    /// Messages that the platform has just taken.
    fn attempts(&self) -> Vec<Attempted> {
        let lease = Lease {
            owner: NODE,
            until: beginning() + TimeDelta::days(1),
        };
        self.runtime.block_on(async {
            let rows: Vec<_> = (0..ATTEMPTS).map(|n| self.message(n)).collect();
            let mut unit = self.store.begin().await.expect("a unit of work");
            for row in &rows {
                assert!(unit.enqueue(row).await.expect("a message is saved"));
            }
            let limit = u32::try_from(ATTEMPTS).unwrap_or(u32::MAX);
            let leased = unit.lease(PROFILE.platform(), OutboxKind::Reminder, lease, beginning(), limit);
            let rows = leased.await.expect("they are free");
            unit.commit().await.expect("a commit");
            let ids: Vec<_> = rows.iter().map(|row| row.id).collect();
            let begun = self.app.begin(&ids, lease).await.expect("they are held");
            assert_eq!(begun.len(), ATTEMPTS);
            let attempted = |row| Attempted {
                row,
                after: After::Settled(OutboxState::Delivered),
                receipt: Some("m1".to_owned()),
                edits: None,
            };
            rows.into_iter().map(attempted).collect()
        })
    }

    fn message(&self, n: usize) -> OutboxRow {
        let id = OutboxId::new(&self.ids, beginning());
        OutboxRow {
            id,
            key: format!("bench/{id:?}"),
            kind: OutboxKind::Reminder,
            to: Address::Account {
                platform: PROFILE.platform(),
                account: n.to_string(),
            },
            person: None,
            author: None,
            card: Card::new().line("Canvass Ward 3 begins at 10am"),
            language: Language::English,
            about: None,
            state: OutboxState::Pending,
            not_before: beginning(),
            created_at: beginning(),
            owner: None,
            leased_until: None,
            attempts: 0,
            doubtful_since: None,
        }
    }
}

/// What became of 64 attempts is written down on an SQLite file with `synchronous=FULL`, in one commit.
#[divan::bench(sample_count = 50, sample_size = 1)]
fn settle_on_sqlite(bencher: Bencher<'_, '_>) {
    let post = Post::new();
    bencher
        .counter(ItemsCount::new(ATTEMPTS))
        .with_inputs(|| post.attempts())
        .bench_local_values(|attempts| {
            let settled = post.app.settle_attempts(NODE, &attempts);
            post.runtime.block_on(settled).expect("they are written down");
        });
}

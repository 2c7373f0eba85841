//! What a command costs: to read it, and to carry it out on an SQLite file, with few and many shifts stored.
//!
//! `cargo bench --bench desk`; the figures and what they mean stand in `docs/performance.md`.

use std::sync::Arc;

use divan::Bencher;
use divan::counter::ItemsCount;
use muster_core::catalogue::{self, RawInvocation};
use muster_core::locale::Language;
use muster_core::store::Store;
use muster_core::testing::World;
use muster_core::testing::memory::MemoryStore;
use muster_core::time::{Frame, Zone};
use muster_storage::SqliteStore;
use tempfile::TempDir;
use tokio::runtime::Runtime;

fn main() {
    divan::main();
}

/// From typed words to a command with typed arguments.
#[divan::bench(args = [
    "shift claim S12",
    "shift add Canvass Ward 3 sat 10am-1pm needs:driver=2,knocker=6 at:\"Main Library\"",
    "poll new Pizza or tacos? pizza, tacos, both please until:fri 6pm",
])]
fn read(bencher: Bencher<'_, '_>, typed: &str) {
    let raw = RawInvocation {
        text: typed.to_owned(),
        named: Vec::new(),
    };
    let now = "2026-12-01T14:00:00Z".parse().unwrap_or_default();
    let frame = Frame {
        now,
        zone: Zone::utc(),
        language: Language::English,
    };
    bencher.bench(|| catalogue::find(&raw).and_then(|spec| catalogue::decode(spec, &raw, &frame)));
}

struct Desk {
    world: World,
    runtime: Runtime,
    _folder: TempDir,
}

impl Desk {
    /// A desk with that many shifts, on an SQLite file or in memory.
    fn with(shifts: usize, sqlite: bool) -> Self {
        let runtime = Runtime::new().expect("a runtime");
        let folder = tempfile::tempdir().expect("a folder");
        let store: Arc<dyn Store> = if sqlite {
            let path = folder.path().join("muster.db");
            Arc::new(runtime.block_on(async {
                let store = SqliteStore::open(path).await.expect("a database");
                store.migrate().await.expect("its tables");
                store
            }))
        } else {
            Arc::new(MemoryStore::default())
        };
        let mut world = runtime.block_on(async { World::on(store) });
        for _ in 0..shifts {
            runtime.block_on(world.say("ana", "shift add Canvass sat 10am-1pm needs:6"));
        }
        Self {
            world,
            runtime,
            _folder: folder,
        }
    }

    /// A claim and a drop: two commands.
    fn claim_and_drop(&mut self) {
        self.runtime.block_on(async {
            self.world.say("ben", "shift claim S1").await;
            self.world.say("ben", "shift drop S1").await;
        });
    }
}

/// Two commands, committed to an SQLite file with `synchronous=FULL`, with so many shifts stored.
#[divan::bench(args = [10, 1000], sample_count = 50)]
fn claim_and_drop_on_sqlite(bencher: Bencher<'_, '_>, shifts: usize) {
    let mut desk = Desk::with(shifts, true);
    bencher
        .counter(ItemsCount::new(2_usize))
        .bench_local(|| desk.claim_and_drop());
}

/// The same in memory: what is the bot's own and not the database's.
#[divan::bench(args = [10], sample_count = 50)]
fn claim_and_drop_in_memory(bencher: Bencher<'_, '_>, shifts: usize) {
    let mut desk = Desk::with(shifts, false);
    bencher
        .counter(ItemsCount::new(2_usize))
        .bench_local(|| desk.claim_and_drop());
}

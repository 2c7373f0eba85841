//! What a desk costs as it grows: a claim, a vote, a tick, a look for people, the view of a week and a cold start with a thousand and with a million rows stored, and
//! many claimers against one, on both databases.
//!
//! `cargo bench --bench scale`; one part of it: `cargo bench --bench scale -- claim`. The figures and what they mean
//! stand in `docs/performance.md`. The big stores take some minutes to fill, once a run.
#![expect(clippy::print_stderr, reason = "filling takes minutes, and says so")]

mod desk;
mod shelf;
mod stock;
mod week;

use std::process::Command;

use divan::Bencher;
use divan::counter::ItemsCount;

use desk::Bench;
use muster_core::picture::Theme;
use muster_core::reply::Block;
use shelf::Kind::{self, Postgres, Sqlite};
use stock::{REMINDERS_A_DAY, Stock};

const FEW: usize = 1_000;
const SOME: usize = 10_000;
const MANY: usize = 1_000_000;

const fn stock(shifts: usize, reminders: usize) -> Stock {
    Stock {
        members: 0,
        shifts,
        reminders,
        week: 0,
    }
}

/// A large group's week.
const WEEK: Stock = Stock {
    members: 2_000,
    shifts: 0,
    reminders: 0,
    week: 500,
};

fn main() {
    divan::main();
}

/// Two commands, a claim and a drop, with so many shifts stored in the group.
#[divan::bench(args = [(Sqlite, FEW), (Sqlite, MANY), (Postgres, FEW), (Postgres, MANY)], sample_count = 200, sample_size = 1)]
fn claim(bencher: Bencher<'_, '_>, (kind, shifts): (Kind, usize)) {
    let desk = Bench::with(kind, stock(shifts, 0));
    bencher
        .counter(ItemsCount::new(2_usize))
        .bench_local(|| desk.claim_and_drop());
}

/// The first hundred whom a shift may suit, of so many members who agreed to private messages.
#[divan::bench(args = [(Sqlite, FEW), (Sqlite, MANY), (Postgres, FEW), (Postgres, MANY)], sample_count = 100, sample_size = 1)]
fn suitable(bencher: Bencher<'_, '_>, (kind, members): (Kind, usize)) {
    let crowd = Stock {
        members,
        ..Stock::default()
    };
    let desk = Bench::with(kind, crowd);
    bencher.bench_local(|| desk.looks_for_people());
}

/// `shift list week` in a group of 2,000 members with 500 shifts in the week; its picture is drawn where it is sent.
#[divan::bench(args = [Sqlite, Postgres], sample_count = 100, sample_size = 1)]
fn week_view(bencher: Bencher<'_, '_>, kind: Kind) {
    let desk = Bench::with(kind, WEEK);
    bencher.bench_local(|| desk.week());
}

/// The picture of that week, from the drawing to the PNG.
#[divan::bench(sample_count = 100, sample_size = 1)]
fn week_picture(bencher: Bencher<'_, '_>) {
    let card = Bench::with(Sqlite, WEEK).week();
    let mut drawings = card.blocks.iter().filter_map(|block| match block {
        Block::Picture(picture) => Some(&picture.drawing),
        _ => None,
    });
    let drawing = drawings.next().expect("the week has a picture");
    bencher.bench_local(|| muster_picture::png(drawing, Theme::Light).expect("it is drawn"));
}

/// Two votes, a change of mind and back, in a poll whose voters are fixed and have all voted.
#[divan::bench(args = [(Sqlite, 20), (Sqlite, 2_000), (Postgres, 20), (Postgres, 2_000)], sample_count = 100, sample_size = 1)]
fn vote(bencher: Bencher<'_, '_>, (kind, voters): (Kind, usize)) {
    let desk = Bench::with(kind, Stock::default());
    desk.poll(voters);
    bencher.counter(ItemsCount::new(2_usize)).bench_local(|| {
        desk.votes(0, "tacos");
        desk.votes(0, "pizza");
    });
}

/// A tick at which a hundred reminders are due, with so many stored.
#[divan::bench(args = [(Sqlite, SOME), (Sqlite, MANY), (Postgres, SOME), (Postgres, MANY)], sample_count = 20, sample_size = 1)]
fn tick(bencher: Bencher<'_, '_>, (kind, reminders): (Kind, usize)) {
    let desk = Bench::with(kind, stock(0, reminders));
    bencher
        .counter(ItemsCount::new(REMINDERS_A_DAY))
        .bench_local(|| desk.next_day());
}

/// From the start of the process to its end, with nothing typed, on such a store.
#[divan::bench(args = [(Sqlite, FEW), (Sqlite, MANY), (Postgres, FEW), (Postgres, MANY)], sample_count = 20, sample_size = 1)]
fn cold_start(bencher: Bencher<'_, '_>, (kind, shifts): (Kind, usize)) {
    let shelved = shelf::take(kind, stock(shifts, shifts));
    bencher.bench_local(|| {
        let output = Command::new(env!("CARGO_BIN_EXE_muster"))
            .args(["console", "--as", "ana", "--room", "main"])
            .env("MUSTER_DATABASE_URL", shelved.url())
            .stdin(std::process::Stdio::null())
            .output()
            .expect("the binary runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    });
}

/// Claims and drops of one seat by one member, and by 64 at once: commands a second tell the goodput.
#[divan::bench(args = [(Sqlite, 1), (Sqlite, 64), (Postgres, 1), (Postgres, 64)], sample_count = 20, sample_size = 1)]
fn goodput(bencher: Bencher<'_, '_>, (kind, claimers): (Kind, usize)) {
    const COMMANDS: usize = 512;
    let desk = Bench::with(kind, stock(1, 0));
    desk.crowd(claimers);
    bencher
        .counter(ItemsCount::new(COMMANDS))
        .bench_local(|| desk.rush(claimers, COMMANDS));
}

/// Filling an empty database with a thousand members and a thousand shifts; what is said meanwhile is its size.
#[divan::bench(args = [Sqlite, Postgres], sample_count = 1, sample_size = 1)]
fn a_thousand(kind: Kind) {
    let thousand = Stock {
        members: FEW,
        shifts: FEW,
        ..Stock::default()
    };
    shelf::take(kind, Stock::default());
    shelf::take(kind, thousand);
}

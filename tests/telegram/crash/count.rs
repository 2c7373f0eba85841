//! What was lost, and what was seen twice.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use muster_core::store::OutboxKind;
use muster_core::surface::Platform;
use muster_storage::Database;
use muster_test_servers::crowd::{Town as _, reminder};
use muster_test_servers::once::{MARK, Once};
use muster_test_servers::telegram::{Breach, Seen, UserId};

use super::Size;
use super::load::{Job, Load, RAIN, Way};
use super::mishaps::Mishaps;
use super::town::Town;

/// What is said to somebody whose first claim it is.
const CLAIMED: &str = "You are in S1, Canvass.";
/// What would be said to them for the same claim a second time.
const ALREADY: &str = "You are in S1 already.";

/// At most once in so many kills more is sent than the platform allows.
const KILLS_A_REFUSAL: usize = 10;

#[derive(Debug, Default)]
pub(crate) struct Counts {
    copies: Once,
    reminders: Once,
    /// Tasks that were added: what is kept of them.
    tasks: Once,
    claims: Once,
    /// What was said to whoever typed.
    answers: Once,
    /// What was said to whoever tapped, in place or in a message.
    taps: Once,
    marked: usize,
    /// Commands that took effect a second time, by what was said.
    said_again: usize,
    /// Messages that may have been seen, and by rule were not sent again.
    left_unknown: usize,
    left_in_store: usize,
    unacknowledged: usize,
    refused_for_rate: u64,
    breaches: Vec<Breach>,
}

impl Counts {
    pub(crate) fn of(town: &Town, load: &Load, size: Size, database: &str) -> Self {
        let kept = Kept::of(town, load, database);
        let mut counts = Self {
            left_unknown: kept.unknown,
            left_in_store: kept.left,
            breaches: town.api.breaches(),
            refused_for_rate: town.api.refused_for_rate(),
            ..Self::default()
        };
        counts.see_kept(load, &kept);
        town.api.look(|seen| {
            counts.unacknowledged = seen.pending;
            counts.see_personal(seen, town, load, size);
            counts.see_answers(seen, town, load);
        });
        counts
    }

    fn see_kept(&mut self, load: &Load, kept: &Kept) {
        for job in &load.jobs {
            count(&mut self.tasks, kept.tasks.get(&job.name).copied().unwrap_or_default());
        }
        for n in &load.claims {
            count(&mut self.claims, usize::from(kept.seated.contains(n)));
        }
    }

    /// Copies of broadcasts, and reminders.
    fn see_personal(&mut self, seen: &Seen, town: &Town, load: &Load, size: Size) {
        for (n, person) in town.people.iter().enumerate() {
            let theirs: Vec<&str> = seen.from_bot(person).map(|shown| shown.text.as_str()).collect();
            let with =
                |words: &str| -> Vec<&str> { theirs.iter().filter(|text| text.contains(words)).copied().collect() };
            for broadcast in 1..=load.broadcasts {
                self.copies.see(&with(&format!("{RAIN} {broadcast}.")));
            }
            if n < size.reminders {
                self.reminders.see(&with(&reminder(n)));
            }
            self.marked += with(MARK).len();
        }
    }

    fn see_answers(&mut self, seen: &Seen, town: &Town, load: &Load) {
        for job in &load.jobs {
            let texts = told(seen, town, job.by, &job.name);
            match job.way {
                Way::TappedInGroup => self.taps.see(&texts),
                Way::TypedInGroup | Way::TypedInPrivate => self.answers.see(&texts),
            }
        }
        for n in &load.claims {
            self.taps.see(&told(seen, town, *n, CLAIMED));
            self.said_again += told(seen, town, *n, ALREADY).len();
        }
    }

    pub(crate) fn must_be_right(&self, mishaps: &Mishaps, kills: usize) {
        for once in [&self.copies, &self.reminders, &self.tasks, &self.claims] {
            assert_eq!((once.lost, once.doubled), (0, 0), "{self}");
        }
        // A card that may have been seen is not sent again: two would contradict each other.
        assert_eq!(self.answers.doubled, 0, "{self}");
        assert!(self.answers.lost + self.taps.lost <= self.left_unknown, "{self}");
        // An answer in place of which nobody knows whether it was seen is given once more, in a message.
        assert!(self.taps.doubled <= mishaps.of_taps, "{self}");
        let left = (self.said_again, self.left_in_store, self.unacknowledged);
        assert_eq!(left, (0, 0, 0), "{self}");
        // After a kill nobody remembers an edit, nor an answer in place that became a message: the chat is paused for a
        // moment, and nothing is lost.
        let few = u64::try_from(kills / KILLS_A_REFUSAL).unwrap();
        assert!(
            self.refused_for_rate <= few,
            "the pace is kept through the kills: {self}"
        );
        assert_eq!(self.breaches, [], "{self}");
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "copies {}; reminders {}; tasks {}; claims {}; answers {}; answers to taps {}; {} marked, {} left unknown, {} \
             refused for the rate",
            self.copies,
            self.reminders,
            self.tasks,
            self.claims,
            self.answers,
            self.taps,
            self.marked,
            self.left_unknown,
            self.refused_for_rate
        )
    }
}

/// Counts one thing that is there so often.
fn count(once: &mut Once, times: usize) {
    once.lost += usize::from(times == 0);
    once.doubled += times.saturating_sub(1);
}

/// What with those words in it somebody was told: in place, then in private, then in the group.
fn told<'a>(seen: &'a Seen, town: &Town, n: usize, words: &str) -> Vec<&'a str> {
    let person = &town.people[n];
    let toasts = seen
        .toasts_of(UserId::from(person))
        .filter_map(|toast| toast.text.as_deref());
    let private = seen.from_bot(person).map(|shown| shown.text.as_str());
    let here = seen
        .from_bot(&town.group)
        .filter(|_| words != CLAIMED && words != ALREADY);
    let here = here.map(|shown| shown.text.as_str());
    toasts
        .chain(private)
        .chain(here)
        .filter(|text| text.contains(words))
        .collect()
}

/// What the database holds in the end.
struct Kept {
    /// How often each task is there.
    tasks: BTreeMap<String, usize>,
    /// Which members have a seat in S1.
    seated: BTreeSet<usize>,
    /// How many messages are settled as unknown.
    unknown: usize,
    /// How many events wait, and messages that are not settled.
    left: usize,
}

impl Kept {
    fn of(town: &Town, load: &Load, database: &str) -> Self {
        let runtime = tokio::runtime::Runtime::new().unwrap();
        runtime.block_on(async {
            let database = Database::open(&database.parse().unwrap()).await.unwrap();
            let store = database.store();
            let mut unit = store.read().await.unwrap();
            let place = unit.place(Platform::Telegram, &town.square().place).await.unwrap();
            let group = place.unwrap().group;
            let mut tasks = BTreeMap::new();
            for task in unit.open_tasks(group).await.unwrap() {
                *tasks.entry(task.title).or_default() += 1;
            }
            let roster = unit.shift(group, 1).await.unwrap().unwrap();
            let mut seated = BTreeSet::new();
            for n in 0..town.people.len() {
                let account = unit.account(Platform::Telegram, &town.account(n)).await.unwrap();
                let person = account.unwrap().person;
                let seats = roster.seats.iter().filter(|seat| seat.holder.member() == Some(person));
                seated.extend(seats.map(|_| n));
            }
            assert_eq!(roster.seats.len(), seated.len(), "every seat is somebody's, once");
            // The last report may still be on its way.
            let depths = unit.outbox_depth().await.unwrap().into_iter();
            let outbox: u64 = depths
                .filter(|depth| depth.kind != OutboxKind::Notice)
                .map(|depth| depth.messages)
                .sum();
            let unknown = usize::try_from(unit.count_unknown().await.unwrap()).unwrap();
            let left = usize::try_from(outbox + unit.inbox_depth().await.unwrap()).unwrap();
            drop(unit);
            database.close().await;
            let strange: Vec<_> = tasks.keys().filter(|title| !is_known(title, &load.jobs)).collect();
            assert!(strange.is_empty(), "nobody added {strange:?}");
            Self {
                tasks,
                seated,
                unknown,
                left,
            }
        })
    }
}

fn is_known(title: &str, jobs: &[Job]) -> bool {
    jobs.iter().any(|job| job.name == title)
}

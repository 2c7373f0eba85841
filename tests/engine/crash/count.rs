//! What was lost, and what was seen twice.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use muster_core::store::OutboxKind;
use muster_storage::Database;
use muster_test_servers::crowd::{member, reminder};
use muster_test_servers::once::{MARK, Once};
use muster_test_servers::platform::{Seen, TestPlatform};
use muster_test_servers::profile::Profile;

use super::Size;
use super::load::{Load, RAIN};
use super::square::PLACE;

#[derive(Debug, Default)]
pub(crate) struct Counts {
    /// Whether the platform is told what was accepted.
    fetches: bool,
    copies: Once,
    reminders: Once,
    answers: Once,
    tasks: Once,
    /// Tasks that were answered and are not kept.
    answered_in_vain: usize,
    known_again: u32,
    marked: usize,
    /// Messages that may have been seen, and by policy were not sent again.
    left_unknown: usize,
    left_in_store: usize,
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            copies,
            reminders,
            answers,
            tasks,
            ..
        } = self;
        write!(
            f,
            "copies {copies}; reminders {reminders}; answers {answers}; tasks {tasks}; {} marked, {} left unknown, {} known again",
            self.marked, self.left_unknown, self.known_again
        )
    }
}

impl Counts {
    pub(crate) fn of(profile: Profile, platform: &TestPlatform, load: &Load, size: Size, database: &str) -> Self {
        let seen = platform.seen();
        let mut counts = Self {
            fetches: profile != Profile::Deadline,
            ..Self::default()
        };
        counts.see_personal(&seen, load, size);
        counts.see_commands(&seen, load, database);
        counts.marked = seen.messages.iter().filter(|shown| shown.text.contains(MARK)).count();
        counts.known_again = seen.messages.iter().map(|shown| shown.known_again).sum();
        counts
    }

    /// Copies of broadcasts, and reminders.
    fn see_personal(&mut self, seen: &Seen, load: &Load, size: Size) {
        let mut texts: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for shown in seen.messages.iter().filter(|shown| shown.is_private()) {
            if let muster_test_servers::wire::Chat::Private(account) = &shown.chat {
                texts.entry(account).or_default().push(&shown.text);
            }
        }
        for n in 0..size.people {
            let name = member(n);
            let theirs = texts.get(name.as_str()).map_or(&[][..], Vec::as_slice);
            let with =
                |words: &str| -> Vec<&str> { theirs.iter().filter(|text| text.contains(words)).copied().collect() };
            for broadcast in 1..=load.broadcasts {
                self.copies.see(&with(&format!("{RAIN} {broadcast}.")));
            }
            if n < size.reminders {
                self.reminders.see(&with(&reminder(n)));
            }
        }
    }

    /// Commands: their answers, and what is kept of them.
    fn see_commands(&mut self, seen: &Seen, load: &Load, database: &str) {
        let kept = Kept::of(database);
        self.left_in_store = kept.left;
        self.left_unknown = kept.unknown;
        for (job, event) in &load.jobs {
            let is_accepted = kept.events.contains(event);
            let was_acknowledged = seen.event(event).is_some_and(|event| event.acknowledged);
            // Of a platform that pushes nobody can see what was accepted but in the inbox.
            self.tasks.lost += usize::from(was_acknowledged && !is_accepted && self.fetches);
            let answers: Vec<&str> = seen.answers_to(event).map(|shown| shown.text.as_str()).collect();
            let times = kept.tasks.get(job).copied().unwrap_or_default();
            if is_accepted {
                self.answers.see(&answers);
                self.tasks.lost += usize::from(times == 0);
            }
            self.tasks.doubled += times.saturating_sub(1);
            self.answered_in_vain += usize::from(times == 0 && answers.iter().any(|text| text.contains(job)));
        }
        let strange: BTreeSet<_> = kept
            .tasks
            .keys()
            .filter(|job| !load.names().contains(job.as_str()))
            .collect();
        assert!(strange.is_empty(), "nobody added {strange:?}");
    }

    pub(crate) fn must_be_right(&self, profile: Profile) {
        for once in [&self.copies, &self.reminders, &self.tasks] {
            assert_eq!((once.lost, once.doubled), (0, 0), "{self}");
        }
        // A card that may have been seen is not sent again: two would contradict each other.
        assert_eq!(self.answers.doubled, 0, "{self}");
        assert!(self.answers.lost <= self.left_unknown, "{self}");
        assert_eq!((self.answered_in_vain, self.left_in_store), (0, 0), "{self}");
        if profile != Profile::NoIdempotency {
            let repeated = self.copies.repeated + self.reminders.repeated + self.answers.repeated;
            assert_eq!((repeated, self.marked, self.left_unknown), (0, 0, 0), "{self}");
        }
    }
}

/// What the database holds in the end.
struct Kept {
    /// How often each task is there.
    tasks: BTreeMap<String, usize>,
    /// The events that were accepted.
    events: BTreeSet<String>,
    /// How many messages are settled as unknown.
    unknown: usize,
    /// How many events wait, and messages that are not settled.
    left: usize,
}

impl Kept {
    fn of(database: &str) -> Self {
        let runtime = tokio::runtime::Runtime::new().unwrap();
        runtime.block_on(async {
            let database = Database::open(&database.parse().unwrap()).await.unwrap();
            let store = database.store();
            let mut unit = store.read().await.unwrap();
            let mut tasks = BTreeMap::new();
            for platform in muster_core::surface::Platform::ALL {
                if let Some(place) = unit.place(platform, PLACE).await.unwrap() {
                    for task in unit.open_tasks(place.group).await.unwrap() {
                        *tasks.entry(task.title).or_default() += 1;
                    }
                }
            }
            // The last report may still be on its way.
            let depths = unit.outbox_depth().await.unwrap().into_iter();
            let outbox: u64 = depths
                .filter(|depth| depth.kind != OutboxKind::Notice)
                .map(|depth| depth.messages)
                .sum();
            let mut events = BTreeSet::new();
            for platform in muster_core::surface::Platform::ALL {
                for name in (0..40).map(member) {
                    let theirs = unit.events_of(platform, &name).await.unwrap();
                    events.extend(theirs.into_iter().map(|key| key.event));
                }
            }
            let unknown = usize::try_from(unit.count_unknown().await.unwrap()).unwrap();
            let left = outbox + unit.inbox_depth().await.unwrap();
            drop(unit);
            database.close().await;
            Self {
                tasks,
                events,
                unknown,
                left: usize::try_from(left).unwrap(),
            }
        })
    }
}

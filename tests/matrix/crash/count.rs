//! What was lost, and what was seen twice.

use std::collections::BTreeMap;
use std::fmt;

use muster_core::surface::Platform;
use muster_storage::Database;
use muster_test_servers::matrix::{Person, RoomId, Sealed};
use muster_test_servers::once::Once;

use super::load::{Broadcast, Load};
use super::town::{Group, Town};

#[derive(Debug, Default)]
pub(crate) struct Counts {
    /// Tasks that were added: what is kept of them.
    tasks: Once,
    /// What was said to whoever typed.
    answers: Once,
    copies: Once,
    /// Seats that are not as the last command of each member left them.
    wrong_seats: usize,
    /// What people have no key for.
    unreadable: usize,
    /// How often the bot said that it had none.
    complaints: usize,
    left_unknown: u64,
    left_in_store: u64,
}

impl Counts {
    pub(crate) fn of(town: &Town, load: &Load) -> Self {
        let mut counts = Self::default();
        counts.see_kept(town, load);
        for said in &load.said {
            count(&mut counts.answers, said.answers(town));
        }
        for number in 1..=load.broadcasts {
            count(&mut counts.copies, Broadcast::new(number).copies(town));
        }
        for group in &town.groups {
            for (person, home) in group.people.iter().zip(&group.homes) {
                counts.see_room(town, person, &group.square);
                counts.see_room(town, person, home);
            }
        }
        counts
    }

    fn see_room(&mut self, town: &Town, person: &Person, room: &RoomId) {
        person.look_at(room, |room| {
            for shown in room.from(town.muster.id()) {
                self.unreadable += usize::from(shown.sealed == Sealed::Unreadable);
                self.complaints += usize::from(shown.body().contains("could not decrypt"));
            }
        });
    }

    /// What the database holds.
    fn see_kept(&mut self, town: &Town, load: &Load) {
        let runtime = tokio::runtime::Runtime::new().unwrap();
        let url = format!("sqlite:{}", town.bot.folder().join("muster.db").display());
        runtime.block_on(async {
            let database = Database::open(&url.parse().unwrap()).await.unwrap();
            let mut tasks: BTreeMap<String, usize> = BTreeMap::new();
            for (number, group) in town.groups.iter().enumerate() {
                let (titles, seats) = kept(&database, group).await;
                for title in titles {
                    *tasks.entry(title).or_default() += 1;
                }
                self.wrong_seats += usize::from(load.seated[number] != (seats == 1) || seats > 1);
            }
            let added: Vec<&String> = load.said.iter().filter_map(|said| said.task.as_ref()).collect();
            for task in &added {
                count(&mut self.tasks, tasks.get(*task).copied().unwrap_or_default());
            }
            assert!(tasks.keys().all(|task| added.contains(&task)), "nobody added {tasks:?}");
            let store = database.store();
            let mut unit = store.read().await.unwrap();
            self.left_unknown = unit.count_unknown().await.unwrap();
            let waiting = unit
                .outbox_depth()
                .await
                .unwrap()
                .iter()
                .map(|depth| depth.messages)
                .sum::<u64>();
            self.left_in_store = waiting + unit.inbox_depth().await.unwrap();
            drop(unit);
            database.close().await;
        });
    }

    pub(crate) fn must_be_right(&self) {
        for once in [&self.tasks, &self.answers, &self.copies] {
            assert_eq!((once.lost, once.doubled), (0, 0), "{self}");
        }
        let odd = (self.wrong_seats, self.unreadable, self.complaints);
        assert_eq!(odd, (0, 0, 0), "{self}");
        assert_eq!((self.left_unknown, self.left_in_store), (0, 0), "{self}");
    }
}

/// The titles of a group's open tasks, and how many seats of its shift are taken.
async fn kept(database: &Database, group: &Group) -> (Vec<String>, usize) {
    let store = database.store();
    let mut unit = store.read().await.unwrap();
    let place = unit.place(Platform::Matrix, &group.square.0).await.unwrap();
    let group = place.unwrap().group;
    let tasks = unit.open_tasks(group).await.unwrap();
    let roster = unit.shift(group, 1).await.unwrap().unwrap();
    (tasks.into_iter().map(|task| task.title).collect(), roster.seats.len())
}

/// Counts one thing that is there so often.
fn count(once: &mut Once, times: usize) {
    once.lost += usize::from(times == 0);
    once.doubled += times.saturating_sub(1);
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "tasks {}; answers {}; copies {}; {} wrong seats, {} unreadable, {} complaints, {} left unknown, {} left in the \
             store",
            self.tasks,
            self.answers,
            self.copies,
            self.wrong_seats,
            self.unreadable,
            self.complaints,
            self.left_unknown,
            self.left_in_store
        )
    }
}

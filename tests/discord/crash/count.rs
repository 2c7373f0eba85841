//! What was lost, what was seen twice, and what was left half done.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use muster_core::store::OutboxKind;
use muster_core::surface::Platform;
use muster_storage::Database;
use muster_test_servers::crowd::{Town as _, reminder};
use muster_test_servers::discord::{Answer, Author, Breach, Seen, Shown};
use muster_test_servers::once::{MARK, Once};

use super::Size;
use super::load::{Load, RAIN};
use super::town::Town;

/// What is said to somebody whose first claim it is.
const CLAIMED: &str = "You are in S1, Canvass.";
/// What would be said to them for the same claim a second time.
const ALREADY: &str = "You are in S1 already.";

#[derive(Debug, Default)]
pub(crate) struct Counts {
    copies: Once,
    reminders: Once,
    /// Acts that took effect, and were told once.
    done: usize,
    /// Acts that did not, and whoever did them saw that nobody answered.
    failed: usize,
    /// Mentions that nobody heard.
    unheard: usize,
    /// Acts that took effect, after it was seen that nobody answered in time: they are told later.
    told_later: usize,
    /// Acts that took effect and were not told: nobody knows whether the answer was seen, and by rule it is not given again
    /// once Discord does not know it again.
    untold: usize,
    /// What happened to an act beside all that.
    half_done: Vec<String>,
    /// Copies and reminders that say that they may have been seen before.
    marked: usize,
    /// Messages that may have been seen, and by rule were not sent again.
    left_unknown: usize,
    left_in_store: usize,
    known_again: u64,
    refused_for_rate: BTreeMap<&'static str, u64>,
    open_mentions: u64,
    breaches: Vec<Breach>,
}

impl Counts {
    pub(crate) fn of(town: &Town, load: &Load, size: Size, database: &str) -> Self {
        let kept = Kept::of(town, load, database);
        let mut counts = Self {
            left_unknown: kept.unknown,
            left_in_store: kept.left,
            breaches: town.discord.breaches(),
            ..Self::default()
        };
        town.discord.look(|seen| {
            counts.known_again = seen.repeated;
            counts.refused_for_rate = seen.refused_for_rate.clone();
            counts.open_mentions = seen.open_mentions;
            counts.see_personal(seen, town, load, size);
            for job in &load.jobs {
                let effects = kept.tasks.get(&job.name).copied().unwrap_or_default();
                let answer = job.asked.map(|asked| seen.answer(asked));
                counts.see_act(&job.name, effects, told(seen, town, job.by, &job.name), answer);
            }
            for claim in &load.claims {
                let effects = usize::from(kept.seated.contains(&claim.by));
                let told_now = told(seen, town, claim.by, CLAIMED);
                let again = told(seen, town, claim.by, ALREADY);
                let name = format!("claim {}", claim.by);
                counts.see_act(&name, effects, told_now + again, Some(seen.answer(claim.asked)));
            }
        });
        counts
    }

    /// Copies of broadcasts, and reminders.
    fn see_personal(&mut self, seen: &Seen, town: &Town, load: &Load, size: Size) {
        for (n, home) in town.homes.iter().enumerate() {
            let theirs: Vec<String> = seen.from_bot(*home).map(Shown::words).collect();
            let with = |words: &str| -> Vec<&str> {
                let texts = theirs.iter().map(String::as_str);
                texts.filter(|text| text.contains(words)).collect()
            };
            for broadcast in 1..=load.broadcasts {
                self.copies.see(&with(&format!("{RAIN} {broadcast}.")));
            }
            if n < size.reminders {
                self.reminders.see(&with(&reminder(n)));
            }
            self.marked += with(MARK).len();
        }
    }

    /// An act with its effects, how often it was told, and what became of it in place.
    fn see_act(&mut self, name: &str, effects: usize, told: usize, answer: Option<&Answer>) {
        match (effects, told, answer) {
            (1, 1, Some(Answer::Failed)) => self.told_later += 1,
            (1, 1, None | Some(Answer::Message(_))) => self.done += 1,
            (0, 0, Some(Answer::Failed)) => self.failed += 1,
            (0, 0, None) => self.unheard += 1,
            (1, 0, _) => self.untold += 1,
            _ => self
                .half_done
                .push(format!("{name}: {effects} effects, told {told} times, {answer:?}")),
        }
    }

    pub(crate) fn must_be_right(&self, kills: usize) {
        for once in [&self.copies, &self.reminders] {
            // What may have been seen so long ago that Discord does not know it again is marked.
            assert_eq!((once.lost, once.doubled), (0, 0), "{self}");
        }
        assert!(self.half_done.is_empty(), "{self}: {:#?}", self.half_done);
        assert!(self.untold <= self.left_unknown, "{self}");
        assert_eq!(self.left_in_store, 0, "{self}");
        assert_eq!(self.open_mentions, 0, "{self}");
        // After a kill nobody remembers what was asked before: each start may find that out once of each kind of request.
        let starts = u64::try_from(kills).unwrap() + 1;
        for (operation, refused) in &self.refused_for_rate {
            assert!(
                *refused <= starts,
                "the pace of {operation} is kept through {starts} starts: {refused} refused, {self}"
            );
        }
        assert_eq!(self.breaches, [], "{self}");
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "copies {}; reminders {}; {} acts done and told once, {} of them told after nobody had answered in time, {} seen \
             to have failed, {} mentions unheard, {} untold, {} half done; {} messages known again by their number, {} marked, \
             {} left unknown, {} refused for the rate",
            self.copies,
            self.reminders,
            self.done + self.told_later,
            self.told_later,
            self.failed,
            self.unheard,
            self.untold,
            self.half_done.len(),
            self.known_again,
            self.marked,
            self.left_unknown,
            self.refused_for_rate.values().sum::<u64>()
        )
    }
}

/// How many messages with those words in them somebody has from the bot, in the channel and in private; those that say of
/// themselves that they may be repetitions count where there is no other.
fn told(seen: &Seen, town: &Town, n: usize, words: &str) -> usize {
    let is_for_them = words == CLAIMED || words == ALREADY;
    let here = seen.messages_for(&town.people[n], &town.room);
    let here = here.filter(|shown| !is_for_them || shown.only_for.is_some());
    let all = here.chain(seen.messages(town.homes[n]));
    let from_bot = all.filter(|shown| shown.author == Author::Bot && !shown.thinking);
    let told: Vec<String> = from_bot.map(Shown::words).filter(|told| told.contains(words)).collect();
    let marked = told.iter().filter(|told| told.contains(MARK)).count();
    (told.len() - marked).max(marked.min(1))
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
            let place = unit.place(Platform::Discord, &town.square().place).await.unwrap();
            let group = place.unwrap().group;
            let mut tasks = BTreeMap::new();
            for task in unit.open_tasks(group).await.unwrap() {
                *tasks.entry(task.title).or_default() += 1;
            }
            let roster = unit.shift(group, 1).await.unwrap().unwrap();
            let mut seated = BTreeSet::new();
            for n in 0..town.people.len() {
                let account = unit.account(Platform::Discord, &town.account(n)).await.unwrap();
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
            let strange: Vec<_> = tasks.keys().filter(|title| !load.is_known(title)).collect();
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

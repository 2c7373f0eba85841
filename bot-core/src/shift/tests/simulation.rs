//! Whatever people do over days, with waiting lists, cover and searches: what shifts promise holds at every moment.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use proptest::prelude::*;

use crate::clock::Clock as _;
use crate::ids::PersonId;
use crate::shift::Roster;
use crate::shift::search::ASKS_A_WEEK;
use crate::store::Store;
use crate::testing::{MemoryStore, World};

const PEOPLE: [&str; 8] = ["Ana", "Ben", "Cleo", "Dev", "Eva", "Fay", "Gil", "Hal"];
/// Begin on Wednesday and on Thursday; the first two overlap.
const SHIFTS: [&str; 4] = [
    "Doors wed 6pm-9pm needs:2",
    "Phones wed 8pm-10pm needs:1",
    "Canvass thu 10am-1pm needs:driver=1,knocker=2",
    "Party thu 11pm needs:2",
];
/// Whose quiet hours are nine in the evening to eight in the morning.
const QUIET: [&str; 3] = ["Cleo", "Dev", "Eva"];

#[derive(Debug, Clone)]
enum Act {
    Says(usize, &'static str, u32),
    HalfHours(u32),
}

fn act() -> impl Strategy<Value = Act> {
    let words = prop_oneof![
        8 => Just("shift claim"),
        3 => Just("shift drop now"),
        2 => Just("shift drop"),
        3 => Just("shift cover"),
        2 => Just("shift confirm"),
        3 => Just("shift decline"),
        1 => Just("undo"),
        3 => Just("shift ask"),
    ];
    prop_oneof![
        8 => (0..PEOPLE.len(), words, 1..5_u32).prop_map(|(who, words, shift)| Act::Says(who, words, shift)),
        3 => (1..16_u32).prop_map(Act::HalfHours),
    ]
}

struct Weekend {
    world: World,
    store: Arc<dyn Store>,
    names: BTreeMap<PersonId, String>,
    /// Whom something told that two shifts of theirs overlap.
    warned: BTreeSet<String>,
}

impl Weekend {
    async fn new() -> Self {
        let store: Arc<dyn Store> = Arc::new(MemoryStore::default());
        let mut world = World::on(Arc::clone(&store));
        for name in PEOPLE {
            world.say(name, "shift list").await;
        }
        // Hal did not agree to private messages
        for name in &PEOPLE[..7] {
            world.private(name, "me").await;
        }
        for name in QUIET {
            world.private(name, "me quiet 21:00-08:00").await;
        }
        for shift in SHIFTS {
            world.say("Ana", &format!("shift add {shift}")).await;
        }
        world.advance("30m").await; // what was set up cannot be taken back any more
        let mut unit = store.read().await.unwrap();
        let group = unit.groups().await.unwrap()[0].id;
        let members = unit.members(group).await.unwrap();
        drop(unit);
        Self {
            world,
            store,
            names: members.into_iter().map(|member| (member.person, member.name)).collect(),
            warned: BTreeSet::new(),
        }
    }

    async fn play(&mut self, act: &Act) -> Result<(), TestCaseError> {
        match *act {
            Act::Says(who, words, shift) => {
                let command = match words {
                    "undo" => words.to_owned(),
                    "shift drop now" => format!("shift drop S{shift} now"),
                    words => format!("{words} S{shift}"),
                };
                let who = if words == "shift ask" { "Ana" } else { PEOPLE[who] };
                let answer = self.world.say(who, &command).await;
                let sent = self.world.post().await;
                self.hears_of_overlaps(who, &answer);
                self.check_messages(&sent, false)?;
            }
            Act::HalfHours(count) => {
                for _ in 0..count {
                    let sent = self.world.advance("30m").await;
                    let ends_now = self.wall().ends_with("08:00");
                    self.check_messages(&sent, ends_now)?;
                }
            }
        }
        self.check_rosters().await
    }

    fn wall(&self) -> String {
        let zone: crate::time::Zone = serde_json::from_value("America/New_York".into()).unwrap();
        zone.to_local(self.world.clock().now()).format("%H:%M").to_string()
    }

    fn hears_of_overlaps(&mut self, who: &str, text: &str) {
        if text.contains("It overlaps") {
            self.warned.insert(who.to_owned());
        }
    }

    /// Whoever has quiet hours is written to in them only for a reason that the message says.
    fn check_messages(&mut self, sent: &[String], quiet_ended: bool) -> Result<(), TestCaseError> {
        let wall = self.wall();
        let is_quiet = !quiet_ended && (wall.as_str() >= "21:30" || wall.as_str() < "08:00");
        for message in sent {
            let names = PEOPLE.iter().filter(|name| {
                message.starts_with(&format!("[@{name}]")) || message.starts_with(&format!("[#main] {name}:"))
            });
            for name in names {
                self.hears_of_overlaps(name, message);
                let quiet = is_quiet && QUIET.contains(name);
                prop_assert!(
                    !quiet || message.contains("in your quiet hours, because"),
                    "at {wall}: {message}"
                );
                prop_assert!(
                    !(quiet && message.contains("asks: can you")),
                    "somebody is woken to be asked, at {wall}: {message}"
                );
            }
        }
        Ok(())
    }

    async fn check_rosters(&mut self) -> Result<(), TestCaseError> {
        let now = self.world.clock().now();
        let mut unit = self.store.read().await.unwrap();
        let group = unit.groups().await.unwrap()[0].id;
        let mut rosters: Vec<Roster> = Vec::new();
        for number in 1..=4 {
            rosters.push(unit.shift(group, number).await.unwrap().unwrap());
        }
        for roster in &rosters {
            let total = roster.shift.needs.total().unwrap_or(u32::MAX);
            prop_assert!(roster.count_in() <= total, "too many in {}", roster.shift.title);
            if roster.shift.start.at <= now {
                prop_assert_eq!(
                    roster.offers().count(),
                    0,
                    "an offer neither accepted, declined nor lapsed"
                );
                let search = unit.search_of(group, roster.shift.id).await.unwrap();
                prop_assert_eq!(search, None, "a search goes on though {} has begun", roster.shift.title);
            }
        }
        for (person, name) in &self.names {
            let mine: Vec<&Roster> = rosters
                .iter()
                .filter(|roster| roster.members_in().contains(person))
                .collect();
            let overlap = mine.iter().any(|one| {
                mine.iter()
                    .any(|other| one.shift.id != other.shift.id && one.shift.overlaps(&other.shift))
            });
            prop_assert!(!overlap || self.warned.contains(name), "{name} was not warned");
            let asks = unit.asks_of_person(*person).await.unwrap();
            prop_assert!(
                asks.len() <= ASKS_A_WEEK as usize,
                "{name} was asked {} times",
                asks.len()
            );
            prop_assert!(
                asks.is_empty() || name != "Hal",
                "Hal did not agree to private messages"
            );
        }
        Ok(())
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn whatever_people_do_over_days_it_holds(acts in prop::collection::vec(act(), 20..70)) {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(async {
            let mut weekend = Weekend::new().await;
            for act in &acts {
                weekend.play(act).await?;
            }
            weekend.play(&Act::HalfHours(2 * 24 * 3)).await
        })?;
    }
}

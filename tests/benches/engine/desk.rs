//! What is on a desk before the binary comes: a group with one organizer, reminders, and messages on their way out.

use std::sync::Arc;

use muster::clock::DeskClock;
use muster::ids::MachineIds;
use muster_core::app::App;
use muster_core::chrono::TimeDelta;
use muster_core::clock::{Clock as _, Instant};
use muster_core::door::Defaults;
use muster_core::ids::{IdSource, OutboxId, ReminderId};
use muster_core::locale::Language;
use muster_core::reply::Card;
use muster_core::store::{Due, DueAct, OutboxKind, OutboxRow, OutboxState, Store};
use muster_core::surface::{Address, Author, Content, Inbound, RoomAddress, Standing};
use muster_core::testing::HandClock;
use muster_core::testing::world::answered_and_seen;
use muster_core::time::{Moment, Zone};

use crate::stage::{PROFILE, chat};

/// The place of the tests' own platforms.
const PLACE: &str = "square";
/// How many reminders come on each day.
const REMINDERS_A_DAY: usize = 100;
/// How many rows are written in one unit of work.
const BATCH: usize = 10_000;

/// The makings of a desk.
pub(crate) struct Desk {
    app: App,
    ids: Arc<dyn IdSource>,
    /// An hour ago.
    began: Instant,
}

impl Desk {
    /// A group of which ana is the organizer; she has set a reminder for tomorrow.
    pub(crate) async fn found(store: Arc<dyn Store>) -> Self {
        let began = DeskClock::default().now() - TimeDelta::hours(1);
        let ids: Arc<dyn IdSource> = Arc::new(MachineIds::default());
        let defaults = Defaults {
            zone: Zone::parse("America/New_York").expect("a zone"),
            language: Language::English,
        };
        let desk = Self {
            app: App::new(store, Arc::new(HandClock::at(began)), ids.clone(), defaults),
            ids,
            began,
        };
        desk.say("main", "team list").await;
        desk.say("@ana", "remind me tomorrow 9pm Look in").await;
        desk
    }

    /// Has a command of ana's carried out, as if its answer had been seen.
    async fn say(&self, room: &str, text: &str) {
        let inbound = Inbound {
            event: format!("before: {text}"),
            room: RoomAddress {
                platform: PROFILE.platform(),
                place: PLACE.to_owned(),
                room: room.to_owned(),
                private: room.starts_with('@'),
            },
            place_name: "Square".to_owned(),
            author: Author::new("ana", "ana", Standing::Administrator),
            content: Content::Typed(text.to_owned()),
            on: None,
            edits: None,
            answer_by: None,
            prefix: None,
            said_at: None,
            unseen: false,
            received_at: self.began,
        };
        answered_and_seen(&self.app, &inbound).await;
    }

    /// So many reminders, a hundred a day from tomorrow on: none is due.
    pub(crate) async fn remind(&self, count: usize) {
        for first in (0..count).step_by(BATCH) {
            let mut unit = self.app.store().begin().await.expect("a unit of work");
            let place = unit.place(PROFILE.platform(), PLACE).await.expect("a place");
            let group = place.expect("ana founded a group").group;
            let model = unit.reminder_by_number(group, 1).await.expect("a reminder");
            let model = model.expect("ana set one");
            for n in first..count.min(first + BATCH) {
                let mut reminder = model.clone();
                reminder.id = ReminderId::new(&*self.ids, self.began);
                reminder.number = u32::try_from(n + 2).expect("a number");
                let later = TimeDelta::days(i64::try_from(n / REMINDERS_A_DAY).expect("a number"));
                reminder.next = reminder.next.map(|next| Moment::new(next.local + later, next.zone));
                unit.save_reminder(&reminder).await.expect("a reminder is saved");
                let due = Due {
                    at: reminder.coming().expect("its time").at,
                    group,
                    subject: reminder.subject(),
                    act: DueAct::Remind,
                    person: None,
                };
                unit.schedule(&due).await.expect("a line of the agenda");
            }
            unit.commit().await.expect("a commit");
        }
    }

    /// Messages on their way out, each with the instant before which it is not to go. The `n`th goes to the `n`th chat of
    /// so many, from the first again after the last.
    pub(crate) async fn send(&self, chats: usize, due: &[Instant]) {
        for (batch, instants) in due.chunks(BATCH).enumerate() {
            let mut unit = self.app.store().begin().await.expect("a unit of work");
            for (n, &not_before) in instants.iter().enumerate() {
                let row = self.message(batch * BATCH + n, chats, not_before);
                assert!(unit.enqueue(&row).await.expect("a message is saved"), "each once");
            }
            unit.commit().await.expect("a commit");
        }
    }

    fn message(&self, n: usize, chats: usize, not_before: Instant) -> OutboxRow {
        OutboxRow {
            id: OutboxId::new(&*self.ids, self.began),
            key: format!("bench/{n}"),
            kind: OutboxKind::Reminder,
            to: Address::Account {
                platform: PROFILE.platform(),
                account: chat(n % chats),
            },
            person: None,
            author: None,
            card: Card::new().line(format!("{WORDS}{n}")),
            language: Language::English,
            about: None,
            state: OutboxState::Pending,
            not_before,
            created_at: self.began,
            owner: None,
            leased_until: None,
            attempts: 0,
            doubtful_since: None,
        }
    }
}

/// What every message says before its number.
const WORDS: &str = "Canvass Ward 3 begins at 10am, meet at the Main Library. No. ";

/// Which message that is, if it is one of these.
pub(crate) fn number(text: &str) -> Option<usize> {
    let digits = text.strip_prefix(WORDS)?;
    let digits = digits.split_once(|letter: char| !letter.is_ascii_digit());
    digits.map_or_else(|| text[WORDS.len()..].parse().ok(), |(number, _)| number.parse().ok())
}

//! A bot reduced to its adapter: it writes down what it hears.

use std::future::pending;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use async_trait::async_trait;
use muster_core::chrono::DateTime;
use muster_core::ids::OutboxId;
use muster_core::locale::Language;
use muster_core::people::Prefix;
use muster_core::reply::{Actions, Block, Button, Card, Line, Span};
use muster_core::surface::{
    Adapter as _, Address, Cut, Delivery, Inbound, Intake, NotAccepted, Platform, RoomAddress, Skipped,
};
use muster_core::testing::HandClock;
use muster_test_servers::adapter::TestAdapter;
use muster_test_servers::platform::TestPlatform;
use tokio::sync::watch;
use tokio::task::JoinHandle;
use tokio::time::timeout;
use uuid::Uuid;

const PATIENCE: Duration = Duration::from_mins(1);

/// What it does with the events that it is told of, after it wrote them down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Manner {
    Accepts,
    /// It is still at it when it is killed.
    NeverReturns,
}

/// Writes down events.
#[derive(Debug)]
pub(crate) struct Ear {
    manner: Manner,
    heard: Mutex<Vec<Inbound>>,
    changed: watch::Sender<()>,
    /// How many more times the store takes nothing.
    refusals: AtomicU32,
}

#[async_trait]
impl Intake for Ear {
    async fn accept(&self, events: Vec<Inbound>) -> Result<(), NotAccepted> {
        let refuses = self
            .refusals
            .fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| left.checked_sub(1));
        if refuses.is_ok() {
            return Err(NotAccepted);
        }
        self.heard.lock().unwrap().extend(events);
        self.changed.send_replace(());
        if self.manner == Manner::NeverReturns {
            pending::<()>().await;
        }
        Ok(())
    }

    fn skipped(&self, why: Skipped) {
        panic!("something came in that is no event: {why:?}");
    }
}

/// A bot that runs until it is dropped, which is how it is killed.
#[derive(Debug)]
pub(crate) struct Bot {
    pub(crate) adapter: Arc<TestAdapter>,
    ear: Arc<Ear>,
    receiving: JoinHandle<Cut>,
}

pub(crate) fn adapter(platform: &TestPlatform) -> Arc<TestAdapter> {
    let clock = HandClock::at(DateTime::from_timestamp(1_700_000_000, 0).unwrap());
    Arc::new(TestAdapter::new(platform.address(), Arc::new(clock)))
}

impl Bot {
    /// A bot that hears, once the platform tells it.
    pub(crate) async fn start(platform: &TestPlatform) -> Self {
        Self::of_manner(platform, Manner::Accepts, 0).await
    }

    /// A bot whose store takes nothing so many times first.
    pub(crate) async fn of_manner(platform: &TestPlatform, manner: Manner, refusals: u32) -> Self {
        platform.until("the bot before is gone", |seen| !seen.connected).await;
        let bot = Self::start_beside(platform, manner, refusals);
        platform.until("the bot is connected", |seen| seen.connected).await;
        bot
    }

    /// A bot that does not wait until it is told of events.
    pub(crate) fn start_beside(platform: &TestPlatform, manner: Manner, refusals: u32) -> Self {
        let ear = Arc::new(Ear {
            manner,
            heard: Mutex::default(),
            changed: watch::Sender::new(()),
            refusals: AtomicU32::new(refusals),
        });
        let adapter = adapter(platform);
        let receiving = {
            let (adapter, ear) = (Arc::clone(&adapter), Arc::clone(&ear));
            tokio::spawn(async move { adapter.receive(&*ear).await })
        };
        Self {
            adapter,
            ear,
            receiving,
        }
    }

    /// The events that were heard, once there are so many.
    pub(crate) async fn heard(&self, count: usize) -> Vec<Inbound> {
        let mut changed = self.ear.changed.subscribe();
        let enough = changed.wait_for(|()| self.ear.heard.lock().unwrap().len() >= count);
        let enough = timeout(PATIENCE, enough).await.is_ok();
        let heard = self.ear.heard.lock().unwrap().clone();
        assert!(enough, "only {} of {count} events came: {heard:#?}", heard.len());
        heard
    }

    pub(crate) async fn heard_ids(&self, count: usize) -> Vec<String> {
        let heard = self.heard(count).await;
        heard.into_iter().map(|inbound| inbound.event).collect()
    }

    /// Why it hears no more.
    pub(crate) async fn cut(&mut self) -> String {
        let cut = timeout(PATIENCE, &mut self.receiving).await;
        cut.expect("the connection ends").unwrap().to_string()
    }

    /// It receives again, as the engine does after a cut.
    pub(crate) fn receive_again(&mut self) {
        let (adapter, ear) = (Arc::clone(&self.adapter), Arc::clone(&self.ear));
        self.receiving = tokio::spawn(async move { adapter.receive(&*ear).await });
    }
}

impl Drop for Bot {
    fn drop(&mut self) {
        self.receiving.abort();
    }
}

pub(crate) fn room(platform: Platform, name: &str) -> RoomAddress {
    RoomAddress {
        platform,
        place: "square".to_owned(),
        room: name.to_owned(),
        private: name.starts_with('@'),
    }
}

pub(crate) fn card(text: &str) -> Card {
    Card::new().line(Line(vec![Span::User(text.to_owned())]))
}

pub(crate) fn card_with_button(text: &str, label: &str, token: &str) -> Card {
    let button = Button {
        label: label.to_owned(),
        token: token.to_owned(),
    };
    card(text).block(Block::Actions(Actions {
        ballot: None,
        buttons: vec![button],
        forms: Vec::new(),
        typed: Line::default(),
    }))
}

/// A message of the outbox with that number.
pub(crate) fn delivery(number: u128, to: Address, text: &str) -> Delivery {
    Delivery {
        // As in the ids of the outbox, what tells two of them apart stands in front too.
        id: OutboxId(Uuid::from_u128(number << 64 | number)),
        to,
        card: card(text),
        language: Language::English,
        prefix: Prefix::default(),
        possibly_repeated: false,
        pin: false,
    }
}

pub(crate) fn to_room(platform: Platform, name: &str) -> Address {
    Address::Room {
        room: room(platform, name),
        only_for: None,
        answers: None,
    }
}

pub(crate) fn to_person(platform: Platform, account: &str) -> Address {
    Address::Account {
        platform,
        account: account.to_owned(),
    }
}

/// The answer to an event, as the core addresses it.
pub(crate) fn answer_to(inbound: &Inbound) -> Address {
    Address::Room {
        room: inbound.room.clone(),
        only_for: inbound.answer_only_for().map(str::to_owned),
        answers: Some(inbound.event.clone()),
    }
}

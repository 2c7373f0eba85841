//! Shows messages at the console: whom a message is for, then its card as plain text.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use async_trait::async_trait;
use muster_core::locale::{Phrase, Voice};
use muster_core::phrase;
use muster_core::reply::plain;
use muster_core::surface::{Address, Caps, Courier, Delivery, Edit, Refusal, Verdict};

use crate::CAPS;
use crate::screen::SharedScreen;

/// What the console looks at, and how it speaks itself: messages for the room it looks at need no heading.
#[derive(Debug, Clone)]
pub struct Gaze(Arc<Mutex<View>>);

#[derive(Debug)]
struct View {
    room: String,
    voice: Voice,
    /// The hour, to be shown above the next message: the clock was moved by hand.
    hour: Option<String>,
}

impl Gaze {
    /// Looks nowhere yet.
    pub fn new(voice: Voice) -> Self {
        Self(Arc::new(Mutex::new(View {
            room: String::new(),
            voice,
            hour: None,
        })))
    }

    fn view(&self) -> MutexGuard<'_, View> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Looks at that room.
    pub fn turn_to(&self, room: &str) {
        room.clone_into(&mut self.view().room);
    }

    /// Shows that hour above the next message, if there is one before the hour changes again.
    pub fn mark_hour(&self, hour: Option<String>) {
        self.view().hour = hour;
    }

    /// Speaks like this from now on.
    pub fn speak_as(&self, voice: Voice) {
        self.view().voice = voice;
    }

    /// A sentence of the console's own.
    pub fn text(&self, phrase: &Phrase) -> String {
        self.view().voice.text(phrase)
    }

    fn is_on(&self, room: &str) -> bool {
        self.view().room == room
    }
}

/// The console's courier. It never refuses: a terminal shows whatever comes.
#[derive(Debug, Clone)]
pub struct ConsoleCourier {
    screen: SharedScreen,
    gaze: Gaze,
}

impl ConsoleCourier {
    /// A courier that shows messages on that screen.
    pub const fn new(screen: SharedScreen, gaze: Gaze) -> Self {
        Self { screen, gaze }
    }

    /// The line above a message that is not simply for everyone in the room that is looked at.
    fn heading(&self, to: &Address) -> Option<String> {
        match to {
            Address::Room {
                only_for: Some(account),
                ..
            } => Some(self.gaze.text(&phrase!("console-only", account = person account))),
            Address::Room { room, .. } if self.gaze.is_on(&room.room) => None,
            Address::Room { room, .. } if room.private => Some(format!("[{}]", room.room)),
            Address::Room { room, .. } => Some(format!("[#{}]", room.room)),
            Address::Account { account, .. } if self.gaze.is_on(&format!("@{account}")) => None,
            Address::Account { account, .. } => Some(format!("[@{account}]")),
        }
    }
}

#[async_trait]
impl Courier for ConsoleCourier {
    fn caps(&self) -> Caps {
        CAPS
    }

    async fn deliver(&self, delivery: &Delivery) -> Verdict {
        let hour = self.gaze.view().hour.take().map(|hour| format!("-- {hour} --"));
        let mut lines: Vec<String> = hour.into_iter().chain(self.heading(&delivery.to)).collect();
        lines.push(plain::render(&delivery.card));
        self.screen.show(lines.join("\n").trim_end());
        Verdict::Delivered { receipt: None }
    }

    async fn edit(&self, _: &Edit) -> Verdict {
        Verdict::Refused(Refusal::Forbidden)
    }
}

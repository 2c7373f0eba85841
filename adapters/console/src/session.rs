//! The conversation at a console, whether typed, piped or read from a transcript.

use async_trait::async_trait;
use muster_core::catalogue::complete::{Choice, Query};
use muster_core::clock::Instant;
use muster_core::phrase;
use muster_core::surface::Inbound;

use crate::courier::Gaze;
use crate::line::{self, ClockMove, Line};
use crate::screen::SharedScreen;
use crate::seat::Seat;

/// The room that a console opens.
pub const MAIN_ROOM: &str = "main";

/// What a console asks of the bot.
#[async_trait]
pub trait Host: Send + Sync {
    /// The present instant.
    fn now(&self) -> Instant;

    /// An id for an event.
    fn event_id(&self) -> String;

    /// Accepts an event and carries it out; whatever people see of it has gone to the courier when this returns.
    async fn submit(&self, inbound: Inbound) -> Result<(), HostError>;

    /// Sets the clock and does what falls due on the way; a sentence that says how it stands now.
    async fn move_clock(&self, to: ClockMove) -> Result<String, HostError>;

    /// What could come next at the end of a half-typed command. Called from the terminal's own thread.
    fn complete(&self, query: &Query) -> Vec<Choice>;
}

/// Why the bot did not do what the console asked: a sentence for whoever sits there.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct HostError(pub String);

/// What comes of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// Another line.
    Line,
    /// The end.
    End,
}

/// A conversation under way.
pub struct Session<'a> {
    host: &'a dyn Host,
    screen: SharedScreen,
    gaze: Gaze,
    seat: Seat,
}

impl std::fmt::Debug for Session<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Session")
            .field("seat", &self.seat)
            .finish_non_exhaustive()
    }
}

impl<'a> Session<'a> {
    /// Sits down at the console.
    pub fn new(host: &'a dyn Host, screen: SharedScreen, gaze: Gaze, seat: Seat) -> Self {
        gaze.turn_to(&seat.room);
        Self {
            host,
            screen,
            gaze,
            seat,
        }
    }

    /// Who sits here, and where.
    pub const fn seat(&self) -> &Seat {
        &self.seat
    }

    /// Does what a typed line asks for.
    pub async fn act(&mut self, typed: &str) -> Next {
        match line::read(typed) {
            Line::Nothing => {}
            Line::Quit => return Next::End,
            Line::Help => self.screen.show(&self.gaze.text(&phrase!("console-help"))),
            Line::Unknown(usage) => {
                let unknown = phrase!("console-unknown", typed = user typed.trim(), usage = command usage);
                self.screen.show(&self.gaze.text(&unknown));
            }
            Line::Room(room) => self.go_to(room),
            Line::Clock(to) => match self.host.move_clock(to).await {
                Ok(sentence) => self.screen.show(&sentence),
                Err(error) => self.screen.show(&error.to_string()),
            },
            Line::Say { name, text } => self.say(name.as_deref(), &text).await,
        }
        Next::Line
    }

    fn go_to(&mut self, room: String) {
        self.gaze.turn_to(&room);
        self.seat.room = room;
    }

    async fn say(&self, named: Option<&str>, text: &str) {
        let speaker = self.seat.speaker(named);
        if let Some(owner) = self.seat.owner_of_room().filter(|owner| *owner != speaker) {
            self.screen
                .show(&self.gaze.text(&phrase!("console-private-room", owner = person owner)));
            return;
        }
        let inbound = self.seat.inbound(speaker, text, self.host.event_id(), self.host.now());
        if let Err(error) = self.host.submit(inbound).await {
            self.screen.show(&error.to_string());
        }
    }
}

//! The console on the engine: at a terminal, from a pipe, or from a transcript.
//!
//! - `host`: what the console asks of the bot, answered by the engine
//! - [`play`]: plays transcripts
//! - here: sitting at a terminal, reading a pipe

mod host;
pub mod play;

use std::io::IsTerminal;
use std::path::PathBuf;
use std::sync::Arc;

use anyhow::Result;
use muster_adapter_console::courier::Gaze;
use muster_adapter_console::screen::SharedScreen;
use muster_adapter_console::session::Next;
use muster_adapter_console::terminal::Terminal;
use muster_adapter_console::{Seat, Session};
use muster_core::clock::Instant;
use muster_core::door::Defaults;
use muster_core::locale::Voice;
use muster_core::retention::Retention;
use muster_core::store::Store;
use tokio::io::{AsyncBufReadExt, BufReader};

use crate::ending::Ending;
use host::EngineHost;

/// A console on a store.
#[derive(Clone)]
pub struct Console {
    /// The store.
    pub store: Arc<dyn Store>,
    /// What serves a group that is founded here.
    pub defaults: Defaults,
    /// How long what has ended is kept.
    pub retention: Retention,
    /// Whoever sits at it, and the room that it opens.
    pub seat: Seat,
}

impl std::fmt::Debug for Console {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Console")
            .field("seat", &self.seat)
            .finish_non_exhaustive()
    }
}

impl Console {
    /// Sits at the terminal, or reads a pipe to its end. A signal to end is like the end of the input: what is under
    /// way is finished first.
    pub async fn run(self, history: PathBuf, ending: Ending) -> Result<()> {
        if std::io::stdin().is_terminal() {
            self.at_terminal(history, ending).await
        } else {
            self.at_pipe(ending).await
        }
    }

    fn gaze(&self) -> Gaze {
        let Defaults { language, zone } = self.defaults.clone();
        Gaze::new(Voice {
            language,
            zone,
            now: Instant::default(),
        })
    }

    async fn at_terminal(self, history: PathBuf, mut ending: Ending) -> Result<()> {
        let (screen, gaze) = (SharedScreen::stdout(), self.gaze());
        let host = Arc::new(EngineHost::start(self.store, self.defaults, self.retention, &screen, &gaze).await?);
        let mut terminal = Terminal::open(host.clone(), history, &screen)?;
        let mut session = Session::new(&*host, screen.clone(), gaze, self.seat);
        screen.show(&host.greeting());
        host.run_due().await?;
        terminal.ask(session.seat());
        loop {
            tokio::select! {
                biased;
                () = ending.asked() => return Ok(()),
                line = terminal.line() => {
                    let Some(line) = line else { return Ok(()) };
                    if session.act(&line).await == Next::End {
                        return Ok(());
                    }
                    terminal.ask(session.seat());
                }
                waited = host.wait() => {
                    waited?;
                    host.run_due().await?;
                }
            }
        }
    }

    /// Reads commands from a pipe, one a line; bytes that are not text are shown as they can be.
    async fn at_pipe(self, mut ending: Ending) -> Result<()> {
        let (screen, gaze) = (SharedScreen::stdout(), self.gaze());
        let host = EngineHost::start(self.store, self.defaults, self.retention, &screen, &gaze).await?;
        let mut session = Session::new(&host, screen, gaze, self.seat);
        host.run_due().await?;
        let mut input = BufReader::new(tokio::io::stdin());
        let mut line = Vec::new();
        loop {
            // What was read of a line that is given up is dropped: nobody pressed Enter.
            let read = tokio::select! {
                biased;
                () = ending.asked() => break,
                read = input.read_until(b'\n', &mut line) => read?,
            };
            if read == 0 {
                break;
            }
            if session.act(&String::from_utf8_lossy(&line)).await == Next::End {
                break;
            }
            line.clear();
        }
        Ok(())
    }
}

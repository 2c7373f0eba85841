//! Plays a transcript: types what people type, and holds what is seen against what the transcript says.

use std::fmt;

use anyhow::{Context, Result};
use muster_adapter_console::Session;
use muster_adapter_console::screen::{Recorder, SharedScreen};
use muster_adapter_console::transcript::{self, Act};

use super::Console;
use super::host::EngineHost;

/// What came of a transcript.
#[derive(Debug)]
pub struct Played {
    /// How many acts were played.
    pub acts: usize,
    /// What was seen, act by act.
    pub seen: Vec<String>,
    /// Where it differs from the transcript.
    pub differences: Vec<String>,
}

impl fmt::Display for Played {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for difference in &self.differences {
            writeln!(f, "{difference}")?;
        }
        write!(
            f,
            "{} acts, {} seen otherwise than written",
            self.acts,
            self.differences.len()
        )
    }
}

impl Console {
    /// Plays a transcript; whoever speaks first in it sits at the console.
    pub async fn play(self, text: &str) -> Result<Played> {
        let acts = transcript::read(text).context("the transcript cannot be read")?;
        let seen = self.seen(&acts).await?;
        let differences = acts
            .iter()
            .zip(&seen)
            .filter_map(|(act, seen)| act.difference(seen))
            .collect();
        Ok(Played {
            acts: acts.len(),
            seen,
            differences,
        })
    }

    async fn seen(self, acts: &[Act]) -> Result<Vec<String>> {
        let recorder = Recorder::default();
        let (screen, gaze) = (SharedScreen::new(recorder.clone()), self.gaze());
        let host = EngineHost::start(self.store, self.defaults, self.retention, &screen, &gaze).await?;
        let mut seat = self.seat;
        if let Some(speaker) = transcript::first_speaker(acts) {
            speaker.clone_into(&mut seat.name);
        }
        let mut session = Session::new(&host, screen, gaze, seat);
        let mut seen = Vec::with_capacity(acts.len());
        for act in acts {
            session.act(&act.line()).await;
            seen.push(recorder.take());
        }
        Ok(seen)
    }
}

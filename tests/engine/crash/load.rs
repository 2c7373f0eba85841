//! What people do while the bot is killed again and again.

use std::collections::BTreeSet;

use muster_test_servers::platform::TestPlatform;

use super::crowd::member;

/// What every broadcast says, before its number.
pub(crate) const RAIN: &str = "rain tomorrow, meet inside";

/// The commands that people have typed so far.
#[derive(Debug, Default)]
pub(crate) struct Load {
    /// The jobs that were added, each with its event.
    pub(crate) jobs: Vec<(String, String)>,
    /// How many broadcasts were sent.
    pub(crate) broadcasts: usize,
    claims: usize,
}

impl Load {
    /// Some more commands, in two rooms and in private.
    pub(crate) fn go_on(&mut self, platform: &TestPlatform) {
        for _ in 0..5 {
            let n = self.jobs.len();
            let (job, name) = (format!("job-{n:04}"), member(n % 40));
            let text = format!("task add {job}");
            let event = match n % 3 {
                0 => platform.say("main", &name, &text),
                1 => platform.say("kitchen", &name, &text),
                _ => platform.say_private(&name, &text),
            };
            self.jobs.push((job, event));
        }
        // The card of S1 has copies that follow.
        platform.say("kitchen", &member(100 + self.claims % 50), "shift claim S1");
        self.claims += 1;
    }

    /// A broadcast to everybody; the number that tells its copies apart stands in its text.
    pub(crate) fn broadcast(&mut self) -> Broadcast {
        self.broadcasts += 1;
        Broadcast::of(format!("broadcast everyone \"{RAIN} {}.\"", self.broadcasts))
    }

    /// A broadcast to those who are in S1, so that something is due.
    pub(crate) fn something_due() -> Broadcast {
        Broadcast::of("broadcast roster:S1 \"bring your badge\"".to_owned())
    }

    /// The jobs, by name.
    pub(crate) fn names(&self) -> BTreeSet<&str> {
        self.jobs.iter().map(|(job, _)| job.as_str()).collect()
    }
}

/// A broadcast on its way from the command to the yes, as far as the bot lives to hear it.
pub(crate) struct Broadcast {
    command: String,
    /// The event of the command.
    written: Option<String>,
    is_confirmed: bool,
}

impl Broadcast {
    const fn of(command: String) -> Self {
        Self {
            command,
            written: None,
            is_confirmed: false,
        }
    }

    /// Does what can be done now; whether that was all.
    pub(crate) fn go_on(&mut self, platform: &TestPlatform) -> bool {
        match &self.written {
            None if platform.look(|seen| seen.connected) => {
                self.written = Some(platform.say("main", "ana", &self.command));
            }
            Some(event) if !self.is_confirmed => {
                if let Some(preview) = platform.look(|seen| seen.answers_to(event).next().cloned()) {
                    platform.press_on(&preview, "ana", "Send");
                    self.is_confirmed = true;
                }
            }
            _ => {}
        }
        self.is_confirmed
    }
}

//! What people do while the bot is killed again and again.

use std::collections::BTreeSet;

use muster_test_servers::crowd::member;
use muster_test_servers::platform::TestPlatform;

/// What every broadcast says, before its number.
pub(crate) const RAIN: &str = "rain tomorrow, meet inside";

/// People wait when so many of the latest events were not told to the bot, as long as nobody listens or they may still be
/// told: else all that they have to say would be said in vain before the bot is there.
const MOST_UNHEARD: usize = 12;
/// The most jobs that are added.
const MOST_JOBS: usize = 600;

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
    /// Some more commands, in two rooms and in private, as long as the bot keeps up with them.
    pub(crate) fn go_on(&mut self, platform: &TestPlatform) {
        let unheard = platform.look(|seen| {
            seen.events
                .iter()
                .rev()
                .take(MOST_UNHEARD)
                .all(|event| event.told == 0 && !(seen.connected && event.did_not_respond))
        });
        if unheard || self.jobs.len() >= MOST_JOBS {
            return;
        }
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

    /// The last word in every room and private chat: once it is answered, so is everything before it.
    pub(crate) fn say_goodbye(platform: &TestPlatform) -> Vec<String> {
        let rooms = ["main", "kitchen"].map(|room| platform.say(room, "ana", "me"));
        let chats = (0..40).map(|n| platform.say_private(&member(n), "me"));
        rooms.into_iter().chain(chats).collect()
    }

    /// The jobs, by name.
    pub(crate) fn names(&self) -> BTreeSet<&str> {
        self.jobs.iter().map(|(job, _)| job.as_str()).collect()
    }
}

/// A broadcast on its way from the command to the yes, as far as the bot lives to hear it.
pub(crate) struct Broadcast {
    command: String,
    /// The event of the command, and that of the yes.
    written: Option<String>,
    confirmed: Option<String>,
}

impl Broadcast {
    const fn of(command: String) -> Self {
        Self {
            command,
            written: None,
            confirmed: None,
        }
    }

    /// Does what can be done now; whether that was all. What a platform that pushes could not tell the bot is done again.
    pub(crate) fn go_on(&mut self, platform: &TestPlatform) -> bool {
        if !platform.look(|seen| seen.connected) {
            return false;
        }
        let in_vain =
            |event: &String| platform.look(|seen| seen.event(event).is_some_and(|event| event.did_not_respond));
        let answer = |event: &String| platform.look(|seen| seen.answers_to(event).next().cloned());
        match (&self.written, &self.confirmed) {
            (None, _) => self.written = Some(platform.say("main", "ana", &self.command)),
            (Some(written), None) => match answer(written) {
                Some(preview) => self.confirmed = Some(platform.press_on(&preview, "ana", "Send")),
                None if in_vain(written) => self.written = None,
                None => {}
            },
            (_, Some(confirmed)) if answer(confirmed).is_some() => return true,
            (_, Some(confirmed)) if in_vain(confirmed) => self.confirmed = None,
            _ => {}
        }
        false
    }
}

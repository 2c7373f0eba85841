//! A transcript played on a stage.

use muster_adapter_console::line::{self, ClockMove, Line};
use muster_adapter_console::transcript::{self, Act};
use muster_core::chrono::TimeDelta;
use muster_core::clock::Instant;
use muster_core::time::Zone;

use super::quiet::{next_instant, wait_for_effects, wait_until_quiet};
use super::snapshot::Pages;
use super::told::{Event, take};
use super::{Asked, Place, Said, Stage};

/// How much later each act is than the one before, so that nobody asks too much at once.
const STEP: TimeDelta = TimeDelta::milliseconds(500);
/// How far what happens may be from the instant that the transcript tells, to the minute.
pub const MOST_DRIFT: TimeDelta = TimeDelta::seconds(59);

/// What came of a transcript.
pub(super) struct Played {
    /// Where people see something else.
    pub(super) differences: Vec<String>,
    /// What they see.
    pub(super) seen: String,
}

/// Plays that transcript.
pub(super) fn play<S: Stage>(text: &str, opened: &[&str], set: impl FnOnce(&str, Instant) -> S) -> Played {
    let acts = transcript::read(text).unwrap();
    let founder = transcript::first_speaker(&acts).unwrap();
    let begins = beginning(&acts[0].typed);
    let mut player = Player {
        stage: set(founder, begins),
        at: begins,
        gaze: Place::Group,
        done: Vec::new(),
        pages: Pages::default(),
        differences: Vec::new(),
    };
    player.prepare(opened);
    for act in &acts {
        player.act(act);
    }
    player.end()
}

/// The instant that the first act of a transcript tells.
pub fn beginning(act: &str) -> Instant {
    let Line::Clock(ClockMove::To(begins)) = line::read(act) else {
        panic!("a transcript begins with `:clock`");
    };
    Zone::parse("America/New_York").unwrap().resolve(begins)
}

struct Player<S> {
    stage: S,
    /// The instant that the transcript tells.
    at: Instant,
    /// The room that is looked at.
    gaze: Place,
    /// The acts since the clock was moved, each with where it was and what it asked.
    done: Vec<(Act, String, Place, Option<Asked>)>,
    pages: Pages,
    differences: Vec<String>,
}

impl<S: Stage> Player<S> {
    /// What comes before the story.
    fn prepare(&mut self, opened: &[&str]) {
        for name in opened {
            self.stage.opens_chat(name);
        }
        wait_until_quiet(&self.stage);
        let greeting = self.stage.news();
        self.pages
            .write("(the bot is brought to the group)", &Place::Group, &greeting);
        self.stage.backstage().clock.set(self.at);
    }

    fn act(&mut self, act: &Act) {
        match (&act.speaker, line::read(&act.typed)) {
            (Some(speaker), _) => self.say(speaker, act),
            (None, Line::Room(room)) => {
                self.gaze = match room.strip_prefix('@') {
                    Some(person) => Place::Private(person.to_owned()),
                    None => Place::Group,
                };
                if let Place::Private(person) = &self.gaze {
                    self.stage.opens_chat(person);
                }
            }
            (None, Line::Clock(to)) => {
                self.settle();
                self.move_clock(to, act);
            }
            other => panic!("{}: {other:?} cannot be played", act.written),
        }
    }

    fn say(&mut self, speaker: &str, act: &Act) {
        let (asked, typed) = self.stage.types(speaker, &self.gaze, &act.typed);
        wait_for_effects(&self.stage);
        let clock = &self.stage.backstage().clock;
        let drift = clock.now() - self.at;
        assert!(
            drift < MOST_DRIFT,
            "{}: {drift} after the transcript's instant",
            act.written
        );
        clock.set(clock.now() + STEP);
        self.done
            .push((act.clone(), format!("{speaker}> {typed}"), self.gaze.clone(), asked));
    }

    /// Everything is out that the acts since the clock was moved led to.
    fn settle(&mut self) {
        wait_until_quiet(&self.stage);
        let mut said = self.stage.news();
        for (act, typed, place, asked) in std::mem::take(&mut self.done) {
            let event = Event {
                written: &act.written,
                gaze: &place,
                asked,
                expected: act.expected,
            };
            self.hold((&typed, &place), &event, &mut said);
        }
        self.nothing_more(&said);
    }

    /// Moves the clock through every instant at which something happens, so that it happens at its own hour.
    fn move_clock(&mut self, to: ClockMove, act: &Act) {
        let target = self.stage.backstage().moved(self.at, to);
        self.pages.line(&act.typed);
        let mut hours = hours(&act.expected).into_iter().peekable();
        while let Some(next) = next_instant(&self.stage).filter(|next| *next <= target) {
            let clock = &self.stage.backstage().clock;
            clock.set(next.max(clock.now()));
            wait_until_quiet(&self.stage);
            let mut said = self.stage.news();
            if said.is_empty() {
                continue;
            }
            let hour = self.stage.backstage().hour(next);
            let expected = hours.next_if(|(written, _)| *written == hour);
            let event = Event {
                written: &hour,
                gaze: &self.gaze.clone(),
                asked: None,
                expected: expected.map(|(_, lines)| lines).unwrap_or_default(),
            };
            // An hour comes everywhere.
            self.hold((&hour, &Place::Group), &event, &mut said);
            self.nothing_more(&said);
        }
        self.differences
            .extend(hours.map(|(hour, lines)| format!("{hour}\n-{}\n", lines.join("\n-"))));
        self.at = target;
        self.stage.backstage().clock.set(target);
    }

    fn hold(&mut self, (written, place): (&str, &Place), event: &Event<'_>, said: &mut Vec<Said>) {
        let (taken, difference) = take(event, said);
        self.differences.extend(difference);
        self.pages.write(written, place, &taken);
    }

    fn nothing_more(&mut self, said: &[Said]) {
        let more = said
            .iter()
            .map(|one| format!("+{:?} {:?}: {}", one.place, one.only_for, one.seen));
        self.differences.extend(more);
    }

    fn end(mut self) -> Played {
        self.settle();
        self.pages.at_last(&self.stage.edited(), &self.stage.called());
        self.stage.ends_well();
        Played {
            differences: self.differences,
            seen: self.pages.text(),
        }
    }
}

/// The hours of a move of the clock, each with what is seen then. What the console says itself at the end is none.
fn hours(lines: &[String]) -> Vec<(String, Vec<String>)> {
    let mut hours: Vec<(String, Vec<String>)> = Vec::new();
    for line in lines.iter().take(lines.len().saturating_sub(1)) {
        if line.starts_with("-- ") {
            hours.push((line.clone(), Vec::new()));
        } else if let Some((_, seen)) = hours.last_mut() {
            seen.push(line.clone());
        }
    }
    hours
}

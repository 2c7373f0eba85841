//! A transcript played on the stage.

use std::collections::HashMap;
use std::path::Path;

use muster_adapter_console::line::{self, ClockMove, Line};
use muster_adapter_console::transcript::{self, Act};
use muster_core::chrono::TimeDelta;
use muster_core::clock::Instant;
use muster_core::phrase;
use muster_core::time::{Moment, Zone};
use muster_test_servers::telegram::{ChatId, MessageId};

use super::snapshot::Pages;
use super::stage::Stage;
use super::told::{Event, Place, Said, take};

/// How much later each act is than the one before, so that nobody asks too much at once.
const STEP: TimeDelta = TimeDelta::milliseconds(500);
/// How far what happens may be from the instant that the transcript tells, to the minute.
const MOST_DRIFT: TimeDelta = TimeDelta::seconds(59);

/// What came of a transcript.
pub(super) struct Played {
    /// Where people in Telegram see something else.
    pub(super) differences: Vec<String>,
    /// What they see.
    pub(super) seen: String,
}

/// Plays the transcript of that name.
pub(super) fn play(name: &str, opened: &[&str]) -> Played {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/scenarios/{name}.txt"));
    let acts = transcript::read(&std::fs::read_to_string(file).unwrap()).unwrap();
    let founder = transcript::first_speaker(&acts).unwrap();
    let Line::Clock(ClockMove::To(begins)) = line::read(&acts[0].typed) else {
        panic!("a transcript begins with `:clock`");
    };
    let begins = Zone::parse("America/New_York").unwrap().resolve(begins);
    let mut player = Player {
        stage: Stage::new(founder, begins),
        at: begins,
        gaze: Place::Group,
        done: Vec::new(),
        known: HashMap::new(),
        pages: Pages::default(),
        differences: Vec::new(),
    };
    player.prepare(opened);
    for act in &acts {
        player.act(act);
    }
    player.end()
}

struct Player {
    stage: Stage,
    /// The instant that the transcript tells.
    at: Instant,
    /// The room that is looked at.
    gaze: Place,
    /// The acts since the clock was moved, each with where it was and the message that it was in the group.
    done: Vec<(Act, String, Place, Option<MessageId>)>,
    /// Which message was the last that is known of each chat.
    known: HashMap<ChatId, MessageId>,
    pages: Pages,
    differences: Vec<String>,
}

impl Player {
    /// What comes before the story.
    fn prepare(&mut self, opened: &[&str]) {
        for name in opened {
            self.stage.opens_chat(name);
        }
        self.stage.wait_until_quiet();
        let greeting = self.news();
        self.pages
            .write("(the bot is brought to the group)", &Place::Group, &greeting);
        self.stage.clock.set(self.at);
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
        let (message, typed) = self.stage.types(speaker, &self.gaze, &act.typed);
        let asked = (self.gaze == Place::Group).then_some(message);
        self.stage.wait_for_effects();
        let drift = self.stage.clock.now() - self.at;
        assert!(
            drift < MOST_DRIFT,
            "{}: {drift} after the transcript's instant",
            act.written
        );
        self.stage.clock.set(self.stage.clock.now() + STEP);
        self.done
            .push((act.clone(), format!("{speaker}> {typed}"), self.gaze.clone(), asked));
    }

    /// Everything is out that the acts since the clock was moved led to.
    fn settle(&mut self) {
        self.stage.wait_until_quiet();
        let mut said = self.news();
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
        let target = match to {
            ClockMove::By(length) => self.at + length,
            ClockMove::To(local) => self.stage.voice().zone.resolve(local),
            ClockMove::Run => panic!("the clock of a transcript stands"),
        };
        self.pages.line(&act.typed);
        let mut hours = hours(&act.expected).into_iter().peekable();
        while let Some(next) = self.stage.next_instant().filter(|next| *next <= target) {
            let now = self.stage.clock.now();
            self.stage.clock.set(next.max(now));
            self.stage.wait_until_quiet();
            let mut said = self.news();
            if said.is_empty() {
                continue;
            }
            let voice = self.stage.voice();
            let hour = Moment::at(next, voice.zone.clone());
            let hour = format!("-- {} --", voice.text(&phrase!("console-hour", moment = moment hour)));
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
        self.stage.clock.set(target);
    }

    fn hold(&mut self, (written, place): (&str, &Place), event: &Event<'_>, said: &mut Vec<Said>) {
        let (taken, difference) = take(event, said);
        self.differences.extend(difference);
        self.pages.write(written, place, &taken);
    }

    fn nothing_more(&mut self, said: &[Said]) {
        let more = said
            .iter()
            .map(|one| format!("+{:?}: {}", one.place, one.shown.rendered()));
        self.differences.extend(more);
    }

    /// What the bot said since it was last asked.
    fn news(&mut self) -> Vec<Said> {
        let mut news = Vec::new();
        for (chat, place) in self.stage.chats() {
            let known = self.known.entry(chat).or_insert(MessageId(0));
            let new: Vec<_> = self.stage.api.look(|seen| {
                let new = seen.from_bot(chat).filter(|shown| shown.id > *known);
                new.map(|shown| shown.as_sent().clone()).collect()
            });
            *known = new.last().map_or(*known, |shown| shown.id);
            news.extend(new.into_iter().map(|shown| Said {
                place: place.clone(),
                shown,
            }));
        }
        news
    }

    fn end(mut self) -> Played {
        self.settle();
        let edited = self.stage.api.look(|seen| {
            let edited = seen
                .from_bot(&self.stage.group)
                .filter(|shown| shown.edit_date.is_some());
            edited.cloned().collect::<Vec<_>>()
        });
        self.pages.at_last(&edited, &self.stage.api.pings());
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

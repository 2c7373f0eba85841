//! What people do meanwhile: they add tasks here and there, claim a seat and give it back, and write to everybody.

use muster_test_servers::matrix::{EventId, Person, RoomId, Shown};

use super::town::Town;

/// What every broadcast says, before its number.
pub(crate) const RAIN: &str = "rain tomorrow, meet inside";
/// People wait when the bot has not heard so many of them.
const MOST_UNHEARD: usize = 6;
/// How many acts of a start follow each other at once; then one comes every so many looks.
const AT_ONCE: usize = 6;
const LOOKS: usize = 10;

/// Something that was said to the bot, once.
#[derive(Debug)]
pub(crate) struct Said {
    pub(crate) event: EventId,
    pub(crate) group: usize,
    pub(crate) by: usize,
    /// Whether it was said to the bot alone.
    pub(crate) alone: bool,
    /// The task that it adds, if it adds one.
    pub(crate) task: Option<String>,
}

/// What was done so far.
#[derive(Debug, Default)]
pub(crate) struct Load {
    pub(crate) said: Vec<Said>,
    pub(crate) broadcasts: usize,
    /// Whether the member of each group has a seat, once all is carried out.
    pub(crate) seated: [bool; 2],
    turns: usize,
    acts: usize,
    looks: usize,
}

impl Said {
    pub(crate) fn person<'a>(&self, town: &'a Town) -> &'a Person {
        &town.groups[self.group].people[self.by]
    }

    pub(crate) fn room<'a>(&self, town: &'a Town) -> &'a RoomId {
        let group = &town.groups[self.group];
        if self.alone {
            &group.homes[self.by]
        } else {
            &group.square
        }
    }

    /// How often it was answered, as who said it sees it.
    pub(crate) fn answers(&self, town: &Town) -> usize {
        let answers = |shown: &&Shown| match &self.task {
            // Where two are alone nothing says what is answered.
            Some(task) if self.alone => shown.body().contains(task.as_str()),
            _ => shown.reply_to().as_ref() == Some(&self.event),
        };
        let room = self.room(town);
        self.person(town)
            .look_at(room, |room| room.from(town.muster.id()).filter(answers).count())
    }
}

impl Load {
    /// A start of the bot begins, and people have waited for it.
    pub(crate) const fn begin_start(&mut self) {
        (self.acts, self.looks) = (0, 0);
    }

    /// Something more, as long as the bot hears it.
    pub(crate) fn go_on(&mut self, town: &Town) {
        self.looks += 1;
        let is_slow = self.acts >= AT_ONCE && !self.looks.is_multiple_of(LOOKS);
        if is_slow || self.unheard(town) >= MOST_UNHEARD {
            return;
        }
        self.acts += 1;
        self.turns += 1;
        let group = self.turns % 2;
        match self.turns / 2 % 3 {
            0 => self.take_turns(town, group),
            alone => self.add(town, group, alone == 1),
        }
    }

    fn unheard(&self, town: &Town) -> usize {
        let said = self.said.iter().rev().take(2 * MOST_UNHEARD);
        said.filter(|said| !town.door.has_heard(&said.event)).count()
    }

    fn add(&mut self, town: &Town, group: usize, alone: bool) {
        let task = format!("job-{:04}", self.said.len());
        let command = format!("task add {task}");
        let said = Said {
            event: EventId(String::new()),
            group,
            by: self.said.len() % 2,
            alone,
            task: Some(task),
        };
        self.say(town, said, &command);
    }

    /// The member claims a seat, or gives it back: the card of the shift is edited.
    fn take_turns(&mut self, town: &Town, group: usize) {
        self.seated[group] = !self.seated[group];
        let act = if self.seated[group] { "claim" } else { "drop" };
        let said = Said {
            event: EventId(String::new()),
            group,
            by: 1,
            alone: false,
            task: None,
        };
        self.say(town, said, &format!("shift {act} S1"));
    }

    fn say(&mut self, town: &Town, said: Said, command: &str) {
        let mark = if said.alone { "" } else { "!" };
        let event = said.person(town).says(said.room(town), &format!("{mark}{command}"));
        self.said.push(Said { event, ..said });
    }

    /// A broadcast to everybody of the one group, then of the other.
    pub(crate) fn broadcast(&mut self) -> Broadcast {
        self.broadcasts += 1;
        Broadcast::new(self.broadcasts)
    }
}

/// A broadcast on its way from the command to its copy.
#[derive(Debug)]
pub(crate) struct Broadcast {
    group: usize,
    words: String,
    written: bool,
    confirmed: bool,
}

impl Broadcast {
    /// The broadcast of that number.
    pub(crate) fn new(number: usize) -> Self {
        Self {
            group: number % 2,
            words: format!("{RAIN} {number}."),
            written: false,
            confirmed: false,
        }
    }

    /// Does what can be done now; whether its copy is seen.
    pub(crate) fn go_on(&mut self, town: &Town) -> bool {
        let group = &town.groups[self.group];
        let ([ana, _], [home, _]) = (&group.people, &group.homes);
        if self.confirmed {
            return self.copies(town) > 0;
        }
        if !self.written {
            ana.says(home, &format!("broadcast everyone \"{}\"", self.words));
            self.written = true;
        }
        let preview = ana.look_at(home, |room| {
            let mut previews = room.from(town.muster.id()).filter(|shown| self.is_preview(shown));
            previews.next().map(|shown| shown.id.clone())
        });
        if let Some(preview) = preview {
            ana.replies(home, &preview, "Send");
            self.confirmed = true;
        }
        false
    }

    fn is_preview(&self, shown: &Shown) -> bool {
        shown.body().contains(&self.words) && shown.body().contains("broadcast send")
    }

    /// How often the member sees it.
    pub(crate) fn copies(&self, town: &Town) -> usize {
        let group = &town.groups[self.group];
        let is_copy = |shown: &&Shown| shown.body().contains(&self.words);
        group.people[1].look_at(&group.homes[1], |room| {
            room.from(town.muster.id()).filter(is_copy).count()
        })
    }
}

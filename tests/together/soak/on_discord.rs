//! Those on Discord: they use slash commands, tap, reply to cards, mention the bot, and write to it alone.

use muster_test_servers::discord::{Answer, InteractionId, MessageId, Person, Room, Seen, Shown};

use super::asked::{Answered, Asked, Reminders, Side};
use super::script::{Act, Step};
use super::stock::Latest;
use crate::scene::Town;

const PEOPLE: usize = 96;

pub(super) struct OnDiscord<'a> {
    town: &'a Town,
    people: Vec<Person>,
    homes: Vec<Room>,
    said: Asked<MessageId>,
    used: Asked<InteractionId>,
    reminders: Reminders,
}

impl<'a> OnDiscord<'a> {
    pub(super) fn of(town: &'a Town) -> Self {
        let people: Vec<_> = (0..PEOPLE).map(|n| town.guild.member(&format!("D{n}"))).collect();
        for person in &people {
            person.says(&town.channel, &town.called("team list"));
        }
        Self {
            town,
            homes: people.iter().map(Person::private).collect(),
            people,
            said: Asked::default(),
            used: Asked::default(),
            reminders: Reminders::default(),
        }
    }

    fn answered_of(&self, seen: &Seen) -> Vec<Answered> {
        let replies = seen.from_bot(&self.town.channel).filter_map(|shown| shown.reply_to);
        let is_given = |answer: &Answer| !matches!(answer, Answer::Waiting | Answer::Thinking(_) | Answer::Failed);
        let given = self.used.ids().filter(|used| is_given(seen.answer(**used)));
        let alone = |who: usize| seen.from_bot(&self.homes[who]).map(Shown::words).collect();
        let mut answered = self.said.answered(replies);
        answered.extend(self.used.answered(given.copied()));
        answered.extend(self.reminders.answered(alone));
        answered
    }
}

impl Side for OnDiscord<'_> {
    fn people(&self) -> usize {
        self.people.len()
    }

    fn act(&mut self, step: &Step, on: &Latest) {
        let (town, person, card) = (self.town, &self.people[step.who], on.shift.cards.discord);
        let what = format!("{step:?} on Discord");
        match step.act {
            Act::Tap => self.used.push(person.taps(card, step.one_of(3)), what),
            Act::Reply => self.said.push(person.replies(card, &town.called("claim")), what),
            Act::Vote => {
                let said = person.says(&town.channel, &town.called(&on.typed(step)));
                self.said.push(said, what);
            }
            Act::Remind => {
                person.says(&self.homes[step.who], &self.reminders.another(step.who));
            }
            Act::List | Act::Roster | Act::Claim | Act::Drop => {
                // As its schema has it: the option's name stands before what is given.
                let command = on.typed(step).replace(" S", " shift:S");
                self.used.push(person.runs(&town.channel, &format!("/{command}")), what);
            }
        }
    }

    fn wait_for_last(&self) {
        if let Some(said) = self.said.last() {
            self.town.reply_on_discord(*said);
        }
    }

    fn reminders(&self) -> usize {
        self.reminders.count()
    }

    fn answered(&self) -> Vec<Answered> {
        self.town.discord.look(|seen| self.answered_of(seen))
    }
}

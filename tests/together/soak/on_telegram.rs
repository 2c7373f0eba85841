//! Those on Telegram: they type commands, tap, reply to cards, and write to the bot alone.

use muster_test_servers::telegram::{CallbackId, MessageId, Person, Seen};

use super::asked::{Answered, Asked, Reminders, Side};
use super::script::{Act, Step};
use super::stock::Latest;
use crate::account::Account;
use crate::scene::Town;

const PEOPLE: usize = 96;

pub(super) struct OnTelegram<'a> {
    town: &'a Town,
    people: Vec<Person>,
    said: Asked<MessageId>,
    tapped: Asked<CallbackId>,
    reminders: Reminders,
}

impl<'a> OnTelegram<'a> {
    pub(super) fn of(town: &'a Town) -> Self {
        let member = |n| match town.on_telegram(&format!("T{n}")) {
            Account::Telegram(person) => person,
            _ => unreachable!("they are on Telegram"),
        };
        let people: Vec<_> = (0..PEOPLE).map(member).collect();
        for person in &people {
            person.says(&town.chat, "/team list");
        }
        Self {
            town,
            people,
            said: Asked::default(),
            tapped: Asked::default(),
            reminders: Reminders::default(),
        }
    }

    fn answered_of(&self, seen: &Seen) -> Vec<Answered> {
        let replies = seen.from_bot(&self.town.chat).filter_map(|shown| shown.reply_to);
        let toasts = seen.toasts.iter().map(|toast| toast.tap.clone());
        let alone = |who: usize| {
            let said = seen.from_bot(&self.people[who]).map(|shown| shown.text.clone());
            said.collect()
        };
        let mut answered = self.said.answered(replies);
        answered.extend(self.tapped.answered(toasts));
        answered.extend(self.reminders.answered(alone));
        answered
    }
}

impl Side for OnTelegram<'_> {
    fn people(&self) -> usize {
        self.people.len()
    }

    fn act(&mut self, step: &Step, on: &Latest) {
        let (chat, person, card) = (&self.town.chat, &self.people[step.who], on.shift.cards.telegram);
        let what = format!("{step:?} on Telegram");
        match step.act {
            Act::Tap => self.tapped.push(person.taps(chat, card, step.one_of(3)), what),
            Act::Reply => self.said.push(person.replies(chat, card, "claim"), what),
            Act::Remind => {
                person.says(person, &self.reminders.another(step.who));
            }
            Act::List | Act::Roster | Act::Claim | Act::Drop | Act::Vote => {
                self.said.push(person.says(chat, &format!("/{}", on.typed(step))), what);
            }
        }
    }

    fn wait_for_last(&self) {
        if let Some(said) = self.said.last() {
            self.town.reply_on_telegram(*said);
        }
    }

    fn reminders(&self) -> usize {
        self.reminders.count()
    }

    fn answered(&self) -> Vec<Answered> {
        self.town.api.look(|seen| self.answered_of(seen))
    }
}

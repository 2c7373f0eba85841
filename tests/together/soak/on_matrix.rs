//! Those on Matrix, in an encrypted room: they type commands, react, reply to cards, and write to the bot alone.

use std::collections::HashMap;

use muster_test_servers::matrix::{EventId, Person, RoomId, Shown};

use super::asked::{Answered, Asked, Reminders, Side};
use super::script::{Act, Step};
use super::stock::Latest;
use crate::account::Account;
use crate::scene::Town;

const PEOPLE: usize = 8;
/// To claim, to drop, and to see who is in.
const KEYS: [&str; 3] = ["✅", "❌", "👥"];

pub(super) struct OnMatrix<'a> {
    town: &'a Town,
    people: Vec<Account>,
    homes: Vec<RoomId>,
    said: Asked<EventId>,
    /// Who reacted to which card with what.
    reacted: Vec<(usize, EventId, &'static str)>,
    reminders: Reminders,
}

impl<'a> OnMatrix<'a> {
    pub(super) fn of(town: &'a Town) -> Self {
        let people: Vec<_> = (0..PEOPLE).map(|n| town.on_matrix(&format!("m{n}"))).collect();
        let home = |account: &Account| {
            town.asks(account, "team list");
            town.whispers(account, "me");
            let chat =
                on_matrix(account).look(|seen| seen.chats_with(town.muster.id()).next().map(|(room, _)| room.clone()));
            chat.unwrap()
        };
        Self {
            town,
            homes: people.iter().map(home).collect(),
            people,
            said: Asked::default(),
            reacted: Vec::new(),
            reminders: Reminders::default(),
        }
    }

    /// What the bot says in the threads below the cards: one line for each reaction.
    fn reactions_answered(&self) -> Vec<Answered> {
        let mut wanted: HashMap<&EventId, usize> = HashMap::new();
        for (_, card, _) in &self.reacted {
            *wanted.entry(card).or_default() += 1;
        }
        let below = |card: &EventId| {
            self.town.yan.look_at(&self.town.room, |room| {
                let said = room.from(self.town.muster.id());
                said.filter(|shown| shown.thread().as_ref() == Some(card)).count()
            })
        };
        let one = |(card, wanted): (&EventId, usize)| Answered {
            what: format!("reactions to {card} on Matrix"),
            wanted,
            seen: below(card),
        };
        wanted.into_iter().map(one).collect()
    }

    /// Waits until everybody has seen what was said to them: the last word comes last.
    fn catch_up(&self) {
        let yan = &self.town.yan;
        let said = yan.says(&self.town.room, "!team list");
        self.town.reply_on_matrix(yan, &said);
        for account in &self.people {
            self.town.whispers(account, "team list");
        }
    }
}

impl Side for OnMatrix<'_> {
    fn people(&self) -> usize {
        self.people.len()
    }

    fn act(&mut self, step: &Step, on: &Latest) {
        let (room, person, card) = (
            &self.town.room,
            on_matrix(&self.people[step.who]),
            &on.shift.cards.matrix,
        );
        let what = format!("{step:?} on Matrix");
        match step.act {
            Act::Tap => {
                let number = step.one_of(KEYS.len());
                let reaction = (step.who, card.clone(), KEYS[number]);
                if self.reacted.contains(&reaction) {
                    // Nobody can react with the same twice.
                    let number = format!("{}", 1 + number);
                    self.said.push(person.replies(room, card, &number), what);
                } else {
                    person.reacts(room, card, KEYS[number]);
                    self.reacted.push(reaction);
                }
            }
            Act::Reply => self.said.push(person.replies(room, card, "claim"), what),
            Act::Remind => {
                person.says(&self.homes[step.who], &self.reminders.another(step.who));
            }
            Act::List | Act::Roster | Act::Claim | Act::Drop | Act::Vote => {
                self.said.push(person.says(room, &format!("!{}", on.typed(step))), what);
            }
        }
    }

    fn wait_for_last(&self) {
        if let Some(said) = self.said.last() {
            self.town.reply_on_matrix(&self.town.yan, said);
        }
    }

    fn reminders(&self) -> usize {
        self.reminders.count()
    }

    fn answered(&self) -> Vec<Answered> {
        self.catch_up();
        let (room, muster) = (&self.town.room, self.town.muster.id());
        let replies = self.town.yan.look_at(room, |room| {
            let replies = room.from(muster).filter_map(Shown::reply_to);
            replies.collect::<Vec<_>>()
        });
        let alone = |who: usize| {
            on_matrix(&self.people[who]).look_at(&self.homes[who], |home| {
                let said = home.from(muster).map(|shown| shown.body().to_owned());
                said.collect()
            })
        };
        let mut answered = self.said.answered(replies.into_iter());
        answered.extend(self.reactions_answered());
        answered.extend(self.reminders.answered(alone));
        answered
    }
}

fn on_matrix(account: &Account) -> &Person {
    match account {
        Account::Matrix(person) => person,
        _ => unreachable!("they are on Matrix"),
    }
}

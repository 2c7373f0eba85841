//! A vote that is cast where nobody else sees it: by a slash command on Discord, in the private chat elsewhere.

use muster_test_servers::discord::{Answer, InteractionId};
use muster_test_servers::telegram;

use crate::account::Account;
use crate::scene::Town;

/// A vote that was sent.
pub(crate) struct Cast {
    /// How it was typed.
    pub(crate) typed: String,
    /// In which poll.
    poll: String,
    by: By,
}

enum By {
    Discord(InteractionId),
    Telegram(telegram::Person, telegram::MessageId),
    /// It was answered so.
    Matrix(String),
}

impl Town {
    /// Somebody votes; on Matrix, where it takes its time to be sent, what they are told is waited for.
    pub(crate) fn casts(&self, account: &Account, poll: &str, choice: &str) -> Cast {
        let typed = format!("poll vote {poll} {choice}");
        let (typed, by) = match account {
            Account::Discord(person) => {
                let typed = format!("/poll vote poll:{poll} choice:{choice}");
                let asked = person.runs(&self.channel, &typed);
                (typed, By::Discord(asked))
            }
            Account::Telegram(person) => {
                let said = person.says(person, &typed);
                (typed, By::Telegram(person.clone(), said))
            }
            Account::Matrix(_) => {
                let told = self.whispers(account, &typed);
                (typed, By::Matrix(told))
            }
        };
        let poll = poll.to_owned();
        Cast { typed, poll, by }
    }

    /// What they are told of it, and nobody else.
    pub(crate) fn told_of(&self, cast: &Cast) -> String {
        match &cast.by {
            By::Discord(asked) => {
                let Answer::Message(id) = self.discord.wait_for_answer(*asked) else {
                    panic!("no message answers: {}", self.discord.summary())
                };
                let shown = self.discord.look(|seen| seen.message(id).cloned()).unwrap();
                assert!(shown.only_for.is_some(), "nobody else sees it");
                shown.words()
            }
            By::Telegram(person, said) => {
                let names_poll = format!("{} ", cast.poll);
                let answer = self.api.wait_until_some("an answer in private", |seen| {
                    let mut later = seen.from_bot(person).filter(|shown| shown.id > *said);
                    later.find(|shown| shown.text.contains(&names_poll)).cloned()
                });
                answer.text
            }
            By::Matrix(told) => told.clone(),
        }
    }
}

//! People on each platform, and what they do alike.

use muster_test_servers::{discord, matrix, telegram};

use crate::scene::Town;

/// Somebody's account.
#[derive(Clone)]
pub(crate) enum Account {
    Discord(discord::Person),
    Telegram(telegram::Person),
    Matrix(matrix::Person),
}

impl Town {
    /// They type something in the group's room, as it is typed on their platform; on Matrix, the event that the bot has not
    /// heard of yet.
    pub(crate) fn types(&self, account: &Account, typed: &str) -> Option<matrix::EventId> {
        match account {
            Account::Discord(person) if typed.starts_with('/') => {
                self.discord.wait_for_answer(person.runs(&self.channel, typed));
            }
            Account::Discord(_) => {
                let command = typed.strip_prefix("@muster ");
                self.asks(account, command.expect("a slash command, or what is said to the bot"));
            }
            Account::Telegram(person) => {
                person.says(&self.chat, typed);
            }
            Account::Matrix(person) => return Some(person.says(&self.room, typed)),
        }
        None
    }

    /// What somebody gets in the group's room on their platform, or alone, for a command there.
    pub(crate) fn asks(&self, account: &Account, command: &str) -> String {
        match account {
            Account::Discord(person) => {
                let said = person.says(&self.channel, &self.called(command));
                self.reply_on_discord(said).words()
            }
            Account::Telegram(person) => {
                let said = person.says(&self.chat, &format!("/{command}"));
                self.reply_on_telegram(said).text
            }
            Account::Matrix(person) => {
                let said = person.says(&self.room, &format!("!{command}"));
                self.reply_on_matrix(person, &said).body().to_owned()
            }
        }
    }

    /// Does it, and waits for nothing.
    pub(crate) fn begins(&self, account: &Account, command: &str) {
        match account {
            Account::Discord(person) => {
                person.says(&self.channel, &self.called(command));
            }
            Account::Telegram(person) => {
                person.says(&self.chat, &format!("/{command}"));
            }
            Account::Matrix(person) => {
                person.says(&self.room, &format!("!{command}"));
            }
        }
    }

    /// What somebody is told in private for what they say to the bot alone.
    pub(crate) fn whispers(&self, account: &Account, text: &str) -> String {
        match account {
            Account::Discord(person) => {
                let home = person.private();
                let seen = self.discord.look(|seen| seen.from_bot(&home).count());
                person.says(&home, text);
                let answer = self
                    .discord
                    .wait_until_some("an answer in private", |shown| shown.from_bot(&home).nth(seen).cloned());
                answer.words()
            }
            Account::Telegram(person) => {
                let said = person.says(person, text);
                let answer = self.api.wait_until_some("an answer in private", |seen| {
                    seen.from_bot(person).find(|shown| shown.id > said).cloned()
                });
                answer.text
            }
            Account::Matrix(person) => self.whispers_on_matrix(person, text),
        }
    }

    fn whispers_on_matrix(&self, person: &matrix::Person, text: &str) -> String {
        let muster = self.muster.id();
        let known = person.look(|seen| seen.chats_with(muster).map(|(room, _)| room.clone()).next());
        let room = known.unwrap_or_else(|| {
            let room = person.creates(matrix::NewRoom::direct(muster).encrypted());
            person.wait_until_with(&room, muster);
            person.wait_until(&room, "the bot says what to type", |room| room.from(muster).count() > 0);
            room
        });
        let seen = person.look_at(&room, |room| room.from(muster).count());
        person.says(&room, text);
        let answer = person.wait_until_some(&room, "an answer in private", |room| {
            room.from(muster).nth(seen).cloned()
        });
        answer.body().to_owned()
    }
}

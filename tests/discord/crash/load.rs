//! What people do meanwhile: slash commands, taps and mentions in the channel.

use std::time::{Duration, Instant};

use muster_test_servers::discord::{Answer, InteractionId, MessageId, Shown};

use super::town::Town;

/// What every broadcast says, before its number.
pub(crate) const RAIN: &str = "rain tomorrow, meet inside";
/// What people are told who are in S1, before its number.
const BADGE: &str = "bring your badge";
/// People wait when the bot has not answered so many of them.
const MOST_WAITING: usize = 10;
/// How many acts of a start follow each other at once; then one comes every so many looks.
const AT_ONCE: usize = 12;
const LOOKS: usize = 8;
/// Where nobody listens, somebody asks every so many looks.
const LOOKS_IN_VAIN: usize = 25;
/// How long after a mention the next one comes: 5 messages in 5 seconds may be written in a channel, and the card that stands
/// there is to be edited too.
const MENTIONS: Duration = Duration::from_secs(4);
/// How long an organizer waits before they ask again.
const PATIENCE: Duration = Duration::from_secs(8);

/// A task that somebody added, once.
#[derive(Debug)]
pub(crate) struct Job {
    pub(crate) name: String,
    pub(crate) by: usize,
    /// The slash command; none of a mention.
    pub(crate) asked: Option<InteractionId>,
}

/// A seat that somebody claimed with a tap, once.
#[derive(Debug)]
pub(crate) struct Claim {
    pub(crate) by: usize,
    pub(crate) asked: InteractionId,
}

/// What was done so far.
#[derive(Debug, Default)]
pub(crate) struct Load {
    pub(crate) jobs: Vec<Job>,
    pub(crate) claims: Vec<Claim>,
    pub(crate) broadcasts: usize,
    badges: usize,
    /// The card of S1.
    card: Option<MessageId>,
    last_mention: Option<Instant>,
    acts: usize,
    looks: usize,
}

impl Load {
    /// Posts S1.
    pub(crate) fn begin(&mut self, town: &Town) {
        let asked = town
            .ana
            .runs(&town.room, "/shift add title:Canvass when:in 5d needs:400");
        let Answer::Message(card) = town.discord.wait_for_answer(asked) else {
            panic!("the card of S1: {}", town.discord.summary());
        };
        self.card = Some(card);
    }

    pub(crate) fn card(&self) -> MessageId {
        self.card.unwrap()
    }

    /// Everything that was asked.
    pub(crate) fn asked(&self) -> Vec<InteractionId> {
        let commands = self.jobs.iter().filter_map(|job| job.asked);
        commands.chain(self.claims.iter().map(|claim| claim.asked)).collect()
    }

    /// Whether somebody added a task of that name.
    pub(crate) fn is_known(&self, title: &str) -> bool {
        self.jobs.iter().any(|job| job.name == title)
    }

    /// A start of the bot begins, and people have waited for it.
    pub(crate) const fn begin_start(&mut self) {
        (self.acts, self.looks) = (0, 0);
    }

    /// Something more, as long as the bot answers.
    pub(crate) fn go_on(&mut self, town: &Town) {
        self.looks += 1;
        let (listens, waiting) = town.discord.look(|seen| {
            let is_waiting = |job: &&Job| job.asked.is_some_and(|asked| *seen.answer(asked) == Answer::Waiting);
            let recent = self.jobs.iter().rev().take(2 * MOST_WAITING);
            (seen.connected > 0, recent.filter(is_waiting).count())
        });
        let pause = match (listens, self.acts >= AT_ONCE) {
            (false, _) => LOOKS_IN_VAIN,
            (true, true) => LOOKS,
            (true, false) => 1,
        };
        if !self.looks.is_multiple_of(pause) || waiting >= MOST_WAITING {
            return;
        }
        self.acts += 1;
        if listens && self.last_mention.is_none_or(|last| last.elapsed() > MENTIONS) {
            self.last_mention = Some(Instant::now());
            self.mention(town);
        } else if self.acts.is_multiple_of(3) && self.claims.len() < town.people.len() {
            self.claim(town);
        } else {
            self.command(town);
        }
    }

    fn next_job(&self, town: &Town) -> (usize, String) {
        let n = self.jobs.len();
        (n % town.people.len(), format!("job-{n:04}"))
    }

    fn command(&mut self, town: &Town) {
        let (by, name) = self.next_job(town);
        let asked = town.people[by].runs(&town.room, &format!("/task add title:{name}"));
        self.jobs.push(Job {
            name,
            by,
            asked: Some(asked),
        });
    }

    fn mention(&mut self, town: &Town) {
        let (by, name) = self.next_job(town);
        let me = town.discord.bot();
        town.people[by].says(&town.room, &format!("<@{me}> task add {name}"));
        self.jobs.push(Job { name, by, asked: None });
    }

    fn claim(&mut self, town: &Town) {
        let by = self.claims.len();
        let asked = town.people[by].taps(self.card(), "Claim");
        self.claims.push(Claim { by, asked });
    }

    /// A broadcast to everybody; the number that tells its copies apart stands in its text.
    pub(crate) fn broadcast(&mut self) -> Broadcast {
        self.broadcasts += 1;
        Broadcast::new("everyone", format!("{RAIN} {}.", self.broadcasts))
    }

    /// A broadcast to those who are in S1, so that something is due.
    pub(crate) fn something_due(&mut self) -> Broadcast {
        self.badges += 1;
        Broadcast::new("roster:S1", format!("{BADGE} {}.", self.badges))
    }
}

/// A broadcast on its way from the command to its first copy, as far as the bot lives to hear of it.
#[derive(Debug)]
pub(crate) struct Broadcast {
    to: &'static str,
    words: String,
    asked: Option<Instant>,
    tapped: Option<Instant>,
}

impl Broadcast {
    const fn new(to: &'static str, words: String) -> Self {
        Self {
            to,
            words,
            asked: None,
            tapped: None,
        }
    }

    /// Does what can be done now; whether copies of it are seen. A preview may be lost, as every answer that was cut off:
    /// then it is asked for again.
    pub(crate) fn go_on(&mut self, town: &Town) -> bool {
        let is_due = |at: Option<Instant>| at.is_none_or(|at| at.elapsed() > PATIENCE);
        let (listens, preview, is_seen) = town.discord.look(|seen| {
            let is_preview = |shown: &&Shown| shown.words().contains(&self.words) && shown.button("Send").is_some();
            let preview = seen.messages_for(&town.ana, &town.room).rfind(is_preview);
            let is_seen = town.homes.iter().any(|home| {
                let mut theirs = seen.from_bot(*home);
                theirs.any(|shown| shown.words().contains(&self.words))
            });
            (seen.connected > 0, preview.map(|shown| shown.id), is_seen)
        });
        if is_seen || !listens {
            return is_seen;
        }
        if let Some(preview) = preview.filter(|_| is_due(self.tapped)) {
            town.ana.taps(preview, "Send");
            self.tapped = Some(Instant::now());
        } else if self.tapped.is_none() && is_due(self.asked) {
            let command = format!("/broadcast new audience:{} text:{}", self.to, self.words);
            town.ana.runs(&town.room, &command);
            self.asked = Some(Instant::now());
        }
        false
    }
}

//! What people do meanwhile: they type in the group and in private, and tap on cards here and there.

use std::time::{Duration, Instant};

use muster_test_servers::telegram::{ChatId, MessageId, Person, Shown};

use super::town::Town;

/// What every broadcast says, before its number.
pub(crate) const RAIN: &str = "rain tomorrow, meet inside";
/// What people are told who are in S1, before its number.
const BADGE: &str = "bring your badge";

/// How many members have the card of S1 in their private chats.
const CARDS: usize = 30;
/// People wait when the bot has not heard so many of them.
const MOST_UNHEARD: usize = 12;
/// How many acts of a start follow each other at once; then one comes every so many looks.
const AT_ONCE: usize = 16;
const LOOKS: usize = 8;
/// How long after a command in the group the next one comes: 20 answers a minute may be given there, and the card that
/// stands there is to be edited too.
const IN_GROUP: Duration = Duration::from_secs(4);
/// How long an organizer waits for a preview before they ask again.
const PATIENCE: Duration = Duration::from_secs(8);

/// A task that somebody added, once.
#[derive(Debug)]
pub(crate) struct Job {
    pub(crate) name: String,
    pub(crate) by: usize,
    pub(crate) way: Way,
}

/// How somebody said something.
#[derive(Debug)]
pub(crate) enum Way {
    TypedInGroup,
    TypedInPrivate,
    TappedInGroup,
}

/// What was done so far.
#[derive(Debug, Default)]
pub(crate) struct Load {
    pub(crate) jobs: Vec<Job>,
    /// Who tapped Claim on S1, each once.
    pub(crate) claims: Vec<usize>,
    pub(crate) broadcasts: usize,
    badges: usize,
    /// The card of S1 in the group, and those in private chats.
    card: Option<MessageId>,
    /// Those that were not tapped: the nth is the nth member's.
    cards: Vec<MessageId>,
    last_in_group: Option<Instant>,
    acts_in_group: usize,
    acts: usize,
    looks: usize,
}

impl Load {
    /// Posts S1 in the group and in some private chats.
    pub(crate) fn begin(&mut self, town: &Town) {
        let said = town.ana.says(&town.group, "/shift add Canvass in 5d needs:400");
        let card = |shown: &Shown| shown.button("Claim").is_some();
        let posted = |chat: ChatId, after: MessageId| {
            town.api.wait_until_some("the card of S1", |seen| {
                let mut later = seen.from_bot(chat).filter(|shown| shown.id > after);
                later.find(|shown| card(shown)).map(|shown| shown.id)
            })
        };
        self.card = Some(posted((&town.group).into(), said));
        for person in &town.people[..CARDS] {
            let said = person.says(person, "shift show S1");
            self.cards.push(posted(person.into(), said));
        }
    }

    /// A start of the bot begins, and people have waited for it.
    pub(crate) const fn begin_start(&mut self) {
        (self.acts, self.looks) = (0, 0);
    }

    /// Something more, as long as the bot hears it.
    pub(crate) fn go_on(&mut self, town: &Town) {
        self.looks += 1;
        let is_slow = self.acts >= AT_ONCE && !self.looks.is_multiple_of(LOOKS);
        if is_slow || town.api.look(|seen| seen.pending) >= MOST_UNHEARD {
            return;
        }
        if self.last_in_group.is_none_or(|last| last.elapsed() > IN_GROUP) {
            self.last_in_group = Some(Instant::now());
            self.act_in_group(town);
        } else if let (0, Some(card)) = (self.acts % 4, self.cards.pop()) {
            self.claim(town, self.cards.len(), |person| person.into(), card);
        } else {
            self.add(town, |person, text| {
                person.says(person, text);
                Way::TypedInPrivate
            });
        }
        self.acts += 1;
    }

    /// By turns something is typed, a seat is claimed with a tap, and a task is added with one.
    fn act_in_group(&mut self, town: &Town) {
        let card = self.card();
        self.acts_in_group += 1;
        match self.acts_in_group % 3 {
            1 => self.add(town, |person, text| {
                person.says(&town.group, &format!("/{text}"));
                Way::TypedInGroup
            }),
            2 => self.claim(town, CARDS + self.acts_in_group, |_| (&town.group).into(), card),
            _ => {
                let opening = self.token(town);
                self.add(town, |person, text| {
                    person.sends_callback(&town.group, card, &format!("{opening}.{text}"));
                    Way::TappedInGroup
                });
            }
        }
    }

    fn add(&mut self, town: &Town, act: impl FnOnce(&Person, &str) -> Way) {
        let n = self.jobs.len();
        // Those who have no card of S1 in private.
        let by = CARDS + n % (town.people.len() - CARDS);
        let name = format!("job-{n:04}");
        let way = act(&town.people[by], &format!("task add {name}"));
        self.jobs.push(Job { name, by, way });
    }

    /// The nth member claims a seat, which they do once.
    fn claim(&mut self, town: &Town, n: usize, chat: impl FnOnce(&Person) -> ChatId, card: MessageId) {
        let Some(person) = town.people.get(n) else { return };
        person.taps(chat(person), card, "Claim");
        self.claims.push(n);
    }

    pub(crate) fn card(&self) -> MessageId {
        self.card.unwrap()
    }

    /// What every token of a button of the group's begins with.
    fn token(&self, town: &Town) -> String {
        let card = self.card();
        let button = town
            .api
            .look(|seen| seen.message(&town.group, card).unwrap().button("Claim"));
        let data = button.unwrap().data.unwrap();
        data.split_once('.').unwrap().0.to_owned()
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
    written: Option<(MessageId, Instant)>,
    confirmed: bool,
}

impl Broadcast {
    const fn new(to: &'static str, words: String) -> Self {
        Self {
            to,
            words,
            written: None,
            confirmed: false,
        }
    }

    /// Does what can be done now; whether copies of it are seen. A preview may be lost, as every answer that was cut off:
    /// then it is asked for again.
    pub(crate) fn go_on(&mut self, town: &Town) -> bool {
        let ana = &town.ana;
        if self.confirmed {
            return self.is_seen(town);
        }
        match self.written {
            Some((written, at)) => {
                let preview = town.api.look(|seen| {
                    let mut later = seen.from_bot(ana).filter(|shown| shown.id > written);
                    let preview =
                        later.find(|shown| shown.text.contains(&self.words) && shown.button("Send").is_some());
                    preview.map(|shown| shown.id)
                });
                if let Some(preview) = preview {
                    ana.taps(ana, preview, "Send");
                    self.confirmed = true;
                } else if at.elapsed() > PATIENCE {
                    self.written = None;
                }
            }
            None if town.api.look(|seen| seen.polling) => {
                let said = ana.says(ana, &format!("broadcast {} \"{}\"", self.to, self.words));
                self.written = Some((said, Instant::now()));
            }
            None => {}
        }
        false
    }

    fn is_seen(&self, town: &Town) -> bool {
        town.api.look(|seen| {
            let says = |person: &Person| seen.from_bot(person).any(|shown| shown.text.contains(&self.words));
            town.people.iter().any(says)
        })
    }
}

//! A message with its arguments becomes spans: our words stay ours, and what people typed stays marked as theirs.
//!
//! Fluent makes one string of a message. So that the arguments can be told from our words afterwards, each one that
//! keeps a meaning stands in that string as a single private-use character, its slot, and never as its own text:
//! nothing that a person types can look like a slot.

use fluent_bundle::{FluentArgs, FluentValue};

use super::{Arg, Language, Phrase, Voice, bundles};
use crate::reply::{Card, Line, Span};
use crate::time::{self, Moment, When};

/// The slot of the first argument; Unicode keeps this plane for private use, and no message file has it.
const FIRST_SLOT: u32 = 0xF_0000;
/// The slots end here, two below the end of the plane.
const LAST_SLOT: u32 = 0xF_FFFD;

impl Voice {
    /// The sentence as a line of a card; arguments keep what they are (typed by people, names, times, commands).
    pub fn line(&self, phrase: &Phrase) -> Line {
        let args = phrase
            .args
            .iter()
            .zip(FIRST_SLOT..)
            .map(|((name, arg), slot)| (*name, fluent_value(arg, slot)))
            .collect::<FluentArgs<'_>>();
        let woven = bundles::format(self.language, &phrase.key, &args);
        let mut line = Line::default();
        let mut words = String::new();
        for char in woven.chars() {
            match slot_index(char).and_then(|index| phrase.args.get(index)) {
                Some((_, arg)) => {
                    line.push_text(std::mem::take(&mut words));
                    line.extend(self.spans(arg));
                }
                None => words.push(char),
            }
        }
        line.push_text(words);
        line
    }

    /// A member's name by itself.
    pub fn name(&self, name: &str) -> Line {
        self.spans(&Arg::Person(name.to_owned()))
    }

    /// The sentence as plain text, for labels.
    pub fn text(&self, phrase: &Phrase) -> String {
        self.line(phrase).to_string()
    }

    /// A card of that one sentence.
    pub fn say(&self, phrase: &Phrase) -> Card {
        Card::new().line(self.line(phrase))
    }

    /// What stands in an argument's slot.
    pub(super) fn spans(&self, arg: &Arg) -> Line {
        match arg {
            Arg::Number(number) => Line::from(number.to_string()),
            Arg::Word(word) => Line::from(word.as_str()),
            Arg::User(text) => Line(vec![Span::User(text.clone())]),
            Arg::Person(name) if name.is_empty() => self.line(&crate::phrase!("former-member")),
            Arg::Person(name) => Line(vec![Span::Person(name.clone())]),
            Arg::Mention(name, accounts) => Line(vec![Span::Mention {
                name: name.clone(),
                accounts: accounts.clone(),
            }]),
            Arg::Command(command) => Line(vec![Span::Command(command.clone())]),
            Arg::Moment(moment) => Line(vec![self.moment(moment)]),
            Arg::When(when) => Line(vec![self.when(when)]),
            Arg::Zone(zone) => Line::from(zone.words(self.language)),
            Arg::Duration(duration) => Line::from(time::duration_words(*duration, self.language)),
            Arg::Hours(duration) => Line::from(time::duration_in_hours(*duration, self.language)),
            Arg::Phrase(phrase) => self.line(phrase),
            Arg::List(items) => self.list(items),
        }
    }

    fn moment(&self, moment: &Moment) -> Span {
        Span::Time {
            at: moment.at,
            words: time::words_of_moment(moment, self.now, self.language),
            zone: self.zone_words(&moment.zone, moment.at, moment.at),
        }
    }

    /// A day without a clock time is no instant: it stays words.
    fn when(&self, when: &When) -> Span {
        let words = time::words_of_when(when, self.now, self.language);
        if when.timed {
            Span::Time {
                at: when.start.at,
                words,
                zone: self.zone_of(when),
            }
        } else {
            Span::Text(words)
        }
    }

    /// "Ana, Ben and Cleo".
    fn list(&self, items: &[Arg]) -> Line {
        let items: Vec<Line> = items.iter().map(|item| self.spans(item)).collect();
        let mut line = Line::default();
        for (index, item) in items.iter().enumerate() {
            let joiner = match items.len() - index {
                _ if index == 0 => None,
                1 if takes_e(self.language, item) => Some(crate::phrase!("list-and-before-i")),
                1 => Some(crate::phrase!("list-and")),
                _ => Some(crate::phrase!("list-comma")),
            };
            line.extend(joiner.map(|joiner| self.line(&joiner)).unwrap_or_default());
            line.extend(item.clone());
        }
        line
    }
}

/// What Fluent sees of an argument: what a message may select by, else its slot.
fn fluent_value(arg: &Arg, slot: u32) -> FluentValue<'static> {
    match arg {
        Arg::Number(number) => FluentValue::from(*number),
        Arg::Word(word) => word
            .chars()
            .filter(|char| slot_index(*char).is_none())
            .collect::<String>()
            .into(),
        _ => char::from_u32(slot).unwrap_or_default().to_string().into(),
    }
}

fn slot_index(char: char) -> Option<usize> {
    let code = u32::from(char);
    (FIRST_SLOT..=LAST_SLOT)
        .contains(&code)
        .then(|| usize::try_from(code - FIRST_SLOT).ok())
        .flatten()
}

/// Spanish says "e" before the sound of i ("Ana e Inés", "madre e hija"), but not before a diphthong ("nieve y hielo").
fn takes_e(language: Language, next: &Line) -> bool {
    let word = next.to_string().to_lowercase();
    let sound = word.strip_prefix('h').unwrap_or(&word);
    let mut chars = sound.chars();
    language == Language::Spanish
        && matches!(chars.next(), Some('i' | 'í'))
        && !matches!(chars.next(), Some('a' | 'e' | 'o' | 'á' | 'é' | 'ó' | 'u' | 'ú'))
}

//! The message catalogue: every sentence that people see, in every language.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::time::{Moment, When, Zone};

/// A language that the catalogue speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Language {
    /// English.
    #[serde(rename = "en")]
    English,
    /// Spanish.
    #[serde(rename = "es")]
    Spanish,
}

impl Language {
    /// Every language.
    pub const ALL: [Self; 2] = [Self::English, Self::Spanish];

    /// The ISO 639-1 code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Spanish => "es",
        }
    }

    /// The language of that code, or `None`.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|language| language.code().eq_ignore_ascii_case(code))
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// A sentence of the catalogue with its arguments, in no language yet. Made by [`phrase!`](crate::phrase).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    /// The message's key in the catalogue.
    pub key: &'static str,
    /// Its arguments by name.
    pub args: Vec<(&'static str, Arg)>,
}

/// An argument of a [`Phrase`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arg {
    /// A count: selects the plural form.
    Number(i64),
    /// A word of ours that a message may select by (`{ $role -> [captain] … }`), or that stands as it is.
    Word(String),
    /// What a person typed.
    User(String),
    /// A member's name.
    Person(String),
    /// Something to type.
    Command(String),
    /// A moment, shown in words with weekday and zone.
    Moment(Moment),
    /// A `<when>`: a moment, a range or a repeat, in words.
    When(When),
    /// A length of time, in words.
    Duration(crate::time::Duration),
    /// Another sentence.
    Phrase(Phrase),
    /// Several, joined as the language joins a list ("Ana, Ben and Cleo").
    List(Vec<Arg>),
}

/// How one reader is spoken to: language, zone, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Voice {
    /// The reader's language.
    pub language: Language,
    /// The reader's zone.
    pub zone: Zone,
    /// The present instant: dates of another year carry it.
    pub now: crate::clock::Instant,
}

/// A [`Phrase`]: the key, then `name = kind value` for each argument, where kind is one of `number`, `word`, `user`,
/// `person`, `command`, `moment`, `when`, `duration`, `phrase`, `list`.
///
/// ```
/// use muster_core::phrase;
/// let full = phrase!("shift-full", shift = command "S12", place = number 2);
/// assert_eq!(full.key, "shift-full");
/// ```
#[macro_export]
macro_rules! phrase {
    ($key:literal $(, $name:ident = $kind:ident $value:expr)* $(,)?) => {
        $crate::locale::Phrase {
            key: $key,
            args: vec![$((stringify!($name), $crate::phrase!(@ $kind $value))),*],
        }
    };
    (@ number $value:expr) => { $crate::locale::Arg::Number(i64::from($value)) };
    (@ word $value:expr) => { $crate::locale::Arg::Word($value.to_string()) };
    (@ user $value:expr) => { $crate::locale::Arg::User($value.to_string()) };
    (@ person $value:expr) => { $crate::locale::Arg::Person($value.to_string()) };
    (@ command $value:expr) => { $crate::locale::Arg::Command($value.to_string()) };
    (@ moment $value:expr) => { $crate::locale::Arg::Moment($value.clone()) };
    (@ when $value:expr) => { $crate::locale::Arg::When($value.clone()) };
    (@ duration $value:expr) => { $crate::locale::Arg::Duration($value) };
    (@ phrase $value:expr) => { $crate::locale::Arg::Phrase($value) };
    (@ list $value:expr) => { $crate::locale::Arg::List($value) };
}

impl Voice {
    /// The sentence as a line of a card; arguments keep what they are (typed by people, names, times, commands).
    pub fn line(&self, phrase: &Phrase) -> crate::reply::Line {
        crate::reply::Line(vec![crate::reply::Span::Text(phrase.key.to_owned())])
    }

    /// The sentence as plain text, for labels.
    pub fn text(&self, phrase: &Phrase) -> String {
        phrase.key.to_owned()
    }
}

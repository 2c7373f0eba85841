//! The message catalogue: every sentence that people see, in every language.
//!
//! - [`Phrase`], [`Arg`], [`phrase!`](crate::phrase): a sentence in no language yet
//! - [`Voice`]: how one reader is spoken to; makes the phrase a line of a card
//! - `bundles`: the Fluent files, one directory a language and one file a domain under `bot-core/locales/`
//! - `offset`: the zone of a time, and how far it is from UTC
//! - `weave`: a message with its arguments becomes spans
//!
//! To add a sentence: write its message under the same key, with the same arguments, in every language's file of
//! the domain, and use it as `phrase!("key", name = kind value)`. The tests here say what is missing, what does not
//! fit and what nobody uses.

mod bundles;
mod offset;
#[cfg(test)]
mod tests;
mod weave;

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::surface::Platform;
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
    pub key: Cow<'static, str>,
    /// Its arguments by name.
    pub args: Vec<(&'static str, Arg)>,
}

impl Phrase {
    /// The sentence of a key that is made of data (`command-shift-claim`), without arguments. Where the key is known,
    /// [`phrase!`](crate::phrase) says it, and the tests hold it against the files.
    pub fn keyed(key: impl Into<Cow<'static, str>>) -> Self {
        Self {
            key: key.into(),
            args: Vec::new(),
        }
    }
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
    /// A member's name; an empty one is that of a former member who was forgotten.
    Person(String),
    /// A member who shall hear that they are named, with their accounts.
    Mention(String, Vec<(Platform, String)>),
    /// Something to type.
    Command(String),
    /// A moment, shown in words with weekday and zone.
    Moment(Moment),
    /// A `<when>`: a moment, a range or a repeat, in words.
    When(When),
    /// A zone, in words.
    Zone(Zone),
    /// A length of time, in words.
    Duration(crate::time::Duration),
    /// The same in hours and minutes, as work is counted.
    Hours(crate::time::Duration),
    /// Another sentence.
    Phrase(Phrase),
    /// Several, joined as the language joins a list ("Ana, Ben and Cleo").
    List(Vec<Arg>),
}

impl Arg {
    /// A count of any whole-number type, a length among them; one that no `i64` holds counts as the largest.
    pub fn number(count: impl TryInto<i64>) -> Self {
        Self::Number(count.try_into().unwrap_or(i64::MAX))
    }
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
/// `person`, `command`, `moment`, `when`, `zone`, `duration`, `phrase`, `list`; `any` for an [`Arg`] that is one already.
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
            key: ::std::borrow::Cow::Borrowed($key),
            args: vec![$((stringify!($name), $crate::phrase!(@ $kind $value))),*],
        }
    };
    (@ number $value:expr) => { $crate::locale::Arg::number($value) };
    (@ word $value:expr) => { $crate::locale::Arg::Word($value.to_string()) };
    (@ user $value:expr) => { $crate::locale::Arg::User($value.to_string()) };
    (@ person $value:expr) => { $crate::locale::Arg::Person($value.to_string()) };
    (@ command $value:expr) => { $crate::locale::Arg::Command($value.to_string()) };
    (@ moment $value:expr) => { $crate::locale::Arg::Moment($value.clone()) };
    (@ when $value:expr) => { $crate::locale::Arg::When($value.clone()) };
    (@ zone $value:expr) => { $crate::locale::Arg::Zone($value.clone()) };
    (@ duration $value:expr) => { $crate::locale::Arg::Duration($value) };
    (@ hours $value:expr) => { $crate::locale::Arg::Hours($value) };
    (@ phrase $value:expr) => { $crate::locale::Arg::Phrase($value) };
    (@ list $value:expr) => { $crate::locale::Arg::List($value) };
    (@ any $value:expr) => { $value };
}

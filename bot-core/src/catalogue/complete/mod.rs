//! Completion: what could come next at the end of a half-typed command. Reads only, and offers nobody what they may
//! not do.
//!
//! - here: who asks, and what is offered
//! - `cursor`: which argument stands at the cursor, a pure function of the text
//! - `values`: what that argument could be

mod cursor;
mod values;

use std::collections::HashSet;

use super::refuse::cut;
use super::{CommandSpec, INPUT_CHARS, RawInvocation, by_area, specs, usage};
use crate::clock::Instant;
use crate::door::Defaults;
use crate::door::onlooker::Onlooker;
use crate::error::Fault;
use crate::ids::PersonId;
use crate::locale::{Phrase, Voice};
use crate::people::Group;
use crate::store::UnitOfWork;
use crate::surface::{Author, RoomAddress};
use cursor::{AtCursor, Cursor};

/// The most choices that are offered at once (what Discord takes: Discord API documentation, "Autocomplete").
const MOST: usize = 25;

/// The most characters of what stands for a choice, and of what it puts in its place (the same).
const CHOICE_CHARS: usize = 100;

/// A half-typed command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    /// Where it is typed.
    pub room: RoomAddress,
    /// By whom.
    pub author: Author,
    /// What stands before the cursor: of the whole line, or of the argument that is typed apart.
    pub text: String,
    /// The argument that is being typed, where the platform takes each apart.
    pub apart: Option<Apart>,
}

/// A command whose arguments are typed each in a place of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Apart {
    /// The command's words, and the other arguments as far as they are given.
    pub given: RawInvocation,
    /// The name of the argument that is being typed.
    pub name: String,
}

impl Query {
    /// A command that is typed as one line.
    pub const fn line(room: RoomAddress, author: Author, text: String) -> Self {
        Self {
            room,
            author,
            text,
            apart: None,
        }
    }

    /// An argument that is typed apart.
    pub const fn apart(room: RoomAddress, author: Author, given: RawInvocation, name: String, text: String) -> Self {
        let apart = Some(Apart { given, name });
        Self {
            room,
            author,
            text,
            apart,
        }
    }
}

/// Something that could come next; value and label have at most 100 characters each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What to put in place of the last word of a line, or of all that stands in an argument that is typed apart.
    pub value: String,
    /// What it is, for the eye: `S12 · Sat 10:00 Canvass · 2 left`.
    pub label: String,
}

/// Who types, as far as they are known.
struct Typist<'a> {
    room: &'a RoomAddress,
    onlooker: Onlooker,
}

/// The choices for a query, the likeliest first, at most 25.
pub async fn choices(
    unit: &mut dyn UnitOfWork,
    query: &Query,
    defaults: &Defaults,
    now: Instant,
) -> Result<Vec<Choice>, Fault> {
    if query.text.len() > INPUT_CHARS {
        return Ok(Vec::new());
    }
    let typist = Typist {
        room: &query.room,
        onlooker: Onlooker::of(unit, &query.room, &query.author, defaults, now).await?,
    };
    let mut choices = match &query.apart {
        Some(apart) => of_argument(unit, apart, &query.text, &typist).await?,
        None => of_line(unit, &query.text, &typist).await?,
    };
    choices.retain(|choice| choice.value.chars().count() <= CHOICE_CHARS);
    choices.truncate(MOST);
    for choice in &mut choices {
        choice.label = cut(&choice.label, CHOICE_CHARS - 1);
    }
    Ok(choices)
}

/// What could come next at the end of a line.
async fn of_line(unit: &mut dyn UnitOfWork, text: &str, typist: &Typist<'_>) -> Result<Vec<Choice>, Fault> {
    let cursor = Cursor::of(text);
    let mut choices = words(&cursor, typist);
    if let Some(spec) = cursor.command().filter(|spec| typist.may(spec)) {
        choices.extend(values::at(unit, &cursor.in_command(spec), typist).await?);
    }
    Ok(choices)
}

/// What could stand in an argument that is typed apart.
async fn of_argument(
    unit: &mut dyn UnitOfWork,
    apart: &Apart,
    text: &str,
    typist: &Typist<'_>,
) -> Result<Vec<Choice>, Fault> {
    let cursor = specs()
        .find(|spec| spec.path == apart.given.text && typist.may(spec))
        .and_then(|spec| AtCursor::apart(spec, apart, text));
    Ok(match cursor {
        Some(cursor) => values::at(unit, &cursor, typist).await?,
        None => Vec::new(),
    })
}

impl Typist<'_> {
    fn may(&self, spec: &CommandSpec) -> bool {
        self.onlooker.may(spec)
    }

    const fn voice(&self) -> &Voice {
        &self.onlooker.voice
    }

    const fn group(&self) -> Option<&Group> {
        self.onlooker.group.as_ref()
    }

    fn person(&self) -> Option<PersonId> {
        self.onlooker.person.as_ref().map(|person| person.id)
    }
}

/// The words that could come next in a command's path.
fn words(cursor: &Cursor<'_>, typist: &Typist<'_>) -> Vec<Choice> {
    let mut offered = HashSet::new();
    let fitting = specs().filter(|spec| typist.may(spec));
    fitting
        .filter_map(|spec| Some((spec, cursor.next_word_of(spec)?)))
        .filter(|(_, word)| offered.insert(*word))
        .map(|(spec, word)| Choice {
            value: word.to_owned(),
            label: label(spec, cursor.before.len(), typist),
        })
        .collect()
}

/// `shift · Shifts: who is needed where and when`, `shift claim S12 [role] · Take a seat`.
fn label(spec: &CommandSpec, words_before: usize, typist: &Typist<'_>) -> String {
    let whole = spec.words().count() == words_before + 1;
    let area = words_before == 0 && by_area(spec.area()).count() > 1;
    if whole && !area {
        let sentence = typist.voice().text(&Phrase::keyed(spec.summary_key()));
        return format!("{} · {sentence}", usage(spec));
    }
    let sentence = typist.voice().text(&Phrase::keyed(format!("area-{}", spec.area())));
    format!("{} · {sentence}", spec.area())
}

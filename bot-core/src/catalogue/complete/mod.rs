//! Completion: what could come next at the end of a half-typed command. Reads only, and offers nobody what they may
//! not do.
//!
//! - here: who asks, and what is offered
//! - `cursor`: which argument stands at the cursor, a pure function of the text
//! - `values`: what that argument could be

mod cursor;
mod values;

use std::collections::HashSet;

use super::{CommandSpec, INPUT_CHARS, by_area, specs, usage};
use crate::clock::Instant;
use crate::door::{Defaults, entry};
use crate::error::Fault;
use crate::ids::PersonId;
use crate::locale::{Phrase, Voice};
use crate::people::{Group, Role};
use crate::reply::Visibility;
use crate::store::UnitOfWork;
use crate::surface::{Author, RoomAddress};
use crate::time::Frame;
use cursor::Cursor;

/// The most choices that are offered at once (what Discord takes: Discord API documentation, "Autocomplete").
const MOST: usize = 25;

/// A half-typed command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    /// Where it is typed.
    pub room: RoomAddress,
    /// By whom.
    pub author: Author,
    /// What stands before the cursor.
    pub text: String,
}

/// Something that could come next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What to put in place of the last word.
    pub value: String,
    /// What it is, for the eye: `S12 · Sat 10:00 Canvass · 2 left`.
    pub label: String,
}

/// Who types, as far as they are known.
struct Typist<'a> {
    room: &'a RoomAddress,
    person: Option<PersonId>,
    group: Option<Group>,
    role: Role,
    captain_somewhere: bool,
    voice: Voice,
    frame: Frame,
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
    let typist = Typist::of(unit, query, defaults, now).await?;
    let cursor = Cursor::of(&query.text);
    let mut choices = words(&cursor, &typist);
    if let Some(spec) = cursor.command().filter(|spec| typist.may(spec)) {
        choices.extend(values::at(unit, &cursor.in_command(spec), &typist).await?);
    }
    choices.truncate(MOST);
    Ok(choices)
}

impl<'a> Typist<'a> {
    async fn of(unit: &mut dyn UnitOfWork, query: &'a Query, defaults: &Defaults, now: Instant) -> Result<Self, Fault> {
        let known = entry::known(unit, &query.room, &query.author.account).await?;
        let voice = entry::voice(
            known.person.as_ref(),
            known.speaking(),
            Visibility::Private,
            &query.room,
            defaults,
            now,
        );
        let entry::Known { person, group, .. } = known;
        let mut role = Role::Member;
        let mut captain_somewhere = false;
        match (&person, &group) {
            (Some(person), Some(group)) => {
                let membership = unit.membership(group.id, person.id).await?;
                role = membership.map_or(Role::Member, |membership| membership.role);
                let teams = unit.teams_of(group.id, person.id).await?;
                captain_somewhere = teams.iter().any(|(_, captain)| *captain);
            }
            // Whoever administers a place without a group founds one with their first command.
            (_, None) if query.author.administers() => role = Role::Organizer,
            _ => {}
        }
        Ok(Self {
            room: &query.room,
            frame: Frame {
                now,
                zone: voice.zone.clone(),
                language: voice.language,
            },
            person: person.map(|person| person.id),
            group,
            role,
            captain_somewhere,
            voice,
        })
    }

    fn may(&self, spec: &CommandSpec) -> bool {
        spec.access.admits(self.role, self.captain_somewhere)
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
        let sentence = typist.voice.text(&Phrase::keyed(spec.summary_key()));
        return format!("{} · {sentence}", usage(spec));
    }
    let sentence = typist.voice.text(&Phrase::keyed(format!("area-{}", spec.area())));
    format!("{} · {sentence}", spec.area())
}

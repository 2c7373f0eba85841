//! Editing dates of a series.

use super::{DateChange, Named, Reached, keep, news, said};
use crate::clock::Instant;
use crate::desk::{Answer, Desk};
use crate::error::{Outcome, UserError};
use crate::phrase;
use crate::series::Scope;
use crate::shift::change::{Edit, Header};
use crate::shift::command::Repeated;
use crate::shift::desk::for_update;
use crate::shift::series::{Field, Series};

/// Edits the dates that are meant, and gives them another rule, if one is asked for.
pub(in crate::shift::desk) async fn edit(
    desk: &mut Desk<'_>,
    mut reached: Reached,
    edit: &Edit,
    repeat: Option<&Repeated>,
) -> Outcome<Answer> {
    if reached.scope == Scope::One {
        if repeat.is_some() {
            let refusal = UserError::new(phrase!("series-rule-for-one"));
            return Err(refusal
                .type_next(format!("{} {}", without_scope(&desk.typed), Scope::Later.typed()))
                .into());
        }
        return edit_one(desk, reached, edit).await;
    }
    let nothing_left = || UserError::new(phrase!("series-nothing-left")).type_next("shift list");
    let from = reached.from(desk).ok_or_else(nothing_left)?;
    let (mut live, mut cancelled) = reached.lock(desk, from).await?;
    if live.is_empty() && reached.series.ended && repeat.is_none() {
        return Err(nothing_left().into());
    }
    let kept = apply(&mut reached, &mut live, edit, desk.work.now)?;
    let mut removed = Vec::new();
    match repeat {
        None => {}
        Some(Repeated::Not) => removed = super::ending::no_more(desk, &mut reached, &mut live)?,
        Some(Repeated::By(when)) => {
            super::hours::another_rule(desk, &mut reached, &mut live, &mut cancelled, from, when)?;
        }
    }
    let changed = live.iter().chain(&removed).chain(&cancelled).any(DateChange::is_change);
    if !changed && reached.series == reached.before {
        return Err(UserError::new(phrase!("series-edit-same"))
            .type_next("shift list")
            .into());
    }
    live.extend(removed);
    live.extend(cancelled);
    super::hours::in_saving_order(&mut live);
    keep(desk, &mut reached, &live).await?;
    news::tell(desk, &reached.series, &live).await?;
    said::changed(desk, &reached, &live, &kept).await
}

/// The command without its `dates:`.
fn without_scope(typed: &str) -> String {
    let words = typed
        .split_whitespace()
        .filter(|word| !word.to_lowercase().starts_with("dates:"));
    words.collect::<Vec<_>>().join(" ")
}

async fn edit_one(desk: &mut Desk<'_>, mut reached: Reached, edit: &Edit) -> Outcome<Answer> {
    let number = reached.make_named(desk).await?.number;
    let mut change = DateChange::new(for_update(desk, number).await?);
    desk.must_run(change.before.shift.team)?;
    change.moves = change.after.edit(edit, desk.work.now)?;
    if let Some(of) = &mut change.after.shift.series {
        of.own.extend(edit.fields());
    }
    let changes = [change];
    keep(desk, &mut reached, &changes).await?;
    news::tell(desk, &reached.series, &changes).await?;
    said::one(
        desk,
        &changes[0],
        |shift| phrase!("shift-edited", shift = word shift.reference()),
    )
    .await
}

/// Edits the template and the dates, but for what is a date's own; the numbers of the dates that keep something. The date
/// that is named follows in everything.
fn apply(reached: &mut Reached, live: &mut [DateChange], edit: &Edit, now: Instant) -> Result<Vec<u32>, UserError> {
    let named = match &reached.named {
        Named::Made(shift) => Some(shift.number),
        Named::Ahead(_) => None,
    };
    let fields = edit.fields();
    let mut kept = Vec::new();
    for change in live {
        let shift = &mut change.after.shift;
        let own = match &mut shift.series {
            Some(of) if Some(shift.number) == named => {
                of.own.retain(|field| !fields.contains(field));
                Vec::new()
            }
            Some(of) => of.own.iter().copied().filter(|field| fields.contains(field)).collect(),
            None => Vec::new(),
        };
        if !own.is_empty() {
            kept.push(shift.number);
        }
        change.moves = change.after.apply(&edit.without(&own), now)?;
        if change.is_change() && change.after.shift.version == change.before.shift.version {
            change.after.shift.version += 1;
        }
    }
    reached.series.edit(edit);
    Ok(kept)
}

impl Series {
    fn edit(&mut self, edit: &Edit) {
        let template = &mut self.template;
        if let Some(needs) = &edit.needs {
            template.needs = needs.clone();
        }
        edit.write(&mut Header {
            title: &mut template.title,
            place: &mut template.place,
            note: &mut template.note,
            cutoff: &mut template.cutoff,
            opens: &mut template.opens,
            team: &mut template.team,
        });
    }
}

impl Edit {
    /// What it changes.
    pub(in crate::shift) fn fields(&self) -> Vec<Field> {
        let given = [
            (Field::Title, self.title.is_some()),
            (Field::Needs, self.needs.is_some()),
            (Field::Place, self.place.is_some()),
            (Field::Note, self.note.is_some()),
            (Field::Cutoff, self.cutoff.is_some()),
            (Field::Opens, self.opens.is_some()),
            (Field::Team, self.team.is_some()),
        ];
        given
            .into_iter()
            .filter(|(_, given)| *given)
            .map(|(field, _)| field)
            .collect()
    }

    /// The same without those fields.
    pub(in crate::shift) fn without(&self, fields: &[Field]) -> Self {
        let mut edit = self.clone();
        for field in fields {
            match field {
                Field::Title => edit.title = None,
                Field::Needs => edit.needs = None,
                Field::Place => edit.place = None,
                Field::Note => edit.note = None,
                Field::Cutoff => edit.cutoff = None,
                Field::Opens => edit.opens = None,
                Field::Team => edit.team = None,
                Field::Hours => {}
            }
        }
        edit
    }
}

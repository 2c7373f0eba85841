//! What whoever acted on dates of a series sees.

use std::collections::BTreeSet;

use super::{DateChange, Named, Reached, hours, is_live};
use crate::desk::{Answer, Desk};
use crate::error::Outcome;
use crate::ids::{PersonId, Reference};
use crate::locale::{Arg, Phrase};
use crate::phrase;
use crate::reply::Card;
use crate::shift::Shift;
use crate::shift::desk::{moved_up, with_card};
use crate::shift::series::Series;
use crate::time::Moment;

/// After an act on one date: the same as for any shift.
pub(super) async fn one(
    desk: &mut Desk<'_>,
    change: &DateChange,
    told: impl FnOnce(&Shift) -> Phrase + Send,
) -> Outcome<Answer> {
    let mut said = vec![told(&change.after.shift)];
    if change.before.shift.when() != change.after.shift.when() {
        said.extend(telling(desk, &[change]));
    }
    said.extend(moved_up(desk, &change.promoted).await?);
    with_card(desk, said, change.after.clone()).await
}

/// After a change of several dates: which they are, which keep something of their own, and the card of one of them.
pub(super) async fn changed(
    desk: &mut Desk<'_>,
    reached: &Reached,
    changes: &[DateChange],
    kept: &[u32],
) -> Outcome<Answer> {
    let dates = hours::by_date(changes);
    let gone: Vec<&DateChange> = dates
        .iter()
        .copied()
        .filter(|date| !is_live(&date.after.shift))
        .collect();
    let moved: Vec<&DateChange> = dates.iter().copied().filter(|date| hours_changed(date)).collect();
    let edited = dates
        .iter()
        .filter(|date| is_live(&date.after.shift) && !hours_changed(date));
    let edited: Vec<&DateChange> = edited.copied().collect();
    let mut said = Vec::new();
    if let Some((shifts, count)) = listed(&moved) {
        said.push(phrase!("series-moved", shifts = list shifts, count = number count));
    }
    if let Some((shifts, count)) = listed(&edited) {
        said.push(phrase!("series-edited", shifts = list shifts, count = number count));
    }
    if let Some((shifts, count)) = listed(&gone) {
        said.push(phrase!("series-gone", shifts = list shifts, count = number count));
    }
    if reached.series.ended && !reached.before.ended {
        said.push(phrase!("series-no-more"));
    } else if !reached.series.ended {
        said.push(phrase!("series-and-so-on"));
    }
    let kept: Vec<Arg> = kept
        .iter()
        .map(|number| word(Reference::new(crate::ids::Kind::Shift, *number)))
        .collect();
    if !kept.is_empty() {
        let count = kept.len();
        said.push(phrase!("series-kept", shifts = list kept, count = number count));
    }
    said.extend(telling(
        desk,
        &dates
            .iter()
            .copied()
            .filter(|date| hours_changed(date))
            .collect::<Vec<_>>(),
    ));
    for change in &dates {
        said.extend(moved_up(desk, &change.promoted).await?);
    }
    let named = reached.named_number();
    let is_named = |change: &&&DateChange| Some(change.after.shift.number) == named;
    let shown = dates
        .iter()
        .find(is_named)
        .or_else(|| dates.first())
        .filter(|change| is_live(&change.after.shift));
    let roster = match (shown, &reached.named) {
        (Some(change), _) => Some(change.after.clone()),
        (None, Named::Made(shift)) => desk.work.unit.shift(shift.group, shift.number).await?,
        (None, Named::Ahead(_)) => None,
    };
    match roster {
        Some(roster) => with_card(desk, said, roster).await,
        None => Ok(lines(desk, &said).actions(&desk.voice, [], "undo").into()),
    }
}

/// After dates were cancelled.
pub(super) async fn cancelled(desk: &mut Desk<'_>, changes: &[DateChange]) -> Outcome<Answer> {
    let dates = hours::by_date(changes);
    let said = match (&dates[..], listed(&dates)) {
        ([change], _) => {
            let shift = &change.after.shift;
            vec![phrase!("shift-cancelled", shift = word shift.reference(), title = user shift.title)]
        }
        (_, Some((shifts, count))) => {
            vec![phrase!("series-gone", shifts = list shifts, count = number count)]
        }
        (_, None) => Vec::new(),
    };
    let mut said = said;
    if dates.len() != 1 {
        said.push(phrase!("series-no-more"));
    }
    said.extend(telling(desk, &dates));
    Ok(lines(desk, &said).actions(&desk.voice, [], "undo").into())
}

/// After a date that was not made yet was left out.
pub(super) fn left_out(desk: &Desk<'_>, series: &Series, date: &Moment) -> Answer {
    let said = phrase!("series-left-out", title = user series.template.title, date = moment date);
    desk.voice.say(&said).actions(&desk.voice, [], "undo").into()
}

fn hours_changed(change: &DateChange) -> bool {
    let (before, after) = (&change.before.shift, &change.after.shift);
    is_live(after) && before.when() != after.when()
}

/// The references of dates as a sentence lists them, and how many they are; `None` for none.
fn listed(dates: &[&DateChange]) -> Option<(Vec<Arg>, usize)> {
    let references = super::references(dates.iter().map(|change| &change.after.shift));
    (!dates.is_empty()).then(|| (references.into_iter().map(word).collect(), dates.len()))
}

fn word(reference: Reference) -> Arg {
    Arg::Word(reference.to_string())
}

/// "I'm writing to 5 people about it." Nothing, if nobody else is on those dates.
pub(in crate::shift) fn telling(desk: &Desk<'_>, dates: &[&DateChange]) -> Option<Phrase> {
    let people: BTreeSet<PersonId> = dates.iter().flat_map(|change| change.after.people()).collect();
    let count = people.into_iter().filter(|person| *person != desk.me()).count();
    (count > 0).then(|| phrase!("shift-telling", count = number count))
}

fn lines(desk: &Desk<'_>, said: &[Phrase]) -> Card {
    said.iter()
        .fold(Card::new(), |card, phrase| card.line(desk.voice.line(phrase)))
}

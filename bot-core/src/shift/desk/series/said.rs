//! What whoever acted on dates of a series sees.

use std::collections::BTreeSet;

use super::{DateChange, Named, Reached, hours, is_live};
use crate::desk::{Answer, Desk};
use crate::error::Outcome;
use crate::ids::{Kind, PersonId, Reference};
use crate::locale::{Arg, Phrase};
use crate::phrase;
use crate::reply::Card;
use crate::shift::desk::{who_moved, with_card};
use crate::shift::roster::Move;
use crate::shift::series::Series;
use crate::shift::{Roster, Shift};
use crate::time::Moment;

/// The most dates that a sentence names.
const MOST_NAMED: usize = 6;

/// After an act on one date: the same as for any shift.
pub(super) async fn one(
    desk: &mut Desk<'_>,
    change: &DateChange,
    told: impl FnOnce(&Shift) -> Phrase + Send,
) -> Outcome<Answer> {
    let mut said = vec![told(&change.after.shift)];
    if hours_changed(change) {
        said.extend(telling(desk, &[change]));
    }
    said.extend(who_moved(desk, &change.moves).await?);
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
    let of = |fits: fn(&DateChange) -> bool| -> Vec<&DateChange> {
        dates.iter().copied().filter(|change| fits(change)).collect()
    };
    let (moved, edited, gone) = (of(hours_changed), of(fields_changed), of(is_gone));
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
    if !reached.made.is_empty() {
        let (shifts, count) = (list(&super::references(reached.made.iter())), reached.made.len());
        said.push(phrase!("series-new", shifts = list shifts, count = number count));
    }
    if !reached.series.ended {
        said.push(phrase!("series-and-so-on"));
    } else if !reached.before.ended {
        said.push(phrase!("series-no-more"));
    }
    if !kept.is_empty() {
        let shifts: Vec<Reference> = kept.iter().map(|number| Reference::new(Kind::Shift, *number)).collect();
        said.push(phrase!("series-kept", shifts = list list(&shifts), count = number kept.len()));
    }
    said.extend(telling(desk, &moved));
    said.extend(who_moved(desk, &all_moves(&dates)).await?);
    match shown(desk, reached, &dates).await? {
        Some(roster) => with_card(desk, said, roster).await,
        None => Ok(lines(desk, &said).actions(&desk.voice, [], "undo").into()),
    }
}

/// The date whose card stands under what was changed: the one that was named, else the first that is on.
async fn shown(desk: &mut Desk<'_>, reached: &Reached, dates: &[&DateChange]) -> Outcome<Option<Roster>> {
    let named = reached.named_number();
    let live = || dates.iter().filter(|change| is_live(&change.after.shift));
    let of_act = live()
        .find(|change| Some(change.after.shift.number) == named)
        .or_else(|| live().next());
    match (of_act, &reached.named) {
        (Some(change), _) => Ok(Some(change.after.clone())),
        (None, Named::Made(shift)) => Ok(desk.work.unit.shift(shift.group, shift.number).await?),
        (None, Named::Ahead(_)) => Ok(None),
    }
}

/// After dates were cancelled.
pub(super) fn cancelled(desk: &mut Desk<'_>, changes: &[DateChange]) -> Answer {
    let dates = hours::by_date(changes);
    let mut said = Vec::new();
    if let [change] = dates[..] {
        let shift = &change.after.shift;
        said.push(phrase!("shift-cancelled", shift = word shift.reference(), title = user shift.title));
    } else {
        let gone = listed(&dates);
        said.extend(gone.map(|(shifts, count)| phrase!("series-gone", shifts = list shifts, count = number count)));
        said.push(phrase!("series-no-more"));
    }
    said.extend(telling(desk, &dates));
    lines(desk, &said).actions(&desk.voice, [], "undo").into()
}

/// After a date that was not made yet was left out.
pub(super) fn left_out(desk: &Desk<'_>, series: &Series, date: &Moment) -> Answer {
    let said = phrase!("series-left-out", title = user series.template.title, date = when series.when(date));
    desk.voice.say(&said).actions(&desk.voice, [], "undo").into()
}

fn is_gone(change: &DateChange) -> bool {
    !is_live(&change.after.shift)
}

fn hours_changed(change: &DateChange) -> bool {
    let (before, after) = (&change.before.shift, &change.after.shift);
    is_live(after) && before.when() != after.when()
}

/// Whether something changed that is not its hours, nor its place in the rule.
fn fields_changed(change: &DateChange) -> bool {
    let (before, after) = (&change.before.shift, &change.after.shift);
    let hours_and_rule = Shift {
        start: after.start.clone(),
        end: after.end.clone(),
        whole_days: after.whole_days,
        series: after.series.clone(),
        version: after.version,
        turn: after.turn,
        ..before.clone()
    };
    is_live(after) && hours_and_rule != *after
}

/// The references of dates as a sentence lists them, and how many they are; `None` for none.
fn listed(dates: &[&DateChange]) -> Option<(Vec<Arg>, usize)> {
    let references = super::references(dates.iter().map(|change| &change.after.shift));
    (!dates.is_empty()).then(|| (list(&references), dates.len()))
}

/// References for a sentence: so many that it can be read, and how many more there are.
fn list(references: &[Reference]) -> Vec<Arg> {
    let shown = if references.len() > MOST_NAMED + 1 {
        MOST_NAMED
    } else {
        references.len()
    };
    let more = references.len() - shown;
    let named = references
        .iter()
        .take(shown)
        .map(|reference| Arg::Word(reference.to_string()));
    let more = (more > 0).then(|| Arg::Phrase(phrase!("series-more-dates", more = number more)));
    named.chain(more).collect()
}

/// Everybody who moved on some date, each once.
fn all_moves(dates: &[&DateChange]) -> Vec<Move> {
    let mut moves: Vec<Move> = Vec::new();
    for moved in dates.iter().flat_map(|change| &change.moves) {
        if !moves.iter().any(|known| known.seat().holder.is(&moved.seat().holder)) {
            moves.push(moved.clone());
        }
    }
    moves
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

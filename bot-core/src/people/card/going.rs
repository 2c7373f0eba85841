//! What ends with somebody's membership, as the cards of `group leave` and `group remove` say it.

use crate::ids::Reference;
use crate::locale::{Arg, Phrase, Voice};
use crate::people::register::Freed;
use crate::phrase;
use crate::reply::Card;

/// What would end, below the question.
pub(crate) fn would_end(card: Card, freed: &Freed, voice: &Voice) -> Card {
    below(card, &phrase!("going-would-end"), freed, voice)
}

/// What ended.
pub(crate) fn ended(card: Card, freed: &Freed, voice: &Voice) -> Card {
    below(card, &phrase!("going-ended"), freed, voice)
}

/// A line a kind below the heading; nothing, where nothing ends.
fn below(card: Card, heading: &Phrase, freed: &Freed, voice: &Voice) -> Card {
    if freed.is_nothing() {
        return card;
    }
    let lines = [
        (!freed.shifts.is_empty()).then(|| phrase!("going-shifts", shifts = list named(&freed.shifts))),
        (!freed.tasks.is_empty()).then(|| phrase!("going-tasks", tasks = list named(&freed.tasks))),
        (!freed.reminders.is_empty()).then(|| phrase!("going-reminders", count = number freed.reminders.len())),
        (!freed.broadcasts.is_empty()).then(|| phrase!("going-broadcasts", broadcasts = list named(&freed.broadcasts))),
        (!freed.polls.is_empty()).then(|| phrase!("going-ballots", count = number freed.polls.len())),
    ];
    card.line(voice.line(heading))
        .list(lines.iter().flatten().map(|line| voice.line(line)))
}

fn named(references: &[Reference]) -> Vec<Arg> {
    references
        .iter()
        .map(|reference| Arg::Command(reference.to_string()))
        .collect()
}

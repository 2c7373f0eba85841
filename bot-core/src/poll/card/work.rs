//! What a closed poll became, or can become.

use super::result::{closed, settled};
use crate::ids::Reference;
use crate::locale::{Arg, Phrase, Voice};
use crate::phrase;
use crate::poll::Poll;
use crate::poll::result::Tally;
use crate::poll::work::{self, WorkKind};
use crate::reply::{Button, Card};
use crate::store::{StoreResult, UnitOfWork};

/// A closed poll as it is by now: with what it became, else with what can be made of it.
pub(in crate::poll) async fn closed_by_now(
    unit: &mut dyn UnitOfWork,
    poll: &Poll,
    tally: &Tally,
    voice: &Voice,
) -> StoreResult<Card> {
    let works = unit.poll_works(poll.group, poll.id).await?;
    if works.is_empty() {
        return Ok(closed(poll, tally, voice));
    }
    let card = settled(poll, tally, Vec::new(), voice).line(voice.line(&became(poll, &works)));
    Ok(card.actions(voice, [], to_show(poll)))
}

/// The same below a card that says who chose what, as far as that may be seen.
pub(super) async fn went_on(
    unit: &mut dyn UnitOfWork,
    card: Card,
    poll: &Poll,
    tally: &Tally,
    voice: &Voice,
) -> StoreResult<Card> {
    let works = unit.poll_works(poll.group, poll.id).await?;
    if works.is_empty() {
        return Ok(offered(card, poll, tally, voice));
    }
    Ok(card.line(voice.line(&became(poll, &works))))
}

/// A card with what can be made of the decision, where there is anything.
pub(super) fn offered(card: Card, poll: &Poll, tally: &Tally, voice: &Voice) -> Card {
    let offers = offers(poll, tally, voice);
    if offers.is_empty() {
        return card;
    }
    card.actions(voice, offers, format!("poll mint {}", poll.reference()))
}

/// The same with the way to see who chose what.
pub(super) fn offered_with_show(card: Card, poll: &Poll, tally: &Tally, voice: &Voice) -> Card {
    let mut offers = offers(poll, tally, voice);
    if offers.is_empty() {
        return card.actions(voice, [], to_show(poll));
    }
    if !poll.is_secret() {
        let label = voice.text(&phrase!("poll-button-show"));
        offers.push(Button::new(label, poll.group, to_show(poll)));
    }
    card.actions(voice, offers, format!("poll mint {}", poll.reference()))
}

/// A button for each kind of work that the decision can become, the usual one first. Everybody sees them; the command is for
/// captains and organizers.
fn offers(poll: &Poll, tally: &Tally, voice: &Voice) -> Vec<Option<Button>> {
    if work::to_do(poll, tally).is_empty() {
        return Vec::new();
    }
    let button = |label: &Phrase, kind: WorkKind| {
        let command = format!("poll mint {} {}", poll.reference(), kind.code());
        Button::new(voice.text(label), poll.group, command)
    };
    let ahead = work::time(poll, tally).is_some_and(|(_, when)| when.start.at > voice.now);
    let shift = ahead.then(|| button(&phrase!("poll-button-shift"), WorkKind::Shift));
    let task = button(&phrase!("poll-button-task"), WorkKind::Task);
    shift.into_iter().chain([task]).collect()
}

/// "P4 became T7 and T8."
pub(in crate::poll) fn became(poll: &Poll, works: &[Reference]) -> Phrase {
    phrase!("poll-became", poll = word poll.reference(), works = list names(works))
}

/// The refusal to make it of a poll again.
pub(in crate::poll) fn became_already(poll: &Poll, works: &[Reference]) -> Phrase {
    phrase!("poll-mint-twice", poll = word poll.reference(), works = list names(works))
}

fn names(works: &[Reference]) -> Vec<Arg> {
    works.iter().map(|work| Arg::Word(work.to_string())).collect()
}

fn to_show(poll: &Poll) -> String {
    format!("poll show {}", poll.reference())
}

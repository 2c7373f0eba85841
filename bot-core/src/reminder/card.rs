//! What people see of a reminder.

use super::rules::Came;
use super::{Audience, Reminder, State};
use crate::clock::Instant;
use crate::due::is_late;
use crate::error::Fault;
use crate::ids::{GroupId, Reference};
use crate::locale::{Arg, Phrase, Voice};
use crate::phrase;
use crate::reply::{Button, Card, Line};
use crate::series::course::words;
use crate::work::Work;

/// The most missed times that one message names; the latest ones are named.
const MISSED_SHOWN: usize = 10;

/// The card of a room's reminder, loaded and written for a reader of that voice; `None` if there is none of that
/// number, if it was cancelled, and for personal ones, which only their owner may see.
pub async fn load(
    work: &mut Work<'_>,
    group: GroupId,
    reference: Reference,
    voice: &Voice,
) -> Result<Option<Card>, Fault> {
    let reminder = work.unit.reminder_by_number(group, reference.number).await?;
    Ok(reminder
        .filter(|reminder| reminder.audience != Audience::Creator && reminder.state != State::Cancelled)
        .map(|reminder| card(&reminder, voice)))
}

/// The card of a reminder that waits or is paused.
pub(super) fn card(reminder: &Reminder, voice: &Voice) -> Card {
    card_below(Card::new(), reminder, voice)
}

/// The same below what is said first.
pub(super) fn card_below(opening: Card, reminder: &Reminder, voice: &Voice) -> Card {
    let card = opening
        .heading(heading(reminder, voice))
        .line(standing(reminder, voice));
    with_actions(reminder, card, voice)
}

/// One line of a list.
pub(super) fn item(reminder: &Reminder, voice: &Voice) -> Line {
    let room = (reminder.audience != Audience::Creator).then(|| voice.line(&phrase!("reminder-in-room")));
    let parts = [heading(reminder, voice), standing(reminder, voice)];
    Line::joined(parts.into_iter().chain(room), " · ")
}

/// The reminder itself, when it comes: its text, what is to be said of its times, and how to put it off.
pub(super) fn fired(reminder: &Reminder, times: &[Came], now: Instant, voice: &Voice) -> Card {
    // Times that say different things name theirs one by one.
    let own = times.first().and_then(|first| first.text.as_ref());
    let own = own.filter(|own| times.iter().all(|came| came.text.as_ref() == Some(own)));
    let text = own.unwrap_or(&reminder.text);
    let heading = match reminder.audience {
        Audience::Creator => heading_of(reminder, text, voice),
        Audience::Room(_) => Line::default().user(text),
    };
    let missed: Vec<&Came> = times.iter().filter(|came| is_late(came.at.at, now)).collect();
    let mut card = Card::new().heading(heading);
    match missed.as_slice() {
        [] => {}
        [only] => card = card.line(voice.line(&phrase!("reminder-late", at = moment only.at))),
        several => {
            card = card
                .line(voice.line(&phrase!("reminder-late-several")))
                .list(missed_lines(several, own.is_none(), voice));
        }
    }
    if let Some(last) = was_last(reminder) {
        card = card.line(voice.line(&last));
    }
    let reference = reminder.reference();
    let snooze = button(
        reminder,
        voice,
        &phrase!("reminder-button-snooze"),
        &format!("remind snooze {reference} 1h"),
    );
    let pause = button(
        reminder,
        voice,
        &phrase!("reminder-button-pause"),
        &format!("remind pause {reference}"),
    );
    let pause = pause.filter(|_| reminder.course.is_some() && reminder.is_live());
    card.actions(voice, [snooze, pause], format!("remind snooze {reference} 1h"))
}

/// "That was the last of 6.", of a repeat that has ended.
fn was_last(reminder: &Reminder) -> Option<Phrase> {
    let course = reminder.course.as_ref()?;
    if reminder.state != State::Over {
        return None;
    }
    Some(words::was_last(course))
}

fn missed_lines(missed: &[&Came], with_texts: bool, voice: &Voice) -> Vec<Line> {
    let before = missed.len().saturating_sub(MISSED_SHOWN);
    let named = missed[before..].iter().map(|came| {
        voice.line(&match came.text.as_ref().filter(|_| with_texts) {
            Some(text) => phrase!("reminder-missed-time-own", at = moment came.at, text = user text),
            None => phrase!("reminder-missed-time", at = moment came.at),
        })
    });
    let rest = (before > 0).then(|| voice.line(&phrase!("reminder-late-before", count = number before)));
    named.chain(rest).collect()
}

/// The card with what can be done with a live reminder at its end.
pub(super) fn with_actions(reminder: &Reminder, card: Card, voice: &Voice) -> Card {
    let reference = reminder.reference();
    let act = |label: Phrase, act: &str| button(reminder, voice, &label, &format!("remind {act} {reference}"));
    let cancel = act(phrase!("reminder-button-cancel"), "cancel");
    match reminder.state {
        State::Waiting => card.actions(
            voice,
            [act(phrase!("reminder-button-pause"), "pause"), cancel],
            format!("remind cancel {reference}"),
        ),
        State::Paused => card.actions(
            voice,
            [act(phrase!("reminder-button-resume"), "resume"), cancel],
            format!("remind resume {reference}"),
        ),
        State::Over => card.actions(voice, [], format!("remind snooze {reference} 1h")),
        State::Cancelled => card.actions(voice, [], "undo"),
    }
}

/// When it comes: a moment, or a rule with the dates that follow.
pub(super) fn coming(reminder: &Reminder, voice: &Voice) -> Option<Arg> {
    match &reminder.course {
        Some(course) => Some(Arg::Phrase(words::sentence(
            course,
            None,
            &phrase!("course-own-text"),
            voice,
        ))),
        None => reminder.next.clone().map(Arg::Moment),
    }
}

/// `R5 · Call Ana`
pub(super) fn heading(reminder: &Reminder, voice: &Voice) -> Line {
    heading_of(reminder, &reminder.text, voice)
}

fn heading_of(reminder: &Reminder, text: &str, voice: &Voice) -> Line {
    voice.line(&phrase!("reminder-heading", reminder = command reminder.reference(), text = user text))
}

fn standing(reminder: &Reminder, voice: &Voice) -> Line {
    let paused = (reminder.state == State::Paused).then(|| phrase!("reminder-paused-line"));
    let snoozed = reminder
        .snoozed
        .as_ref()
        .map(|at| phrase!("reminder-comes-again", at = moment at));
    let comes = coming(reminder, voice)
        .filter(|_| reminder.is_live())
        .map(|when| phrase!("reminder-comes", when = any when));
    let parts = [paused, snoozed, comes].into_iter().flatten();
    Line::joined(parts.map(|part| voice.line(&part)), " · ")
}

fn button(reminder: &Reminder, voice: &Voice, label: &Phrase, command: &str) -> Option<Button> {
    Button::new(voice.text(label), reminder.group, command)
}

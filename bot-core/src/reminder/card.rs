//! What people see of a reminder.

use super::{Audience, Reminder, State};
use crate::clock::Instant;
use crate::due::is_late;
use crate::error::Fault;
use crate::ids::{GroupId, Reference};
use crate::locale::{Phrase, Voice};
use crate::phrase;
use crate::reply::{Button, Card, Line};
use crate::time::{Moment, When};
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
    let card = Card::new()
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
pub(super) fn fired(reminder: &Reminder, times: &[Moment], now: Instant, voice: &Voice) -> Card {
    let heading = match reminder.audience {
        Audience::Creator => heading(reminder, voice),
        Audience::Room(_) => Line::default().user(&reminder.text),
    };
    let missed: Vec<Moment> = times.iter().filter(|moment| is_late(moment.at, now)).cloned().collect();
    let mut card = Card::new().heading(heading);
    match missed.as_slice() {
        [] => {}
        [only] => card = card.line(voice.line(&phrase!("reminder-late", at = moment only))),
        several => {
            card = card
                .line(voice.line(&phrase!("reminder-late-several")))
                .list(missed_lines(several, voice));
        }
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
    let pause = pause.filter(|_| reminder.repeat.is_some() && reminder.is_live());
    card.actions(voice, [snooze, pause], format!("remind snooze {reference} 1h"))
}

fn missed_lines(missed: &[Moment], voice: &Voice) -> Vec<Line> {
    let before = missed.len().saturating_sub(MISSED_SHOWN);
    let named = missed[before..]
        .iter()
        .map(|moment| voice.line(&phrase!("reminder-missed-time", at = moment * moment)));
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

/// When it comes, as a person set it: with the dates that follow, for a repeat.
pub(super) fn coming(reminder: &Reminder) -> Option<When> {
    let next = reminder.next.clone()?;
    Some(When {
        start: next,
        end: None,
        timed: true,
        dated: true,
        repeat: reminder.repeat.clone(),
    })
}

/// `R5 · Call Ana`
pub(super) fn heading(reminder: &Reminder, voice: &Voice) -> Line {
    voice.line(&phrase!("reminder-heading", reminder = command reminder.reference(), text = user reminder.text))
}

fn standing(reminder: &Reminder, voice: &Voice) -> Line {
    let paused = (reminder.state == State::Paused).then(|| phrase!("reminder-paused-line"));
    let snoozed = reminder
        .snoozed
        .as_ref()
        .map(|at| phrase!("reminder-comes-again", at = moment at));
    let comes = coming(reminder).map(|when| phrase!("reminder-comes", when = when when));
    let parts = [paused, snoozed, comes].into_iter().flatten();
    Line::joined(parts.map(|part| voice.line(&part)), " · ")
}

fn button(reminder: &Reminder, voice: &Voice, label: &Phrase, command: &str) -> Option<Button> {
    Button::new(voice.text(label), reminder.group, command)
}

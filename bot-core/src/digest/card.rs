//! How a digest is said: the day, and what it holds, each kind under a line of its own.

use super::day::Day;
use crate::locale::{Phrase, Voice};
use crate::people::Group;
use crate::phrase;
use crate::reply::{Button, Card, Line};
use crate::shift::{self, Roster};
use crate::time::Moment;

/// "Your day in "Ward 3" · Sat 5 Dec", and what it holds.
pub(super) fn card(day: &Day, group: &Group, late: Line, voice: &Voice) -> Card {
    let today = Moment::at(voice.now, voice.zone.clone());
    let heading = phrase!(
        "digest-heading",
        group = user group.name,
        day = word shift::card::day(&today, voice)
    );
    let sections = [
        (
            phrase!("digest-shifts"),
            day.shifts.iter().map(|roster| mine(roster, day, voice)).collect(),
        ),
        (
            phrase!("digest-tasks"),
            day.tasks.iter().map(|task| task.brief(voice)).collect(),
        ),
        (
            phrase!("digest-polls"),
            day.polls.iter().map(|poll| poll_line(poll, voice)).collect(),
        ),
        (
            phrase!("digest-short"),
            day.short.iter().map(|roster| open(roster, voice)).collect(),
        ),
    ];
    let sections: [(Phrase, Vec<Line>); 4] = sections;
    let card = Card::new().heading(voice.line(&heading)).line(late);
    let card = sections
        .into_iter()
        .filter(|(_, lines)| !lines.is_empty())
        .fold(card, |card, (label, lines)| card.line(voice.line(&label)).list(lines));
    let (button, typed) = likeliest(day, group, voice);
    card.actions(voice, [button], typed)
}

/// "S1 · Canvass Ward 3 · Sat 5 Dec, 10:00–13:00 New York time · Main Library · not confirmed yet"
fn mine(roster: &Roster, day: &Day, voice: &Voice) -> Line {
    let said = if roster.has_confirmed(day.person) {
        phrase!("digest-confirmed")
    } else {
        phrase!("digest-unconfirmed")
    };
    Line::joined([about(roster, voice), voice.line(&said)], " · ")
}

fn open(roster: &Roster, voice: &Voice) -> Line {
    Line::joined([about(roster, voice), shift::card::open(roster, voice)], " · ")
}

fn about(roster: &Roster, voice: &Voice) -> Line {
    let shift = &roster.shift;
    Line::joined([shift::card::title(shift), shift::card::facts(shift, voice)], " · ")
}

fn poll_line(poll: &crate::poll::Poll, voice: &Voice) -> Line {
    voice.line(&phrase!(
        "digest-poll",
        poll = word poll.reference(),
        question = user poll.question,
        closes = moment poll.closes
    ))
}

/// The button and the command of what is likeliest to be done next: to confirm the first shift that is not, else
/// something of the first section that there is.
fn likeliest(day: &Day, group: &Group, voice: &Voice) -> (Option<Button>, String) {
    let is_ahead = |roster: &&Roster| roster.shift.counted_from().at > voice.now;
    let unconfirmed = day.shifts.iter().filter(is_ahead);
    let (label, typed) = if let Some(roster) = unconfirmed.into_iter().find(|roster| !roster.has_confirmed(day.person))
    {
        let reference = roster.shift.reference();
        (phrase!("shift-button-confirm"), format!("shift confirm {reference}"))
    } else if let Some(shown) = day.tasks.first() {
        (
            phrase!("task-button-done"),
            format!("task done {}", shown.task.reference()),
        )
    } else if let Some(poll) = day.polls.first() {
        return (None, format!("poll show {}", poll.reference()));
    } else if let Some(roster) = day.short.first() {
        (
            phrase!("shift-button-claim"),
            format!("shift claim {}", roster.shift.reference()),
        )
    } else {
        return (None, "shift list mine".to_owned());
    };
    let named = match typed.rsplit_once(' ') {
        Some((_, reference)) => format!("{} {reference}", voice.text(&label)),
        None => voice.text(&label),
    };
    (Button::new(named, group.id, typed.clone()), typed)
}

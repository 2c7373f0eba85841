//! What people see of a task.

use super::{State, Task};
use crate::error::Fault;
use crate::ids::{GroupId, Reference};
use crate::locale::{Phrase, Voice};
use crate::phrase;
use crate::reply::{Button, Card, Line};
use crate::series::course::words;
use crate::store::StoreResult;
use crate::time::Moment;
use crate::work::Work;

/// The card of a task, loaded and written for a reader of that voice; `None` if there is none of that number, or it
/// was deleted.
pub async fn load(
    work: &mut Work<'_>,
    group: GroupId,
    reference: Reference,
    voice: &Voice,
) -> Result<Option<Card>, Fault> {
    match work.unit.task_by_number(group, reference.number).await? {
        Some(task) if task.state != State::Deleted => Ok(Some(Shown::load(work, task).await?.card(voice))),
        _ => Ok(None),
    }
}

/// A task with the names that its card needs.
#[derive(Debug, Clone)]
pub(crate) struct Shown {
    pub(crate) task: Task,
    /// Who has it, or who is credited with it.
    pub(crate) person: Option<String>,
    /// The team's name.
    team: Option<String>,
}

impl Shown {
    /// The task with its names.
    pub(crate) async fn load(work: &mut Work<'_>, task: Task) -> StoreResult<Self> {
        let person = match &task.state {
            State::Done { by, .. } => Some(*by),
            State::Open | State::Deleted => task.owner,
        };
        let person = match person {
            Some(person) => Some(work.name_of(person).await?),
            None => None,
        };
        let team = work.name_of_team(task.group, task.team).await?;
        Ok(Self { task, person, team })
    }

    /// The whole card.
    pub(crate) fn card(&self, voice: &Voice) -> Card {
        self.card_below(Card::new(), voice)
    }

    /// The whole card below what is said first.
    pub(crate) fn card_below(&self, card: Card, voice: &Voice) -> Card {
        let task = &self.task;
        let note = task.note.as_ref().map(|note| phrase!("task-note", note = user note));
        let said = match &task.state {
            State::Done { note: Some(note), .. } => Some(phrase!("task-done-note", note = user note)),
            _ => None,
        };
        let lines = [self.rhythm(voice), note, said].into_iter().flatten();
        let card = lines.fold(
            card.heading(heading(task, voice)).line(self.standing(voice)),
            |card, phrase| card.line(voice.line(&phrase)),
        );
        self.with_actions(card, voice)
    }

    /// The same without who has it, which whoever reads it knows.
    pub(crate) fn brief(&self, voice: &Voice) -> Line {
        brief(&self.task, voice)
    }

    /// One line of a list.
    pub(crate) fn item(&self, voice: &Voice) -> Line {
        let task = &self.task;
        Line::joined([heading(task, voice), self.standing(voice)], " · ")
    }

    /// The card with the buttons of the task's state at its end.
    pub(crate) fn with_actions(&self, card: Card, voice: &Voice) -> Card {
        let task = &self.task;
        let reference = task.reference();
        let button =
            |label: Phrase, act: &str| Button::new(voice.text(&label), task.group, format!("task {act} {reference}"));
        let done = || button(phrase!("task-button-done"), "done");
        match (&task.state, task.owner) {
            (State::Open, None) => card.actions(
                voice,
                [button(phrase!("task-button-claim"), "claim"), done()],
                format!("task claim {reference}"),
            ),
            (State::Open, Some(_)) => card.actions(
                voice,
                [done(), button(phrase!("task-button-release"), "release")],
                format!("task done {reference}"),
            ),
            (State::Done { .. }, _) => card.actions(
                voice,
                [button(phrase!("task-button-reopen"), "reopen")],
                format!("task reopen {reference}"),
            ),
            (State::Deleted, _) => card.actions(voice, [], "undo"),
        }
    }

    /// When it is due, who has it, whose team's it is.
    fn standing(&self, voice: &Voice) -> Line {
        let task = &self.task;
        let due = due(task, voice);
        let team = self.team.as_ref().map(|team| phrase!("task-team", team = user team));
        let parts = match (&task.state, &self.person) {
            (State::Done { at, .. }, Some(by)) => {
                let at = Moment::at(*at, voice.zone.clone());
                [
                    None,
                    Some(phrase!("task-done-by", by = person by, at = moment at)),
                    team,
                ]
            }
            (_, Some(owner)) => [due, Some(phrase!("task-has", owner = person owner)), team],
            (_, None) => [due, Some(phrase!("task-free")), team],
        };
        Line::joined(parts.iter().flatten().map(|part| voice.line(part)), " · ")
    }

    /// How it repeats, with the dates that follow.
    fn rhythm(&self, voice: &Voice) -> Option<Phrase> {
        let series = self.task.running()?;
        let in_hand = self.task.in_hand().filter(|date| series.course.gives(date.rule));
        let dates = words::sentence(&series.course, in_hand, &phrase!("course-own-title"), voice);
        Some(phrase!("task-repeats", repeat = phrase dates))
    }
}

/// A task in a few words, for the eye: `T3 · Print flyers · Due Fri 4 Dec, 17:00 New York time`.
pub(super) fn brief(task: &Task, voice: &Voice) -> Line {
    let due = due(task, voice).map(|due| voice.line(&due));
    Line::joined([heading(task, voice)].into_iter().chain(due), " · ")
}

/// `T3 · Print flyers`
fn heading(task: &Task, voice: &Voice) -> Line {
    voice.line(&phrase!("task-heading", task = command task.reference(), title = user task.title))
}

fn due(task: &Task, voice: &Voice) -> Option<Phrase> {
    task.due.as_ref().map(|due| {
        if task.is_overdue(voice.now) {
            phrase!("task-overdue", due = moment due)
        } else {
            phrase!("task-due", due = moment due)
        }
    })
}

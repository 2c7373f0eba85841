//! Tasks that come of something else than `task add`. Whoever adds them remembers what takes that back.

use super::blank;
use crate::desk::{Answer, Desk};
use crate::error::Outcome;
use crate::ids::TeamId;
use crate::locale::Phrase;
use crate::reply::Card;
use crate::task::card::Shown;
use crate::task::{Task, change};
use crate::time::Moment;

/// Adds a task that nobody has yet.
pub(crate) async fn add_one(
    desk: &mut Desk<'_>,
    title: String,
    note: Option<String>,
    due: Option<Moment>,
    team: Option<TeamId>,
) -> Outcome<Task> {
    let task = Task {
        note,
        team,
        due,
        ..blank(desk, title).await?
    };
    change::replace(desk, &change::unborn(&task), task).await
}

/// The card of one task that was added below what is said; of several a line each.
pub(crate) async fn added(desk: &mut Desk<'_>, tasks: Vec<Task>, said: &Phrase) -> Outcome<Answer> {
    let mut shown = Vec::new();
    for task in tasks {
        shown.push(Shown::load(&mut desk.work, task).await?);
    }
    let voice = &desk.voice;
    let opening: Card = voice.say(said);
    Ok(match &shown[..] {
        [only] => only.card_below(opening, voice),
        all => {
            let claim = all
                .first()
                .map(|first| format!("task claim {}", first.task.reference()));
            let lines = all.iter().map(|shown| shown.item(voice));
            opening.list(lines).actions(voice, [], claim.unwrap_or_default())
        }
    }
    .into())
}

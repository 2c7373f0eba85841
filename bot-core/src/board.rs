//! `group board`: a card of what is open in the group, pinned and kept up to date.
//!
//! What it shows changes when somebody acts. That a shift has begun is shown with the next change: every line says its own
//! day, so an old one is seen to be old.

use crate::desk::{Answer, Desk};
use crate::error::{Fault, Outcome};
use crate::ids::{CardOf, GroupId};
use crate::locale::{Phrase, Voice};
use crate::phrase;
use crate::poll;
use crate::reply::{Card, Line};
use crate::shift;
use crate::task;
use crate::work::Work;

/// The most lines of one kind.
const MOST: usize = 10;

/// Posts it.
pub(crate) async fn post(desk: &mut Desk<'_>) -> Outcome<Answer> {
    let group = desk.group()?.id;
    let voice = desk.voice.clone();
    let card = load(&mut desk.work, group, &voice).await?;
    let card = card.ok_or(Fault::Invariant("a desk is that of a group"))?;
    Ok(Answer::live(CardOf::Board, card))
}

/// What is open, for a reader of that voice.
pub(crate) async fn load(work: &mut Work<'_>, group: GroupId, voice: &Voice) -> Result<Option<Card>, Fault> {
    let Some(group) = work.unit.group(group).await? else {
        return Ok(None);
    };
    let kinds = [
        Kind {
            heading: phrase!("board-shifts"),
            all: "shift list open",
            open: shift::desk::open_lines(work, group.id, MOST, voice).await?,
        },
        Kind {
            heading: phrase!("board-tasks"),
            all: "task list",
            open: task::desk::open_lines(work, group.id, MOST, voice).await?,
        },
        Kind {
            heading: phrase!("board-polls"),
            all: "poll list",
            open: poll::desk::open_lines(work, group.id, MOST, voice).await?,
        },
    ];
    let card = Card::new().heading(voice.line(&phrase!("board-heading", group = user group.name)));
    let first = kinds.iter().find_map(|kind| kind.open.lines.first());
    let Some((_, typed)) = first else {
        let nothing = voice.line(&phrase!("board-nothing"));
        return Ok(Some(card.line(nothing).actions(voice, [], "help")));
    };
    let typed = typed.clone();
    let card = kinds.into_iter().fold(card, |card, kind| kind.below(card, voice));
    Ok(Some(card.actions(voice, [], typed)))
}

/// What is open, as far as there is room for it.
pub(crate) struct Open {
    /// A line each, with the command that takes it up.
    pub(crate) lines: Vec<(Line, String)>,
    /// How many more there are.
    pub(crate) more: usize,
}

/// What is open of one kind.
struct Kind {
    heading: Phrase,
    /// What lists all of it.
    all: &'static str,
    open: Open,
}

impl Kind {
    fn below(self, card: Card, voice: &Voice) -> Card {
        let Open { lines, more } = self.open;
        if lines.is_empty() {
            return card;
        }
        let lines = lines.into_iter();
        let lines = lines.map(|(line, typed)| Line::joined([line, Line::default().command(typed)], " · "));
        let card = card.line(voice.line(&self.heading)).list(lines);
        match more {
            0 => card,
            more => card.line(voice.line(&phrase!("board-more", count = number more, all = command self.all))),
        }
    }
}

#[cfg(test)]
mod tests;

//! What everybody gets: who says it to whom, the text, and what can be answered.

use crate::broadcast::Broadcast;
use crate::due::{is_late, late};
use crate::locale::{Arg, Phrase, Voice};
use crate::people::Group;
use crate::phrase;
use crate::reply::{Button, Card, Line};
use crate::store::StoreResult;
use crate::work::Work;

/// Who says it, and to whom: the same for every reader, but for the language.
#[derive(Debug, Clone)]
pub(in crate::broadcast) struct Says {
    author: String,
    to: Phrase,
    group: String,
}

impl Says {
    pub(in crate::broadcast) async fn load(
        work: &mut Work<'_>,
        broadcast: &Broadcast,
        group: &Group,
    ) -> StoreResult<Self> {
        let team = work.name_of_team(group.id, broadcast.audience.team()).await?;
        Ok(Self {
            author: work.name_of(broadcast.author).await?,
            to: broadcast.audience.words(team.as_deref()),
            group: group.name.clone(),
        })
    }

    /// "Ana to everyone of Ward 3:"
    pub(super) fn line(&self, voice: &Voice) -> Line {
        voice.line(
            &phrase!("broadcast-says", author = person self.author, to = phrase self.to.clone(), group = user self.group),
        )
    }

    /// "everyone"
    pub(super) const fn to(&self) -> &Phrase {
        &self.to
    }
}

/// Somebody's copy. What went out late since the bot was down says so.
pub(in crate::broadcast) fn card(broadcast: &Broadcast, says: &Says, voice: &Voice) -> Card {
    let card = with_text(Card::new().heading(says.line(voice)), broadcast);
    let was_late = match (&broadcast.at, broadcast.begun_at, broadcast.confirmed_at) {
        (Some(at), Some(begun), Some(confirmed)) if confirmed < at.at && is_late(at.at, begun) => late(at.at, voice),
        _ => Line::default(),
    };
    with_command(card.line(was_late), broadcast, voice)
}

/// The text below: a line of it is a line of the card, also an empty one.
pub(super) fn with_text(card: Card, broadcast: &Broadcast) -> Card {
    let lines = broadcast.text.lines();
    lines.fold(card, |card, line| card.line(Line::default().user(line.trim_end())))
}

/// What can be typed: *Got it*, where that is asked for, else how to get no more of these.
fn with_command(card: Card, broadcast: &Broadcast, voice: &Voice) -> Card {
    if !broadcast.asks {
        return card.line(voice.line(&phrase!("broadcast-how-to-pause", pause = command "me pause")));
    }
    let ack = format!("broadcast ack {}", broadcast.reference());
    let button = Button::new(voice.text(&phrase!("broadcast-button-ack")), broadcast.group, &ack);
    card.actions(voice, [button], ack)
}

/// The one word in a room to those who were not reached, who are `called`; `more` of them are not named.
pub(in crate::broadcast) fn mention(
    broadcast: &Broadcast,
    says: &Says,
    called: Vec<Arg>,
    more: u32,
    voice: &Voice,
) -> Card {
    let count = called.len() + usize::try_from(more).unwrap_or_default();
    let rest = (more > 0).then(|| Arg::Phrase(phrase!("broadcast-more", count = number more)));
    let names = called.into_iter().chain(rest).collect();
    let called = phrase!("broadcast-mention", people = list names);
    let card = Card::new().line(Line::joined([voice.line(&called), says.line(voice)], " "));
    let how = phrase!("broadcast-mention-how", count = number count);
    let card = with_text(card, broadcast).line(voice.line(&how));
    if broadcast.asks {
        with_command(card, broadcast, voice)
    } else {
        card
    }
}

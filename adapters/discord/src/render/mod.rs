//! Cards as Discord shows them: pure functions from a [`Card`] to what its API takes. Text is Markdown there, so that
//! everything in it that is not our own mark is escaped.
//!
//! - [`message()`]: a card as a message; [`Message`], [`Embed`], [`Row`], [`Button`], [`Choice`], [`Document`]: the
//!   message, by the API's own names
//! - `layout`, `spans`, `bars`: a card from top to bottom, a line from left to right, counts that line up
//! - `piece`, [`escape`]: a stretch of text, and what keeps it from being more than text
//! - `buttons`: the buttons in rows
//!
//! A card is an embed: its title, and all the rest as the description, so that a screen reader reads the whole of it. Who is
//! mentioned stands above, since nobody is told of a mention within an embed.

mod bars;
mod buttons;
pub mod escape;
mod layout;
mod message;
mod piece;
mod spans;
#[cfg(test)]
mod tests;

use muster_core::chrono::DateTime;
use muster_core::locale::{Language, Voice};
use muster_core::phrase;
use muster_core::reply::Card;
use muster_core::reply::fold::{self, More, Part, Stretch};
use muster_core::time::Zone;

pub use message::{AllowedMentions, Button, Choice, Document, Embed, Message, Row};
pub use muster_core::reply::cut::cut_chars;

use layout::Layout;
use piece::Piece;

/// The longest text above embeds (Discord API documentation, "Create Message").
pub const CONTENT_CHARS: usize = 2_000;
/// The longest title of an embed ("Embed Limits").
pub const TITLE_CHARS: usize = 256;
/// The longest description of an embed. Lengths are counted in UTF-16 code units, of which a character has one or two.
pub const DESCRIPTION_CHARS: usize = 4_096;
/// The most accounts that a message may mention ("Allowed Mentions Object", `users`), of which the text above an embed holds
/// fewer.
pub const MOST_MENTIONS: usize = 80;
/// The most files of a message.
pub const MOST_FILES: usize = 10;

/// The card as a message.
pub fn message(card: &Card, language: Language) -> Message {
    let voice = voice(language);
    let more = |count: usize| voice.text(&phrase!("card-more", count = number count));
    let Layout {
        title,
        mut parts,
        documents,
        mentions,
    } = layout::of(card);
    let mut typed: Vec<Piece> = layout::typed(card).filter(|line| !line.is_empty()).collect();
    let last = typed.pop();
    parts.extend(typed.into_iter().map(|line| Part::Line { line, stays: false }));
    parts.extend(last.map(|line| Part::Line { line, stays: true }));
    let blocks = parts
        .iter()
        .filter(|part| matches!(part, Part::Rows(rows) if rows.line_up))
        .count();
    fold::fit(
        &mut parts,
        DESCRIPTION_CHARS.saturating_sub(blocks * bars::AROUND),
        &more,
    );
    let title = title.map(|title| title.cut(TITLE_CHARS, &more).inert());
    let description = written(parts, &more);
    let is_empty = title.is_none() && description.is_empty() && documents.is_empty();
    let description = if is_empty { "…".to_owned() } else { description };
    let has_text = title.is_some() || !description.is_empty();
    Message {
        content: mentions
            .iter()
            .map(|id| format!("<@{id}>"))
            .collect::<Vec<_>>()
            .join(" "),
        embeds: has_text.then_some(Embed { title, description }).into_iter().collect(),
        components: buttons::of(card),
        allowed_mentions: AllowedMentions::only(mentions),
        documents,
    }
}

/// How the adapter's own sentences are said: they tell no time.
pub(crate) fn voice(language: Language) -> Voice {
    Voice {
        language,
        zone: Zone::utc(),
        now: DateTime::UNIX_EPOCH,
    }
}

/// The parts as one text.
fn written(parts: Vec<Part<Piece>>, more: More<'_>) -> String {
    let texts = parts.into_iter().map(|part| match part {
        Part::Line { line, .. } => line.markdown(),
        Part::Rows(rows) => {
            let missing = rows.missing(more);
            let shown: Vec<String> = rows.shown.iter().map(Piece::markdown).collect();
            let shown = if rows.line_up {
                bars::block(&shown)
            } else {
                shown.join("\n")
            };
            match missing {
                Some(missing) => format!("{shown}\n{}", Piece::words(&missing).markdown()),
                None => shown,
            }
        }
    });
    texts.collect::<Vec<_>>().join("\n")
}

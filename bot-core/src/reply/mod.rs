//! What people are shown, as a tree of blocks and spans: never a Markdown string.
//!
//! The platforms escape differently, and what a person typed inside a string of markup is an injection; so a
//! card says *what* a piece of text is and each adapter says how its platform shows that.
//!
//! - [`Card`], [`Block`], [`Line`], [`Span`]: the tree; [`ZoneWords`]: the zone of a time in it
//! - building them: `Card::new().heading(…).line(…).actions(…)`, [`Line::joined`], [`Button::new`]
//! - [`action`]: the tokens behind buttons, reactions and numbered replies
//! - [`bars`]: counts as rows of one width
//! - [`plain`]: the reference renderer, plain text
//! - [`refusal`]: the card of an error
//! - [`meant`]: which button a reply to a card means
//! - [`form`]: what a command still needs, asked in fields
//! - [`clean`]: text made fit to be shown; [`fold`] and [`cut`]: a card that is too long for a message

pub mod action;
pub mod bars;
mod build;
pub mod clean;
pub mod cut;
pub mod fold;
pub mod form;
mod line;
pub mod meant;
pub mod plain;
pub mod refusal;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use crate::clock::Instant;
use crate::picture::Picture;
use crate::surface::Platform;

/// Who sees an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Visibility {
    /// Everyone in the room.
    Public,
    /// Only the person who acted.
    Private,
    /// Only the person who acted, where the platform can show it to them in the room; else everyone there.
    Discreet,
}

/// A message to people: blocks from top to bottom.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    /// The blocks, from top to bottom.
    pub blocks: Vec<Block>,
}

/// One block of a card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Block {
    /// The card's title line.
    Heading(Line),
    /// What stands beside the title line above: at its right where there is room, else below.
    Aside(Line),
    /// A line of text.
    Line(Line),
    /// Items, each on a line of its own.
    List(Vec<Line>),
    /// Counts as bars (a poll's standing).
    Bars(Vec<Bar>),
    /// What can be done now, and the plain command that does it.
    Actions(Actions),
    /// A file for whoever reads the card: uploaded where the platform takes files, else shown as it stands.
    Document {
        /// What the file is called: `muster-ana.json`.
        name: String,
        /// What it is (an IANA media type): `application/json`.
        media_type: String,
        /// What is in it.
        text: String,
    },
    /// A picture of what the card says: uploaded where the platform shows pictures, else left out.
    Picture(Picture),
}

/// A line: spans from left to right.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Line(pub Vec<Span>);

/// A piece of text, marked with what it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Span {
    /// The bot's own words.
    Text(String),
    /// What a person typed: shown as it stands, never markup, never a mention.
    User(String),
    /// A member, by name: never a mention.
    Person(String),
    /// A member who shall hear that they are named: a mention, where one of the accounts is of the adapter's platform.
    Mention {
        /// Their name: what is shown.
        name: String,
        /// Their accounts, by platform and the platform's id.
        accounts: Vec<(Platform, String)>,
    },
    /// An instant. The words may say more than it (a range's end, a repeat): an adapter may add the instant in the
    /// reader's own zone beside them, never in their place.
    Time {
        /// The instant.
        at: Instant,
        /// In words, with weekday and zone.
        words: String,
        /// The zone, for adapters whose platform translates no times.
        #[serde(default)]
        zone: ZoneWords,
    },
    /// A time among others in a list, in words that leave out the zone where it is the reader's own. Where nobody can know
    /// that, an adapter says it.
    Clock {
        /// In words, with weekday.
        words: String,
        /// The zone.
        zone: ZoneWords,
    },
    /// Something to type: a whole command, or a reference such as `S12`.
    Command(String),
}

/// The zone of a time, as it is said.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ZoneWords {
    /// What it is called: "New York time".
    pub name: String,
    /// How far it is from UTC at that time: "UTC-5"; "UTC-4, from Sun 1 Nov UTC-5" where that changes before the time is
    /// over. Empty where it is UTC.
    pub offset: String,
}

/// One bar of [`Block::Bars`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bar {
    /// What is counted (typed by people).
    pub label: String,
    /// The count.
    pub count: u32,
    /// The option's number as a person may type it.
    pub number: u32,
}

impl Bar {
    /// How many cells of a bar it fills where `most` is the highest count and `longest` the longest bar: one cell a count
    /// while they fit, else in proportion; whoever has a vote has a cell.
    pub fn cells(&self, most: u32, longest: u32) -> usize {
        let count = self.count;
        let cells = if most <= longest {
            count
        } else {
            let scaled = (u64::from(count) * u64::from(longest) + u64::from(most) / 2) / u64::from(most);
            u32::try_from(scaled).unwrap_or(longest).max(count.min(1))
        };
        usize::try_from(cells).unwrap_or_default()
    }
}

/// The last lines of a card: what can be done, at every level of client.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Actions {
    /// Buttons, in order.
    pub buttons: Vec<Button>,
    /// Buttons that open a [form](form::Form), in order: shown after the others where the platform
    /// [has forms](crate::surface::Caps::forms), and nowhere else.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub forms: Vec<Button>,
    /// "or type: …" with the plain command, in the card's language.
    pub typed: Line,
    /// Where the buttons are the options of a poll that is open to everybody's eyes: how many of them one person may choose.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ballot: Option<u32>,
}

/// A button.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Button {
    /// Its words.
    pub label: String,
    /// What it does: an [`action::ActionToken`] as text.
    pub token: String,
}

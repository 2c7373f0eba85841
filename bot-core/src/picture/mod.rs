//! Pictures that go with cards: drawn by the bot's own code from areas and texts, with nothing from elsewhere.
//!
//! - [`Picture`]: a drawing with its name and its words; [`Drawing`], [`Shape`]: what is on it
//! - [`Ink`], [`Theme`]: what a colour stands for, and which it is on light and on dark
//! - [`svg()`]: a drawing as SVG
//! - `width`: how much room a text takes; `lines`: the lines that it makes; `letters`: those that are drawn at all
//!
//! A drawing says nothing by colour alone, and nothing that its card does not say in words: who cannot see it misses nothing.
//! A text is kept whole and cut when it is drawn, so that whoever looks for somebody's words in a message that waits finds them.

mod letters;
mod lines;
mod palette;
mod svg;
#[cfg(test)]
mod tests;
mod width;

use serde::{Deserialize, Serialize};

pub(crate) use letters::is_read;
pub use palette::{Ink, Theme};
pub use svg::{FONT, svg};
pub(crate) use width::width;

/// A picture for whoever reads the card: uploaded where the platform shows pictures, else left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picture {
    /// What its file is called: `week.png`.
    pub name: String,
    /// What it shows, for those who do not see it; at most 1,000 characters.
    pub alt: String,
    /// What is drawn.
    pub drawing: Drawing,
}

impl Picture {
    /// Every text on it and beside it.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let drawn = self.drawing.shapes.iter().filter_map(|shape| match shape {
            Shape::Text(text) | Shape::Passage(Passage { text, .. }) => Some(text.words.as_str()),
            Shape::Area(_) => None,
        });
        [self.name.as_str(), self.alt.as_str()].into_iter().chain(drawn)
    }
}

/// Shapes on a sheet, the later above the earlier. All lengths are in pixels of the sheet, from its upper left corner.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Drawing {
    /// How wide the sheet is.
    pub width: u32,
    /// How high it is.
    pub height: u32,
    /// What is on it.
    pub shapes: Vec<Shape>,
}

/// Something on a sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shape {
    /// A rectangle.
    Area(Area),
    /// A line of text.
    Text(Text),
    /// A text on several lines.
    Passage(Passage),
}

/// A rectangle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Area {
    /// Where it is.
    pub frame: Frame,
    /// What it is filled with.
    pub fill: Ink,
    /// Its edge.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edge: Option<Edge>,
}

/// Where a rectangle is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Frame {
    /// Its left side.
    pub x: u32,
    /// Its upper side.
    pub y: u32,
    /// How wide it is.
    pub width: u32,
    /// How high it is.
    pub height: u32,
}

/// The edge of a rectangle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Edge {
    /// A line.
    Solid(Ink),
    /// A line of dashes: told from the other by whoever sees no colours.
    Dashed(Ink),
}

/// A line of text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    /// Where it begins, or ends where it is [`Side::Right`].
    pub x: u32,
    /// Its base line.
    pub y: u32,
    /// How high its letters are, from line to line.
    pub size: u32,
    /// The room it has: what is longer is cut.
    pub room: u32,
    /// Its colour.
    pub ink: Ink,
    /// On which side of `x` it stands.
    pub side: Side,
    /// The words.
    pub words: String,
}

/// A text on several lines, kept as one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passage {
    /// The text, with the base line of its first line, and the room of each.
    pub text: Text,
    /// The most lines: what is longer is cut.
    pub most: u32,
    /// How far a line is below the one before.
    pub step: u32,
}

impl Passage {
    /// How many lines it takes; at least one.
    pub fn count_lines(&self) -> u32 {
        u32::try_from(lines::of(self).len()).unwrap_or(self.most).max(1)
    }
}

/// On which side of a point a text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// It begins there.
    Left,
    /// It ends there.
    Right,
}

impl Drawing {
    /// An empty sheet of that size.
    pub const fn new(width: u32, height: u32) -> Self {
        Self {
            width,
            height,
            shapes: Vec::new(),
        }
    }

    /// Draws a rectangle.
    pub fn area(&mut self, frame: Frame, fill: Ink, edge: Option<Edge>) {
        self.shapes.push(Shape::Area(Area { frame, fill, edge }));
    }

    /// Writes a line of text.
    pub fn text(&mut self, text: Text) {
        self.shapes.push(Shape::Text(text));
    }

    /// Writes a text on several lines.
    pub fn passage(&mut self, passage: Passage) {
        self.shapes.push(Shape::Passage(passage));
    }
}

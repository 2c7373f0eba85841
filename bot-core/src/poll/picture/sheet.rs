//! A sheet that is filled from top to bottom.

use crate::picture::{Drawing, Edge, Frame, Ink, Passage, Side, Text, is_read};

use super::Standing;

/// The free edge of the sheet.
pub(super) const MARGIN: u32 = 24;
/// The width of what is on a sheet that is read on a phone without zooming in.
pub(super) const ROOM: u32 = 592;
/// The room of a sign beside an option.
pub(super) const SIGN: u32 = 28;
/// The free space beside what stands side by side.
const GAP: u32 = 14;
/// How high the letters of an option and of its figure are.
pub(super) const LETTERS: u32 = 20;
/// From line to line of them.
pub(super) const STEP: u32 = 26;

/// A sheet, and how far it is filled.
#[derive(Debug)]
pub(super) struct Sheet {
    drawing: Drawing,
    /// The width between the margins.
    pub(super) room: u32,
    /// Where what comes next begins.
    pub(super) y: u32,
}

impl Sheet {
    /// An empty sheet with so much room between its margins.
    pub(super) const fn new(room: u32) -> Self {
        Self {
            drawing: Drawing::new(room + 2 * MARGIN, 0),
            room,
            y: MARGIN,
        }
    }

    /// Writes what was asked: in large letters where they fit on few lines.
    pub(super) fn title(&mut self, words: &str) {
        let passage = |size, most| self.passage_at(MARGIN, self.room, size, most, words);
        let large = passage(26, 4);
        let passage = if large.count_lines() < 4 {
            large
        } else {
            passage(LETTERS, 8)
        };
        self.write(passage, 6);
    }

    /// Writes a sentence of ours, which may name options.
    pub(super) fn lines(&mut self, words: &str) {
        if !words.is_empty() {
            self.write(self.passage_at(MARGIN, self.room, 19, 5, words), 6);
        }
    }

    /// Writes words side by side, each below its heading.
    pub(super) fn side_by_side(&mut self, columns: &[(String, String)]) {
        let Ok(many @ 1..) = u32::try_from(columns.len()) else {
            return;
        };
        self.y += 4;
        let (top, width) = (self.y, self.room / many);
        let mut bottom = top;
        for (x, (heading, words)) in (MARGIN..).step_by(usize::try_from(width).unwrap_or(1)).zip(columns) {
            self.y = top;
            let mut above = self.passage_at(x, width - GAP, 16, 2, heading);
            above.text.ink = Ink::Faint;
            self.write(above, 4);
            self.write(self.passage_at(x, width - GAP, 19, 4, words), 6);
            bottom = bottom.max(self.y);
        }
        self.y = bottom;
    }

    /// Writes an option over the whole width, with its sign; at most three lines.
    pub(super) fn option(&mut self, number: usize, option: &str, standing: Standing) {
        self.sign(self.y + LETTERS, standing);
        let words = named(number, option);
        self.write(self.passage_at(MARGIN + SIGN, self.room - SIGN, LETTERS, 3, &words), 0);
    }

    /// Writes a sign at the margin, on that base line.
    pub(super) fn sign(&mut self, y: u32, standing: Standing) {
        self.text(MARGIN, y, 22, SIGN, Ink::Text, Side::Left, standing.sign());
    }

    /// Writes one line there.
    #[expect(clippy::too_many_arguments, reason = "they are the fields of a text, in their order")]
    pub(super) fn text(&mut self, x: u32, y: u32, size: u32, room: u32, ink: Ink, side: Side, words: &str) {
        if !words.is_empty() {
            self.drawing.text(Text {
                x,
                y,
                size,
                room,
                ink,
                side,
                words: words.to_owned(),
            });
        }
    }

    /// Draws a bar from there, of that length; one of no length is left out.
    pub(super) fn bar(&mut self, (x, y): (u32, u32), (width, height): (u32, u32), look: Look) {
        if width > 0 {
            let frame = Frame { x, y, width, height };
            self.drawing.area(frame, look.fill, look.edge);
        }
    }

    /// Draws the line of a figure that is to be reached across a bar that begins at that height.
    pub(super) fn mark(&mut self, x: u32, y: u32, height: u32) {
        let frame = Frame {
            x: x.saturating_sub(1),
            y: y - 5,
            width: 3,
            height: height + 10,
        };
        self.drawing.area(frame, Ink::Text, None);
    }

    /// Begins another part below a line.
    pub(super) fn part(&mut self) {
        self.y += 4;
        self.rule();
        self.y += 10;
    }

    /// Draws a line between what is above and what is below.
    pub(super) fn rule(&mut self) {
        let frame = Frame {
            x: MARGIN,
            y: self.y,
            width: self.room,
            height: 1,
        };
        self.drawing.area(frame, Ink::Rule, None);
    }

    /// The sheet, as high as what is on it.
    pub(super) fn finished(mut self) -> Drawing {
        self.drawing.height = self.y + MARGIN;
        self.drawing
    }

    fn passage_at(&self, x: u32, room: u32, size: u32, most: u32, words: &str) -> Passage {
        let step = size * STEP / LETTERS;
        Passage {
            text: Text {
                x,
                y: self.y + size,
                size,
                room,
                ink: Ink::Text,
                side: Side::Left,
                words: words.to_owned(),
            },
            most,
            step,
        }
    }

    fn write(&mut self, passage: Passage, below: u32) {
        self.y += passage.count_lines() * passage.step + below;
        self.drawing.passage(passage);
    }
}

/// How a bar is drawn.
#[derive(Debug, Clone, Copy)]
pub(super) struct Look {
    fill: Ink,
    edge: Option<Edge>,
}

impl Look {
    /// The ground of a meter.
    pub(super) const TRACK: Self = Self {
        fill: Ink::FreeTint,
        edge: Some(Edge::Solid(Ink::Free)),
    };
    /// What has been reached.
    pub(super) const FULL: Self = Self {
        fill: Ink::Full,
        edge: Some(Edge::Solid(Ink::Full)),
    };
    /// What is not there yet.
    pub(super) const SHORT: Self = Self {
        fill: Ink::ShortTint,
        edge: Some(Edge::Dashed(Ink::Short)),
    };
    const TIED: Self = Self {
        fill: Ink::FullTint,
        edge: Some(Edge::Solid(Ink::Full)),
    };
    /// An option that neither won nor is tied.
    pub(super) const OTHER: Self = Self {
        fill: Ink::FreeTint,
        edge: Some(Edge::Solid(Ink::Free)),
    };
    /// The lighter part of a bar.
    pub(super) const LIGHTER: Self = Self {
        fill: Ink::Paper,
        edge: Some(Edge::Dashed(Ink::Free)),
    };

    /// The bar of an option.
    pub(super) const fn of(standing: Standing) -> Self {
        match standing {
            Standing::Won => Self::FULL,
            Standing::Tied => Self::TIED,
            Standing::Other => Self::OTHER,
        }
    }
}

/// The option as it is drawn: with its number where the font of the pictures lacks letters of it.
pub(super) fn named(number: usize, option: &str) -> String {
    if is_read(option) {
        option.to_owned()
    } else {
        format!("#{number} {option}")
    }
}

/// How long something is where `most` is as long as the room; whatever is there is seen.
pub(super) fn length(figure: u64, most: u64, room: u32) -> u32 {
    let scaled = u128::from(figure) * u128::from(room) / u128::from(most.max(1));
    let least = if figure > 0 { 3 } else { 0 };
    u32::try_from(scaled).unwrap_or(room).clamp(least, room.max(least))
}

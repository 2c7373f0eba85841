//! A drawing as SVG (1.1, which every program reads): rectangles and lines of text, and nothing that leads elsewhere.

use super::palette::{Ink, Theme};
use super::{Area, Drawing, Edge, Passage, Shape, Side, Text, lines};

/// The family of the font that the widths are of.
pub const FONT: &str = "DejaVu Sans";

/// The drawing as SVG, on a paper of its own.
pub fn svg(drawing: &Drawing, theme: Theme) -> String {
    let Drawing { width, height, shapes } = drawing;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
         font-family=\"{FONT}\">\n<rect width=\"{width}\" height=\"{height}\" fill=\"{}\"/>\n",
        Ink::Paper.colour(theme)
    );
    for shape in shapes {
        svg.push_str(&match shape {
            Shape::Area(area) => rect(*area, theme),
            Shape::Text(text) => line(text, text.y, &lines::one(text), theme),
            Shape::Passage(passage) => self::passage(passage, theme),
        });
        svg.push('\n');
    }
    svg.push_str("</svg>\n");
    svg
}

fn rect(Area { frame, fill, edge }: Area, theme: Theme) -> String {
    let edge = match edge {
        None => String::new(),
        Some(Edge::Solid(ink)) => format!(" stroke=\"{}\" stroke-width=\"1.5\"", ink.colour(theme)),
        Some(Edge::Dashed(ink)) => format!(
            " stroke=\"{}\" stroke-width=\"2\" stroke-dasharray=\"6 4\"",
            ink.colour(theme)
        ),
    };
    let (x, y, width, height) = (frame.x, frame.y, frame.width, frame.height);
    let fill = fill.colour(theme);
    format!("<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"{fill}\"{edge}/>")
}

fn passage(passage: &Passage, theme: Theme) -> String {
    let lines = lines::of(passage).into_iter().zip(0..);
    let drawn = lines.map(|(words, number)| {
        let y = passage.text.y + number * passage.step;
        line(&passage.text, y, &words, theme)
    });
    drawn.collect::<Vec<_>>().join("\n")
}

fn line(text: &Text, y: u32, words: &str, theme: Theme) -> String {
    let (x, size) = (text.x, text.size);
    let anchor = match text.side {
        Side::Left => "",
        Side::Right => " text-anchor=\"end\"",
    };
    let fill = text.ink.colour(theme);
    let words = escaped(words);
    format!("<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" fill=\"{fill}\"{anchor}>{words}</text>")
}

/// A text in which nothing is markup, and no character that XML does not have.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\u{fffe}' | '\u{ffff}' => {}
            char => escaped.push(char),
        }
    }
    escaped
}

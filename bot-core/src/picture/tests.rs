//! Drawings as SVG.

use super::width::fitting;
use super::{Drawing, Edge, Frame, Ink, Passage, Picture, Side, Text, Theme, is_read, lines, svg};

fn text(words: &str, room: u32) -> Text {
    Text {
        x: 10,
        y: 20,
        size: 10,
        room,
        ink: Ink::Text,
        side: Side::Left,
        words: words.to_owned(),
    }
}

fn sheet() -> Drawing {
    let mut sheet = Drawing::new(120, 40);
    let frame = Frame {
        x: 5,
        y: 6,
        width: 50,
        height: 20,
    };
    sheet.area(frame, Ink::ShortTint, Some(Edge::Dashed(Ink::Short)));
    sheet.text(text("S12 4/6", 100));
    sheet
}

#[test]
fn a_drawing_is_rectangles_and_lines_of_text_on_a_paper_of_its_own() {
    insta::assert_snapshot!(svg(&sheet(), Theme::Light), @r##"
    <svg xmlns="http://www.w3.org/2000/svg" width="120" height="40" viewBox="0 0 120 40" font-family="DejaVu Sans">
    <rect width="120" height="40" fill="#ffffff"/>
    <rect x="5" y="6" width="50" height="20" fill="#fdecdd" stroke="#d55e00" stroke-width="2" stroke-dasharray="6 4"/>
    <text x="10" y="20" font-size="10" fill="#1b1f24">S12 4/6</text>
    </svg>
    "##);
    insta::assert_snapshot!(svg(&sheet(), Theme::Dark), @r##"
    <svg xmlns="http://www.w3.org/2000/svg" width="120" height="40" viewBox="0 0 120 40" font-family="DejaVu Sans">
    <rect width="120" height="40" fill="#1e2227"/>
    <rect x="5" y="6" width="50" height="20" fill="#463310" stroke="#e69f00" stroke-width="2" stroke-dasharray="6 4"/>
    <text x="10" y="20" font-size="10" fill="#f0f3f6">S12 4/6</text>
    </svg>
    "##);
}

#[test]
fn what_people_typed_is_never_markup() {
    let mut sheet = Drawing::new(900, 40);
    let typed = "</text><image href=\"http://x/y\"/>&amp; a\u{0}\u{202e}b\nc\u{ffff}";
    sheet.text(text(typed, 900));
    let svg = svg(&sheet, Theme::Light);
    assert!(
        svg.contains(">&lt;/text&gt;&lt;image href=&quot;http://x/y&quot;/&gt;&amp;amp; ab c</text>"),
        "{svg}"
    );
    assert_eq!(svg.matches('<').count(), svg.matches('>').count());
    assert_eq!(svg.matches('<').count(), 5, "svg, paper, text, and their ends: {svg}");
}

#[test]
fn what_has_no_room_is_cut() {
    for (words, room, shown) in [
        ("Canvass", 60, "Canvass"),
        ("Canvass Ward 3", 60, "Canvass…"),
        ("Canvass Ward 3", 5, "…"),
        ("", 0, ""),
        ("iiiiiiiiii", 30, "iiiiiiiiii"),
        ("MMMMMMMMMM", 30, "MM…"),
        ("Reunión en Ñuñoa", 70, "Reunión en…"),
        ("会議会議会議", 40, "会議…"),
    ] {
        assert_eq!(fitting(words, 10, room), shown, "{words}");
    }
}

fn passage(words: &str, most: u32) -> Passage {
    Passage {
        text: text(words, 70),
        most,
        step: 13,
    }
}

#[test]
fn a_passage_is_broken_between_words_and_cut_at_its_last_line() {
    for (words, most, shown) in [
        ("Canvass", 3, vec!["Canvass"]),
        ("Canvass Ward 3 with Ana", 3, vec!["Canvass", "Ward 3 with", "Ana"]),
        ("Canvass Ward 3 with Ana", 2, vec!["Canvass", "Ward 3 wit…"]),
        ("Canvass Ward 3 with Ana", 1, vec!["Canvass W…"]),
        ("MMMMMMMMMMMM", 3, vec!["MMMMMMMM", "MMMM"]),
        ("one\ntwo   three", 3, vec!["one two", "three"]),
        ("会議 会議", 3, vec!["… …"]),
        ("", 3, vec![]),
    ] {
        assert_eq!(lines::of(&passage(words, most)), shown, "{words}, {most}");
        assert!(passage(words, most).count_lines() >= 1);
    }
    let mut sheet = Drawing::new(100, 60);
    sheet.passage(passage("Canvass <b>Ward</b> 3", 3));
    let svg = svg(&sheet, Theme::Light);
    assert!(
        svg.contains("y=\"20\" font-size=\"10\" fill=\"#1b1f24\">Canvass</text>"),
        "{svg}"
    );
    assert!(svg.contains("y=\"33\""), "{svg}");
    assert!(!svg.contains("<b>"), "{svg}");
}

#[test]
fn a_text_without_letters_that_the_font_has_is_not_read() {
    for (words, read) in [
        ("Pizza", true),
        ("🌮 tacos", true),
        ("Ñandú 3", true),
        ("שלום", true),
        ("👍", false),
        ("寿司", false),
        ("नमस्ते", false),
        ("sushi 寿司", false),
        ("!", false),
        ("", false),
    ] {
        assert_eq!(is_read(words), read, "{words}");
    }
}

#[test]
fn all_the_words_of_a_picture_can_be_looked_through() {
    let mut sheet = sheet();
    sheet.passage(passage("Canvass Ward 3 with Ana", 2));
    let picture = Picture {
        name: "week.png".to_owned(),
        alt: "The week".to_owned(),
        drawing: sheet,
    };
    assert_eq!(
        picture.texts().collect::<Vec<_>>(),
        ["week.png", "The week", "S12 4/6", "Canvass Ward 3 with Ana"]
    );
}

/// The contrast of two colours (WCAG 2.2, "contrast ratio").
fn contrast(one: Ink, other: Ink, theme: Theme) -> f64 {
    let luminance = |ink: Ink| {
        let colour = ink.colour(theme);
        let parts = [1, 3, 5].map(|at| u8::from_str_radix(&colour[at..at + 2], 16).unwrap());
        let linear = parts.map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 {
                part / 12.92
            } else {
                ((part + 0.055) / 1.055).powf(2.4)
            }
        });
        0.0722f64.mul_add(linear[2], 0.2126f64.mul_add(linear[0], 0.7152 * linear[1]))
    };
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn every_text_is_read_on_every_ground_and_every_edge_is_seen() {
    let grounds = [
        Ink::Paper,
        Ink::Band,
        Ink::FullTint,
        Ink::ShortTint,
        Ink::ShortDeep,
        Ink::FreeTint,
    ];
    for theme in [Theme::Light, Theme::Dark] {
        for ground in grounds {
            for ink in [Ink::Text, Ink::Faint] {
                let contrast = contrast(ink, ground, theme);
                assert!(contrast >= 4.5, "{ink:?} on {ground:?}, {theme:?}: {contrast}");
            }
        }
        for edge in [Ink::Full, Ink::Short, Ink::Free] {
            let contrast = contrast(edge, Ink::Paper, theme);
            assert!(contrast >= 3.0, "{edge:?}, {theme:?}: {contrast}");
        }
    }
}

//! Drawings as PNG, for the adapters of platforms that show pictures.
//!
//! The core draws in SVG without a font; here is the font, and the one library that reads SVG. A drawing comes out the same on
//! every machine: no font of the machine is looked at, and nothing is loaded from anywhere.
//!
//! - [`drawn`]: the pictures of a card, as they are uploaded; [`png`]: one drawing

use std::sync::{Arc, LazyLock};

use muster_core::picture::{Drawing, FONT, Theme, svg};
use muster_core::reply::{Block, Card};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};

/// The font (`fonts/LICENSE-DejaVu.txt`): Latin, Greek, Cyrillic, Arabic, Hebrew and more, in one weight.
static SANS: &[u8] = include_bytes!("../fonts/DejaVuSans.ttf");
/// How many pixels of the picture a pixel of the sheet has each way: on a phone people zoom in.
const SCALE: u8 = 2;
/// The most pixels of a picture each way. Telegram takes 10,000 of width and height together.
const MOST_PIXELS: u32 = 5_000;

static OPTIONS: LazyLock<Options<'static>> = LazyLock::new(|| {
    let mut fonts = fontdb::Database::new();
    fonts.load_font_data(SANS.to_vec());
    Options {
        fontdb: Arc::new(fonts),
        font_family: FONT.to_owned(),
        ..Options::default()
    }
});

/// A picture that is drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawn {
    /// What its file is called.
    pub name: String,
    /// What it shows, for those who do not see it.
    pub alt: String,
    /// The file.
    pub png: Png,
}

/// A file of pixels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Png {
    /// What is in it.
    pub content: Vec<u8>,
    /// Its width and its height, in pixels.
    pub size: [u32; 2],
}

impl Drawn {
    /// What the file is, an IANA media type.
    pub const MEDIA_TYPE: &'static str = "image/png";
}

/// The pictures of a card, dark on light: nobody knows the colours of a reader's window, and a light sheet reads in all of them.
/// Drawn on a thread that nobody waits for. One that cannot be drawn is left out: a card says in words what its picture shows.
pub async fn drawn(card: &Card) -> Vec<Drawn> {
    let mut drawn = Vec::new();
    for block in &card.blocks {
        let Block::Picture(picture) = block else { continue };
        let drawing = picture.drawing.clone();
        let png = tokio::task::spawn_blocking(move || png(&drawing, Theme::Light)).await;
        if let Ok(Some(png)) = png {
            let (name, alt) = (picture.name.clone(), picture.alt.clone());
            drawn.push(Drawn { name, alt, png });
        }
    }
    drawn
}

/// The drawing as PNG; `None` if it cannot be drawn, which is logged. It takes some ten milliseconds of a processor.
pub fn png(drawing: &Drawing, theme: Theme) -> Option<Png> {
    let canvas = rastered(drawing, theme);
    let png = canvas.and_then(|canvas| {
        let content = canvas.encode_png().map_err(|error| error.to_string())?;
        let size = [canvas.width(), canvas.height()];
        Ok(Png { content, size })
    });
    match png {
        Ok(png) => Some(png),
        Err(error) => {
            tracing::error!(
                error,
                width = drawing.width,
                height = drawing.height,
                "a picture cannot be drawn"
            );
            None
        }
    }
}

fn rastered(drawing: &Drawing, theme: Theme) -> Result<Pixmap, String> {
    let tree = Tree::from_str(&svg(drawing, theme), &OPTIONS).map_err(|error| error.to_string())?;
    let longest = drawing.width.max(drawing.height);
    let scale = if longest * u32::from(SCALE) <= MOST_PIXELS {
        SCALE
    } else {
        1
    };
    let pixels = |length: u32| (length * u32::from(scale)).min(MOST_PIXELS);
    let (width, height) = (pixels(drawing.width), pixels(drawing.height));
    let mut canvas = Pixmap::new(width, height).ok_or("it has no size")?;
    let scale = f32::from(scale);
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut canvas.as_mut());
    Ok(canvas)
}

#[cfg(test)]
mod tests {
    use muster_core::picture::{Ink, Picture, Side, Text};

    use super::*;

    fn sheet(words: &str) -> Drawing {
        let mut sheet = Drawing::new(300, 40);
        sheet.text(Text {
            x: 10,
            y: 30,
            size: 20,
            room: 280,
            ink: Ink::Text,
            side: Side::Left,
            words: words.to_owned(),
        });
        sheet
    }

    #[tokio::test]
    async fn a_card_brings_its_pictures_and_none_that_cannot_be_drawn() {
        let picture = |drawing| Picture {
            name: "week.png".to_owned(),
            alt: "The week".to_owned(),
            drawing,
        };
        let card = Card::new()
            .line("A week")
            .picture(picture(Drawing::new(0, 0)))
            .picture(picture(sheet("S12")));
        let drawn = drawn(&card).await;
        let [Drawn { name, alt, png }] = drawn.as_slice() else {
            panic!("one picture: {}", drawn.len())
        };
        assert_eq!((name.as_str(), alt.as_str()), ("week.png", "The week"));
        assert_eq!(pixels(png).width(), 600);
    }

    fn pixels(png: &Png) -> Pixmap {
        Pixmap::decode_png(&png.content).unwrap()
    }

    /// The columns of the pixels that are not paper.
    fn inked(words: &str) -> Vec<usize> {
        let drawn = pixels(&png(&sheet(words), Theme::Light).unwrap());
        let width = usize::try_from(drawn.width()).unwrap();
        let pixels = drawn.pixels().iter().enumerate();
        let inked = pixels.filter(|(_, pixel)| pixel.red() < 128);
        inked.map(|(at, _)| at % width).collect()
    }

    #[test]
    fn a_drawing_is_a_png_of_twice_its_size_on_its_paper() {
        for (theme, paper) in [(Theme::Light, 0xFF), (Theme::Dark, 0x1E)] {
            let png = png(&sheet("S12"), theme).unwrap();
            assert_eq!(png.content[..8], *b"\x89PNG\r\n\x1a\n");
            let drawn = pixels(&png);
            assert_eq!((png.size, [drawn.width(), drawn.height()]), ([600, 80], [600, 80]));
            let corner = drawn.pixel(0, 0).unwrap();
            assert_eq!((corner.red(), corner.alpha()), (paper, 0xFF));
        }
    }

    #[test]
    fn the_font_has_the_letters_that_people_type_and_the_marks_that_we_draw() {
        for words in [
            "Canvass",
            "ñandú ¿qué? ç ß ğ ł",
            "Ελλάδα",
            "Київ",
            "שלום",
            "مرحبا",
            "✓",
            "–",
            "…",
            "·",
        ] {
            let missing = inked(&"\u{e000}".repeat(words.chars().count()));
            assert!(!inked(words).is_empty() && inked(words) != missing, "{words}");
        }
    }

    #[test]
    fn what_the_font_lacks_is_no_box() {
        for sign in ["👍", "👩‍👩‍👧", "🇪🇸", "⭐"] {
            assert_eq!(inked(sign), [] as [usize; 0], "{sign}");
        }
        for letters in ["会議", "नमस्ते", "ไทย", "한국어", "አማርኛ", "ខ្មែរ"] {
            assert_eq!(inked(letters), inked("…"), "{letters}");
        }
    }

    #[test]
    fn no_text_is_wider_than_the_room_that_it_was_given() {
        for words in [
            "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
            "Reunión de coordinación en Ñuñoa, ¡ÁÉÍÓÚ ŒÆ!",
            "Широкая Щедрая Жюри Широкая Щедрая Жюри",
            "iIlL1|.,:;'!()[]{}fijt iIlL1|.,:;'!()[]{}fijt iIlL1|.,:;'!()[]{}fijt",
            "mmmmmmmmmm@@@@@@@@%%%%%%%%%%%%%%%",
        ] {
            let end = inked(words).into_iter().max().unwrap();
            assert!(end <= (10 + 280) * 2, "{words}: {end}");
            assert!(end >= 150 * 2, "{words}: {end}, where there was more room");
        }
    }

    #[test]
    fn what_has_no_size_is_no_picture() {
        assert_eq!(png(&Drawing::new(0, 40), Theme::Light), None);
        let high = png(&Drawing::new(10, 20_000), Theme::Light).unwrap();
        assert_eq!(pixels(&high).height(), 5_000);
    }
}

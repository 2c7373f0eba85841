//! How much room a text takes in the font that pictures are drawn with. Nothing but the widths of its letters is known here:
//! those of the printable ASCII exactly, all others by the widest of their kind.

use unicode_width::UnicodeWidthChar;

/// The widths from the space to the tilde, in thousandths of the size of the letters.
const ASCII: [u32; 95] = [
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636, 636, 636, 636, 636,
    636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656, 557, 863,
    748, 787, 603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500, 500, 613, 635, 550, 615,
    635, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636,
    337, 636, 838,
];
/// The last letter of the Latin alphabets.
const LATIN: char = '\u{24f}';
/// What a text ends in that was cut.
const CUT: char = '…';

/// How wide a text of that size is, in pixels.
pub(crate) fn width(text: &str, size: u32) -> u32 {
    thousandths(text, size).div_ceil(1000)
}

fn thousandths(text: &str, size: u32) -> u32 {
    text.chars().map(|char| advance(char) * size).sum()
}

/// As much of a text of that size as fits into the room, in pixels.
pub(super) fn fitting(text: &str, size: u32, room: u32) -> String {
    let room = room * 1000;
    if thousandths(text, size) <= room {
        return text.to_owned();
    }
    let mut left = room.saturating_sub(advance(CUT) * size);
    let mut kept = String::new();
    for char in text.chars() {
        let Some(rest) = left.checked_sub(advance(char) * size) else {
            break;
        };
        left = rest;
        kept.push(char);
    }
    format!("{}{CUT}", kept.trim_end())
}

/// How wide a letter is, in thousandths of its size.
fn advance(char: char) -> u32 {
    let ascii = u32::from(char).checked_sub(u32::from(' '));
    let ascii = ascii.and_then(|at| ASCII.get(usize::try_from(at).ok()?));
    match (ascii, char.width()) {
        (Some(width), _) => *width,
        (None, None | Some(0)) => 0,
        (None, Some(2)) => 1300,
        (None, _) if matches!(char, '–' | '·') => 500,
        (None, _) if char <= LATIN && char.is_lowercase() && !matches!(char, 'æ' | 'œ' | 'ŉ' | 'ǆ'..='ǌ' | 'ǳ') => {
            650
        }
        (None, _) if char <= LATIN && !matches!(char, 'Æ' | 'Œ' | 'Ǆ'..='ǌ' | 'Ǳ'..='ǳ') => 800,
        (None, _) => 1100,
    }
}

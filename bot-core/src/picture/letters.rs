//! Which letters are drawn: those that the font of the pictures has. Another would come out as an empty box.

use unicode_width::UnicodeWidthChar;

/// What stands for letters that the font lacks.
const LEFT_OUT: char = '…';

/// The text without what the font lacks: three points stand for letters, nothing for other signs.
pub(super) fn drawn(text: &str) -> String {
    let mut drawn = String::with_capacity(text.len());
    for char in text.chars() {
        if is_drawn(char) {
            drawn.push(char);
        } else if char.is_alphanumeric() && !drawn.ends_with(LEFT_OUT) {
            drawn.push(LEFT_OUT);
        }
    }
    drawn.trim().to_owned()
}

/// Whether somebody who only sees what is drawn reads the text: no letter or digit of it is left out, and one is there. An
/// emoji is left out without harm.
pub(crate) fn is_read(text: &str) -> bool {
    let mut letters = text.chars().filter(|char| char.is_alphanumeric()).peekable();
    letters.peek().is_some() && letters.all(is_drawn)
}

/// The font has no letters of double width, none of the scripts from Syriac to Myanmar but N'Ko and Lao, from Hangul to Cherokee
/// and from Tagalog to Vedic, and no emoji.
fn is_drawn(char: char) -> bool {
    let lacking = matches!(char,
        '\u{700}'..='\u{7bf}' | '\u{800}'..='\u{e7f}' | '\u{f00}'..='\u{109f}' | '\u{1100}'..='\u{13ff}'
        | '\u{1700}'..='\u{1cff}' | '\u{fe00}'..='\u{fe0f}' | '\u{1f000}'..='\u{1faff}' | '\u{e0000}'..);
    !lacking && char.width() != Some(2)
}

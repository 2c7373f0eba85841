//! Text that is fit to be shown on one line: nothing in it moves a cursor, and nothing in it reorders our words.

use std::borrow::Cow;

/// U+2068, begins text whose direction is its own affair.
pub const FIRST_STRONG_ISOLATE: char = '\u{2068}';
/// U+2069, ends it.
pub const POP_DIRECTIONAL_ISOLATE: char = '\u{2069}';

/// The text on one line: line breaks and tabs become a space, other control characters and explicit marks of
/// direction (embeddings, overrides, isolates: Unicode Annex 9, section 2) are dropped.
pub fn one_line(text: &str) -> Cow<'_, str> {
    if !text.contains(|char| breaks_line(char) || is_unfit(char)) {
        return Cow::Borrowed(text);
    }
    let line = text.replace("\r\n", "\n");
    line.chars()
        .filter_map(|char| match char {
            char if breaks_line(char) => Some(' '),
            char if is_unfit(char) => None,
            char => Some(char),
        })
        .collect::<String>()
        .into()
}

/// What a person typed, [on one line](one_line); text that holds letters written from right to left is isolated, so
/// that it cannot reorder what stands beside it.
pub fn typed_by_people(text: &str) -> Cow<'_, str> {
    let line = one_line(text);
    if line.contains(runs_right_to_left) {
        format!("{FIRST_STRONG_ISOLATE}{line}{POP_DIRECTIONAL_ISOLATE}").into()
    } else {
        line
    }
}

const fn breaks_line(char: char) -> bool {
    matches!(
        char,
        '\t' | '\n' | '\u{b}' | '\u{c}' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

fn is_unfit(char: char) -> bool {
    char.is_control() || matches!(char, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The blocks whose characters run from right to left unless said otherwise (the `@missing` lines of Unicode's
/// `DerivedBidiClass.txt`), with the two marks that do so on their own.
const fn runs_right_to_left(char: char) -> bool {
    matches!(char,
        '\u{590}'..='\u{8ff}' | '\u{200f}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_that_is_fit_stays_as_it_is() {
        for text in ["", "Canvass Ward 3", "¿Pizza o tacos? 🌮", "👩‍👩‍👧 e\u{301}"] {
            assert_eq!(typed_by_people(text), text);
        }
    }

    #[test]
    fn nothing_that_moves_a_cursor_is_left() {
        assert_eq!(one_line("a\x1b[2Jb\x07\u{9b}31mc\x7f\0"), "a[2Jb31mc");
        assert_eq!(
            one_line("one\r\ntwo\u{2028}three\tfour\x0bfive"),
            "one two three four five"
        );
    }

    #[test]
    fn nothing_typed_reorders_our_words() {
        assert_eq!(typed_by_people("\u{202e}abc\u{2066}\u{2069}\u{202c}"), "abc");
        assert_eq!(typed_by_people("שלום"), "\u{2068}שלום\u{2069}");
        assert_eq!(typed_by_people("مرحبا 3\u{2069}"), "\u{2068}مرحبا 3\u{2069}");
    }
}

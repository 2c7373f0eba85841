//! Where text that is too long may end: never within a character as people see it.

use unicode_width::UnicodeWidthChar;

use super::clean::{FIRST_STRONG_ISOLATE, POP_DIRECTIONAL_ISOLATE};

/// What stands for what is cut off.
pub const ELLIPSIS: &str = "…";
/// The longest run of characters that is kept together; nobody sees one that is longer as a single sign.
const LONGEST_CLUSTER: usize = 32;

/// How long a text is in UTF-16 code units: never less than its characters.
pub fn units(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}

/// As much of the text as fits in so many characters.
pub fn cut_chars(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let room = text
        .char_indices()
        .nth(most.saturating_sub(2))
        .map_or(text.len(), |(at, _)| at);
    let kept = text[..boundary(text, room)].trim_end();
    format!(
        "{kept}{}{ELLIPSIS}",
        if is_open(kept) {
            POP_DIRECTIONAL_ISOLATE.to_string()
        } else {
            String::new()
        }
    )
}

/// Whether a text that ends there leaves an isolate open ([`typed_by_people`](super::clean::typed_by_people)).
pub fn is_open(text: &str) -> bool {
    text.rfind(FIRST_STRONG_ISOLATE) > text.rfind(POP_DIRECTIONAL_ISOLATE)
}

/// The last place at which the text may end within so many UTF-16 units, in bytes.
pub fn place(text: &str, room: usize) -> usize {
    let mut left = room;
    let fits = text
        .char_indices()
        .find(|(_, char)| match left.checked_sub(char.len_utf16()) {
            Some(rest) => {
                left = rest;
                false
            }
            None => true,
        });
    boundary(text, fits.map_or(text.len(), |(at, _)| at))
}

/// The last place at or before that one where no sign of several characters is torn.
pub fn boundary(text: &str, at: usize) -> usize {
    let starts = text[..at].char_indices().rev().map(|(start, _)| start);
    let places = std::iter::once(at).chain(starts).take(LONGEST_CLUSTER);
    let mut places = places.filter(|place| !is_within_sign(text, *place));
    places.next().unwrap_or(at)
}

/// Whether the character behind that place belongs to the one before it: it has no width of its own, is a skin tone, is
/// glued on by a joiner, or is the second of two that are a flag (Unicode Annex 29).
fn is_within_sign(text: &str, at: usize) -> bool {
    let (before, after) = text.split_at(at);
    let (Some(last), Some(next)) = (before.chars().next_back(), after.chars().next()) else {
        return false;
    };
    let extends = next.width() == Some(0) && next != FIRST_STRONG_ISOLATE && next != POP_DIRECTIONAL_ISOLATE;
    let flags = before.chars().rev().take_while(|char| is_regional(*char)).count();
    extends || is_skin_tone(next) || last == '\u{200d}' || is_regional(next) && flags % 2 == 1
}

const fn is_skin_tone(char: char) -> bool {
    matches!(char, '\u{1f3fb}'..='\u{1f3ff}')
}

const fn is_regional(char: char) -> bool {
    matches!(char, '\u{1f1e6}'..='\u{1f1ff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_see_as_one_sign_is_not_torn() {
        for (text, most, kept) in [
            ("abcdef", 6, "abcdef"),
            ("abcdefg", 6, "abcd…"),
            ("abc e\u{301}f", 7, "abc e\u{301}f"),
            ("abce\u{301}\u{302}fghij", 7, "abc…"),
            ("ab👍🏽cdefg", 5, "ab…"),
            ("a🇪🇸🇲🇽bcdef", 6, "a🇪🇸…"),
            ("ab 👩‍👩‍👧 de", 7, "ab…"),
            ("ab\u{2068}שלום עולם\u{2069}", 7, "ab\u{2068}של\u{2069}…"),
        ] {
            assert_eq!(cut_chars(text, most), kept);
        }
    }

    #[test]
    fn a_sign_without_end_is_torn_in_the_end() {
        let endless = format!("a{}", "\u{301}".repeat(500));
        assert_eq!(cut_chars(&endless, 100).chars().count(), 99);
    }
}

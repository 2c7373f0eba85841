//! Cutting text that is too long: never within a character as people see it, an instant, a command or a name.

use unicode_width::UnicodeWidthChar;

use super::piece::{Kind, Mark, Piece, units};
use super::spans::{END_OF_ISOLATE, ISOLATE};

/// What stands for what is cut off.
const ELLIPSIS: &str = "…";
/// The longest run of characters that is kept together; nobody sees one that is longer as a single sign.
const LONGEST_CLUSTER: usize = 32;

/// "… and 12 more", in the reader's language.
pub(super) type More<'a> = &'a dyn Fn(usize) -> String;

/// As much of the piece as fits, at most so many UTF-16 units. A line of names ends behind a name and says how many more
/// there are.
pub(super) fn cut(mut piece: Piece, room: usize, more: More<'_>) -> Piece {
    if piece.units() <= room {
        return piece;
    }
    let names: Vec<_> = names(&piece).collect();
    let longest_tail = format!(" {}", more(names.len()));
    let end = place(&piece.text, room.saturating_sub(units(&longest_tail) + 1));
    let (shown, last) = names
        .iter()
        .filter(|name| **name <= end)
        .fold((0, 0), |(count, _), name| (count + 1, *name));
    if shown > 0 && names.len() - shown > 1 {
        end_at(&mut piece, last);
        piece.push(&format!(" {}", more(names.len() - shown)));
    } else {
        let end = place(&piece.text, room.saturating_sub(units(ELLIPSIS) + 1));
        let end = outside_of_marks(&piece, end);
        end_at(&mut piece, end);
        piece.push(ELLIPSIS);
    }
    piece
}

/// As much of the text as fits in so many characters.
pub(super) fn cut_chars(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let room = text
        .char_indices()
        .nth(most.saturating_sub(2))
        .map_or(text.len(), |(at, _)| at);
    let mut piece = Piece {
        text: text.to_owned(),
        marks: Vec::new(),
    };
    end_at(&mut piece, boundary(text, room));
    piece.text + ELLIPSIS
}

/// The bytes behind each name.
fn names(piece: &Piece) -> impl Iterator<Item = usize> {
    let names = piece
        .marks
        .iter()
        .filter(|mark| matches!(mark.kind, Kind::Name | Kind::Mention(_)));
    names.map(|mark| mark.range.end)
}

/// Ends the piece there, without white space, with the isolate closed that was open.
fn end_at(piece: &mut Piece, at: usize) {
    piece.truncate(at);
    piece.truncate(piece.text.trim_end().len());
    let open = piece.text.rfind(ISOLATE);
    if open > piece.text.rfind(END_OF_ISOLATE) {
        piece.text.push(END_OF_ISOLATE);
    }
}

/// The last place at which the text may end within so many UTF-16 units, in bytes.
fn place(text: &str, room: usize) -> usize {
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
fn boundary(text: &str, at: usize) -> usize {
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
    let extends = next.width() == Some(0) && next != ISOLATE && next != END_OF_ISOLATE;
    let flags = before.chars().rev().take_while(|char| is_regional(*char)).count();
    extends || is_skin_tone(next) || last == '\u{200d}' || is_regional(next) && flags % 2 == 1
}

const fn is_skin_tone(char: char) -> bool {
    matches!(char, '\u{1f3fb}'..='\u{1f3ff}')
}

const fn is_regional(char: char) -> bool {
    matches!(char, '\u{1f1e6}'..='\u{1f1ff}')
}

/// That place, or the beginning of what is whole or nothing and holds it.
fn outside_of_marks(piece: &Piece, at: usize) -> usize {
    let holds = |mark: &&Mark| {
        matches!(mark.kind, Kind::Code | Kind::Time(_) | Kind::Mention(_))
            && mark.range.start < at
            && at < mark.range.end
    };
    piece
        .marks
        .iter()
        .filter(holds)
        .map(|mark| mark.range.start)
        .min()
        .unwrap_or(at)
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

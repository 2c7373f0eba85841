//! What Telegram would make of a text on its own: its server finds `@name` and `/command` in a bot's messages even where
//! entities are given, pings the one and offers the other. Nothing of that is found within `code` and `pre`.

use std::ops::Range;

use super::piece::{Kind, Mark, Piece};

/// Covers every mention and command that would be found outside `code` and `pre`, exactly.
pub(super) fn cover(piece: &mut Piece) {
    for mut range in triggers(&piece.text) {
        let covers = |mark: &Mark| matches!(mark.kind, Kind::Code | Kind::Pre);
        let holds = |mark: &Mark| covers(mark) || matches!(mark.kind, Kind::Mention(_));
        let is_covered = |mark: &Mark| holds(mark) && mark.range.start <= range.start && range.end <= mark.range.end;
        if piece.marks.iter().any(is_covered) {
            continue;
        }
        piece.marks.retain(|mark| {
            let meets = covers(mark) && overlap(&mark.range, &range);
            if meets {
                range = mark.range.start.min(range.start)..mark.range.end.max(range.end);
            }
            !meets
        });
        piece.marks.push(Mark {
            kind: Kind::Code,
            range,
        });
    }
}

pub(super) fn overlap(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

/// The bytes of each `@name` and `/command`. `TDLib` (`match_mentions`, `match_bot_commands` in `MessageEntity.cpp`) wants no
/// letter, digit or underscore before it, no slash before a slash, and a certain length; other clients and servers may
/// know letters and lengths otherwise, so here only the ASCII ones keep it from being one, and every length is.
pub(super) fn triggers(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut before = None;
    for (start, char) in text.char_indices() {
        let is_inside = found.last().is_some_and(|last| start < last.end);
        if !is_inside && opens(char, before) {
            let name = &text[start + 1..];
            let goes_on = |next: char| is_word(next) || char == '/' && next == '@';
            let length = name.find(|next| !goes_on(next)).unwrap_or(name.len());
            if length > 0 {
                found.push(start..start + 1 + length);
            }
        }
        before = Some(char);
    }
    found
}

fn opens(char: char, before: Option<char>) -> bool {
    let within_word = before.is_some_and(is_word);
    match char {
        '@' => !within_word,
        '/' => !within_word && before != Some('/'),
        _ => false,
    }
}

const fn is_word(char: char) -> bool {
    char.is_ascii_alphanumeric() || char == '_'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_telegram_would_find_is_found() {
        for (text, found) in [
            ("hi @ana_1, @b.", &["@ana_1", "@b"][..]),
            (
                "@@ana (@ben) \"@cleo\" é@dev שלום@eva",
                &["@ana", "@ben", "@cleo", "@dev", "@eva"],
            ),
            ("/start now /x@muster_bot.", &["/start", "/x@muster_bot"]),
            ("a/b 10/12 and/or _/x", &[]),
            ("ana@example.org @ / // @-", &[]),
            ("https://example.org/a/b", &[]),
            ("-/a </b> @a/b @a@b", &["/a", "/b", "@a", "@a"]),
            ("/\u{200d}a @é 😀@x😀/y", &["@x", "/y"]),
        ] {
            let triggers = triggers(text).into_iter().map(|range| &text[range]);
            assert_eq!(triggers.collect::<Vec<_>>(), found, "{text}");
        }
    }
}

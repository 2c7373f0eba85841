//! How far from UTC the times on a card are. Nobody's client translates them, so it is said in words: at the first time, and
//! again wherever it is another.

use muster_core::reply::{Actions, Block, Card, Line, Span, ZoneWords};

/// The card with that said.
pub(super) fn said(mut card: Card) -> Card {
    let mut last = None;
    for span in card.blocks.iter_mut().flat_map(lines).flat_map(|line| &mut line.0) {
        let (Span::Time { words, zone, .. } | Span::Clock { words, zone }) = span else {
            continue;
        };
        if last.as_ref() != Some(zone) {
            *words = with(words, zone);
            last = Some(zone.clone());
        }
    }
    card
}

fn lines(block: &mut Block) -> &mut [Line] {
    match block {
        Block::Heading(line) | Block::Aside(line) | Block::Line(line) => std::slice::from_mut(line),
        Block::List(lines) => lines,
        Block::Actions(Actions { typed, .. }) => std::slice::from_mut(typed),
        Block::Bars(_) | Block::Document { .. } | Block::Picture(_) => &mut [],
    }
}

/// The words with the offset behind the zone, or both behind them where they leave out the zone.
fn with(words: &str, ZoneWords { name, offset }: &ZoneWords) -> String {
    match words.split_once(name.as_str()) {
        Some(_) if offset.is_empty() || words.contains(offset.as_str()) => words.to_owned(),
        Some((before, after)) => format!("{before}{name} ({offset}){after}"),
        None if offset.is_empty() => format!("{words} ({name})"),
        None => format!("{words} ({name}, {offset})"),
    }
}

#[cfg(test)]
mod tests {
    use muster_core::reply::plain;

    use super::*;

    fn zone(offset: &str) -> ZoneWords {
        ZoneWords {
            name: "New York time".to_owned(),
            offset: offset.to_owned(),
        }
    }

    fn time(words: &str, offset: &str) -> Line {
        Line(vec![Span::Time {
            at: muster_core::chrono::DateTime::UNIX_EPOCH,
            words: words.to_owned(),
            zone: zone(offset),
        }])
    }

    fn clock(words: &str, offset: &str) -> Line {
        Line(vec![Span::Clock {
            words: words.to_owned(),
            zone: zone(offset),
        }])
    }

    fn shown(lines: impl IntoIterator<Item = Line>) -> String {
        plain::render(&said(Card::new().list(lines)))
    }

    #[test]
    fn it_stands_behind_the_zone() {
        let repeat = time("every Tue, 18:30 New York time, next Tue 1 Dec", "UTC-5");
        assert_eq!(
            shown([repeat]),
            "  every Tue, 18:30 New York time (UTC-5), next Tue 1 Dec"
        );
    }

    #[test]
    fn it_is_said_once_until_the_clocks_change() {
        let lines = [
            clock("Fri 30 Oct, 10:00–13:00", "UTC-4"),
            clock("Sat 31 Oct, 10:00–13:00", "UTC-4"),
            clock("Sun 1 Nov, 10:00–13:00", "UTC-5"),
            time("Mon 2 Nov, 10:00 New York time", "UTC-5"),
        ];
        assert_eq!(
            shown(lines),
            "  Fri 30 Oct, 10:00–13:00 (New York time, UTC-4)\n  Sat 31 Oct, 10:00–13:00\n  \
             Sun 1 Nov, 10:00–13:00 (New York time, UTC-5)\n  Mon 2 Nov, 10:00 New York time"
        );
    }

    #[test]
    fn what_is_in_the_words_is_not_said_twice() {
        let again = time("Sun 1 Nov, 01:30 (UTC-5) New York time", "UTC-5");
        assert_eq!(shown([again]), "  Sun 1 Nov, 01:30 (UTC-5) New York time");
        let utc = ZoneWords {
            name: "UTC".to_owned(),
            offset: String::new(),
        };
        let hours = Span::Clock {
            words: "Sat 5 Dec, 10:00".to_owned(),
            zone: utc,
        };
        assert_eq!(shown([Line(vec![hours])]), "  Sat 5 Dec, 10:00 (UTC)");
    }
}

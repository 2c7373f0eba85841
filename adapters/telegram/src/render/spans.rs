//! A line of a card becomes a piece: what each span looks like in Telegram.

use muster_core::catalogue::opens_with_an_area;
use muster_core::reply::clean::{FIRST_STRONG_ISOLATE, POP_DIRECTIONAL_ISOLATE, one_line, typed_by_people};
use muster_core::reply::{Line, Span};
use muster_core::surface::Platform;

use super::piece::{Kind, Piece};

/// The line, without white space at its ends.
pub(super) fn piece(line: &Line) -> Piece {
    let mut piece = Piece::default();
    for span in &line.0 {
        push(&mut piece, span);
    }
    piece.trimmed()
}

fn push(piece: &mut Piece, span: &Span) {
    match span {
        Span::Text(words) | Span::Clock { words, .. } => piece.push(&one_line(words)),
        Span::User(text) => piece.push(&typed_by_people(text)),
        Span::Person(name) => piece.push_marked(&typed_by_people(name), Kind::Name),
        Span::Mention { name, accounts } => {
            let here = accounts.iter().find(|(platform, _)| *platform == Platform::Telegram);
            let account = here.and_then(|(_, account)| account.parse().ok());
            piece.push_marked(&typed_by_people(name), account.map_or(Kind::Name, Kind::Mention));
        }
        Span::Time { at, words, .. } => match at.timestamp() {
            // The protocol below the Bot API counts in positive numbers of 32 bits.
            seconds @ 1..=0x7fff_ffff => piece.push_marked(&one_line(words), Kind::Time(seconds)),
            _ => piece.push(&one_line(words)),
        },
        Span::Command(command) if opens_with_an_area(command) => push_command(piece, command),
        Span::Command(reference) => piece.push(&typed_by_people(reference)),
    }
}

/// The command as it is typed here, with a slash; the marks that isolate it stay out of what a tap copies.
fn push_command(piece: &mut Piece, command: &str) {
    let typed = format!("/{}", command.trim());
    let typed = typed_by_people(&typed);
    let isolated = typed
        .strip_prefix(FIRST_STRONG_ISOLATE)
        .and_then(|typed| typed.strip_suffix(POP_DIRECTIONAL_ISOLATE));
    match isolated {
        Some(typed) => {
            piece.text.push(FIRST_STRONG_ISOLATE);
            piece.push_marked(typed, Kind::Code);
            piece.text.push(POP_DIRECTIONAL_ISOLATE);
        }
        None => piece.push_marked(&typed, Kind::Code),
    }
}

//! A line of a card becomes a piece: what each span looks like in Discord.

use muster_core::catalogue::{RawInvocation, find, opens_with_an_area};
use muster_core::reply::clean::{one_line, typed_by_people};
use muster_core::reply::{Line, Span};
use muster_core::surface::Platform;

use super::piece::{Atom, Piece};
use crate::place::is_id;
use crate::schema::words;

/// The instants that Discord can show, in seconds ("Message Formatting": as many as a date of four digits has).
const SHOWN: std::ops::RangeInclusive<i64> = 1..=253_402_300_799;

/// The line, with the accounts here that are mentioned in it.
pub(super) fn piece(line: &Line, mentions: &mut Vec<String>) -> Piece {
    let mut piece = Piece::default();
    for span in &line.0 {
        piece.push(atom(span, mentions));
    }
    piece
}

fn atom(span: &Span, mentions: &mut Vec<String>) -> Atom {
    match span {
        Span::User(text) => Atom::Text(typed_by_people(text).into_owned()),
        Span::Person(name) => Atom::Name(typed_by_people(name).into_owned()),
        Span::Mention { name, accounts } => {
            let here = accounts
                .iter()
                .find(|(platform, id)| *platform == Platform::Discord && is_id(id));
            if let Some((_, id)) = here.filter(|(_, id)| !mentions.contains(id)) {
                mentions.push(id.clone());
            }
            Atom::Name(typed_by_people(name).into_owned())
        }
        Span::Time { at, words, .. } if SHOWN.contains(&at.timestamp()) => {
            Atom::Time(one_line(words).into_owned(), at.timestamp())
        }
        Span::Text(words) | Span::Time { words, .. } | Span::Clock { words, .. } => {
            Atom::Text(one_line(words).into_owned())
        }
        Span::Command(command) if opens_with_an_area(command) => Atom::Command(called(command)),
        Span::Command(reference) => Atom::Text(typed_by_people(reference).into_owned()),
    }
}

/// The command as it is called here: with a slash, and by the words that it goes by.
fn called(command: &str) -> String {
    let command = typed_by_people(command.trim());
    let raw = RawInvocation {
        text: command.to_string(),
        named: Vec::new(),
    };
    match find(&raw) {
        Ok(spec) => {
            let rest = command.split_whitespace().skip(spec.words().count());
            let words = words::of(spec).into_iter().chain(rest);
            format!("/{}", words.collect::<Vec<_>>().join(" "))
        }
        Err(_) => format!("/{command}"),
    }
}

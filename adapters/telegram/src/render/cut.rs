//! Cutting a line that is too long: never within a character as people see it, an instant, a command or a name.

use muster_core::reply::clean::POP_DIRECTIONAL_ISOLATE;
use muster_core::reply::cut::{ELLIPSIS, is_open, place, units};
use muster_core::reply::fold::{More, Stretch};

use super::piece::{Kind, Mark, Piece};

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
    if is_open(&piece.text) {
        piece.text.push(POP_DIRECTIONAL_ISOLATE);
    }
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

//! How many voted, of how many who may, and how many must.

use super::Turnout;
use super::sheet::{Look, MARGIN, Sheet, length};
use crate::picture::{Ink, Side};

/// The height of the meter.
const METER: u32 = 20;

/// Draws it below what is there.
pub(super) fn draw(sheet: &mut Sheet, turnout: &Turnout) {
    sheet.part();
    sheet.lines(&turnout.said);
    let Some(of) = turnout.of else { return };
    sheet.y += 4;
    let reached = turnout
        .quorum
        .as_ref()
        .is_none_or(|quorum| turnout.voted >= quorum.figure);
    let look = if reached { Look::FULL } else { Look::SHORT };
    // A quorum that is a number of people may be more than there are.
    let most = of.max(turnout.quorum.as_ref().map_or(0, |quorum| quorum.figure));
    let at = |figure| length(figure, most, sheet.room);
    let (all, voted, quorum) = (
        at(of),
        at(turnout.voted),
        turnout.quorum.as_ref().map(|quorum| at(quorum.figure)),
    );
    sheet.bar((MARGIN, sheet.y), (all, METER), Look::TRACK);
    sheet.bar((MARGIN, sheet.y), (voted, METER), look);
    sheet.y += METER;
    if let (Some(at), Some(quorum)) = (quorum, &turnout.quorum) {
        sheet.mark(MARGIN + at, sheet.y - METER, METER);
        let (side, room) = if at * 2 > sheet.room {
            (Side::Right, at)
        } else {
            (Side::Left, sheet.room - at)
        };
        sheet.text(MARGIN + at, sheet.y + 26, 17, room, Ink::Faint, side, &quorum.said);
        sheet.y += 30;
    }
}

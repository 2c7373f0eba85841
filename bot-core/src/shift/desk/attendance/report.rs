//! `shift report`: how a shift went, told by those who run it.

use crate::desk::{Answer, Desk};
use crate::error::{Outcome, UserError};
use crate::phrase;
use crate::shift::desk::{for_update, with_card};
use crate::shift::report::Told;
use crate::shift::undo::ShiftUndo;
use crate::undo::Undo;

/// Keeps what is told with the shift; what is not told stays.
pub(super) async fn tell(desk: &mut Desk<'_>, shift: u32, told: Told) -> Outcome<Answer> {
    let roster = for_update(desk, shift).await?;
    let shift = &roster.shift;
    desk.must_run(shift.team)?;
    let reference = shift.reference();
    let too_early = phrase!("shift-report-too-early", shift = word reference, start = moment shift.start);
    shift.must_have_begun(desk.work.now, too_early)?;
    if told.is_nothing() {
        let refusal = UserError::new(phrase!("shift-report-nothing", shift = word reference));
        return Err(refusal.type_next(example(reference)).into());
    }
    let before = desk.work.unit.shift_report(shift.group, shift.id).await?;
    let left = told.onto(before.as_ref(), desk.me(), desk.work.now);
    desk.work.unit.save_shift_report(shift, Some(&left)).await?;
    desk.work.card_changed(shift.group, reference).await?;
    let undo = ShiftUndo::Report {
        shift: shift.number,
        before,
        left,
    };
    desk.remember_undo(Undo::Shift(undo)).await?;
    with_card(desk, vec![phrase!("shift-reported", shift = word reference)], roster).await
}

/// What may be typed to tell it.
pub(in crate::shift) fn example(shift: crate::ids::Reference) -> String {
    format!("shift report {shift} conversations:12 doors:40 note:\"Two more next time\"")
}

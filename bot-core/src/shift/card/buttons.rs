//! The ways out of every card of a shift.

use crate::locale::{Phrase, Voice};
use crate::phrase;
use crate::reply::Button;
use crate::shift::Shift;
use crate::shift::search::FOR_CAPTAINS;

pub(crate) fn claim_button(shift: &Shift, voice: &Voice) -> Option<Button> {
    button(shift, voice, &phrase!("shift-button-claim"), "claim")
}

/// The same, once sign-up is open.
pub(crate) fn open_claim_button(shift: &Shift, voice: &Voice) -> Option<Button> {
    claim_button(shift, voice).filter(|_| shift.opens_later(voice.now).is_none())
}

/// `shift ask S12 5`
pub(crate) fn ask_button(shift: &Shift, voice: &Voice) -> Option<Button> {
    let label = voice.text(&phrase!("shift-button-ask", count = number FOR_CAPTAINS));
    let command = format!("shift ask {} {FOR_CAPTAINS}", shift.reference());
    Button::new(label, shift.group, command)
}

pub(crate) fn cover_button(shift: &Shift, voice: &Voice) -> Option<Button> {
    button(shift, voice, &phrase!("shift-button-cover"), "cover")
}

pub(crate) fn decline_button(shift: &Shift, voice: &Voice) -> Option<Button> {
    button(shift, voice, &phrase!("shift-button-decline"), "decline")
}

/// What `shift cover` begins with: to stay after all.
pub(crate) fn stay_button(shift: &Shift, voice: &Voice) -> Option<Button> {
    button(shift, voice, &phrase!("shift-button-stay"), "confirm")
}

pub(crate) fn confirm_button(shift: &Shift, voice: &Voice) -> Option<Button> {
    button(shift, voice, &phrase!("shift-button-confirm"), "confirm")
}

/// The same for a seat that somebody else claimed for them.
pub(crate) fn fine_button(shift: &Shift, voice: &Voice) -> Option<Button> {
    button(shift, voice, &phrase!("shift-button-fine"), "confirm")
}

pub(crate) fn drop_button(shift: &Shift, voice: &Voice) -> Option<Button> {
    button(shift, voice, &phrase!("shift-button-drop"), "drop")
}

/// "I'm here", as long as the shift takes check-ins.
pub(crate) fn here_button(shift: &Shift, voice: &Voice) -> Option<Button> {
    let open = shift.takes_checkins(voice.now);
    button(shift, voice, &phrase!("shift-button-here"), "checkin").filter(|_| open)
}

pub(crate) fn checkout_button(shift: &Shift, voice: &Voice) -> Option<Button> {
    button(shift, voice, &phrase!("shift-button-checkout"), "checkout")
}

pub(crate) fn roster_button(shift: &Shift, voice: &Voice) -> Option<Button> {
    button(shift, voice, &phrase!("shift-button-roster"), "roster")
}

/// The shift as a file for a calendar.
pub(crate) fn calendar_button(shift: &Shift, voice: &Voice) -> Option<Button> {
    button(shift, voice, &phrase!("shift-button-calendar"), "calendar")
}

pub(super) fn edit_button(shift: &Shift, voice: &Voice) -> Option<Button> {
    button(shift, voice, &phrase!("shift-button-edit"), "edit")
}

/// `shift add S12` opens the form of `shift add` with what S12 says.
pub(super) fn copy_button(shift: &Shift, voice: &Voice) -> Option<Button> {
    button(shift, voice, &phrase!("shift-button-copy"), "add")
}

fn button(shift: &Shift, voice: &Voice, label: &Phrase, act: &str) -> Option<Button> {
    Button::new(
        voice.text(label),
        shift.group,
        format!("shift {act} {}", shift.reference()),
    )
}

//! One tap on an option.

use crate::poll::ballot::{IF_NEED_BE, YES, place_of};
use crate::poll::terms::TOP_SCORE;
use crate::poll::{Poll, PollKind};

/// Whether a tap changes the ballot before it; by the other kinds it is the whole vote.
pub(in crate::poll) const fn changes_the_ballot(kind: PollKind) -> bool {
    !matches!(kind, PollKind::Single | PollKind::Consent)
}

/// The ballot after a tap on an option:
///
/// - approval: chosen, or chosen no more
/// - ranked: the next rank, or taken out of the order where it has one
/// - score, STAR: one point more; after the most points none
/// - availability: yes, then if need be, then no
pub(super) fn tapped(poll: &Poll, before: &[u32], option: u32) -> Vec<u32> {
    let mut chosen = before.to_vec();
    match poll.kind {
        PollKind::Single | PollKind::Consent => vec![option],
        PollKind::Approval | PollKind::Ranked => {
            if let Some(at) = chosen.iter().position(|number| *number == option) {
                chosen.remove(at);
            } else {
                chosen.push(option);
            }
            if poll.kind == PollKind::Approval {
                chosen.sort_unstable();
            }
            chosen
        }
        PollKind::Score | PollKind::Star | PollKind::Availability => {
            chosen.resize(poll.options.len(), 0);
            let index = place_of(option);
            if let Some(figure) = chosen.get_mut(index) {
                *figure = next(poll.kind, *figure);
            }
            chosen
        }
    }
}

/// The figure after that one.
const fn next(kind: PollKind, figure: u32) -> u32 {
    match (kind, figure) {
        (PollKind::Availability, YES) => IF_NEED_BE,
        (PollKind::Availability, IF_NEED_BE) => 0,
        (PollKind::Availability, _) => YES,
        (_, TOP_SCORE..) => 0,
        (_, points) => points + 1,
    }
}

//! How long somebody was on a shift: the same rule for every role.

use chrono::TimeDelta;

use super::Attendance;
use crate::clock::Instant;
use crate::ids::PersonId;
use crate::shift::{Holder, Roster, Shift};

/// The most that a check-out long after the end, or whole days without one, count: whoever forgot to check out is not on the
/// shift all night.
pub const MOST: TimeDelta = TimeDelta::hours(12);

/// How long somebody was there, in whole minutes; `None` for whoever did not come. It counts from the check-in, at the
/// earliest from the start, to the check-out, else to the end; what is still going on counts until now. A check-in that
/// is taken down after the end counts from the start.
pub fn counted(shift: &Shift, attendance: &Attendance, now: Instant) -> Option<TimeDelta> {
    let came_at = attendance.came_at?;
    let (start, end) = (shift.start.at, shift.ends_at());
    let from = if came_at >= end { start } else { came_at.max(start) };
    let until = match attendance.left_at {
        Some(left) if left > end => left.min(end.max(from + MOST)),
        Some(left) => left,
        None if shift.whole_days => end.min(from + MOST),
        None => end,
    };
    let length = (until.min(now) - from).max(TimeDelta::zero());
    Some(TimeDelta::minutes(length.num_minutes()))
}

/// The same once all of it is over.
pub fn whole(shift: &Shift, attendance: &Attendance) -> Option<TimeDelta> {
    counted(shift, attendance, Instant::MAX_UTC)
}

impl Roster {
    /// How long a member was there; `None` if they did not come.
    pub fn hours_of(&self, member: PersonId, now: Instant) -> Option<TimeDelta> {
        let seat = self.seat_of(&Holder::Member(member))?;
        counted(&self.shift, &seat.attendance, now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::GroupId;
    use crate::testing::contract::fixtures::{at, id};
    use crate::testing::contract::shifts::shift;

    /// How many minutes count on a shift of an hour, of somebody who came and left so many minutes after its start, long after.
    fn minutes(came: i64, left: Option<i64>) -> i64 {
        minutes_of(&shift(GroupId(id(100)), 1, 0), came, left)
    }

    fn minutes_of(shift: &Shift, came: i64, left: Option<i64>) -> i64 {
        let attendance = Attendance {
            came_at: Some(at(came)),
            left_at: left.map(at),
            ..Attendance::default()
        };
        counted(shift, &attendance, at(100_000)).unwrap().num_minutes()
    }

    #[test]
    fn it_counts_from_the_check_in_to_the_end() {
        assert_eq!(minutes(0, None), 60);
        assert_eq!(minutes(20, None), 40);
        assert_eq!(minutes(20, Some(50)), 30);
    }

    #[test]
    fn whoever_comes_before_the_start_is_counted_from_the_start() {
        assert_eq!(minutes(-15, None), 60);
        assert_eq!(minutes(-15, Some(-5)), 0);
    }

    #[test]
    fn a_check_out_after_the_end_counts_until_then_for_twelve_hours_at_most() {
        assert_eq!(minutes(0, Some(90)), 90);
        assert_eq!(minutes(0, Some(13 * 60)), 12 * 60);
        assert_eq!(minutes(30, Some(13 * 60)), 12 * 60);
    }

    #[test]
    fn a_shift_that_is_longer_by_its_own_hours_counts_whole() {
        let long = Shift {
            end: Some(crate::time::Moment::at(at(16 * 60), crate::time::Zone::utc())),
            ..shift(GroupId(id(100)), 1, 0)
        };
        assert_eq!(minutes_of(&long, 0, None), 16 * 60);
        assert_eq!(minutes_of(&long, 0, Some(17 * 60)), 16 * 60);
        let days = Shift {
            whole_days: true,
            ..long
        };
        assert_eq!(minutes_of(&days, 0, None), 12 * 60);
        assert_eq!(minutes_of(&days, 0, Some(14 * 60)), 14 * 60);
    }

    #[test]
    fn what_is_taken_down_after_the_end_counts_from_the_start() {
        assert_eq!(minutes(60, None), 60);
        assert_eq!(minutes(600, None), 60);
    }

    #[test]
    fn what_is_going_on_counts_until_now_and_nobody_who_did_not_come() {
        let shift = shift(GroupId(id(100)), 1, 0);
        let here = Attendance {
            came_at: Some(at(10)),
            ..Attendance::default()
        };
        assert_eq!(counted(&shift, &here, at(25)), Some(TimeDelta::minutes(15)));
        assert_eq!(counted(&shift, &Attendance::default(), at(25)), None);
    }
}

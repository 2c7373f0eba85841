//! Shifts of one member that are too near to each other: those that overlap, and those between which they rest less than
//! the group wants.

use super::{Roster, Shift, notice};
use crate::error::Fault;
use crate::ids::PersonId;
use crate::locale::{Arg, Phrase};
use crate::phrase;
use crate::store::StoreResult;
use crate::time::Duration;
use crate::work::Work;

/// The longest rest that a group can want between two shifts, in days.
pub const LONGEST_REST_DAYS: i64 = 7;

impl Shift {
    /// Whether nobody can be on both and rest that long in between: they overlap, or less time lies between them.
    pub fn is_too_near(&self, other: &Self, rest: Option<Duration>) -> bool {
        self.overlaps(other) || rest.is_some_and(|rest| self.gap_to(other) < rest)
    }

    /// How long after the end of the one the other begins; less than nothing where they overlap.
    fn gap_to(&self, other: &Self) -> Duration {
        (other.start.at - self.ends_at()).max(self.start.at - other.ends_at())
    }
}

/// What somebody (whoever reads it, where nobody is named) hears of the other shifts of the group that a shift is too near to.
pub(crate) async fn warnings(
    work: &mut Work<'_>,
    shift: &Shift,
    person: PersonId,
    who: Option<&Arg>,
) -> Result<Vec<Phrase>, Fault> {
    let rest = work.group(shift.group).await?.rest;
    let near = too_near(work, shift, person, rest).await?;
    let (clashes, close): (Vec<Shift>, Vec<Shift>) = near.into_iter().partition(|other| other.overlaps(shift));
    let clash = |other: &Shift| who.map_or_else(|| notice::clash(other), |who| notice::clash_of(other, who));
    let close = close.iter().filter_map(|other| Some(short_rest(other, rest?, who)));
    Ok(clashes.iter().map(clash).chain(close).collect())
}

/// What whoever comes to a shift hears of others that they are in at that time. Of rest it is too late to say anything.
pub(crate) async fn overlaps(work: &mut Work<'_>, shift: &Shift, person: PersonId) -> Result<Vec<Phrase>, Fault> {
    let others = too_near(work, shift, person, None).await?;
    Ok(others.iter().map(notice::clash).collect())
}

/// The other shifts of the group that somebody is in and that are too near to it.
async fn too_near(
    work: &mut Work<'_>,
    shift: &Shift,
    person: PersonId,
    rest: Option<Duration>,
) -> StoreResult<Vec<Shift>> {
    let around = rest.unwrap_or_default();
    let (from, until) = (shift.start.at - around, shift.ends_at() + around);
    let others = work.unit.shifts_of(shift.group, person, from, Some(until)).await?;
    let near = |other: &Roster| {
        let is_other = other.shift.id != shift.id;
        is_other && other.shift.is_too_near(shift, rest) && other.members_in().contains(&person)
    };
    Ok(others.into_iter().filter(near).map(|other| other.shift).collect())
}

/// "Less than 8 h of rest between it and S9, Phone bank, …, which you are in too."
fn short_rest(other: &Shift, rest: Duration, who: Option<&Arg>) -> Phrase {
    let shift = other.reference();
    match who {
        None => {
            phrase!("shift-short-rest", rest = duration rest, shift = word shift, title = user other.title, when = when other.when())
        }
        Some(who) => {
            phrase!("shift-short-rest-other", rest = duration rest, shift = word shift, title = user other.title, when = when other.when(), who = list vec![who.clone()])
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;
    use crate::ids::GroupId;
    use crate::testing::contract::fixtures::{at, zone};
    use crate::testing::contract::shifts::shift;
    use crate::time::Moment;

    fn from(n: u32, minutes: i64, length: Option<i64>) -> Shift {
        let one = shift(GroupId(Uuid::from_u128(1)), n, minutes);
        let end = length.map(|length| Moment::at(at(minutes + length), zone("America/New_York")));
        Shift { end, ..one }
    }

    proptest! {
        #[test]
        fn two_shifts_are_near_unless_the_rest_lies_between_them(
            one in (0..2_000_i64, prop::option::of(1..600_i64)),
            other in (0..2_000_i64, prop::option::of(1..600_i64)),
            rest in prop::option::of(1..900_i64),
        ) {
            let (first, second) = (from(1, one.0, one.1), from(2, other.0, other.1));
            let ends = |(start, length): (i64, Option<i64>)| start + length.unwrap_or(120);
            let between = (other.0 - ends(one)).max(one.0 - ends(other));
            let near = between < rest.unwrap_or(0);
            let rest = rest.map(TimeDelta::minutes);
            prop_assert_eq!(first.is_too_near(&second, rest), near);
            prop_assert_eq!(second.is_too_near(&first, rest), near);
        }
    }
}

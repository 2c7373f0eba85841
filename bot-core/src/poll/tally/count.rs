//! Exact numbers of votes.

use std::fmt;

/// A number of votes with a stated number of decimals, kept as a whole number of its last place.
///
/// It holds 18 thousand million votes with nine decimals; what reads ballots allows at most
/// [`MOST_VOTES`](super::ranked::MOST_VOTES).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Count {
    units: u64,
    decimals: u8,
}

impl Count {
    /// So many units of the last of so many decimals: `new(150_000, 5)` is one and a half.
    pub const fn new(units: u64, decimals: u8) -> Self {
        Self { units, decimals }
    }

    /// Whole votes, without decimals.
    pub const fn whole(votes: u64) -> Self {
        Self::new(votes, 0)
    }

    /// The number in units of the last decimal.
    pub const fn units(self) -> u64 {
        self.units
    }

    /// How many decimals it has.
    pub const fn decimals(self) -> u8 {
        self.decimals
    }
}

/// What one vote is in units of the last of so many decimals.
pub(super) const fn unit(decimals: u8) -> u64 {
    10_u64.pow(decimals as u32)
}

impl fmt::Display for Count {
    /// All its decimals, also where they are zeros: `1204.00000`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.decimals == 0 {
            return write!(f, "{}", self.units);
        }
        let one = unit(self.decimals);
        let width = usize::from(self.decimals);
        write!(f, "{}.{:0width$}", self.units / one, self.units % one)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_shows_all_its_decimals() {
        assert_eq!(Count::whole(607).to_string(), "607");
        assert_eq!(Count::new(120_400_000, 5).to_string(), "1204.00000");
        assert_eq!(Count::new(1, 9).to_string(), "0.000000001");
    }

    #[test]
    fn ten_million_votes_fit_with_nine_decimals() {
        let units = 10_000_000 * unit(9);
        assert_eq!(Count::new(units, 9).to_string(), "10000000.000000000");
    }
}

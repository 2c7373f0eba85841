//! Receipts: codes by which voters find their own ballots in the file of a secret poll.

use std::fmt;

use crate::base32;
use crate::ids::IdSource;

/// How many characters of five bits each a code has.
const CHARS: usize = 12;

/// A code that stands beside a secret ballot, for whoever asked for one: 60 random bits, too many to be guessed or to come
/// twice in a poll. Whoever is shown it before the file is out can prove or learn a vote by it, so its `Debug` form keeps it
/// secret.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Receipt(u64);

impl Receipt {
    /// A fresh code.
    pub fn new(ids: &dyn IdSource) -> Self {
        let mut bits = [0; 8];
        ids.fill(&mut bits);
        Self(u64::from_be_bytes(bits) >> 4)
    }

    /// The code as it was written; `None` for what no code can be.
    pub fn parse(written: &str) -> Option<Self> {
        let bits = base32::parse(written, CHARS)?;
        u64::try_from(bits).ok().map(Self)
    }
}

impl fmt::Display for Receipt {
    /// In blocks, as `7K3M-Q9TX-4H2B`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&base32::spelled(u128::from(self.0), CHARS))
    }
}

impl fmt::Debug for Receipt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Receipt(…)")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::testing::SeededIds;

    #[test]
    fn a_receipt_is_twelve_characters_in_blocks() {
        assert_eq!(Receipt(0).to_string(), "0000-0000-0000");
        assert_eq!(Receipt((1 << 60) - 1).to_string(), "ZZZZ-ZZZZ-ZZZZ");
        assert_eq!(format!("{:?}", Receipt(1)), "Receipt(…)");
    }

    #[test]
    fn what_no_receipt_can_be_is_none() {
        for written in ["", "7K3M-Q9TX-4H2", "7K3M-Q9TX-4H2BB", "7K3M-Q9TX-4H2U"] {
            assert_eq!(Receipt::parse(written), None, "{written}");
        }
    }

    proptest! {
        #[test]
        fn a_receipt_is_read_as_it_was_written_and_sorts_as_its_text(one: u64, other: u64) {
            let [one, other] = [one, other].map(|seed| Receipt::new(&SeededIds::new(seed)));
            prop_assert_eq!(Receipt::parse(&one.to_string()), Some(one));
            prop_assert_eq!(one.cmp(&other), one.to_string().cmp(&other.to_string()));
        }
    }
}

//! The rules of a transferable vote that are stated before the voting.

use crate::poll::tally::count::{Count, unit};
use crate::poll::tally::paper::MarkRules;

/// How a single transferable vote is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StvRules {
    /// How marks are read.
    pub marks: MarkRules,
    /// To how many decimals values are cut, at most 9.
    pub decimals: u8,
    /// The next number above the votes divided by one more than the seats: a whole one, or one of those decimals.
    pub quota: QuotaNumber,
    /// When the quota is worked out.
    pub quota_time: QuotaTime,
    /// How the value of a transferred vote is cut.
    pub transfer: Transfer,
    /// Whose surplus goes on first.
    pub surpluses: Surpluses,
    /// Whether the surpluses of the last elected are shown as one more stage, where they are exhausted.
    pub last_surplus: bool,
}

/// What kind of number a quota is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuotaNumber {
    /// A whole number.
    Whole,
    /// A number with as many decimals as the values have.
    Fraction,
}

/// When a quota is worked out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuotaTime {
    /// Once, from the first counts.
    Once,
    /// Again in each stage, from the votes that are not exhausted.
    EachStage,
}

/// How the value of a transferred vote is cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Transfer {
    /// Surplus × value / votes of the elected, cut once.
    Whole,
    /// Surplus / votes of the elected is cut to a fraction, and the value times the fraction is cut again.
    ByFraction,
}

/// Whose surplus goes on first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Surpluses {
    /// The largest, one in each stage.
    LargestFirst,
    /// Those of all who were elected in a stage go on together in the next one, even where there is nothing above the
    /// quota.
    Together,
}

impl StvRules {
    /// The Scottish Local Government Elections Order 2007 (SSI 2007/42), schedule 1, rules 45 to 52.
    pub const SCOTTISH: Self = Self {
        marks: MarkRules::STRICT,
        decimals: 5,
        quota: QuotaNumber::Whole,
        quota_time: QuotaTime::Once,
        transfer: Transfer::Whole,
        surpluses: Surpluses::LargestFirst,
        last_surplus: false,
    };
    /// As Alameda County counts the council of Albany: the quota falls with every exhausted ballot, and values have six
    /// decimals.
    pub const ALAMEDA: Self = Self {
        marks: MarkRules::LENIENT,
        decimals: 6,
        quota_time: QuotaTime::EachStage,
        transfer: Transfer::ByFraction,
        ..Self::SCOTTISH
    };
    /// As the tabulator `RCTab` counts several seats by default: four decimals, all surpluses of a round together, and a
    /// last round that shows the surpluses of the last elected.
    pub const RCTAB: Self = Self {
        marks: MarkRules::LENIENT,
        decimals: 4,
        transfer: Transfer::ByFraction,
        surpluses: Surpluses::Together,
        last_surplus: true,
        ..Self::SCOTTISH
    };

    /// The quota of so many units for so many seats.
    pub(super) fn quota(&self, units: u64, seats: usize) -> u64 {
        let step = match self.quota {
            QuotaNumber::Whole => unit(self.decimals),
            QuotaNumber::Fraction => 1,
        };
        (units / (seats as u64 + 1) / step + 1) * step
    }

    /// What a surplus makes of the value of each vote, in units.
    pub(super) fn reduction(&self, surplus: u64, votes: u64) -> impl Fn(u64) -> u64 + use<> {
        let (transfer, one) = (self.transfer, unit(self.decimals));
        let fraction = share(one, surplus, votes);
        move |value| match transfer {
            Transfer::Whole => share(value, surplus, votes),
            Transfer::ByFraction => share(value, fraction, one),
        }
    }

    /// So many units as a count.
    pub(super) const fn units(&self, units: u64) -> Count {
        Count::new(units, self.decimals)
    }
}

/// Value × part / whole, cut; a part is never more than its whole.
fn share(value: u64, part: u64, whole: u64) -> u64 {
    let product = u128::from(value) * u128::from(part);
    u64::try_from(product / u128::from(whole.max(1))).unwrap_or(value)
}

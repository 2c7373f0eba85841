//! The words for the rules.

use clap::ValueEnum;

/// What a mark that is not clear does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum OnMark {
    /// It ends the ballot.
    Exhaust,
    /// It is passed over.
    Next,
}

/// What an empty rank does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum OnSkipped {
    /// It ends the ballot.
    Exhaust,
    /// Two in a row end the ballot.
    ExhaustAtTwo,
    /// It is passed over.
    Next,
}

/// Whose rules a transferable vote follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Place {
    /// Scottish councils, 2007: one surplus at a time, five decimals.
    Scottish,
    /// Alameda County: the quota is worked out again in each stage, six decimals.
    Alameda,
    /// The tabulator `RCTab`: the surpluses of a stage together, four decimals.
    Rctab,
}

/// What kind of number a quota is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum QuotaArg {
    /// A whole number.
    Whole,
    /// A number with as many decimals as the values.
    Fraction,
}

/// What breaks the ties of STAR.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Ties {
    /// The technical specification: who is beaten by none of the tied; in the run-off, more points.
    Standard,
    /// The official protocol, which further counts five stars.
    FiveStar,
}

/// How strong a majority is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum StrengthArg {
    /// As the votes that prefer the one that wins.
    Winning,
    /// As those beyond the votes that prefer the other.
    Margins,
}

/// What silence means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum OnSilence {
    /// It is no consent, and is waited for.
    Waits,
    /// It is consent, as the group chose.
    Consents,
}

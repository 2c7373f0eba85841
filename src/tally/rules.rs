//! The rules that can be chosen, as they are typed and as a result says them.

use anyhow::{Result, bail};
use clap::{Args, ValueEnum};
use muster_core::poll::tally::irv::IrvRules;
use muster_core::poll::tally::paper::{Duplicate, MarkRules, Overvote, Skipped};
use muster_core::poll::tally::stv::rules::{QuotaNumber, QuotaTime, StvRules, Surpluses, Transfer};

use super::Method;

/// The rules of a count.
#[derive(Debug, Args)]
pub(super) struct RuleArgs {
    /// Ranked ballots: what a rank with several options does.
    #[arg(long, value_name = "RULE")]
    overvote: Option<OnMark>,
    /// Ranked ballots: what an empty rank between two marks does.
    #[arg(long, value_name = "RULE")]
    skipped: Option<OnSkipped>,
    /// Ranked ballots: what an option that is named again does.
    #[arg(long, value_name = "RULE")]
    duplicate: Option<OnMark>,
    /// irv: those who together have fewer votes than the next above them leave together.
    #[arg(long)]
    batch: bool,
    /// stv: whose rules.
    #[arg(long, value_name = "PLACE")]
    rules: Option<Place>,
    /// stv: whether the quota is a whole number or has decimals.
    #[arg(long, value_name = "NUMBER")]
    quota: Option<QuotaArg>,
    /// stv: to how many decimals values are cut.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(0..=9))]
    decimals: Option<u8>,
    /// score and star: the most points that an option can get.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(1..))]
    top: Option<u8>,
}

/// What a mark that is not clear does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum OnMark {
    /// It ends the ballot.
    Exhaust,
    /// It is passed over.
    Next,
}

/// What an empty rank does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum OnSkipped {
    /// It ends the ballot.
    Exhaust,
    /// Two in a row end the ballot.
    ExhaustAtTwo,
    /// It is passed over.
    Next,
}

/// Whose rules a transferable vote follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Place {
    /// Scottish councils, 2007: one surplus at a time, five decimals.
    Scottish,
    /// Alameda County: the quota is worked out again in each stage, six decimals.
    Alameda,
    /// The tabulator `RCTab`: the surpluses of a stage together, four decimals.
    Rctab,
}

/// What kind of number a quota is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum QuotaArg {
    /// A whole number.
    Whole,
    /// A number with as many decimals as the values.
    Fraction,
}

impl RuleArgs {
    /// Whether all that was chosen is about that method.
    pub(super) fn check(&self, method: Method) -> Result<()> {
        let stv = method == Method::Stv;
        let scores = matches!(method, Method::Score | Method::Star);
        let ranks = matches!(method, Method::Irv | Method::Stv | Method::Meek);
        let given = [
            (self.overvote.is_some() && !ranks, "--overvote", "irv, stv or meek"),
            (self.skipped.is_some() && !ranks, "--skipped", "irv, stv or meek"),
            (self.duplicate.is_some() && !ranks, "--duplicate", "irv, stv or meek"),
            (self.top.is_some() && !scores, "--top", "score or star"),
            (self.batch && method != Method::Irv, "--batch", "irv"),
            (self.rules.is_some() && !stv, "--rules", "stv"),
            (self.quota.is_some() && !stv, "--quota", "stv"),
            (self.decimals.is_some() && !stv, "--decimals", "stv"),
        ];
        match given.iter().find(|(misplaced, ..)| *misplaced) {
            Some((_, rule, method)) => bail!("{rule} is for --method {method}"),
            None => Ok(()),
        }
    }

    /// The highest score, where it was said.
    pub(super) fn top(&self) -> Option<u8> {
        self.top
    }

    /// How marks are read, where the method reads them so by itself.
    pub(super) fn marks(&self, otherwise: MarkRules) -> MarkRules {
        MarkRules {
            overvote: self.overvote.map_or(otherwise.overvote, |rule| match rule {
                OnMark::Exhaust => Overvote::Exhaust,
                OnMark::Next => Overvote::NextRank,
            }),
            skipped: self.skipped.map_or(otherwise.skipped, |rule| match rule {
                OnSkipped::Exhaust => Skipped::ExhaustAtOne,
                OnSkipped::ExhaustAtTwo => Skipped::ExhaustAtTwo,
                OnSkipped::Next => Skipped::NextRank,
            }),
            duplicate: self.duplicate.map_or(otherwise.duplicate, |rule| match rule {
                OnMark::Exhaust => Duplicate::Exhaust,
                OnMark::Next => Duplicate::NextRank,
            }),
        }
    }

    pub(super) fn irv(&self) -> IrvRules {
        IrvRules {
            marks: self.marks(IrvRules::default().marks),
            batch: self.batch,
        }
    }

    pub(super) fn stv(&self) -> StvRules {
        let rules = match self.rules.unwrap_or(Place::Scottish) {
            Place::Scottish => StvRules::SCOTTISH,
            Place::Alameda => StvRules::ALAMEDA,
            Place::Rctab => StvRules::RCTAB,
        };
        StvRules {
            marks: self.marks(rules.marks),
            decimals: self.decimals.unwrap_or(rules.decimals),
            quota: self.quota.map_or(rules.quota, |quota| match quota {
                QuotaArg::Whole => QuotaNumber::Whole,
                QuotaArg::Fraction => QuotaNumber::Fraction,
            }),
            ..rules
        }
    }
}

/// How marks are read, in sentences.
pub(super) fn said_of_marks(rules: MarkRules) -> Vec<String> {
    let overvote = match rules.overvote {
        Overvote::Exhaust => "A rank with several options ends the ballot.",
        Overvote::NextRank => "A rank with several options is passed over.",
    };
    let skipped = match rules.skipped {
        Skipped::ExhaustAtOne => "An empty rank ends the ballot.",
        Skipped::ExhaustAtTwo => "Two empty ranks in a row end the ballot.",
        Skipped::NextRank => "Empty ranks are passed over.",
    };
    let duplicate = match rules.duplicate {
        Duplicate::Exhaust => "An option named again ends the ballot.",
        Duplicate::NextRank => "An option named again is passed over.",
    };
    [overvote, skipped, duplicate].map(str::to_owned).to_vec()
}

/// The rules of a transferable vote, in sentences.
pub(super) fn said_of_stv(rules: &StvRules) -> Vec<String> {
    let number = match rules.quota {
        QuotaNumber::Whole => "The quota is a whole number",
        QuotaNumber::Fraction => "The quota has decimals",
    };
    let time = match rules.quota_time {
        QuotaTime::Once => "from the first counts",
        QuotaTime::EachStage => "worked out again in each stage",
    };
    let surpluses = match rules.surpluses {
        Surpluses::LargestFirst => "The largest surplus goes on first",
        Surpluses::Together => "The surpluses of a stage go on together",
    };
    let cut = match rules.transfer {
        Transfer::Whole => "values are cut",
        Transfer::ByFraction => "fractions and values are cut",
    };
    let mut said = vec![
        format!("{number}, {time}."),
        format!("{surpluses}; {cut} to {} decimals.", rules.decimals),
    ];
    said.extend(said_of_marks(rules.marks));
    said
}

//! The rules that can be chosen.
//!
//! - here: what they are for; `typed`: the words for them
//! - `said`: as a result says them

mod said;
mod typed;

use anyhow::{Result, bail};
use clap::Args;
use muster_core::poll::tally::consent::Silence;
use muster_core::poll::tally::irv::IrvRules;
use muster_core::poll::tally::paper::{Duplicate, MarkRules, Overvote, Skipped};
use muster_core::poll::tally::schulze::Strength;
use muster_core::poll::tally::star::StarTies;
use muster_core::poll::tally::stv::rules::{QuotaNumber, StvRules};

pub(super) use said::{said_of_marks, said_of_silence, said_of_star, said_of_strength, said_of_stv};
use typed::{OnMark, OnSilence, OnSkipped, Place, QuotaArg, StrengthArg, Ties};

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
    /// star: what breaks ties before lots are drawn.
    #[arg(long, value_name = "RULE")]
    ties: Option<Ties>,
    /// schulze: how strong it is when one option beats another.
    #[arg(long, value_name = "FIGURE")]
    strength: Option<StrengthArg>,
    /// consent: how many may vote; without it nobody's silence is waited for.
    #[arg(long, value_name = "N")]
    electorate: Option<u64>,
    /// consent: what the silence of those means who may vote.
    #[arg(long, value_name = "RULE", requires = "electorate")]
    silence: Option<OnSilence>,
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
            (self.ties.is_some() && method != Method::Star, "--ties", "star"),
            (
                self.strength.is_some() && method != Method::Schulze,
                "--strength",
                "schulze",
            ),
            (
                self.electorate.is_some() && method != Method::Consent,
                "--electorate",
                "consent",
            ),
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

    pub(super) fn star(&self) -> StarTies {
        match self.ties.unwrap_or(Ties::Standard) {
            Ties::Standard => StarTies::Standard,
            Ties::FiveStar => StarTies::FiveStar,
        }
    }

    pub(super) fn strength(&self) -> Strength {
        match self.strength.unwrap_or(StrengthArg::Winning) {
            StrengthArg::Winning => Strength::WinningVotes,
            StrengthArg::Margins => Strength::Margins,
        }
    }

    pub(super) fn silence(&self) -> Silence {
        match (self.electorate, self.silence) {
            (None, _) => Silence::Unknown,
            (Some(electorate), None | Some(OnSilence::Waits)) => Silence::Waits { electorate },
            (Some(electorate), Some(OnSilence::Consents)) => Silence::Consents { electorate },
        }
    }
}

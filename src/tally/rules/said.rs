//! The rules in sentences.

use muster_core::poll::tally::consent::Silence;
use muster_core::poll::tally::paper::{Duplicate, MarkRules, Overvote, Skipped};
use muster_core::poll::tally::schulze::Strength;
use muster_core::poll::tally::star::StarTies;
use muster_core::poll::tally::stv::rules::{QuotaNumber, QuotaTime, StvRules, Surpluses, Transfer};

/// How marks are read.
pub(in crate::tally) fn said_of_marks(rules: MarkRules) -> Vec<String> {
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

/// The rules of a transferable vote.
pub(in crate::tally) fn said_of_stv(rules: &StvRules) -> Vec<String> {
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

/// The rules of STAR, with so many points at most.
pub(in crate::tally) fn said_of_star(top: u8, ties: StarTies) -> Vec<String> {
    let ties = match ties {
        StarTies::Standard => "Ties go by who beats whom of the tied, then by points.",
        StarTies::FiveStar => {
            "Ties go by who loses to the most of the tied, by points, then by who has the top score more often."
        }
    };
    let runoff = format!("The two with the most points, 0 to {top}, go into a run-off.");
    vec![runoff, ties.to_owned()]
}

/// How strong a majority is.
pub(in crate::tally) fn said_of_strength(strength: Strength) -> &'static str {
    match strength {
        Strength::WinningVotes => "A majority is as strong as the votes that prefer the one that wins.",
        Strength::Margins => {
            "A majority is as strong as the votes that prefer the one that wins, less those that prefer the other."
        }
    }
}

/// What silence means.
pub(in crate::tally) fn said_of_silence(silence: Silence) -> &'static str {
    match silence {
        Silence::Unknown => "Nobody said how many may vote, so those who spoke decide.",
        Silence::Waits { .. } => "Silence is not consent: it waits for all who may vote.",
        Silence::Consents { .. } => "The group chose that silence is consent.",
    }
}

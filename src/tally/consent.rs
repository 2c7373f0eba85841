//! Positions on a proposal, counted and shown: there are no options, and nobody is elected.

use std::fmt::Write;
use std::iter;

use anyhow::{Result, bail};
use muster_core::poll::tally::consent::{self, Consent, Decision, Reason, Silence};
use muster_core::poll::tally::file::consent::read;
use serde_json::json;

use super::rules::said_of_silence;
use super::{Format, TallyArgs};

const BLOCK: &str = "One block is enough that it does not pass.";

/// Counts the positions of a text, and returns what is to be written.
pub(super) fn counted(text: &str, args: &TallyArgs) -> Result<String> {
    if args.seats.is_some() {
        bail!("consent is about one proposal, and nobody is elected by it: leave out --seats");
    }
    let silence = args.rules.silence();
    let consent = consent::count(&read(text)?, silence);
    if let Silence::Waits { electorate } | Silence::Consents { electorate } = silence {
        let spoke = spoke(&consent);
        if spoke > electorate {
            bail!("{spoke} positions, where --electorate says that {electorate} may vote");
        }
    }
    match args.format {
        Format::Text => Ok(card(&consent, silence)),
        Format::Csv => Ok(csv(&consent)),
        Format::Json => json(&consent, silence),
    }
}

const fn spoke(consent: &Consent) -> u64 {
    consent.agree + consent.abstain + consent.stand_aside + consent.block
}

/// What was said, and how many said it.
fn positions(consent: &Consent) -> Vec<(&'static str, u64)> {
    let said = [
        ("agree", consent.agree),
        ("abstain", consent.abstain),
        ("stand aside", consent.stand_aside),
        ("block", consent.block),
    ];
    let silent = consent.silent.map(|silent| ("nothing", silent));
    said.into_iter().chain(silent).collect()
}

fn card(consent: &Consent, silence: Silence) -> String {
    let mut text = format!(
        "Consent: {} positions\n{BLOCK}\n{}\n\nDecision\n  {}\n\nPositions\n",
        spoke(consent),
        said_of_silence(silence),
        decision(consent)
    );
    for (position, people) in positions(consent) {
        let _ = writeln!(text, "  {position:<11}  {people}");
    }
    if !consent.reasons.is_empty() {
        text.push_str("\nReasons to block\n");
        for reason in &consent.reasons {
            let on_one_line: Vec<&str> = reason.text().split_whitespace().collect();
            let _ = writeln!(text, "  - {}", on_one_line.join(" "));
        }
    }
    text.trim_end().to_owned()
}

fn decision(consent: &Consent) -> String {
    match consent.decision {
        Decision::Passed => "It passes.".to_owned(),
        Decision::Blocked => "It does not pass: somebody blocks it.".to_owned(),
        Decision::Waiting => {
            let silent = consent.silent.unwrap_or(0);
            format!("It waits for those who have said nothing: {silent}.")
        }
        Decision::Nobody => "It does not pass: nobody agrees with it.".to_owned(),
    }
}

fn csv(consent: &Consent) -> String {
    let heading = iter::once("position,people".to_owned());
    let lines = positions(consent)
        .into_iter()
        .map(|(position, people)| format!("{position},{people}"));
    heading.chain(lines).collect::<Vec<_>>().join("\n")
}

fn json(consent: &Consent, silence: Silence) -> Result<String> {
    let decided = match consent.decision {
        Decision::Passed => "passed",
        Decision::Blocked => "blocked",
        Decision::Waiting => "waiting",
        Decision::Nobody => "nobody_agrees",
    };
    let everything = json!({
        "method": "Consent",
        "rules": [BLOCK, said_of_silence(silence)],
        "decision": decided,
        "said": decision(consent),
        "agree": consent.agree,
        "abstain": consent.abstain,
        "stand_aside": consent.stand_aside,
        "block": consent.block,
        "silent": consent.silent,
        "reasons": consent.reasons.iter().map(Reason::text).collect::<Vec<_>>(),
    });
    Ok(serde_json::to_string_pretty(&everything)?)
}

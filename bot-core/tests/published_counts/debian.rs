//! Leaders that Debian elected: its tally sheets, counted by the Schulze method.

use std::fs;

use muster_core::poll::tally::outcome::OptionIndex;
use muster_core::poll::tally::pairwise::Pairwise;
use muster_core::poll::tally::ranked::{Mark, RankedBallot, RankedBallots};
use muster_core::poll::tally::schulze::{Schulze, Strength};
use muster_core::poll::tally::{ranked_pairs, schulze};

use crate::{folder, json};

/// A tally sheet: the names of the options and what was voted.
struct Sheet {
    names: Vec<String>,
    ballots: RankedBallots,
}

impl Sheet {
    /// The sheet of a year, in Latin-1: lines `Option 1---->: NAME`, then lines `V: 2-13` with a rank for each option.
    fn of(year: u16) -> Option<Self> {
        let bytes = fs::read(folder("debian")?.join(format!("leader{year}_tally.txt"))).unwrap();
        let text: String = bytes.into_iter().map(char::from).collect();
        let names = text.lines().filter(|line| line.contains(" Option "));
        let names = names
            .filter_map(|line| line.split_once(">: "))
            .map(|(_, name)| name.trim().to_owned());
        let names: Vec<String> = names.collect();
        let votes = text
            .lines()
            .filter_map(|line| line.strip_prefix("V: ")?.split_whitespace().next());
        Some(Self {
            ballots: RankedBallots {
                options: names.len(),
                withdrawn: Vec::new(),
                ballots: votes.map(ballot).collect(),
            },
            names,
        })
    }

    fn schulze(&self, strength: Strength) -> Schulze {
        schulze::count(Pairwise::of_ranks(&self.ballots), strength, None)
    }

    fn option(&self, name: &str) -> OptionIndex {
        let at = self.names.iter().position(|known| known == name);
        OptionIndex(u16::try_from(at.unwrap()).unwrap())
    }

    /// `A > B = C`.
    fn order(&self, places: &[Vec<OptionIndex>]) -> String {
        let names = |place: &Vec<OptionIndex>| {
            let mut names: Vec<&str> = place.iter().map(|option| self.names[option.at()].as_str()).collect();
            names.sort_unstable();
            names.join(" = ")
        };
        places.iter().map(names).collect::<Vec<_>>().join(" > ")
    }
}

fn expected() -> Option<serde_json::Value> {
    Some(json(&folder("debian")?.join("expected.json")))
}

/// One vote: a digit for each option, or `-`.
fn ballot(ranks: &str) -> RankedBallot {
    let marks = (0..).zip(ranks.chars()).filter_map(|(at, rank)| {
        let rank = u16::try_from(rank.to_digit(10)?).ok()?;
        Some(Mark {
            rank,
            option: OptionIndex(at),
        })
    });
    RankedBallot::new(1, marks.collect())
}

#[test]
fn the_leader_of_2006_is_towns_with_the_published_pairs() {
    let (Some(sheet), Some(expected)) = (Sheet::of(2006), expected()) else {
        return;
    };
    let expected = &expected["2006"];
    let counted = sheet.schulze(Strength::WinningVotes);
    let [towns, mcintyre] = ["Anthony Towns", "Steve McIntyre"].map(|name| sheet.option(name));
    let [wolffelaar, pollak] = ["Jeroen van Wolffelaar", "Ari Pollak"].map(|name| sheet.option(name));
    assert_eq!(expected["ballots"], sheet.ballots.ballots.len());
    assert_eq!(counted.outcome.winners, [towns]);
    assert_eq!(
        expected["pair_vanWolffelaar_over_Pollak"],
        counted.pairwise.preferring(wolffelaar, pollak)
    );
    let pair = [(towns, mcintyre), (mcintyre, towns)].map(|(one, other)| counted.pairwise.preferring(one, other));
    assert_eq!(expected["pair_Towns_over_McIntyre"], serde_json::json!(pair));
}

#[test]
fn the_order_of_2006_is_the_same_by_winning_votes_and_by_margins() {
    let (Some(sheet), Some(expected)) = (Sheet::of(2006), expected()) else {
        return;
    };
    for strength in [Strength::WinningVotes, Strength::Margins] {
        let order = sheet.order(&sheet.schulze(strength).places);
        assert_eq!(expected["2006_schulze_margin_implicit"], order, "{strength:?}");
    }
}

#[test]
fn the_order_of_2007_is_the_published_one() {
    let (Some(sheet), Some(expected)) = (Sheet::of(2007), expected()) else {
        return;
    };
    let expected = &expected["2007"];
    let counted = sheet.schulze(Strength::WinningVotes);
    assert_eq!(expected["ballots"], sheet.ballots.ballots.len());
    assert_eq!(
        expected["winner"],
        sheet.order(std::slice::from_ref(&counted.outcome.winners))
    );
    assert_eq!(expected["schulze_order"], sheet.order(&counted.places));
}

#[test]
fn ranked_pairs_elect_the_same_leaders() {
    for year in [2006, 2007] {
        let Some(sheet) = Sheet::of(year) else { return };
        let by_pairs = ranked_pairs::count(Pairwise::of_ranks(&sheet.ballots), None);
        assert_eq!(
            by_pairs.outcome.winners,
            sheet.schulze(Strength::default()).outcome.winners
        );
    }
}

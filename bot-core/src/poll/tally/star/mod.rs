//! STAR: score, then automatic run-off between the two options with the most points.
//!
//! The rule and its standard way with ties: STAR Voting Technical Specifications, section 2
//! (<https://www.starvoting.org/technical_specifications>). What a group may announce instead for ties: the Official
//! Tiebreaker Protocol (<https://www.starvoting.org/ties>).
//!
//! - `field`: points, preferences and top scores
//! - `finalists`: who goes into the run-off, and how ties for it are broken
//! - `runoff`: who wins it

mod field;
mod finalists;
mod runoff;

use super::highest::stage;
use super::outcome::{OptionIndex, Outcome, State, Step};
use super::pairwise::Pairwise;
use super::score::ScoreBallot;
use super::tie::{Broken, Lots, Tie, TieAbout, TieRule};
use field::Field;
use finalists::Way;
use runoff::{Runoff, runoff};

/// How ties are broken before lots are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum StarTies {
    /// For the run-off: whoever is beaten by none of the tied. In the run-off: whoever has more points.
    #[default]
    Standard,
    /// For the run-off: those who lose to the most of the tied fall out, again and again; then whoever has the top score
    /// more often, else those who have it least often fall out and it begins anew. In the run-off: whoever has more points,
    /// then whoever has the top score more often.
    FiveStar,
}

/// What STAR comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Star {
    /// Who won. The first stage has the points, each further one the votes of a run-off: one, or one for each two who
    /// could have come into it where all of them end alike.
    pub outcome: Outcome,
    /// How many give more points to each than to each.
    pub pairwise: Pairwise,
    /// How many give the top score to each option, in the order of the options.
    pub top_scores: Vec<u64>,
}

/// Elects whichever of the two options with the most points is preferred by more ballots. A blank is 0 points.
///
/// `top` is the highest score of the scale. A tie for the run-off that ends in the same winner however it is broken is no
/// tie for the seat. Without a point for anything nobody wins.
pub fn count(options: usize, ballots: &[ScoreBallot], top: u8, ties: StarTies, lots: Option<&Lots>) -> Star {
    let field = Field::of(options, ballots, top);
    let ways = if field.pairwise.is_marked() {
        finalists::ways(&field, ties, lots)
    } else {
        Vec::new()
    };
    let runoffs: Vec<Runoff> = (2..)
        .zip(&ways)
        .filter_map(|(number, way)| match way.finalists[..] {
            [one, other] => Some(runoff(&field, [one, other], number, ties, lots)),
            _ => None,
        })
        .collect();
    let alone = ways.iter().flat_map(|way| &way.finalists).filter(|_| options == 1);
    let mut possible: Vec<OptionIndex> = runoffs
        .iter()
        .flat_map(|runoff| &runoff.possible)
        .chain(alone)
        .copied()
        .collect();
    possible.sort_unstable();
    possible.dedup();
    Star {
        outcome: outcome(&field, &ways, runoffs, possible),
        pairwise: field.pairwise,
        top_scores: field.top_scores,
    }
}

/// What comes of the run-offs that there may be: one winner, or a tie of all who win in some.
fn outcome(field: &Field, ways: &[Way], runoffs: Vec<Runoff>, possible: Vec<OptionIndex>) -> Outcome {
    let mut ties = distinct(ways.iter().flat_map(|way| &way.ties));
    let winner = match possible[..] {
        [winner] => Some(winner),
        _ => None,
    };
    for tie in &mut ties {
        tie.broken = tie.broken.or(winner.map(|chosen| Broken {
            chosen,
            by: TieRule::SameWinner,
        }));
    }
    ties.retain(|tie| tie.broken.is_some());
    let mut stages = vec![stage(Step::FirstCounts, &field.points, |_| State::Continuing)];
    if winner.is_some() || runoffs.len() == 1 {
        for runoff in runoffs {
            ties.extend(runoff.tie);
            stages.push(runoff.stage);
        }
    } else if !possible.is_empty() {
        ties.push(Tie {
            stage: 1,
            options: possible,
            about: TieAbout::Seat,
            broken: None,
        });
    }
    if let Some(last) = stages.last_mut() {
        last.elected = Vec::from_iter(winner);
    }
    Outcome {
        winners: Vec::from_iter(winner),
        stages,
        ties,
    }
}

/// Each of them once.
fn distinct<'a>(ties: impl Iterator<Item = &'a Tie>) -> Vec<Tie> {
    let mut distinct: Vec<Tie> = Vec::new();
    for tie in ties {
        if !distinct.contains(tie) {
            distinct.push(tie.clone());
        }
    }
    distinct
}

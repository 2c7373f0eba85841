//! The result sheet of a count by stages: who is in it, what each stage came to, and the ties.

use super::count::Count;
use super::outcome::{Exhausted, OptionIndex, Outcome, Stage, Standing, State, Step};
use super::pile::Ended;
use super::ranked::RankedBallots;
use super::tie::{Broken, Lots, Side, Tie, TieAbout, TieRule, break_tie};

/// What a stage came to, in units.
pub(super) struct Figures<'a> {
    pub(super) counts: &'a [u64],
    pub(super) quota: Option<u64>,
    pub(super) exhausted: Ended,
    pub(super) lost: u64,
    /// The keep factors of Meek's rule.
    pub(super) keep: Option<&'a [u64]>,
}

/// The sheet, while it is being filled.
pub(super) struct Sheet<'a> {
    pub(super) outcome: Outcome,
    states: Vec<State>,
    seats: usize,
    decimals: u8,
    lots: Option<&'a Lots>,
}

impl<'a> Sheet<'a> {
    pub(super) fn new(ballots: &RankedBallots, seats: usize, decimals: u8, lots: Option<&'a Lots>) -> Self {
        let mut states = vec![State::Continuing; ballots.options];
        for option in &ballots.withdrawn {
            states[option.at()] = State::Withdrawn;
        }
        let outcome = Outcome {
            winners: Vec::new(),
            stages: Vec::new(),
            ties: Vec::new(),
        };
        Self {
            outcome,
            states,
            seats,
            decimals,
            lots,
        }
    }

    pub(super) fn is_continuing(&self, option: OptionIndex) -> bool {
        self.states[option.at()] == State::Continuing
    }

    pub(super) fn is_elected(&self, option: OptionIndex) -> bool {
        self.states[option.at()] == State::Elected
    }

    pub(super) fn continuing(&self) -> Vec<OptionIndex> {
        OptionIndex::all(self.states.len())
            .filter(|option| self.is_continuing(*option))
            .collect()
    }

    pub(super) fn seats_left(&self) -> usize {
        self.seats - self.outcome.winners.len()
    }

    /// Writes a stage down.
    pub(super) fn record(&mut self, step: Step, figures: &Figures<'_>) {
        let count = |units: u64| Count::new(units, self.decimals);
        let standings = OptionIndex::all(self.states.len()).map(|option| Standing {
            count: count(figures.counts[option.at()]),
            state: self.states[option.at()],
            keep: figures.keep.map(|keep| count(keep[option.at()])),
        });
        let stage = Stage {
            step,
            standings: standings.collect(),
            elected: Vec::new(),
            quota: figures.quota.map(count),
            exhausted: Exhausted {
                no_choice_left: count(figures.exhausted.no_choice_left),
                overvote: count(figures.exhausted.overvote),
                skipped: count(figures.exhausted.skipped),
                duplicate: count(figures.exhausted.duplicate),
            },
            lost: count(figures.lost),
        };
        self.outcome.stages.push(stage);
    }

    /// Elects them in the last stage, those with more votes there first.
    pub(super) fn elect(&mut self, mut options: Vec<OptionIndex>) {
        options.sort_by_key(|option| std::cmp::Reverse(self.votes(*option)));
        for option in &options {
            self.states[option.at()] = State::Elected;
        }
        self.outcome.winners.extend(&options);
        if let Some(stage) = self.outcome.stages.last_mut() {
            for option in &options {
                stage.standings[option.at()].state = State::Elected;
            }
            stage.elected.extend(options);
        }
    }

    /// Elects all who are left where they are no more than the seats that are left.
    pub(super) fn fill_last_seats(&mut self) {
        let continuing = self.continuing();
        if continuing.len() <= self.seats_left() {
            self.elect(continuing);
        }
    }

    /// Those leave the count.
    pub(super) fn eliminate(&mut self, options: &[OptionIndex]) {
        for option in options {
            self.states[option.at()] = State::Eliminated;
        }
    }

    /// The votes of an option in the last stage, in units.
    pub(super) fn votes(&self, option: OptionIndex) -> u64 {
        let stage = self.outcome.stages.last();
        stage.map_or(0, |stage| stage.standings[option.at()].count.units())
    }

    /// Who of those comes first, where the last stage tells them apart or something breaks their tie; it is written
    /// down, and `None` ends the count.
    pub(super) fn decide(&mut self, tied: Vec<OptionIndex>, side: Side, about: TieAbout) -> Option<OptionIndex> {
        if let [one] = tied[..] {
            return Some(one);
        }
        let broken = break_tie(&tied, side, &self.outcome.stages, self.lots);
        self.tie(tied, about, broken);
        broken.map(|broken| broken.chosen)
    }

    /// Who leaves next: the one with the fewest votes.
    ///
    /// Where nothing breaks a tie of options without a vote, all of them leave: their order changes nothing, as long as
    /// those who are left can fill the seats.
    pub(super) fn lowest(&mut self) -> Option<Step> {
        let continuing = self.continuing();
        let fewest = continuing.iter().map(|option| self.votes(*option)).min()?;
        let (tied, above): (Vec<_>, Vec<_>) = continuing.into_iter().partition(|option| self.votes(*option) == fewest);
        if fewest == 0 && tied.len() > 1 && self.lots.is_none() && above.len() >= self.seats_left() {
            let chosen = tied[0];
            let by = TieRule::NoVotes;
            self.tie(tied.clone(), TieAbout::Elimination, Some(Broken { chosen, by }));
            return Some(Step::Batch { options: tied });
        }
        let option = self.decide(tied, Side::Fewest, TieAbout::Elimination)?;
        Some(Step::Lowest { option })
    }

    fn tie(&mut self, options: Vec<OptionIndex>, about: TieAbout, broken: Option<Broken>) {
        self.outcome.ties.push(Tie {
            stage: self.outcome.stages.len(),
            options,
            about,
            broken,
        });
    }
}

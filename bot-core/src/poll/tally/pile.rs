//! The papers in piles, one for each option that is in the count, as they lie on the counting table.

use super::outcome::OptionIndex;
use super::paper::{End, Paper};
use super::ranked::Mark;

/// Papers that are alike, on their way down the choices.
#[derive(Debug)]
struct Bundle<'a> {
    paper: Paper<'a>,
    /// Which of its choices it is counted for.
    at: usize,
    /// What each of its votes is worth, in units.
    value: u64,
}

/// All papers, each with the option that has it now.
#[derive(Debug)]
pub(super) struct Piles<'a> {
    bundles: Vec<Bundle<'a>>,
    /// The bundles of each option.
    held: Vec<Vec<usize>>,
    /// The votes of each option, in units.
    pub(super) counts: Vec<u64>,
    /// The votes that have left the count, by what ended them, in units.
    pub(super) exhausted: Ended,
}

/// Votes by what ended them, in units.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Ended {
    pub(super) no_choice_left: u64,
    pub(super) overvote: u64,
    pub(super) skipped: u64,
    pub(super) duplicate: u64,
}

impl Ended {
    pub(super) fn add(&mut self, end: End, units: u64) {
        *match end {
            End::NoChoiceLeft => &mut self.no_choice_left,
            End::Overvote => &mut self.overvote,
            End::Skipped => &mut self.skipped,
            End::Duplicate => &mut self.duplicate,
        } += units;
    }

    /// So many votes at that value, in units.
    pub(super) const fn add_all(&mut self, votes: &Self, value: u64) {
        self.no_choice_left += votes.no_choice_left * value;
        self.overvote += votes.overvote * value;
        self.skipped += votes.skipped * value;
        self.duplicate += votes.duplicate * value;
    }

    pub(super) const fn total(&self) -> u64 {
        self.no_choice_left + self.overvote + self.skipped + self.duplicate
    }
}

impl<'a> Piles<'a> {
    /// Every paper at its first choice, worth so many units.
    pub(super) fn new(options: usize, papers: impl Iterator<Item = Paper<'a>>, value: u64) -> Self {
        let mut piles = Self {
            bundles: Vec::new(),
            held: vec![Vec::new(); options],
            counts: vec![0; options],
            exhausted: Ended::default(),
        };
        for paper in papers {
            let at = 0;
            piles.bundles.push(Bundle { paper, at, value });
            piles.put(piles.bundles.len() - 1);
        }
        piles
    }

    /// All that an option has goes to the next choices that may receive.
    pub(super) fn pass_on(&mut self, from: OptionIndex, may_receive: impl Fn(OptionIndex) -> bool) {
        self.counts[from.at()] = 0;
        self.pass(from, |value| value, may_receive);
    }

    /// What an option has above the quota goes to the next choices that may receive: each vote at the value that
    /// `reduced` makes of its own. What the cutting of decimals loses is returned, in units.
    pub(super) fn pass_surplus(
        &mut self,
        from: OptionIndex,
        surplus: u64,
        reduced: impl Fn(u64) -> u64,
        may_receive: impl Fn(OptionIndex) -> bool,
    ) -> u64 {
        self.counts[from.at()] -= surplus;
        surplus - self.pass(from, reduced, may_receive)
    }

    /// Returns what has been passed on or is exhausted, in units.
    fn pass(
        &mut self,
        from: OptionIndex,
        reduced: impl Fn(u64) -> u64,
        may_receive: impl Fn(OptionIndex) -> bool,
    ) -> u64 {
        let mut passed = 0;
        for index in std::mem::take(&mut self.held[from.at()]) {
            let bundle = &mut self.bundles[index];
            bundle.value = reduced(bundle.value);
            passed += bundle.value * bundle.paper.votes;
            let rest = &bundle.paper.choices()[bundle.at..];
            let step = rest.iter().position(|mark| may_receive(mark.option));
            bundle.at += step.unwrap_or(rest.len());
            self.put(index);
        }
        passed
    }

    /// Puts a bundle with the option it has come to.
    fn put(&mut self, index: usize) {
        let Bundle { paper, at, value } = &self.bundles[index];
        let units = value * paper.votes;
        match paper.choices().get(*at) {
            Some(Mark { option, .. }) => {
                self.counts[option.at()] += units;
                self.held[option.at()].push(index);
            }
            None => self.exhausted.add(paper.end, units),
        }
    }
}

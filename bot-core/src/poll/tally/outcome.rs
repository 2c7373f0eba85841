//! What every method returns: the winners, the table of its stages, and its ties.

use super::count::Count;
use super::tie::Tie;

/// An option by its place in the list of options, from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OptionIndex(pub u16);

impl OptionIndex {
    /// The options of a list of so many, in order; at most 65,535.
    pub fn all(options: usize) -> impl Iterator<Item = Self> + Clone {
        (0..u16::MAX).take(options).map(Self)
    }

    /// Its place in the list, from 0.
    pub fn at(self) -> usize {
        usize::from(self.0)
    }

    /// Its number as people type it, from 1.
    pub fn number(self) -> u32 {
        u32::from(self.0) + 1
    }
}

/// How a count ended.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Outcome {
    /// Who won, in order of election; those of one stage by their counts, and among equal counts in no order.
    /// Fewer than the seats where a tie stayed open or nobody chose anything.
    pub winners: Vec<OptionIndex>,
    /// The stages in order; the first holds the first counts. Stages have numbers from 1. Methods that compare each two
    /// options have none: their table is the matrix.
    pub stages: Vec<Stage>,
    /// Every tie that mattered, in the order they were met. Where the last has no rule that broke it, the count
    /// stopped there.
    pub ties: Vec<Tie>,
}

impl Outcome {
    /// The tie that nothing broke.
    pub fn true_tie(&self) -> Option<&Tie> {
        self.ties.iter().find(|tie| tie.broken.is_none())
    }
}

/// One line of the table: a step, the counts after it, and who is elected by them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stage {
    /// What was done at its beginning.
    pub step: Step,
    /// Each option after that, in the order of the options.
    pub standings: Vec<Standing>,
    /// Who is elected in this stage: by the quota, or since as many are left as there are seats.
    pub elected: Vec<OptionIndex>,
    /// The votes that elect, where the method has a quota.
    pub quota: Option<Count>,
    /// The votes of ballots without a choice that is still in the count, since the beginning.
    pub exhausted: Exhausted,
    /// What was cut off behind the last decimal, since the beginning.
    pub lost: Count,
}

/// An option in a stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// Its votes (or points) after the stage.
    pub count: Count,
    /// Whether it is still in the count.
    pub state: State,
    /// The share of each vote that it keeps, by Meek's rule alone.
    pub keep: Option<Count>,
}

/// Where an option stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum State {
    /// Still in the count.
    Continuing,
    /// Has won a seat, in this stage or before.
    Elected,
    /// Out of the count, in this stage or before.
    Eliminated,
    /// Was never in the count: withdrawn after the ballots were printed.
    Withdrawn,
}

/// What a stage does before it counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// The ballots as they were cast.
    FirstCounts,
    /// What the elected have above the quota goes to the next choices.
    Surplus {
        /// Whose, the largest first.
        of: Vec<OptionIndex>,
        /// How much it is, all together.
        votes: Count,
    },
    /// The option with the fewest votes leaves, and its ballots go to their next choices.
    Lowest {
        /// Which.
        option: OptionIndex,
    },
    /// Several leave at once: all of them together have fewer votes than the next above them, or none at all.
    Batch {
        /// Which, the fewest votes first.
        options: Vec<OptionIndex>,
    },
    /// Each ballot goes to the one of two that it prefers.
    Runoff {
        /// Which two, in the order of the options.
        finalists: [OptionIndex; 2],
    },
}

impl Step {
    /// Who leaves the count by it.
    pub fn leaving(&self) -> &[OptionIndex] {
        match self {
            Self::Lowest { option } => std::slice::from_ref(option),
            Self::Batch { options } => options,
            _ => &[],
        }
    }
}

/// Votes of ballots that have left the count, each by what ended it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Exhausted {
    /// Every choice on the ballot is out of the count; in a run-off also: it prefers neither of the two.
    pub no_choice_left: Count,
    /// The next rank names several options.
    pub overvote: Count,
    /// The next rank, or more of them than the rules allow, is empty.
    pub skipped: Count,
    /// The next rank names an option again.
    pub duplicate: Count,
}

impl Exhausted {
    /// Nothing, with so many decimals.
    pub const fn none(decimals: u8) -> Self {
        let nothing = Count::new(0, decimals);
        Self {
            no_choice_left: nothing,
            overvote: nothing,
            skipped: nothing,
            duplicate: nothing,
        }
    }

    /// All together.
    pub const fn total(&self) -> Count {
        let units = self.no_choice_left.units() + self.overvote.units() + self.skipped.units() + self.duplicate.units();
        Count::new(units, self.no_choice_left.decimals())
    }
}

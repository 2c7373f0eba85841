//! A figure for each two options.

use super::outcome::OptionIndex;

/// A figure for each two options, in whole rows: the first option's, then the second's.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Square<T> {
    options: usize,
    cells: Vec<T>,
}

impl<T: Copy> Square<T> {
    /// The same figure everywhere.
    pub(super) fn filled(options: usize, figure: T) -> Self {
        Self {
            options,
            cells: vec![figure; options * options],
        }
    }

    pub(super) fn options(&self) -> usize {
        self.options
    }

    pub(super) fn of(&self, option: OptionIndex, other: OptionIndex) -> T {
        self.cells[option.at() * self.options + other.at()]
    }

    pub(super) fn set(&mut self, option: OptionIndex, other: OptionIndex, figure: T) {
        self.cells[option.at() * self.options + other.at()] = figure;
    }

    /// An option's figures with each other one, in their order.
    pub(super) fn row_mut(&mut self, option: OptionIndex) -> &mut [T] {
        let start = option.at() * self.options;
        &mut self.cells[start..start + self.options]
    }

    pub(super) fn row(&self, option: OptionIndex) -> &[T] {
        let start = option.at() * self.options;
        &self.cells[start..start + self.options]
    }
}

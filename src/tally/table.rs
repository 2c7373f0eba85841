//! Tables as text: a row for each option, a column for each stage or option.

use muster_core::poll::tally::report::{self, Labels};

use super::counted::{Counted, Grid};
use super::words::ENGLISH;

/// The table of stages; nothing where there are none.
pub(super) fn stages(counted: &Counted) -> String {
    report::table(&counted.outcome, &counted.options, &Labels::said(&ENGLISH))
}

/// The figures of each option.
pub(super) fn grids(counted: &Counted) -> String {
    let figures = |grid: &Grid| match grid.columns {
        Some(columns) => report::answers(&counted.options, columns, &grid.figures),
        None => report::grid(&counted.options, &grid.figures),
    };
    let grid = |grid: &Grid| format!("{}\n{}", grid.heading, figures(grid));
    counted.grids.iter().map(grid).collect::<Vec<_>>().join("\n\n")
}

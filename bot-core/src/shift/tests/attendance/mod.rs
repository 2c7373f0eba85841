//! The day of a shift.

mod coming;
mod hours;
mod noshow;
mod report;
mod thanks;

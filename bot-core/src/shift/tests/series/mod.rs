//! Shifts that repeat.

mod beginning;

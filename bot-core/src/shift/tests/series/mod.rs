//! Shifts that repeat.

mod beginning;
mod cancelling;
mod clocks;
mod editing;
mod moving;
mod refused;
mod undoing;

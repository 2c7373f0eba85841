//! What every store does with shifts.

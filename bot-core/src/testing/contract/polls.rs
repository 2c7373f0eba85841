//! What every store does with polls.

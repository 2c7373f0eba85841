//! What every store does with tasks.

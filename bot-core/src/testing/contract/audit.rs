//! What every store does with its audit.

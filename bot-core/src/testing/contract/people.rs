//! What every store does with its people.

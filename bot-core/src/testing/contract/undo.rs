//! What every store does with its undo.
